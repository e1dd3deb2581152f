//! Targets against readings: events, periods that come again, rates, years, steps in words.
//! Not here: the language ([`traguardo::target::phrase`]) and levels, which stand by the formulas.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

use jiff::civil::{Date, date};
use traguardo::indicator::Direction;
use traguardo::number::{Decimal, parse};
use traguardo::plan::{Event, Plan};
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo::scoring::score;
use traguardo::target::Expected;

/// The sample's first indicator with another target for the year 2020, and no other.
fn plan(target: &str, direction: Option<Direction>) -> Plan {
    let mut plan = sample::plan();
    plan.indicators[0].direction = direction;
    plan.indicators[0].measure = None;
    let targets = &mut plan.uses[0].details.targets;
    targets.year = Some(Expected::written(target));
    targets.periodic.clear();
    plan.understand();
    plan
}

fn reading(part: Option<u32>, on: Date, observed: Observed) -> Reading {
    let indicator = "EXPORT".to_owned();
    Reading { indicator, date: Some(on), observed, part, ..Reading::default() }
}

fn number(text: &str) -> Observed {
    Observed::Number(Quantity::bare(parse(text).unwrap()))
}

/// The outcome at the end of the year, with the names of the issues it raised.
fn outcome(plan: &Plan, list: Vec<Reading>) -> String {
    at(plan, list, date(2020, 12, 31))
}

fn at(plan: &Plan, list: Vec<Reading>, at: Date) -> String {
    let scores = score(plan, &Readings { list }, &Rules::default(), at);
    let outcome = scores.uses[0].reckoning.outcome;
    let said = match outcome.score() {
        Some(score) => score.round_dp(2).normalize().to_string(),
        None => outcome.name().to_owned(),
    };
    let issues: Vec<&str> = scores.issues.iter().map(|issue| issue.kind.name).collect();
    [vec![said.as_str()], issues].concat().join(" ")
}

#[test]
fn a_deadline_after_an_event_waits_for_the_event_and_its_date() {
    let mut plan = plan("entro 60 giorni dall'approvazione del bilancio", None);
    let done = |day| vec![reading(None, day, Observed::Done(day))];
    assert_eq!(outcome(&plan, vec![]), "missing event-unknown");
    let name = "Approvazione bilancio".to_owned();
    plan.events.push(Event { name, date: None, act: None, row: 2 });
    assert_eq!(outcome(&plan, done(date(2020, 6, 1))), "missing event-without-date");
    plan.events[0].date = Some(date(2020, 4, 30));
    assert_eq!(outcome(&plan, done(date(2020, 6, 29))), "100");
    assert_eq!(outcome(&plan, done(date(2020, 6, 30))), "0");
    assert_eq!(at(&plan, vec![], date(2020, 6, 29)), "not_due");
    assert_eq!(at(&plan, vec![], date(2020, 6, 30)), "0");
}

#[test]
fn a_deadline_that_comes_again_has_a_part_for_every_time() {
    let plan = plan("entro il 5° giorno successivo al trimestre", None);
    let done = |part, day| reading(Some(part), day, Observed::Done(day));
    let all = vec![
        done(1, date(2020, 4, 5)),
        done(2, date(2020, 7, 6)),
        done(3, date(2020, 10, 1)),
        done(4, date(2020, 12, 31)),
    ];
    assert_eq!(outcome(&plan, all), "75");
}

#[test]
fn parts_within_parts_are_numbered_through() {
    let plan = plan("≥ 70% Entro il 5° giorno successivo al semestre", None);
    let list = vec![
        reading(Some(1), date(2020, 12, 31), number("80")),
        reading(Some(2), date(2020, 7, 2), Observed::Done(date(2020, 7, 2))),
        reading(Some(3), date(2020, 12, 31), Observed::Done(date(2020, 12, 31))),
    ];
    assert_eq!(outcome(&plan, list), "100");
}

#[test]
fn a_rate_is_multiplied_by_the_periods_that_have_ended_where_readings_add_up() {
    let mut plan = plan("almeno due riunioni al mese", None);
    let list = || vec![reading(None, date(2020, 6, 30), number("9"))];
    assert_eq!(at(&plan, list(), date(2020, 6, 30)), "100");
    plan.indicators[0].accumulates = Some(true);
    assert_eq!(at(&plan, list(), date(2020, 6, 30)), "75");
}

#[test]
fn of_cells_side_by_side_the_plans_year_counts() {
    let plan = plan("Anno di rilevazione | ≥ 10 | ≥ 20 | ≥ 30", None);
    let list = vec![reading(None, date(2020, 12, 31), number("5"))];
    assert_eq!(outcome(&plan, list), "baseline");
}

#[test]
fn a_step_in_words_waits_for_the_evaluator() {
    let plan = plan("100% | qualitativa | 60%", Some(Direction::Up));
    let of = |observed| vec![reading(None, date(2020, 12, 31), observed)];
    assert_eq!(outcome(&plan, of(number("100"))), "100");
    assert_eq!(outcome(&plan, of(number("90"))), "missing");
    assert_eq!(outcome(&plan, of(Observed::Judgement(Decimal::from(85)))), "80");
    assert_eq!(outcome(&plan, of(Observed::Judgement(Decimal::from(30)))), "0");
}

#[test]
fn changes_refer_to_the_earlier_years_reading_or_to_the_figure_written_beside() {
    let year = |year| date(year, 12, 31);
    let fall = plan("Riduzione del 10% rispetto all'anno precedente", Some(Direction::Down));
    let list =
        vec![reading(None, year(2019), number("200")), reading(None, year(2020), number("180"))];
    assert_eq!(outcome(&fall, list.clone()), "100");
    assert_eq!(outcome(&fall, list[1..].to_vec()), "missing reference-missing");
    let stated = plan("≥ 30% rispetto 2019 (12, 4)", None);
    let list = vec![reading(None, year(2020), number("8,06"))];
    assert_eq!(outcome(&stated, list), "50");
    let alike = plan("x ≤ x-1", None);
    let list =
        vec![reading(None, year(2019), number("10")), reading(None, year(2020), number("12"))];
    assert_eq!(outcome(&alike, list), "80");
}

#[test]
fn an_open_question_scores_missing_until_it_is_answered() {
    let open = plan("≥ 20 % 020", None);
    assert_eq!(outcome(&open, vec![reading(None, date(2020, 12, 31), number("20"))]), "missing");
}
