//! Changing a plan: the one door through which it changes, edit by edit.
//! Not here: adopting what came out of it, see [`crate::revision`], and where edits come from.

mod answers;
mod branch;
mod row;
mod weight;

pub use weight::{Given, given_up};

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use crate::indicator::Indicator;
use crate::number::{self, Decimal};
use crate::period::{Date, parse_date};
use crate::plan::{Difficulty, Node, Plan, Quotas, Use};
use crate::question;
use crate::rules::Rules;
use crate::target::answer::Answer;

/// A plan with the rules under which it is scored: what a revision says.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    /// The plan.
    pub plan: Plan,
    /// The rules.
    pub rules: Rules,
}

/// One change of a plan or of its rules.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// A node that is not there yet.
    AddNode(Box<Node>),
    /// A node of another title, level, parent or quotas.
    ChangeNode {
        /// Its code.
        code: String,
        /// Under which node it stands; `None` at the top.
        parent: Option<String>,
        /// The name of its level.
        level: String,
        /// Its title.
        title: String,
        /// How its indicators and its children share its score.
        quotas: Quotas,
    },
    /// A node goes, with all that stands under it.
    RemoveNode {
        /// Its code.
        code: String,
    },
    /// What the card of a node says. What the OIV says there stays as it is.
    SetCard {
        /// The code of the node.
        code: String,
        /// The objective of another plan that it serves.
        reference: Option<String>,
        /// What sort of work it is.
        kind: Option<String>,
        /// The benefit that is expected.
        benefit: Option<String>,
        /// What came of it, in words.
        result: Option<String>,
    },
    /// An indicator that a node does not use yet.
    AddUse(Box<Use>),
    /// The title that an indicator has under a node; `None`: its own.
    Retitle {
        /// The code of the indicator.
        indicator: String,
        /// The code of the node.
        node: String,
        /// The title.
        title: Option<String>,
    },
    /// Another node uses an indicator instead, with the weight, the targets and all that the row has;
    /// the answers to the questions of its targets come along.
    MoveUse {
        /// The code of the indicator.
        indicator: String,
        /// The code of the node that uses it.
        node: String,
        /// The code of the node that is to use it.
        to: String,
    },
    /// A node uses an indicator no more.
    RemoveUse {
        /// The code of the indicator.
        indicator: String,
        /// The code of the node.
        node: String,
    },
    /// The facts of an indicator, for all its uses, in place of those that are there; new where
    /// there are none.
    PutIndicator(Box<Indicator>),
    /// What is expected of a row; `None`: nothing.
    SetTarget {
        /// The row.
        row: RowOf,
        /// Which of its targets.
        slot: Slot,
        /// The phrase, as written.
        written: Option<String>,
    },
    /// The weight of a row; `None`: it has none.
    SetWeight {
        /// The row.
        row: RowOf,
        /// The weight, from 0 to 100.
        weight: Option<Decimal>,
    },
    /// Who answers for a row, and who collects its readings: codes of offices.
    SetOwners {
        /// The row.
        row: RowOf,
        /// Who answers for it.
        responsible: Vec<String>,
        /// Who collects its readings.
        collectors: Vec<String>,
    },
    /// The budget mission of a row, and whether it is part of the PIRA.
    SetBelonging {
        /// The row.
        row: RowOf,
        /// The code of the mission.
        mission: Option<String>,
        /// Whether it is part of the PIRA.
        pira: bool,
    },
    /// The marks of the difficulty of a row, each from 0 to 100.
    SetDifficulty {
        /// The row.
        row: RowOf,
        /// The marks.
        difficulty: Difficulty,
    },
    /// The note of a row.
    SetNote {
        /// The row.
        row: RowOf,
        /// The note.
        note: Option<String>,
    },
    /// A row is counted no more, by act, for causes outside the body's control: its weight goes to
    /// its siblings.
    Neutralise {
        /// The row.
        row: RowOf,
        /// The act, as the plan cites it.
        act: String,
    },
    /// The answer to the question of a target.
    Answer(Answer),
    /// Other rules.
    SetRules(Box<Rules>),
    /// All of it anew: a hand-in.
    HandIn(Box<Contents>),
}

/// A row of the plan, by what names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RowOf {
    /// A node.
    Node(String),
    /// The use of an indicator by a node.
    Use {
        /// The code of the indicator.
        indicator: String,
        /// The code of the node.
        node: String,
    },
}

/// A target of a row, by the column that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// `target`: that of the plan's year.
    Year,
    /// `target_2021`: that of another year of the horizon.
    OtherYear(i16),
    /// `periodico_2020-06-30`: that of a checkpoint.
    Periodic(Date),
    /// `soglia_80`: that which gives so many points.
    Step(Decimal),
}

/// Why an edit cannot be taken. The plan stays as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// There is no such row, or no such indicator.
    NoSuchRow(RowOf),
    /// Two rows have that name: which one is meant cannot be said.
    NamedTwice(RowOf),
    /// There is a row of that name already.
    Taken(RowOf),
    /// The parent or the node that is named is not there.
    NoSuchParent(String),
    /// A node would stand under itself.
    UnderItself(String),
    /// The indicator that a node is to use is not there.
    NoSuchIndicator(String),
    /// A code or a title that is blank.
    Blank(&'static str),
    /// A weight below 0 or above 100.
    WeightOutOfRange(Decimal),
    /// A mark of difficulty below 0 or above 100.
    MarkOutOfRange(Decimal),
    /// The row is not counted already.
    IsOut(RowOf),
    /// A row is taken out of the count by an act only.
    NoAct,
    /// The answer cannot be taken.
    Answer(question::Refusal),
    /// The hand-in is of another body or of another year.
    OfAnotherPlan {
        /// The IPA code of its body.
        ipa: String,
        /// Its year.
        year: i16,
    },
}

impl RowOf {
    /// The row as a sentence names it: `301`, or `EXPORT` with its node, `EXPORT (301)`.
    ///
    /// ```
    /// use traguardo::edit::RowOf;
    /// let used = RowOf::Use { indicator: "EXPORT".into(), node: "301".into() };
    /// assert_eq!(used.name(), "EXPORT (301)");
    /// ```
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Node(code) => code.clone(),
            Self::Use { indicator, node } => format!("{indicator} ({node})"),
        }
    }
}

impl Display for Slot {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Year => f.write_str("target"),
            Self::OtherYear(year) => write!(f, "target_{year}"),
            Self::Periodic(day) => write!(f, "periodico_{day}"),
            Self::Step(score) => write!(f, "soglia_{}", number::format(*score)),
        }
    }
}

impl FromStr for Slot {
    type Err = ();

    fn from_str(column: &str) -> Result<Self, ()> {
        if column == "target" {
            return Ok(Self::Year);
        }
        let (kind, which) = column.split_once('_').ok_or(())?;
        match kind {
            "target" => which.parse().map(Self::OtherYear).map_err(|_| ()),
            "periodico" => parse_date(which).map(Self::Periodic).map_err(|_| ()),
            "soglia" => which.replace(',', ".").parse().map(Self::Step).map_err(|_| ()),
            _ => Err(()),
        }
    }
}

/// The plan and its rules with an edit in them. What was given stays as it is; targets are
/// understood anew.
///
/// # Errors
/// A [`Refusal`] where the edit cannot be taken.
///
/// ```
/// use traguardo::{difference::diff, edit::{apply, Contents, Edit, RowOf}, rules::Rules, sample};
/// let before = Contents { plan: sample::plan(), rules: Rules::default() };
/// let row = RowOf::Node("301".into());
/// let edit = Edit::SetWeight { row, weight: Some(40.into()) };
/// let after = apply(&before, &edit).unwrap();
/// assert_eq!(after.plan.nodes[1].details.weight, Some(40.into()));
/// assert_eq!(diff(&before.plan, &after.plan).entries.len(), 1);
/// ```
pub fn apply(contents: &Contents, edit: &Edit) -> Result<Contents, Refusal> {
    let Contents { plan, rules } = contents;
    let changed = |plan: Plan| Contents { plan, rules: rules.clone() };
    match edit {
        Edit::AddNode(node) => branch::add(plan, node).map(changed),
        Edit::ChangeNode { code, parent, level, title, quotas } => {
            branch::change(plan, code, (parent.as_deref(), level, title), *quotas).map(changed)
        }
        Edit::RemoveNode { code } => branch::remove(plan, code).map(changed),
        Edit::SetCard { code, reference, kind, benefit, result } => {
            branch::set_card(plan, code, [reference, kind, benefit, result]).map(changed)
        }
        Edit::AddUse(used) => row::add_use(plan, used).map(changed),
        Edit::Retitle { indicator, node, title } => {
            row::retitle(plan, (indicator, node), title.as_deref()).map(changed)
        }
        Edit::MoveUse { indicator, node, to } => {
            row::move_use(plan, (indicator, node), to).map(changed)
        }
        Edit::RemoveUse { indicator, node } => row::remove_use(plan, indicator, node).map(changed),
        Edit::PutIndicator(indicator) => row::put_indicator(plan, indicator).map(changed),
        Edit::SetTarget { row, slot, written } => {
            row::set_target(plan, row, *slot, written.as_deref()).map(changed)
        }
        Edit::SetWeight { row, weight } => weight::set(plan, row, *weight).map(changed),
        Edit::SetOwners { row, responsible, collectors } => {
            row::set_owners(plan, row, responsible, collectors).map(changed)
        }
        Edit::SetBelonging { row, mission, pira } => {
            row::set_belonging(plan, row, mission.as_deref(), *pira).map(changed)
        }
        Edit::SetDifficulty { row, difficulty } => {
            row::set_difficulty(plan, row, *difficulty).map(changed)
        }
        Edit::SetNote { row, note } => row::set_note(plan, row, note.as_deref()).map(changed),
        Edit::Neutralise { row, act } => weight::neutralise(plan, row, act).map(changed),
        Edit::Answer(answer) => {
            question::answered(plan, answer.clone()).map(changed).map_err(Refusal::Answer)
        }
        Edit::SetRules(rules) => Ok(Contents { plan: plan.clone(), rules: (**rules).clone() }),
        Edit::HandIn(new) => hand_in(plan, new),
    }
}

/// The plan and its rules with all of some edits in them, one after the other.
///
/// # Errors
/// The first [`Refusal`], with the position of the edit that was refused. None of them is then taken.
///
/// ```
/// use traguardo::{edit::{apply_all, Contents, Edit}, rules::Rules, sample};
/// let before = Contents { plan: sample::plan(), rules: Rules::default() };
/// let gone = Edit::RemoveNode { code: "301".into() };
/// assert_eq!(apply_all(&before, &[]).unwrap(), before);
/// assert_eq!(apply_all(&before, &[gone.clone(), gone]).unwrap_err().0, 1);
/// ```
pub fn apply_all(contents: &Contents, edits: &[Edit]) -> Result<Contents, (usize, Refusal)> {
    let mut contents = contents.clone();
    for (at, edit) in edits.iter().enumerate() {
        contents = apply(&contents, edit).map_err(|refusal| (at, refusal))?;
    }
    Ok(contents)
}

fn hand_in(plan: &Plan, new: &Contents) -> Result<Contents, Refusal> {
    let of = &new.plan;
    if (&of.body.ipa, of.year) != (&plan.body.ipa, plan.year) {
        return Err(Refusal::OfAnotherPlan { ipa: of.body.ipa.clone(), year: of.year });
    }
    let mut new = new.clone();
    new.plan.understand();
    Ok(new)
}

#[cfg(test)]
mod tests;
