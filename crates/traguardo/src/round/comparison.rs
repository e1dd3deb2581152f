//! Then and now: what a closed figure was, what it would be today, and which change made how much.
//! Not here: sentences; what differs between two revisions is [`crate::difference`]'s.

use hashbrown::HashMap;

use super::record::{digits, recorded};
use super::{Frozen, Round};
use crate::plan::Plan;
use crate::reading::Readings;
use crate::rules::Rules;
use crate::score::{Formula, Outcome, Reckoning, Scores};
use crate::scoring::score;

/// What a figure is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Of {
    /// The body as a whole.
    Body,
    /// A node, by its code.
    Node(String),
    /// The use of an indicator by a node.
    Use {
        /// The code of the indicator.
        indicator: String,
        /// The code of the node.
        node: String,
    },
}

/// Why a figure is another one today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// The program reckons otherwise.
    Program,
    /// The plan was changed by a later revision.
    Plan,
    /// The rules were changed by a later revision.
    Rules,
    /// A reading was corrected, or came after the round was closed.
    Readings,
}

/// A change that moved a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub why: Why,
    /// What the figure was before it; `None`: there was none.
    pub before: Option<Outcome>,
    /// What it was after it.
    pub after: Option<Outcome>,
}

/// A figure of a round beside today's.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it is of.
    pub of: Of,
    /// Its title: today's where it is still in the plan.
    pub title: String,
    /// What the record says it was; `None`: the plan did not have it.
    pub then: Option<Outcome>,
    /// What today's plan, rules and readings make of it; `None`: the plan has it no more.
    pub now: Option<Outcome>,
    /// The changes that moved it, each from what the one before had left; together they lead from
    /// then to now.
    pub steps: Vec<Step>,
    /// The readings that counted then, by position; of an indicator's figure only.
    pub read_then: Vec<usize>,
    /// Those that count now.
    pub read_now: Vec<usize>,
}

/// What is in force today.
#[derive(Debug, Clone, Copy)]
pub struct Latest<'a> {
    /// The plan of the latest revision.
    pub plan: &'a Plan,
    /// Its rules.
    pub rules: &'a Rules,
    /// Every reading there is, those known then first.
    pub readings: &'a Readings,
}

impl Figure {
    /// Whether it is another one today.
    ///
    /// ```
    /// use traguardo::round::{Figure, Of};
    /// let figure = Figure {
    ///     of: Of::Body, title: "Ente".into(), then: None, now: None,
    ///     steps: Vec::new(), read_then: Vec::new(), read_now: Vec::new(),
    /// };
    /// assert!(!figure.has_moved());
    /// ```
    #[must_use]
    pub fn has_moved(&self) -> bool {
        !self.steps.is_empty()
    }
}

impl Why {
    /// The name of its text.
    ///
    /// ```
    /// use traguardo::{round::Why, text::{Lang, Texts}};
    /// let words = Texts::of(Lang::It);
    /// assert_eq!(words.say(Why::Rules.key(), &[]), "regole cambiate");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Program => "round-why-program",
            Self::Plan => "round-why-plan",
            Self::Rules => "round-why-rules",
            Self::Readings => "round-why-readings",
        }
    }
}

/// The outcomes of all figures in one situation.
struct Situation<'a> {
    outcomes: HashMap<Of, Outcome>,
    plan: &'a Plan,
    scores: Scores,
}

/// Every figure of a round beside what it would be today, in the order of today's plan: the body,
/// the nodes, the indicators, then what the plan has no more. `record` is the one that was kept.
///
/// The reasons are found by changing one thing after the other: the program, the plan, the rules,
/// the readings. A figure that a change does not move does not have it among its reasons.
///
/// ```
/// use traguardo::number::Decimal;
/// use traguardo::round::{Frozen, Latest, Of, Why, compare, record};
/// # use traguardo::{quantity::Quantity, reading::Observed, rules::Rules, sample};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let round = sample::round();
/// let frozen = Frozen { round: &round, plan: &plan, rules: &rules, readings: &readings };
/// let kept = record(&frozen);
/// let mut corrected = readings.clone();
/// let mut later = corrected.list[1].clone();
/// later.observed = Observed::Number(Quantity::bare(Decimal::from(150)));
/// later.recorded_at = traguardo::period::parse_moment("2020-09-01 09:00").ok();
/// corrected.list.push(later);
/// let today = Latest { plan: &plan, rules: &rules, readings: &corrected };
/// let figures = compare(&frozen, &kept, &today);
/// let moved: Vec<&Of> = figures.iter().filter(|f| f.has_moved()).map(|f| &f.of).collect();
/// assert_eq!(moved.len(), 4); // the body, 1, 301, and PART under it; 301.D1.2 stays
/// assert!(figures.iter().flat_map(|figure| &figure.steps).all(|step| step.why == Why::Readings));
/// ```
#[must_use]
pub fn compare(frozen: &Frozen<'_>, record: &str, today: &Latest<'_>) -> Vec<Figure> {
    let Frozen { round, plan, rules, .. } = *frozen;
    let at = round.checkpoint;
    let count = round.known.min(today.readings.list.len());
    let known = Readings { list: today.readings.list[..count].to_vec() };
    let then = Situation::new(plan, frozen.scores());
    let stages = [
        (Why::Program, &then),
        (Why::Plan, &Situation::new(today.plan, score(today.plan, &known, rules, at))),
        (Why::Rules, &Situation::new(today.plan, score(today.plan, &known, today.rules, at))),
        (
            Why::Readings,
            &Situation::new(today.plan, score(today.plan, today.readings, today.rules, at)),
        ),
    ];
    let kept = recorded(record);
    let now = stages[3].1;
    let read_then = read_by(&then, |at| round.included.get(at).map(|included| included.position));
    let read_now = read_by(now, Some);
    let (mut figures, was) = (figures(today.plan), self::figures(plan));
    let gone = was.into_iter().filter(|(of, _)| !now.outcomes.contains_key(of));
    figures.extend(gone);
    let figure = |(of, title): (Of, String)| {
        let mut before = kept.get(&of).copied();
        let first = before;
        let mut steps = Vec::new();
        for (why, stage) in stages {
            let after = stage.outcomes.get(&of).copied();
            if before != after {
                steps.push(Step { why, before, after });
            }
            before = after;
        }
        let read = |by: &HashMap<Of, Vec<usize>>| by.get(&of).cloned().unwrap_or_default();
        let (read_then, read_now) = (read(&read_then), read(&read_now));
        Figure { then: first, now: before, steps, title, read_then, read_now, of }
    };
    figures.into_iter().map(figure).collect()
}

/// The readings that came after a round was closed and refer to a day up to its checkpoint, or to
/// one that it used: they stand beside it and never enter it. By position, in the order in which
/// they came.
///
/// ```
/// use traguardo::{round::later, sample};
/// let (round, mut readings) = (sample::round(), sample::readings());
/// assert!(later(&round, &readings).is_empty());
/// readings.list.push(readings.list[0].clone());
/// assert_eq!(later(&round, &readings), [3]);
/// ```
#[must_use]
pub fn later(round: &Round, readings: &Readings) -> Vec<usize> {
    let in_time = |position: &usize| {
        readings.list[*position].date.is_none_or(|date| date <= round.checkpoint)
    };
    (round.known..readings.list.len()).filter(in_time).collect()
}

impl<'a> Situation<'a> {
    fn new(plan: &'a Plan, scores: Scores) -> Self {
        let mut outcomes = HashMap::with_capacity(plan.nodes.len() + plan.uses.len() + 1);
        let as_recorded = |outcome: Outcome| match outcome {
            Outcome::Scored(score) => Outcome::Scored(digits(score)),
            other => other,
        };
        outcomes.insert(Of::Body, as_recorded(scores.body.rolled.outcome));
        for (node, score) in plan.nodes.iter().zip(&scores.nodes) {
            outcomes.insert(Of::Node(node.code.clone()), as_recorded(score.rolled.outcome));
        }
        for (used, score) in plan.uses.iter().zip(&scores.uses) {
            let (indicator, node) = (used.indicator.clone(), used.node.clone());
            let of = Of::Use { indicator, node };
            outcomes.insert(of, as_recorded(score.reckoning.outcome));
        }
        Self { outcomes, plan, scores }
    }
}

/// What a plan has figures of, with their titles.
fn figures(plan: &Plan) -> Vec<(Of, String)> {
    let titles: HashMap<&str, &str> =
        plan.indicators.iter().map(|i| (i.code.as_str(), i.title.as_str())).collect();
    let mut figures = vec![(Of::Body, plan.body.name.clone())];
    figures.extend(plan.nodes.iter().map(|n| (Of::Node(n.code.clone()), n.title.clone())));
    figures.extend(plan.uses.iter().map(|used| {
        let title = used.title.as_deref();
        let title = title.or(titles.get(used.indicator.as_str()).copied()).unwrap_or_default();
        let (indicator, node) = (used.indicator.clone(), used.node.clone());
        (Of::Use { indicator, node }, title.to_owned())
    }));
    figures
}

/// The readings that each indicator's figure was reckoned from.
fn read_by(
    situation: &Situation<'_>,
    position: impl Fn(usize) -> Option<usize>,
) -> HashMap<Of, Vec<usize>> {
    let mut by = HashMap::new();
    for (used, score) in situation.plan.uses.iter().zip(&situation.scores.uses) {
        let mut found = Vec::new();
        gather(&score.reckoning, &mut found);
        let found: Vec<usize> = found.into_iter().filter_map(&position).collect();
        let (indicator, node) = (used.indicator.clone(), used.node.clone());
        by.insert(Of::Use { indicator, node }, found);
    }
    by
}

fn gather(reckoning: &Reckoning, found: &mut Vec<usize>) {
    found.extend(reckoning.reading);
    found.extend(&reckoning.references);
    if let Formula::Compound(parts, _) = &reckoning.formula {
        parts.iter().for_each(|part| gather(part, found));
    }
}
