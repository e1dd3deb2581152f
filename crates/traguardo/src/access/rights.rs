//! The table of rights: what each role may do, and how far from where it was granted.
//! Not here: a second table; the tests ask [`super::may`] for every cell of this one.

use super::{Action, Role};

/// How far a role carries an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Nowhere: the role may not do it.
    Nowhere,
    /// Where the role was granted: the body, or the office with those below it.
    Granted,
    /// In the whole body, also where the role was granted for one of its offices.
    Body,
}

const NO: Reach = Reach::Nowhere;
const ME: Reach = Reach::Granted;
const ALL: Reach = Reach::Body;

/// One row an action, one column a role, in the order of their lists.
///
/// Individual objectives are personal data already: the administrator and the controller do not
/// see them, the Giunta sees those of the Segretario generale alone (Garante, 204/2025; D.Lgs.
/// 150/2009 art. 14 c. 4-ter). What the OIV writes only the OIV writes.
#[rustfmt::skip]
const RIGHTS: [(Action, [Reach; 8]); 17] = [
    //                                 adm  ctrl coll head sg   oiv  brd  read
    (Action::SeePlan,                [ALL, ALL, ALL, ALL, ALL, ALL, ALL, ALL]),
    (Action::SeeWork,                [NO,  ALL, ALL, ALL, ALL, ALL, ALL, ALL]),
    (Action::EditDraft,              [NO,  ME,  NO,  NO,  NO,  NO,  NO,  NO]),
    (Action::AnswerQuestion,         [NO,  ME,  NO,  ME,  NO,  NO,  NO,  NO]),
    (Action::Adopt,                  [NO,  ME,  NO,  NO,  ME,  NO,  NO,  NO]),
    (Action::RecordReading,          [NO,  ME,  ME,  ME,  NO,  NO,  NO,  NO]),
    (Action::CheckReading,           [NO,  NO,  NO,  ME,  ME,  NO,  NO,  NO]),
    (Action::CloseRound,             [NO,  ME,  NO,  NO,  NO,  NO,  NO,  NO]),
    (Action::SetDeadlines,           [NO,  ME,  NO,  NO,  NO,  NO,  NO,  NO]),
    (Action::WriteEvaluation,        [NO,  NO,  NO,  NO,  NO,  ME,  NO,  NO]),
    (Action::SeeEvaluation,          [NO,  ME,  NO,  NO,  ME,  ME,  ME,  NO]),
    (Action::SeeProposals,           [NO,  ME,  ME,  ME,  ME,  ME,  ME,  NO]),
    (Action::SeeSecretaryObjectives, [NO,  NO,  NO,  NO,  ME,  ME,  ME,  NO]),
    (Action::SeeHeadObjectives,      [NO,  NO,  NO,  ME,  ME,  ME,  NO,  NO]),
    (Action::ManageAccounts,         [ME,  NO,  NO,  NO,  NO,  NO,  NO,  NO]),
    (Action::Configure,              [ME,  NO,  NO,  NO,  NO,  NO,  NO,  NO]),
    (Action::SeeTrail,               [ME,  NO,  NO,  NO,  NO,  ME,  NO,  NO]),
];

/// How far a role carries an action.
///
/// ```
/// use traguardo::access::{Action, Reach, Role, reach};
/// assert_eq!(reach(Role::Evaluator, Action::WriteEvaluation), Reach::Granted);
/// assert_eq!(reach(Role::Controller, Action::WriteEvaluation), Reach::Nowhere);
/// ```
#[must_use]
pub fn reach(role: Role, action: Action) -> Reach {
    let row = RIGHTS.iter().find(|(named, _)| *named == action);
    let at = Role::ALL.iter().position(|named| *named == role);
    row.zip(at).and_then(|((_, row), at)| row.get(at)).copied().unwrap_or(Reach::Nowhere)
}

/// The roles that may do something somewhere.
///
/// ```
/// use traguardo::access::{Action, Role, roles};
/// assert_eq!(roles(Action::Adopt), [Role::Controller, Role::SecretaryGeneral]);
/// ```
#[must_use]
pub fn roles(action: Action) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| reach(*role, action) != Reach::Nowhere).collect()
}
