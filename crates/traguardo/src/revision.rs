//! The life of a plan after it was written: its revisions, the acts that adopt them, and which
//! of them stood on a day.
//! Not here: the changes themselves, see [`crate::edit`], and the storing of revisions.

mod effect;
mod register;

pub use effect::{Effect, Shown, effects};
pub use register::{Register, Share, Variation, VariationKind, share, variations};

use crate::period::{Date, DateTime};
use crate::plan::Plan;
use crate::rules::Rules;

/// What adopts a plan or a revision of it (D.Lgs. 150/2009 art. 10; DPR 254/2005 art. 5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Who adopts: Giunta, Consiglio, Segretario generale.
    pub organ: String,
    /// Its number, as the body writes it.
    pub number: String,
    /// Its day.
    pub date: Date,
    /// The document, where it was handed in.
    pub file: Option<Attached>,
}

/// A file by its name and what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// What a revision came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A hand-in: a folder, a workbook or a pasted table, adopted by being handed in.
    HandIn,
    /// An answer to the question of a target: what was written stays, what it means is settled.
    Answer,
    /// A draft that an act adopted.
    Draft,
}

/// An adopted revision of a plan. It never changes; what comes after it has a number of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its number among those of the plan, counted from 1.
    pub number: i64,
    /// What it came from.
    pub origin: Origin,
    /// The revision that it changes; `None` for the first.
    pub based_on: Option<i64>,
    /// What adopted it; `None` for a hand-in without an act, and for answers.
    pub act: Option<Act>,
    /// Why the plan was changed, in the words of who changed it.
    pub reason: Option<String>,
    /// Who saved it.
    pub by: String,
    /// When it was saved.
    pub at: DateTime,
}

impl Origin {
    /// The stable English name, as the database and JSON have it.
    ///
    /// ```
    /// assert_eq!(traguardo::revision::Origin::HandIn.name(), "hand_in");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::HandIn => "hand_in",
            Self::Answer => "answer",
            Self::Draft => "draft",
        }
    }
}

impl Revision {
    /// The day from which it stands: that of its act, or that on which it was saved.
    ///
    /// ```
    /// use traguardo::{period::{parse_date, parse_moment}, revision::{Act, Origin, Revision}};
    /// let act = Act {
    ///     organ: "Giunta".into(), number: "65".into(), file: None,
    ///     date: parse_date("2019-07-25").unwrap(),
    /// };
    /// let revision = Revision {
    ///     number: 2, origin: Origin::Draft, based_on: Some(1), act: Some(act), reason: None,
    ///     by: "Controllo di gestione".into(), at: parse_moment("2019-07-30 10:00").unwrap(),
    /// };
    /// assert_eq!(revision.stands_from().to_string(), "2019-07-25");
    /// ```
    #[must_use]
    pub fn stands_from(&self) -> Date {
        self.act.as_ref().map_or_else(|| self.at.date(), |act| act.date)
    }
}

/// The revision that stood at the end of a day: the last one that stands from then or earlier. Before
/// the first one there was the first one: what came before it nobody has stored. `None` without
/// revisions. They are in the order of their numbers.
///
/// ```
/// use traguardo::{period::{parse_date, parse_moment}, revision::{standing_on, Origin, Revision}};
/// let saved = |number, at| Revision {
///     number, origin: Origin::HandIn, based_on: None, act: None, reason: None,
///     by: "Ufficio".into(), at: parse_moment(at).unwrap(),
/// };
/// let revisions = [saved(1, "2020-01-31 12:00"), saved(2, "2020-07-25 09:00")];
/// let on = |day| standing_on(&revisions, parse_date(day).unwrap()).unwrap().number;
/// assert_eq!([on("2020-06-30"), on("2020-07-25"), on("2019-12-31")], [1, 2, 1]);
/// ```
#[must_use]
pub fn standing_on(revisions: &[Revision], day: Date) -> Option<&Revision> {
    let stands = |revision: &&Revision| revision.stands_from() <= day;
    revisions.iter().rev().find(stands).or(revisions.first())
}

/// Whether two plans with their rules say the same, wherever they were read from: rows in the same
/// order with the same cells. The name of the body is not part of the plan: a body that takes
/// another name has not changed its plan.
///
/// ```
/// use traguardo::{revision::is_same, rules::Rules, sample};
/// let (plan, rules) = (sample::plan(), Rules::default());
/// let mut again = plan.clone();
/// again.nodes[0].details.row = 9;
/// assert!(is_same((&plan, &rules), (&again, &rules)));
/// again.nodes[0].title.push('!');
/// assert!(!is_same((&plan, &rules), (&again, &rules)));
/// ```
#[must_use]
pub fn is_same(one: (&Plan, &Rules), other: (&Plan, &Rules)) -> bool {
    one.1 == other.1 && said(one.0) == said(other.0)
}

/// A plan without the traces of where it was read from.
fn said(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.body.name.clear();
    let nodes = plan.nodes.iter_mut().map(|node| &mut node.details);
    let uses = plan.uses.iter_mut().map(|used| &mut used.details);
    for details in nodes.chain(uses) {
        details.row = 0;
    }
    plan.offices.iter_mut().for_each(|office| office.row = 0);
    plan.events.iter_mut().for_each(|event| event.row = 0);
    plan.answers.iter_mut().for_each(|answer| answer.row = 0);
    plan.understand();
    plan
}
