//! The commands on revisions: the draft from a hand-in, its adoption by an act, the register.
//! Not here: what a revision changes, which the core shows.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use serde_json::Value;
use support::{Folder, Ran, run, run_on};

const PLAN: &str = "prova/2020";
const ACT: [&str; 6] = ["--organ", "Giunta", "--number", "65", "--date", "25/07/2020"];

fn imported() -> (Folder, String) {
    let folder = Folder::good();
    let db = folder.database();
    let ran = run_on("import", folder.path(), &["--db", &db, "--by", "Ufficio", "--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    (folder, db)
}

fn revision(name: &str, db: &str, more: &[&str]) -> Ran {
    run(&[&["revision", name, PLAN], more, &["--db", db]].concat())
}

/// The plan with other weights, taken into a draft from a folder.
fn drafted() -> (Folder, String, Folder) {
    let (folder, db) = imported();
    let changed = Folder::plan("Primo;60", "Primo;80").with(
        "piano.csv",
        support::PLAN.replace("Primo;60", "Primo;80").replace("Secondo;40", "Secondo;20"),
    );
    let path = changed.path().to_str().unwrap().to_owned();
    let ran = revision("draft", &db, &[&path, "--reason", "Rolling di luglio", "--by", "Anna"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("Bozza dalla revisione 1, cambiata per ultimo da Anna"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("peso: da «60» a «80»"), "{}", ran.out);
    assert!(ran.out.contains("A  Area  88,00 → 84,00"), "the effect on the scores: {}", ran.out);
    (folder, db, changed)
}

#[test]
fn a_draft_from_a_folder_is_adopted_by_an_act_with_its_document() {
    let (folder, db, _) = drafted();
    let list = revision("list", &db, &[]);
    assert!(list.out.contains("1  dal "), "{}", list.out);
    assert!(list.out.contains("Bozza dalla revisione 1"), "{}", list.out);
    let before = run(&["score", PLAN, "--at", "2020-06-30", "--db", &db]).out;
    assert!(before.contains("88,00"), "the draft is not the plan: {before}");
    let folder = folder.with("delibera.pdf", "%PDF-1.7");
    let file = folder.file("delibera.pdf");
    let adopt = [&ACT[..], &["--file", file.to_str().unwrap(), "--by", "Giunta"]].concat();
    let adopted = revision("adopt", &db, &adopt);
    assert_eq!(adopted.code, 0, "{}", adopted.err);
    assert!(adopted.out.contains("è la revisione 2, e vale dal 25 luglio 2020"), "{}", adopted.out);
    assert!(run(&["score", PLAN, "--at", "2020-06-30", "--db", &db]).out.contains("84,00"));
    let json = revision("list", &db, &["--format", "json"]).out;
    let list: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(list[1]["act"]["file"], "delibera.pdf");
    assert_eq!(list[1]["reason"], "Rolling di luglio");
    let kept = folder.file("prove").join(list[1]["act"]["sha256"].as_str().unwrap());
    assert_eq!(std::fs::read(kept).unwrap(), b"%PDF-1.7");
    assert_eq!(run(&["verify", "--db", &db]).code, 0);
    let again = revision("adopt", &db, &ACT);
    assert_eq!(again.code, 1, "{}", again.err);
}

#[test]
fn the_register_and_two_revisions_are_told_as_text_csv_and_json() {
    let (_folder, db, _changed) = drafted();
    assert_eq!(revision("adopt", &db, &ACT).code, 0);
    let told = revision("register", &db, &[]).out;
    assert!(told.contains("2  dal 2020-07-25  bozza adottata  Giunta, atto n. 65"), "{told}");
    assert!(told.contains("aggiornato  Nodo 1  Primo"), "{told}");
    assert!(told.contains("su obiettivi programmati: 2 su 2 (100%)"), "{told}");
    let csv = revision("register", &db, &["--format", "csv"]).out;
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "revisione;dal;atto;variazione;che cosa;titolo;colonna;prima;dopo");
    assert!(lines[1].starts_with("2;2020-07-25;Giunta, atto n. 65"), "{csv}");
    assert!(lines[1].ends_with("aggiornato;Nodo 1;Primo;peso;60;80"), "{csv}");
    let json = revision("register", &db, &["--format", "json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["revisions"][1]["variations"][0]["code"], "1");
    assert_eq!(json["share"]["per_cent"], "100");
    let diff = revision("diff", &db, &["2", "1"]).out;
    assert!(diff.contains("peso: da «80» a «60»"), "{diff}");
    let shown = revision("show", &db, &["2"]).out;
    assert!(shown.contains("Rolling di luglio") && shown.contains("«80»"), "{shown}");
    assert!(revision("show", &db, &["1"]).out.contains("la prima volta"));
    let none = revision("diff", &db, &["1", "7"]);
    assert_eq!(none.code, 1, "{}", none.err);
}

#[test]
fn the_plan_is_written_as_it_stood_on_a_day() {
    let (folder, db, _) = drafted();
    assert_eq!(revision("adopt", &db, &ACT).code, 0);
    let at = |day: &str, name: &str| {
        let target = folder.file(name);
        let target = target.to_str().unwrap();
        let ran = run(&["export", PLAN, target, "--db", &db, "--standing-on", day]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        std::fs::read_to_string(folder.file(name).join("piano.csv")).unwrap()
    };
    // The first revision stands from when it was handed in, which is after the act of the second.
    assert!(at("2020-07-24", "prima").contains("Primo;60"));
    assert!(at("2020-07-25", "dopo").contains("Primo;80"));
    let ran = run(&["export", PLAN, "altrove", "--db", &db, "--standing-on", "luglio"]);
    assert_eq!(ran.code, 2);
}

#[test]
fn a_draft_is_opened_once_and_given_up() {
    let (_folder, db) = imported();
    let opened = revision("draft", &db, &["--by", "Anna"]);
    assert!(opened.out.contains("Nessuna differenza."), "{}", opened.out);
    let nothing = revision("adopt", &db, &ACT);
    assert_eq!(nothing.code, 1);
    assert!(nothing.err.contains("non c'è niente da adottare"), "{}", nothing.err);
    assert_eq!(revision("draft", &db, &["--give-up"]).code, 0);
    let gone = revision("draft", &db, &["--give-up"]);
    assert_eq!(gone.code, 1, "{}", gone.err);
    let other = Folder::good().with("ente.toml", support::BODY.replace("prova\"", "altro\""));
    let refused = revision("draft", &db, &[other.path().to_str().unwrap()]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("altro ente o di un altro anno"), "{}", refused.err);
    assert_eq!(revision("draft", &db, &["--give-up"]).code, 1, "it opened no draft");
}
