//! The difference between two hand-ins: what was added, changed and removed, with before and after.
//! Not here: the storing of either, and the order of rows, which is no difference.

mod field;
mod telling;

use std::borrow::Cow;
use std::collections::VecDeque;

use hashbrown::HashMap;

use crate::period::Date;
use crate::plan::Plan;
use crate::reading::{Observed, Reading, Readings};
use crate::rules::Rules;
use crate::text::Arg;

/// What differs between two hand-ins, table by table and in the order of the newer one's rows; what
/// is gone comes after what is there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Difference {
    /// What was added, changed or removed.
    pub entries: Vec<Entry>,
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What it is.
    pub item: Item,
    /// Its title, or that of the indicator; blank where it has none.
    pub title: String,
    /// What became of it.
    pub fate: Fate,
    /// The cells that differ; all that hold something where it was added or removed.
    pub cells: Vec<Cell>,
}

/// Something that can differ, by what names it in both hand-ins.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Item {
    /// The body and its year (`ente.toml`).
    Body,
    /// The rules (`regole.toml`).
    Rules,
    /// A node.
    Node {
        /// Its code.
        code: String,
    },
    /// What is measured, for all its uses.
    Indicator {
        /// Its code.
        code: String,
    },
    /// The use of an indicator by a node.
    Use {
        /// The code of the indicator.
        indicator: String,
        /// The code of the node.
        node: String,
    },
    /// An office.
    Office {
        /// Its code.
        code: String,
    },
    /// An event that deadlines refer to.
    Event {
        /// Its name.
        name: String,
    },
    /// An answer to the question of a target.
    Answer {
        /// The code of the row.
        code: String,
        /// The code of the node, where the row is the use of an indicator.
        parent: Option<String>,
        /// The column.
        column: String,
    },
    /// A reading.
    Reading {
        /// The code of the indicator.
        indicator: String,
        /// The day.
        date: Option<Date>,
        /// The part of a compound target.
        part: Option<u32>,
        /// The other body, for clusters.
        body: Option<String>,
    },
}

/// What became of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// Only the newer hand-in has it.
    Added,
    /// Both have it, and they differ.
    Changed,
    /// Only the older hand-in has it.
    Removed,
    /// A reading that takes the place of an earlier one of the same day.
    Superseded,
}

/// A cell that differs, under the name of its column.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The column of the table, or the key of `ente.toml` and `regole.toml`.
    pub column: Cow<'static, str>,
    /// What it held; `None`: nothing.
    pub before: Option<Arg<'static>>,
    /// What it holds; `None`: nothing.
    pub after: Option<Arg<'static>>,
}

/// A hand-in as far as it is compared.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The readings.
    pub readings: &'a Readings,
    /// The rules.
    pub rules: &'a Rules,
}

/// A thing with its cells, before it is compared.
struct Row {
    item: Item,
    title: String,
    cells: Vec<(Cow<'static, str>, Arg<'static>)>,
}

impl Fate {
    /// The stable English name, as JSON has it.
    ///
    /// ```
    /// assert_eq!(traguardo::difference::Fate::Added.name(), "added");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::Superseded => "superseded",
        }
    }
}

impl Difference {
    /// Whether nothing differs.
    ///
    /// ```
    /// use traguardo::{difference::diff, sample};
    /// assert!(diff(&sample::plan(), &sample::plan()).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many things met a fate.
    ///
    /// ```
    /// use traguardo::{difference::{diff, Fate}, sample};
    /// let mut new = sample::plan();
    /// new.nodes[1].title = "Estero".into();
    /// assert_eq!(diff(&sample::plan(), &new).count(Fate::Changed), 1);
    /// ```
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.entries.iter().filter(|entry| entry.fate == fate).count()
    }

    /// The same difference, readings left out that only the older hand-in has: a store keeps them.
    ///
    /// ```
    /// use traguardo::{difference::{diff_readings, Difference}, reading::Readings, sample};
    /// let entries = diff_readings(&sample::readings(), &Readings::default());
    /// assert!(Difference { entries }.keeping_readings().is_empty());
    /// ```
    #[must_use]
    pub fn keeping_readings(mut self) -> Self {
        let goes = |e: &Entry| e.fate == Fate::Removed && matches!(e.item, Item::Reading { .. });
        self.entries.retain(|entry| !goes(entry));
        self
    }
}

/// What differs between two plans. Rows are paired by what names them (codes; the second of a
/// code with the second), whatever their order. Takes time in proportion to the plans.
///
/// ```
/// use traguardo::{difference::{diff, Fate, Item}, number::Decimal, sample};
/// let mut new = sample::plan();
/// new.nodes[1].details.weight = Some(Decimal::from(40));
/// let difference = diff(&sample::plan(), &new);
/// let entry = &difference.entries[0];
/// assert_eq!(entry.item, Item::Node { code: "301".into() });
/// assert_eq!((entry.fate, entry.cells[0].column.as_ref()), (Fate::Changed, "peso"));
/// ```
#[must_use]
pub fn diff(old: &Plan, new: &Plan) -> Difference {
    let mut entries = Vec::new();
    let tables: [fn(&Plan) -> Vec<Row>; 7] = [
        field::body,
        field::nodes,
        field::indicators,
        field::uses,
        field::offices,
        field::events,
        field::answers,
    ];
    for rows in tables {
        compare(rows(old), rows(new), &mut entries);
    }
    Difference { entries }
}

/// What differs between two sets of readings. A reading that another one of the same day replaces
/// is not removed: the new one [supersedes](Fate::Superseded) it.
///
/// ```
/// use traguardo::{difference::{diff_readings, Fate}, reading::Readings, sample};
/// let entries = diff_readings(&Readings::default(), &sample::readings());
/// assert!(entries.iter().all(|entry| entry.fate == Fate::Added));
/// ```
#[must_use]
pub fn diff_readings(old: &Readings, new: &Readings) -> Vec<Entry> {
    let mut known: HashMap<String, usize> = HashMap::with_capacity(old.list.len());
    for reading in &old.list {
        *known.entry(written(reading)).or_default() += 1;
    }
    // The one in force of each day is what a new one supersedes.
    let mut latest: HashMap<Item, &Reading> = HashMap::with_capacity(old.list.len());
    for reading in &old.list {
        let last = latest.entry(field::reading_item(reading)).or_insert(reading);
        if reading.supersedes(last) {
            *last = reading;
        }
    }
    let mut entries = Vec::new();
    let mut replaced = hashbrown::HashSet::new();
    for reading in &new.list {
        if let Some(count) = known.get_mut(&written(reading)).filter(|count| **count > 0) {
            *count -= 1;
            continue;
        }
        let row = field::reading(reading);
        let earlier = latest.get(&row.item).filter(|earlier| reading.supersedes(earlier));
        entries.push(match earlier {
            Some(earlier) => {
                replaced.insert(written(earlier));
                let cells = changes(field::reading(earlier).cells, row.cells);
                Entry { item: row.item, title: row.title, fate: Fate::Superseded, cells }
            }
            None => row.into_entry(Fate::Added),
        });
    }
    for reading in &old.list {
        let text = written(reading);
        if replaced.contains(&text) {
            continue;
        }
        if let Some(count) = known.get_mut(&text).filter(|count| **count > 0) {
            *count -= 1;
            entries.push(field::reading(reading).into_entry(Fate::Removed));
        }
    }
    entries
}

/// What differs between two hand-ins: plan, rules and readings.
///
/// ```
/// use traguardo::{difference::{diff_all, Side}, rules::Rules, sample};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let side = Side { plan: &plan, readings: &readings, rules: &rules };
/// assert!(diff_all(side, side).is_empty());
/// ```
#[must_use]
pub fn diff_all(old: Side<'_>, new: Side<'_>) -> Difference {
    let mut difference = diff(old.plan, new.plan);
    compare(field::rules(old.rules), field::rules(new.rules), &mut difference.entries);
    difference.entries.extend(diff_readings(old.readings, new.readings));
    difference
}

/// Pairs the rows of a table by what names them.
fn compare(old: Vec<Row>, new: Vec<Row>, entries: &mut Vec<Entry>) {
    let mut by_item: HashMap<&Item, VecDeque<usize>> = HashMap::with_capacity(old.len());
    for (at, row) in old.iter().enumerate() {
        by_item.entry(&row.item).or_default().push_back(at);
    }
    let pairs: Vec<Option<usize>> =
        new.iter().map(|row| by_item.get_mut(&row.item).and_then(VecDeque::pop_front)).collect();
    drop(by_item);
    let mut old: Vec<Option<Row>> = old.into_iter().map(Some).collect();
    for (row, pair) in new.into_iter().zip(pairs) {
        let Some(before) = pair.and_then(|at| old[at].take()) else {
            entries.push(row.into_entry(Fate::Added));
            continue;
        };
        let cells = changes(before.cells, row.cells);
        if !cells.is_empty() {
            entries.push(Entry { item: row.item, title: row.title, fate: Fate::Changed, cells });
        }
    }
    entries.extend(old.into_iter().flatten().map(|row| row.into_entry(Fate::Removed)));
}

/// The cells that differ, in the order of the newer row; those that are gone come last.
fn changes(
    before: Vec<(Cow<'static, str>, Arg<'static>)>,
    after: Vec<(Cow<'static, str>, Arg<'static>)>,
) -> Vec<Cell> {
    let mut gone: litemap::LiteMap<Cow<'static, str>, Arg<'static>> = before.into_iter().collect();
    let mut cells = Vec::new();
    for (column, after) in after {
        let before = gone.remove(&column);
        if before.as_ref() != Some(&after) {
            cells.push(Cell { column, before, after: Some(after) });
        }
    }
    cells.extend(gone.into_iter().map(|(column, before)| Cell {
        column,
        before: Some(before),
        after: None,
    }));
    cells
}

/// A reading as one text, equal for readings that say the same, wherever they were read from.
fn written(reading: &Reading) -> String {
    let mut same = Reading { row: 0, ..reading.clone() };
    match &mut same.observed {
        Observed::Number(quantity) => quantity.number = quantity.number.normalize(),
        Observed::Quotient { numerator, denominator, stated } => {
            *numerator = numerator.normalize();
            *denominator = denominator.normalize();
            if let Some(stated) = stated {
                stated.number = stated.number.normalize();
            }
        }
        Observed::Judgement(mark) => *mark = mark.normalize(),
        Observed::Done(_) | Observed::YesNo(_) | Observed::NotAvailable | Observed::Unread(_) => {}
    }
    format!("{same:?}")
}

impl Row {
    fn into_entry(self, fate: Fate) -> Entry {
        let cell = |(column, held): (Cow<'static, str>, Arg<'static>)| match fate {
            Fate::Removed => Cell { column, before: Some(held), after: None },
            Fate::Added | Fate::Changed | Fate::Superseded => {
                Cell { column, before: None, after: Some(held) }
            }
        };
        let cells = self.cells.into_iter().map(cell).collect();
        Entry { item: self.item, title: self.title, fate, cells }
    }
}

#[cfg(test)]
mod tests;
