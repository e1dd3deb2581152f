//! Bad input, one by one: what is said, where, and that everything else is kept.
//! Not here: what only a reader can see, see the tests of `traguardo-files`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use std::io::Write;
use std::net::TcpListener;

use support::{Folder, issues, modena, run, run_on, scores};

fn assert_error(folder: &Folder, expected: &str) {
    let (code, found) = issues(folder.path());
    assert!(found.iter().any(|issue| issue == expected), "{expected} not in {found:#?}");
    assert_eq!(code, 1);
    for lang in ["it", "en"] {
        let ran = run_on("check", folder.path(), &["--lang", lang]);
        let name = expected.split(' ').next().unwrap();
        let said = format!("{}{}", ran.out, ran.err);
        let line = said.lines().find(|line| line.contains(&format!("[{name}]"))).unwrap();
        assert!(line.split_whitespace().count() > 6, "no sentence: {line}");
        assert!(!line.contains('{') && !line.contains("issue-"), "not completed: {line}");
    }
}

#[test]
fn a_good_hand_in_has_nothing_wrong() {
    assert_eq!(issues(Folder::good().path()), (0, vec![]));
}

#[test]
fn an_empty_folder() {
    let folder = Folder::empty();
    let (code, found) = issues(folder.path());
    assert_eq!((code, found[0].as_str()), (1, "folder-empty -:- -"));
    assert_eq!(run_on("score", folder.path(), &[]).code, 1);
}

#[test]
fn a_path_that_leads_nowhere() {
    let ran = run(&["score", "/non/esiste"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("path-missing"), "{}", ran.err);
}

#[test]
fn a_missing_column() {
    let folder = Folder::plan("codice;padre;livello", "codice;padre;liv");
    assert_error(&folder, "column-missing piano.csv:1 livello");
    assert_eq!(run_on("score", folder.path(), &[]).code, 1);
}

#[test]
fn an_unknown_column_is_named_with_the_nearest_and_the_rest_is_scored() {
    let folder = Folder::good().with("rilevazioni.csv", support::READINGS.replace("data", "dta"));
    let (_, found) = issues(folder.path());
    assert!(found.contains(&"column-unknown rilevazioni.csv:1 dta".to_owned()), "{found:?}");
    let said = run_on("check", folder.path(), &[]).out;
    assert!(said.contains("«data»"), "{said}");

    let folder = Folder::plan(";target", ";target;pesso");
    assert_error(&folder, "column-unknown piano.csv:1 pesso");
    assert_eq!(scores(folder.path())["nodes"][1]["printed"], "88,00");
}

#[test]
fn a_node_code_used_twice() {
    let folder = Folder::plan("2;A;obiettivo", "1;A;obiettivo");
    assert_error(&folder, "node-twice piano.csv:4 codice");
}

#[test]
fn an_indicator_twice_under_one_node_is_missing_and_the_rest_is_kept() {
    let again =
        "I2;2;indicatore;Giorni;100;gg;cala;<= 5 gg\nI1;1;indicatore;Partecipanti;0;;;>= 10\n";
    let folder = Folder::plan("I2;2;indicatore;Giorni;100;gg;cala;<= 5 gg\n", again);
    assert_error(&folder, "indicator-twice piano.csv:7 codice");
    let scores = scores(folder.path());
    assert_eq!(scores["indicators"][0]["printed"], "80,00");
    assert_eq!(scores["indicators"][2]["outcome"], "missing");
}

#[test]
fn an_indicator_redefined_differently() {
    let again =
        "I2;2;indicatore;Giorni;50;gg;cala;<= 5 gg\nI1;2;indicatore;Altro;50;%;cresce;>= 10\n";
    let folder = Folder::plan("I2;2;indicatore;Giorni;100;gg;cala;<= 5 gg\n", again);
    assert_error(&folder, "indicator-redefined piano.csv:7 unita");
}

#[test]
fn a_parent_that_does_not_exist() {
    let folder = Folder::plan("2;A;obiettivo", "2;B;obiettivo");
    assert_error(&folder, "parent-unknown piano.csv:4 padre");
    assert_eq!(scores(folder.path())["nodes"][2]["printed"], "80,00");
}

#[test]
fn a_cycle_is_named_whole() {
    let folder = Folder::plan("A;;area", "A;1;area");
    assert_error(&folder, "parent-cycle piano.csv:2 padre");
    let said = run_on("check", folder.path(), &[]).out;
    assert!(said.contains("A → 1 → A"), "{said}");
}

#[test]
fn weights_that_do_not_sum_to_100_are_rescaled_and_said() {
    let folder = Folder::plan("Secondo;40", "Secondo;60");
    let (code, found) = issues(folder.path());
    assert_eq!((code, found), (0, vec!["weights-not-100 piano.csv:3 peso".to_owned()]));
    assert_eq!(scores(folder.path())["nodes"][1]["printed"], "90,00");
}

#[test]
fn a_weight_of_minus_five() {
    let folder = Folder::plan("Secondo;40", "Secondo;-5");
    assert_error(&folder, "weight-negative piano.csv:4 peso");
    assert_eq!(scores(folder.path())["nodes"][3]["outcome"], "missing");
    assert_eq!(scores(folder.path())["nodes"][2]["printed"], "80,00");
}

#[test]
fn a_number_that_could_mean_two_things_is_a_question_and_scores_missing() {
    let folder = Folder::plan(">= 10 N.", ">= 1.23 N.");
    assert_error(&folder, "target-number-ambiguous piano.csv:5 target");
    let folder = Folder::readings("8 N.", "1.23");
    assert_error(&folder, "reading-number-ambiguous rilevazioni.csv:2 valore");
    assert_eq!(scores(folder.path())["indicators"][0]["outcome"], "missing");
    assert_eq!(scores(folder.path())["indicators"][1]["printed"], "100,00");
}

#[test]
fn a_day_that_no_calendar_holds() {
    let folder = Folder::plan("<= 5 gg", "Entro il 34.04.2021");
    assert_error(&folder, "target-date-impossible piano.csv:6 target");
    let folder = Folder::readings("I2;2020-06-30", "I2;34.04.2021");
    assert_error(&folder, "date-impossible rilevazioni.csv:3 data");
    assert_eq!(scores(folder.path())["indicators"][1]["outcome"], "missing");
}

#[test]
fn a_reading_for_an_unknown_indicator() {
    let folder = Folder::readings("I2;2020", "I9;2020");
    assert_error(&folder, "reading-unknown-indicator rilevazioni.csv:3 indicatore");
}

#[test]
fn a_second_reading_of_a_day_must_be_registered_later_and_say_why() {
    let header = "indicatore;data;valore;registrato_il;motivo\n";
    let first = "I1;2020-06-30;8;2020-07-01;\n";
    let rest = "I2;2020-06-30;4;2020-07-01;\n";
    let with = |second: &str| {
        Folder::good().with("rilevazioni.csv", format!("{header}{first}{second}{rest}"))
    };
    let good = with("I1;2020-06-30;9;2020-07-21;Errore di conteggio\n");
    assert_eq!(issues(good.path()), (0, vec![]));
    assert_eq!(scores(good.path())["indicators"][0]["printed"], "90,00");
    let silent = with("I1;2020-06-30;9;2020-07-21;\n");
    assert_error(&silent, "reading-not-superseding rilevazioni.csv:3 registrato_il");
    let same_time = with("I1;2020-06-30;9;2020-07-01;Errore\n");
    assert_error(&same_time, "reading-not-superseding rilevazioni.csv:3 registrato_il");
    assert_eq!(scores(same_time.path())["indicators"][0]["outcome"], "missing");
}

#[test]
fn a_workbook_that_is_not_one() {
    let folder = Folder::empty().with("piano.xlsx", "this is not a workbook");
    let ran = run_on("score", &folder.file("piano.xlsx"), &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("workbook-broken"), "{}", ran.err);
}

#[test]
fn a_number_of_forty_digits() {
    let forty = "9".repeat(40);
    let folder = Folder::plan(">= 10 N.", &format!(">= {forty}"));
    assert_error(&folder, "target-number-too-long piano.csv:5 target");
    let folder = Folder::readings("8 N.", &forty);
    assert_error(&folder, "number-too-long rilevazioni.csv:2 valore");
    let folder = Folder::plan("Secondo;40", &format!("Secondo;{forty}"));
    assert_error(&folder, "number-too-long piano.csv:4 peso");
}

#[test]
fn a_table_in_windows_1252_is_read_and_said() {
    let mut plan = Vec::new();
    for letter in support::PLAN.replace("Primo", "Qualità").chars() {
        plan.push(u8::try_from(u32::from(letter)).unwrap());
    }
    let folder = Folder::good().with("piano.csv", plan);
    let (code, found) = issues(folder.path());
    assert_eq!((code, found), (0, vec!["encoding-windows piano.csv:- -".to_owned()]));
    assert_eq!(scores(folder.path())["nodes"][2]["title"], "Qualità");
}

#[test]
fn all_issues_come_at_once() {
    let plan = support::PLAN
        .replace("Secondo;40", "Secondo;-5")
        .replace("1;A;obiettivo", "1;B;obiettivo")
        .replace(">= 10 N.", "come da allegato");
    let folder = Folder::good()
        .with("piano.csv", plan)
        .with("rilevazioni.csv", "indicatore;data;valore\nI9;34.04.2021;1.23\n");
    let (code, found) = issues(folder.path());
    assert_eq!(code, 1);
    for name in [
        "weight-negative",
        "parent-unknown",
        "target-attached",
        "reading-unknown-indicator",
        "date-impossible",
        "reading-number-ambiguous",
    ] {
        assert!(found.iter().any(|issue| issue.starts_with(name)), "{name} not in {found:#?}");
    }
}

#[test]
fn unknown_rules_are_named_with_the_nearest() {
    let folder = Folder::good().with("regole.toml", "[nodo]\nmancate = \"zero\"\n");
    let (code, found) = issues(folder.path());
    assert_eq!(code, 1);
    assert!(found[0].starts_with("key-unknown regole.toml:2"), "{found:?}");
    let said = run_on("check", folder.path(), &[]).out;
    assert!(said.contains("mancante"), "{said}");
}

#[test]
fn a_database_file_that_is_not_one_is_left_as_it_is() {
    let folder = Folder::good().with("traguardo.db", "questa è una lettera, non una base di dati");
    let before = std::fs::read(folder.file("traguardo.db")).unwrap();
    let ran = run_on("import", folder.path(), &["--db", &folder.database()]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("traguardo.db"), "{}", ran.err);
    assert_eq!(std::fs::read(folder.file("traguardo.db")).unwrap(), before);
}

#[test]
fn a_postgresql_that_is_not_there() {
    // A port that was free a moment ago, on this machine only.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let url = format!("postgres://nessuno@127.0.0.1:{port}/traguardo");
    let ran = run_on("import", Folder::good().path(), &["--db", &url]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.starts_with("errore: "), "{}", ran.err);
}

#[test]
fn a_database_address_that_is_not_one() {
    let ran = run_on("import", Folder::good().path(), &["--db", "mysql://server/x"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
}

#[test]
fn a_port_already_taken() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let folder = Folder::empty();
    for args in [
        vec!["serve", "--port", &port, "--db", &folder.database()],
        vec!["demo", "--port", &port, "--data", folder.path().to_str().unwrap()],
    ] {
        let ran = run(&args);
        assert_eq!(ran.code, 3, "{}", ran.err);
        assert!(ran.err.contains(&port) && ran.err.contains("--port"), "{}", ran.err);
    }
    assert!(!folder.file("traguardo.db").exists());
}

#[test]
fn an_import_with_errors_leaves_what_is_stored() {
    let folder = Folder::good();
    let db = folder.database();
    assert_eq!(run_on("import", folder.path(), &["--db", &db]).code, 0);
    let before =
        run(&["score", "prova/2020", "--db", &db, "--at", "2020-06-30", "--format", "json"]);
    let bad = Folder::plan("Secondo;40", "Secondo;-5");
    let refused = run_on("import", bad.path(), &["--db", &db]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("weight-negative"), "{}", refused.err);
    let after =
        run(&["score", "prova/2020", "--db", &db, "--at", "2020-06-30", "--format", "json"]);
    assert_eq!(before.out, after.out);
}

#[test]
fn a_reading_that_contradicts_a_stored_one_is_refused_with_its_place() {
    let folder = Folder::good();
    let db = folder.database();
    assert_eq!(run_on("import", folder.path(), &["--db", &db]).code, 0);
    let other = Folder::readings("8 N.", "9 N.");
    let refused = run_on("import", other.path(), &["--db", &db]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("riga 2"), "{}", refused.err);
    let json = run(&["score", "prova/2020", "--db", &db, "--at", "2020-06-30", "--format", "json"]);
    assert!(json.out.contains("\"80,00\""));
}

#[test]
fn bytes_of_any_kind_never_make_it_panic() {
    let modena = std::fs::read(modena().join("piano.csv")).unwrap();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for _ in 0..40 {
        let mut plan = modena.clone();
        for _ in 0..30 {
            let at = usize::try_from(random()).unwrap() % plan.len();
            plan[at] = random().to_le_bytes()[0];
        }
        let folder = Folder::good().with("piano.csv", plan);
        let code = run_on("score", folder.path(), &[]).code;
        assert!(code == 0 || code == 1, "{code}");
    }
}

#[test]
fn whoever_stops_reading_is_not_an_error() {
    let mut child = support::command()
        .args(["explain", modena().to_str().unwrap(), "cciaa_mo", "--at", "2020-06-30"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
    std::io::stdout().flush().unwrap();
}
