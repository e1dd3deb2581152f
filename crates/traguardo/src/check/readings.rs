//! Issues of readings: unknown indicators, corrections that do not say why, what does not fit.
//! Not here: what depends on a day, which scoring itself reports.

use hashbrown::HashMap;

use super::Likely;
use super::place::in_readings;
use crate::indicator::Indicator;
use crate::issue::{Issue, Kind, kinds};
use crate::number;
use crate::period::Date;
use crate::plan::Plan;
use crate::reading::{Observed, Reading, Readings};
use crate::scoring::quotient;
use crate::target::{Day, Due, Target, Threshold};

pub(super) fn check(plan: &Plan, readings: &Readings, issues: &mut Vec<Issue>) {
    let indicators: HashMap<&str, &Indicator> =
        plan.indicators.iter().map(|i| (i.code.as_str(), i)).collect();
    let targets = first_targets(plan);
    let mut likely = Likely::new();
    for reading in &readings.list {
        let Some(indicator) = indicators.get(reading.indicator.as_str()) else {
            let known = plan.indicators.iter().map(|i| i.code.as_str());
            issues.push(
                issue(&kinds::READING_UNKNOWN_INDICATOR, reading, "indicatore")
                    .with("found", &reading.indicator)
                    .with("nearest", likely.of(&reading.indicator, known)),
            );
            continue;
        };
        check_content(reading, indicator, issues);
        let of_the_year = reading.date.is_some_and(|date| date.year() == plan.year);
        let target = targets.get(reading.indicator.as_str());
        if let Some(target) = target.filter(|_| of_the_year && reading.part.is_none()) {
            check_fit(reading, target, issues);
        }
    }
    check_superseding(readings, issues);
}

fn issue(kind: &'static Kind, reading: &Reading, column: &'static str) -> Issue {
    Issue::new(kind, in_readings(reading, column))
}

fn check_content(reading: &Reading, indicator: &Indicator, issues: &mut Vec<Issue>) {
    match &reading.observed {
        Observed::NotAvailable if !reading.faulty && reading.note.is_none() => {
            issues.push(issue(&kinds::READING_ND_WITHOUT_NOTE, reading, "nota"));
        }
        Observed::Judgement(_) if reading.note.is_none() => {
            issues.push(issue(&kinds::READING_JUDGEMENT_WITHOUT_REASON, reading, "nota"));
        }
        Observed::Quotient { numerator, denominator, stated } => {
            let Ok(found) = quotient(*numerator, *denominator, indicator.is_percentage()) else {
                issues.push(issue(&kinds::READING_DENOMINATOR_ZERO, reading, "denominatore"));
                return;
            };
            // Compared with the decimals that were written: 0,3333 beside 1/3 is no difference.
            let written = stated.as_ref().map(|stated| stated.number);
            let rounded =
                |n: number::Decimal| number::round(found, n.scale(), number::Rounding::HalfUp);
            if let Some(written) = written.filter(|n| rounded(*n) != *n) {
                issues.push(
                    issue(&kinds::READING_QUOTIENT_DIFFERS, reading, "valore")
                        .with("found", number::format(written))
                        .with("quotient", number::format(rounded(written))),
                );
            }
        }
        _ => {}
    }
    check_measure(reading, indicator, issues);
}

fn check_measure(reading: &Reading, indicator: &Indicator, issues: &mut Vec<Issue>) {
    let (Observed::Number(quantity), Some(own)) = (&reading.observed, &indicator.measure) else {
        return;
    };
    let plain = |measure: &str| measure.trim_end_matches('.').to_lowercase();
    if let Some(written) = quantity.measure.as_deref().filter(|m| plain(m) != plain(own)) {
        issues.push(
            issue(&kinds::READING_OTHER_MEASURE, reading, "valore")
                .with("found", written)
                .with("expected", own),
        );
    }
}

/// One target of each indicator for the year: readings of another kind than it are odd.
fn first_targets(plan: &Plan) -> HashMap<&str, &Target> {
    let mut targets = HashMap::new();
    for used in &plan.uses {
        let target = used.details.targets.year.as_ref().and_then(|expected| expected.target());
        if let Some(target) = target {
            targets.entry(used.indicator.as_str()).or_insert(target);
        }
    }
    targets
}

fn check_fit(reading: &Reading, target: &Target, issues: &mut Vec<Issue>) {
    let expected = match target {
        Target::By(Due { day: Day::Each { .. }, .. }) => "part",
        Target::By(_) => "date",
        Target::Steps(steps) if matches!(steps.first(), Some(s) if is_day(&s.threshold)) => "date",
        Target::Done { .. } => "yes-no",
        Target::Judgement => "judgement",
        Target::Compound { .. } => "part",
        _ => "number",
    };
    let found = match &reading.observed {
        Observed::Number(_) | Observed::Quotient { .. } => "number",
        Observed::Done(_) => "date",
        Observed::YesNo(_) => "yes-no",
        Observed::Judgement(_) => "judgement",
        Observed::NotAvailable | Observed::Unread(_) => return,
    };
    let fits = match (expected, &reading.observed) {
        ("date", Observed::YesNo(yes)) => !yes,
        ("yes-no", Observed::Done(_)) => true,
        _ => found == expected || found == "judgement" && is_judged(target),
    };
    if !fits {
        issues.push(
            issue(&kinds::READING_OF_OTHER_KIND, reading, "valore")
                .with("found", found)
                .with("expected", expected),
        );
    }
}

fn is_judged(target: &Target) -> bool {
    matches!(target, Target::Steps(steps) if steps.iter().any(|step| step.threshold.is_judged()))
}

fn is_day(threshold: &Threshold) -> bool {
    matches!(threshold, Threshold::By(_))
}

/// A second reading of the same thing on the same day must be registered later and say why.
fn check_superseding(readings: &Readings, issues: &mut Vec<Issue>) {
    type Key<'a> = (&'a str, Option<u32>, Option<&'a str>, Date);
    let mut groups: HashMap<Key<'_>, Vec<&Reading>> = HashMap::new();
    for reading in &readings.list {
        let Some(date) = reading.date else { continue };
        let key = (reading.indicator.as_str(), reading.part, reading.body.as_deref(), date);
        groups.entry(key).or_default().push(reading);
    }
    for mut rivals in groups.into_values().filter(|rivals| rivals.len() > 1) {
        // Rows may come in any order: of two, the one registered later is the correction.
        rivals.sort_by_key(|reading| reading.recorded_at);
        let (mut first, mut same) = (None, None::<&Reading>);
        for reading in rivals {
            // Those registered at one moment cannot be told apart, whatever they say.
            let twin = same.filter(|twin| twin.recorded_at == reading.recorded_at);
            let earlier = twin.or(first.filter(|_| reading.reason.is_none()));
            if let Some(earlier) = earlier {
                let issue = issue(&kinds::READING_NOT_SUPERSEDING, reading, "registrato_il");
                issues.push(issue.first_in(earlier.row));
            }
            first = first.or(Some(reading));
            same = twin.or(Some(reading));
        }
    }
}
