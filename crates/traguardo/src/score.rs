//! Scores as values: an outcome, how it was reckoned and from what, for every use and node.
//! Not here: the reckoning itself ([`crate::scoring`]) and its sentences ([`crate::explain`]).

use crate::issue::Issue;
use crate::number::Decimal;
use crate::period::Date;
use crate::target::Combine;
use crate::tree::Tree;

/// What came out. No number stands for an absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// A score, in per cent, within floor and cap.
    Scored(Decimal),
    /// Something that is needed is not there.
    Missing,
    /// Not done, and there is still time.
    NotDue,
    /// The first year of measuring.
    Baseline,
    /// Taken out of the count by an act.
    Neutralised,
}

impl Outcome {
    /// The score, if there is one.
    ///
    /// ```
    /// use traguardo::{number::Decimal, score::Outcome};
    /// assert_eq!(Outcome::Scored(Decimal::TEN).score(), Some(Decimal::TEN));
    /// assert_eq!(Outcome::Missing.score(), None);
    /// ```
    #[must_use]
    pub fn score(self) -> Option<Decimal> {
        match self {
            Self::Scored(score) => Some(score),
            Self::Missing | Self::NotDue | Self::Baseline | Self::Neutralised => None,
        }
    }

    /// The stable English name, as JSON has it.
    ///
    /// ```
    /// assert_eq!(traguardo::score::Outcome::NotDue.name(), "not_due");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scored(_) => "scored",
            Self::Missing => "missing",
            Self::NotDue => "not_due",
            Self::Baseline => "baseline",
            Self::Neutralised => "neutralised",
        }
    }

    /// Whether it is taken out of its parent before anything is counted.
    ///
    /// ```
    /// assert!(traguardo::score::Outcome::Baseline.is_out());
    /// ```
    #[must_use]
    pub fn is_out(self) -> bool {
        matches!(self, Self::Baseline | Self::Neutralised)
    }
}

/// Why there is no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// There is no target for the year.
    NoTarget,
    /// The target is a question that nobody has answered.
    TargetQuestion,
    /// Nothing has been read.
    NoReading,
    /// Declared not available.
    NotAvailable,
    /// The reading is not understood.
    ReadingUnread,
    /// Two readings of one day, and nothing says which counts.
    ReadingsConflict,
    /// The reading is of another kind than the target asks for.
    OtherKind,
    /// The denominator is 0.
    DenominatorZero,
    /// The earlier year, or the cluster, has no reading.
    ReferenceMissing,
    /// The earlier year's reading is 0.
    ReferenceZero,
    /// The event that the deadline counts from is not in the register.
    EventUnknown,
    /// The event that the deadline counts from has no date yet.
    EventWithoutDate,
    /// A step in words that nobody has judged stands above the best step reached.
    NotJudged,
    /// A number grew beyond what can be computed exactly.
    Overflow,
    /// The row has an error.
    FaultyRow,
    /// There is still time.
    StillTime,
    /// The first year of measuring.
    BaselineYear,
    /// Neutralised by act.
    Neutralised,
    /// Eliminated by act.
    Eliminated,
    /// A node with nothing under it.
    NoParts,
    /// Nothing under it has a weight.
    NoWeights,
    /// Everything under it weighs 0.
    WeightsZero,
    /// Nothing under it is scored.
    NothingScored,
    /// Something under it is missing, and the rules then block it.
    Blocked,
}

/// What was observed, as far as it takes part in the reckoning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actual {
    /// A number.
    Number(Decimal),
    /// Done on a day.
    Date(Date),
    /// Yes or no.
    YesNo(bool),
    /// Declared not available.
    NotAvailable,
}

/// The formula that was applied. V is the actual, T the level.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    /// None could be applied, or none was needed.
    Nothing(Cause),
    /// 100·V/T.
    Share,
    /// 100·(1 − |V−T|/|T|), on the wrong side of T.
    Gap,
    /// 100·(1 + (T−V)/|T|), on the right side of T where less is better.
    Surplus,
    /// 100·T/V.
    Inverse,
    /// 100: met, and nothing beyond it counts.
    Met,
    /// 0: not met, and nothing short of it counts.
    NotMet,
    /// The best step reached, by its score; `None`: no step reached.
    Step(Option<Decimal>),
    /// Between two steps, by their scores.
    Between(Decimal, Decimal),
    /// Done some days after the deadline.
    Late {
        /// How many days.
        days: i64,
        /// Points lost for each.
        points_per_day: Decimal,
    },
    /// Not done, and the deadline is past.
    Overdue,
    /// The evaluator's judgement.
    Judged,
    /// Several parts.
    Compound(Vec<Reckoning>, Combine),
}

/// Which levels the actual was compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Levels {
    /// None.
    #[default]
    None,
    /// One.
    One(Decimal),
    /// The bounds of a range.
    Range(Decimal, Decimal),
    /// A deadline.
    Deadline(Date),
}

/// How one target was reckoned against one reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Reckoning {
    /// What came out.
    pub outcome: Outcome,
    /// How.
    pub formula: Formula,
    /// The actual, where there was one.
    pub actual: Option<Actual>,
    /// What it was compared with, references resolved.
    pub levels: Levels,
    /// The score before floor and cap.
    pub uncapped: Option<Decimal>,
    /// Whether the target is met, strictness included.
    pub met: Option<bool>,
    /// The position of the reading that counted.
    pub reading: Option<usize>,
    /// The positions of the readings that references were resolved from.
    pub references: Vec<usize>,
}

/// Which of its targets a use was reckoned against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applied {
    /// None: there is none for this date.
    None,
    /// The one for the year.
    Year,
    /// The one for a checkpoint.
    Periodic(Date),
}

/// The score of an indicator under a node.
#[derive(Debug, Clone, PartialEq)]
pub struct UseScore {
    /// Which target applied.
    pub applied: Applied,
    /// How it was reckoned.
    pub reckoning: Reckoning,
    /// Whether the result is so far over the target that the target looks underestimated.
    pub underestimated: bool,
}

/// What a part of a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOf {
    /// A child, by its position in the plan.
    Node(usize),
    /// An indicator in use, by its position in the plan.
    Use(usize),
}

/// A part of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub of: PartOf,
    /// The weight with which it entered; 0 where its row has none beside siblings that have.
    pub weight: Decimal,
    /// Its share of the parts that counted, from 0 to 1; `None`: it did not count.
    pub share: Option<Decimal>,
}

/// What rolled up from parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rolled {
    /// What came out, as the rules say.
    pub outcome: Outcome,
    /// Why there is no score.
    pub cause: Option<Cause>,
    /// The same on the measured part only: whatever is missing or not due is left out.
    pub on_measured: Option<Decimal>,
    /// How much of the weight is measured, in per cent.
    pub coverage: Option<Decimal>,
}

/// Which parts of a node stand together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupKind {
    /// All of them, by weight.
    All,
    /// Its own indicators, by quota.
    Indicators,
    /// Its children, by quota.
    Children,
}

/// Parts of a node that roll up together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Which parts.
    pub kind: GroupKind,
    /// Their quota of the node's score, in per cent, where it has quotas.
    pub quota: Option<Decimal>,
    /// Their share of the groups that counted, from 0 to 1.
    pub share: Option<Decimal>,
    /// What rolled up from them.
    pub rolled: Rolled,
    /// The parts.
    pub parts: Vec<Part>,
}

/// The score of a node, or of the body as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct NodeScore {
    /// What rolled up.
    pub rolled: Rolled,
    /// Whether it meets its own target, where it has one.
    pub met: Option<bool>,
    /// What it rolled up from: one group, or two where the node has quotas.
    pub groups: Vec<Group>,
}

impl NodeScore {
    /// The score, if there is one.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, rules::Rules, sample, scoring::score};
    /// # let at = parse_date("30/06/2020").unwrap();
    /// let scores = score(&sample::plan(), &sample::readings(), &Rules::default(), at);
    /// assert!(scores.node("301").unwrap().score().is_some());
    /// ```
    #[must_use]
    pub fn score(&self) -> Option<Decimal> {
        self.rolled.outcome.score()
    }
}

/// All scores of a plan on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// The day to which they refer.
    pub at: Date,
    /// The body as a whole.
    pub body: NodeScore,
    /// The nodes, by their positions in the plan.
    pub nodes: Vec<NodeScore>,
    /// The indicators in use, by their positions in the plan.
    pub uses: Vec<UseScore>,
    /// The shape of the plan.
    pub tree: Tree,
    /// What was noticed only because of the day: references without readings, dates ahead.
    pub issues: Vec<Issue>,
}

impl Scores {
    /// The score of a node, by its code.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, rules::Rules, sample, scoring::score};
    /// # let at = parse_date("30/06/2020").unwrap();
    /// let scores = score(&sample::plan(), &sample::readings(), &Rules::default(), at);
    /// assert!(scores.node("301").is_some() && scores.node("999").is_none());
    /// ```
    #[must_use]
    pub fn node(&self, code: &str) -> Option<&NodeScore> {
        self.tree.node(code).map(|at| &self.nodes[at])
    }

    /// The score of a node, or of the body where there is none.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, rules::Rules, sample, scoring::score};
    /// # let at = parse_date("30/06/2020").unwrap();
    /// let scores = score(&sample::plan(), &sample::readings(), &Rules::default(), at);
    /// assert_eq!(scores.of(None), &scores.body);
    /// ```
    #[must_use]
    pub fn of(&self, node: Option<usize>) -> &NodeScore {
        node.map_or(&self.body, |at| &self.nodes[at])
    }

    /// What came out of a part.
    ///
    /// ```
    /// # use traguardo::{period::parse_date, rules::Rules, sample, score::PartOf, scoring::score};
    /// # let at = parse_date("30/06/2020").unwrap();
    /// let scores = score(&sample::plan(), &sample::readings(), &Rules::default(), at);
    /// assert!(scores.outcome(PartOf::Use(0)).score().is_some());
    /// ```
    #[must_use]
    pub fn outcome(&self, part: PartOf) -> Outcome {
        match part {
            PartOf::Node(at) => self.nodes[at].rolled.outcome,
            PartOf::Use(at) => self.uses[at].reckoning.outcome,
        }
    }
}
