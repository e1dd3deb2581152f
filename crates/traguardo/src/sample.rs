//! A small plan with readings, for examples in the documentation and for tests.
//! Not here: real plans, which stand in `examples/` of the repository.

use jiff::civil::date;

use crate::indicator::{Direction, Indicator};
use crate::number::Decimal;
use crate::period::Checkpoint;
use crate::plan::{Body, Card, Details, Node, Plan, Quotas, Targets, Use};
use crate::quantity::Quantity;
use crate::reading::{Observed, Reading, Readings};
use crate::round::{Included, Round, Standing};
use crate::target::Expected;

/// Objective 301 of Modena's plan for 2020, cut down to one area, one objective with two
/// indicators and one operational objective.
///
/// ```
/// assert_eq!(traguardo::sample::plan().nodes.len(), 3);
/// ```
#[must_use]
pub fn plan() -> Plan {
    let body =
        Body { ipa: "cciaa_mo".to_owned(), name: "Camera di commercio di Modena".to_owned() };
    let mut plan = Plan::new(body, 2020);
    plan.levels =
        ["ambito", "obiettivo strategico", "obiettivo operativo"].map(String::from).into();
    plan.checkpoints = vec![Checkpoint { date: date(2020, 6, 30), hand_in: None }];
    let half = Some(Decimal::from(50));
    plan.nodes = vec![
        node("1", None, &plan.levels[0], "Competitività delle imprese"),
        node("301", Some("1"), &plan.levels[1], "Internazionalizzazione"),
        node("301.D1.2", Some("301"), &plan.levels[2], "Servizi certificativi"),
    ];
    plan.nodes[1].quotas = Quotas { indicators: half, children: half };
    plan.indicators = vec![
        indicator("EXPORT", "Fatturato export provinciale", "€"),
        indicator("PART", "Partecipanti alle iniziative", "N."),
        indicator("CERT", "Rispetto dei tempi di rilascio", "%"),
    ];
    plan.uses = vec![
        used("EXPORT", "301", 10, ">= 13.000.000.000 €", Some(">= 6.500.000.000 €")),
        used("PART", "301", 90, ">= 600 N.", Some(">= 300 N.")),
        used("CERT", "301.D1.2", 100, ">= 83,00 %", None),
    ];
    plan.understand();
    plan
}

/// The readings of [`plan`] at 30 June 2020.
///
/// ```
/// assert_eq!(traguardo::sample::readings().list.len(), 3);
/// ```
#[must_use]
pub fn readings() -> Readings {
    let reading = |indicator: &str, number: Decimal| Reading {
        indicator: indicator.to_owned(),
        date: Some(date(2020, 6, 30)),
        observed: Observed::Number(Quantity::bare(number)),
        ..Reading::default()
    };
    let list = vec![
        reading("EXPORT", Decimal::new(3_111_720_000, 0)),
        reading("PART", Decimal::from(143)),
        reading("CERT", Decimal::new(9597, 2)),
    ];
    Readings { list }
}

/// The round of [`plan`] at 30 June 2020, closed with [`readings`] and without gaps.
///
/// ```
/// assert_eq!(traguardo::sample::round().included.len(), 3);
/// ```
#[must_use]
pub fn round() -> Round {
    let included = |position| Included { position, standing: Standing::Counted, check: None };
    Round {
        checkpoint: date(2020, 6, 30),
        revision: 1,
        program: "1.0.0".to_owned(),
        closed_by: "Controllo di gestione".to_owned(),
        closed_at: date(2020, 7, 21).at(10, 30, 0, 0),
        reason: None,
        gaps: Vec::new(),
        known: 3,
        included: (0..3).map(included).collect(),
    }
}

fn node(code: &str, parent: Option<&str>, level: &str, title: &str) -> Node {
    Node {
        code: code.to_owned(),
        parent: parent.map(String::from),
        level: level.to_owned(),
        title: title.to_owned(),
        quotas: Quotas::default(),
        card: Card::default(),
        details: Details { weight: Some(Decimal::ONE_HUNDRED), ..Details::default() },
    }
}

fn indicator(code: &str, title: &str, measure: &str) -> Indicator {
    Indicator {
        code: code.to_owned(),
        title: title.to_owned(),
        measure: Some(measure.to_owned()),
        direction: Some(Direction::Up),
        ..Indicator::default()
    }
}

fn used(indicator: &str, node: &str, weight: u8, target: &str, periodic: Option<&str>) -> Use {
    let targets = Targets {
        year: Some(Expected::written(target)),
        periodic: periodic
            .map(|text| (date(2020, 6, 30), Expected::written(text)))
            .into_iter()
            .collect(),
        ..Targets::default()
    };
    let details = Details { weight: Some(weight.into()), targets, ..Details::default() };
    Use { indicator: indicator.to_owned(), node: node.to_owned(), title: None, details }
}
