//! Issues of the figure that a target asks for: out of the possible, always met, halved.
//! Not here: its date, and what earlier years say of it.

use super::place::{in_plan, in_readings};
use super::subject::{Nature, Subject, level_of};
use crate::issue::{Issue, kinds};
use crate::number::{self, Decimal};
use crate::period::Date;
use crate::plan::{Details, Plan, Use};
use crate::reading::{Reading, ReadingIndex};
use crate::target::{Comparison, Expected};

pub(super) fn check(
    plan: &Plan,
    subjects: &[Subject<'_>],
    readings: &ReadingIndex<'_>,
    issues: &mut Vec<Issue>,
) {
    for subject in subjects {
        let mut halved = false;
        for used in &subject.uses {
            check_levels(plan, subject, used, issues);
            if !halved {
                halved = check_halved(plan, subject, used, issues);
            }
        }
        if subject.indicator.is_percentage() {
            for (_, reading) in readings.of(&subject.indicator.code) {
                check_reading(subject, reading, issues);
            }
        }
    }
}

/// What a figure of this nature can be, as the sentence says it; `None` where it can be anything.
fn impossible(subject: &Subject<'_>, figure: Decimal) -> Option<&'static str> {
    // What a share can be, a change can be too.
    if (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&figure) {
        return None;
    }
    match subject.nature() {
        Nature::Share => Some("share"),
        Nature::Change if figure < -Decimal::ONE_HUNDRED => Some("change"),
        _ => None,
    }
}

fn check_reading(subject: &Subject<'_>, reading: &Reading, issues: &mut Vec<Issue>) {
    let Some(figure) = super::history::number_of(reading, true) else { return };
    let Some(nature) = impossible(subject, figure) else { return };
    let found = number::format(figure.round_dp(number::DECIMALS_WRITTEN));
    issues.push(
        Issue::new(&kinds::PERCENTAGE_OUT_OF_RANGE, in_readings(reading, "valore"))
            .with("found", found)
            .with("nature", nature),
    );
}

fn check_levels(plan: &Plan, subject: &Subject<'_>, used: &Use, issues: &mut Vec<Issue>) {
    let details: &Details = &used.details;
    super::targets::each_target(details, |expected, column| {
        let level = expected.target().and_then(|target| level_of(target, plan.year));
        let Some((comparison, level)) = level else { return };
        let place = || in_plan(details, &used.indicator, column());
        if let Some(nature) = impossible(subject, level) {
            issues.push(
                Issue::new(&kinds::PERCENTAGE_OUT_OF_RANGE, place())
                    .with("found", number::format(level))
                    .with("nature", nature),
            );
        } else if is_always_met(subject, comparison, level) {
            issues.push(
                Issue::new(&kinds::TARGET_ALWAYS_MET, place()).with("found", &expected.verbatim),
            );
        }
    });
}

fn is_always_met(subject: &Subject<'_>, comparison: Comparison, level: Decimal) -> bool {
    match comparison {
        Comparison::AtLeast => {
            level.is_zero() && matches!(subject.nature(), Nature::Share | Nature::Other)
        }
        Comparison::AtMost => level == Decimal::ONE_HUNDRED && subject.nature() == Nature::Share,
        _ => false,
    }
}

/// Half of a share by the middle of the year: right for what adds up, wrong for what stands.
fn check_halved(plan: &Plan, subject: &Subject<'_>, used: &Use, issues: &mut Vec<Issue>) -> bool {
    let indicator = subject.indicator;
    if !indicator.is_percentage() || indicator.accumulates == Some(true) {
        return false;
    }
    let level = |expected: &Expected| level_of(expected.target()?, plan.year);
    let targets = &used.details.targets;
    let Some((comparison, whole)) = targets.year.as_ref().and_then(level) else { return false };
    let halved = targets.periodic.iter().find(|(date, expected)| {
        let part = level(expected).filter(|(own, _)| *own == comparison);
        part.is_some_and(|(_, part)| is_share_of_year(part, whole, **date))
    });
    let Some((date, expected)) = halved else { return false };
    if subject.nature() == Nature::Change {
        return false;
    }
    let place = in_plan(&used.details, &used.indicator, format!("periodico_{date}"));
    let whole = targets.year.as_ref().map_or("", |year| &year.verbatim);
    issues.push(
        Issue::new(&kinds::TARGET_HALVED, place)
            .with("found", &expected.verbatim)
            .with("expected", whole),
    );
    true
}

/// Whether a part is to the whole as the months gone by are to the year.
fn is_share_of_year(part: Decimal, whole: Decimal, date: Date) -> bool {
    let months = Decimal::from(date.month());
    let (twelve, whole_year) = (Decimal::from(12), date.month() == 12);
    let products = part.checked_mul(twelve).zip(whole.checked_mul(months));
    !whole_year && !whole.is_zero() && products.is_some_and(|(one, other)| one == other)
}
