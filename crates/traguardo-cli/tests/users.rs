//! `traguardo user`: accounts from the terminal, with the password on standard input.
//! Not here: signing in, and the prompt of a real terminal.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what failed by stopping")]

mod support;

use std::io::Write;
use std::process::Stdio;

use support::{Folder, Ran, command, run};

const PASSWORD: &str = "tre parole che ricordo";

/// Runs `user` with something on standard input.
fn user(folder: &Folder, args: &[&str], input: &str) -> Ran {
    let mut child = command()
        .arg("user")
        .args(args)
        .args(["--db", &folder.database()])
        .env("USER", "prova")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who refuses the command line does not read.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap().into()
}

fn add(folder: &Folder, args: &[&str]) -> Ran {
    user(folder, &[&["add"], args, &["--password-stdin"]].concat(), &format!("{PASSWORD}\n"))
}

fn listed(folder: &Folder) -> String {
    let ran = user(folder, &["list"], "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn accounts_are_added_changed_and_listed() {
    let folder = Folder::good();
    run(&["import", folder.path().to_str().unwrap(), "--db", &folder.database()]);
    let ran = add(&folder, &["Anna", "--name", "Anna Esempio", "--role", "amministratore"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(ran.err, "Utente «Anna» aggiunto.\n");
    let office = ["--role", "rilevazione", "--body", "prova", "--office", "RAG"];
    assert_eq!(add(&folder, &[&["bruno"], &office[..]].concat()).code, 0);
    let oiv = ["anna", "--role", "oiv", "--body", "prova"];
    assert_eq!(user(&folder, &[&["grant"], &oiv[..]].concat(), "").code, 0);
    assert_eq!(
        user(&folder, &["lock", "bruno"], "").err,
        "Utente «bruno» bloccato: i suoi accessi aperti sono chiusi.\n"
    );
    insta::assert_snapshot!(listed(&folder), @r#"
    anna  Anna Esempio
        amministratore, tutti gli enti
        OIV, ente prova
    bruno  bruno  bloccato
        unità di rilevazione, ente prova, ufficio RAG
    "#);
    assert_eq!(user(&folder, &[&["revoke"], &oiv[..]].concat(), "").code, 0);
    assert_eq!(user(&folder, &["unlock", "bruno"], "").code, 0);
    let ran = user(&folder, &["password", "bruno", "--password-stdin"], "una nuova frase\n");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(!listed(&folder).contains("OIV") && !listed(&folder).contains("bloccato"));
}

#[test]
fn an_address_of_mail_is_given_at_once_or_later_and_taken_away() {
    let folder = Folder::empty();
    let admin = ["--role", "amministratore"];
    let mail = ["--mail", "anna@ente.example.it"];
    assert_eq!(add(&folder, &[&["anna"], &admin[..], &mail[..]].concat()).code, 0);
    assert!(listed(&folder).starts_with("anna  anna  anna@ente.example.it"));
    let ran = add(&folder, &[&["bruno"], &admin[..], &["--mail", "bruno"]].concat());
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("«bruno» non è un indirizzo di posta"), "{}", ran.err);
    assert!(!listed(&folder).contains("bruno"), "nobody is added by half");
    let ran = user(&folder, &["mail", "anna", "rossi@ente.example.it"], "");
    assert_eq!((ran.code, ran.err.contains("rossi")), (0, false));
    assert!(listed(&folder).contains("rossi@ente.example.it"));
    assert_eq!(user(&folder, &["mail", "anna", "-"], "").code, 0);
    assert!(!listed(&folder).contains('@'));
    assert_eq!(user(&folder, &["mail", "anna", "anna@"], "").code, 1);
}

#[test]
fn what_is_wrong_is_said_and_changes_nothing() {
    let folder = Folder::empty();
    let said = |ran: Ran| format!("{} {}", ran.code, ran.err.trim_end());
    let all = [
        said(add(&folder, &["anna", "--role", "capo"])),
        said(add(&folder, &["anna", "--role", "oiv"])),
        said(add(&folder, &["anna", "--role", "dirigente", "--office", "RAG"])),
        said(add(&folder, &["anna rossi", "--role", "amministratore"])),
        said(user(&folder, &["add", "anna", "--role", "amministratore"], "")),
        said(user(
            &folder,
            &["add", "anna", "--role", "oiv", "--body", "x", "--password-stdin"],
            "corta",
        )),
        said(user(&folder, &["lock", "nessuno"], "")),
    ];
    insta::assert_snapshot!(all.join("\n").replace(&folder.database()[7..], "BASE"), @r#"
    2 errore: Il ruolo «capo» non si capisce. Scegli fra: amministratore, controllo-di-gestione, unita-di-rilevazione, dirigente-po, segretario-generale, oiv, giunta, lettore.
    2 errore: Di' in quale ente vale il ruolo con --body e il codice IPA dell'ente: per tutti gli enti si dà solo quello di amministratore.
    2 errore: Di' di quale ente è l'ufficio con --body e il codice IPA dell'ente.
    1 errore: «anna rossi» non può essere il nome di un utente. Usa lettere senza accento, cifre, punto, trattino e chiocciola, fino a 64 caratteri, cominciando con una lettera o una cifra.
    2 errore: Non c'è un terminale su cui chiedere la password. Aggiungi --password-stdin e scrivila sullo standard input.
    1 Dell'ente «x» non c'è ancora alcun piano: controlla che il codice sia giusto.
    errore: La password ha 5 caratteri: ne servono da 12 a 128. Quali, lo scegli tu: tre o quattro parole che ricordi vanno bene.
    1 errore: In «BASE» non c'è l'utente «nessuno».
    "#);
    assert_eq!(listed(&folder), "");
}

#[test]
fn a_password_is_no_argument_of_any_command() {
    let folder = Folder::empty();
    let ran = user(&folder, &["add", "anna", "--role", "oiv", "--password", PASSWORD], "");
    assert_eq!(ran.code, 2);
}

#[test]
fn a_command_in_the_name_of_an_account_does_what_its_roles_let_it_and_says_why_not() {
    let folder = Folder::good();
    let (path, database) = (folder.path().to_str().unwrap().to_owned(), folder.database());
    for (id, role) in [("carla", "controllo"), ("olga", "oiv"), ("lia", "lettore")] {
        assert_eq!(add(&folder, &[id, "--role", role, "--body", "prova"]).code, 0);
    }
    let refused = run(&["import", &path, "--db", &database, "--as", "olga"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("serve il ruolo di controllo di gestione"), "{}", refused.err);
    assert_eq!(run(&["score", "prova/2020", "--db", &database]).code, 1, "nothing is stored");
    let done = run(&["import", &path, "--db", &database, "--as", "Carla"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(run(&["log", "--db", &database]).out.contains("carla"));

    let ran = user(&folder, &["lock", "lia", "--as", "carla"], "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("serve il ruolo di amministratore"), "{}", ran.err);
    let closing = ["round", "close", "prova/2020", "2020-06-30", "--db", &database, "--as", "lia"];
    let ran = run(&closing);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("Per chiudere una verifica serve"), "{}", ran.err);
    assert_eq!(user(&folder, &["lock", "lia"], "").code, 0);
    assert!(run(&closing).err.contains("è bloccato"));
    let ran = user(&folder, &["lock", "lia", "--as", "nessuno"], "");
    assert!(ran.err.contains("Non c'è un utente «nessuno»"), "{}", ran.err);
}
