//! Targets: what is expected, as written (`verbatim`) beside its normal form or its questions.
//! Not here: how a target is scored, see [`crate::scoring`].

pub mod answer;
pub mod phrase;
mod understand;

use crate::issue::{Kind, Params};
use crate::number::Decimal;
use crate::period::Date;
use crate::quantity::Quantity;

/// A target cell: the text as written and what it was understood to mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected {
    /// As written, never changed.
    pub verbatim: String,
    /// What it means.
    pub meaning: Meaning,
}

/// What a target text was understood to mean.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Not read yet: [`crate::plan::Plan::understand`] reads the targets of a plan.
    Unread,
    /// Understood.
    Read(Target),
    /// Not surely understood: a person is asked, and until then it scores Missing.
    Asked(Question),
}

/// Something a person must say before a target can be scored.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// What kind of question, also the kind of the issue that asks it.
    pub kind: &'static Kind,
    /// What the sentence says besides.
    pub params: Params,
}

/// The normal form of a target.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// At least, at most, more than, less than, exactly a level.
    Level {
        /// Which comparison.
        comparison: Comparison,
        /// With what.
        level: Quantity,
    },
    /// Between two levels, both included.
    Range {
        /// The lower bound.
        low: Quantity,
        /// The upper bound.
        high: Quantity,
    },
    /// Done by a day.
    By(Date),
    /// Done, yes or no.
    Done,
    /// An evaluator's judgement from 0 to 100, with a reason.
    Judgement,
    /// The first year in which something is measured: not scored, next year's reference.
    Baseline,
    /// A change on an earlier year: at least or at most so much.
    Change {
        /// Which comparison, of the actual with the reference plus the change.
        comparison: Comparison,
        /// By how much, with its sign.
        by: Decimal,
        /// Whether `by` is in per cent of the reference, or in the indicator's own measure.
        in_per_cent: bool,
        /// The earlier year.
        reference: Reference,
        /// The earlier year's figure, where the plan writes it down.
        stated: Option<Decimal>,
    },
    /// A multiple of a reference: `x/x-1 >= 1` is at least once last year's figure.
    Ratio {
        /// Which comparison, of the actual with the multiple of the reference.
        comparison: Comparison,
        /// How many times the reference.
        times: Decimal,
        /// The reference.
        reference: Reference,
    },
    /// Near enough to a reference.
    Within {
        /// How far it may be, in the indicator's own measure, either way.
        tolerance: Decimal,
        /// The reference.
        reference: Reference,
    },
    /// Steps: the best one reached gives its score.
    Steps(Vec<Step>),
    /// Several targets in one, each with readings of its own part.
    Compound {
        /// The parts, in the order in which readings number them from 1.
        parts: Vec<Target>,
        /// How their scores combine.
        combine: Combine,
    },
}

/// A comparison of an actual with a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    MoreThan,
    /// `<`
    LessThan,
    /// `=`
    Exactly,
}

/// What a target refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reference {
    /// The year before the plan's.
    LastYear,
    /// A number of years before the plan's.
    YearsBefore(u8),
    /// A named year.
    Year(i16),
    /// The mean of the readings of a cluster of bodies.
    ClusterMean,
}

/// One step of a target with steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The score it gives, in per cent.
    pub score: Decimal,
    /// What must be reached.
    pub threshold: Threshold,
}

/// What must be reached for a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Threshold {
    /// At least or at most a level; the same way for all steps of a target.
    Level(Comparison, Decimal),
    /// Done by a day.
    By(Date),
}

/// How the parts of a compound target combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combine {
    /// The lowest score: the parts hold together ("A con B").
    Min,
    /// Their mean: the parts are separate milestones.
    Mean,
}

impl Expected {
    /// A target as written, not read yet.
    ///
    /// ```
    /// use traguardo::target::{Expected, Meaning};
    /// assert_eq!(Expected::written(">= 600 N.").meaning, Meaning::Unread);
    /// ```
    #[must_use]
    pub fn written(verbatim: impl Into<String>) -> Self {
        Self { verbatim: verbatim.into(), meaning: Meaning::Unread }
    }

    /// Its normal form, if it was understood.
    ///
    /// ```
    /// assert!(traguardo::target::Expected::written("5").target().is_none());
    /// ```
    #[must_use]
    pub fn target(&self) -> Option<&Target> {
        match &self.meaning {
            Meaning::Read(target) => Some(target),
            Meaning::Unread | Meaning::Asked(_) => None,
        }
    }
}

impl Comparison {
    /// Its sign in ASCII, as JSON has it.
    ///
    /// ```
    /// assert_eq!(traguardo::target::Comparison::AtLeast.sign(), ">=");
    /// ```
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::MoreThan => ">",
            Self::LessThan => "<",
            Self::Exactly => "=",
        }
    }

    /// Whether an actual meets a level, strictness included.
    ///
    /// ```
    /// use traguardo::{number::Decimal, target::Comparison};
    /// assert!(!Comparison::MoreThan.met(Decimal::TEN, Decimal::TEN));
    /// ```
    #[must_use]
    pub fn met(self, actual: Decimal, level: Decimal) -> bool {
        match self {
            Self::AtLeast => actual >= level,
            Self::AtMost => actual <= level,
            Self::MoreThan => actual > level,
            Self::LessThan => actual < level,
            Self::Exactly => actual == level,
        }
    }

    /// Whether less is better under it.
    ///
    /// ```
    /// assert!(traguardo::target::Comparison::LessThan.wants_less());
    /// ```
    #[must_use]
    pub fn wants_less(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan)
    }
}

impl Target {
    /// The normal form as one line of ASCII: `>= 6500000000.00`, `by 2020-12-31`, `range 3 5`.
    ///
    /// ```
    /// use traguardo::target::Target;
    /// let day = traguardo::period::parse_date("31/12/2020").unwrap();
    /// assert_eq!(Target::By(day).normal(), "by 2020-12-31");
    /// ```
    #[must_use]
    pub fn normal(&self) -> String {
        let reference = |reference: &Reference| match reference {
            Reference::LastYear => "prev-year".to_owned(),
            Reference::YearsBefore(years) => format!("year-{years}"),
            Reference::Year(year) => year.to_string(),
            Reference::ClusterMean => "cluster-mean".to_owned(),
        };
        match self {
            Self::Level { comparison, level } => format!("{} {}", comparison.sign(), level.number),
            Self::Range { low, high } => format!("range {} {}", low.number, high.number),
            Self::By(date) => format!("by {date}"),
            Self::Done => "done".to_owned(),
            Self::Judgement => "judgement".to_owned(),
            Self::Baseline => "baseline-year".to_owned(),
            Self::Change { comparison, by, in_per_cent, reference: base, .. } => {
                let per_cent = if *in_per_cent { "%" } else { "" };
                format!("delta{} {by}{per_cent} {}", comparison.sign(), reference(base))
            }
            Self::Ratio { comparison, times, reference: base } => {
                format!("{} {times} x {}", comparison.sign(), reference(base))
            }
            Self::Within { tolerance, reference: base } => {
                format!("within {tolerance} of {}", reference(base))
            }
            Self::Steps(steps) => steps.iter().map(Step::normal).collect::<Vec<_>>().join(" | "),
            Self::Compound { parts, combine } => {
                let parts = parts.iter().map(Self::normal).collect::<Vec<_>>().join("; ");
                format!("{} ({parts})", if *combine == Combine::Min { "min" } else { "mean" })
            }
        }
    }
}

impl Step {
    fn normal(&self) -> String {
        match &self.threshold {
            Threshold::Level(comparison, level) => {
                format!("{}: {} {level}", self.score, comparison.sign())
            }
            Threshold::By(date) => format!("{}: by {date}", self.score),
        }
    }
}
