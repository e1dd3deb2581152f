//! The header of a table: which column stands where, and what is wrong with the names.
//! Not here: the cells below it, see [`crate::row`].

use traguardo::issue::{Cell, Issue, Place, Table, kinds, nearest};

use crate::grid::Grid;
use crate::issues::Issues;
use crate::row::{Row, shortened};

/// The columns that a table may have. The cell readers of [`Row`] take positions in `known`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Columns {
    /// The table.
    pub(crate) table: Table,
    /// Their names.
    pub(crate) known: &'static [&'static str],
    /// Those that must be there.
    pub(crate) mandatory: &'static [&'static str],
}

/// A column whose name holds a year, a day or a score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OpenColumn<K> {
    /// What its name says.
    pub(crate) key: K,
    /// Where it stands.
    pub(crate) position: u16,
}

/// The header of a table.
#[derive(Debug)]
pub(crate) struct Header<K> {
    /// The columns that the table may have.
    pub(crate) columns: Columns,
    /// Where each known column stands, by its position in the list.
    pub(crate) positions: Vec<Option<u16>>,
    /// The columns whose names hold a year, a day or a score.
    pub(crate) open: Vec<OpenColumn<K>>,
    /// Every name, as it is shown, by where it stands.
    pub(crate) names: Vec<String>,
    /// Whether no mandatory column is missing.
    pub(crate) is_complete: bool,
    row: u32,
    /// How many rows that are not blank stand above it.
    above: usize,
}

/// A title above a table is not longer than this.
const ABOVE_MOST: usize = 10;

impl<K: PartialEq> Header<K> {
    /// Reads the first row that is not blank. `open` says what a name with a year, a day or a
    /// score in it means, if it is one.
    pub(crate) fn read(
        grid: &Grid,
        columns: Columns,
        open: impl Fn(&str) -> Option<K>,
        issues: &mut Issues,
    ) -> Self {
        let mut header = Self {
            columns,
            positions: vec![None; columns.known.len()],
            open: Vec::new(),
            names: Vec::new(),
            is_complete: true,
            row: 1,
            above: above(grid, columns),
        };
        if let Some((row, cells)) = grid.rows().nth(header.above) {
            header.row = row;
            if let Some((first, mut cells)) = grid.rows().next().filter(|_| header.above > 0) {
                let text = cells.next().map_or("", |(_, text)| text);
                let place = Place::table(columns.table).row(first).cell(Cell::whole(text));
                let issue = Issue::new(&kinds::ROWS_ABOVE_HEADER, place);
                issues.push(issue.with("found", shortened(text)).with("first", row.to_string()));
            }
            for (position, name) in cells {
                let name = known_name(name.to_lowercase(), columns);
                header.place_column(position, &name, &open, issues);
                let at = usize::from(position);
                header.names.resize(header.names.len().max(at + 1), String::new());
                header.names[at] = name;
            }
        }
        for name in columns.mandatory {
            let at = columns.known.iter().position(|known| known == name);
            if at.is_none_or(|at| header.positions[at].is_none()) {
                header.is_complete = false;
                let place = Place::table(columns.table).row(header.row).column(*name);
                let mandatory = columns.mandatory.join(", ");
                let issue = Issue::new(&kinds::COLUMN_MISSING, place);
                issues.push(issue.with("found", *name).with("allowed", mandatory));
            }
        }
        header
    }

    fn place_column(
        &mut self,
        position: u16,
        name: &str,
        open: &impl Fn(&str) -> Option<K>,
        issues: &mut Issues,
    ) {
        let first = if let Some(at) = self.columns.known.iter().position(|known| *known == name) {
            let first = self.positions[at];
            self.positions[at] = first.or(Some(position));
            first
        } else if let Some(key) = open(name) {
            let first = self.open.iter().find(|column| column.key == key).map(|c| c.position);
            if first.is_none() {
                self.open.push(OpenColumn { key, position });
            }
            first
        } else {
            issues.push(self.unknown(name, open));
            return;
        };
        if let Some(first) = first {
            issues.push(self.twice(name, first, position));
        }
    }

    /// The issue of two columns that mean the same; the first one counts.
    pub(crate) fn twice(&self, name: &str, first: u16, second: u16) -> Issue {
        let place = Place::table(self.columns.table).row(self.row).column(name.to_owned());
        let place = place.cell(Cell::whole(name));
        Issue::new(&kinds::COLUMN_TWICE, place)
            .with("found", name)
            .with("first", letters(first))
            .with("second", letters(second))
    }

    fn unknown(&self, name: &str, open: &impl Fn(&str) -> Option<K>) -> Issue {
        let place = Place::table(self.columns.table).row(self.row).column(name.to_owned());
        let place = place.cell(Cell::whole(name));
        // `obiettivo_2021` is nearer to `target_2021` than to any other name.
        let restored = name.split_once('_').and_then(|(stem, rest)| {
            let stem = nearest(stem, ["target", "periodico", "soglia"])?;
            Some(format!("{stem}_{rest}")).filter(|candidate| open(candidate).is_some())
        });
        let near = restored
            .or_else(|| nearest(name, self.columns.known.iter().copied()).map(String::from));
        Issue::new(&kinds::COLUMN_UNKNOWN, place)
            .with("found", name)
            .with("nearest", near.as_deref().unwrap_or("none"))
            .with("allowed", self.columns.known.join(", "))
    }

    /// Calls a function with each row below the header that is not blank.
    pub(crate) fn each_row<'g>(
        &self,
        grid: &'g Grid,
        issues: &mut Issues,
        mut each: impl FnMut(&mut Row<'_, 'g, K>),
    ) {
        let mut cells: Vec<&'g str> = vec![""; self.names.len()];
        for (number, found) in grid.rows().skip(self.above + 1) {
            cells.fill("");
            let mut beyond = None;
            for (position, text) in found {
                let named =
                    self.names.get(usize::from(position)).is_some_and(|name| !name.is_empty());
                if named {
                    cells[usize::from(position)] = text;
                } else if beyond.is_none() {
                    beyond = Some((position, text));
                }
            }
            let mut row = Row::new(self, number, &cells, issues);
            row.check(beyond);
            each(&mut row);
        }
    }
}

/// How many rows stand above the header: those of a title, where the names come after them.
fn above(grid: &Grid, columns: Columns) -> usize {
    let mut rows = grid.rows().take(ABOVE_MOST + 1).map(|(_, cells)| -> Vec<String> {
        cells.map(|(_, name)| known_name(name.to_lowercase(), columns)).collect()
    });
    // A header that lacks a column is told so where it stands.
    let is_known = |name: &String| columns.known.contains(&name.as_str());
    if rows.next().is_none_or(|first| first.iter().any(is_known)) {
        return 0;
    }
    let holds = |names: &[String], mandatory: &str| names.iter().any(|name| name == mandatory);
    let found = rows.position(|names| columns.mandatory.iter().all(|name| holds(&names, name)));
    found.map_or(0, |at| at + 1)
}

/// The known column that a name writes with accents, spaces or a remark in brackets: `Unità`,
/// `Quota indicatori`, `Peso (%)`. Any other name as it is.
fn known_name(name: String, columns: Columns) -> String {
    if columns.known.contains(&name.as_str()) {
        return name;
    }
    let bare = name.split('(').next().unwrap_or_default().trim_end_matches([' ', '*', ':']);
    let plain = |letter: char| match letter {
        'à' | 'á' => 'a',
        'è' | 'é' => 'e',
        'ì' | 'í' => 'i',
        'ò' | 'ó' => 'o',
        'ù' | 'ú' => 'u',
        ' ' | '\u{a0}' | '\n' => '_',
        other => other,
    };
    let folded: String = bare.chars().map(plain).collect();
    if columns.known.contains(&folded.as_str()) { folded } else { name }
}

/// A column as spreadsheets name it.
pub(crate) fn letters(position: u16) -> String {
    let mut rest = position + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 511].map(letters), ["A", "Z", "AA", "SR"]);
    }
}
