//! Deadlines: a day, a month, the end of a period, every period, some days after an event.
//! Not here: the register of events, which is the plan's, and what a late date scores.

use jiff::Span as Long;

use crate::period::{Date, Span};

/// Something to be done by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// By when.
    pub day: Day,
    /// What is to be done, where the target says so.
    pub what: Option<Box<str>>,
}

/// The day of a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Day {
    /// A day of the calendar.
    On(Date),
    /// A month, by its last day.
    Month(Date),
    /// The end of a period of a year, or some days after it.
    Period {
        /// What kind of period.
        span: Span,
        /// Which of the year, from 1.
        number: i8,
        /// Of which year.
        year: i16,
        /// Days after its end.
        offset_days: i32,
    },
    /// The end of every such period of the year, or some days after it.
    Each {
        /// What kind of period.
        span: Span,
        /// Days after its end.
        offset_days: i32,
    },
    /// Some time after an event, or before it where negative.
    Event {
        /// The name of the event, as in the register of events.
        event: Box<str>,
        /// How long after it.
        offset: Offset,
    },
}

/// How long after a day; before it where negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offset {
    /// Days of the calendar.
    Days(i32),
    /// Months.
    Months(i32),
}

impl Due {
    /// A day of the calendar, with nothing besides.
    ///
    /// ```
    /// use traguardo::{period::parse_date, target::Due};
    /// let day = parse_date("31/12/2020").unwrap();
    /// assert_eq!(Due::on(day).day.date(), Some(day));
    /// ```
    #[must_use]
    pub fn on(date: Date) -> Self {
        Self { day: Day::On(date), what: None }
    }
}

impl Day {
    /// The day of the calendar, where it depends on nothing else.
    ///
    /// ```
    /// use traguardo::{period::Span, target::Day};
    /// let half = Day::Period { span: Span::HalfYear, number: 1, year: 2021, offset_days: 0 };
    /// assert_eq!(half.date().unwrap().to_string(), "2021-06-30");
    /// assert_eq!(Day::Each { span: Span::Month, offset_days: 0 }.date(), None);
    /// ```
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::On(date) | Self::Month(date) => Some(*date),
            Self::Period { span, number, year, offset_days } => {
                Offset::Days(*offset_days).after(span.end(*year, *number)?)
            }
            Self::Each { .. } | Self::Event { .. } => None,
        }
    }

    /// The days of a deadline that comes again in every period of a year; none for any other.
    ///
    /// ```
    /// use traguardo::{period::Span, target::Day};
    /// let each = Day::Each { span: Span::HalfYear, offset_days: 5 };
    /// let days: Vec<String> = each.in_year(2021).iter().map(|day| day.to_string()).collect();
    /// assert_eq!(days, ["2021-07-05", "2022-01-05"]);
    /// ```
    #[must_use]
    pub fn in_year(&self, year: i16) -> Vec<Date> {
        let Self::Each { span, offset_days } = self else { return Vec::new() };
        let end = |number| Offset::Days(*offset_days).after(span.end(year, number)?);
        (1..=span.in_a_year()).filter_map(end).collect()
    }
}

impl Day {
    /// Whether it lies before a year, where that is known.
    pub(crate) fn is_before(&self, year: Option<i16>) -> bool {
        self.date().zip(year).is_some_and(|(date, year)| date.year() < year)
    }

    /// Whether it lies before an event.
    pub(crate) fn is_before_event(&self) -> bool {
        let before = |offset: &Offset| match offset {
            Offset::Days(number) | Offset::Months(number) => *number < 0,
        };
        matches!(self, Self::Event { offset, .. } if before(offset))
    }
}

impl Offset {
    /// The day so long after another; none beyond the calendar.
    ///
    /// ```
    /// use traguardo::{period::parse_date, target::Offset};
    /// let day = parse_date("31/12/2020").unwrap();
    /// assert_eq!(Offset::Months(2).after(day).unwrap().to_string(), "2021-02-28");
    /// ```
    #[must_use]
    pub fn after(self, day: Date) -> Option<Date> {
        match self {
            Self::Days(days) => day.checked_add(Long::new().try_days(days).ok()?).ok(),
            Self::Months(months) => day.checked_add(Long::new().try_months(months).ok()?).ok(),
        }
    }
}
