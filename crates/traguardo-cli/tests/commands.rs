//! The commands on real input: what they answer, in which format, with which exit code.
//! Not here: bad input.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use support::{Folder, command, example, modena, run, run_on, scores};

#[test]
fn the_json_of_modena_has_the_shape_that_checks_outside_rely_on() {
    let json = scores(&modena());
    assert_eq!(json["body"], "cciaa_mo");
    assert_eq!(json["year"], 2020);
    assert_eq!(json["at"], "2020-06-30");
    let node = |code: &str| {
        json["nodes"].as_array().unwrap().iter().find(|node| node["code"] == code).unwrap().clone()
    };
    insta::assert_snapshot!(serde_json::to_string_pretty(&node("301")).unwrap(), @r#"
        {
          "band": "parziale",
          "code": "301",
          "coverage": "100",
          "level": "obiettivo strategico",
          "met": null,
          "on_measured": "62.955675",
          "outcome": "scored",
          "parent": "1",
          "parts": [
            {
              "kind": "indicators",
              "outcome": "scored",
              "printed": "47,69",
              "quota": "50",
              "score": "47.687262"
            },
            {
              "kind": "children",
              "outcome": "scored",
              "printed": "78,22",
              "quota": "50",
              "score": "78.224088"
            }
          ],
          "printed": "62,96",
          "score": "62.955675",
          "title": "Internazionalizzazione",
          "weight": "33.34"
        }
        "#);
}

#[test]
fn the_body_is_a_node_and_an_indicator_says_under_which_it_stands() {
    let json = scores(&modena());
    let node = |code: &str| {
        json["nodes"].as_array().unwrap().iter().find(|node| node["code"] == code).unwrap().clone()
    };
    let body = node("cciaa_mo");
    assert_eq!((body["outcome"].as_str(), body.get("score")), (Some("missing"), None));
    assert!(node("1")["parent"].is_null() && body["parent"].is_null());
    let export = &json["indicators"][0];
    insta::assert_snapshot!(serde_json::to_string_pretty(export).unwrap(), @r#"
        {
          "actual": "3111720000.00",
          "code": "EXPORT",
          "flags": [],
          "met": false,
          "node": "301",
          "outcome": "scored",
          "printed": "47,87",
          "score": "47.872615",
          "target": ">= 6500000000.00",
          "title": "Fatturato export provinciale",
          "verbatim": ">= 6.500.000.000,00 €",
          "weight": "10"
        }
        "#);
    let missing = node("802.A1.2");
    assert_eq!(missing["outcome"], "missing");
    assert_eq!(missing["coverage"], "0");
}

#[test]
fn both_figures_are_given_where_something_is_missing() {
    let json = scores(&modena());
    let node = json["nodes"].as_array().unwrap().iter().find(|n| n["code"] == "803.A1.2").unwrap();
    assert_eq!(node["printed"], "29,57");
    assert_eq!(node["coverage"], "30");
    assert_eq!(node["on_measured"], "98.551020");
}

#[test]
fn an_assessed_score_stands_beside_the_measured_one() {
    let ran = run_on("score", &example("art67-2022"), &["--at", "2022-12-31", "--format", "json"]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    let node = |code: &str| {
        json["nodes"].as_array().unwrap().iter().find(|node| node["code"] == code).unwrap().clone()
    };
    let figures = |code: &str| (node(code)["printed"].clone(), node(code)["assessed"].clone());
    assert_eq!(figures("1"), ("100,00".into(), "100".into()));
    assert_eq!(figures("3"), (Value::Null, "99".into()));
    assert_eq!(figures("10"), ("100,00".into(), Value::Null));
}

#[test]
fn the_table_shows_the_tree_and_fits_the_terminal() {
    let modena = modena();
    let narrow = command()
        .env("COLUMNS", "80")
        .args(["score", modena.to_str().unwrap(), "--at", "30/06/2020"])
        .output()
        .unwrap();
    let table = String::from_utf8(narrow.stdout).unwrap();
    let title = table.lines().next().unwrap();
    assert_eq!(title, "Camera di commercio di Modena, piano 2020: situazione al 30 giugno 2020");
    assert!(table.lines().all(|line| line.chars().count() <= 96), "{table}");
    assert!(table.contains("71,43") && !table.contains("\u{1b}["), "{table}");
    let wide = run_on("score", &modena, &["--at", "2020-06-30"]);
    assert!(wide.out.contains("Partecipanti alle iniziative di internazionalizzazione promosse"));
    assert!(wide.out.contains("3.111.720.000,00"));
    assert!(wide.out.trim_end().ends_with("Indicatori misurati: 72 su 87."), "{}", wide.out);
}

#[test]
fn the_csv_has_a_row_for_each_row_of_the_plan() {
    let ran = run_on("score", &modena(), &["--at", "2020-06-30", "--format", "csv"]);
    assert_eq!(ran.out.lines().count(), 1 + 1 + 33 + 87);
    let line = ran.out.lines().find(|line| line.starts_with("301;")).unwrap();
    assert_eq!(
        line,
        "301;1;obiettivo strategico;Internazionalizzazione;33,34;;;;62,96;parziale;;100"
            .replace(";;100", ";62,96;100")
    );
}

#[test]
fn an_explanation_goes_down_to_the_reading() {
    let ran = run_on("explain", &modena(), &["301", "--at", "2020-06-30"]);
    assert_eq!(ran.code, 0);
    insta::assert_snapshot!(ran.out.lines().take(24).collect::<Vec<_>>().join("\n"), @r#"
        301 · Internazionalizzazione: 62,96 = 50% × 47,69 + 50% × 78,22
          Indicatori: 47,69 = 10% × 47,87 + 90% × 47,67
            EXPORT · Fatturato export provinciale: 47,87
                Target al 30 giugno 2020: «>= 6.500.000.000,00 €».
                Rilevazione al 30 giugno 2020: 3.111.720.000,00 €
                Registrata il 21 luglio 2020.
                Verificata.
                Fonte: Integra
                100 × 3.111.720.000,00 / 6.500.000.000,00 = 47,87
            PART-INT · Partecipanti alle iniziative di internazionalizzazione promosse dalla Camera di commercio nell'anno: 47,67
                Target al 30 giugno 2020: «>= 300 N.».
                Rilevazione al 30 giugno 2020: 143 N.
                Registrata il 21 luglio 2020.
                Verificata.
                Fonte: Integra
                100 × 143 / 300 = 47,67
          Obiettivi: 78,22 = 50% × 56,45 + 50% × 100,00
            301.D1.1 · Incentivare il processo di internazionalizzazione delle imprese modenesi: 56,45 = 5% × 47,87 + 35% × 72,73 + 60% × 47,67
              EXPORT · Fatturato export provinciale: 47,87
                  Target al 30 giugno 2020: «>= 6.500.000.000,00 €».
                  Rilevazione al 30 giugno 2020: 3.111.720.000,00 €
                  Registrata il 21 luglio 2020.
                  Verificata.
                  Fonte: Integra
        "#);
}

#[test]
fn an_indicator_used_twice_is_explained_twice_or_under_the_node_named() {
    let twice = run_on("explain", &modena(), &["EXPORT", "--at", "2020-06-30"]);
    assert_eq!(twice.out.matches("EXPORT · ").count(), 2);
    let once = run_on("explain", &modena(), &["EXPORT", "--node", "301", "--at", "2020-06-30"]);
    assert_eq!(once.out.matches("EXPORT · ").count(), 1);
    let wrong = run_on("explain", &modena(), &["EXPORT", "--node", "600", "--at", "2020-06-30"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("301, 301.D1.1"), "{}", wrong.err);
    let unknown = run_on("explain", &modena(), &["EXPRT", "--at", "2020-06-30"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("EXPORT"), "{}", unknown.err);
}

#[test]
fn the_command_line_answers_in_the_language_asked_for() {
    let italian = run(&["scor"]);
    assert_eq!((italian.code, italian.out.as_str()), (2, ""));
    assert!(italian.err.contains("Forse score?"), "{}", italian.err);
    let english = run(&["scor", "--lang", "en"]);
    assert!(english.err.contains("Perhaps score?"), "{}", english.err);
    let date = run_on("score", &modena(), &["--at", "ieri"]);
    assert_eq!(date.code, 2);
    let help = run(&["score", "--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("traguardo score modena-2020 --at 2020-06-30"));
}

#[test]
fn a_plan_goes_through_the_database_and_comes_back_the_same() {
    let folder = Folder::empty();
    let db = folder.database();
    assert_eq!(run_on("import", &modena(), &["--db", &db]).code, 0);
    for target in ["copia", "copia.xlsx"] {
        let target = folder.file(target);
        let exported = run(&["export", "cciaa_mo/2020", target.to_str().unwrap(), "--db", &db]);
        assert_eq!(exported.code, 0, "{}", exported.err);
        let (mut copy, mut original) = (scores(&target), scores(&modena()));
        // Where an issue is depends on the layout; all else is the same to the last digit.
        copy["issues"].take();
        original["issues"].take();
        assert_eq!(copy, original);
    }
    let stored = ["score", "cciaa_mo/2020", "--db", &db, "--at", "2020-06-30", "--format", "csv"];
    let original = run_on("score", &modena(), &["--at", "2020-06-30", "--format", "csv"]);
    assert_eq!(run(&stored).out, original.out);
}

#[test]
fn an_import_done_twice_adds_nothing() {
    let folder = Folder::empty();
    let db = folder.database();
    let first = run_on("import", &modena(), &["--db", &db]);
    assert!(first.err.contains("72 rilevazioni nuove"), "{}", first.err);
    let second = run_on("import", &modena(), &["--db", &db]);
    assert_eq!(second.code, 0, "{}", second.err);
    assert!(second.err.contains("0 rilevazioni nuove, 72 già presenti"), "{}", second.err);
}

#[test]
fn a_plan_that_is_not_stored_is_named_with_the_nearest() {
    let folder = Folder::empty();
    let db = folder.database();
    assert_eq!(run_on("import", &modena(), &["--db", &db]).code, 0);
    let ran = run(&["score", "cciaa_mo/2021", "--db", &db]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("cciaa_mo/2020"), "{}", ran.err);
    assert_eq!(run(&["score", "cciaa_mo", "--db", &db]).code, 2);
}

/// A large hand-in: enough that an import lasts until somebody can kill it.
fn large() -> Folder {
    let mut plan = support::PLAN.to_owned();
    let mut readings = support::READINGS.to_owned();
    for at in 0..20_000 {
        plan.push_str(&format!("J{at};2;indicatore;Indicatore {at};0;N.;cresce;>= 10\n"));
        readings.push_str(&format!("J{at};2020-06-30;{at}\n"));
    }
    Folder::good().with("piano.csv", plan).with("rilevazioni.csv", readings)
}

#[test]
fn killing_an_import_leaves_all_of_it_or_none() {
    let large = large();
    let mut seen = (0, 0);
    for wait in [30, 100, 200, 350, 600, 1000] {
        let folder = Folder::good();
        let db = folder.database();
        assert_eq!(run_on("import", folder.path(), &["--db", &db]).code, 0);
        let mut child = command()
            .args(["import", large.path().to_str().unwrap(), "--db", &db])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        let ran =
            run(&["score", "prova/2020", "--db", &db, "--at", "2020-06-30", "--format", "csv"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        match ran.out.lines().count() {
            7 => seen.0 += 1,
            20_007 => seen.1 += 1,
            other => panic!("{other} rows: neither all nor none"),
        }
    }
    assert!(seen.0 > 0, "no import was killed before it was done");
}

/// A server that is stopped with the test.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(args: &[&str]) -> Self {
        let mut child = command().args(args).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let line = lines.map_while(Result::ok).find(|line| line.contains("http://")).unwrap();
        let address = line.split("http://").nth(1).unwrap();
        let address = address.split_whitespace().next().unwrap().to_owned();
        Self { child, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(stream, "GET {path} HTTP/1.0\r\nHost: {}\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_demo_loads_the_examples_once_and_keeps_the_data() {
    let folder = Folder::empty();
    let args = ["demo", "--data", folder.path().to_str().unwrap(), "--port", "0"];
    for _ in 0..2 {
        let server = Server::start(&args);
        assert!(server.get("/salute").contains("200 OK"));
        let home = server.get("/enti/cciaa_mo/piani/2020");
        assert!(home.contains("71,43"), "{home}");
        let list = server.get("/");
        for body in ["cciaa_mo", "cciaa_ce", "cciaa_so", "cciaa_lg", "cciaa_art67"] {
            assert!(list.contains(body), "{body}");
        }
        // What has happened there already is told once.
        let rounds = run(&["round", "list", "cciaa_mo/2020", "--db", &folder.database()]).out;
        assert_eq!(rounds.matches("demo-controller").count(), 1, "{rounds}");
        let desk = server.get("/enti/cciaa_mo/piani/2020/tavolo-oiv");
        for said in [">= 300 N.", "nella bozza della revisione 2", "non accolta", "aperta"] {
            assert!(desk.replace("&#62;", ">").contains(said), "{said}: {desk}");
        }
        let draft = server.get("/enti/cciaa_mo/piani/2020/revisioni/bozza");
        assert!(draft.contains("PART-INT"), "{draft}");
    }
    let ran = run(&["verify", "--db", &folder.database()]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let db = folder.database();
    let ran = run(&["import", modena().to_str().unwrap(), "--db", &db]);
    assert!(ran.err.contains("0 rilevazioni nuove"), "{}", ran.err);
}

#[test]
fn a_server_that_is_asked_to_stop_stops() {
    let folder = Folder::empty();
    let mut server = Server::start(&["serve", "--db", &folder.database(), "--port", "0"]);
    assert!(server.get("/").contains("200 OK"));
    let pid = server.child.id().to_string();
    std::process::Command::new("kill").args(["-TERM", &pid]).status().unwrap();
    let asked = Instant::now();
    while asked.elapsed() < Duration::from_secs(20) {
        if let Some(status) = server.child.try_wait().unwrap() {
            assert!(status.success());
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("still running twenty seconds after SIGTERM");
}

#[test]
fn a_target_is_shown_as_it_is_read_or_asked_about() {
    let ran = run(&["target", "entro il primo semestre", "--year", "2021"]);
    assert_eq!(ran.code, 0);
    insta::assert_snapshot!(ran.out, @r"
    «entro il primo semestre»
    Si legge: entro il 30 giugno 2021.
    Fatto in tempo vale 100; in ritardo 0, o qualche punto in meno al giorno se lo dicono le regole. Prima della scadenza non conta come mancante.
    ");
    // A phrase may begin with a dash.
    let ran = run(&["target", "-18", "--verso", "cala", "--format", "json"]);
    let read = r#"{"verbatim":"-18","normal":{"op":"<=","v":"-18"},"questions":[]}"#;
    assert_eq!((ran.code, ran.out.trim()), (0, read));
    let ran = run(&["target", "34.04.2021"]);
    assert_eq!(ran.code, 0);
    insta::assert_snapshot!(ran.out, @r"
    «34.04.2021»
    Da chiarire: Nel target «34.04.2021» c'è un giorno che non esiste nel calendario: correggi la data.
    Se intendi una di queste, riscrivilo così:
      1. 30.04.2021
      2. 24.04.2021
      3. 14.04.2021
    ");
    assert_eq!(run(&["target", "5", "--year", "mai"]).code, 2);
}
