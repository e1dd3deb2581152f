//! The page of the files (`docs/formati.md`) against what the readers know: every file, sheet,
//! column and key stands there. Not here: the commands, which the command line compares.

use std::collections::BTreeSet;

use traguardo::issue::Table;

use crate::header::Columns;
use crate::{answer, body, event, office, plan, reading, rules};

const PAGE: &str = include_str!("../../../docs/formati.md");
const TABLES: [Columns; 5] =
    [plan::COLUMNS, reading::COLUMNS, office::COLUMNS, event::COLUMNS, answer::COLUMNS];

/// The part of the page under the heading of a file, up to the next of its kind.
fn part(file: &str) -> &'static str {
    let start = PAGE.find(&format!("\n## `{file}`")).unwrap_or_else(|| panic!("no part {file}"));
    let rest = &PAGE[start + 1..];
    &rest[..rest.find("\n## ").unwrap_or(rest.len())]
}

/// Every word of a text that stands as code, or in a line of an example.
fn named(text: &str) -> BTreeSet<&str> {
    let breaks = |c: char| c.is_whitespace() || matches!(c, '`' | ';' | '|' | '[' | ']' | '=');
    let words = text.split(breaks);
    words.map(|word| word.trim_matches(['*', ',', ':', '…', '.'])).collect()
}

#[test]
fn every_file_and_sheet_is_on_the_page() {
    let tables = TABLES.iter().map(|columns| columns.table);
    for table in tables.chain([Table::Body, Table::Rules]) {
        let sheet = table.sheet().unwrap();
        assert!(PAGE.contains(&format!("`{sheet}`")), "{sheet}");
    }
    for sheet in ["Punteggi", "Liste"] {
        assert!(PAGE.contains(&format!("`{sheet}`")), "{sheet}");
    }
}

#[test]
fn every_column_is_on_the_page_under_its_file() {
    for columns in TABLES {
        let file = columns.table.file().unwrap();
        let named = named(part(file));
        let missing: Vec<_> = columns.known.iter().filter(|name| !named.contains(**name)).collect();
        assert!(missing.is_empty(), "{file}: {missing:?}");
    }
}

#[test]
fn mandatory_columns_are_marked_and_no_others() {
    for columns in [plan::COLUMNS, reading::COLUMNS, answer::COLUMNS] {
        let file = columns.table.file().unwrap();
        let rows = part(file).lines().filter_map(|line| line.strip_prefix("| `"));
        let marked: BTreeSet<&str> =
            rows.filter_map(|row| row.split_once("`*").map(|(name, _)| name)).collect();
        // A cell that holds several names says so of none of them.
        let marked: BTreeSet<&str> = marked.into_iter().filter(|n| !n.contains('`')).collect();
        assert_eq!(marked, columns.mandatory.iter().copied().collect(), "{file}");
    }
}

#[test]
fn every_key_is_on_the_page_under_its_file() {
    for (file, keys) in [("ente.toml", &body::KNOWN[..]), ("regole.toml", &rules::KNOWN[..])] {
        let named = named(part(file));
        let last = |key: &'static str| key.rsplit('.').next().unwrap_or(key);
        let missing: Vec<_> = keys.iter().filter(|key| !named.contains(last(key))).collect();
        assert!(missing.is_empty(), "{file}: {missing:?}");
    }
}

#[test]
fn no_column_is_on_the_page_that_no_reader_knows() {
    for columns in TABLES {
        let file = columns.table.file().unwrap();
        let rows = part(file).lines().filter_map(|line| line.strip_prefix("| `"));
        let names =
            rows.flat_map(|row| row.split(" |").next().unwrap_or(row).split(['`', ',', ' ', '*']));
        let open = ["target_2021", "periodico_2020-06-30", "soglia_80", "soglia_60", "…", ""];
        let heads: Vec<&str> = names.filter(|name| !open.contains(name)).collect();
        // The tables of phrases stand under the plan too: only plain names are columns.
        let plain = |name: &&&str| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let unknown: Vec<_> =
            heads.iter().filter(plain).filter(|n| !columns.known.contains(n)).collect();
        if columns.table != Table::Plan {
            assert!(unknown.is_empty(), "{file}: {unknown:?}");
        }
    }
}
