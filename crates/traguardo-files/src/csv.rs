//! Text tables (CSV) as grids: the separator is found in the header, rows keep their line.
//! Not here: what columns and cells mean, see [`crate::header`] and [`crate::row`].

use std::io::Read;

use csv::{ReaderBuilder, StringRecord};
use traguardo::issue::{Issue, Place, Table, kinds};

use crate::grid::{Grid, TooLarge};
use crate::issues::Issues;
use crate::limit;
use crate::text::{Encoded, NotText, clean, decode};

/// Follows the last row: where it does not arrive as a row of its own, a quote was left open.
const END: &str = "\u{1}fine";

/// Reads a text table; an issue says why where there is none.
pub(crate) fn read(
    bytes: &[u8],
    table: Table,
    known: &[&str],
    issues: &mut Issues,
) -> Option<Grid> {
    let place = || Place::table(table);
    let (text, encoded) = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(fault) => {
            let reason = if fault == NotText::Archive { "archive" } else { "binary" };
            issues.push(Issue::new(&kinds::TABLE_BROKEN, place()).with("reason", reason));
            return None;
        }
    };
    if encoded == Encoded::Windows {
        issues.push(Issue::new(&kinds::ENCODING_WINDOWS, place()));
    }
    let text = clean(&text);
    let (first_line, separator, text) = match separator_hint(&text) {
        Some((separator, rest)) => (2, separator, rest),
        None => (1, separator(&text, known), &*text),
    };
    match split(text, separator, first_line) {
        Ok(grid) => Some(grid),
        Err(Broken::Quote { row }) => {
            let issue = Issue::new(&kinds::TABLE_BROKEN, place().row(row));
            issues.push(issue.with("reason", "quote"));
            None
        }
        Err(Broken::TooLarge { row }) => {
            issues.push(too_large(place().row(row)));
            None
        }
    }
}

/// The issue of a table beyond the limits.
pub(crate) fn too_large(place: Place) -> Issue {
    Issue::new(&kinds::TABLE_TOO_LARGE, place)
        .with("rows", limit::ROWS.to_string())
        .with("columns", limit::COLUMNS.to_string())
}

enum Broken {
    Quote { row: u32 },
    TooLarge { row: u32 },
}

/// The separator that makes most known names out of the header, `;` where none does.
fn separator(text: &str, known: &[&str]) -> u8 {
    let Some(header) = text.lines().map(str::trim).find(|line| !line.is_empty()) else {
        return b';';
    };
    let recognised = |separator: char| {
        let name = |cell: &str| cell.trim().trim_matches('"').trim().to_lowercase();
        let cells = header.split(separator).map(name);
        let known_cells = cells.filter(|cell| known.contains(&cell.as_str())).count();
        (known_cells, header.matches(separator).count())
    };
    let best = [',', '\t', ';'].into_iter().max_by_key(|separator| recognised(*separator));
    best.and_then(|separator| u8::try_from(separator).ok()).unwrap_or(b';')
}

/// `sep=;` on the first line, which some spreadsheets write and hide, and the text after it.
fn separator_hint(text: &str) -> Option<(u8, &str)> {
    let (hint, rest) = text.strip_prefix("sep=")?.split_once('\n')?;
    match hint.as_bytes() {
        [separator] if separator.is_ascii() => Some((*separator, rest)),
        _ => None,
    }
}

fn split(text: &str, separator: u8, first_line: u32) -> Result<Grid, Broken> {
    let end = format!("\n{END}");
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes().chain(end.as_bytes()));
    let mut grid = Grid::default();
    let mut record = StringRecord::new();
    let mut lines = Lines { line: first_line, counted: 0 };
    loop {
        let offset = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // The text is UTF-8 and comes from memory: reading it cannot fail.
        if !reader.read_record(&mut record).unwrap_or(false) {
            return Err(Broken::Quote { row: lines.line });
        }
        if record.len() == 1 && record.get(0) == Some(END) {
            return Ok(grid);
        }
        let row = lines.at(text, offset);
        for (column, cell) in (0_u32..).zip(&record) {
            let fault = |fault: TooLarge| Broken::TooLarge { row: fault.row };
            grid.push_clean(row, column, cell).map_err(fault)?;
        }
    }
}

/// The line on which each record begins, counted while the text goes by.
struct Lines {
    line: u32,
    counted: usize,
}

impl Lines {
    /// The line of the record that begins at an offset, or after the blank lines found there.
    fn at(&mut self, text: &str, offset: usize) -> u32 {
        let bytes = text.as_bytes();
        let rest = bytes.get(offset..).unwrap_or_default();
        let start = offset + rest.iter().take_while(|byte| **byte == b'\n').count();
        let passed = bytes.get(self.counted..start).unwrap_or_default();
        let ends = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.counted = start;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut issues = Issues::default();
        let known = ["codice", "padre", "titolo"];
        let grid = read(text.as_bytes(), Table::Plan, &known, &mut issues);
        let mut lines: Vec<String> = Vec::new();
        for (number, cells) in grid.iter().flat_map(Grid::rows) {
            let cells = cells.map(|(column, text)| format!("{column}={text:?}"));
            lines.push(format!("{number}: {}", cells.collect::<Vec<_>>().join(" ")));
        }
        for issue in issues.into_list() {
            lines.push(format!("{} {:?} {:?}", issue.kind.name, issue.place.row, issue.params));
        }
        lines.join("\n")
    }

    #[test]
    fn the_separator_is_the_one_that_makes_known_names() {
        insta::assert_snapshot!(shown("codice;titolo\n1;a,b"), @r#"
        1: 0="codice" 1="titolo"
        2: 0="1" 1="a,b"
        "#);
        insta::assert_snapshot!(shown("codice,titolo\n1,a;b"), @r#"
        1: 0="codice" 1="titolo"
        2: 0="1" 1="a;b"
        "#);
        insta::assert_snapshot!(shown("\"codice\"\t\"padre\"\n1\ta;b"), @r#"
        1: 0="codice" 1="padre"
        2: 0="1" 1="a;b"
        "#);
        insta::assert_snapshot!(shown("sep=;\ncodice;titolo\n1;a"), @r#"
        2: 0="codice" 1="titolo"
        3: 0="1" 1="a"
        "#);
    }

    #[test]
    fn rows_are_numbered_by_the_line_on_which_they_begin() {
        let text = "codice;titolo\r\n\r\n1;\"a\r\nb\"\r\n;;\r\n2;\"c \"\"d\"\"\"\r\n\r\n\r\n3;e";
        insta::assert_snapshot!(shown(text), @r#"
        1: 0="codice" 1="titolo"
        3: 0="1" 1="a\nb"
        6: 0="2" 1="c \"d\""
        9: 0="3" 1="e"
        "#);
        insta::assert_snapshot!(shown("\n\ncodice;titolo\r1;a\r\r2;b"), @r#"
        3: 0="codice" 1="titolo"
        4: 0="1" 1="a"
        6: 0="2" 1="b"
        "#);
    }

    #[test]
    fn a_quote_left_open_is_said_with_its_row() {
        insta::assert_snapshot!(
            shown("codice;titolo\n1;a\n2;\"b\n3;c\n"),
            @r#"table-broken Some(3) [("reason", "quote")]"#
        );
        insta::assert_snapshot!(shown("codice;titolo\n1;5\" tubo"), @r#"
        1: 0="codice" 1="titolo"
        2: 0="1" 1="5\" tubo"
        "#);
    }

    #[test]
    fn what_is_no_text_is_said() {
        insta::assert_snapshot!(
            shown("PK\u{3}\u{4}"),
            @r#"table-broken None [("reason", "archive")]"#
        );
        insta::assert_snapshot!(shown(""), @"");
    }
}
