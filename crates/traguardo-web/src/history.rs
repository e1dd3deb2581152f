//! What was expected of an indicator and what was observed, in the order of time.
//! Not here: drawing it, see [`crate::chart`].

use traguardo::number::Decimal;
use traguardo::period::{Date, year_end};
use traguardo::plan::Use;
use traguardo::reading::{Observed, Reading, ReadingState};
use traguardo::target::{Expected, Meaning, Target};

use crate::show;
use crate::view::View;
use crate::words::digits;

/// Something that happened, or was to happen, on a day.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The day.
    pub date: Option<Date>,
    /// What it is.
    pub kind: Kind,
    /// The number, where there is one that can be drawn.
    pub number: Option<Decimal>,
    /// As the table has it.
    pub text: String,
    /// What else there is to say.
    pub notes: Vec<String>,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A target at a checkpoint.
    Periodic,
    /// A target of a year.
    Year,
    /// A reading that another took the place of.
    Superseded,
    /// A reading.
    Reading,
}

/// A row of the table.
#[derive(Debug, Clone)]
pub struct Row {
    /// The day.
    pub date: String,
    /// What it is.
    pub what: String,
    /// As written.
    pub figure: String,
    /// What else there is to say.
    pub notes: String,
}

/// Everything that is known of an indicator, by day.
#[must_use]
pub fn entries(view: &View<'_>, indicator: &str) -> Vec<Entry> {
    let mut entries = targets(view, indicator);
    let own: Vec<&Reading> =
        view.report.readings.list.iter().filter(|r| r.indicator == indicator).collect();
    for reading in &own {
        let of_same = |other: &&&Reading| {
            (other.date, other.part, &other.body) == (reading.date, reading.part, &reading.body)
        };
        let superseded = own.iter().filter(of_same).any(|other| other.supersedes(reading));
        let kind = if superseded { Kind::Superseded } else { Kind::Reading };
        let foreign = reading.body.as_deref().is_some_and(|b| b != view.report.plan.body.ipa);
        entries.push(Entry {
            date: reading.date,
            kind,
            number: number(reading).filter(|_| !foreign && !superseded),
            text: show::observed(reading, view.words),
            notes: notes(view, reading),
        });
    }
    entries.sort_by(|a, b| {
        (a.date.is_none(), a.date, a.kind).cmp(&(b.date.is_none(), b.date, b.kind))
    });
    entries
}

fn targets(view: &View<'_>, indicator: &str) -> Vec<Entry> {
    let plan = view.report.plan;
    let mut found: Vec<(Date, Kind, &Expected, Vec<&str>)> = Vec::new();
    let steps = |node: &str| {
        let of = |used: &&Use| used.indicator == indicator && used.node == node;
        plan.uses.iter().find(of).and_then(|used| show::steps(used, view.words))
    };
    let mut put = |date: Date, kind: Kind, expected, node| {
        let same = |(d, k, e, _): &&mut (Date, Kind, &Expected, Vec<&str>)| {
            *d == date && *k == kind && *e == expected
        };
        match found.iter_mut().find(same) {
            Some((_, _, _, nodes)) => nodes.push(node),
            None => found.push((date, kind, expected, vec![node])),
        }
    };
    for used in plan.uses.iter().filter(|u| u.indicator == indicator) {
        let targets = &used.details.targets;
        for (date, expected) in &targets.periodic {
            put(*date, Kind::Periodic, expected, used.node.as_str());
        }
        if let Some(expected) = &targets.year {
            put(year_end(plan.year), Kind::Year, expected, &used.node);
        }
        for (year, expected) in &targets.other_years {
            put(year_end(*year), Kind::Year, expected, &used.node);
        }
    }
    let several = plan.uses.iter().filter(|u| u.indicator == indicator).count() > 1;
    let entry = |(date, kind, expected, nodes): (Date, Kind, &Expected, Vec<&str>)| {
        let of = view.words.tell("history-target-of", &[("nodes", nodes.join(", ").into())]);
        let is_of_plan = kind == Kind::Year && date == year_end(plan.year);
        let steps = nodes.first().filter(|_| is_of_plan).and_then(|node| steps(node));
        Entry {
            date: Some(date),
            kind,
            number: level(expected),
            text: expected.verbatim.clone(),
            notes: several.then_some(of).into_iter().chain(steps).collect(),
        }
    };
    found.into_iter().map(entry).collect()
}

fn level(expected: &Expected) -> Option<Decimal> {
    match &expected.meaning {
        Meaning::Read(Target::Level { level, .. }) => Some(level.number),
        _ => None,
    }
}

fn number(reading: &Reading) -> Option<Decimal> {
    match &reading.observed {
        Observed::Number(quantity) | Observed::Quotient { stated: Some(quantity), .. } => {
            Some(quantity.number)
        }
        _ => None,
    }
}

fn notes(view: &View<'_>, reading: &Reading) -> Vec<String> {
    let words = view.words;
    let state = reading.state.map(|state| {
        words.say(match state {
            ReadingState::Recorded => "history-recorded",
            ReadingState::Checked => "history-checked",
        })
    });
    let source = reading.source.as_deref();
    let source = source.map(|s| words.tell("history-source", &[("source", s.into())]));
    let body = reading.body.as_deref();
    let body = body.map(|b| words.tell("history-other-body", &[("body", b.into())]));
    [state, source, body, reading.note.clone(), reading.reason.clone()]
        .into_iter()
        .flatten()
        .collect()
}

/// The entries as rows of a table.
#[must_use]
pub fn rows(view: &View<'_>, entries: &[Entry]) -> Vec<Row> {
    let row = |entry: &Entry| Row {
        date: entry.date.map_or_else(|| view.words.say("history-undated"), digits),
        what: view.words.say(match entry.kind {
            Kind::Periodic => "history-target-periodic",
            Kind::Year => "history-target-year",
            Kind::Superseded => "history-superseded",
            Kind::Reading => "history-reading",
        }),
        figure: entry.text.clone(),
        notes: entry.notes.join(" · "),
    };
    entries.iter().map(row).collect()
}
