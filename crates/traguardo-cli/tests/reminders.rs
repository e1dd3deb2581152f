//! `traguardo remind` against a mail server of our own on this machine: what arrives, and that it
//! arrives once. Not here: who is told of what, day by day, which the core's tests show.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what failed by stopping")]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};

use support::{Folder, PLAN, Ran, command, run, run_on};

const BODY: &str = "ipa = \"prova\"\nnome = \"Città di Prova\"\nanno = 2020\n\
     livelli = [\"area\", \"obiettivo\"]\n\
     verifiche = [{ data = \"2020-06-30\", consegna = \"2020-07-15\" }]\n";
const OFFICES: &str = "codice;nome;padre;tipo;responsabile\n\
     SEG;Segreteria;;;\n\
     RAG;Ragioneria;SEG;;\n";
/// Tuesday morning, a day before the hand-in.
const TUESDAY: &str = "2020-07-14T10:00";

/// A letter as the server got it.
struct Got {
    from: String,
    to: String,
    data: String,
}

/// A mail server that takes every letter but those to whom it does not know.
struct Server {
    port: u16,
    got: Receiver<Got>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (told, got) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                talk(stream.unwrap(), &told);
            }
        });
        Self { port, got }
    }

    fn config(&self) -> String {
        format!(
            "base_address = \"https://piani.ente.example.it\"\n\
             smtp = \"smtp://127.0.0.1:{}\"\n\
             mail_from = \"Traguardo <traguardo@ente.example.it>\"\n",
            self.port
        )
    }

    fn letters(&self) -> Vec<Got> {
        self.got.try_iter().collect()
    }
}

/// One conversation (RFC 5321), as much of it as is needed.
fn talk(mut stream: TcpStream, told: &Sender<Got>) {
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let mut say = move |text: &str| stream.write_all(format!("{text}\r\n").as_bytes());
    let (mut from, mut to) = (String::new(), String::new());
    let _ = say("220 prova");
    while let Some(Ok(line)) = lines.next() {
        let answer = match line.get(..4).unwrap_or_default() {
            "EHLO" => "250-prova\r\n250 8BITMIME",
            "MAIL" => {
                from = line;
                "250 ok"
            }
            "RCPT" if line.contains("sconosciuto") => "550 anna@ente.example.it unknown",
            "RCPT" => {
                to = line;
                "250 ok"
            }
            "DATA" => {
                let _ = say("354 go on");
                let data: Vec<String> =
                    lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
                let data = data.join("\n");
                told.send(Got { from: from.clone(), to: to.clone(), data }).unwrap();
                "250 taken"
            }
            "QUIT" => {
                let _ = say("221 bye");
                return;
            }
            _ => "250 ok",
        };
        let _ = say(answer);
    }
}

/// A plan of which Ragioneria records the second indicator and Segreteria the first.
fn folder(server: &Server) -> Folder {
    let plan = PLAN
        .replace(";responsabile\n", ";responsabile;rilevatore\n")
        .replace("Segreteria\n", "SEG;\n")
        .replace("<= 5 gg\n", "<= 5 gg;;RAG\n");
    let folder = Folder::empty()
        .with("ente.toml", BODY)
        .with("piano.csv", plan)
        .with("rilevazioni.csv", "indicatore;data;valore\n")
        .with("uffici.csv", OFFICES)
        .with("traguardo.toml", server.config());
    let ran = run_on("import", folder.path(), &["--db", &folder.database(), "--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    folder
}

fn add(folder: &Folder, id: &str, role: &str, office: &str, mail: &str) {
    let mut child = command()
        .args(["user", "add", id, "--name", &format!("Perché {id}"), "--role", role])
        .args(["--body", "prova", "--office", office, "--mail", mail, "--password-stdin"])
        .args(["--db", &folder.database()])
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"tre parole che ricordo\n").unwrap();
    assert!(child.wait().unwrap().success());
}

fn remind(folder: &Folder, args: &[&str]) -> Ran {
    let config = folder.file("traguardo.toml");
    let db = folder.database();
    let all = ["remind", "--config", config.to_str().unwrap(), "--db", &db];
    run(&[&all[..], args].concat())
}

/// The text of a body in quoted-printable (RFC 2045), and of a subject in words of it (RFC 2047).
fn unquoted(text: &str) -> String {
    let mut bytes = Vec::new();
    let joined = text.replace("=\n", "");
    let mut rest = joined.as_str();
    while let Some(letter) = rest.chars().next() {
        let code = rest.get(1..3).and_then(|code| u8::from_str_radix(code, 16).ok());
        match (letter, code) {
            ('=', Some(byte)) => {
                bytes.push(byte);
                rest = &rest[3..];
            }
            _ => {
                bytes.extend(letter.to_string().bytes());
                rest = &rest[letter.len_utf8()..];
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn header<'a>(letter: &'a Got, name: &str) -> &'a str {
    let (headers, _) = letter.data.split_once("\n\n").unwrap();
    let mut lines = headers.lines();
    lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap()
}

#[test]
fn one_letter_a_person_arrives_with_one_link_and_does_not_come_again() {
    let server = Server::start();
    let folder = folder(&server);
    add(&folder, "anna", "rilevazione", "SEG", "anna@ente.example.it");
    add(&folder, "bruno", "rilevazione", "RAG", "bruno@ente.example.it");
    let ran = remind(&folder, &["--at", TUESDAY]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    assert_eq!(
        ran.err,
        "Solleciti mandati: 2; rimandati a un altro momento: 0; senza indirizzo: 0; rifiutati \
         dal server di posta: 0.\n"
    );
    let letters = server.letters();
    assert_eq!(letters.len(), 2);
    let anna = &letters[0];
    assert!(anna.from.contains("<traguardo@ente.example.it>"), "{}", anna.from);
    assert!(anna.to.contains("<anna@ente.example.it>"), "{}", anna.to);
    assert_eq!(header(anna, "Auto-Submitted"), "auto-generated");
    assert_eq!(header(anna, "Content-Type"), "text/plain; charset=utf-8");
    assert!(header(anna, "From").contains("traguardo@ente.example.it"));
    assert!(header(anna, "Message-ID").ends_with("@ente.example.it>"));
    assert!(header(anna, "Date").len() > 20);
    // "Città" as RFC 2047 has it.
    assert!(header(anna, "Subject").contains("=?utf-8?b?"), "{}", header(anna, "Subject"));
    let (_, text) = anna.data.split_once("\n\n").unwrap();
    insta::assert_snapshot!(unquoted(text), @r#"
    Gentile Perché anna,

    per il piano della performance 2020 di Città di Prova ci sono 2 rilevazioni da compilare:

    - Partecipanti (1) · verifica 30 giugno 2020 · consegna 15 luglio 2020, resta 1 giorno
    - Giorni (2) · verifica 30 giugno 2020 · consegna 15 luglio 2020, resta 1 giorno

    Si compila qui: https://piani.ente.example.it/enti/prova/piani/2020/da-compilare

    Questo messaggio parte da solo: ne riceverai un altro solo se qualcosa resta da fare.
    Per non riceverne più chiedi al controllo di gestione di Città di Prova.
    "#);
    assert!(letters[1].to.contains("bruno@"));
    assert!(!unquoted(&letters[1].data).contains("Partecipanti"));
    // The next run of the timer.
    let again = remind(&folder, &["--at", "2020-07-14T16:00"]);
    assert!(again.err.contains("mandati: 0; rimandati a un altro momento: 2"), "{}", again.err);
    assert_eq!(server.letters().len(), 0);
    let verified = run(&["verify", "--db", &folder.database()]);
    assert_eq!(verified.code, 0, "{}", verified.err);
}

#[test]
fn a_trial_shows_the_letters_and_sends_none() {
    let server = Server::start();
    let folder = folder(&server);
    add(&folder, "anna", "rilevazione", "SEG", "anna@ente.example.it");
    let ran = remind(&folder, &["--at", TUESDAY, "--dry-run"]);
    assert!(ran.out.starts_with("anna (Perché anna): da mandare\n"), "{}", ran.out);
    assert!(ran.out.contains("https://piani.ente.example.it/enti/prova/piani/2020/da-compilare"));
    let quiet = remind(&folder, &["--at", "2020-07-14T20:00", "--dry-run"]).out;
    assert_eq!(quiet, "anna (Perché anna): Ore di silenzio: dal 15 luglio 2020, ore 08:00.\n");
    let next_year = remind(&folder, &["--at", "2022-07-14T10:00", "--dry-run"]);
    assert_eq!((next_year.code, next_year.out.as_str()), (0, ""));
    assert_eq!(server.letters().len(), 0);
    // Nothing was written down: the real one still goes.
    assert!(remind(&folder, &["--at", TUESDAY]).err.contains("mandati: 1"));
}

#[test]
fn a_letter_that_is_refused_is_tried_again_and_nobody_is_named() {
    let server = Server::start();
    let folder = folder(&server);
    add(&folder, "anna", "rilevazione", "SEG", "sconosciuto@ente.example.it");
    let ran = remind(&folder, &["--at", TUESDAY]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("rifiutati dal server di posta: 1 (risposte 550)"), "{}", ran.err);
    assert!(!ran.err.contains("anna"), "{}", ran.err);
    let db = folder.database();
    assert_eq!(run(&["user", "mail", "anna", "anna@ente.example.it", "--db", &db]).code, 0);
    assert!(remind(&folder, &["--at", TUESDAY]).err.contains("mandati: 1"));
    assert_eq!(server.letters().len(), 1);
}

#[test]
fn who_answers_is_told_when_others_are_very_late() {
    let server = Server::start();
    let folder = folder(&server);
    add(&folder, "capo", "dirigente", "SEG", "capo@ente.example.it");
    assert!(remind(&folder, &["--at", "2020-07-21T10:00"]).err.contains("mandati: 0"));
    assert!(remind(&folder, &["--at", "2020-07-22T10:00"]).err.contains("mandati: 1"));
    let letters = server.letters();
    let text = unquoted(&letters[0].data);
    assert!(text.contains("2 rilevazioni degli uffici di cui rispondi"), "{text}");
    assert!(text.contains("Ragioneria"), "{text}");
}

#[test]
fn who_checks_is_told_how_many_readings_wait_and_never_of_a_closed_round() {
    let server = Server::start();
    let folder = folder(&server);
    add(&folder, "capo", "dirigente", "SEG", "capo@ente.example.it");
    add(&folder, "conti", "dirigente", "RAG", "conti@ente.example.it");
    let readings = "indicatore;data;valore;registrato_il;registrato_da\n\
                    I1;2020-06-30;12;2020-07-03 09:00;anna\n\
                    I2;2020-06-30;4;2020-07-02 09:00;bruno\n";
    let folder = folder.with("rilevazioni.csv", readings);
    let ran = run_on("import", folder.path(), &["--db", &folder.database(), "--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = remind(&folder, &["--at", "2020-07-06T10:00"]);
    assert!(ran.err.contains("mandati: 1; rimandati a un altro momento: 0"), "{}", ran.err);
    let letters = server.letters();
    assert!(letters[0].to.contains("<capo@ente.example.it>"), "{}", letters[0].to);
    let text = unquoted(letters[0].data.split_once("\n\n").unwrap().1);
    insta::assert_snapshot!(text, @r#"
    Gentile Perché capo,

    nel piano della performance 2020 di Città di Prova 2 rilevazioni aspettano la tua verifica, la prima dal 2 luglio 2020.

    Si verifica qui: https://piani.ente.example.it/enti/prova/piani/2020/da-verificare

    Questo messaggio parte da solo: ne riceverai un altro solo se qualcosa resta da fare.
    Per non riceverne più chiedi al controllo di gestione di Città di Prova.
    "#);
    // A week later it would come again, but for the round, which is closed.
    let later = ["--at", "2020-07-14T10:00", "--dry-run"];
    assert!(remind(&folder, &later).out.contains("2 rilevazioni da verificare"));
    let db = folder.database();
    let closed =
        run(&["round", "close", "prova/2020", "2020-06-30", "--db", &db, "--reason", "Estate"]);
    assert_eq!(closed.code, 0, "{}", closed.err);
    assert_eq!(remind(&folder, &later).out, "");
}

#[test]
fn what_is_missing_in_the_configuration_is_said_before_anything_is_sent() {
    let server = Server::start();
    let folder = folder(&server);
    for (config, said) in [
        (String::new(), "manca «smtp»"),
        ("smtp = \"smtp://localhost\"\n".to_owned(), "manca «mail_from»"),
        (server.config().replace("base_address", "host"), "manca «base_address»"),
        (server.config().replace("smtp://", "posta://"), "non va bene per smtp"),
        (server.config().replace("smtp://", "smtp://anna:segreto@"), "«…@…» non va bene per smtp"),
        (server.config().replace("<traguardo@", "<"), "non va bene per mail_from"),
        (
            server.config().replace("127.0.0.1", "posta.example.it") + "smtp_user = \"x\"\n",
            "serve un collegamento cifrato",
        ),
        (server.config() + "smtp_user = \"x\"\n", "manca «smtp_password»"),
    ] {
        let folder = Folder::empty().with("traguardo.toml", config);
        let ran = remind(&folder, &[]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    add(&folder, "anna", "rilevazione", "SEG", "anna@ente.example.it");
    let closed = server.config().replace(&server.port.to_string(), "1");
    let folder = folder.with("traguardo.toml", closed);
    let ran = remind(&folder, &["--at", TUESDAY]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("Il server di posta non risponde"), "{}", ran.err);
}
