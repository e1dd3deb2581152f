//! What a sheet hides of what it holds: rows that a person or a filter put away, and columns.
//! Not here: sheets that are hidden as a whole, see [`super::read`]. All of it is read.

use traguardo::issue::{Issue, Place, Table, kinds};

use crate::grid::Grid;
use crate::header::letters;
use crate::issues::Issues;
use crate::limit;

/// The hidden rows and columns of a sheet.
#[derive(Default)]
pub(super) struct Hidden {
    /// How many rows that hold something.
    row_count: u32,
    /// The first of them.
    first_row: u32,
    /// Columns from the first to the last, from 0.
    columns: Vec<(u32, u32)>,
}

impl Hidden {
    /// Adds so many rows from one on, all of which hold something.
    pub(super) fn add_rows(&mut self, first: u32, count: u32) {
        if self.row_count == 0 {
            self.first_row = first;
        }
        self.row_count = self.row_count.saturating_add(count);
    }

    /// Adds the columns from one to another, be they blank or not.
    pub(super) fn add_columns(&mut self, first: u32, last: u32) {
        if first < limit::COLUMNS && self.columns.len() < limit::COLUMNS as usize {
            self.columns.push((first, last));
        }
    }

    /// Says what is hidden of what the sheet of a table holds.
    pub(super) fn report(&self, table: Table, grid: &Grid, issues: &mut Issues) {
        let issue = |place, what, count: u32, first| {
            let issue = Issue::new(&kinds::CELLS_HIDDEN, place).with("what", what);
            issue.with("count", count.to_string()).with("first", first)
        };
        if self.row_count > 0 {
            let place = Place::table(table).row(self.first_row);
            issues.push(issue(place, "rows", self.row_count, self.first_row.to_string()));
        }
        if self.columns.is_empty() {
            return;
        }
        let is_hidden = |column: &u16| {
            let column = u32::from(*column);
            self.columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
        };
        let columns: Vec<u16> = filled_columns(grid).into_iter().filter(is_hidden).collect();
        if let Some(first) = columns.first() {
            let count = u32::try_from(columns.len()).unwrap_or(u32::MAX);
            let place = Place::table(table).column(letters(*first));
            issues.push(issue(place, "columns", count, letters(*first)));
        }
    }
}

/// The columns in which some cell holds something.
fn filled_columns(grid: &Grid) -> Vec<u16> {
    let mut is_filled = vec![false; limit::COLUMNS as usize];
    for (column, _) in grid.rows().flat_map(|(_, cells)| cells) {
        if let Some(filled) = is_filled.get_mut(usize::from(column)) {
            *filled = true;
        }
    }
    (0..).zip(is_filled).filter_map(|(column, filled)| filled.then_some(column)).collect()
}
