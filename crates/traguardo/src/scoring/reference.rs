//! References: an earlier year's reading or the mean of a cluster, turned into a number.
//! Not here: the comparison with it.

use std::collections::BTreeMap;

use super::Situation;
use super::reading::Placed;
use crate::number::Decimal;
use crate::period::{Date, Span};
use crate::reading::Reading;
use crate::score::Cause;
use crate::target::{Comparison, Reference};

/// A number with the positions of the readings it came from.
pub(super) type Resolved = (Decimal, Vec<usize>);

impl<'a> Situation<'a> {
    /// The level that a change on an earlier year asks for.
    pub(super) fn change_level(
        &self,
        reading: &'a Reading,
        reference: Reference,
        (by, in_per_cent): (Decimal, bool),
        stated: Option<Decimal>,
    ) -> Result<Resolved, Cause> {
        let found = self.resolve(reading, reference);
        let (base, sources) = match (found, stated) {
            (Err(Cause::ReferenceMissing), Some(stated)) => (stated, Vec::new()),
            (found, _) => found?,
        };
        if base.is_zero() {
            return Err(Cause::ReferenceZero);
        }
        let change = if in_per_cent {
            let times = by.checked_div(Decimal::ONE_HUNDRED).ok_or(Cause::Overflow)?;
            base.abs().checked_mul(times).ok_or(Cause::Overflow)?
        } else {
            by
        };
        Ok((base.checked_add(change).ok_or(Cause::Overflow)?, sources))
    }

    /// The level that a multiple of a reference asks for.
    pub(super) fn ratio_level(
        &self,
        reading: &'a Reading,
        reference: Reference,
        times: Decimal,
        stated: Option<Decimal>,
    ) -> Result<Resolved, Cause> {
        let (base, sources) = match (self.resolve(reading, reference), stated) {
            (Err(Cause::ReferenceMissing), Some(stated)) => (stated, Vec::new()),
            (found, _) => found?,
        };
        if base.is_zero() && reference != Reference::ClusterMean {
            return Err(Cause::ReferenceZero);
        }
        Ok((base.checked_mul(times).ok_or(Cause::Overflow)?, sources))
    }

    /// The level that so much in every period asks for: of readings that are year-to-date, as many
    /// times as periods have ended by their day; of others, once.
    pub(super) fn rate_level(
        &self,
        reading: &Reading,
        level: Decimal,
        per: Span,
    ) -> Result<Resolved, Cause> {
        let times = match reading.date {
            Some(date) if self.accumulates(reading) => Decimal::from(per.ended_by(date)),
            _ => Decimal::ONE,
        };
        Ok((level.checked_mul(times).ok_or(Cause::Overflow)?, Vec::new()))
    }

    /// The figure that a reference stands for, beside the reading in force.
    pub(super) fn resolve(
        &self,
        reading: &'a Reading,
        reference: Reference,
    ) -> Result<Resolved, Cause> {
        let key = ((reading.indicator.as_str(), reading.part), reference);
        if let Some(found) = self.resolved.borrow().get(&key) {
            return found.clone();
        }
        let found = self.find(reading, reference);
        self.resolved.borrow_mut().insert(key, found.clone());
        found
    }

    fn find(&self, reading: &Reading, reference: Reference) -> Result<Resolved, Cause> {
        let year = self.plan.year;
        match reference {
            Reference::LastYear => self.of_year(reading, year - 1),
            Reference::YearsBefore(years) => self.of_year(reading, year - i16::from(years)),
            Reference::Year(named) => self.of_year(reading, named),
            Reference::ClusterMean => self.cluster_mean(&reading.indicator),
        }
    }

    /// The last reading of an earlier year, or that of the same day where readings accumulate.
    fn of_year(&self, reading: &Reading, year: i16) -> Result<Resolved, Cause> {
        let of_that_year = || {
            self.readings.of(&reading.indicator).rev().filter(move |(_, other)| {
                self.is_own(other)
                    && other.part == reading.part
                    && other.date.is_some_and(|date| date.year() == year)
            })
        };
        let accumulates = self.accumulates(reading);
        let same_day = |date: Option<Date>| date.map(|d| (d.month(), d.day()));
        let same = of_that_year()
            .find(|(_, other)| accumulates && same_day(other.date) == same_day(reading.date));
        let (position, found) =
            same.or_else(|| of_that_year().next()).ok_or(Cause::ReferenceMissing)?;
        let number = self.number_of(found).map_err(|_| Cause::ReferenceMissing)?;
        Ok((number, vec![position]))
    }

    fn accumulates(&self, reading: &Reading) -> bool {
        let indicator = self.indicators.get(reading.indicator.as_str());
        indicator.is_some_and(|indicator| indicator.accumulates == Some(true))
    }

    /// The mean over the bodies of the cluster, each with its last reading of the plan's year not
    /// after the day of the situation; bodies without one are left out.
    fn cluster_mean(&self, indicator: &str) -> Result<Resolved, Cause> {
        let mut last: BTreeMap<usize, Placed<'_>> = BTreeMap::new();
        for (position, reading) in self.readings.of(indicator).rev() {
            let body = reading.body.as_deref().and_then(|body| self.cluster.get(body));
            let in_time = |d: Date| d.year() == self.plan.year && d <= self.at;
            if let Some(body) = body.filter(|_| reading.date.is_some_and(in_time)) {
                last.entry(*body).or_insert((position, reading));
            }
        }
        let mut sum = Decimal::ZERO;
        let mut sources = Vec::new();
        for (position, reading) in last.into_values() {
            if let Ok(number) = self.number_of(reading) {
                sum = sum.checked_add(number).ok_or(Cause::Overflow)?;
                sources.push(position);
            }
        }
        let mean = sum.checked_div(Decimal::from(sources.len())).ok_or(Cause::ReferenceMissing)?;
        Ok((mean, sources))
    }
}

/// Whether an actual stays within a tolerance of a reference: a comparison that has two sides.
pub(super) fn is_within(actual: Decimal, reference: Decimal, tolerance: Decimal) -> bool {
    actual
        .checked_sub(reference)
        .is_some_and(|gap| Comparison::AtMost.met(gap.abs(), tolerance.abs()))
}
