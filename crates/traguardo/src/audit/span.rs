//! Between what a number can be, given the digits with which it was written, and the mean of such
//! numbers. Not here: what the numbers are of.

use crate::number::{Decimal, Rounding};
use crate::rules::IndicatorRules;

/// The least and the most that a number can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Span {
    pub low: Decimal,
    pub high: Decimal,
}

impl Span {
    pub(super) fn at(number: Decimal) -> Self {
        Self { low: number, high: number }
    }

    /// What was rounded to these digits.
    pub(super) fn of_printed(number: Decimal, rounding: Rounding) -> Self {
        let half = half_step(number);
        match rounding {
            Rounding::HalfUp => Self { low: number - half, high: number + half },
            Rounding::Truncate => Self { low: number, high: number + half + half },
        }
    }

    /// What of it lies within floor and cap, where the number itself does.
    pub(super) fn between(self, rules: &IndicatorRules, number: Decimal) -> Self {
        let low = self.low.max(rules.floor.min(number));
        let high = rules.cap.map_or(self.high, |cap| self.high.min(cap.max(number)));
        Self { low, high }
    }

    pub(super) fn with(self, number: Decimal) -> Self {
        Self { low: self.low.min(number), high: self.high.max(number) }
    }
}

/// Half a step of the last digit that was written: of 6,41 it is 0,005, of 98 it is 0,5.
pub(super) fn half_step(number: Decimal) -> Decimal {
    Decimal::new(5, number.scale() + 1)
}

/// A weight in whole per cent was chosen; one with decimals (33,34) may be a rounded third.
pub(super) fn of_weight(weight: Decimal) -> Span {
    if weight.scale() == 0 || weight.fract().is_zero() {
        return Span::at(weight);
    }
    let half = half_step(weight);
    Span { low: (weight - half).max(Decimal::ZERO), high: weight + half }
}

/// The least and the most that the mean of numbers can be, each with its weight first. `None`
/// where there is none or the numbers are too large.
pub(super) fn mean(parts: Vec<(Span, Span)>) -> Option<Span> {
    let bound = |pick: fn(&Span) -> Decimal, descending: bool| {
        let mut sorted: Vec<(Span, Decimal)> =
            parts.iter().map(|(weight, number)| (*weight, pick(number))).collect();
        sorted.sort_by(|a, b| if descending { b.1.cmp(&a.1) } else { a.1.cmp(&b.1) });
        extreme(&sorted, descending)
    };
    Some(Span { low: bound(|s| s.low, false)?, high: bound(|s| s.high, true)? })
}

/// The extreme of a mean: those before a certain place weigh the most they can, those after it
/// the least, and it is tried at each place.
fn extreme(sorted: &[(Span, Decimal)], most: bool) -> Option<Decimal> {
    let (mut sum, mut total) = (Decimal::ZERO, Decimal::ZERO);
    for (weight, number) in sorted {
        sum = sum.checked_add(weight.low.checked_mul(*number)?)?;
        total = total.checked_add(weight.low)?;
    }
    let mut best = sum.checked_div(total);
    for (weight, number) in sorted {
        let more = weight.high - weight.low;
        if more.is_zero() {
            continue;
        }
        sum = sum.checked_add(more.checked_mul(*number)?)?;
        total = total.checked_add(more)?;
        let found = sum.checked_div(total)?;
        best = Some(best.map_or(found, |b| if most { b.max(found) } else { b.min(found) }));
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::parse;

    #[test]
    fn the_mean_of_spans_takes_the_weights_that_lead_furthest() {
        let n = |text| parse(text).unwrap();
        let exact = |weight, number| (of_weight(n(weight)), Span::at(n(number)));
        let whole = mean(vec![exact("50", "40"), exact("50", "60")]).unwrap();
        assert_eq!(whole, Span::at(n("50")));
        let thirds = mean(vec![exact("33,3", "0"), exact("66,7", "90")]).unwrap();
        assert!(thirds.low < n("60") && n("60") < thirds.high, "{thirds:?}");
        assert!(thirds.high - thirds.low < n("0,1"), "{thirds:?}");
        assert_eq!(mean(Vec::new()), None);
    }
}
