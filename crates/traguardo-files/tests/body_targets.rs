//! Every target cell of the bodies' documents, as printed, with its normal form or its question.
//! Not here: phrases of no document, which the tests of the language try.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use std::path::Path;

use traguardo::plan::{Details, Plan};
use traguardo::target::{Expected, Meaning};

/// Each different cell once, in the order of the plan: as printed, and how it is read. Steps stand
/// beside their target with a bar between, as in the documents.
fn cells(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    let plan = traguardo_files::read(&path).unwrap().plan;
    let mut lines: Vec<String> = Vec::new();
    for details in rows(&plan) {
        let targets = &details.targets;
        let steps = targets.steps.iter().rev().map(|(_, cell)| cell.verbatim.as_str());
        let steps: Vec<&str> = steps.collect();
        if let Some(year) = &targets.year {
            let printed: Vec<&str> = [&[year.verbatim.as_str()], &steps[..]].concat();
            lines.push(format!("{} → {}", printed.join(" | "), read(year)));
        }
        let others = targets.other_years.iter().map(|(_, cell)| cell);
        for cell in others.chain(targets.periodic.iter().map(|(_, cell)| cell)) {
            lines.push(format!("{} → {}", cell.verbatim, read(cell)));
        }
    }
    let mut seen = std::collections::HashSet::new();
    lines.retain(|line| seen.insert(line.clone()));
    lines.join("\n")
}

fn rows(plan: &Plan) -> impl Iterator<Item = &Details> {
    let nodes = plan.nodes.iter().map(|node| &node.details);
    nodes.chain(plan.uses.iter().map(|used| &used.details))
}

/// The first or the second half of a long table.
fn half(name: &str, second: bool) -> String {
    let cells = cells(name);
    let lines: Vec<&str> = cells.lines().collect();
    let (one, other) = lines.split_at(lines.len() / 2);
    if second { other } else { one }.join("\n")
}

fn read(cell: &Expected) -> String {
    match &cell.meaning {
        Meaning::Read(target) => target.normal(),
        Meaning::Asked(question) => format!("? {}", question.kind.name),
        Meaning::Unread => "unread".to_owned(),
    }
}

#[test]
fn the_first_half_of_the_targets_of_maremma() {
    insta::assert_snapshot!(half("maremma-2019", false), @r#"
    100% → >= 100
    < 10% → < 10
    < 20% → < 20
    0% → = 0
    1 → >= 1
    2 → >= 2
    20% → >= 20
    50% → >= 50
    >1 90% → ? target-two-quantities
    10% → >= 10
    5 → >= 5
    ≥1 → >= 1
    Anno di rilevazione → baseline-year
    >=6 → >= 6
    <= 40gg → <= 40
    <=40gg → <= 40
    >=1 → >= 1
    >=80% → >= 80
    ≥ 90% → >= 90
    ≥ 80% → >= 80
    ≥ 85% → >= 85
    > 1 → > 1
    ≥ 1 → >= 1
    ≥ 3,5 → >= 3.5
    30/07/2019 → by 2019-07-30
    10 → >= 10
    >= 80% → >= 80
    >= 85% → >= 85
    31/12/2019 → by 2019-12-31
    >1 → > 1
    Anno rilevazione → baseline-year
    >= 75% → >= 75
    31/12/2018 → by 2018-12-31
    31/12/2020 → by 2020-12-31
    >= 3 → >= 3
    >= 3,5 → >= 3.5
    3 → >= 3
    0 → = 0
    95% → >= 95
    93% → >= 93
    1,45 → <= 1.45
    < 2 → < 2
    98% → >= 98
    99% → >= 99
    "#);
}

#[test]
fn the_second_half_of_the_targets_of_maremma() {
    insta::assert_snapshot!(half("maremma-2019", true), @r#"
    4,6 → <= 4.6
    <5 → < 5
    4,5 → <= 4.5
    5 → <= 5
    <6 → < 6
    20 → <= 20
    25 → <= 25
    18 → <= 18
    85% → >= 85
    80% → >= 80
    90% → >= 90
    < 18% → < 18
    ≥ a medio → ? target-level-in-words
    x ≤ x-1 → <= 1 x prev-year
    Rispetto tempistica (Vedi allegato) → ? target-attached
    Rispetto della tempistica (Vedi allegato) → ? target-attached
    98,00% → >= 98.00
    94% → >= 94
    70% → >= 70
    01/04/2019 → by 2019-04-01
    x < x-3 → < 1 x year-3
    x < x-2 → < 1 x year-2
    x < x-4 → < 1 x year-4
    > 94% → > 94
    > 90% → > 90
    > 92% → > 92
    > 96% → > 96
    30/06/2019 → by 2019-06-30
    > 3,5 → > 3.5
    > 3,0 → > 3.0
    >1,2 → > 1.2
    >1,5 → > 1.5
    >3 → > 3
    25% → >= 25
    75% → >= 75
    90,00% → >= 90.00
    80,00% → >= 80.00
    71% → >= 71
    73% → >= 73
    <1 → < 1
    ≥ media cluster → >= 1 x cluster-mean
    scostamento max 0,02 da media cluster → within 0.02 of cluster-mean
    scostamento max 0,01 da media cluster → within 0.01 of cluster-mean
    < 1 → < 1
    "#);
}

#[test]
fn every_target_of_sondrio() {
    insta::assert_snapshot!(cells("sondrio-2020"), @r#"
    80% → >= 80
    100% → >= 100
    4 | 3 | 2 → 100: >= 4 | 80: >= 3 | 60: >= 2
    880 | 704 | 528 → 100: >= 880 | 80: >= 704 | 60: >= 528
    6 | 4 → 100: >= 6 | 80: >= 4
    60 | 45 | 30 → 100: >= 60 | 80: >= 45 | 60: >= 30
    qualitativo → judgement
    170 | 150 | 120 → 100: >= 170 | 80: >= 150 | 60: >= 120
    50% | 40% | 30% → 100: >= 50 | 80: >= 40 | 60: >= 30
    2 | 1 → 100: >= 2 | 80: >= 1
    1 → >= 1
    3 | 2 | 1 → 100: >= 3 | 80: >= 2 | 60: >= 1
    5 | 4 | 3 → 100: >= 5 | 80: >= 4 | 60: >= 3
    10 | 8 | 6 → 100: >= 10 | 80: >= 8 | 60: >= 6
    150 | 120 | 90 → 100: >= 150 | 80: >= 120 | 60: >= 90
    8 | 7 | 5 → 100: >= 8 | 80: >= 7 | 60: >= 5
    80 | 70 | 50 → 100: >= 80 | 80: >= 70 | 60: >= 50
    4 | 3 → 100: >= 4 | 80: >= 3
    1400 | 1000 | 600 → 100: >= 1400 | 80: >= 1000 | 60: >= 600
    28 | 29 | 30 → 100: <= 28 | 80: <= 29 | 60: <= 30
    4 | 4,5 | 5 → 100: <= 4 | 80: <= 4.5 | 60: <= 5
    28 gg | 29 gg | 30 gg → 100: <= 28 | 80: <= 29 | 60: <= 30
    8 gg | 10 gg | 12 gg → 100: <= 8 | 80: <= 10 | 60: <= 12
    50 gg | 55 gg → 100: <= 50 | 80: <= 55
    180 gg | 210 gg | 240 gg → 100: <= 180 | 80: <= 210 | 60: <= 240
    dicembre → by 2020-12-31
    100% | 75% | 50% → 100: >= 100 | 80: >= 75 | 60: >= 50
    novembre | dicembre → 100: by 2020-11-30 | 80: by 2020-12-31
    luglio | settembre | ottobre → 100: by 2020-07-31 | 80: by 2020-09-30 | 60: by 2020-10-31
    settembre | ottobre | novembre → 100: by 2020-09-30 | 80: by 2020-10-31 | 60: by 2020-11-30
    luglio | settembre | novembre → 100: by 2020-07-31 | 80: by 2020-09-30 | 60: by 2020-11-30
    10 mesi | 8 mesi | 6 mesi → 100: >= 10 | 80: >= 8 | 60: >= 6
    100% | qualitativa → 100: >= 100 | 80: judgement
    20 | 16 | 12 → 100: >= 20 | 80: >= 16 | 60: >= 12
    80% | qualitativa | 60% → 100: >= 80 | 80: judgement | 60: >= 60
    70% | 65% | 50% → 100: >= 70 | 80: >= 65 | 60: >= 50
    75% | 70% | 60% → 100: >= 75 | 80: >= 70 | 60: >= 60
    20 ore | 16 ore | 12 ore → 100: >= 20 | 80: >= 16 | 60: >= 12
    100% | Frequenza 80 % | frequenza minima prevista → 100: >= 100 | 80: >= 80 | 60: judgement
    95% | 98% | 100% → 100: <= 95 | 80: <= 98 | 60: <= 100
    30% | 32% | 34% → 100: <= 30 | 80: <= 32 | 60: <= 34
    50% | 45% | 36% → 100: >= 50 | 80: >= 45 | 60: >= 36
    30% | 28% | 25% → 100: >= 30 | 80: >= 28 | 60: >= 25
    75% | 65% | 60% → 100: >= 75 | 80: >= 65 | 60: >= 60
    80 € | 60 € | 50 € → 100: >= 80 | 80: >= 60 | 60: >= 50
    "#);
}

#[test]
fn every_target_of_caserta() {
    insta::assert_snapshot!(cells("caserta-2021"), @r#"
    Completare le attività entro il 31.12.2021 → by 2021-12-31
    Entro il 30.06.2021 → by 2021-06-30
    Almeno l'80% sul totale dei giudizi formulati dall'utenza → >= 80
    Report I semestre entro il 31.07.2021; Report finale al 31.12.2021 → mean (by 2021-07-31; by 2021-12-31)
    Riduzione del 10% dei certificati annullati anno precedente → delta<= -10% prev-year
    Completare le attività entro il 30.11.2021 → by 2021-11-30
    Completare le attività entro il 30.06.2021 → by 2021-06-30
    ≥ 80% → >= 80
    ≥ 20 % 020 → ? target-garbled
    Completare la prima attività entro il 28.02.2021 e la seconda entro il 30.11.21 → mean (by 2021-02-28; by 2021-11-30)
    Report al 30.04.2021 30.09.2021 31.12.2021 → mean (by 2021-04-30; by 2021-09-30; by 2021-12-31)
    -18 → ? target-operator-missing
    Completare le attività entro 60 giorni dall'approvazione del bilancio di esercizio → by «approvazione del bilancio di esercizio» +60 days
    ≤ 500 gruppi Scriba da 1 a 5 → <= 500
    ≥ 30% rispetto 2020 (12, 4) → ? target-against-direction
    ≥ 10% → >= 10
    Relazione sulle attività realizzate al 31.12.2021 → by 2021-12-31
    ≤ 50 gruppi scriba da 8 a 22 → <= 50
    Completare le attività previste entro il 31.12.2021 → by 2021-12-31
    Entro il 31.12.2021 → by 2021-12-31
    Entro il 31.10.2021 Entro il 30.11.2021 → ? target-several-dates
    Entro il 31/10/2021 → by 2021-10-31
    ≥ 70% Entro il 5° giorno successivo al semestre → min (>= 70; by end of each half-year +5 days)
    Completare le attività previste entro il 30.06.2021 → by 2021-06-30
    ≥ 70% Entro Entro il 5° giorno successivo al semestre → min (>= 70; by end of each half-year +5 days)
    Entro il 31.03.2021 Almeno una riunione mensile dalla data dell'istituzione → min (by 2021-03-31; rate>= 1 per month)
    <= 30 gg → <= 30
    Entro il 31.03.2021 Entro il 34.04.2021 Entro il 30.06.2021 → ? target-date-impossible
    15 giorni prima della scadenza del termine del lavoro agile semplificato → by «scadenza del termine del lavoro agile semplificato» -15 days
    ≥ 75% → >= 75
    Creazione foglio di calcolo e calcolo tempi di lavorazione fino al 30.11.2021 → ? target-not-understood
    2≥ 20 % 020 → ? target-garbled
    ≤ 50 gruppi scribe da 8 a 22 → <= 50
    "#);
}

#[test]
fn every_target_of_the_programmes_of_article_67() {
    insta::assert_snapshot!(cells("art67-2022"), @r#"
    ≤ 0 → <= 0
    <75 gg → < 75
    < 60 gg → < 60
    entro il 31/7/2022 → by 2022-07-31
    OPERATIVITA' ENTRO 31/12 CON 4 PROGETTI GESTITI → min (by 2022-12-31; >= 4)
    attivazione del sistema → done
    100% → >= 100
    >= 8 → >= 8
    >100 → > 100
    >= 700 → >= 700
    attivazione dello sportello → done
    ≥ 10 → >= 10
    "#);
}

#[test]
fn the_first_half_of_the_targets_of_modena() {
    insta::assert_snapshot!(half("modena-2020", false), @r#"
    >= 13.000.000.000,00 € → >= 13000000000.00
    >= 6.500.000.000,00 € → >= 6500000000.00
    >= 600 N. → >= 600
    >= 300 N. → >= 300
    >= 22,00 % → >= 22.00
    >= 83,00 % → >= 83.00
    >= 1 N. → >= 1
    >= 0,50 N. → >= 0.50
    >= 26 N. → >= 26
    >= 700 N. → >= 700
    >= 350 N. → >= 350
    >= 65,00 % → >= 65.00
    >= 10 N. → >= 10
    >= 5 N. → >= 5
    >= 18,30 % → >= 18.30
    >= 9,15 % → >= 9.15
    >= 2.000 N. → >= 2000
    >= 84,85 % → >= 84.85
    >= 1.200 N. → >= 1200
    >= 800 N. → >= 800
    >= 4 N. → >= 4
    >= 2 N. → >= 2
    >= 470.000 N. → >= 470000
    >= 235.000 N. → >= 235000
    >= 1.650.000 N. → >= 1650000
    >= 825.000 N. → >= 825000
    >= 28,00 % → >= 28.00
    0 N. → = 0
    >= 5,00 % → >= 5.00
    >= 25 N. → >= 25
    >= 12,50 N. → >= 12.50
    >= 400 N. → >= 400
    >= 30 N. → >= 30
    >= 15 N. → >= 15
    >= 900 N. → >= 900
    >= 0 N. → >= 0
    <= 4,60 gg → <= 4.60
    >= 6.000 N. → >= 6000
    >= 3.000 N. → >= 3000
    >= 6,00 % → >= 6.00
    "#);
}

#[test]
fn the_second_half_of_the_targets_of_modena() {
    insta::assert_snapshot!(half("modena-2020", true), @r#"
    >= 200 N. → >= 200
    >= 100 N. → >= 100
    >= 5.500 N. → >= 5500
    >= 2.750 N. → >= 2750
    >= 20,00 % → >= 20.00
    >= 10,00 % → >= 10.00
    >= 500 N. → >= 500
    >= 250 N. → >= 250
    Entro 31-12-2020 → by 2020-12-31
    Entro 31-10-2020 → by 2020-10-31
    Entro 30-11-2020 → by 2020-11-30
    >= 40 h → >= 40
    <= 6 gg → <= 6
    <= 8 gg → <= 8
    >= 12,00 % → >= 12.00
    >= 9,80 % → >= 9.80
    >= 210 N. → >= 210
    >= 105 N. → >= 105
    >= 94,00 % → >= 94.00
    >= 95,00 % → >= 95.00
    <= 3,60 gg → <= 3.60
    >= 400,00 % → >= 400.00
    >= 350,00 % → >= 350.00
    >= 150,00 % → >= 150.00
    >= 75,00 % → >= 75.00
    >= 160,00 % → >= 160.00
    >= 80,00 % → >= 80.00
    >= 15,00 % → >= 15.00
    >= 7,50 % → >= 7.50
    <= -18 gg → <= -18
    >= 36 N. → >= 36
    >= 18 N. → >= 18
    >= 12 N. → >= 12
    >= 6 N. → >= 6
    >= 3 N. → >= 3
    >= 1,50 N. → >= 1.50
    >= 98,00 % → >= 98.00
    Entro 30-09-2020 → by 2020-09-30
    100,00 % → >= 100.00
    >= 90,00 % → >= 90.00
    "#);
}
