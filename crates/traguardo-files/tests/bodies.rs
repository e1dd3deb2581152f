//! The bodies of the source documents: every row, weight and target of the paper is in the example.
//! Not here: what the targets mean and what is wrong with the plans, which `check` says.

#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

use std::path::Path;

use jiff::civil::date;
use traguardo::number::Decimal;
use traguardo::plan::{Details, Difficulty, Plan, Use};
use traguardo::report::Report;
use traguardo::score::Outcome;
use traguardo_files::HandIn;

fn example(name: &str) -> HandIn {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    let hand_in = traguardo_files::read(&path).unwrap();
    let lost: Vec<_> = hand_in.issues.iter().filter(|issue| issue.kind.loses_input).collect();
    assert!(lost.is_empty(), "{lost:#?}");
    hand_in
}

/// How many nodes there are on each level.
fn levels(plan: &Plan) -> Vec<usize> {
    let on = |level: &String| plan.nodes.iter().filter(|node| node.level == *level).count();
    plan.levels.iter().map(on).collect()
}

fn rows(plan: &Plan) -> impl Iterator<Item = &Details> {
    let nodes = plan.nodes.iter().map(|node| &node.details);
    nodes.chain(plan.uses.iter().map(|used| &used.details))
}

/// How many cells hold a target, a periodic target or a step.
fn target_count(plan: &Plan) -> usize {
    rows(plan)
        .map(|details| {
            let targets = &details.targets;
            let others = targets.other_years.len() + targets.periodic.len() + targets.steps.len();
            usize::from(targets.year.is_some()) + others
        })
        .sum()
}

#[test]
fn maremma_has_the_52_rows_of_its_dashboard_and_the_75_of_its_operational_plan() {
    let HandIn { plan, readings, rules, .. } = example("maremma-2019");
    assert_eq!(plan.horizon, [2016, 2017, 2018, 2019, 2020]);
    assert_eq!(levels(&plan), [4, 14, 36, 59]);
    // Two rows begin in 2019, one in 2018; one was eliminated and has nothing after 2018.
    assert_eq!([2016, 2017, 2018, 2020].map(|year| of_year(&plan, year).len()), [0, 49, 50, 51]);
    let strategic = |code: &str| !code.contains('.');
    let (dashboard, operational): (Vec<_>, Vec<_>) =
        plan.uses.iter().partition(|used| strategic(&used.node));
    assert_eq!((dashboard.len(), operational.len()), (52, 75));
    assert_eq!(target_count(&plan), 276);
    // The rows that a revision changed, each with its act as printed.
    let acted = |uses: &[&Use]| uses.iter().filter(|used| used.details.status.is_some()).count();
    assert_eq!((acted(&dashboard), acted(&operational)), (18, 6));
    let missions: Vec<&str> =
        plan.nodes.iter().filter(|n| n.parent.is_none()).map(|n| n.code.as_str()).collect();
    assert_eq!(missions, ["011", "016", "012", "032"]);
    assert!(plan.nodes.iter().all(|node| node.details.weight.is_none()));
    let report = Report::new(&plan, &readings, &rules, date(2019, 12, 31));
    assert_eq!(report.scores.body.score(), None, "nothing has been read");
}

#[test]
fn sondrio_has_its_23_objectives_with_steps_and_its_five_rows_of_the_pira() {
    let HandIn { plan, readings, rules, .. } = example("sondrio-2020");
    assert_eq!(levels(&plan), [4, 9, 23, 47]);
    // 47 actions with one indicator each, and two objectives printed without actions.
    assert_eq!((plan.indicators.len(), plan.uses.len()), (49, 49));
    let steps = |score: u8| {
        let has = |d: &&Details| d.targets.steps.contains_key(&score.into());
        rows(&plan).filter(has).count()
    };
    assert_eq!((steps(80), steps(60)), (45, 38));
    // Beside the steps, a target for each indicator and three years for each strategic objective.
    assert_eq!(target_count(&plan), 45 + 38 + 49 + 3 * 9);
    let pira: Vec<&str> =
        plan.nodes.iter().filter(|n| n.details.pira).map(|n| n.code.as_str()).collect();
    assert_eq!(pira, ["3.2.1", "8.1.1", "9.1.1", "9.1.2", "9.1.3"]);
    let weighed = |level: &str| {
        let on = plan.nodes.iter().filter(|node| node.level == level);
        on.filter(|node| node.details.weight.is_some()).count()
    };
    assert_eq!((weighed("obiettivo operativo"), weighed("azione")), (23, 47));
    let report = Report::new(&plan, &readings, &rules, date(2020, 12, 31));
    assert_eq!(report.scores.body.score(), None, "nothing has been read");
}

#[test]
fn caserta_has_its_33_rows_with_marks_and_the_three_objectives_of_eleven_positions() {
    let HandIn { plan, readings, rules, .. } = example("caserta-2021");
    assert_eq!(levels(&plan), [3, 13, 27, 1, 11, 33]);
    let (individual, of_the_body): (Vec<_>, Vec<_>) =
        plan.uses.iter().partition(|used| used.node.starts_with("OI."));
    assert_eq!((of_the_body.len(), individual.len()), (33, 33));
    assert_eq!(target_count(&plan), 33 + 33);
    // Marks beside every row but customer satisfaction, never beyond 40, 30 and 30.
    let marked: Vec<_> = of_the_body.iter().filter_map(|used| marks(&used.details)).collect();
    assert_eq!(marked.len(), 32);
    assert!(marked.iter().all(|marks| marks[0] <= 40 && marks[1] <= 30 && marks[2] <= 30));
    assert_eq!(marked[1], [40, 30, 30]);
    let weights = |under: &str| {
        let nodes = plan.nodes.iter().filter(|node| node.parent.as_deref() == Some(under));
        nodes.map(|node| node.details.weight.map(|w| w.to_string())).collect::<Vec<_>>()
    };
    let some = |weight: &str| Some(weight.to_owned());
    // A cell merged over three objectives; and indicators that repeat their objective's weight.
    assert_eq!(weights("1.1"), [some("100"), None, None]);
    assert_eq!(weights("2.3"), ["10", "30", "30", "30"].map(some));
    assert_eq!(weights("2"), ["10"; 10].map(some));
    // Three cells stand under the printed heading "Target 2020".
    let headed = of_year(&plan, 2020);
    assert_eq!(headed, ["REPORT-AGILE-REGMER", "CALCOLO-PROTESTI", "MEDIACONCILIAZIONE"]);
    assert!(plan.uses.iter().all(|used| used.details.responsible.len() == 1));
    let report = Report::new(&plan, &readings, &rules, date(2021, 12, 31));
    assert_eq!(report.scores.body.score(), None, "nothing has been read");
}

#[test]
fn the_eleven_sheets_of_article_67_have_a_measured_score_beside_that_of_the_oiv() {
    let HandIn { plan, readings, rules, .. } = example("art67-2022");
    assert_eq!((levels(&plan), plan.uses.len(), readings.list.len()), (vec![11], 19, 17));
    assert_eq!(target_count(&plan), 15);
    let report = Report::new(&plan, &readings, &rules, date(2022, 12, 31));
    let sheets = plan.nodes.iter().zip(&report.scores.nodes).map(|(node, score)| {
        let card = &node.card;
        let words = [&card.reference, &card.kind, &card.benefit, &card.result];
        assert!(words.iter().all(|words| words.is_some()), "{}", node.code);
        let measured = match score.rolled.outcome {
            Outcome::Scored(score) => rules.printed(score),
            other => other.name().to_owned(),
        };
        let assessed = card.assessed.map_or_else(|| "-".to_owned(), |score| score.to_string());
        format!("{} {measured} {assessed}", node.code)
    });
    // What is said of each: its number, what is measured, what the OIV gives.
    insta::assert_snapshot!(sheets.collect::<Vec<_>>().join("\n"), @"
    1 100,00 100
    2 100,00 100
    3 missing 99
    4 100,00 100
    5 100,00 100
    6 100,00 100
    7 100,00 100
    8 missing -
    9 100,00 100
    10 100,00 -
    11 neutralised -
    ");
}

fn marks(details: &Details) -> Option<[u32; 3]> {
    let Difficulty { complexity, capability, innovation } = details.difficulty;
    let mark = |mark: Option<Decimal>| mark.and_then(|mark| u32::try_from(mark).ok());
    Some([mark(complexity)?, mark(capability)?, mark(innovation)?])
}

/// The indicators with a target for another year than the plan's.
fn of_year(plan: &Plan, year: i16) -> Vec<&str> {
    let of = |used: &&Use| used.details.targets.other_years.contains_key(&year);
    plan.uses.iter().filter(of).map(|used| used.indicator.as_str()).collect()
}
