//! A table of texts in memory: only cells that hold something, packed one after the other.
//! Not here: where the texts come from ([`crate::csv`], [`crate::workbook`]) and what they mean.

use crate::limit;
use crate::text::{clean, trim};

/// A table of texts. A blank cell takes no room, wherever it stands.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Grid {
    text: String,
    cells: Vec<Cell>,
    rows: Vec<RowEnd>,
}

#[derive(Debug, PartialEq, Eq)]
struct Cell {
    column: u16,
    /// Where its text ends; it begins where that of the cell before it ends.
    end: u32,
}

#[derive(Debug, PartialEq, Eq)]
struct RowEnd {
    number: u32,
    /// The position after its last cell.
    end: u32,
}

/// The table has more rows, columns, cells or characters than it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooLarge {
    /// Where the limit was passed.
    pub(crate) row: u32,
}

impl Grid {
    /// Adds a cell, rows from 1 and in order, columns from 0. Spaces around the text are left
    /// out, and so are characters that no text has.
    pub(crate) fn push(&mut self, row: u32, column: u32, text: &str) -> Result<(), TooLarge> {
        self.push_clean(row, column, &clean(cut(trim(text))))
    }

    /// Adds a cell with a text that has no odd characters.
    pub(crate) fn push_clean(&mut self, row: u32, column: u32, text: &str) -> Result<(), TooLarge> {
        let text = cut(trim(text));
        if text.is_empty() {
            return Ok(());
        }
        let too_large = TooLarge { row };
        let column = u16::try_from(column).map_err(|_| too_large)?;
        let room = usize::try_from(limit::FILE_BYTES).unwrap_or(usize::MAX);
        if row > limit::ROWS
            || u32::from(column) >= limit::COLUMNS
            || self.cells.len() >= limit::CELLS
            || self.text.len() + text.len() > room
        {
            return Err(too_large);
        }
        self.text.push_str(text);
        let end = u32::try_from(self.text.len()).map_err(|_| too_large)?;
        self.cells.push(Cell { column, end });
        let end = u32::try_from(self.cells.len()).map_err(|_| too_large)?;
        match self.rows.last_mut() {
            Some(last) if last.number == row => last.end = end,
            _ => self.rows.push(RowEnd { number: row, end }),
        }
        Ok(())
    }

    /// How many of its rows are not blank.
    pub(crate) fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Its rows that are not blank: the number of each, and its cells with their columns.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (u32, Cells<'_>)> {
        let starts = std::iter::once(0).chain(self.rows.iter().map(|row| row.end));
        starts.zip(&self.rows).map(|(start, row)| {
            (row.number, Cells { grid: self, at: start as usize, end: row.end as usize })
        })
    }
}

/// The cells of a row, from left to right.
#[derive(Debug, Clone)]
pub(crate) struct Cells<'g> {
    grid: &'g Grid,
    at: usize,
    end: usize,
}

impl<'g> Iterator for Cells<'g> {
    type Item = (u16, &'g str);

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.end {
            return None;
        }
        let cells = &self.grid.cells;
        let start = self.at.checked_sub(1).map_or(0, |before| cells[before].end as usize);
        let cell = &cells[self.at];
        self.at += 1;
        Some((cell.column, &self.grid.text[start..cell.end as usize]))
    }
}

/// The beginning of a text that is far longer than a cell may be: enough to see that it is.
fn cut(text: &str) -> &str {
    let most = 4 * (limit::CELL_CHARACTERS + 1);
    if text.len() <= most { text } else { &text[..text.floor_char_boundary(most)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(grid: &Grid) -> Vec<(u32, Vec<(u16, String)>)> {
        let owned = |(column, text): (u16, &str)| (column, text.to_owned());
        grid.rows().map(|(row, cells)| (row, cells.map(owned).collect())).collect()
    }

    #[test]
    fn blank_cells_and_rows_take_no_room() {
        let mut grid = Grid::default();
        for (row, column, text) in [(1, 0, "a"), (1, 3, " b "), (2, 0, "  "), (7, 2, "c\r\nd\0e")] {
            grid.push(row, column, text).unwrap();
        }
        let owned = |column, text: &str| (column, text.to_owned());
        let expected = [(1, vec![owned(0, "a"), owned(3, "b")]), (7, vec![owned(2, "c\nd e")])];
        assert_eq!(shown(&grid), expected);
    }

    #[test]
    fn a_cell_beyond_the_last_row_or_column_is_refused() {
        let mut grid = Grid::default();
        assert!(grid.push(limit::ROWS, limit::COLUMNS - 1, "x").is_ok());
        assert_eq!(grid.push(1_048_576, 0, "x"), Err(TooLarge { row: 1_048_576 }));
        assert_eq!(grid.push(1, 16_383, "x"), Err(TooLarge { row: 1 }));
        assert!(grid.push(1_048_576, 16_383, " ").is_ok());
    }
}
