//! What the tests of the command share: a hand-in in a folder of its own, and the command on it.
//! Not here: expectations.
#![allow(dead_code, reason = "each test file uses its part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

pub const BODY: &str = "ipa = \"prova\"\nnome = \"Ente di prova\"\nanno = 2020\n\
     livelli = [\"area\", \"obiettivo\"]\nverifiche = [\"2020-06-30\"]\n";
pub const PLAN: &str = "codice;padre;livello;titolo;peso;unita;verso;target;responsabile\n\
     A;;area;Area;100;;;;Segreteria\n\
     1;A;obiettivo;Primo;60;;;\n\
     2;A;obiettivo;Secondo;40;;;\n\
     I1;1;indicatore;Partecipanti;100;N.;cresce;>= 10 N.\n\
     I2;2;indicatore;Giorni;100;gg;cala;<= 5 gg\n";
pub const READINGS: &str = "indicatore;data;valore\n\
     I1;2020-06-30;8 N.\n\
     I2;2020-06-30;4 gg\n";

/// A folder that goes away with the test.
pub struct Folder(TempDir);

impl Folder {
    pub fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The hand-in above, which has nothing wrong.
    pub fn good() -> Self {
        Self::empty()
            .with("ente.toml", BODY)
            .with("piano.csv", PLAN)
            .with("rilevazioni.csv", READINGS)
    }

    /// The hand-in above, with something replaced in its plan.
    pub fn plan(from: &str, to: &str) -> Self {
        assert!(PLAN.contains(from), "{from}");
        Self::good().with("piano.csv", PLAN.replacen(from, to, 1))
    }

    /// The hand-in above, with something replaced in its readings.
    pub fn readings(from: &str, to: &str) -> Self {
        assert!(READINGS.contains(from), "{from}");
        Self::good().with("rilevazioni.csv", READINGS.replacen(from, to, 1))
    }

    pub fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.0.path().join(name), content).unwrap();
        self
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn database(&self) -> String {
        format!("sqlite:{}", self.file("traguardo.db").display())
    }
}

pub fn modena() -> PathBuf {
    example("modena-2020")
}

pub fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}

pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_traguardo"));
    command.env_remove("COLUMNS");
    command
}

/// What a run of the command came to.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let code = output.status.code().expect("ended by itself");
        Self { code, out: text(output.stdout), err: text(output.stderr) }
    }
}

pub fn run(args: &[&str]) -> Ran {
    command().args(args).output().unwrap().into()
}

pub fn run_on(command: &str, path: &Path, args: &[&str]) -> Ran {
    let path = path.to_str().unwrap();
    run(&[&[command, path], args].concat())
}

/// `score --format json` at 30 June 2020.
pub fn scores(path: &Path) -> Value {
    let ran = run_on("score", path, &["--at", "2020-06-30", "--format", "json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// `check --format json`: the exit code, and each issue as `name file:row column`.
pub fn issues(path: &Path) -> (i32, Vec<String>) {
    let ran = run_on("check", path, &["--format", "json"]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    let text = |field: &Value| match field {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => "-".to_owned(),
    };
    let issue = |issue: &Value| {
        let at = &issue["at"];
        let (file, row, column) = (text(&at["file"]), text(&at["row"]), text(&at["column"]));
        format!("{} {file}:{row} {column}", text(&issue["name"]))
    };
    (ran.code, json["issues"].as_array().unwrap().iter().map(issue).collect())
}
