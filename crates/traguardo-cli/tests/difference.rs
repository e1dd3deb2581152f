//! `traguardo diff`, and what `import` says of a plan that is stored already.
//! Not here: what is paired with what, see the core.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use insta::assert_snapshot;
use serde_json::Value;
use support::{Folder, PLAN, READINGS, issues, modena, run, run_on};

/// The good hand-in with a weight changed, an objective renamed and a reading added.
fn changed() -> Folder {
    Folder::plan("1;A;obiettivo;Primo;60", "1;A;obiettivo;Primo;55")
        .with("rilevazioni.csv", format!("{READINGS}I1;2020-12-31;12 N.\n"))
}

#[test]
fn two_hand_ins_are_compared_with_before_and_after() {
    let (old, new) = (Folder::good(), changed());
    let paths = [old.path().to_str().unwrap(), new.path().to_str().unwrap()];
    let ran = run(&["diff", paths[0], paths[1]]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_snapshot!(ran.out, @r#"
    ~ Nodo 1 · Primo: modificato
        peso: da «60» a «55»
    + Rilevazione di I1 al 31 dicembre 2020: aggiunta
    Differenze: 1 in più, 1 cambiate, 0 in meno, 0 rilevazioni sostituite.
    "#);
    let ran = run(&["diff", paths[1], paths[0], "--format", "json"]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_snapshot!(serde_json::to_string(&json["entries"]).unwrap(), @r#"[{"cells":[{"after":"60","before":"55","column":"peso"}],"code":"1","fate":"changed","item":"node","name":"Nodo 1","title":"Primo"},{"cells":[{"after":null,"before":"12 N.","column":"valore"}],"code":"I1","fate":"removed","item":"reading","name":"Rilevazione di I1 al 31 dicembre 2020","title":""}]"#);
    assert_eq!(run(&["diff", paths[0], paths[0]]).out, "Nessuna differenza.\n");
}

#[test]
fn a_dry_run_shows_the_difference_and_saves_nothing() {
    let (old, new) = (Folder::good(), changed());
    let db = old.database();
    let dry = run_on("import", old.path(), &["--db", &db, "--dry-run"]);
    assert_snapshot!(dry.out, @"Il piano non è ancora nella base di dati. Entrerebbe con 3 nodi, 2 indicatori e 2 rilevazioni.");
    assert_eq!(run_on("import", old.path(), &["--db", &db]).code, 0);
    let dry = run_on("import", new.path(), &["--db", &db, "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert_snapshot!(dry.out, @r#"
    ~ Nodo 1 · Primo: modificato
        peso: da «60» a «55»
    + Rilevazione di I1 al 31 dicembre 2020: aggiunta
    Differenze: 1 in più, 1 cambiate, 0 in meno, 0 rilevazioni sostituite.
    "#);
    assert_eq!(dry.err.lines().filter(|line| line.starts_with("Importato")).count(), 0);
    let stored = run(&["diff", "prova/2020", old.path().to_str().unwrap(), "--db", &db]);
    assert_eq!(stored.out, "Nessuna differenza.\n");
}

#[test]
fn a_dry_run_makes_no_database_where_there_is_none() {
    let folder = Folder::good();
    let db = format!("sqlite:{}", folder.file("sotto/traguardo.db").display());
    let dry = run_on("import", folder.path(), &["--db", &db, "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(dry.out.contains("non è ancora nella base di dati"), "{}", dry.out);
    assert!(!folder.file("sotto").exists());
    std::fs::write(folder.file("vuota.db"), "").unwrap();
    let db = format!("sqlite:{}", folder.file("vuota.db").display());
    let dry = run_on("import", folder.path(), &["--db", &db, "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert_eq!(std::fs::metadata(folder.file("vuota.db")).unwrap().len(), 0);
    assert!(!folder.file("vuota.db-wal").exists());
}

#[test]
fn readings_that_contradict_stored_ones_are_listed_before_anything_is_saved() {
    let old = Folder::good();
    let db = old.database();
    assert_eq!(run_on("import", old.path(), &["--db", &db]).code, 0);
    let new = Folder::readings("8 N.", "9 N.");
    for more in [&["--dry-run"][..], &[][..]] {
        let ran = run_on("import", new.path(), &[&["--db", &db][..], more].concat());
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.out.contains("Rilevazione di I1"), "{}", ran.out);
        let listed = ran.err.lines().find(|line| line.contains("[reading-contradicts-stored]"));
        let listed = listed.unwrap_or_else(|| panic!("{}", ran.err));
        assert!(listed.contains("rilevazioni.csv, riga 2"), "{listed}");
    }
    let stored = run(&["diff", "prova/2020", old.path().to_str().unwrap(), "--db", &db]);
    assert_eq!(stored.out, "Nessuna differenza.\n");
}

/// A hand-in with a question in a target and in a step, and the answers that are given to them.
fn asking(answers: Option<&str>) -> Folder {
    let plan = PLAN
        .replacen("responsabile\n", "responsabile;soglia_80\n", 1)
        .replacen(">= 10 N.\n", ">= 10 N.;;molti\n", 1)
        .replacen("<= 5 gg\n", "circa 5 gg\n", 1);
    let folder = Folder::good().with("piano.csv", plan);
    match answers {
        Some(answers) => folder.with(
            "risposte.csv",
            format!("codice;padre;colonna;scritto;significa;da;il\n{answers}"),
        ),
        None => folder,
    }
}

const ANSWERS: &str = "I1;1;soglia_80;molti;8;Ufficio;2020-02-01\n\
     I2;2;target;circa 5 gg;<= 5 gg;Ufficio;2020-02-01\n";

#[test]
fn the_question_of_a_step_stands_in_its_column_and_closes_when_it_is_answered() {
    let (_, asked) = issues(asking(None).path());
    let asks =
        ["target-not-understood piano.csv:5 soglia_80", "target-approximate piano.csv:6 target"];
    assert!(asks.iter().all(|ask| asked.iter().any(|issue| issue == ask)), "{asked:?}");
    let (code, left) = issues(asking(Some(ANSWERS)).path());
    assert_eq!((code, left), (0, Vec::new()));
    let wrong = ANSWERS.replace(";8;", ";boh;").replace("circa 5 gg;<=", "circa 6 gg;<=");
    let (_, left) = issues(asking(Some(&wrong)).path());
    for name in [
        "answer-not-understood piano.csv:5 soglia_80",
        "target-approximate piano.csv:6 target",
        "answer-without-target risposte.csv:3 scritto",
    ] {
        assert!(left.iter().any(|issue| issue == name), "{name}: {left:?}");
    }
}

#[test]
fn answers_stay_where_their_targets_are_still_written_as_they_were() {
    let (with, without) = (asking(Some(ANSWERS)), asking(None));
    let db = with.database();
    assert_eq!(run_on("import", with.path(), &["--db", &db]).code, 0);
    let again = run_on("import", without.path(), &["--db", &db]);
    assert_eq!((again.code, again.out.as_str()), (0, "Nessuna differenza.\n"), "{}", again.err);
    assert!(!again.err.contains("target-"), "{}", again.err);
    let plan = std::fs::read_to_string(without.file("piano.csv")).unwrap();
    let changed = asking(None).with("piano.csv", plan.replace("circa 5 gg", "circa 6 gg"));
    let dry = run_on("import", changed.path(), &["--db", &db, "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert_snapshot!(dry.out, @r#"
    ~ Indicatore I2 nel nodo 2 · Giorni: modificato
        target: da «circa 5 gg» a «circa 6 gg»
    - Risposta su I2 nel nodo 2, colonna «target»: tolta
    Differenze: 0 in più, 1 cambiate, 1 in meno, 0 rilevazioni sostituite.
    "#);
}

#[test]
fn an_import_that_nobody_watches_shows_the_difference_and_saves() {
    let (old, new) = (Folder::good(), changed());
    let db = old.database();
    assert_eq!(run_on("import", old.path(), &["--db", &db]).out, "");
    let saved = run_on("import", new.path(), &["--db", &db]);
    assert_eq!(saved.code, 0);
    assert!(saved.out.contains("peso: da «60» a «55»"), "{}", saved.out);
    assert!(saved.err.contains("Importato prova/2020"), "{}", saved.err);
    let again = run_on("import", new.path(), &["--db", &db, "--yes"]);
    assert_eq!(again.out, "Nessuna differenza.\n");
    // A reading that the newer hand-in lacks stays, and is not said to go.
    let back = run_on("import", old.path(), &["--db", &db, "--dry-run"]);
    assert!(!back.out.contains("Rilevazione"), "{}", back.out);
}

#[test]
fn modena_as_a_workbook_differs_in_nothing_from_its_folder() {
    let folder = Folder::empty();
    let book = folder.file("modena.xlsx");
    let (modena, book) = (modena(), book.to_str().unwrap());
    let ran = run_on("export", &modena, &["--xlsx", book, "--at", "2020-06-30"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = run(&["diff", modena.to_str().unwrap(), book]);
    assert_eq!((ran.out.as_str(), ran.code), ("Nessuna differenza.\n", 0));
}
