//! How a service is set up, and what it says of itself while it runs.
//! Not here: the pages it serves.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};

use serde_json::Value;
use support::{Folder, command, run, run_on};

/// A service that is stopped with the test, and what it has said on standard error so far.
struct Service {
    child: Child,
    address: String,
    said: Vec<String>,
}

impl Service {
    fn start(config: &Path, environment: &[(&str, &str)]) -> Self {
        let mut child = command()
            .args(["serve", "--config", config.to_str().unwrap()])
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok);
        let first = lines.find(|line| line.contains("http://127")).unwrap();
        let address = first.split("http://").nth(1).unwrap();
        let address = address.split_whitespace().next().unwrap().to_owned();
        Self { child, address, said: vec![first] }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Stops it, and gives the lines of its log.
    fn log(mut self) -> Vec<Value> {
        self.child.kill().unwrap();
        let mut text = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn configured(text: &str) -> Folder {
    Folder::good().with("traguardo.toml", text)
}

#[test]
fn a_log_says_which_page_and_never_whose_or_what() {
    let folder = configured("port = 0\n");
    let db = folder.database();
    assert_eq!(run_on("import", folder.path(), &["--db", &db]).code, 0);
    let config = folder.file("traguardo.toml");
    let service = Service::start(&config, &[("TRAGUARDO_DATABASE", db.as_str())]);
    let home = service.get("/enti/prova/piani/2020?data=2020-06-30&chi=mario");
    assert!(home.contains("200 OK"), "{home}");
    service.get("/enti/segreto/piani/2020");
    service.get("/nessuna/mario.rossi");
    let lines = service.log();
    let told: Vec<_> = lines
        .iter()
        .map(|line| format!("{} {} {}", line["method"], line["route"], line["status"]))
        .collect();
    assert_eq!(
        told,
        [
            r#""GET" "/enti/{ipa}/piani/{year}" 200"#,
            r#""GET" "/enti/{ipa}/piani/{year}" 404"#,
            r#""GET" "-" 404"#,
        ]
    );
    for line in &lines {
        assert!(line["micros"].is_u64() && line["timestamp"].is_string(), "{line}");
        let text = line.to_string();
        assert!(!["prova", "segreto", "mario", "127.0.0.1"].iter().any(|s| text.contains(s)));
    }
    let id = lines[0]["request"].as_str().unwrap();
    assert!(home.contains(&format!("x-request-id: {id}")), "{home}");
}

#[test]
fn the_environment_goes_before_the_file_and_the_command_line_before_both() {
    let folder =
        configured("database = \"sqlite:/nessuna/mai.db\"\nhost = \"non.esiste.invalid\"\n");
    let (db, config) = (folder.database(), folder.file("traguardo.toml"));
    assert_eq!(run_on("import", folder.path(), &["--db", &db]).code, 0);
    let verify = |environment: Option<&str>, args: &[&str]| {
        let mut command = command();
        command.args(["verify", "--config", config.to_str().unwrap()]).args(args);
        if let Some(url) = environment {
            command.env("TRAGUARDO_DATABASE", url);
        }
        command.output().unwrap().status.code().unwrap()
    };
    assert_eq!(verify(None, &[]), 1);
    assert_eq!(verify(Some(&db), &[]), 0);
    assert_eq!(verify(Some("sqlite:/nessuna/mai.db"), &["--db", &db]), 0);
    let service = Service::start(
        &config,
        &[("TRAGUARDO_DATABASE", &db), ("TRAGUARDO_HOST", "127.0.0.1"), ("TRAGUARDO_PORT", "0")],
    );
    assert!(service.get("/salute").contains("200 OK"), "{:?}", service.said);
}

#[test]
fn a_configuration_that_cannot_be_used_is_said_with_what_is_meant() {
    for (text, said) in [
        ("databse = \"x\"", "la chiave «databse» non esiste. Forse database?"),
        ("xyz_qualcosa = 1", "la chiave «xyz_qualcosa» non esiste. Le chiavi sono: base_address,"),
        ("port = \"8080\"", "non va bene per port. Ci vuole un numero"),
        ("port = 99999", "«99999» non va bene per port"),
        ("host = 1", "non va bene per host"),
        ("secure_cookies = \"no\"", "Ci vuole true o false"),
        ("trusted_proxy = \"10.0.0.0/8\"", "«10.0.0.0/8» non va bene per trusted_proxy"),
        ("base_address = \"https://x.it/piani\"", "Ci vuole un indirizzo senza percorso"),
        ("port = 0\nhost 127.0.0.1", "riga 2: non si capisce"),
    ] {
        let folder = configured(text);
        let config = folder.file("traguardo.toml");
        let ran = run(&["serve", "--config", config.to_str().unwrap()]);
        assert_eq!(ran.code, 1, "{text}: {}", ran.err);
        assert!(ran.err.contains(said), "{text}: {}", ran.err);
    }
    let ran = run(&["serve", "--config", "/nessuna/traguardo.toml"]);
    assert_eq!(ran.code, 3);
}
