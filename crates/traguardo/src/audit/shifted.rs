//! Between what the score of each indicator can be, if its readings were rounded before they were
//! written. Not here: nodes, which are recomputed from printed figures.

use super::span::{Span, half_step};
use crate::number::Decimal;
use crate::plan::Plan;
use crate::reading::{Observed, Reading, Readings};
use crate::rules::Rules;
use crate::score::Scores;
use crate::scoring::score;

/// The spans of the uses: each reading is moved by half a step of its last digit, those of the
/// plan's year and those that they may be compared with in both directions.
pub(super) fn spans(plan: &Plan, readings: &Readings, rules: &Rules, exact: &Scores) -> Vec<Span> {
    let mut spans: Vec<Span> = exact
        .uses
        .iter()
        .map(|used| Span::at(used.reckoning.outcome.score().unwrap_or_default()))
        .collect();
    for (own_up, others_up) in [(true, true), (true, false), (false, true), (false, false)] {
        let mut moved = readings.clone();
        for reading in &mut moved.list {
            let of_the_year = reading.date.is_some_and(|date| date.year() == plan.year);
            let own = reading.body.as_ref().is_none_or(|body| *body == plan.body.ipa);
            shift(reading, if own && of_the_year { own_up } else { others_up });
        }
        let scores = score(plan, &moved, rules, exact.at);
        for (span, used) in spans.iter_mut().zip(&scores.uses) {
            if let Some(score) = used.reckoning.outcome.score() {
                *span = span.with(score);
            }
        }
    }
    spans
}

fn shift(reading: &mut Reading, up: bool) {
    match &mut reading.observed {
        Observed::Number(quantity) => move_by(&mut quantity.number, up),
        Observed::Quotient { stated: Some(stated), .. } => move_by(&mut stated.number, up),
        // Counts are exact; amounts that were rounded are written with decimals.
        Observed::Quotient { numerator, denominator, stated: None } => {
            for (number, up) in [(numerator, up), (denominator, !up)] {
                if number.scale() > 0 {
                    move_by(number, up);
                }
            }
        }
        Observed::Judgement(mark) => move_by(mark, up),
        Observed::Done(_) | Observed::YesNo(_) | Observed::NotAvailable | Observed::Unread(_) => {}
    }
}

fn move_by(number: &mut Decimal, up: bool) {
    let half = half_step(*number);
    let moved = number.checked_add(if up { half } else { -half });
    *number = moved.unwrap_or(*number);
}
