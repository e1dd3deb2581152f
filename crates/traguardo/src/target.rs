//! Targets: what is expected, as written (`verbatim`) beside its normal form or its questions.
//! Not here: how a target is scored, see [`crate::scoring`].

pub mod answer;
pub mod due;
mod normal;
pub mod phrase;
pub(crate) mod understand;

pub use due::{Day, Due, Offset};

use crate::indicator::Direction;
use crate::issue::{Kind, Params};
use crate::number::Decimal;
use crate::period::Span;
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
    /// What the phrase raised and what was known when it was read; none where nothing can be
    /// proposed.
    raised: Option<(&'static Kind, phrase::Context)>,
}

impl Question {
    /// Phrases that could be meant, the likeliest first; each is read without a question. They are
    /// sought when somebody looks at the question: reading a plan asks it, and does not need them.
    ///
    /// ```
    /// use traguardo::target::phrase::{Context, read};
    /// let question = read("34.04.2021", Context::default()).unwrap_err();
    /// assert_eq!(question.proposals()[0], "30.04.2021");
    /// ```
    #[must_use]
    pub fn proposals(&self) -> Vec<String> {
        let Some((kind, context)) = self.raised else { return Vec::new() };
        let found = self.params.iter().find(|(name, _)| *name == "found");
        found.map(|(_, phrase)| phrase::proposals(kind, phrase, context)).unwrap_or_default()
    }
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
        /// The words that name what is counted.
        about: About,
    },
    /// Between two levels, both included.
    Range {
        /// The lower bound.
        low: Quantity,
        /// The upper bound.
        high: Quantity,
    },
    /// Done by a day.
    By(Due),
    /// Done, yes or no.
    Done {
        /// What is done, where it says so.
        what: Option<Box<str>>,
    },
    /// An evaluator's judgement from 0 to 100, with a reason.
    Judgement,
    /// The first year in which something is measured: not scored, next year's reference.
    Baseline,
    /// So much in every month, week, quarter.
    Rate {
        /// Which comparison.
        comparison: Comparison,
        /// How much each time.
        level: Quantity,
        /// How often.
        per: Span,
        /// The words that name what is counted.
        about: About,
    },
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
        /// The reference's figure, where the plan writes it down.
        stated: Option<Decimal>,
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
    /// One target a year.
    ByYear(Vec<(i16, Target)>),
    /// A target for the year with the one for an earlier checkpoint beside it, in one cell.
    Periodic {
        /// For the year.
        year: Box<Target>,
        /// For a checkpoint before its end.
        periodic: Box<Target>,
    },
}

/// Words of a target that change nothing of it: what is counted, and of what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// What is counted: the words before the number.
    pub what: Option<Box<str>>,
    /// Of what: the words after the number and its measure.
    pub scope: Option<Box<str>>,
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
    /// What a level is measured in, as written.
    pub measure: Option<Box<str>>,
}

/// What must be reached for a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Threshold {
    /// At least or at most a level; the same way for all steps of a target.
    Level(Comparison, Decimal),
    /// Done by a day.
    By(Day),
    /// The evaluator says that it is reached, with a reason; the words it was written with.
    Judgement(Option<Box<str>>),
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

impl Comparison {
    /// The way in which an office writes the direction of a bare number.
    pub(crate) fn of(direction: Direction) -> Self {
        match direction {
            Direction::Up => Self::AtLeast,
            Direction::Down => Self::AtMost,
        }
    }

    /// Whether it contradicts a direction.
    pub(crate) fn is_against(self, direction: Option<Direction>) -> bool {
        match direction {
            Some(Direction::Up) => self.wants_less(),
            Some(Direction::Down) => matches!(self, Self::AtLeast | Self::MoreThan),
            None => false,
        }
    }
}

impl Threshold {
    /// Whether the evaluator says if it is reached.
    ///
    /// ```
    /// assert!(traguardo::target::Threshold::Judgement(None).is_judged());
    /// ```
    #[must_use]
    pub fn is_judged(&self) -> bool {
        matches!(self, Self::Judgement(_))
    }
}

impl Target {
    /// A level with nothing besides.
    ///
    /// ```
    /// use traguardo::{number::Decimal, quantity::Quantity, target::{Comparison, Target}};
    /// let five = Target::level(Comparison::AtLeast, Quantity::bare(Decimal::from(5)));
    /// assert_eq!(five.normal(), ">= 5");
    /// ```
    #[must_use]
    pub fn level(comparison: Comparison, level: Quantity) -> Self {
        Self::Level { comparison, level, about: About::default() }
    }

    /// The targets it is made of, in the order in which readings number them from 1: its parts,
    /// and theirs; itself where it has none.
    ///
    /// ```
    /// use traguardo::target::{Combine, Target};
    /// let parts = vec![Target::Judgement, Target::Baseline];
    /// assert_eq!(Target::Compound { parts, combine: Combine::Mean }.leaves().len(), 2);
    /// ```
    #[must_use]
    pub fn leaves(&self) -> Vec<&Self> {
        let mut leaves = Vec::new();
        let mut open = vec![self];
        while let Some(target) = open.pop() {
            match target {
                Self::Compound { parts, .. } => open.extend(parts.iter().rev()),
                _ => leaves.push(target),
            }
        }
        leaves
    }
}
