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
    /// day of the situation. Something done after that day is left aside, and said once.
    pub(super) fn reading_in_force(
        &self,
        indicator: &'a str,
        part: Option<u32>,
        issues: &mut Vec<Issue>,
    ) -> Result<Placed<'a>, Cause> {
        let key = (indicator, part);
        if let Some(found) = self.in_force.borrow().get(&key) {
            return *found;
        }
        let found = self.find_in_force(indicator, part, issues);
        self.in_force.borrow_mut().insert(key, found);
        found
    }

    fn find_in_force(
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rules::Rules;
    use crate::sample;
    use crate::scoring::score;

    #[test]
    fn readings_are_looked_through_once_however_many_nodes_ask() {
        let (mut plan, mut readings) = (sample::plan(), sample::readings());
        for node in ["1", "301.D1.2"] {
            let mut used = plan.uses[0].clone();
            node.clone_into(&mut used.node);
            plan.uses.push(used);
        }
        let mut ahead = readings.list[0].clone();
        ahead.observed = Observed::Done(date(2020, 7, 15));
        readings.list[0].date = Some(date(2020, 6, 29));
        readings.list.push(ahead);
        let scores = score(&plan, &readings, &Rules::default(), date(2020, 6, 30));
        let outcomes = [0, 3, 4].map(|at| scores.uses[at].reckoning.outcome);
        assert!(outcomes[0].score().is_some());
        assert_eq!(outcomes, [outcomes[0]; 3]);
        let said = scores.issues.iter().filter(|issue| issue.kind == &kinds::READING_DONE_LATER);
        assert_eq!(said.count(), 1);
    }
}
