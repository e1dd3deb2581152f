//! What the rows of a plan say of an indicator: its first use defines it, later ones repeat it.
//! Not here: the weight and the targets of each use.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use traguardo::indicator::Indicator;
use traguardo::issue::kinds;

use super::{Column, PlanRow};
use crate::row::shortened;
use crate::word;

/// The columns that define an indicator, besides its code and title.
pub(super) const COLUMNS: [Column; 6] = [
    Column::Measure,
    Column::Direction,
    Column::Formula,
    Column::Source,
    Column::Accumulates,
    Column::Frequency,
];

/// The indicators defined so far.
#[derive(Default)]
pub(super) struct Definitions<'g> {
    list: Vec<Indicator>,
    by_code: HashMap<&'g str, usize>,
    /// The row that first filled each of [`COLUMNS`], 0 where none did yet.
    first_rows: Vec<[u32; COLUMNS.len()]>,
}

impl<'g> Definitions<'g> {
    /// Defines the indicator of a row, or compares the row with what is defined. Returns the
    /// title that it has in this use, where it differs from its own.
    pub(super) fn define(&mut self, row: &mut PlanRow<'_, 'g>, code: &str) -> Option<String> {
        let at = match self.by_code.entry(row.cell(Column::Code as usize)) {
            // A row without a code is no use of the indicator of another such row.
            Entry::Occupied(at) if !at.key().is_empty() => *at.get(),
            entry => {
                let title = row.required(Column::Title as usize).unwrap_or_default().to_owned();
                entry.insert_entry(self.list.len());
                self.list.push(Indicator { code: code.to_owned(), title, ..Indicator::default() });
                self.first_rows.push([0; COLUMNS.len()]);
                self.list.len() - 1
            }
        };
        let (indicator, rows) = (&mut self.list[at], &mut self.first_rows[at]);
        for (slot, column) in rows.iter_mut().zip(COLUMNS) {
            define_cell(row, column, indicator, slot);
        }
        let title = row.cell(Column::Title as usize);
        if indicator.title.is_empty() {
            title.clone_into(&mut indicator.title);
        }
        (!title.is_empty() && title != indicator.title).then(|| title.to_owned())
    }

    /// All of them, in the order of their first use.
    pub(super) fn into_list(self) -> Vec<Indicator> {
        self.list
    }
}

fn define_cell(
    row: &mut PlanRow<'_, '_>,
    column: Column,
    indicator: &mut Indicator,
    first_row: &mut u32,
) {
    if row.cell(column as usize).is_empty() {
        return;
    }
    let first = match column {
        Column::Direction => {
            let read = row.word(column as usize, &word::DIRECTIONS);
            settle(&mut indicator.direction, read).map(|d| word::of(d, &word::DIRECTIONS))
        }
        Column::Accumulates => {
            let read = row.word(column as usize, &word::YES_NO);
            settle(&mut indicator.accumulates, read).map(|yes| word::of(yes, &word::YES_NO))
        }
        Column::Measure => settle_text(&mut indicator.measure, row.cell(column as usize)),
        Column::Formula => settle_text(&mut indicator.formula, row.cell(column as usize)),
        Column::Source => settle_text(&mut indicator.source, row.cell(column as usize)),
        _ => settle_text(&mut indicator.frequency, row.cell(column as usize)),
    };
    let Some(first) = first else {
        if *first_row == 0 {
            *first_row = row.number;
        }
        return;
    };
    let (first, found) = (shortened(first), shortened(row.cell(column as usize)));
    let first_row = first_row.to_string();
    row.fault(&kinds::INDICATOR_REDEFINED, column as usize, |issue| {
        issue.with("found", found).with("first", first_row).with("expected", first)
    });
}

/// Keeps what was said first; returns it where something else is said now.
fn settle<T: Copy + PartialEq>(defined: &mut Option<T>, read: Option<T>) -> Option<T> {
    let read = read?;
    let first = *defined.get_or_insert(read);
    (first != read).then_some(first)
}

fn settle_text<'a>(defined: &'a mut Option<String>, cell: &str) -> Option<&'a str> {
    let first = defined.get_or_insert_with(|| cell.to_owned());
    (first != cell).then_some(first.as_str())
}
