//! The checks of a plan's sense: for each kind of issue a hand-in that has it, and one near it
//! that has not. Not here: what cannot be read, see `bad_input.rs`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use traguardo::check::check;
use traguardo::issue::{Issue, Severity, kinds};

const BODY: &str = "ipa = 'prova'\nnome = 'Ente di prova'\nanno = 2020\n\
     orizzonte = [2020, 2021]\nlivelli = ['area', 'obiettivo']\nverifiche = ['2020-06-30']\n";
const PLAN: &str = "codice;padre;livello;titolo;peso;unita;verso;formula;cumulato;target;\
     periodico_2020-06-30;target_2021;responsabile;atto;note\n\
     A;;area;Area;100;;;;;;;;Segreteria;;\n\
     1;A;obiettivo;Primo;60;;;;;;;;;;\n\
     2;A;obiettivo;Secondo;40;;;;;;;;;;\n\
     I1;1;indicatore;Partecipanti;50;N.;cresce;;;>= 10 N.;;;;;\n\
     I2;1;indicatore;Rispetto dei tempi;50;%;cresce;;;>= 90 %;;;;;\n\
     I3;2;indicatore;Attesa;50;gg;cala;;;<= 5 gg;;;;;\n\
     I4;2;indicatore;Relazione;50;;;;;entro il 31/12/2020;;;;;\n";
const READINGS: &str = "indicatore;data;valore;numeratore;denominatore;nota\n\
     I1;2020-06-30;8 N.;;;\n\
     I2;2020-06-30;80 %;;;\n\
     I3;2020-06-30;6 gg;;;\n";

/// Replacements in the three files above, first of what stands before `=>`.
type Edits = &'static [(&'static str, &'static str)];

fn issues(edits: Edits) -> Vec<Issue> {
    let mut files = [BODY, PLAN, READINGS].map(String::from);
    for (from, to) in edits {
        let file = files.iter_mut().find(|file| file.contains(from));
        let file = file.unwrap_or_else(|| panic!("{from} is in no file"));
        *file = file.replacen(from, to, 1);
    }
    let [body, plan, readings] = &files;
    let hand_in = traguardo_files::read_files(&[
        ("ente.toml", body.as_bytes()),
        ("piano.csv", plan.as_bytes()),
        ("rilevazioni.csv", readings.as_bytes()),
    ]);
    let hand_in = hand_in.unwrap();
    let mut issues = hand_in.issues;
    issues.extend(check(&hand_in.plan, &hand_in.readings, &hand_in.rules));
    issues
}

/// The kind, the cell as `row:column` with what is underlined, the bad edits, the good ones.
type Case = (&'static str, &'static str, Edits, Edits);

const PAST: (&str, &str) = (
    "I3;2020-06-30;6 gg;;;\n",
    "I3;2019-12-31;4 gg;;;\nI3;2018-12-31;7 gg;;;\nI3;2017-12-31;1 gg;;;\n",
);
const ACT: (&str, &str) =
    ("<= 5 gg;;;;;", "<= 5 gg;;;;deliberazione della Giunta n. 97 del 26 luglio 2018;");

const CASES: &[Case] = &[
    ("weights-not-100", "3:peso 60", &[("Secondo;40", "Secondo;50")], &[]),
    (
        "weights-zero",
        "3:peso 0",
        &[("Primo;60", "Primo;0"), ("Secondo;40", "Secondo;0")],
        &[("Primo;60", "Primo;100"), ("Secondo;40", "Secondo;0")],
    ),
    ("weights-absent", "3:peso ", &[("Primo;60", "Primo;"), ("Secondo;40", "Secondo;")], &[]),
    ("target-missing", "5:target ", &[(">= 10 N.", "")], &[]),
    (
        "node-without-parts",
        "9:codice 3",
        &[("31/12/2020;;;;;\n", "31/12/2020;;;;;\n3;A;obiettivo;Terzo;0;;;;;;;;;;\n")],
        &[],
    ),
    (
        "indicator-twice",
        "6:codice I1",
        &[("I2;1;indicatore;Rispetto dei tempi;50;%", "I1;1;indicatore;Partecipanti;50;N.")],
        &[],
    ),
    (
        "owner-missing",
        "2:responsabile ",
        &[
            ("Segreteria", ""),
            ("entro il 31/12/2020;;;;;", "entro il 31/12/2020;;;Segreteria;;"),
            ("1;A;obiettivo", "1;;obiettivo"),
            ("A;;area;Area;100;;;;;;;;;;\n", ""),
        ],
        &[
            ("Segreteria", ""),
            ("Primo;60;;;;;;;;;;", "Primo;60;;;;;;;;Bilancio;;"),
            ("entro il 31/12/2020;;;;;", "entro il 31/12/2020;;;Segreteria;;"),
        ],
    ),
    ("owners-absent", "-:responsabile ", &[("Segreteria", "")], &[]),
    (
        "indicator-dominates",
        "5:peso 90",
        &[("Partecipanti;50", "Partecipanti;90"), ("tempi;50", "tempi;10")],
        &[("Partecipanti;50", "Partecipanti;80"), ("tempi;50", "tempi;20")],
    ),
    (
        "indicator-targets-differ",
        "7:target >= 20 N.",
        &[("I3;2;indicatore;Attesa;50;gg;cala;;;<= 5 gg", "I1;2;indicatore;;50;;;;;>= 20 N.")],
        &[
            ("I3;2;indicatore;Attesa;50;gg;cala;;;<= 5 gg", "I1;2;indicatore;;50;;;;;≥ 10 N."),
            ("I3;2020-06-30;6 gg;;;\n", ""),
        ],
    ),
    (
        "indicators-same-ratio",
        "7:formula pratiche evase / pratiche ricevute",
        &[
            ("cresce;;;>= 90", "cresce;N. pratiche evase/N. pratiche ricevute;;>= 90"),
            ("gg;cala;;;<= 5 gg", "%;cresce;pratiche evase / pratiche ricevute;;>= 80 %"),
            ("6 gg", "70 %"),
        ],
        &[
            ("cresce;;;>= 90", "cresce;N. pratiche evase/N. pratiche ricevute;;>= 90"),
            ("gg;cala;;;<= 5 gg", "%;cresce;pratiche sospese/pratiche ricevute;;>= 80 %"),
            ("6 gg", "70 %"),
        ],
    ),
    (
        "indicator-name-twice",
        "7:titolo Rispetto dei Tempi",
        &[
            ("Attesa;50;gg;cala;;;<= 5 gg", "Rispetto dei Tempi;50;%;cresce;;;>= 90 %"),
            ("6 gg", "70 %"),
        ],
        &[
            ("Attesa;50;gg;cala;;;<= 5 gg", "Rispetto dei tempi SUAP;50;%;cresce;;;>= 90 %"),
            ("6 gg", "70 %"),
        ],
    ),
    (
        // A date in a name makes no quotient of it: it is a name like any other.
        "indicator-name-twice",
        "7:titolo Pratiche al 31/12/2020",
        &[
            ("Rispetto dei tempi", "Pratiche al 31/12/2020"),
            ("Attesa;50;gg;cala;;;<= 5 gg", "Pratiche al 31/12/2020;50;%;cresce;;;>= 90 %"),
            ("6 gg", "70 %"),
        ],
        &[],
    ),
    (
        "indicator-two-measures",
        "7:titolo Giorni di ritardo / % pagate",
        &[("Attesa", "Giorni di ritardo / % pagate")],
        &[("Attesa", "Giorni di ritardo / n. fatture pagate")],
    ),
    (
        "indicator-saturated",
        "6:target >= 90 %",
        &[
            ("80 %;;;\n", "100 %;;;\nI2;2019-12-31;100;;;\nI2;2018-12-31;;5;5;\n"),
            (";100 %;;;\nI2;2019", ";100,00;;;\nI2;2019"),
        ],
        &[("80 %;;;\n", "100 %;;;\nI2;2019-12-31;99;;;\nI2;2018-12-31;;5;5;\n")],
    ),
    ("node-title-twice", "4:titolo Primo", &[("Secondo", "Primo")], &[("Secondo", "Primo bis")]),
    (
        "target-already-met",
        "7:target <= 5 gg",
        &[("I3;2020-06-30;6 gg;;;\n", "I3;2019-12-31;4 gg;;;\n")],
        &[("I3;2020-06-30;6 gg;;;\n", "I3;2019-12-31;5,1 gg;;;\n")],
    ),
    (
        "target-below-trend",
        "7:target <= 5 gg",
        &[PAST],
        &[(
            "I3;2020-06-30;6 gg;;;\n",
            "I3;2019-12-31;4 gg;;;\nI3;2018-12-31;7 gg;;;\nI3;2017-12-31;6 gg;;;\n",
        )],
    ),
    (
        "target-always-met",
        "5:target >= 0 N.",
        &[(">= 10 N.", ">= 0 N."), ("8 N.", "0 N.")],
        &[("cala;;;<= 5 gg", "cala;;;<= 0 gg")],
    ),
    (
        "target-halved",
        "6:periodico_2020-06-30 >= 45 %",
        &[(">= 90 %;", ">= 90 %;>= 45 %")],
        &[("%;cresce;;;>= 90 %;", "%;cresce;;si;>= 90 %;>= 45 %")],
    ),
    (
        "target-date-outside",
        "8:target 31/01/2021",
        &[("entro il 31/12/2020", "entro il 31/01/2021")],
        &[("entro il 31/12/2020;;", "entro il 31/12/2020;;entro il 31/01/2021")],
    ),
    (
        "target-before-act",
        "8:target 31/03/2020",
        &[("entro il 31/12/2020;;;;;", "entro il 31/03/2020;;;;Giunta n. 8 del 26/07/2020;")],
        &[("entro il 31/12/2020;;;;;", "entro il 31/12/2020;;;;Giunta n. 8 del 26/07/2020;")],
    ),
    (
        "target-outside-horizon",
        "5:target_2019 >= 9 N.",
        &[("target_2021", "target_2019"), (">= 10 N.;;", ">= 10 N.;;>= 9 N.")],
        &[(">= 10 N.;;", ">= 10 N.;;>= 12 N.")],
    ),
    (
        "percentage-out-of-range",
        "6:target >= 160 %",
        &[(">= 90 %", ">= 160 %")],
        &[("Rispetto dei tempi", "Indice di struttura"), (">= 90 %", ">= 160 %")],
    ),
    (
        "percentage-out-of-range",
        "3:valore -1.527,97 %",
        &[("Rispetto dei tempi", "Variazione dei turisti"), ("80 %", "-1.527,97 %")],
        &[("Rispetto dei tempi", "Variazione dei turisti"), ("80 %", "-27,97 %")],
    ),
    (
        "act-without-number",
        "7:atto deliberazione della Giunta n. del 31 gennaio 2020",
        &[("<= 5 gg;;;;;", "<= 5 gg;;;;deliberazione della Giunta n. del 31 gennaio 2020;")],
        &[ACT],
    ),
    (
        "act-without-date",
        "7:atto Giunta n. 97",
        &[("<= 5 gg;;;;;", "<= 5 gg;;;;Giunta n. 97;")],
        &[("<= 5 gg;;;;;", "<= 5 gg;;;;Giunta n. 97/2018;")],
    ),
    (
        "act-with-two-dates",
        "7:atto Giunta n. 97 del 26/07/2018 e del 31/01/2019",
        &[("<= 5 gg;;;;;", "<= 5 gg;;;;Giunta n. 97 del 26/07/2018 e del 31/01/2019;")],
        &[("<= 5 gg;;;;;", "<= 5 gg;;;;Giunta n. 97 del 26/07/2018|Giunta n. 4 del 31/01/2019;")],
    ),
    (
        "acts-contradict",
        "8:atto Giunta n. 27 del 26/07/2018",
        &[ACT, ("31/12/2020;;;;;", "31/12/2020;;;;Giunta n. 27 del 26/07/2018;")],
        &[ACT, ("31/12/2020;;;;;", "31/12/2020;;;;Giunta n. 97 del 26/07/2018;")],
    ),
    (
        "acts-contradict",
        "8:atto Giunta n. del 21 luglio 2018",
        &[ACT, ("31/12/2020;;;;;", "31/12/2020;;;;Giunta n. del 21 luglio 2018;")],
        &[ACT, ("31/12/2020;;;;;", "31/12/2020;;;;Giunta n. 95 del 21 luglio 2018;")],
    ),
    (
        "text-other-year",
        "8:note 2019",
        &[("31/12/2020;;;;;", "31/12/2020;;;;;Colonna «Target 2019»")],
        &[("31/12/2020;;;;;", "31/12/2020;;;;;Colonna «Target 2021»; nel 2019 erano 4")],
    ),
    (
        "text-date-impossible",
        "8:note 34.04.2020",
        &[("31/12/2020;;;;;", "31/12/2020;;;;;Rinviata dal 34.04.2020")],
        &[("31/12/2020;;;;;", "31/12/2020;;;;;Rinviata dal 30.04.2020")],
    ),
    (
        "text-quotient-differs",
        "3:nota 112/120",
        &[("80 %;;;", "80 %;;;risultato 100%, 112/120")],
        &[("80 %;;;", "80 %;;;risultato 93%, 112/120 (art. 10 D.Lgs. 150/2009)")],
    ),
    (
        "number-garbled",
        "3:nota 3.1296/3.196",
        &[("80 %;;;", "80 %;;;risultato 100%, 3.1296/3.196")],
        &[("80 %;;;", "80 %;;;risultato 100%, 3.196/3.196")],
    ),
    (
        "reading-accumulated-falls",
        "2:valore 8 N.",
        &[
            ("N.;cresce;;;", "N.;cresce;;si;"),
            ("I2;2020-06-30", "I1;2020-03-31;9 N.;;;\nI2;2020-06-30"),
        ],
        &[("I2;2020-06-30", "I1;2020-03-31;9 N.;;;\nI2;2020-06-30")],
    ),
    (
        "reading-out-of-scale",
        "2:valore 12.000 N.",
        &[("8 N.", "12.000 N.")],
        &[("8 N.", "1.200 N.")],
    ),
    (
        "reading-quotient-differs",
        "3:valore 80 %",
        &[("80 %;;", "80 %;7;8")],
        &[("80 %;;", "80 %;8;10")],
    ),
    (
        "readings-identical",
        "4:valore 210,24",
        &[
            ("80 %", "210,24"),
            ("6 gg", "210,24"),
            ("Rispetto dei tempi", "Indice"),
            ("gg;cala;;;<= 5 gg", "%;cala;;;<= 5 %"),
        ],
        &[
            ("80 %", "210,24"),
            ("6 gg", "210,25"),
            ("Rispetto dei tempi", "Indice"),
            ("gg;cala;;;<= 5 gg", "%;cala;;;<= 5 %"),
        ],
    ),
    (
        "assessed-without-reason",
        "3:valutazione_oiv 90",
        &[
            ("responsabile;atto;note\n", "responsabile;atto;note;valutazione_oiv;motivo_oiv\n"),
            ("Primo;60;;;;;;;;;;", "Primo;60;;;;;;;;;;;90;"),
        ],
        &[
            ("responsabile;atto;note\n", "responsabile;atto;note;valutazione_oiv;motivo_oiv\n"),
            ("Primo;60;;;;;;;;;;", "Primo;60;;;;;;;;;;;90;Relazione completa"),
        ],
    ),
    (
        "reading-quotient-in-cell",
        "3:valore 3.1296/3.196",
        &[("80 %;;;", "3.1296/3.196;;;")],
        &[("80 %;;;", ";3.129;3.196;")],
    ),
];

/// `7:target <= 5 gg`: the row, the column and the part that is underlined.
fn spot(issue: &Issue) -> String {
    let place = &issue.place;
    let row = place.row.map_or("-".to_owned(), |row| row.to_string());
    let meant = place.cell.as_ref().map_or("", |cell| cell.parts().1);
    format!("{row}:{} {meant}", place.column.as_deref().unwrap_or_default())
}

#[test]
fn the_hand_in_that_the_cases_change_has_nothing_wrong() {
    assert_eq!(issues(&[]), []);
}

#[test]
fn each_kind_is_found_where_it_is_and_not_beside_it() {
    let mut wrong = Vec::new();
    for (name, expected, bad, good) in CASES {
        let found: Vec<String> =
            issues(bad).iter().filter(|i| i.kind.name == *name).map(spot).collect();
        if found != [*expected] {
            wrong.push(format!("{name}: {found:?} instead of {expected}"));
        }
        let near: Vec<String> =
            issues(good).iter().filter(|i| i.kind.name == *name).map(spot).collect();
        if !near.is_empty() {
            wrong.push(format!("{name}: {near:?} where it is good"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_kind_about_the_sense_of_a_plan_has_its_case() {
    let first = kinds::ALL.iter().position(|kind| kind.name == "owner-missing").unwrap();
    let last = kinds::ALL.iter().position(|kind| kind.name == "readings-identical").unwrap();
    for kind in &kinds::ALL[first..=last] {
        assert!(CASES.iter().any(|(name, ..)| *name == kind.name), "{} has no case", kind.name);
        assert_ne!(kind.severity, Severity::Error, "{}: what is scored is no error", kind.name);
    }
}

#[test]
fn of_the_same_fault_on_five_thousand_rows_each_is_looked_at_once() {
    let mut plan = PLAN.to_owned();
    for at in 0..5_000 {
        plan.push_str(&format!(
            "J{at};2;indicatore;Stesso titolo {};0;%;cresce;a{at} / b;;>= 0 %;;;;Giunta n. {} del \
             26/07/2018;Target 2019, il 34.04.2020, 3.1296/3.196\n",
            at % 7,
            at % 3,
        ));
    }
    let hand_in = traguardo_files::read_files(&[
        ("ente.toml", BODY.as_bytes()),
        ("piano.csv", plan.as_bytes()),
        ("rilevazioni.csv", READINGS.as_bytes()),
    ]);
    let hand_in = hand_in.unwrap();
    let issues = check(&hand_in.plan, &hand_in.readings, &hand_in.rules);
    let count = |name: &str| issues.iter().filter(|issue| issue.kind.name == name).count();
    assert_eq!(count("target-always-met"), 5_000);
    assert_eq!(count("indicator-name-twice"), 7);
    assert_eq!((count("acts-contradict"), count("text-other-year")), (2, 1));
}
