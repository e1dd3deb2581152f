//! What is owed: indicator by part by checkpoint, with the reading that there is and its state.
//! Not here: who may record it, see [`crate::access`]; the answer starts from [`Asked::used`].

use hashbrown::HashMap;

use super::mark::{Mark, Verdict, latest};
use super::{Asks, Awaited, State, frequency, hand_in, is_declared};
use crate::indicator::Indicator;
use crate::period::Date;
use crate::plan::{Plan, Use};
use crate::reading::{Observed, Reading, ReadingIndex, ReadingState, Readings};
use crate::rules::Rules;
use crate::score::{Applied, Cause, Formula, Reckoning};
use crate::scoring::{leaves, reckoned, score_uses};
use crate::tree::Tree;

/// All that says what is owed on a day.
#[derive(Debug, Clone, Copy)]
pub struct Collection<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its shape.
    pub tree: &'a Tree,
    /// Its readings.
    pub readings: &'a Readings,
    /// What was said of them.
    pub marks: &'a [Mark],
    /// The rules it is scored under.
    pub rules: &'a Rules,
    /// The day on which one asks.
    pub day: Date,
}

/// One thing that is owed: the reading of an indicator (or of a part of it) at a checkpoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Owed {
    /// The code of the indicator.
    pub indicator: String,
    /// The part of its target, counted from 1; `None` where it has one part only.
    pub part: Option<u32>,
    /// The day to which the reading refers.
    pub checkpoint: Date,
    /// The day by which it is to be handed in, where the body has set one.
    pub hand_in: Option<Date>,
    /// What kind of thing is to be recorded.
    pub asks: Asks,
    /// The uses that ask for it, one at least.
    pub asked: Vec<Asked>,
    /// How far it has come.
    pub state: State,
    /// The position of the reading that counts, where there is one.
    pub reading: Option<usize>,
    /// The position of the last mark of that reading.
    pub mark: Option<usize>,
    /// Whether the target is met; `None` where that cannot be said.
    pub met: Option<bool>,
    /// Whether a note is owed: the reading is below the target or not available, and has none. It
    /// is saved all the same; it cannot be checked.
    pub note_owed: bool,
}

/// A use that asks for a reading, and what the reading comes to in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The position of the use.
    pub used: usize,
    /// Which of its targets is in force.
    pub applied: Applied,
    /// What the reading comes to, of this part alone.
    pub reckoning: Reckoning,
}

/// What is owed of one part of an indicator at a checkpoint, before its state is known.
struct Found {
    part: Option<u32>,
    asks: Asks,
    asked: Vec<Asked>,
}

impl Collection<'_> {
    /// Everything that is owed in the year: by checkpoint, then in the order of the plan.
    ///
    /// ```
    /// use traguardo::collection::{Collection, State};
    /// use traguardo::{period::parse_date, reading::Readings, rules::Rules, sample, tree::Tree};
    /// let (plan, rules) = (sample::plan(), Rules::default());
    /// let owed = Collection {
    ///     plan: &plan,
    ///     tree: &Tree::of(&plan),
    ///     readings: &Readings::default(),
    ///     marks: &[],
    ///     rules: &rules,
    ///     day: parse_date("02/07/2020").unwrap(),
    /// }
    /// .owed();
    /// // Three indicators at the end of June, and again at the end of December.
    /// let states: Vec<State> = owed.into_iter().map(|owed| owed.state).collect();
    /// use State::{Due, NotDue};
    /// assert_eq!(states, [Due, Due, Due, NotDue, NotDue, NotDue]);
    /// ```
    #[must_use]
    pub fn owed(&self) -> Vec<Owed> {
        self.owed_by(&(0..self.plan.uses.len()).collect::<Vec<_>>())
    }

    /// What is owed of one indicator.
    ///
    /// ```
    /// use traguardo::collection::{Collection, State};
    /// use traguardo::{period::parse_date, rules::Rules, sample, tree::Tree};
    /// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let owed = Collection {
    ///     plan: &plan,
    ///     tree: &Tree::of(&plan),
    ///     readings: &readings,
    ///     marks: &[],
    ///     rules: &rules,
    ///     day: parse_date("02/07/2020").unwrap(),
    /// }
    /// .owed_of("EXPORT");
    /// assert_eq!((owed.len(), &owed[0].state), (2, &State::Recorded));
    /// // 3.111.720.000 of 6.500.000.000: below the target, and nobody has said why.
    /// assert!(owed[0].note_owed);
    /// ```
    #[must_use]
    pub fn owed_of(&self, indicator: &str) -> Vec<Owed> {
        let of_it = |at: &usize| self.plan.uses[*at].indicator == indicator;
        self.owed_by(&(0..self.plan.uses.len()).filter(of_it).collect::<Vec<_>>())
    }

    fn owed_by(&self, uses: &[usize]) -> Vec<Owed> {
        let index = self.readings.index();
        let marks = latest(self.marks);
        let indicators: HashMap<&str, &Indicator> =
            self.plan.indicators.iter().map(|i| (i.code.as_str(), i)).collect();
        let mut before: HashMap<(&str, Option<u32>), Date> = HashMap::new();
        let mut previous = None;
        let mut all = Vec::new();
        for checkpoint in self.plan.checkpoint_dates() {
            let is_asked = |at: &usize| {
                let used = &self.plan.uses[*at];
                let indicator = indicators.get(used.indicator.as_str()).copied();
                is_asked(self.plan, used, indicator, checkpoint, previous)
            };
            let due: Vec<usize> = uses.iter().copied().filter(is_asked).collect();
            for (code, found) in self.found(&due, checkpoint, &indicators, &index) {
                let since = before.insert((code, found.part), checkpoint);
                let reading = self.reading(&index, code, found.part, since, checkpoint);
                all.push(self.stated(code, found, checkpoint, reading, &marks));
            }
            previous = Some(checkpoint);
        }
        all
    }

    /// What some uses ask for at a checkpoint, indicator by indicator and part by part.
    fn found<'p>(
        &'p self,
        uses: &[usize],
        checkpoint: Date,
        indicators: &HashMap<&str, &Indicator>,
        index: &ReadingIndex<'_>,
    ) -> Vec<(&'p str, Found)> {
        let plan = self.plan;
        let scores = score_uses((plan, self.tree), self.readings, self.rules, checkpoint, uses);
        let mut found: Vec<(&str, Found)> = Vec::new();
        let mut places: HashMap<(&str, Option<u32>), usize> = HashMap::new();
        for (at, score) in uses.iter().zip(scores) {
            let used = &plan.uses[*at];
            if asks_for_nothing(&score.reckoning) {
                continue;
            }
            let indicator = indicators.get(used.indicator.as_str()).copied();
            let leaves = leaves(plan, &used.details.targets, checkpoint);
            let parts =
                leaves.iter().map(|(part, target)| (*part, Asks::of(target, indicator, index)));
            let mut parts: Vec<_> = parts.collect();
            // A target that is not understood has no parts, and waits as a whole.
            if parts.is_empty() && !is_compound(&score.reckoning) {
                parts.push((None, Asks::Number));
            }
            for ((part, asks), reckoning) in parts.into_iter().zip(reckoned(&score.reckoning)) {
                let asked =
                    Asked { used: *at, applied: score.applied, reckoning: reckoning.clone() };
                let code = used.indicator.as_str();
                match places.get(&(code, part)).and_then(|place| found.get_mut(*place)) {
                    Some((_, known)) => known.asked.push(asked),
                    None => {
                        places.insert((code, part), found.len());
                        found.push((code, Found { part, asks, asked: vec![asked] }));
                    }
                }
            }
        }
        found
    }

    /// The reading of the body itself that counts at a checkpoint: the latest since the one before.
    /// What was done before stays done.
    fn reading(
        &self,
        index: &ReadingIndex<'_>,
        indicator: &str,
        part: Option<u32>,
        since: Option<Date>,
        checkpoint: Date,
    ) -> Option<usize> {
        let is_own = |reading: &Reading| {
            let body = reading.body.as_deref();
            body.is_none_or(|body| body == self.plan.body.ipa) && reading.part == part
        };
        let year = self.plan.year;
        let in_time = |date: Date| date.year() == year && date <= checkpoint;
        let mut last = index.of(indicator).rev();
        let (at, reading) =
            last.find(|(_, reading)| is_own(reading) && reading.date.is_some_and(in_time))?;
        let is_new = since.is_none_or(|since| reading.date.is_some_and(|date| date > since));
        let holds = matches!(reading.observed, Observed::Done(_) | Observed::YesNo(true));
        (is_new || holds).then_some(at)
    }

    fn stated(
        &self,
        code: &str,
        found: Found,
        checkpoint: Date,
        at: Option<usize>,
        marks: &HashMap<usize, usize>,
    ) -> Owed {
        let Found { part, asks, asked } = found;
        let reading = at.map(|at| &self.readings.list[at]);
        let mark = at.and_then(|at| marks.get(&at).copied());
        let hand_in = hand_in(self.plan, checkpoint);
        let state = match reading {
            Some(reading) => recorded(reading, mark.map(|mark| &self.marks[mark])),
            None => self.without_reading(&asked, checkpoint, hand_in),
        };
        let mets = || asked.iter().filter_map(|asked| asked.reckoning.met);
        let met = reading.and_then(|_| mets().min());
        let is_silent = |reading: &Reading| {
            reading.note.as_ref().is_none_or(|note| note.trim().is_empty())
                && (met == Some(false) || reading.observed == Observed::NotAvailable)
        };
        Owed {
            indicator: code.to_owned(),
            part,
            checkpoint,
            hand_in,
            asks,
            asked,
            note_owed: reading.is_some_and(is_silent),
            state,
            reading: at,
            mark,
            met,
        }
    }

    /// Nothing is recorded: because the day has not come, because something else has not, or
    /// because nobody has done it.
    fn without_reading(&self, asked: &[Asked], checkpoint: Date, hand_in: Option<Date>) -> State {
        let causes: Vec<Option<Cause>> =
            asked.iter().map(|asked| cause(&asked.reckoning)).collect();
        let all = |is: fn(Cause) -> bool| causes.iter().all(|cause| cause.is_some_and(is));
        if checkpoint > self.day || all(|cause| cause == Cause::StillTime) {
            return State::NotDue;
        }
        if all(|cause| cause == Cause::TargetQuestion) {
            return State::Suspended(Awaited::Answer);
        }
        if all(|cause| matches!(cause, Cause::EventUnknown | Cause::EventWithoutDate)) {
            return State::Suspended(Awaited::Event);
        }
        if hand_in.is_some_and(|last| last < self.day) { State::Late } else { State::Due }
    }
}

impl Owed {
    /// Whether the reading can be checked as it stands: there is one, and no note is owed.
    ///
    /// ```
    /// use traguardo::collection::Collection;
    /// use traguardo::{period::parse_date, rules::Rules, sample, tree::Tree};
    /// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let day = parse_date("02/07/2020").unwrap();
    /// let tree = Tree::of(&plan);
    /// let collection = Collection {
    ///     plan: &plan, tree: &tree, readings: &readings, marks: &[], rules: &rules, day,
    /// };
    /// let can = |code| collection.owed_of(code)[0].can_be_checked();
    /// assert!(!can("EXPORT") && can("CERT"));
    /// ```
    #[must_use]
    pub fn can_be_checked(&self) -> bool {
        self.reading.is_some() && self.state.is_to_check() && !self.note_owed
    }
}

/// Whether a use asks for a reading at a checkpoint: where it has a target for that day, else by
/// the frequency of its indicator, else at every checkpoint that the body has declared.
fn is_asked(
    plan: &Plan,
    used: &Use,
    indicator: Option<&Indicator>,
    checkpoint: Date,
    previous: Option<Date>,
) -> bool {
    if used.details.targets.periodic.contains_key(&checkpoint) {
        return true;
    }
    match indicator.and_then(frequency) {
        Some(span) => {
            let year = checkpoint.year();
            let before = previous.filter(|day| day.year() == year);
            span.ended_by(checkpoint) > before.map_or(0, |day| span.ended_by(day))
        }
        None => is_declared(plan, checkpoint),
    }
}

/// Whether nothing is expected of a use: no target, taken out of the count, or a row in error.
fn asks_for_nothing(reckoning: &Reckoning) -> bool {
    matches!(
        reckoning.formula,
        Formula::Nothing(
            Cause::NoTarget | Cause::Neutralised | Cause::Eliminated | Cause::FaultyRow
        )
    )
}

fn is_compound(reckoning: &Reckoning) -> bool {
    matches!(reckoning.formula, Formula::Compound(..))
}

fn cause(reckoning: &Reckoning) -> Option<Cause> {
    match reckoning.formula {
        Formula::Nothing(cause) => Some(cause),
        _ => None,
    }
}

fn recorded(reading: &Reading, mark: Option<&Mark>) -> State {
    match mark.map(|mark| mark.verdict) {
        Some(Verdict::Checked) => State::Checked,
        Some(Verdict::SentBack) => State::SentBack,
        None if reading.state == Some(ReadingState::Checked) => State::Checked,
        None if reading.observed == Observed::NotAvailable => State::NotAvailable,
        None => State::Recorded,
    }
}
