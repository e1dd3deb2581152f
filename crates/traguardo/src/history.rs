//! The history of a node or an indicator: every change of it, with who, when, before and after.
//! Not here: keeping any of it; revisions, readings and marks are the store's.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use hashbrown::HashMap;

use crate::collection::{Mark, Verdict};
use crate::difference::{Cell, Difference, Entry, Fate, Item, Side, diff_all, diff_readings};
use crate::period::DateTime;
use crate::plan::Plan;
use crate::reading::{Reading, Readings};
use crate::rules::Rules;
use crate::text::Arg;

/// A revision of the plan, as far as history needs it.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// Its number.
    pub number: i64,
    /// Who saved it.
    pub by: &'a str,
    /// When.
    pub at: DateTime,
    /// The plan.
    pub plan: &'a Plan,
    /// Its rules.
    pub rules: &'a Rules,
}

/// Who wrote a reading into the database, as the register of changes says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime,
}

/// All that a history is found in.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The revisions, in the order of their numbers.
    pub versions: &'a [Version<'a>],
    /// The readings, in the order in which they came.
    pub readings: &'a Readings,
    /// Who wrote each of them, by position.
    pub written: &'a [Option<Written>],
    /// What was said of them.
    pub marks: &'a [Mark],
}

/// What the history is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic<'a> {
    /// A node, by its code: its own row and the answers to the questions of its targets.
    Node(&'a str),
    /// An indicator, by its code: what it is, its uses with their targets and weights, its
    /// readings and what was said of them.
    Indicator(&'a str),
}

/// Where a change comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A revision, by its number.
    Revision(i64),
    /// A reading, by its position.
    Reading(usize),
    /// A mark, by its position.
    Mark(usize),
}

/// A change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// When.
    pub at: Option<DateTime>,
    /// Who.
    pub by: Option<String>,
    /// Where it comes from.
    pub source: Source,
    /// What was changed, and each cell before and after.
    pub entry: Entry,
}

/// Every change of a node or an indicator, the latest first.
///
/// ```
/// use traguardo::history::{Sources, Source, Topic, Version, history};
/// use traguardo::{number::Decimal, period::parse_moment, reading::Readings, rules::Rules, sample};
/// let (first, rules) = (sample::plan(), Rules::default());
/// let mut second = first.clone();
/// second.uses[0].details.weight = Some(Decimal::from(60));
/// let at = |day| parse_moment(day).unwrap();
/// let versions = [
///     Version { number: 1, by: "Ufficio", at: at("2020-01-31"), plan: &first, rules: &rules },
///     Version { number: 2, by: "Giunta", at: at("2020-07-24"), plan: &second, rules: &rules },
/// ];
/// let readings = sample::readings();
/// let sources =
///     Sources { versions: &versions, readings: &readings, written: &[], marks: &[] };
/// let changes = history(&sources, Topic::Indicator("EXPORT"));
/// // The reading is not dated; the weight, then the use and the indicator as they were handed in.
/// let found: Vec<Source> = changes.iter().map(|change| change.source).collect();
/// use Source::{Reading, Revision};
/// assert_eq!(found, [Revision(2), Revision(1), Revision(1), Reading(0)]);
/// assert_eq!(changes[0].entry.cells[0].column, "peso");
/// ```
#[must_use]
pub fn history(sources: &Sources<'_>, topic: Topic<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    of_versions(sources, topic, &mut changes);
    if let Topic::Indicator(code) = topic {
        of_readings(sources, code, &mut changes);
    }
    // Stable: what has the same moment stays in the order in which it was found.
    changes.sort_by_key(|change| std::cmp::Reverse(change.at));
    changes
}

/// Each revision against the one before; the first against nothing.
fn of_versions(sources: &Sources<'_>, topic: Topic<'_>, changes: &mut Vec<Change>) {
    let nothing = Readings::default();
    let mut before: Option<&Version<'_>> = None;
    for version in sources.versions {
        let blank = Plan::new(version.plan.body.clone(), version.plan.year);
        let old = match before {
            Some(before) => Side { plan: before.plan, readings: &nothing, rules: before.rules },
            None => Side { plan: &blank, readings: &nothing, rules: version.rules },
        };
        let new = Side { plan: version.plan, readings: &nothing, rules: version.rules };
        let Difference { entries } = diff_all(old, new);
        changes.extend(entries.into_iter().filter(|entry| is_about(&entry.item, topic)).map(
            |entry| Change {
                at: Some(version.at),
                by: Some(version.by.to_owned()),
                source: Source::Revision(version.number),
                entry,
            },
        ));
        before = Some(version);
    }
}

fn is_about(item: &Item, topic: Topic<'_>) -> bool {
    match (item, topic) {
        (Item::Node { code }, Topic::Node(node)) => code == node,
        (Item::Answer { code, parent: None, .. }, Topic::Node(node)) => code == node,
        (Item::Indicator { code }, Topic::Indicator(indicator)) => code == indicator,
        (Item::Use { indicator: code, .. }, Topic::Indicator(indicator)) => code == indicator,
        (Item::Answer { code, parent: Some(_), .. }, Topic::Indicator(indicator)) => {
            code == indicator
        }
        _ => false,
    }
}

/// Each reading against the one of the same day that it supersedes, and what was said of it.
fn of_readings(sources: &Sources<'_>, code: &str, changes: &mut Vec<Change>) {
    let Sources { readings, written, marks, .. } = sources;
    let key = |r: &Reading| (r.date, r.part, r.body.clone());
    let mut latest: HashMap<_, &Reading> = HashMap::new();
    for (position, reading) in readings.list.iter().enumerate() {
        if reading.indicator != code {
            continue;
        }
        let last = latest.get(&key(reading)).copied();
        let mut both = Readings { list: last.cloned().into_iter().collect() };
        let old = both.clone();
        both.list.push(reading.clone());
        let signed = written.get(position).and_then(Option::as_ref);
        let at = signed.map(|signed| signed.at).or(reading.recorded_at);
        let by = signed.map(|signed| signed.by.clone()).or_else(|| reading.recorded_by.clone());
        let found = diff_readings(&old, &both).into_iter();
        changes.extend(found.map(|entry| Change {
            at,
            by: by.clone(),
            source: Source::Reading(position),
            entry,
        }));
        if last.is_none_or(|last| reading.supersedes(last)) {
            latest.insert(key(reading), reading);
        }
    }
    for (number, mark) in marks.iter().enumerate() {
        let Some(reading) = readings.list.get(mark.reading) else { continue };
        if reading.indicator == code {
            changes.push(marked(number, mark, reading));
        }
    }
}

fn marked(number: usize, mark: &Mark, reading: &Reading) -> Change {
    let verdict = match mark.verdict {
        Verdict::Checked => "history-word-checked",
        Verdict::SentBack => "history-word-sent-back",
    };
    let cell = |column: &'static str, held: Arg<'static>| Cell {
        column: Cow::Borrowed(column),
        before: None,
        after: Some(held),
    };
    let comment = mark.comment.clone().map(|comment| cell("motivo", comment.into()));
    let cells = [Some(cell("esito", Arg::Named(verdict))), comment];
    let item = Item::Reading {
        indicator: reading.indicator.clone(),
        date: reading.date,
        part: reading.part,
        body: reading.body.clone(),
    };
    Change {
        at: Some(mark.at),
        by: Some(mark.by.clone()),
        source: Source::Mark(number),
        entry: Entry {
            item,
            title: String::new(),
            fate: Fate::Changed,
            cells: cells.into_iter().flatten().collect(),
        },
    }
}
