//! Readings: what was observed of an indicator on a day, and which reading supersedes which.
//! Not here: which reading a score uses and what it scores, see [`crate::scoring`].

use hashbrown::HashMap;

use crate::number::Decimal;
use crate::period::{Date, DateTime};
use crate::quantity::Quantity;

/// One observation of one indicator. Never changed: a correction is a new reading of the same
/// day, registered later, that says why.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The code of the indicator.
    pub indicator: String,
    /// The day it refers to; `None` where the date could not be read.
    pub date: Option<Date>,
    /// What was observed.
    pub observed: Observed,
    /// Which part of a compound target it is of, from 1.
    pub part: Option<u32>,
    /// How far it has come.
    pub state: Option<ReadingState>,
    /// Where it comes from.
    pub source: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The IPA code of the other body it is of, for clusters.
    pub body: Option<String>,
    /// When it was registered.
    pub recorded_at: Option<DateTime>,
    /// Who registered it.
    pub recorded_by: Option<String>,
    /// Why it supersedes an earlier one.
    pub reason: Option<String>,
    /// The row it was read from; 0 where it was not read from a table.
    pub row: u32,
    /// Whether a cell of the row could not be read.
    pub faulty: bool,
}

/// What was observed.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Observed {
    /// A number.
    Number(Quantity),
    /// A numerator and a denominator, with the value written beside them if there is one.
    Quotient {
        /// Above the line.
        numerator: Decimal,
        /// Below the line.
        denominator: Decimal,
        /// The value written beside, which counts where it is there.
        stated: Option<Quantity>,
    },
    /// Done on a day.
    Done(Date),
    /// Yes or no.
    YesNo(bool),
    /// The evaluator's 0–100.
    Judgement(Decimal),
    /// Declared not available (`N/D`).
    #[default]
    NotAvailable,
    /// A text that is not understood, as written.
    Unread(String),
}

/// How far a reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadingState {
    /// `rilevato`
    Recorded,
    /// `verificato`
    Checked,
}

impl Reading {
    /// Whether it says something of the very same thing as another: indicator, part, body, day.
    ///
    /// ```
    /// let readings = traguardo::sample::readings();
    /// assert!(!readings.list[0].rivals(&readings.list[1]));
    /// ```
    #[must_use]
    pub fn rivals(&self, other: &Self) -> bool {
        let key = |r: &Self| (r.date, r.part);
        key(self) == key(other) && self.indicator == other.indicator && self.body == other.body
    }

    /// Whether it was registered after another, so that it takes its place.
    ///
    /// ```
    /// use traguardo::{period::parse_moment, reading::Reading};
    /// let at = |day| Reading { recorded_at: parse_moment(day).ok(), ..Reading::default() };
    /// assert!(at("21/07/2020").supersedes(&at("01/07/2020")));
    /// assert!(at("21/07/2020").supersedes(&Reading::default()));
    /// assert!(!Reading::default().supersedes(&Reading::default()));
    /// ```
    #[must_use]
    pub fn supersedes(&self, other: &Self) -> bool {
        self.recorded_at > other.recorded_at
    }
}

/// All readings that were handed in, in their order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Readings {
    /// The readings.
    pub list: Vec<Reading>,
}

/// Readings found by indicator, each indicator's in the order in which they count.
#[derive(Debug)]
pub struct ReadingIndex<'a> {
    readings: &'a Readings,
    by_indicator: HashMap<&'a str, Vec<usize>>,
}

impl Readings {
    /// Readings found by indicator.
    ///
    /// ```
    /// let readings = traguardo::sample::readings();
    /// let index = readings.index();
    /// assert_eq!(index.of("EXPORT").count(), 1);
    /// ```
    #[must_use]
    pub fn index(&self) -> ReadingIndex<'_> {
        let mut by_indicator: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, reading) in self.list.iter().enumerate() {
            by_indicator.entry(&reading.indicator).or_default().push(at);
        }
        for list in by_indicator.values_mut() {
            // A reading whose day could not be read may be the latest: it must not be passed over.
            list.sort_by_key(|at| {
                let reading = &self.list[*at];
                (reading.date.unwrap_or(Date::MAX), reading.recorded_at, *at)
            });
        }
        ReadingIndex { readings: self, by_indicator }
    }
}

impl<'a> ReadingIndex<'a> {
    /// The readings of an indicator with their positions in the list: by day, then by when they
    /// were registered, so that a later one of the same day supersedes the one before it.
    ///
    /// ```
    /// let readings = traguardo::sample::readings();
    /// let (position, reading) = readings.index().of("EXPORT").next().unwrap();
    /// assert_eq!(&readings.list[position], reading);
    /// ```
    pub fn of(
        &self,
        indicator: &str,
    ) -> impl DoubleEndedIterator<Item = (usize, &'a Reading)> + use<'a, '_> {
        let positions = self.by_indicator.get(indicator).map(Vec::as_slice).unwrap_or_default();
        positions.iter().map(|at| (*at, &self.readings.list[*at]))
    }
}
