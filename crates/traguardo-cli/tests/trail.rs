//! The commands that verify and show the register of changes.
//! Not here: what can be found out, which the tests of the store show.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use std::path::Path;

use serde_json::Value;
use sqlx::Connection;
use support::{Folder, run, run_on};

fn imported() -> (Folder, String) {
    let folder = Folder::good();
    let db = folder.database();
    let ran = run_on("import", folder.path(), &["--db", &db, "--by", "=Ufficio"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    (folder, db)
}

/// A database that was opened and never written to.
fn made_empty(folder: &Folder) -> String {
    let db = folder.database();
    assert_eq!(run(&["check", "x/2020", "--db", &db]).code, 1);
    db
}

/// Runs a statement past the program, as somebody with a database tool does.
fn behind_our_back(path: &Path, sql: &'static str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let url = format!("sqlite://{}", path.display());
        let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
        sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    });
}

#[test]
fn a_whole_database_is_said_to_be_whole() {
    let (_folder, db) = imported();
    let ran = run(&["verify", "--db", &db]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("è integra: 1 voce del registro delle modifiche e "), "{}", ran.out);
    let empty = Folder::empty();
    let missing = run(&["verify", "--db", &empty.database()]);
    assert_eq!(missing.code, 1);
    assert!(missing.err.contains("non c'è"), "{}", missing.err);
    assert!(!empty.file("traguardo.db").exists());
    let ran = run(&["verify", "--db", &made_empty(&empty)]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("è vuota"), "{}", ran.out);
}

#[test]
fn a_database_that_was_changed_from_outside_is_told_row_by_row_with_exit_code_1() {
    let (folder, db) = imported();
    // Whoever has the file in their hands can take away what refuses it.
    let sql = "DROP TRIGGER node_adopted_never_updated; \
               UPDATE node SET weight = '70' WHERE code = '1'";
    let path = folder.file("traguardo.db");
    behind_our_back(&path, sql);
    let ran = run(&["verify", "--db", &db]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Nella tabella node le righe di «prova/2020/1»"), "{}", ran.err);
    assert!(ran.err.contains("«=Ufficio»"), "{}", ran.err);
    assert!(ran.out.contains("1 cosa non corrisponde"), "{}", ran.out);
}

#[test]
fn the_register_is_shown_in_three_formats() {
    let (folder, db) = imported();
    assert_eq!(run_on("import", folder.path(), &["--db", &db, "--by", "Altri"]).code, 0);
    let lines = run(&["log", "--db", &db]);
    assert_eq!(lines.code, 0, "{}", lines.err);
    assert!(lines.out.contains("· Altri · importazione di un piano"), "{}", lines.out);
    let csv = run(&["log", "--db", &db, "--format", "csv"]);
    let mut records = csv::ReaderBuilder::new().delimiter(b';').from_reader(csv.out.as_bytes());
    let records: Vec<_> = records.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), 2);
    // A name that a spreadsheet would take for a formula is made harmless.
    assert_eq!((&records[0][0], &records[0][2], &records[0][6]), ("1", "'=Ufficio", ""));
    assert_eq!(records[1][6], records[0][7]);
    assert!(records[0][5].contains("reading prova/2020 0+2 "), "{}", &records[0][5]);
    let json = run(&["log", "--db", &db, "--format", "json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json[0]["who"], "=Ufficio");
    assert_eq!(json[1]["previous"], json[0]["hash"]);
    assert_eq!(json[1]["contents"][0]["table"], "body");
    let empty = Folder::empty();
    let none = run(&["log", "--db", &made_empty(&empty), "--format", "json"]);
    assert_eq!(none.out, "[]\n");
}
