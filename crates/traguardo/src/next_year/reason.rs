//! Why something of a copied plan is to be reconsidered.
//! Not here: finding it.

use crate::number::{self, Decimal};
use crate::period::Date;
use crate::text::Sentence;

/// Why something is to be reconsidered.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// The target is the one that the plan had for the new year beside its own.
    FromHorizon,
    /// A day of the target is before the new year.
    OldDay {
        /// The day.
        day: Date,
    },
    /// The words name a year that is over.
    NamedYear {
        /// The year.
        year: i16,
    },
    /// What the target refers to is a named year.
    ReferenceYear {
        /// The year.
        year: i16,
    },
    /// The target states the figure that it refers to, which is that of another year by now.
    StatedReference {
        /// The figure.
        stated: Decimal,
    },
    /// An event had its day in the old year; the copy has none.
    EventOver {
        /// The day.
        day: Date,
    },
    /// The last reading meets the target already.
    AlreadyMet {
        /// What was read.
        reading: Decimal,
        /// The target as written.
        target: String,
    },
    /// The last three results all reached 100.
    AlwaysFull,
    /// The target asks for less than the mean of the last three readings.
    BelowMean {
        /// What is asked for.
        level: Decimal,
        /// The mean.
        mean: Decimal,
    },
    /// The year that is over was the first of measuring: there is a reference now.
    FirstYear,
    /// There is not one reading of it.
    NeverMeasured,
}

impl Reason {
    /// The stable English name, as JSON has it.
    ///
    /// ```
    /// assert_eq!(traguardo::next_year::Reason::NeverMeasured.name(), "never_measured");
    /// ```
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::FromHorizon => "from_horizon",
            Self::OldDay { .. } => "old_day",
            Self::NamedYear { .. } => "named_year",
            Self::ReferenceYear { .. } => "reference_year",
            Self::StatedReference { .. } => "stated_reference",
            Self::EventOver { .. } => "event_over",
            Self::AlreadyMet { .. } => "already_met",
            Self::AlwaysFull => "always_full",
            Self::BelowMean { .. } => "below_mean",
            Self::FirstYear => "first_year",
            Self::NeverMeasured => "never_measured",
        }
    }

    /// What it says, before it has a language.
    ///
    /// ```
    /// use traguardo::{next_year::Reason, text::{Lang, Texts}};
    /// let said = Texts::of(Lang::It).sentence(&Reason::NamedYear { year: 2020 }.sentence());
    /// assert!(said.contains("2020"), "{said}");
    /// ```
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let written = |figure: &Decimal| number::format(figure.normalize());
        match self {
            Self::FromHorizon => Sentence::new("next-year-from-horizon"),
            Self::OldDay { day } => Sentence::new("next-year-old-day").with("day", *day),
            Self::NamedYear { year } => {
                Sentence::new("next-year-named-year").with("year", year.to_string())
            }
            Self::ReferenceYear { year } => {
                Sentence::new("next-year-reference-year").with("year", year.to_string())
            }
            Self::StatedReference { stated } => {
                Sentence::new("next-year-stated-reference").with("stated", written(stated))
            }
            Self::EventOver { day } => Sentence::new("next-year-event-over").with("day", *day),
            Self::AlreadyMet { reading, target } => Sentence::new("next-year-already-met")
                .with("reading", written(reading))
                .with("target", target.clone()),
            Self::AlwaysFull => Sentence::new("next-year-always-full"),
            Self::BelowMean { level, mean } => Sentence::new("next-year-below-mean")
                .with("level", written(level))
                .with("mean", written(&mean.round_dp(2))),
            Self::FirstYear => Sentence::new("next-year-first-year"),
            Self::NeverMeasured => Sentence::new("next-year-never-measured"),
        }
    }
}
