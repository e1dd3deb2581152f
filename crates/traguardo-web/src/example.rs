//! How a target scores, shown on readings made up for it: the real scoring, on the usual rules.
//! Not here: what the target means, see [`crate::phrase`].

use jiff::ToSpan;
use traguardo::explain::{Subject, explain};
use traguardo::number::Decimal;
use traguardo::period::{Date, year_end};
use traguardo::plan::{Event, Plan};
use traguardo::quantity::Quantity;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::report::Report;
use traguardo::rules::Rules;
use traguardo::target::{Comparison, Day, Due, Reference, Step, Target, Threshold};

use crate::figure::Figure;
use crate::parts;
use crate::show;
use crate::view::View;
use crate::words::Words;

/// More than these would be a lesson, not an example.
const EXAMPLES: usize = 4;
/// How far past a deadline the late example is.
const LATE_DAYS: i64 = 10;
/// The day from which everything that can be due is due.
const AFTER_DAYS: i64 = 60;

/// One reading and what it scores.
#[derive(Debug, Clone)]
pub struct Example {
    /// What is observed.
    pub given: String,
    /// What comes out.
    pub figure: Figure,
    /// The sum, where there is one.
    pub how: String,
}

/// How a plan of one indicator scores, on readings that meet its target and on others.
#[must_use]
pub fn examples(plan: &Plan, target: &Target, words: Words) -> Vec<Example> {
    let mut plan = plan.clone();
    plan.cluster = vec!["altro".to_owned()];
    plan.events = events(target, plan.year);
    let trials = trials(target, plan.year).into_iter().take(EXAMPLES);
    trials.filter_map(|trial| example(&plan, target, trial, words)).collect()
}

fn example(plan: &Plan, target: &Target, trial: Vec<Reading>, words: Words) -> Option<Example> {
    let shown: Vec<String> = trial.iter().map(|reading| show::observed(reading, words)).collect();
    let earlier = references(target, plan.year);
    let said = earlier.iter().map(|reading| before(reading, words));
    let given = [shown.join("; ")].into_iter().chain(said).collect::<Vec<_>>().join(", ");
    let readings = Readings { list: trial.into_iter().chain(earlier).collect() };
    let rules = Rules::default();
    let at = last_day(target, plan.year).checked_add(AFTER_DAYS.days()).ok()?;
    let report = Report::new(plan, &readings, &rules, at);
    let explained = explain(&report, Subject::Use(0));
    let view = View::new(report, None, words);
    let figure = view.use_figure(0);
    let sums = parts::steps(&view, &explained).into_iter().filter(|step| step.is_sum);
    let how = sums.map(|step| step.text).collect::<Vec<_>>().join("; ");
    figure.scored.then_some(Example { given, figure, how })
}

fn before(reading: &Reading, words: Words) -> String {
    let number = show::observed(reading, words);
    match (&reading.body, reading.date) {
        (Some(_), _) => words.tell("target-example-cluster", &[("number", number.into())]),
        (None, date) => {
            let year = date.map(|date| date.year().to_string()).unwrap_or_default();
            let args = [("number", number.into()), ("year", year.into())];
            words.tell("target-example-year", &args)
        }
    }
}

fn reading(year: i16, part: Option<u32>, observed: Observed) -> Reading {
    Reading {
        indicator: "I".to_owned(),
        date: Some(year_end(year)),
        observed,
        part,
        ..Reading::default()
    }
}

/// What could be observed: first what meets the target, then what does not.
fn trials(target: &Target, year: i16) -> Vec<Vec<Reading>> {
    let one = |observed| vec![reading(year, None, observed)];
    match target {
        Target::Compound { parts, .. } => {
            let observed: Vec<Vec<Observed>> =
                parts.iter().map(|part| observations(part, year)).collect();
            let last = observed.len().saturating_sub(1);
            // All parts met, then all but the last.
            let all = |missed: usize| {
                let of = |(at, seen): (usize, &Vec<Observed>)| {
                    let which =
                        if at == last { seen.get(missed).or(seen.last()) } else { seen.first() };
                    let part = u32::try_from(at + 1).ok();
                    Some(reading(year, part, which?.clone()))
                };
                observed.iter().enumerate().map(of).collect::<Option<Vec<Reading>>>()
            };
            [0, 1].into_iter().filter_map(all).collect()
        }
        _ => observations(target, year).into_iter().map(one).collect(),
    }
}

fn observations(target: &Target, year: i16) -> Vec<Observed> {
    match target {
        Target::Level { comparison, level, .. } | Target::Rate { comparison, level, .. } => {
            levels(*comparison, level)
        }
        Target::Range { low, high } => {
            let middle = (low.number + high.number) / Decimal::TWO;
            vec![number(low, middle), number(low, worse(Comparison::AtLeast, low.number))]
        }
        Target::By(due) => deadline(due, year),
        Target::Done { .. } => vec![Observed::YesNo(true), Observed::YesNo(false)],
        Target::Judgement => vec![Observed::Judgement(Decimal::from(70))],
        Target::Change { comparison, by, in_per_cent, .. } => {
            let by = if *in_per_cent { hundred() * *by / hundred() } else { *by };
            let level = hundred() + by;
            changed(*comparison, level)
        }
        Target::Ratio { comparison, times, .. } => changed(*comparison, hundred() * *times),
        Target::Within { tolerance, .. } => {
            let bare = Quantity::bare(hundred());
            vec![
                number(&bare, hundred() + *tolerance),
                number(&bare, hundred() + *tolerance * Decimal::TWO),
            ]
        }
        Target::Steps(steps) => steps.iter().filter_map(|step| reached(step, year)).collect(),
        Target::ByYear(years) => {
            let of_year = years.iter().find(|(of, _)| *of == year).or(years.first());
            of_year.map(|(_, target)| observations(target, year)).unwrap_or_default()
        }
        Target::Periodic { year: of_year, .. } => observations(of_year, year),
        Target::Baseline | Target::Compound { .. } => Vec::new(),
    }
}

fn hundred() -> Decimal {
    Decimal::ONE_HUNDRED
}

fn changed(comparison: Comparison, level: Decimal) -> Vec<Observed> {
    levels(comparison, &Quantity::bare(level.round_dp(2)))
}

fn levels(comparison: Comparison, level: &Quantity) -> Vec<Observed> {
    vec![number(level, level.number), number(level, worse(comparison, level.number))]
}

/// A number that misses a level by a fifth, or by one where there is nothing to take a fifth of.
fn worse(comparison: Comparison, level: Decimal) -> Decimal {
    let fifth = (level.abs() / Decimal::from(5)).round_dp(level.scale().max(2)).normalize();
    let by = if level.is_zero() { Decimal::ONE } else { fifth };
    if comparison.wants_less() || (level.is_zero() && comparison == Comparison::Exactly) {
        level + by
    } else {
        level - by
    }
}

fn number(like: &Quantity, number: Decimal) -> Observed {
    let mut number = number;
    number.rescale(number.normalize().scale().max(like.number.scale()));
    Observed::Number(Quantity { number, measure: like.measure.clone() })
}

fn deadline(due: &Due, year: i16) -> Vec<Observed> {
    let Some(day) = day(&due.day, year) else { return Vec::new() };
    let late = day.checked_add(LATE_DAYS.days()).ok().map(Observed::Done);
    std::iter::once(Observed::Done(day)).chain(late).collect()
}

fn day(day: &Day, year: i16) -> Option<Date> {
    match day {
        Day::Event { offset, .. } => offset.after(event_day(year)?),
        _ => day.date().or_else(|| day.in_year(year).last().copied()),
    }
}

fn reached(step: &Step, year: i16) -> Option<Observed> {
    match &step.threshold {
        Threshold::Level(_, level) => Some(Observed::Number(Quantity::bare(*level))),
        Threshold::By(due) => day(due, year).map(Observed::Done),
        Threshold::Judgement(_) => Some(Observed::Judgement(step.score)),
    }
}

/// The day on which the events of the examples are.
fn event_day(year: i16) -> Option<Date> {
    Date::new(year, 4, 30).ok()
}

fn events(target: &Target, year: i16) -> Vec<Event> {
    let event = |leaf: &Target| match leaf {
        Target::By(Due { day: Day::Event { event, .. }, .. }) => {
            Some(Event { name: event.to_string(), date: event_day(year), act: None, row: 0 })
        }
        _ => None,
    };
    target.leaves().into_iter().filter_map(event).collect()
}

/// The last day that a target speaks of, or the end of the year.
fn last_day(target: &Target, year: i16) -> Date {
    let of_leaf = |leaf: &Target| match leaf {
        Target::By(due) => day(&due.day, year),
        Target::Steps(steps) => steps
            .iter()
            .filter_map(|step| match &step.threshold {
                Threshold::By(due) => day(due, year),
                _ => None,
            })
            .max(),
        _ => None,
    };
    target
        .leaves()
        .into_iter()
        .filter_map(of_leaf)
        .chain([year_end(year)])
        .max()
        .unwrap_or(year_end(year))
}

/// Readings of the years or bodies that a target refers to.
fn references(target: &Target, year: i16) -> Vec<Reading> {
    let of = |leaf: &Target| match leaf {
        Target::Change { reference, stated, .. } | Target::Ratio { reference, stated, .. } => {
            stated.is_none().then_some(*reference)
        }
        Target::Within { reference, .. } => Some(*reference),
        _ => None,
    };
    let read = |reference: Reference| {
        let observed = Observed::Number(Quantity::bare(hundred()));
        let (of_year, body) = match reference {
            Reference::LastYear => (year.checked_sub(1)?, None),
            Reference::YearsBefore(years) => (year.checked_sub(years.into())?, None),
            Reference::Year(of_year) => (of_year, None),
            Reference::ClusterMean => (year, Some("altro".to_owned())),
        };
        Some(Reading { body, ..reading(of_year, None, observed) })
    };
    let mut all: Vec<Reference> = target.leaves().into_iter().filter_map(of).collect();
    all.dedup();
    all.into_iter().filter_map(read).collect()
}
