//! The pages about issues (`docs/controlli`): each kind has one, and none is left over.
//! Not here: what a page explains, which a reader has to judge.
#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use traguardo::issue::{Severity, kinds};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/controlli")
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "errore",
        Severity::Warning => "avviso",
        Severity::Note => "nota",
    }
}

#[test]
fn every_kind_of_issue_has_its_page_with_its_severity_and_both_examples() {
    let mut wrong = Vec::new();
    for kind in kinds::ALL {
        let page = fs::read_to_string(folder().join(format!("{}.md", kind.name)));
        let page = page.unwrap_or_default();
        let head = format!("# {}\n\nGravità: **{}**\n\n", kind.name, word(kind.severity));
        if !page.starts_with(&head) {
            wrong.push(format!("{}.md does not begin with {head:?}", kind.name));
        }
        let parts = ["**Che cosa dice.**", "**Perché conta.**", "**Così no.**", "**Così sì.**"];
        let missing = parts.into_iter().filter(|part| !page.contains(part));
        wrong.extend(missing.map(|part| format!("{}.md has no {part}", kind.name)));
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn no_page_is_left_over() {
    let kinds = kinds::ALL.iter().map(|kind| format!("{}.md", kind.name));
    let expected: BTreeSet<String> = kinds.chain(["README.md".to_owned()]).collect();
    let names = fs::read_dir(folder()).unwrap();
    let found: BTreeSet<String> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(found.difference(&expected).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn the_list_links_every_page_under_its_severity_once() {
    let list = fs::read_to_string(folder().join("README.md")).unwrap();
    let parts: Vec<&str> = list.split("\n## ").skip(1).collect();
    for (title, severity) in
        [("Errori", Severity::Error), ("Avvisi", Severity::Warning), ("Note", Severity::Note)]
    {
        let part = parts.iter().find(|part| part.starts_with(title)).unwrap();
        let linked: BTreeSet<&str> = part
            .lines()
            .filter_map(|line| line.strip_prefix("- [`")?.split_once('`'))
            .filter(|(name, rest)| rest.starts_with(&format!("]({name}.md): ")))
            .map(|(name, _)| name)
            .collect();
        let expected: BTreeSet<&str> =
            kinds::ALL.iter().filter(|k| k.severity == severity).map(|k| k.name).collect();
        assert_eq!(linked, expected, "{title}");
    }
    assert_eq!(list.matches(".md): ").count(), kinds::ALL.len());
}
