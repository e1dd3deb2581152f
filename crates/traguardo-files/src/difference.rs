//! A difference as JSON, in the shape of `docs/interchange.md`.
//! Not here: the comparing, see [`traguardo::difference`].

use std::io::{self, Write};

use serde::Serialize;
use traguardo::difference::{Cell, Difference, Entry, Fate, Item};
use traguardo::text::{Arg, Texts};

#[derive(Serialize)]
struct Root<'a> {
    counts: Counts,
    entries: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Counts {
    added: usize,
    changed: usize,
    removed: usize,
    superseded: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    fate: &'static str,
    #[serde(flatten)]
    thing: Thing<'a>,
}

/// A thing that differs, or that an act changed, with its cells.
#[derive(Serialize)]
pub(crate) struct Thing<'a> {
    item: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    node: Option<&'a str>,
    name: String,
    title: &'a str,
    cells: Vec<Change<'a>>,
}

#[derive(Serialize)]
struct Change<'a> {
    column: &'a str,
    before: Option<String>,
    after: Option<String>,
}

/// Writes a difference: how much it is, then each thing with its cells.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::{difference::diff, sample, text::{Lang, Texts}};
/// let mut new = sample::plan();
/// new.nodes[1].title = "Estero".into();
/// let difference = diff(&sample::plan(), &new);
/// let mut json = Vec::new();
/// traguardo_files::difference::write_json(&mut json, &difference, Texts::of(Lang::It)).unwrap();
/// let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
/// assert_eq!(json["entries"][0]["cells"][0]["after"], "Estero");
/// ```
pub fn write_json(out: &mut impl Write, difference: &Difference, words: &Texts) -> io::Result<()> {
    let root = Root {
        counts: Counts {
            added: difference.count(Fate::Added),
            changed: difference.count(Fate::Changed),
            removed: difference.count(Fate::Removed),
            superseded: difference.count(Fate::Superseded),
        },
        entries: difference.entries.iter().map(|entry| row(entry, words)).collect(),
    };
    serde_json::to_writer(&mut *out, &root)?;
    out.write_all(b"\n")
}

/// What a cell holds, as text.
#[must_use]
pub fn held(arg: &Arg<'_>, words: &Texts) -> String {
    match arg {
        Arg::Text(text) => text.to_string(),
        Arg::Count(count) => count.to_string(),
        Arg::Day(day) => day.to_string(),
        Arg::Named(key) => words.say(key, &[]),
    }
}

/// A thing with what its cells held before and hold after.
pub(crate) fn thing<'a>(
    item: &'a Item,
    title: &'a str,
    cells: &'a [Cell],
    words: &Texts,
) -> Thing<'a> {
    let (code, node) = place(item);
    Thing {
        item: item.sort(),
        code,
        node,
        name: words.sentence(&item.name()),
        title,
        cells: cells.iter().map(|cell| change(cell, words)).collect(),
    }
}

fn row<'a>(entry: &'a Entry, words: &Texts) -> Row<'a> {
    let thing = thing(&entry.item, &entry.title, &entry.cells, words);
    Row { fate: entry.fate.name(), thing }
}

/// What names a thing: its code, and the node where it is of one.
fn place(item: &Item) -> (Option<&str>, Option<&str>) {
    match item {
        Item::Node { code } | Item::Indicator { code } | Item::Office { code } => {
            (Some(code.as_str()), None)
        }
        Item::Use { indicator, node } => (Some(indicator.as_str()), Some(node.as_str())),
        Item::Answer { code, parent, .. } => (Some(code.as_str()), parent.as_deref()),
        Item::Reading { indicator, .. } => (Some(indicator.as_str()), None),
        Item::Event { name } => (Some(name.as_str()), None),
        Item::Body | Item::Rules => (None, None),
    }
}

fn change<'a>(cell: &'a Cell, words: &Texts) -> Change<'a> {
    let held = |arg| held(arg, words);
    Change {
        column: &cell.column,
        before: cell.before.as_ref().map(held),
        after: cell.after.as_ref().map(held),
    }
}
