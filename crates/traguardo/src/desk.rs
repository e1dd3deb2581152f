//! The desk of the OIV: what it observes, assesses, proposes and verifies beside the scores.
//! Not here: the scores, which nothing of this changes, and who may write it ([`crate::access`]).

mod candidate;
mod context;
mod drafting;
mod flag;
mod individual;
mod proposal;
mod sample;
#[cfg(test)]
mod tests;

pub use candidate::{Candidate, Jump, candidates};
pub use context::{Context, Tag, by_context, default_tags};
pub use drafting::Drafting;
pub use flag::{Flag, Past, Trend, flags};
pub use individual::{Holder, Individual, Look};
pub use proposal::{Change, Proposal, ProposalFault, ProposalState};
pub use sample::{Drawn, Sample, Verdict, WorkPaper, draw};

use std::hash::Hash;

use hashbrown::HashMap;

use crate::number::Decimal;
use crate::period::{Date, DateTime};
use crate::plan::Plan;
use crate::score::{Outcome, PartOf, Scores};

/// What something is written about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// The body as a whole.
    Body,
    /// A node, by its code.
    Node(String),
    /// An indicator under a node, by their codes.
    Use {
        /// The code of the node.
        node: String,
        /// The code of the indicator.
        indicator: String,
    },
}

/// Something that was written, with who wrote it and when. It is never changed: a correction is
/// written after it, and the last about the same thing stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written<T> {
    /// What.
    pub what: T,
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime,
}

/// What is observed of a subject in a round; all blank where it was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The checkpoint that it is about.
    pub round: Date,
    /// What it is about.
    pub subject: Subject,
    /// The codes of the context tags.
    pub tags: Vec<String>,
    /// What was observed.
    pub observed: String,
    /// What is critical in it.
    pub concern: String,
    /// What should be done about it.
    pub remedy: String,
}

/// The score that the OIV gives to a node in a round, beside the measured one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The checkpoint that it is about.
    pub round: Date,
    /// What is assessed: the body or a node.
    pub subject: Subject,
    /// The score, in per cent; none where it was taken back.
    pub score: Option<Decimal>,
    /// Why so.
    pub reason: String,
}

/// The minutes of a round as far as they are written, not computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// The checkpoint that they are about.
    pub round: Date,
    /// The day on which the OIV was handed the reports.
    pub received: Option<Date>,
    /// The premise.
    pub premise: String,
    /// What is said of the plan as a whole after the tables.
    pub remarks: String,
    /// How many sign: 1 to 3.
    pub signatures: u8,
}

/// All that stands at the desk of a plan, personal data apart, in the order it was written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Desk {
    /// The context tags.
    pub tags: Vec<Written<Tag>>,
    /// What was observed.
    pub observations: Vec<Written<Observation>>,
    /// What was assessed.
    pub assessments: Vec<Written<Assessment>>,
    /// What was proposed.
    pub proposals: Vec<Written<Proposal>>,
    /// The samples that were drawn.
    pub samples: Vec<Written<Sample>>,
    /// The work papers of their readings.
    pub papers: Vec<Written<WorkPaper>>,
    /// The written parts of the minutes.
    pub minutes: Vec<Written<Minutes>>,
}

/// Why an assessment cannot be written, as the name of the text that says so.
pub type AssessmentFault = &'static str;

impl Subject {
    /// The node at a position of a plan.
    ///
    /// ```
    /// use traguardo::{desk::Subject, sample};
    /// assert_eq!(Subject::of_node(&sample::plan(), 1), Subject::Node("301".to_owned()));
    /// ```
    #[must_use]
    pub fn of_node(plan: &Plan, node: usize) -> Self {
        Self::Node(plan.nodes[node].code.clone())
    }

    /// The use of an indicator at a position of a plan.
    ///
    /// ```
    /// use traguardo::{desk::Subject, sample};
    /// let export = Subject::of_use(&sample::plan(), 0);
    /// assert_eq!((export.node(), export.indicator()), (Some("301"), Some("EXPORT")));
    /// ```
    #[must_use]
    pub fn of_use(plan: &Plan, used: usize) -> Self {
        let used = &plan.uses[used];
        Self::Use { node: used.node.clone(), indicator: used.indicator.clone() }
    }

    /// What two codes name: none the body, one a node, both an indicator under a node.
    ///
    /// ```
    /// use traguardo::desk::Subject;
    /// assert_eq!(Subject::named(None, None), Some(Subject::Body));
    /// assert_eq!(Subject::named(None, Some("EXPORT")), None);
    /// ```
    #[must_use]
    pub fn named(node: Option<&str>, indicator: Option<&str>) -> Option<Self> {
        match (node, indicator) {
            (None, None) => Some(Self::Body),
            (Some(node), None) => Some(Self::Node(node.to_owned())),
            (Some(node), Some(indicator)) => {
                Some(Self::Use { node: node.to_owned(), indicator: indicator.to_owned() })
            }
            (None, Some(_)) => None,
        }
    }

    /// The code of its node; none for the body.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Subject::Body.node(), None);
    /// ```
    #[must_use]
    pub fn node(&self) -> Option<&str> {
        match self {
            Self::Body => None,
            Self::Node(node) | Self::Use { node, .. } => Some(node),
        }
    }

    /// The code of its indicator, where it is about one.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Subject::Node("301".into()).indicator(), None);
    /// ```
    #[must_use]
    pub fn indicator(&self) -> Option<&str> {
        match self {
            Self::Use { indicator, .. } => Some(indicator),
            Self::Body | Self::Node(_) => None,
        }
    }

    /// Its outcome, if the plan has it.
    ///
    /// ```
    /// use traguardo::{desk::Subject, period::parse_date, rules::Rules, sample, scoring::score};
    /// let (plan, at) = (sample::plan(), parse_date("30/06/2020").unwrap());
    /// let scores = score(&plan, &sample::readings(), &Rules::default(), at);
    /// assert!(Subject::of_use(&plan, 0).outcome(&plan, &scores).unwrap().score().is_some());
    /// assert_eq!(Subject::Node("999".into()).outcome(&plan, &scores), None);
    /// ```
    #[must_use]
    pub fn outcome(&self, plan: &Plan, scores: &Scores) -> Option<Outcome> {
        match self {
            Self::Body => Some(scores.body.rolled.outcome),
            Self::Node(code) => scores.node(code).map(|node| node.rolled.outcome),
            Self::Use { node, indicator } => {
                let uses = &scores.tree.uses[scores.tree.node(node)?];
                let at = uses.iter().find(|at| plan.uses[**at].indicator == *indicator)?;
                Some(scores.outcome(PartOf::Use(*at)))
            }
        }
    }
}

impl Observation {
    /// Whether it says nothing: it was taken back, or never made.
    ///
    /// ```
    /// use traguardo::{desk::{Observation, Subject}, period::parse_date};
    /// let blank = Observation::blank(parse_date("30/06/2020").unwrap(), Subject::Body);
    /// assert!(blank.is_blank());
    /// ```
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let Self { tags, observed, concern, remedy, .. } = self;
        tags.is_empty() && observed.is_empty() && concern.is_empty() && remedy.is_empty()
    }

    /// One that says nothing yet.
    ///
    /// ```
    /// use traguardo::{desk::{Observation, Subject}, period::parse_date};
    /// let round = parse_date("30/06/2020").unwrap();
    /// assert_eq!(Observation::blank(round, Subject::Body).round, round);
    /// ```
    #[must_use]
    pub fn blank(round: Date, subject: Subject) -> Self {
        let [observed, concern, remedy] = [const { String::new() }; 3];
        Self { round, subject, tags: Vec::new(), observed, concern, remedy }
    }
}

impl Assessment {
    /// Checks it against the measured score: from 0 to 100 and within two decimals, and with a
    /// reason wherever it does not say the same as the measure (LG 2: measuring and evaluating
    /// are two steps).
    ///
    /// # Errors
    /// The name of the text that says what is wrong.
    ///
    /// ```
    /// use traguardo::{desk::{Assessment, Subject}, number::parse, period::parse_date};
    /// let assessed = |score: &str, reason: &str| Assessment {
    ///     round: parse_date("30/06/2020").unwrap(),
    ///     subject: Subject::Node("301".to_owned()),
    ///     score: Some(parse(score).unwrap()),
    ///     reason: reason.to_owned(),
    /// };
    /// let measured = Some(parse("62,96").unwrap());
    /// assert!(assessed("62,96", "").check(measured).is_ok());
    /// assert_eq!(assessed("70", "").check(measured), Err("desk-assessed-without-reason"));
    /// assert_eq!(assessed("101", "Sì").check(measured), Err("desk-assessed-range"));
    /// ```
    pub fn check(&self, measured: Option<Decimal>) -> Result<(), AssessmentFault> {
        let Some(score) = self.score else { return Ok(()) };
        if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&score) || score.normalize().scale() > 2
        {
            return Err("desk-assessed-range");
        }
        let same = measured == Some(score);
        if !same && self.reason.is_empty() {
            return Err("desk-assessed-without-reason");
        }
        Ok(())
    }
}

/// Where the last entry about each thing stands, in the order in which things were first written
/// about.
///
/// ```
/// use traguardo::{desk::{Written, standing}, period::parse_moment};
/// let at = parse_moment("2020-07-21 10:30").unwrap();
/// let list = ["a1", "b1", "a2"].map(|what| Written { what, by: "OIV".to_owned(), at });
/// assert_eq!(standing(&list, |what| &what[..1]), [2, 1]);
/// ```
#[must_use]
pub fn standing<'a, T, K: Eq + Hash>(
    list: &'a [Written<T>],
    key: impl Fn(&'a T) -> K,
) -> Vec<usize> {
    let mut places: HashMap<K, usize> = HashMap::new();
    let mut last: Vec<usize> = Vec::new();
    for (at, written) in list.iter().enumerate() {
        let next = last.len();
        let place = *places.entry(key(&written.what)).or_insert(next);
        if place == next {
            last.push(at);
        } else {
            last[place] = at;
        }
    }
    last
}

impl Desk {
    /// The tags that can be chosen, and those no longer; the five of the first body that had such
    /// a list where the body has none of its own.
    ///
    /// ```
    /// use traguardo::{desk::Desk, text::{Lang, Texts}};
    /// let tags = Desk::default().tag_list(Texts::of(Lang::It));
    /// assert_eq!(tags[0].name, "Arresto delle attività economiche");
    /// ```
    #[must_use]
    pub fn tag_list(&self, texts: &crate::text::Texts) -> Vec<Tag> {
        if self.tags.is_empty() {
            return default_tags(texts);
        }
        let last = standing(&self.tags, |tag| &tag.code);
        last.into_iter().map(|at| self.tags[at].what.clone()).collect()
    }

    /// The observations of a round that stand and say something, by their subject, each with its
    /// place in the list.
    ///
    /// ```
    /// use traguardo::{desk::Desk, period::parse_date};
    /// assert!(Desk::default().observed(parse_date("30/06/2020").unwrap()).is_empty());
    /// ```
    #[must_use]
    pub fn observed(&self, round: Date) -> HashMap<&Subject, usize> {
        let last = standing(&self.observations, |one| (one.round, &one.subject));
        let of_round = last.into_iter().filter(|at| self.observations[*at].what.round == round);
        of_round.map(|at| (&self.observations[at].what.subject, at)).collect()
    }

    /// The assessments of a round that stand, by their subject, each with its place in the list.
    ///
    /// ```
    /// use traguardo::{desk::Desk, period::parse_date};
    /// assert!(Desk::default().assessed(parse_date("30/06/2020").unwrap()).is_empty());
    /// ```
    #[must_use]
    pub fn assessed(&self, round: Date) -> HashMap<&Subject, usize> {
        let last = standing(&self.assessments, |one| (one.round, &one.subject));
        let of_round = last.into_iter().filter(|at| self.assessments[*at].what.round == round);
        of_round.map(|at| (&self.assessments[at].what.subject, at)).collect()
    }

    /// The proposals of a round that stand, in the order in which they were first made: the place
    /// of each in the list.
    ///
    /// ```
    /// use traguardo::{desk::Desk, period::parse_date};
    /// assert!(Desk::default().proposed(parse_date("30/06/2020").unwrap()).is_empty());
    /// ```
    #[must_use]
    pub fn proposed(&self, round: Date) -> Vec<usize> {
        let last = standing(&self.proposals, |one| one.number);
        last.into_iter().filter(|at| self.proposals[*at].what.round == round).collect()
    }

    /// The last sample of a round: its place in the list.
    ///
    /// ```
    /// use traguardo::{desk::Desk, period::parse_date};
    /// assert_eq!(Desk::default().sample(parse_date("30/06/2020").unwrap()), None);
    /// ```
    #[must_use]
    pub fn sample(&self, round: Date) -> Option<usize> {
        self.samples.iter().rposition(|sample| sample.what.round == round)
    }

    /// The work paper of a drawn reading that stands: its place in the list.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Desk::default().paper(0, 3), None);
    /// ```
    #[must_use]
    pub fn paper(&self, sample: usize, reading: usize) -> Option<usize> {
        let of = |paper: &Written<WorkPaper>| {
            (paper.what.sample, paper.what.reading) == (sample, reading)
        };
        self.papers.iter().rposition(of)
    }

    /// The minutes of a round that stand: their place in the list.
    ///
    /// ```
    /// use traguardo::{desk::Desk, period::parse_date};
    /// assert_eq!(Desk::default().minutes_of(parse_date("30/06/2020").unwrap()), None);
    /// ```
    #[must_use]
    pub fn minutes_of(&self, round: Date) -> Option<usize> {
        self.minutes.iter().rposition(|minutes| minutes.what.round == round)
    }
}
