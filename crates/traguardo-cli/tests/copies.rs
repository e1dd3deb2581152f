//! The commands that make a copy of a database and bring it back.
//! Not here: what a copy consists of, which the tests of the store show.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use support::{Folder, run, run_on};

#[test]
fn a_copy_is_made_brought_back_and_verified() {
    let folder = Folder::good();
    let db = folder.database();
    assert_eq!(run_on("import", folder.path(), &["--db", &db]).code, 0);
    let copy = folder.file("copia.zip");
    let made = run_on("backup", &copy, &["--db", &db]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(made.err.contains("fino alla voce n. 1"), "{}", made.err);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&copy).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let again = run_on("backup", &copy, &["--db", &db]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("c'è già"), "{}", again.err);
    let other = format!("sqlite:{}", folder.file("altra/nuova.db").display());
    let back = run_on("restore", &copy, &["--db", &other]);
    assert_eq!(back.code, 0, "{}", back.err);
    assert!(back.out.contains("è integra: 1 voce"), "{}", back.out);
    let score = |db: &str| run(&["score", "prova/2020", "--db", db, "--at", "2020-06-30"]).out;
    assert_eq!(score(&other), score(&db));
    let full = run_on("restore", &copy, &["--db", &db]);
    assert_eq!(full.code, 1);
    assert!(full.err.contains("contiene già dei dati"), "{}", full.err);
}

#[test]
fn what_cannot_be_copied_or_brought_back_is_said() {
    let folder = Folder::good();
    let (db, copy) = (folder.database(), folder.file("copia.zip"));
    let none = run_on("backup", &copy, &["--db", &db]);
    assert_eq!(none.code, 1);
    assert!(none.err.contains("non c'è") && !copy.exists(), "{}", none.err);
    let missing = run_on("restore", &copy, &["--db", &db]);
    assert_eq!(missing.code, 3);
    let other = run_on("restore", &folder.file("piano.csv"), &["--db", &db]);
    assert_eq!(other.code, 1);
    assert!(other.err.contains("non è una copia di sicurezza"), "{}", other.err);
    assert!(!folder.file("traguardo.db").exists());
}
