//! Issues of targets beside earlier years: already met, below the trend, always reached.
//! Not here: what the year's own readings score.

use hashbrown::HashSet;

use super::place::in_plan;
use super::subject::{Nature, Subject, level_of};
use crate::issue::{Issue, kinds};
use crate::number::{self, Decimal};
use crate::plan::{Plan, Use};
use crate::reading::{Observed, Reading, ReadingIndex};
use crate::scoring::quotient;
use crate::target::{Comparison, Expected};

/// How many years make a trend, as the law has them (D.Lgs. 150/2009 art. 5).
const TREND_YEARS: usize = 3;

pub(super) fn check(
    plan: &Plan,
    subjects: &[Subject<'_>],
    readings: &ReadingIndex<'_>,
    issues: &mut Vec<Issue>,
) {
    for subject in subjects {
        let figures = figures(plan, subject, readings);
        if figures.is_empty() {
            continue;
        }
        check_saturated(subject, &figures, issues);
        let years = one_a_year(plan.year, &figures);
        // Several uses of one indicator often repeat one target: it is said once.
        let mut said: HashSet<(Comparison, Decimal)> = HashSet::new();
        for used in &subject.uses {
            let expected = used.details.targets.year.as_ref().and_then(Expected::target);
            let Some(wanted) = expected.and_then(|target| level_of(target, plan.year)) else {
                continue;
            };
            if said.insert(wanted) {
                check_target(subject, used, wanted, &years, issues);
            }
        }
    }
}

/// A figure that was read, with its year.
type Figure = (i16, Decimal);

/// The body's own figures of an indicator as a whole, by day; the last of a day counts.
fn figures(plan: &Plan, subject: &Subject<'_>, readings: &ReadingIndex<'_>) -> Vec<Figure> {
    let per_cent = subject.indicator.is_percentage();
    let mut found: Vec<(&Reading, Decimal)> = Vec::new();
    for (_, reading) in readings.of(&subject.indicator.code) {
        let own = reading.body.as_deref().is_none_or(|body| body == plan.body.ipa);
        if !own || reading.part.is_some() || reading.faulty || reading.date.is_none() {
            continue;
        }
        let Some(number) = number_of(reading, per_cent) else { continue };
        if found.last().is_some_and(|(last, _)| last.date == reading.date) {
            found.pop();
        }
        found.push((reading, number));
    }
    found.into_iter().filter_map(|(r, number)| Some((r.date?.year(), number))).collect()
}

/// The number of a reading, computed where only its quotient is written.
pub(super) fn number_of(reading: &Reading, per_cent: bool) -> Option<Decimal> {
    match &reading.observed {
        Observed::Number(quantity) => Some(quantity.number),
        Observed::Quotient { stated: Some(stated), .. } => Some(stated.number),
        Observed::Quotient { numerator, denominator, stated: None } => {
            quotient(*numerator, *denominator, per_cent).ok()
        }
        _ => None,
    }
}

/// The last figure of each year before the plan's, the latest year first.
fn one_a_year(year: i16, figures: &[Figure]) -> Vec<Figure> {
    let mut years: Vec<Figure> = Vec::new();
    for figure in figures.iter().rev().filter(|(of, _)| *of < year) {
        if years.last().is_none_or(|(last, _)| *last != figure.0) {
            years.push(*figure);
        }
    }
    years
}

fn check_saturated(subject: &Subject<'_>, figures: &[Figure], issues: &mut Vec<Issue>) {
    let full = figures.iter().rev().take(TREND_YEARS).filter(|(_, n)| *n == Decimal::ONE_HUNDRED);
    if subject.indicator.is_percentage() && full.count() == TREND_YEARS {
        let used = subject.uses[0];
        let place = in_plan(&used.details, &used.indicator, "target");
        issues.push(Issue::new(&kinds::INDICATOR_SATURATED, place));
    }
}

fn check_target(
    subject: &Subject<'_>,
    used: &Use,
    (comparison, level): (Comparison, Decimal),
    years: &[Figure],
    issues: &mut Vec<Issue>,
) {
    let less = comparison.wants_less();
    // Nothing better than this can be asked for.
    let ceiling = if less {
        level <= Decimal::ZERO && matches!(subject.nature(), Nature::Share | Nature::Other)
    } else {
        level >= Decimal::ONE_HUNDRED && subject.nature() == Nature::Share
    };
    if ceiling || comparison == Comparison::Exactly {
        return;
    }
    let place = || in_plan(&used.details, &used.indicator, "target");
    if let Some((year, last)) = years.first().filter(|(_, last)| comparison.met(*last, level)) {
        issues.push(
            Issue::new(&kinds::TARGET_ALREADY_MET, place())
                .with("year", year.to_string())
                .with("found", number::format(*last)),
        );
    }
    if years.len() < TREND_YEARS {
        return;
    }
    let sum: Option<Decimal> = years[..TREND_YEARS]
        .iter()
        .try_fold(Decimal::ZERO, |sum, (_, number)| sum.checked_add(*number));
    let Some(mean) = sum.and_then(|sum| sum.checked_div(Decimal::from(TREND_YEARS))) else {
        return;
    };
    if if less { level > mean } else { level < mean } {
        let mean = number::format(number::round(mean, 2, number::Rounding::HalfUp));
        issues.push(Issue::new(&kinds::TARGET_BELOW_TREND, place()).with("mean", mean));
    }
}
