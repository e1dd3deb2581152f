//! A closed round: the very inputs that counted at a checkpoint, so that its scores stay theirs.
//! Not here: who may close it ([`crate::access`]), the hash over its record, and keeping it.

mod choice;
mod closing;
mod comparison;
mod line;
mod reason;
mod record;
#[cfg(test)]
mod tests;

pub use choice::choose;
pub use closing::{Gap, GapKind, Refusal, Stage, gaps, refusal, stage};
pub use comparison::{Figure, Latest, Of, Step, Why, compare, later};
pub use line::{Fields, read_lines};
pub use reason::{Reasons, changes};
pub use record::{record, recorded};

use crate::period::{Date, DateTime};
use crate::plan::Plan;
use crate::reading::Readings;
use crate::rules::Rules;
use crate::score::Scores;
use crate::scoring::score;

/// What was fixed when a round was closed. The plan and the rules are those of the revision; the
/// readings are named by their positions, since no reading ever changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The checkpoint at which the plan was measured: the day of its scores.
    pub checkpoint: Date,
    /// The number of the revision whose plan and rules counted.
    pub revision: i64,
    /// The version of the program that closed it.
    pub program: String,
    /// Who closed it.
    pub closed_by: String,
    /// When.
    pub closed_at: DateTime,
    /// Why it was closed although something was missing; blank where nothing was.
    pub reason: Option<String>,
    /// What was missing.
    pub gaps: Vec<Gap>,
    /// How many readings were known: any that came later has a position from here on.
    pub known: usize,
    /// The readings that belong to it, in the order of their positions.
    pub included: Vec<Included>,
}

/// A reading of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Included {
    /// Its position among the readings of the plan.
    pub position: usize,
    /// What it does there.
    pub standing: Standing,
    /// Who had checked it, and when, where somebody had.
    pub check: Option<Check>,
}

/// What a reading does in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A score was reckoned from it, or it was declared not available.
    Counted,
    /// An earlier year's, or another body's: a target was compared with it.
    Reference,
    /// It left another in doubt, so that there was no score.
    Beside,
}

/// The check of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Who checked it.
    pub by: String,
    /// When.
    pub at: DateTime,
}

/// A round with what it names: all that its scores are a function of.
#[derive(Debug, Clone, Copy)]
pub struct Frozen<'a> {
    /// What was fixed.
    pub round: &'a Round,
    /// The plan of its revision.
    pub plan: &'a Plan,
    /// The rules of its revision.
    pub rules: &'a Rules,
    /// Its readings, as [`Round::included`] lists them, and no others.
    pub readings: &'a Readings,
}

impl Standing {
    /// The stable English name, as the record has it.
    ///
    /// ```
    /// assert_eq!(traguardo::round::Standing::Reference.name(), "reference");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Reference => "reference",
            Self::Beside => "beside",
        }
    }
}

impl Frozen<'_> {
    /// Its scores, reckoned anew from its inputs; never read back from a record.
    ///
    /// ```
    /// # use traguardo::{number::Decimal, round::Frozen, rules::Rules, sample};
    /// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// let round = sample::round();
    /// let frozen = Frozen { round: &round, plan: &plan, rules: &rules, readings: &readings };
    /// assert_eq!(rules.printed(frozen.scores().node("1").unwrap().score().unwrap()), "73,84");
    /// ```
    #[must_use]
    pub fn scores(&self) -> Scores {
        score(self.plan, self.readings, self.rules, self.round.checkpoint)
    }
}
