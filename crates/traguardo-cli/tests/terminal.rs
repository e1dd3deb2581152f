//! What a person at a terminal is asked before an import, through a pseudo-terminal.
//! Not here: what a program is told, see `difference.rs`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use support::{Folder, run, run_on};

/// What is asked.
const ASKED: &str = "Salvo queste differenze?";

/// Imports at a terminal of `script` (util-linux), where somebody types an answer.
fn import_typing(folder: &Path, db: &str, more: &str, typed: &str) -> (i32, String) {
    let program = env!("CARGO_BIN_EXE_traguardo");
    let line = format!("'{program}' import '{}' --db '{db}' --by Anna {more}", folder.display());
    let mut child = Command::new("script")
        .args(["--quiet", "--return", "--command", &line, "/dev/null"])
        .env("TERM", "dumb")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| {
            panic!("`script` is not there ({error}): scripts/system-packages test")
        });
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n");
    (output.status.code().unwrap(), said)
}

/// A stored plan, and a hand-in in which a weight differs.
fn stored_and_changed() -> (Folder, Folder, String) {
    let (old, new) =
        (Folder::good(), Folder::plan("1;A;obiettivo;Primo;60", "1;A;obiettivo;Primo;55"));
    let db = old.database();
    assert_eq!(run_on("import", old.path(), &["--db", &db]).code, 0);
    (old, new, db)
}

fn is_saved(folder: &Folder, db: &str) -> bool {
    let ran = run(&["diff", "prova/2020", folder.path().to_str().unwrap(), "--db", db]);
    ran.out == "Nessuna differenza.\n"
}

#[test]
fn at_a_terminal_the_difference_is_shown_before_the_question() {
    let (old, new, db) = stored_and_changed();
    let (code, said) = import_typing(new.path(), &db, "", "no\n");
    assert_eq!(code, 0, "{said}");
    let difference = said.find("peso: da «60» a «55»").unwrap_or_else(|| panic!("{said}"));
    let question = said.find(ASKED).unwrap_or_else(|| panic!("{said}"));
    assert!(difference < question, "{said}");
    assert!(!said.contains("Importato"), "{said}");
    assert!(is_saved(&old, &db) && !is_saved(&new, &db));
}

#[test]
fn only_a_clear_yes_saves() {
    let (_old, new, db) = stored_and_changed();
    for typed in ["\n", "boh\n", "\u{4}", "n\n", "sicuro\n"] {
        let (code, said) = import_typing(new.path(), &db, "", typed);
        assert_eq!(code, 0, "{said}");
        assert!(!is_saved(&new, &db), "{typed:?}: {said}");
    }
    let (code, said) = import_typing(new.path(), &db, "", " Sì \n");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Importato prova/2020"), "{said}");
    assert!(is_saved(&new, &db));
}

#[test]
fn nobody_is_asked_where_yes_was_said_or_nothing_differs() {
    let (old, new, db) = stored_and_changed();
    let (_, said) = import_typing(old.path(), &db, "", "");
    assert!(said.contains("Nessuna differenza") && !said.contains(ASKED), "{said}");
    let (_, said) = import_typing(new.path(), &db, "--dry-run", "sì\n");
    assert!(!said.contains(ASKED) && !is_saved(&new, &db), "{said}");
    let (_, said) = import_typing(new.path(), &db, "--yes", "");
    assert!(!said.contains(ASKED) && is_saved(&new, &db), "{said}");
}

#[test]
fn nobody_is_asked_about_readings_that_cannot_be_saved() {
    let (_old, _, db) = stored_and_changed();
    let new = Folder::readings("8 N.", "9 N.");
    let (code, said) = import_typing(new.path(), &db, "", "sì\n");
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("reading-contradicts-stored"), "{said}");
}
