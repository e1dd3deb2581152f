//! What a person said about a pasted table: cells, columns, rows and directions, by their place.
//! Not here: what was asked, see [`super::doubt`].

use std::collections::BTreeMap;

use super::header::{Column, owned};
use super::role::Role;

/// What a question about a pasted table is about. Lines and columns are those that were pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A cell, by its column from 0.
    Cell {
        /// The line of its row.
        line: u32,
        /// The column.
        column: usize,
    },
    /// Whether more or less is better, of the indicator of a row.
    Direction {
        /// The line.
        line: u32,
    },
    /// What a row is: `riga`, `ramo`, `unisci`, `testo` or `ignora`.
    Row {
        /// The line.
        line: u32,
    },
    /// What a column holds, as [`Role::name`] says it.
    Column {
        /// The line of the first row of its header, or of the table where it has none.
        line: u32,
        /// The column.
        column: usize,
    },
}

/// The words with which a person can say what a row is.
pub const ROWS: [&str; 5] = ["riga", "ramo", "unisci", "testo", "ignora"];

impl About {
    /// Its name in forms and files: `m.12.3`, `v.12`, `r.12`, `c.5.3`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Cell { line, column } => format!("m.{line}.{column}"),
            Self::Direction { line } => format!("v.{line}"),
            Self::Row { line } => format!("r.{line}"),
            Self::Column { line, column } => format!("c.{line}.{column}"),
        }
    }

    /// What a name is about, if it is one that [`About::key`] gives.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        let mut parts = key.split('.');
        let sort = parts.next()?;
        let line = parts.next()?.parse().ok()?;
        let column = parts.next().map(str::parse);
        if parts.next().is_some() {
            return None;
        }
        match (sort, column) {
            ("m", Some(Ok(column))) => Some(Self::Cell { line, column }),
            ("c", Some(Ok(column))) => Some(Self::Column { line, column }),
            ("v", None) => Some(Self::Direction { line }),
            ("r", None) => Some(Self::Row { line }),
            _ => None,
        }
    }

    /// The line.
    #[must_use]
    pub fn line(&self) -> u32 {
        match self {
            Self::Cell { line, .. }
            | Self::Direction { line }
            | Self::Row { line }
            | Self::Column { line, .. } => *line,
        }
    }
}

/// What a person said, by what it is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mends {
    said: BTreeMap<About, String>,
}

impl Mends {
    /// Adds what was said; blank texts say nothing.
    pub fn say(&mut self, about: About, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.said.insert(about, text.to_owned());
        }
    }

    /// All of it, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&About, &str)> {
        self.said.iter().map(|(about, text)| (about, text.as_str()))
    }

    /// What was said of something.
    #[must_use]
    pub fn of(&self, about: &About) -> Option<&str> {
        self.said.get(about).map(String::as_str)
    }

    /// What the cell of a row is to hold, or what it means where it is a target.
    pub(super) fn cell(&self, line: u32, column: usize) -> Option<&str> {
        self.of(&About::Cell { line, column })
    }

    /// Whether anything was said of the cells of a row.
    pub(super) fn has_cells(&self, line: u32) -> bool {
        let (first, last) =
            (About::Cell { line, column: 0 }, About::Cell { line, column: usize::MAX });
        self.said.range(first..=last).next().is_some()
    }

    pub(super) fn direction(&self, line: u32) -> Option<&str> {
        self.of(&About::Direction { line })
    }

    pub(super) fn row(&self, line: u32) -> Option<&str> {
        self.of(&About::Row { line })
    }

    /// The columns of a table with the roles that were said of them.
    pub(super) fn columns(&self, line: u32, mut columns: Vec<Column>) -> Vec<Column> {
        let mut is_changed = false;
        for (at, column) in columns.iter_mut().enumerate() {
            let said = self.of(&About::Column { line, column: at }).and_then(Role::of_name);
            is_changed |= said.is_some();
            column.role = said.or(column.role.take());
        }
        if is_changed { owned(columns) } else { columns }
    }
}
