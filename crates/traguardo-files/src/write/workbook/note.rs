//! Comments on cells in which something is wrong, with the sentence that says what.
//! Not here: the finding of it.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Note, Worksheet, XlsxError};
use traguardo::check::check;
use traguardo::issue::Table as Name;
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo::text::Texts;

use super::super::plan::{RowOf, order};
use super::super::table::Table;

/// The most comments that are written: a sheet with more is slow to open.
const MOST: usize = 2_000;
/// The most characters that a comment has.
const CHARACTERS: usize = 1_500;

/// The sentences about each cell, by table, row and column.
pub(super) type Notes = BTreeMap<(Name, u32, String), String>;

/// Checks the plan with its rows where the workbook has them.
pub(super) fn notes(plan: &Plan, readings: &Readings, rules: &Rules, words: &Texts) -> Notes {
    let (mut plan, mut readings) = (plan.clone(), readings.clone());
    for (row, of) in (2_u32..).zip(order(&plan)) {
        match of {
            RowOf::Node(at) => plan.nodes[at].details.row = row,
            RowOf::Use(at) => plan.uses[at].details.row = row,
        }
    }
    for (row, reading) in (2_u32..).zip(&mut readings.list) {
        reading.row = row;
    }
    for (row, office) in (2_u32..).zip(&mut plan.offices) {
        office.row = row;
    }
    let mut notes = Notes::new();
    for issue in check(&plan, &readings, rules) {
        let (Some(row), Some(column)) = (issue.place.row, &issue.place.column) else { continue };
        let key = (issue.place.table, row, column.to_string());
        if notes.len() >= MOST && !notes.contains_key(&key) {
            break;
        }
        let note = notes.entry(key).or_default();
        if !note.is_empty() {
            note.push('\n');
        }
        note.push_str(&words.issue(&issue));
    }
    notes
}

/// Adds the comments of a sheet.
pub(super) fn add(sheet: &mut Worksheet, table: &Table, notes: &Notes) -> Result<(), XlsxError> {
    for ((name, row, column), text) in notes {
        if *name != table.name || usize::try_from(*row).is_ok_and(|r| r > table.rows.len() + 1) {
            continue;
        }
        // A column that nothing stands in is not written: the code is what is left to point at.
        let at = table.header.iter().position(|header| header == column).unwrap_or(0);
        let column = u16::try_from(at).unwrap_or(0);
        let text: String = text.chars().take(CHARACTERS).collect();
        let note = Note::new(text).add_author_prefix(false).set_width(320);
        sheet.insert_note(row - 1, column, &note)?;
    }
    Ok(())
}
