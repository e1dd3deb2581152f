//! The digest of rows: one canonical form, the same when they are written and when they are read.
//! Not here: the entries of the audit that keep it, see [`crate::audit`].

use sha2::{Digest, Sha256};
use sqlx::any::{AnyRow, AnyTypeInfoKind};
use sqlx::{Row, ValueRef};

use crate::error::Fault;

/// What an entry of the audit has written to a table for one owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The table.
    pub table: String,
    /// Whose the rows are: a body, a plan or a revision.
    pub owner: String,
    /// The position of the first row.
    pub first: i64,
    /// How many rows.
    pub rows: i64,
    /// SHA-256 over the rows, in hexadecimal.
    pub digest: String,
}

/// The canonical form of rows on its way into a digest: of each row its position, then each cell
/// that is not blank with its column and its length, so that no two rows can read the same.
/// Blanks are left out: a column that is added later changes no digest of rows without it.
pub(crate) struct RowDigest {
    hasher: Sha256,
    columns: Vec<&'static str>,
    at: usize,
    rows: i64,
}

/// A stored cell as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Raw {
    Blank,
    Text(String),
    Whole(i64),
}

impl RowDigest {
    /// Of rows with these columns, in this order.
    pub fn new(columns: Vec<&'static str>) -> Self {
        Self { hasher: Sha256::new(), columns, at: 0, rows: 0 }
    }

    /// A new row begins.
    pub fn row(&mut self, position: i64) {
        self.hasher.update(format!("{position}\n"));
        self.at = 0;
        self.rows += 1;
    }

    /// The next cell of the row.
    pub fn cell(&mut self, text: Option<&str>) {
        if let (Some(text), Some(column)) = (text, self.columns.get(self.at)) {
            self.hasher.update(format!("{column}={}:", text.len()));
            self.hasher.update(text);
            self.hasher.update("\n");
        }
        self.at += 1;
    }

    /// The next cell of the row, as it is stored.
    pub fn raw(&mut self, cell: &Raw) {
        match cell {
            Raw::Blank => self.cell(None),
            Raw::Text(text) => self.cell(Some(text)),
            Raw::Whole(number) => self.cell(Some(&number.to_string())),
        }
    }

    /// What the rows so far come to.
    pub fn content(self, table: &str, owner: &str, first: i64) -> Content {
        let Self { hasher, rows, .. } = self;
        let digest = hex(&hasher.finalize());
        Content { table: table.to_owned(), owner: owner.to_owned(), first, rows, digest }
    }
}

impl Raw {
    /// A cell of a row. The schema knows texts and whole numbers only; anything else was put there
    /// from outside, and `None`.
    pub fn of(row: &AnyRow, at: usize) -> Result<Option<Self>, Fault> {
        let cell = row.try_get_raw(at)?;
        if cell.is_null() {
            return Ok(Some(Self::Blank));
        }
        let kind = cell.type_info().kind();
        Ok(match kind {
            AnyTypeInfoKind::Text => Some(Self::Text(row.try_get(at)?)),
            AnyTypeInfoKind::BigInt | AnyTypeInfoKind::Integer | AnyTypeInfoKind::SmallInt => {
                Some(Self::Whole(row.try_get(at)?))
            }
            _ => None,
        })
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(columns: &[&'static str], rows: &[&[Option<&str>]]) -> String {
        let mut digest = RowDigest::new(columns.to_vec());
        for (position, row) in (0..).zip(rows) {
            digest.row(position);
            row.iter().for_each(|cell| digest.cell(*cell));
        }
        digest.content("node", "x/2020/1", 0).digest
    }

    /// Databases hold digests of this form: it never changes.
    #[test]
    fn the_canonical_form_stays_what_it_is() {
        let rows: &[&[Option<&str>]] = &[&[Some("301"), None], &[Some("àè"), Some("1")]];
        // printf '0\ncode=3:301\n1\ncode=4:àè\npira=1:1\n' | sha256sum
        assert_eq!(
            digest(&["code", "pira"], rows),
            "f00d99b9c6f70b46dfb596affdcbdce6ff4eec081f3c664005fade977c04da5a"
        );
    }

    #[test]
    fn a_column_that_is_added_blank_changes_nothing() {
        let before = digest(&["code"], &[&[Some("301")]]);
        assert_eq!(digest(&["code", "new"], &[&[Some("301"), None]]), before);
        assert_eq!(digest(&["new", "code"], &[&[None, Some("301")]]), before);
    }

    #[test]
    fn no_other_rows_have_the_same_digest() {
        let rows: [&[Option<&str>]; 5] = [
            &[Some("a"), Some("b")],
            &[Some("ab"), None],
            &[None, Some("ab")],
            &[Some("a\nb=1:b"), None],
            &[Some(""), Some("ab")],
        ];
        let mut digests: Vec<_> = rows.iter().map(|row| digest(&["a", "b"], &[row])).collect();
        digests.push(digest(&["a", "b"], &[&[None, None], &[Some("a"), Some("b")]]));
        digests.sort();
        digests.dedup();
        assert_eq!(digests.len(), 6);
    }
}
