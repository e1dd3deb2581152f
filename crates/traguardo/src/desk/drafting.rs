//! From a proposal of the OIV to the edits of a draft, and whether a revision has taken it up.
//! Not here: the draft itself, which whoever keeps the plan makes and an act adopts.

use super::{Change, Proposal, ProposalState};
use crate::difference::{Difference, Item};
use crate::edit::{Edit, RowOf, Slot};
use crate::indicator::Indicator;
use crate::plan::{Details, Plan, Targets, Use};
use crate::target::Expected;

/// What a proposal does to a draft.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafting {
    /// The edits, in their order; none where it cannot be done without a person who writes more.
    pub edits: Vec<Edit>,
    /// The row to look at afterwards; none where it is gone.
    pub row: Option<RowOf>,
}

impl Proposal {
    /// The row of the plan that it is about.
    ///
    /// ```
    /// use traguardo::desk::{Change, Proposal, ProposalState};
    /// let proposal = Proposal {
    ///     number: 1,
    ///     round: traguardo::period::parse_date("30/06/2020").unwrap(),
    ///     node: "301".to_owned(),
    ///     indicator: "PART".to_owned(),
    ///     change: Change::Drop,
    ///     reason: "Fermo".to_owned(),
    ///     state: ProposalState::Open,
    /// };
    /// assert_eq!(proposal.row().name(), "PART (301)");
    /// ```
    #[must_use]
    pub fn row(&self) -> RowOf {
        RowOf::Use { indicator: self.indicator.clone(), node: self.node.clone() }
    }

    /// What it does to a draft that holds this plan. A new target takes the place of the year's. An
    /// indicator that goes is taken out, or is neutralised where an act is named. Another indicator
    /// gets a code of its own, so that no reading of the old one counts for it, with the weight and
    /// the owners of the old one; without a target nothing is done, and the row is where to go on.
    ///
    /// ```
    /// use traguardo::desk::{Change, Proposal, ProposalState};
    /// use traguardo::edit::{Contents, apply_all};
    /// use traguardo::{period::parse_date, rules::Rules, sample};
    /// let proposal = Proposal {
    ///     number: 1,
    ///     round: parse_date("30/06/2020").unwrap(),
    ///     node: "301".to_owned(),
    ///     indicator: "PART".to_owned(),
    ///     change: Change::Lower(">= 300 N.".to_owned()),
    ///     reason: "Arresto delle attività".to_owned(),
    ///     state: ProposalState::Open,
    /// };
    /// let before = Contents { plan: sample::plan(), rules: Rules::default() };
    /// let after = apply_all(&before, &proposal.drafting(&before.plan, None).edits).unwrap();
    /// let target = after.plan.uses[1].details.targets.year.as_ref().unwrap();
    /// assert_eq!(target.verbatim, ">= 300 N.");
    /// ```
    #[must_use]
    pub fn drafting(&self, plan: &Plan, act: Option<&str>) -> Drafting {
        let row = self.row();
        let stays = |edits| Drafting { edits, row: Some(self.row()) };
        match &self.change {
            Change::Lower(target) | Change::Raise(target) | Change::MoveDeadline(target) => {
                let written = Some(target.clone());
                stays(vec![Edit::SetTarget { row, slot: Slot::Year, written }])
            }
            Change::Drop => match act {
                Some(act) => stays(vec![Edit::Neutralise { row, act: act.to_owned() }]),
                None => Drafting { edits: vec![self.removal()], row: None },
            },
            Change::Replace { target, .. } if target.is_empty() => stays(Vec::new()),
            Change::Replace { title, target } => self.replacement(plan, title, target),
        }
    }

    fn removal(&self) -> Edit {
        Edit::RemoveUse { indicator: self.indicator.clone(), node: self.node.clone() }
    }

    fn replacement(&self, plan: &Plan, title: &str, target: &str) -> Drafting {
        let code = fresh_code(plan, &self.indicator);
        let same = |used: &&Use| used.node == self.node && used.indicator == self.indicator;
        let old = plan.uses.iter().find(same).map(|used| used.details.clone()).unwrap_or_default();
        let targets = Targets { year: Some(Expected::written(target)), ..Targets::default() };
        let details = Details {
            weight: old.weight,
            responsible: old.responsible,
            collectors: old.collectors,
            mission: old.mission,
            pira: old.pira,
            targets,
            ..Details::default()
        };
        let (title, node) = (title.to_owned(), self.node.clone());
        let indicator = Indicator { code: code.clone(), title, ..Indicator::default() };
        let used = Use { indicator: code.clone(), node: node.clone(), title: None, details };
        let edits = vec![
            Edit::PutIndicator(Box::new(indicator)),
            Edit::AddUse(Box::new(used)),
            self.removal(),
        ];
        Drafting { edits, row: Some(RowOf::Use { indicator: code, node }) }
    }

    /// Whether a difference of two plans says something of the row that it is about.
    ///
    /// ```
    /// use traguardo::desk::{Change, Proposal, ProposalState};
    /// use traguardo::{difference::diff, period::parse_date, sample};
    /// let proposal = Proposal {
    ///     number: 1,
    ///     round: parse_date("30/06/2020").unwrap(),
    ///     node: "301".to_owned(),
    ///     indicator: "PART".to_owned(),
    ///     change: Change::Drop,
    ///     reason: "Fermo".to_owned(),
    ///     state: ProposalState::Drafted(2),
    /// };
    /// assert!(!proposal.is_taken_up(&diff(&sample::plan(), &sample::plan())));
    /// ```
    #[must_use]
    pub fn is_taken_up(&self, difference: &Difference) -> bool {
        difference.entries.iter().any(|entry| match &entry.item {
            Item::Use { indicator, node } => *indicator == self.indicator && *node == self.node,
            Item::Indicator { code } => *code == self.indicator,
            _ => false,
        })
    }
}

impl ProposalState {
    /// Whether somebody has still to decide.
    ///
    /// ```
    /// assert!(!traguardo::desk::ProposalState::Declined("No".into()).is_waiting());
    /// ```
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        *self == Self::Open
    }
}

/// A code like another that no indicator of the plan has: `EXPORT-2`.
fn fresh_code(plan: &Plan, code: &str) -> String {
    let is_taken = |code: &str| plan.indicators.iter().any(|known| known.code == code);
    let mut number = 2_usize;
    loop {
        let fresh = format!("{code}-{number}");
        if !is_taken(&fresh) {
            return fresh;
        }
        number += 1;
    }
}
