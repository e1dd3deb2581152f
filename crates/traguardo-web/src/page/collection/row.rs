//! A row as the page shows it: what is asked, what stands there, what it comes to, and what to do.
//! Not here: saving it.

use traguardo::collection::{Asks, Awaited, Owed, State, Verdict};
use traguardo::number;
use traguardo::plan::Plan;
use traguardo::reading::{Observed, Reading};
use traguardo::score::Applied;
use traguardo_store::{Stored, new_token};

use super::beside::{help, last_round, last_year};
use super::saving::{Done, Outcome};
use super::sent::SentRow;
use crate::figure::{Figure, Mark};
use crate::show;
use crate::view::View;
use crate::words::{Words, capital, digits, moment, time};

/// A row.
pub struct Row {
    /// Its place in the form.
    pub at: usize,
    /// What it is of, in one piece: the same whenever the page is made.
    pub id: String,
    /// The code of the indicator.
    pub indicator: String,
    /// The part of its target.
    pub part: String,
    /// The checkpoint.
    pub checkpoint: String,
    /// The title.
    pub title: String,
    /// The page of the indicator.
    pub url: String,
    /// Where it stands, and which part of it is asked for.
    pub minor: String,
    /// The target.
    pub target: show::Cell,
    /// How the cells are filled in.
    pub asks: &'static str,
    /// What is counted.
    pub measure: String,
    /// The cells, as they stand.
    pub actual: String,
    /// Above the line.
    pub numerator: String,
    /// Below the line.
    pub denominator: String,
    /// The note.
    pub note: String,
    /// What the cells held when the page was made.
    pub was: [String; 4],
    /// The reading of that very day.
    pub seen: String,
    /// The key of the next save.
    pub key: String,
    /// The reading of a year ago.
    pub last_year: Option<show::Cell>,
    /// The reading of the checkpoint before.
    pub last_round: Option<show::Cell>,
    /// In plain words.
    pub help: Vec<(String, String)>,
    /// The page of what proves it.
    pub proof_url: Option<String>,
    /// How many things prove it.
    pub proofs_said: String,
    /// An example of what is typed, where that is not a number.
    pub hint: String,
    /// What is said of it.
    pub said: Said,
}

/// What is said of a row: after a save only this is sent.
pub struct Said {
    /// The state, as a class of the style has it.
    pub state: &'static str,
    /// The state, as word, shape and tone.
    pub mark: Mark,
    /// What stands under it: who saved it and when, why it was sent back, by when it is owed.
    pub lines: Vec<String>,
    /// What it comes to.
    pub figures: Vec<(Figure, String)>,
    /// Whether a note is owed.
    pub note_owed: bool,
    /// Whether a reason is needed to change it.
    pub reason_owed: bool,
    /// What is wrong with what was typed.
    pub fault: Option<String>,
    /// What somebody else saved first.
    pub first: Option<First>,
    /// What the two buttons beside it say.
    pub keep_theirs: String,
    /// And the other.
    pub keep_mine: String,
    /// The position of the reading of that day.
    pub position: Option<usize>,
}

/// What somebody else saved first.
pub struct First {
    /// Who, what and when, beside what was typed here.
    pub sentence: String,
    /// Where it stands.
    pub position: usize,
}

impl Row {
    /// The row of what is owed; of what was just sent, with what was typed if it was not saved.
    #[must_use]
    pub fn of(
        view: &View<'_>,
        stored: &Stored,
        owed: &Owed,
        at: usize,
        done: &[(SentRow, Done)],
    ) -> Self {
        let plan = view.report.plan;
        let words = view.words;
        let readings = &stored.readings.list;
        let reading = owed.reading.map(|at| (at, &readings[at]));
        let own = reading.filter(|(_, reading)| reading.date == Some(owed.checkpoint));
        let used = owed.asked.first().map_or(0, |asked| asked.used);
        let sent = sent_of(owed, done);
        let (was, now) = held(own.map(|(_, reading)| reading), sent);
        let [actual, numerator, denominator, note] = now;
        let part = owed.part.map(|part| part.to_string()).unwrap_or_default();
        let addresses = view.addresses.at(owed.checkpoint);
        let said = match sent {
            Some((_, done)) => Said::of(done, words),
            None => Said::standing(owed, reading, stored, &addresses, words),
        };
        let indicator = view.report.indicator(&owed.indicator);
        Self {
            at,
            id: format!("{} {part} {}", owed.indicator, owed.checkpoint),
            checkpoint: owed.checkpoint.to_string(),
            title: view.report.use_title(used).to_owned(),
            url: view.addresses.indicator(&owed.indicator),
            minor: minor(plan, owed, words),
            target: target(plan, owed, words),
            asks: asks(owed.asks),
            measure: indicator.and_then(|i| i.measure.clone()).unwrap_or_default(),
            actual,
            numerator,
            denominator,
            note,
            was,
            seen: own.map(|(at, _)| at.to_string()).unwrap_or_default(),
            key: new_token().unwrap_or_default(),
            last_year: last_year(view, readings, owed),
            last_round: last_round(view, readings, owed),
            help: help(view, owed),
            proof_url: reading.map(|(at, _)| addresses.page(&["prove", &at.to_string()])),
            proofs_said: words.tell(
                "collection-proofs",
                &[("count", reading.map_or(0, |(_, reading)| proofs_of(stored, reading)).into())],
            ),
            hint: match owed.asks {
                Asks::Day => words.say("collection-day-hint"),
                Asks::YesNo => words.say("collection-yes-hint"),
                _ => String::new(),
            },
            indicator: owed.indicator.clone(),
            part,
            said,
        }
    }
}

impl Said {
    /// After a save.
    #[must_use]
    pub fn of(done: &Done, words: Words) -> Self {
        let Done { outcome, owed, reading, standing, addresses, at } = done;
        let plan = &standing.plan;
        let position =
            reading.as_ref().filter(|(_, r)| r.date == Some(owed.checkpoint)).map(|(at, _)| *at);
        let mut said = Self {
            state: state_class(&owed.state),
            mark: mark(owed, words),
            lines: Vec::new(),
            figures: figures(plan, &standing.rules, owed, addresses, words),
            note_owed: owed.note_owed,
            reason_owed: owed.state == State::Checked,
            fault: None,
            first: None,
            keep_theirs: words.say("collection-keep-theirs"),
            keep_mine: words.say("collection-keep-mine"),
            position,
        };
        match outcome {
            Outcome::Saved | Outcome::Same => {
                said.lines.push(words.tell("collection-saved-at", &[("time", time(*at).into())]));
                if said.note_owed {
                    said.lines.push(words.say("collection-note-owed"));
                }
            }
            Outcome::Conflict { first, position, typed } => {
                let sentence = words.tell(
                    "collection-conflict",
                    &[
                        ("who", first.recorded_by.clone().unwrap_or_default().into()),
                        ("when", first.recorded_at.map(moment).unwrap_or_default().into()),
                        ("theirs", show::observed(first, words).into()),
                        ("typed", typed.as_str().into()),
                    ],
                );
                said.first = Some(First { sentence, position: *position });
            }
            Outcome::Refused { said: why, wants_reason } => {
                said.reason_owed |= wants_reason;
                said.fault = Some(why.clone());
            }
        }
        said
    }

    /// Of a row as it stands.
    fn standing(
        owed: &Owed,
        reading: Option<(usize, &Reading)>,
        stored: &Stored,
        addresses: &crate::address::Addresses,
        words: Words,
    ) -> Self {
        let mut lines = Vec::new();
        if let Some(mark) = owed.mark.and_then(|at| stored.marks.get(at)) {
            let key = match mark.verdict {
                Verdict::Checked => "collection-checked-by",
                Verdict::SentBack => "collection-sent-back-by",
            };
            let comment = mark.comment.clone().unwrap_or_else(|| "none".to_owned());
            let args = [
                ("who", mark.by.as_str().into()),
                ("date", digits(mark.at.date()).into()),
                ("comment", comment.into()),
            ];
            lines.push(words.tell(key, &args));
        } else if let Some((_, reading)) = reading {
            let who = reading.recorded_by.clone().unwrap_or_else(|| "none".to_owned());
            let when = reading.recorded_at.map_or_else(|| "none".to_owned(), moment);
            let args = [("who", who.into()), ("when", when.into())];
            lines.push(words.tell("collection-recorded-by", &args));
        }
        match (&owed.state, owed.hand_in) {
            (State::Due, Some(day)) => {
                lines.push(words.tell("collection-due-by", &[("date", day.into())]));
            }
            (State::Late, Some(day)) => {
                lines.push(words.tell("collection-late-since", &[("date", day.into())]));
            }
            (State::Suspended(Awaited::Answer), _) => {
                lines.push(words.say("collection-awaits-answer"));
            }
            (State::Suspended(Awaited::Event), _) => {
                lines.push(words.say("collection-awaits-event"));
            }
            _ => {}
        }
        if owed.note_owed {
            lines.push(words.say("collection-note-owed"));
        }
        Self {
            state: state_class(&owed.state),
            mark: mark(owed, words),
            lines,
            figures: figures(&stored.plan, &stored.rules, owed, addresses, words),
            note_owed: owed.note_owed,
            reason_owed: owed.state == State::Checked,
            fault: None,
            first: None,
            keep_theirs: words.say("collection-keep-theirs"),
            keep_mine: words.say("collection-keep-mine"),
            position: reading.map(|(at, _)| at),
        }
    }
}

/// What was just sent of what is owed.
fn sent_of<'d>(owed: &Owed, done: &'d [(SentRow, Done)]) -> Option<&'d (SentRow, Done)> {
    let is_it = |(sent, _): &&(SentRow, Done)| {
        sent.indicator == owed.indicator
            && sent.part == owed.part
            && sent.checkpoint == Some(owed.checkpoint)
    };
    done.iter().find(is_it)
}

/// What the cells and the note hold as stored, and as shown: what was typed and not saved stays.
fn held(own: Option<&Reading>, sent: Option<&(SentRow, Done)>) -> ([String; 4], [String; 4]) {
    let [actual, numerator, denominator] = cells(own);
    let note = own.and_then(|reading| reading.note.clone()).unwrap_or_default();
    let was = [actual, numerator, denominator, note];
    let typed = sent.filter(|(_, done)| !done.outcome.is_saved()).map(|(sent, _)| sent);
    let now = typed.map(|sent| {
        [&sent.actual, &sent.numerator, &sent.denominator, &sent.note].map(String::clone)
    });
    let now = now.unwrap_or_else(|| was.clone());
    (was, now)
}

/// The state of a row, as word, shape and tone.
#[must_use]
pub fn mark(owed: &Owed, words: Words) -> Mark {
    let (key, shape, tone) = match &owed.state {
        State::NotDue => ("progress-not-due", "clock", "blue"),
        State::Due => ("progress-due", "half", "amber"),
        State::Late => ("progress-late", "triangle", "red"),
        State::Recorded => ("progress-recorded", "circle", "blue"),
        State::SentBack => ("progress-sent-back", "triangle", "amber"),
        State::Checked => ("progress-checked", "tick", "green"),
        State::Suspended(_) => ("progress-suspended", "bar", "violet"),
        State::NotAvailable => ("progress-not-available", "ring", "grey"),
    };
    Mark { word: capital(&words.say(key)), shape, tone }
}

/// What a reading comes to, in each use that asks for it; once where it comes to the same.
#[must_use]
pub fn figures(
    plan: &Plan,
    rules: &traguardo::rules::Rules,
    owed: &Owed,
    addresses: &crate::address::Addresses,
    words: Words,
) -> Vec<(Figure, String)> {
    if owed.reading.is_none() {
        return Vec::new();
    }
    let mut figures: Vec<(Figure, String)> = Vec::new();
    for asked in &owed.asked {
        let used = &plan.uses[asked.used];
        let url = addresses.explain_use(&used.node, &used.indicator);
        let figure = Figure::of(asked.reckoning.outcome, rules, words, url);
        if figures.iter().all(|(known, _)| known.printed != figure.printed) {
            figures.push((figure, used.node.clone()));
        }
    }
    if let [(_, node)] = figures.as_mut_slice() {
        node.clear();
    }
    figures
}

fn state_class(state: &State) -> &'static str {
    state.name()
}

fn asks(asks: Asks) -> &'static str {
    match asks {
        Asks::Number => "number",
        Asks::Quotient => "quotient",
        Asks::Day => "day",
        Asks::YesNo => "yes",
        Asks::Judgement => "judgement",
    }
}

/// What stands in the cells of a reading: actual, numerator, denominator.
#[must_use]
pub fn cells(reading: Option<&Reading>) -> [String; 3] {
    let alone = |text: String| [text, String::new(), String::new()];
    match reading.map(|reading| &reading.observed) {
        None => alone(String::new()),
        Some(Observed::Number(quantity)) => alone(number::format(quantity.number)),
        Some(Observed::Quotient { numerator, denominator, stated }) => [
            stated.as_ref().map(|stated| number::format(stated.number)).unwrap_or_default(),
            number::format(*numerator),
            number::format(*denominator),
        ],
        Some(Observed::Done(date)) => alone(digits(*date)),
        Some(Observed::YesNo(yes)) => alone(if *yes { "sì" } else { "no" }.to_owned()),
        Some(Observed::Judgement(mark)) => alone(number::format(*mark)),
        Some(Observed::NotAvailable) => alone("N/D".to_owned()),
        Some(Observed::Unread(text)) => alone(text.clone()),
    }
}

fn minor(plan: &Plan, owed: &Owed, words: Words) -> String {
    let nodes: Vec<&str> = owed.asked.iter().map(|asked| &*plan.uses[asked.used].node).collect();
    let mut minor = format!("{} · {}", owed.indicator, nodes.join(", "));
    if let Some(part) = owed.part {
        let part = words.tell("collection-part", &[("part", part.to_string().into())]);
        minor = format!("{minor} · {part}");
    }
    minor
}

/// The target that is in force at the checkpoint, with the year's under it where it is another.
#[must_use]
pub fn target(plan: &Plan, owed: &Owed, words: Words) -> show::Cell {
    let Some(asked) = owed.asked.first() else { return show::Cell::default() };
    let targets = &plan.uses[asked.used].details.targets;
    let year = targets.year.as_ref().map(|target| target.verbatim.clone());
    match asked.applied {
        Applied::Periodic(date) => show::Cell {
            text: targets.periodic.get(&date).map(|t| t.verbatim.clone()).unwrap_or_default(),
            minor: year.map(|target| {
                let args = [("year", i64::from(plan.year).into()), ("target", target.into())];
                words.tell("target-year", &args)
            }),
        },
        _ => show::Cell { text: year.unwrap_or_default(), minor: None },
    }
}

/// How many things prove a reading, or those that it has taken the place of.
#[must_use]
pub fn proofs_of(stored: &Stored, reading: &Reading) -> usize {
    let of_it = |at: usize| stored.readings.list.get(at).is_some_and(|other| other.rivals(reading));
    stored.evidence.iter().filter(|evidence| of_it(evidence.reading)).count()
}
