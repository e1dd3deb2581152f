//! The commands on rounds: listing, closing, showing, the record, then and now.
//! Not here: what a round is made of, which core and store show.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use serde_json::Value;
use support::{Folder, Ran, run, run_on};

const PLAN: &str = "prova/2020";
const JUNE: &str = "2020-06-30";

fn imported() -> (Folder, String) {
    let folder = Folder::good();
    let db = folder.database();
    import(&folder, &db);
    (folder, db)
}

fn import(folder: &Folder, db: &str) {
    let ran = run_on("import", folder.path(), &["--db", db, "--by", "Ufficio", "--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}

fn round(name: &str, db: &str, more: &[&str]) -> Ran {
    run(&[&["round", name, PLAN], more, &["--db", db]].concat())
}

fn closed() -> (Folder, String) {
    let (folder, db) = imported();
    let reason = ["--reason", "Le note arrivano dopo", "--by", "Controllo"];
    let ran = round("close", &db, &[&[JUNE], &reason[..]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    (folder, db)
}

#[test]
fn a_round_with_gaps_is_closed_by_whoever_says_why() {
    let (_folder, db) = imported();
    let ran = round("close", &db, &[JUNE]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("I1: senza la nota dovuta\n"), "{}", ran.err);
    assert!(ran.err.contains("I2: non ancora verificata\n"), "{}", ran.err);
    assert!(ran.err.contains("Manca qualcosa a 2 rilevazioni"), "{}", ran.err);
    let ran = round("close", &db, &[JUNE, "--reason", "ISTAT", "--by", "Controllo"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.starts_with("Verifica del 30 giugno 2020 chiusa sulla revisione 1"),
        "{}",
        ran.out
    );
    let again = round("close", &db, &[JUNE, "--reason", "ISTAT"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("è già chiusa"), "{}", again.err);
    let list = round("list", &db, &[]);
    let lines: Vec<&str> = list.out.lines().collect();
    assert!(lines[0].starts_with("2020-06-30  chiusa il "), "{}", list.out);
    assert!(lines[0].contains(" da Controllo, revisione 1, impronta "), "{}", list.out);
    assert!(lines[1].starts_with("2020-12-31  "), "{}", list.out);
}

#[test]
fn a_round_that_is_not_there_is_said_and_makes_no_database() {
    let (_folder, db) = imported();
    let ran = round("show", &db, &[JUNE]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("non c'è una verifica chiusa al 30 giugno 2020"), "{}", ran.err);
    let ran = round("show", &db, &["giugno"]);
    assert_eq!(ran.code, 2);
    let ran = round("close", &db, &["2020-03-31"]);
    assert!(ran.err.contains("non ha una verifica in quel giorno"), "{}", ran.err);
}

#[test]
fn the_record_is_written_to_the_byte_and_verify_proves_it() {
    let (_folder, db) = closed();
    let text = round("record", &db, &[JUNE]).out;
    assert!(text.starts_with("traguardo-round\tversion=1\nband\t"), "{text}");
    assert_eq!(round("record", &db, &[JUNE]).out, text);
    let json: Value =
        serde_json::from_str(&round("record", &db, &[JUNE, "--format", "json"]).out).unwrap();
    assert_eq!(json["lines"].as_array().unwrap().len(), text.lines().count() - 1);
    let hash = json["sha256"].as_str().unwrap();
    let shown = round("show", &db, &[JUNE]);
    assert!(
        shown.out.contains(hash) && shown.out.contains("Le note arrivano dopo"),
        "{}",
        shown.out
    );
    let verified = run(&["verify", "--db", &db]);
    assert_eq!(verified.code, 0, "{}", verified.err);
}

#[test]
fn what_came_later_is_told_beside_what_was_closed() {
    let (folder, db) = closed();
    let before = round("show", &db, &[JUNE]).out;
    let same = round("compare", &db, &[JUNE]);
    assert!(same.out.starts_with("Oggi tutti i 6 risultati sarebbero gli stessi."), "{}", same.out);
    let folder = folder
        .with(
            "piano.csv",
            support::PLAN.replace("Primo;60", "Primo;80").replace("Secondo;40", "Secondo;20"),
        )
        .with(
            "rilevazioni.csv",
            "indicatore;data;valore;registrato_il;motivo\n\
             I1;2020-06-30;8 N.;;\nI2;2020-06-30;4 gg;;\n\
             I1;2020-06-30;9 N.;2020-09-01;Contati due volte\n",
        );
    import(&folder, &db);
    assert_eq!(round("show", &db, &[JUNE]).out, before);
    let told = round("compare", &db, &[JUNE]);
    assert!(told.out.contains("    piano cambiato: da 88,00 a 84,00\n"), "{}", told.out);
    assert!(
        told.out.contains("rilevazioni corrette o arrivate dopo: da 84,00 a 92,00"),
        "{}",
        told.out
    );
    assert!(told.out.contains("Contati due volte"), "{}", told.out);
    let json: Value =
        serde_json::from_str(&round("compare", &db, &[JUNE, "--format", "json"]).out).unwrap();
    assert_eq!(json[0]["changes"][0]["why"], "plan");
    assert_eq!(json[0]["now"]["score"], "92.000000");
    assert_eq!(run(&["verify", "--db", &db]).code, 0);
}
