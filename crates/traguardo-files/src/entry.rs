//! Keys and their texts, each with its row: what `ente.toml` and the sheet `Ente` both come to.
//! Not here: what the keys mean, see [`crate::body`] and [`crate::rules`].

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use traguardo::issue::{Issue, Place, Table, kinds};

use crate::grid::Grid;
use crate::header::{Columns, Header};
use crate::issues::Issues;
use crate::text::{clean, decode, trim};

/// One key with its text. Tables and lists are spelt out in the key: `fasce.1.da`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) text: String,
    pub(crate) row: u32,
}

/// The text of a list without items, which is not the same as nothing written.
pub(crate) const EMPTY_LIST: &str = "[]";

/// Reads a TOML file; an issue says why where there is nothing to read.
pub(crate) fn read_toml(bytes: &[u8], table: Table, issues: &mut Issues) -> Option<Vec<Entry>> {
    let broken = |row: u32, found: &str| {
        Issue::new(&kinds::TOML_BROKEN, Place::table(table).row(row)).with("found", found)
    };
    let Ok((text, _)) = decode(bytes) else {
        issues.push(broken(1, ""));
        return None;
    };
    let lines = Lines::of(&text);
    let (document, errors) = DeTable::parse_recoverable(&text);
    let mut faulty_rows: Vec<u32> =
        errors.iter().map(|e| e.span().map_or(1, |span| lines.row(span.start))).collect();
    faulty_rows.sort_unstable();
    faulty_rows.dedup();
    for row in &faulty_rows {
        issues.push(broken(*row, lines.text(*row)));
    }
    if !faulty_rows.is_empty() {
        return None;
    }
    let mut entries = Vec::new();
    push_table(&mut entries, "", document.get_ref(), &lines);
    entries.sort_by_key(|entry| entry.row);
    Some(entries)
}

fn push_table(entries: &mut Vec<Entry>, path: &str, table: &DeTable<'_>, lines: &Lines<'_>) {
    for (name, content) in table {
        let dot = if path.is_empty() { "" } else { "." };
        let key = format!("{path}{dot}{}", name.get_ref());
        push_content(entries, key, content, lines.row(name.span().start), lines);
    }
}

fn push_content(
    entries: &mut Vec<Entry>,
    key: String,
    content: &Spanned<DeValue<'_>>,
    row: u32,
    lines: &Lines<'_>,
) {
    let text = match content.get_ref() {
        DeValue::Table(table) => return push_table(entries, &key, table, lines),
        DeValue::Array(list) if list.is_empty() => EMPTY_LIST.to_owned(),
        DeValue::Array(list) => {
            for (number, item) in (1_u32..).zip(list.iter()) {
                let row = lines.row(item.span().start);
                push_content(entries, format!("{key}.{number}"), item, row, lines);
            }
            return;
        }
        DeValue::String(text) => clean(trim(text)).into_owned(),
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().replace('_', ""),
        DeValue::Integer(number) => format!("0?{}", number.as_str()),
        DeValue::Float(number) => number.as_str().replace('_', "").replace('.', ","),
        DeValue::Boolean(yes) => if *yes { "si" } else { "no" }.to_owned(),
        DeValue::Datetime(moment) => moment.to_string(),
    };
    entries.push(Entry { key, text, row });
}

/// Reads a sheet of keys and values; an issue says why where its columns are not there.
pub(crate) fn read_sheet(grid: &Grid, table: Table, issues: &mut Issues) -> Option<Vec<Entry>> {
    let columns = Columns { table, known: &["chiave", "valore"], mandatory: &["chiave", "valore"] };
    let header = Header::<()>::read(grid, columns, |_| None, issues);
    if !header.is_complete {
        return None;
    }
    let mut entries: Vec<Entry> = Vec::new();
    let mut first_rows: HashMap<String, u32> = HashMap::new();
    header.each_row(grid, issues, |row| {
        let Some(key) = row.required(0) else { return };
        let key = key.to_lowercase();
        let found = row.number;
        if let Some(first) = first_rows.get(&key) {
            let issue = Issue::new(&kinds::KEY_TWICE, Place::table(table).row(found).column(key));
            row.issues.push(issue.with("first", first.to_string()));
            return;
        }
        first_rows.insert(key.clone(), found);
        entries.push(Entry { key, text: row.cell(1).to_owned(), row: found });
    });
    Some(entries)
}

/// The rows of a text, found by offset.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self { text, starts: std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect() }
    }

    fn row(&self, offset: usize) -> u32 {
        let row = self.starts.partition_point(|start| *start <= offset);
        u32::try_from(row.max(1)).unwrap_or(u32::MAX)
    }

    /// The beginning of the text of a row.
    fn text(&self, row: u32) -> &'a str {
        let start = self.starts.get(row as usize - 1).copied().unwrap_or(self.text.len());
        let line = self.text[start..].lines().next().unwrap_or_default().trim();
        line.char_indices().nth(80).map_or(line, |(end, _)| &line[..end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut issues = Issues::default();
        let entries = read_toml(text.as_bytes(), Table::Rules, &mut issues);
        let entries = entries.into_iter().flatten();
        let mut lines: Vec<String> =
            entries.map(|e| format!("{}: {} = {:?}", e.row, e.key, e.text)).collect();
        for issue in issues.into_list() {
            lines.push(format!("{} {:?} {:?}", issue.kind.name, issue.place.row, issue.params));
        }
        lines.join("\n")
    }

    #[test]
    fn tables_and_lists_are_spelt_out_in_the_key() {
        let text = "\
valido_dal = 2020-01-01
livelli = ['a; b', \"c\"]
[indicatore]
massimo = 1_000
minimo = 0.50

[[fasce]]
da = 90
[[fasce]]
nome = 'parziale'
vuota = []
";
        insta::assert_snapshot!(shown(text), @r#"
        1: valido_dal = "2020-01-01"
        2: livelli.1 = "a; b"
        2: livelli.2 = "c"
        4: indicatore.massimo = "1000"
        5: indicatore.minimo = "0,50"
        8: fasce.1.da = "90"
        10: fasce.2.nome = "parziale"
        11: fasce.2.vuota = "[]"
        "#);
    }

    #[test]
    fn every_broken_row_is_said_with_its_text() {
        insta::assert_snapshot!(shown("a = 1\nb = \nc = 2\nd 3\na = 5"), @r#"
        toml-broken Some(2) [("found", "b =")]
        toml-broken Some(4) [("found", "d 3")]
        "#);
    }
}
