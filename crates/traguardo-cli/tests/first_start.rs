//! `traguardo serve` where nobody has an account yet: the administrator, asked on the terminal.
//! Not here: accounts that are added by `traguardo user`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what failed by stopping")]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};

use support::{Folder, command, run};

/// A process on a terminal of its own, stopped with the test, and what it has said.
struct Terminal {
    child: Child,
    said: String,
}

impl Terminal {
    /// Starts a command line under `script`, which makes the terminal; none where there is none.
    fn start(line: &str) -> Option<Self> {
        let child = Command::new("script")
            .args(["-qec", line, "/dev/null"])
            .env("USER", "prova")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        Some(Self { child, said: String::new() })
    }

    /// Waits until something has been said since the last time.
    fn until(&mut self, text: &str) {
        let mut heard = Vec::new();
        let mut byte = [0];
        while !String::from_utf8_lossy(&heard).contains(text) {
            let read = self.child.stdout.as_mut().unwrap().read(&mut byte).unwrap();
            assert_ne!(read, 0, "«{text}» is never said: {}", self.said);
            heard.extend(byte);
        }
        self.said.push_str(&String::from_utf8_lossy(&heard));
    }

    fn answer(&mut self, question: &str, text: &str) {
        self.until(question);
        writeln!(self.child.stdin.as_mut().unwrap(), "{text}").unwrap();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn accounts(folder: &Folder) -> String {
    run(&["user", "list", "--db", &folder.database()]).out
}

#[test]
fn the_administrator_is_asked_on_the_terminal_until_a_password_is_long_enough() {
    let folder = Folder::empty();
    let line =
        format!("{} serve --port 0 --db {}", env!("CARGO_BIN_EXE_traguardo"), folder.database());
    let Some(mut terminal) = Terminal::start(&line) else {
        eprintln!("SKIPPED: there is no `script` on this machine to make a terminal");
        return;
    };
    terminal.answer("Nome con cui accede:", "ada");
    terminal.answer("Password", "corta");
    terminal.answer("Ancora una volta", "corta");
    terminal.until("ne servono da 12 a 128");
    terminal.answer("Nome con cui accede:", "ada");
    terminal.answer("Password", "tre parole che ricordo");
    terminal.answer("Ancora una volta", "tre parole che ricordo");
    terminal.until("Amministratore «ada» creato");
    terminal.until("http://127.0.0.1:");
    assert!(!terminal.said.contains("tre parole"), "a password is not shown: {}", terminal.said);
    drop(terminal);
    assert!(accounts(&folder).contains("amministratore, tutti gli enti"), "{}", accounts(&folder));
}

#[test]
fn without_a_name_or_without_a_terminal_the_pages_are_only_read() {
    let folder = Folder::empty();
    let mut child = command()
        .args(["serve", "--port", "0", "--db", &folder.database()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
    let said: Vec<String> = lines.take(2).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(said[0].contains("traguardo user add"), "{said:?}");
    assert!(said[1].contains("http://127"), "{said:?}");
    assert!(accounts(&folder).is_empty());
}
