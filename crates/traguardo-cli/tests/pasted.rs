//! `traguardo import --table`: the preview, and that nothing is saved unless asked for.
//! Not here: what is understood of a table, see the tests of `traguardo-files`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use std::io::Write;
use std::process::Stdio;

use support::{Folder, Ran, command, run};

const TABLE: &str = "Piano 2021\n\n\
    Linee\tPeso\tObiettivi operativi\tPeso\tIndicatori\tTarget 2021\n\
    1. SERVIZI\t60\t1.1 Sportello\t100\tTempo di attesa\t<= 10 min\n\
    2. BILANCIO\t40\t2.1 Pagamenti\t100\tGiorni\t30\n\
    Aggiornato con deliberazione della Giunta n. 5 del 1 giugno 2021\n";

fn folder() -> (Folder, String) {
    let folder = Folder::empty().with("tabella.txt", TABLE);
    let file = folder.file("tabella.txt").display().to_string();
    (folder, file)
}

#[test]
fn the_preview_shows_rows_doubts_and_what_is_left_out_and_saves_nothing() {
    let (folder, file) = folder();
    let ran = run(&["import", "--table", &file]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    insta::assert_snapshot!(ran.out, @r#"
    Una tabella, 5 righe con qualcosa; anno: 2021.
      riga  codice          livello                   titolo                                                          peso  target
         4  1               linea                     SERVIZI                                                           60
            1.1             obiettivo operativo       Sportello                                                        100
            1.1~i1          indicatore                Tempo di attesa                                                       <= 10 min
         5  2               linea                     BILANCIO                                                          40
            2.1             obiettivo operativo       Pagamenti                                                        100
            2.1~i1          indicatore                Giorni                                                                30
          ? «30» è scritto senza ≥ o ≤: di questo indicatore è meglio di più (cresce) o di meno (cala)? Per esempio: cresce | cala
         6  non capita: Aggiornato con deliberazione della Giunta n. 5 del 1 giugno 2021
          ? È la parte tagliata della riga sopra, o non appartiene al piano? Per esempio: unisci | ignora
    Fuori dalle tabelle, non riportate nel piano:
         1  Piano 2021
    Righe capite senza aiuto: 1. Con una risposta: 1. Con più risposte: 0. Non capite: 1.
    "#);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_table_from_standard_input_is_saved_into_a_folder_that_checks_and_scores() {
    let (folder, _) = folder();
    let out = folder.file("piano").display().to_string();
    let mut child = command()
        .args(["import", "--table", "-", "--ipa", "prova", "--out", &out])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(TABLE.as_bytes()).unwrap();
    let ran: Ran = child.wait_with_output().unwrap().into();
    assert_eq!(ran.code, 0, "{}", ran.err);
    let scored = run(&["score", &out, "--at", "2021-12-31"]);
    assert_eq!(scored.code, 0, "{}", scored.err);
    assert!(scored.out.contains("1.1~i1"), "{}", scored.out);
    let again = run(&["import", "--table", &out, "--ipa", "prova", "--out", &out]);
    assert_eq!(again.code, 1, "{}", again.err);
}

#[test]
fn a_table_in_the_database_never_overwrites_a_plan() {
    let (folder, file) = folder();
    let db = folder.database();
    let args = ["import", "--table", &file, "--ipa", "prova", "--db", &db];
    let first = run(&args);
    assert_eq!(first.code, 0, "{}", first.err);
    let second = run(&args);
    assert_eq!(second.code, 1);
    assert!(second.err.contains("prova/2021"), "{}", second.err);
    assert_eq!(run(&["score", "prova/2021", "--db", &db]).code, 0);
}

#[test]
fn what_is_missing_or_no_table_is_said_with_its_exit_code() {
    let (folder, file) = folder();
    let db = folder.database();
    assert_eq!(run(&["import", "--table", &file, "--db", &db]).code, 2);
    assert_eq!(run(&["import", "--table", &file, "--db", &db, "--ipa", "a b"]).code, 2);
    assert_eq!(run(&["import", "--year", "2021", "--db", &db]).code, 2);
    assert_eq!(run(&["import"]).code, 2);
    assert_eq!(run(&["import", "--table", "/niente"]).code, 1);
    let text = Folder::empty().with("testo.txt", "Solo testo.\n");
    let text = text.file("testo.txt").display().to_string();
    assert_eq!(run(&["import", "--table", &text]).code, 1);
}
