//! What is wrong with the bodies' documents themselves, as `check` finds it: name, row, column.
//! Not here: what else the linter notes of their plans; and the rest, which is scored all the same.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use std::path::Path;

use jiff::civil::date;
use traguardo::check::check;
use traguardo::number::Decimal;
use traguardo::period::Date;
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading};
use traguardo::report::Report;
use traguardo::score::{Cause, Formula};
use traguardo::target::Target;
use traguardo_files::HandIn;

/// What makes a row impossible to read or to score, and weights that do not add up.
const TOLD: [&str; 14] = [
    "node-without-parts",
    "reading-not-understood",
    "reading-quotient-in-cell",
    "target-against-direction",
    "target-attached",
    "target-date-impossible",
    "target-garbled",
    "target-level-in-words",
    "target-missing",
    "target-operator-missing",
    "target-several-dates",
    "target-two-quantities",
    "weight-blank",
    "weights-not-100",
];

fn example(name: &str) -> HandIn {
    traguardo_files::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name))
        .unwrap()
}

fn told(name: &str) -> String {
    let HandIn { plan, readings, rules, mut issues, .. } = example(name);
    issues.extend(check(&plan, &readings, &rules));
    traguardo::check::sort(&mut issues);
    let told = issues.iter().filter(|issue| TOLD.contains(&issue.kind.name)).map(|issue| {
        let place = &issue.place;
        let (row, column) = (place.row.unwrap(), place.column.as_deref().unwrap());
        let code = place.code.as_deref().unwrap_or_default();
        format!("{} {row} {column} {code}", issue.kind.name)
    });
    told.collect::<Vec<_>>().join("\n")
}

#[test]
fn caserta_asks_for_34_april_the_garbled_percentage_and_the_column_of_another_year() {
    insta::assert_snapshot!(told("caserta-2021"), @r#"
    weights-not-100 5 peso CULTURA-DIGITALE
    weight-blank 6 peso 1.1.2
    weights-not-100 7 peso STRUMENTI-DIGITALI
    weight-blank 8 peso 1.1.3
    weights-not-100 9 peso GIUDIZI-INNOVAZIONE
    weights-not-100 22 peso ORDINANZE-PROSA
    weights-not-100 24 peso MEMORIE-DIFENSIVE
    weights-not-100 26 peso RUOLO-SANZIONI
    weights-not-100 28 peso ORDINANZE-EMESSE
    target-garbled 31 target MEDIACONCILIAZIONE
    weights-not-100 31 peso MEDIACONCILIAZIONE
    weights-not-100 33 peso PROTESTI
    target-operator-missing 45 target TEMPO-FATTURE
    target-against-direction 60 target TEMPO-PRATICHE-RI
    target-against-direction 68 target TEMPO-PRATICHE-SEMPL
    target-several-dates 83 target LINEE-GUIDA-PO
    target-operator-missing 111 target TEMPO-FATTURE
    target-date-impossible 118 target ACQUISIZIONE-RRUU
    target-missing 137 target REPORT-AGILE-REGMER
    target-missing 139 target CALCOLO-PROTESTI
    target-garbled 141 target_2020 MEDIACONCILIAZIONE
    target-missing 141 target MEDIACONCILIAZIONE
    target-against-direction 148 target TEMPO-PRATICHE-RI
    target-against-direction 155 target TEMPO-PRATICHE-SEMPL
    "#);
}

#[test]
fn maremma_asks_for_two_targets_in_a_cell_a_level_in_words_and_two_attachments() {
    insta::assert_snapshot!(told("maremma-2019"), @r#"
    target-two-quantities 28 target O1.4.1-1
    node-without-parts 50 codice 3.1
    node-without-parts 57 codice 3.4
    node-without-parts 109 codice 7.4
    node-without-parts 110 codice 7.5
    node-without-parts 111 codice 7.6
    target-level-in-words 130 target S9-9
    target-level-in-words 130 target_2017 S9-9
    target-level-in-words 130 target_2018 S9-9
    target-level-in-words 130 target_2020 S9-9
    target-attached 138 target O9.1.3-1
    target-attached 139 target O9.1.3-2
    "#);
}

#[test]
fn sondrio_leaves_nothing_to_ask() {
    insta::assert_snapshot!(told("sondrio-2020"), @"");
}

#[test]
fn the_programmes_of_article_67_lack_three_targets_and_print_a_broken_fraction() {
    insta::assert_snapshot!(told("art67-2022"), @r#"
    target-missing 4 target EROGAZIONE-CONTRIBUTI
    target-missing 9 target PIANO-IMMOBILI
    target-missing 22 target SPORTELLI
    reading-quotient-in-cell 9 valore DOMICILI-NON-VALIDI
    "#);
}

/// A plan with a reading for every indicator, so that only a question keeps a row from its score.
fn unscored(name: &str, at: Date) -> Vec<String> {
    let HandIn { plan, mut readings, rules, .. } = example(name);
    for indicator in &plan.indicators {
        readings.list.push(Reading {
            indicator: indicator.code.clone(),
            date: Some(at),
            observed: Observed::Number(Quantity::bare(Decimal::ONE_HUNDRED)),
            ..Reading::default()
        });
    }
    let report = Report::new(&plan, &readings, &rules, at);
    for (score, used) in report.scores.uses.iter().zip(&plan.uses) {
        let target = used.details.targets.year.as_ref().and_then(|cell| cell.target());
        let is_level = matches!(target, Some(Target::Level { .. })) && !used.details.is_out();
        assert!(!is_level || score.reckoning.outcome.score().is_some(), "{}", used.indicator);
    }
    let questions =
        report.scores.uses.iter().zip(&plan.uses).filter(|(score, _)| {
            score.reckoning.formula == Formula::Nothing(Cause::TargetQuestion)
        });
    questions.map(|(_, used)| format!("{} in {}", used.indicator, used.node)).collect()
}

#[test]
fn a_question_keeps_its_own_row_from_a_score_and_no_other() {
    let caserta = unscored("caserta-2021", date(2021, 12, 31));
    insta::assert_snapshot!(caserta.join("\n"), @r#"
    MEDIACONCILIAZIONE in 2.4.1
    TEMPO-FATTURE in 2.7.1
    TEMPO-PRATICHE-RI in 2.9.3
    TEMPO-PRATICHE-SEMPL in 2.10.3
    LINEE-GUIDA-PO in OI.SG.2
    TEMPO-FATTURE in OI.BIL.2
    ACQUISIZIONE-RRUU in OI.PERS.2
    TEMPO-PRATICHE-RI in OI.RI.3
    TEMPO-PRATICHE-SEMPL in OI.SEMPL.3
    "#);
    let maremma = unscored("maremma-2019", date(2019, 12, 31));
    insta::assert_snapshot!(maremma.join("\n"), @r#"
    O1.4.1-1 in 1.4.1
    S9-9 in 9
    O9.1.3-1 in 9.1.3
    O9.1.3-2 in 9.1.3
    "#);
}
