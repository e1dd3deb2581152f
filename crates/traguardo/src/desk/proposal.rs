//! Proposals of change: what the OIV suggests for an indicator under a node.
//! Not here: the change itself, which somebody makes in a draft revision.

use crate::number::Decimal;
use crate::period::Date;
use crate::plan::{Plan, Use};
use crate::target::phrase::{Context, read};
use crate::target::{Expected, Target};

/// A proposal of change. The last entry of a number stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its number in the plan, counted from 1.
    pub number: usize,
    /// The checkpoint after which it is made.
    pub round: Date,
    /// The code of the node.
    pub node: String,
    /// The code of the indicator.
    pub indicator: String,
    /// What should change.
    pub change: Change,
    /// Why.
    pub reason: String,
    /// What has become of it.
    pub state: ProposalState,
}

/// What should change of an indicator under a node. Targets are phrases as plans have them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A target that is easier to reach.
    Lower(String),
    /// A target that is harder to reach.
    Raise(String),
    /// The indicator goes.
    Drop,
    /// Another indicator in its place.
    Replace {
        /// What it is called.
        title: String,
        /// Its target.
        target: String,
    },
    /// Another deadline.
    MoveDeadline(String),
}

/// What has become of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProposalState {
    /// It waits.
    Open,
    /// The OIV has taken it back.
    Withdrawn,
    /// It stands in the draft, which will be the revision of that number.
    Drafted(u32),
    /// A revision has taken it up, by its number.
    Adopted(u32),
    /// Whoever keeps the plan does not take it up, and says why.
    Declined(String),
}

/// Why a proposal cannot be made, as the name of the text that says so.
pub type ProposalFault = &'static str;

impl Change {
    /// The names of all kinds, in the order of forms.
    pub const KINDS: [&'static str; 5] = ["lower", "raise", "drop", "replace", "move-deadline"];

    /// A change by the name of its kind, with what it needs.
    ///
    /// ```
    /// use traguardo::desk::Change;
    /// assert_eq!(Change::of("lower", "", ">= 100 N."), Some(Change::Lower(">= 100 N.".into())));
    /// assert_eq!(Change::of("forget", "", ""), None);
    /// ```
    #[must_use]
    pub fn of(kind: &str, title: &str, target: &str) -> Option<Self> {
        let (title, target) = (title.trim().to_owned(), target.trim().to_owned());
        Some(match kind {
            "lower" => Self::Lower(target),
            "raise" => Self::Raise(target),
            "drop" => Self::Drop,
            "replace" => Self::Replace { title, target },
            "move-deadline" => Self::MoveDeadline(target),
            _ => return None,
        })
    }

    /// The name of its text.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Change::Drop.key(), "desk-change-drop");
    /// ```
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Lower(_) => "desk-change-lower",
            Self::Raise(_) => "desk-change-raise",
            Self::Drop => "desk-change-drop",
            Self::Replace { .. } => "desk-change-replace",
            Self::MoveDeadline(_) => "desk-change-move-deadline",
        }
    }

    /// Its stable name.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Change::Drop.kind(), "drop");
    /// ```
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.key().strip_prefix("desk-change-").unwrap_or_default()
    }

    /// The target that it proposes, where it has one.
    ///
    /// ```
    /// assert_eq!(traguardo::desk::Change::Drop.target(), None);
    /// ```
    #[must_use]
    pub fn target(&self) -> Option<&str> {
        match self {
            Self::Lower(target)
            | Self::Raise(target)
            | Self::Replace { target, .. }
            | Self::MoveDeadline(target) => Some(target),
            Self::Drop => None,
        }
    }

    /// The title that it proposes, where it has one.
    ///
    /// ```
    /// use traguardo::desk::Change;
    /// assert_eq!(Change::of("replace", "POLA", ">= 1 N.").unwrap().title(), Some("POLA"));
    /// ```
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Replace { title, .. } => Some(title),
            Self::Lower(_) | Self::Raise(_) | Self::Drop | Self::MoveDeadline(_) => None,
        }
    }
}

impl Proposal {
    /// Checks that it can become a draft: the plan has the indicator there, the target can be read
    /// without a question, it says what its kind says, and there is a reason. Only another indicator
    /// may be proposed without its target.
    ///
    /// # Errors
    /// The name of the text that says what is wrong.
    ///
    /// ```
    /// use traguardo::desk::{Change, Proposal, ProposalState};
    /// use traguardo::{period::parse_date, sample};
    /// let proposed = |kind: &str, target: &str| Proposal {
    ///     number: 1,
    ///     round: parse_date("30/06/2020").unwrap(),
    ///     node: "301".to_owned(),
    ///     indicator: "PART".to_owned(),
    ///     change: Change::of(kind, "", target).unwrap(),
    ///     reason: "Arresto delle attività".to_owned(),
    ///     state: ProposalState::Open,
    /// };
    /// let plan = sample::plan();
    /// assert_eq!(proposed("lower", ">= 300 N.").check(&plan), Ok(()));
    /// assert_eq!(proposed("lower", ">= 900 N.").check(&plan), Err("desk-proposal-not-lower"));
    /// assert_eq!(proposed("raise", "circa 900").check(&plan), Err("desk-proposal-unread"));
    /// ```
    pub fn check(&self, plan: &Plan) -> Result<(), ProposalFault> {
        let same = |used: &&Use| used.node == self.node && used.indicator == self.indicator;
        let used = plan.uses.iter().find(same).ok_or("desk-proposal-gone")?;
        if self.reason.trim().is_empty() {
            return Err("desk-proposal-without-reason");
        }
        if self.change.title().is_some_and(str::is_empty) {
            return Err("desk-proposal-without-title");
        }
        let Some(phrase) = self.change.target() else { return Ok(()) };
        if phrase.is_empty() && matches!(self.change, Change::Replace { .. }) {
            // Which target another indicator has may be left to whoever keeps the plan.
            return Ok(());
        }
        if phrase.is_empty() {
            return Err("desk-proposal-without-target");
        }
        let target = understood(plan, used, phrase).ok_or("desk-proposal-unread")?;
        let now = used.details.targets.year.as_ref().and_then(Expected::target);
        match &self.change {
            Change::Lower(_) if harder(now, &target).is_some_and(|harder| harder) => {
                Err("desk-proposal-not-lower")
            }
            Change::Raise(_) if harder(now, &target).is_some_and(|harder| !harder) => {
                Err("desk-proposal-not-higher")
            }
            Change::MoveDeadline(_) if !matches!(target, Target::By(_)) => {
                Err("desk-proposal-not-a-deadline")
            }
            _ => Ok(()),
        }
    }
}

/// What a phrase means in the place of a target of the plan.
fn understood(plan: &Plan, used: &Use, phrase: &str) -> Option<Target> {
    let indicator = plan.indicators.iter().find(|indicator| indicator.code == used.indicator);
    let direction = indicator.and_then(|indicator| indicator.direction);
    let context = Context { direction, year: Some(plan.year) };
    read(phrase, context).ok()
}

/// Whether one level asks for more than another of the same kind; `None` where they cannot be
/// compared.
fn harder(now: Option<&Target>, then: &Target) -> Option<bool> {
    let (
        Some(Target::Level { comparison, level, .. }),
        Target::Level { comparison: other, level: next, .. },
    ) = (now, then)
    else {
        return None;
    };
    if comparison.wants_less() != other.wants_less() {
        return None;
    }
    let (now, then): (Decimal, Decimal) = (level.number, next.number);
    match then.cmp(&now) {
        std::cmp::Ordering::Equal => None,
        order => Some(order.is_gt() != comparison.wants_less()),
    }
}
