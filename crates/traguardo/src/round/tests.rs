//! Tests of what a round consists of, its record, and then and now.
//! Not here: keeping rounds, which the store's tests show on both engines.

use super::*;
use crate::number::Decimal;
use crate::period::{parse_date, parse_moment};
use crate::quantity::Quantity;
use crate::reading::{Observed, Reading};
use crate::rules::MissingRule;
use crate::sample;
use crate::target::Expected;

fn june() -> Date {
    parse_date("30/06/2020").unwrap()
}

fn number(indicator: &str, day: &str, number: i64) -> Reading {
    Reading {
        indicator: indicator.to_owned(),
        date: parse_date(day).ok(),
        observed: Observed::Number(Quantity::bare(Decimal::from(number))),
        ..Reading::default()
    }
}

fn at(positions: &[Included]) -> Vec<(usize, Standing)> {
    positions.iter().map(|included| (included.position, included.standing)).collect()
}

#[test]
fn a_reading_of_last_year_is_in_the_round_as_what_a_target_was_compared_with() {
    let mut plan = sample::plan();
    plan.uses[1].details.targets.periodic.clear();
    plan.uses[1].details.targets.year = Some(Expected::written("≥ anno precedente"));
    plan.understand();
    let mut readings = sample::readings();
    readings.list.push(number("PART", "31/12/2018", 90));
    readings.list.push(number("PART", "31/12/2019", 100));
    let chosen = choose(&plan, &readings, &Rules::default(), june());
    let (counted, reference) = (Standing::Counted, Standing::Reference);
    assert_eq!(at(&chosen), [(0, counted), (1, counted), (2, counted), (4, reference)]);
}

#[test]
fn readings_that_leave_each_other_in_doubt_are_all_in_the_round() {
    let (plan, rules) = (sample::plan(), Rules::default());
    let mut readings = sample::readings();
    readings.list.push(number("PART", "30/06/2020", 150));
    let chosen = choose(&plan, &readings, &rules, june());
    let (counted, beside) = (Standing::Counted, Standing::Beside);
    assert_eq!(at(&chosen), [(0, counted), (1, beside), (2, counted), (3, beside)]);
}

#[test]
fn a_superseded_reading_is_not_in_the_round_and_a_declared_absence_is() {
    let (plan, rules) = (sample::plan(), Rules::default());
    let mut readings = sample::readings();
    readings.list.push(Reading {
        observed: Observed::NotAvailable,
        recorded_at: parse_moment("2020-07-02").ok(),
        ..number("PART", "30/06/2020", 0)
    });
    let chosen = choose(&plan, &readings, &rules, june());
    assert_eq!(chosen.iter().map(|i| i.position).collect::<Vec<_>>(), [0, 2, 3]);
    assert!(chosen.iter().all(|included| included.standing == Standing::Counted));
}

fn kept(plan: &Plan, rules: &Rules, readings: &Readings) -> String {
    let round = sample::round();
    record(&Frozen { round: &round, plan, rules, readings })
}

#[test]
fn the_record_does_not_depend_on_the_order_of_rows() {
    let (mut plan, mut readings, mut rules) =
        (sample::plan(), sample::readings(), Rules::default());
    let first = kept(&plan, &rules, &readings);
    plan.nodes.reverse();
    plan.uses.reverse();
    plan.indicators.reverse();
    readings.list.reverse();
    rules.bands.reverse();
    assert_eq!(kept(&plan, &rules, &readings), first);
}

#[test]
fn every_input_of_a_score_is_in_the_record() {
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    let first = kept(&plan, &rules, &readings);
    let changes: [fn(&mut Plan, &mut Rules, &mut Readings); 9] = [
        |plan, _, _| plan.nodes[0].details.weight = Some(Decimal::new(1000, 1)),
        |plan, _, _| plan.nodes[1].quotas.children = None,
        |plan, _, _| plan.uses[0].details.status = Some(crate::plan::Status::Confirmed),
        |plan, _, _| plan.indicators[0].accumulates = Some(true),
        |plan, _, _| plan.cluster.push("cciaa_re".to_owned()),
        |_, rules, _| rules.node.missing = MissingRule::Exclude,
        |_, rules, _| rules.bands[0].name.push('!'),
        |_, _, readings| readings.list[0].note = Some("nota\tcon\ntutto\\".to_owned()),
        |_, _, readings| {
            readings.list[2].observed = Observed::Number(Quantity::bare(Decimal::new(95_970, 3)));
        },
    ];
    for (n, change) in changes.into_iter().enumerate() {
        let (mut plan, mut rules, mut readings) = (plan.clone(), rules.clone(), readings.clone());
        change(&mut plan, &mut rules, &mut readings);
        let changed = kept(&plan, &rules, &readings);
        assert_ne!(changed, first, "change {n}");
        let lines: Vec<&str> = changed.lines().skip(1).collect();
        assert!(lines.is_sorted(), "change {n}");
    }
}

#[test]
fn the_reasons_lead_from_then_to_now_one_after_the_other() {
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    let round = sample::round();
    let frozen = Frozen { round: &round, plan: &plan, rules: &rules, readings: &readings };
    let record = record(&frozen);
    let mut later_plan = plan.clone();
    later_plan.uses[0].details.weight = Some(Decimal::from(40));
    later_plan.uses[1].details.weight = Some(Decimal::from(60));
    let mut later_rules = rules.clone();
    later_rules.indicator.cap = None;
    let mut later_readings = readings.clone();
    later_readings.list.push(Reading {
        recorded_at: parse_moment("2020-09-01").ok(),
        ..number("EXPORT", "30/06/2020", 3_250_000_000)
    });
    let latest = Latest { plan: &later_plan, rules: &later_rules, readings: &later_readings };
    let figures = compare(&frozen, &record, &latest);
    let of = |code: &str| {
        let figure = figures.iter().find(|figure| figure.of == Of::Node(code.to_owned())).unwrap();
        let ends = |step: &Step| (step.before, step.after);
        assert!(figure.steps.windows(2).all(|two| ends(&two[0]).1 == ends(&two[1]).0));
        assert_eq!(figure.steps.first().map(|step| step.before), Some(figure.then));
        assert_eq!(figure.steps.last().map(|step| step.after), Some(figure.now));
        figure.steps.iter().map(|step| step.why).collect::<Vec<_>>()
    };
    assert_eq!(of("301"), [Why::Plan, Why::Rules, Why::Readings]);
    assert_eq!(of("301.D1.2"), [Why::Rules]);
    let export = figures.iter().find(|f| f.title == "Fatturato export provinciale").unwrap();
    assert_eq!((&export.read_then[..], &export.read_now[..]), (&[0][..], &[3][..]));
    assert_eq!(export.steps.iter().map(|step| step.why).collect::<Vec<_>>(), [Why::Readings]);
}

#[test]
fn a_figure_that_is_gone_or_new_has_the_plan_as_its_reason() {
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    let round = sample::round();
    let frozen = Frozen { round: &round, plan: &plan, rules: &rules, readings: &readings };
    let mut changed = plan.clone();
    changed.uses[1].indicator = "NUOVO".to_owned();
    let latest = Latest { plan: &changed, rules: &rules, readings: &readings };
    let figures = compare(&frozen, &record(&frozen), &latest);
    let of = |code: &str| {
        let is =
            |figure: &&Figure| matches!(&figure.of, Of::Use { indicator, .. } if indicator == code);
        let figure = figures.iter().find(is).unwrap();
        (figure.then.is_some(), figure.now.is_some(), figure.steps.len(), figure.steps[0].why)
    };
    assert_eq!(of("PART"), (true, false, 1, Why::Plan));
    assert_eq!(of("NUOVO"), (false, true, 1, Why::Plan));
}

#[test]
fn a_figure_that_the_record_has_otherwise_was_reckoned_by_another_program() {
    let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    let round = sample::round();
    let frozen = Frozen { round: &round, plan: &plan, rules: &rules, readings: &readings };
    let score = recorded(&record(&frozen))[&Of::Node("1".to_owned())].score().unwrap();
    let kept = record(&frozen).replace(&format!("score={score}"), "score=73.9");
    let latest = Latest { plan: &plan, rules: &rules, readings: &readings };
    let figures = compare(&frozen, &kept, &latest);
    let moved: Vec<_> = figures.iter().filter(|figure| figure.has_moved()).collect();
    assert!(moved.iter().all(|figure| figure.steps[0].why == Why::Program));
    assert!(moved.iter().any(|figure| figure.of == Of::Node("1".to_owned())));
}
