//! Tables as offices have them: titles above, names with accents and remarks, days of all sorts.
//! Not here: what is broken, see `bad_input.rs`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use traguardo::check::check;
use traguardo::text::{Lang, Texts};
use traguardo_files::HandIn;

const BODY: &str = "ipa = 'prova'\nnome = 'Ente di prova'\nanno = 2020\nlivelli = ['area']\n";
const PLAN: &str = "codice;padre;livello;titolo;peso;unita;verso;responsabile;target\n\
     1;;area;Area;100;;;Segreteria;\n\
     I1;1;indicatore;Incontri;100;N.;cresce;;>= 10 N.\n";
const READINGS: &str = "indicatore;data;valore\nI1;2020-06-30;8 N.\n";

fn read(body: &str, plan: &str, readings: &str) -> HandIn {
    let files = [
        ("ente.toml", body.as_bytes()),
        ("piano.csv", plan.as_bytes()),
        ("rilevazioni.csv", readings.as_bytes()),
    ];
    traguardo_files::read_files(&files).unwrap()
}

/// Every issue as `name row: sentence → proposals`.
fn told(hand_in: &HandIn) -> Vec<String> {
    let mut issues = hand_in.issues.clone();
    issues.extend(check(&hand_in.plan, &hand_in.readings, &hand_in.rules));
    let words = Texts::of(Lang::It);
    let tell = |issue: &traguardo::issue::Issue| {
        let row = issue.place.row.unwrap_or(0);
        let proposals = issue.proposals.join(", ");
        format!("{} {row}: {} → {proposals}", issue.kind.name, words.issue(issue))
    };
    issues.iter().map(tell).collect()
}

#[test]
fn names_of_columns_may_have_accents_spaces_and_remarks() {
    let sound = read(BODY, PLAN, READINGS);
    assert_eq!(told(&sound), Vec::<String>::new());
    let header = "Codice *;PADRE;Livello;Titolo;Peso (%);Unità;Verso:;Responsabile;Target";
    let plan = PLAN.replacen(PLAN.lines().next().unwrap(), header, 1);
    let readings = READINGS.replacen("indicatore;data;valore", "Indicatore;Data;Valore (N.)", 1);
    let odd = read(BODY, &plan, &readings);
    assert_eq!(told(&odd), Vec::<String>::new());
    assert_eq!((odd.plan, odd.readings), (sound.plan, sound.readings));
    let twice = read(
        BODY,
        &PLAN
            .replacen(";unita;", ";unita;Unità;", 1)
            .replace(";;;Seg", ";;;;Seg")
            .replace("N.;cresce", "N.;;cresce"),
        READINGS,
    );
    assert_eq!(told(&twice).len(), 1, "{:?}", told(&twice));
    assert!(told(&twice)[0].starts_with("column-twice"), "{:?}", told(&twice));
}

#[test]
fn a_title_above_the_table_is_passed_over_and_said() {
    let plan = format!("Piano della performance 2020;;;;;;;;\n;;;;;;;;\n\nBozza;;;;;;;;\n{PLAN}");
    let odd = read(BODY, &plan, READINGS);
    assert_eq!(
        told(&odd),
        [
            "rows-above-header 1: Sopra l'intestazione, che è alla riga 5, c'è dell'altro («Piano della \
          performance 2020»), che non viene letto: se non serve, toglilo. → "
        ]
    );
    assert_eq!(odd.plan.nodes[0].details.row, 6);
    let lacking = PLAN.replacen("titolo", "nome", 1);
    let hand_in = traguardo_files::read_files(&[
        ("ente.toml", BODY.as_bytes()),
        ("piano.csv", lacking.as_bytes()),
    ]);
    let issues = hand_in.unwrap_err().issues;
    assert!(issues.iter().any(|issue| issue.kind.name == "column-missing"), "{issues:?}");
}

#[test]
fn the_day_that_is_meant_is_proposed_and_never_taken() {
    for (written, proposed) in [
        ("44012", "30/06/2020"),
        ("30-6-20", "30/06/2020"),
        ("30 giugno 2020", "30/06/2020"),
        ("2020/06/30", "30/06/2020"),
        ("31.12.2020 00:00:00", "31/12/2020"),
        ("giugno 2020", ""),
        ("12", ""),
        ("il 30", ""),
    ] {
        let odd = read(BODY, PLAN, &READINGS.replacen("2020-06-30", written, 1));
        let said = told(&odd);
        assert!(said[0].starts_with("date-expected 2"), "{said:?}");
        assert!(said[0].ends_with(&format!("→ {proposed}")), "{written}: {said:?}");
        assert_eq!(odd.readings.list[0].date, None);
    }
}

#[test]
fn a_body_without_levels_is_told_where_to_write_them() {
    let body = BODY.replacen("livelli = ['area']\n", "", 1);
    let said = told(&read(&body, PLAN, READINGS));
    assert!(said.iter().any(|s| s.contains("livelli = [\"area\", …]")), "{said:?}");
    let blank = PLAN.replacen(";area;", ";;", 1);
    let said = told(&read(BODY, &blank, READINGS));
    assert!(!said.iter().any(|s| s.starts_with("level-unknown")), "{said:?}");
}

#[test]
fn a_division_in_the_cell_of_a_figure_says_both_of_its_readings() {
    let said = |written: &str| told(&read(BODY, PLAN, &READINGS.replacen("8 N.", written, 1)));
    let [garbled] = &said("3.1296/3.196")[..] else { panic!() };
    assert!(
        garbled.contains("come migliaia 31.296 / 3.196 (979,22 %)")
            && garbled.contains("come decimali 3,1296 / 3,196 (97,92 %)"),
        "{garbled}"
    );
    let [plain] = &said("112/120")[..] else { panic!() };
    assert!(plain.contains("«112/120» è una divisione: scrivi i due numeri"), "{plain}");
}
