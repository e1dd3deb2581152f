//! Which reading counts on a day, and what number it holds.
//! Not here: what it is compared with.

use super::Situation;
use crate::check::place::in_readings;
use crate::issue::{Issue, kinds};
use crate::number::Decimal;
use crate::period::Date;
use crate::reading::{Observed, Reading};
use crate::score::Cause;

/// A reading with its position in the list.
pub(super) type Placed<'a> = (usize, &'a Reading);

impl<'a> Situation<'a> {
    /// The reading of the body itself that counts: the latest of the plan's year, not after the
    /// day of the situation. Something done after that day is left aside, and said.
    pub(super) fn reading_in_force(
        &self,
        indicator: &str,
        part: Option<u32>,
        issues: &mut Vec<Issue>,
    ) -> Result<Placed<'a>, Cause> {
        let candidates = self.readings.of(indicator).rev().filter(|(_, reading)| {
            self.is_own(reading)
                && reading.part == part
                && reading.date.is_none_or(|date| date.year() == self.plan.year && date <= self.at)
        });
        let mut later = None;
        for (position, reading) in candidates {
            if let Observed::Done(done) = reading.observed
                && done > self.at
            {
                later = Some((reading, done));
                continue;
            }
            if let Some((ahead, done)) = later {
                issues.push(done_later(ahead, done));
            }
            return self.unless_in_doubt(position, reading);
        }
        if let Some((ahead, done)) = later {
            issues.push(done_later(ahead, done));
        }
        Err(Cause::NoReading)
    }

    fn unless_in_doubt(&self, position: usize, reading: &'a Reading) -> Result<Placed<'a>, Cause> {
        let unread = matches!(reading.observed, Observed::Unread(_));
        if reading.faulty || reading.date.is_none() || unread {
            return Err(Cause::ReadingUnread);
        }
        let conflict = self.readings.of(&reading.indicator).any(|(at, other)| {
            at != position && !reading.supersedes(other) && reading.rivals(other)
        });
        if conflict { Err(Cause::ReadingsConflict) } else { Ok((position, reading)) }
    }

    pub(super) fn is_own(&self, reading: &Reading) -> bool {
        reading.body.as_deref().is_none_or(|body| body == self.plan.body.ipa)
    }

    /// The number that a reading holds: the value written, else the quotient, times 100 where the
    /// indicator is a percentage.
    pub(super) fn number_of(&self, reading: &Reading) -> Result<Decimal, Cause> {
        match &reading.observed {
            Observed::Number(quantity) => Ok(quantity.number),
            Observed::Quotient { stated: Some(stated), .. } => Ok(stated.number),
            Observed::Quotient { numerator, denominator, stated: None } => {
                let indicator = self.indicators.get(reading.indicator.as_str());
                let per_cent = indicator.is_some_and(|i| i.is_percentage());
                quotient(*numerator, *denominator, per_cent)
            }
            Observed::NotAvailable => Err(Cause::NotAvailable),
            Observed::Unread(_) => Err(Cause::ReadingUnread),
            Observed::Done(_) | Observed::YesNo(_) | Observed::Judgement(_) => {
                Err(Cause::OtherKind)
            }
        }
    }
}

/// A numerator over a denominator, in per cent where that is the measure.
pub(crate) fn quotient(
    numerator: Decimal,
    denominator: Decimal,
    per_cent: bool,
) -> Result<Decimal, Cause> {
    if denominator.is_zero() {
        return Err(Cause::DenominatorZero);
    }
    let times = if per_cent { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let product = numerator.checked_mul(times).ok_or(Cause::Overflow)?;
    product.checked_div(denominator).ok_or(Cause::Overflow)
}

fn done_later(reading: &Reading, done: Date) -> Issue {
    Issue::new(&kinds::READING_DONE_LATER, in_readings(reading, "fatto_il"))
        .with("found", done.to_string())
}
