//! Who may do what: people, the roles granted to them, and the one function that answers.
//! Not here: passwords and sessions, which the store keeps, and the pages that ask.

mod action;
mod answering;
mod refusal;
mod rights;
mod role;
#[cfg(test)]
mod tests;

pub use action::Action;
pub use answering::{answerable, recorders};
pub use refusal::Refusal;
pub use rights::{Reach, reach, roles};
pub use role::{Grant, Role, Scope};

use crate::plan::Plan;
use crate::tree::Tree;

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// The name of the account, with which one signs in.
    pub id: String,
    /// The name that is shown and stands in the trail.
    pub name: String,
    /// The roles granted, each with where it holds.
    pub grants: Vec<Grant>,
}

impl Person {
    /// Who it is, as the trail names them: the name, and that of the account where it is another.
    ///
    /// ```
    /// use traguardo::access::Person;
    /// let named = |name: &str| Person { id: "anna".into(), name: name.into(), grants: Vec::new() };
    /// assert_eq!(named("Anna Esempio").signed(), "Anna Esempio (anna)");
    /// assert_eq!(named("anna").signed(), "anna");
    /// ```
    #[must_use]
    pub fn signed(&self) -> String {
        if self.name == self.id { self.id.clone() } else { format!("{} ({})", self.name, self.id) }
    }
}

/// What an action is done on.
#[derive(Debug, Clone, Copy)]
pub enum On<'a> {
    /// The installation, with every body in it.
    Installation,
    /// A body as a whole, by its IPA code.
    Body(&'a str),
    /// A node of a plan, by its position.
    Node(&'a Plan, &'a Tree, usize),
    /// The use of an indicator by a node of a plan, by its position.
    Use(&'a Plan, &'a Tree, usize),
    /// An office of the body of a plan, by its code.
    Office(&'a Plan, &'a str),
}

impl On<'_> {
    /// The body whose things they are; none for the installation.
    ///
    /// ```
    /// use traguardo::access::On;
    /// assert_eq!((On::Body("cciaa_mo").body(), On::Installation.body()), (Some("cciaa_mo"), None));
    /// ```
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        match self {
            Self::Installation => None,
            Self::Body(ipa) => Some(ipa),
            Self::Node(plan, ..) | Self::Use(plan, ..) | Self::Office(plan, _) => {
                Some(&plan.body.ipa)
            }
        }
    }
}

/// Whether somebody may do something; `None` is whoever has not signed in.
///
/// A grant for an office holds for what that office answers for, and the offices below it: for a
/// node the nearest offices named `responsabile` on it or above, for the recording of a reading
/// those named `rilevatore`, there or above, where there are any; for what the OIV proposes both.
///
/// # Errors
/// The reason why not.
///
/// ```
/// use traguardo::access::{Action, Grant, On, Person, Refusal, Role, Scope, may};
/// let controller = Person {
///     id: "anna".to_owned(),
///     name: "Controllo di gestione".to_owned(),
///     grants: vec![Grant { role: Role::Controller, scope: Scope::Body("cciaa_mo".to_owned()) }],
/// };
/// assert!(may(Some(&controller), Action::CloseRound, On::Body("cciaa_mo")).is_ok());
/// let other = may(Some(&controller), Action::CloseRound, On::Body("cciaa_so"));
/// assert!(matches!(other, Err(Refusal::OtherBody { .. })));
/// assert!(may(None, Action::SeePlan, On::Body("cciaa_so")).is_ok());
/// ```
pub fn may(person: Option<&Person>, action: Action, on: On<'_>) -> Result<(), Refusal> {
    if action.is_open() {
        return Ok(());
    }
    let Some(person) = person else { return Err(Refusal::NotSignedIn { action }) };
    let held: Vec<(&Grant, Reach)> = person
        .grants
        .iter()
        .map(|grant| (grant, reach(grant.role, action)))
        .filter(|(_, reach)| *reach != Reach::Nowhere)
        .collect();
    if held.is_empty() {
        return Err(Refusal::Role { action });
    }
    let here: Vec<&(&Grant, Reach)> =
        held.iter().filter(|(grant, _)| grant.scope.touches(on.body())).collect();
    if here.is_empty() {
        return Err(match on.body() {
            Some(body) => Refusal::OtherBody { action, body: body.to_owned() },
            None => Refusal::WholeInstallation { action },
        });
    }
    let mut offices = Vec::new();
    for (grant, reach) in here {
        match &grant.scope {
            Scope::Office { office, .. } if *reach == Reach::Granted => offices.push(&**office),
            _ => return Ok(()),
        }
    }
    answering::within(&offices, action, on)
}

/// Whether somebody may change the account of another as a whole: give it a password, lock it, sign
/// it out. They must manage accounts wherever the other has a role: or whoever manages those of one
/// body could become, by a new password, what the other is in a second one.
///
/// # Errors
/// The reason why not.
///
/// ```
/// use traguardo::access::{Grant, Person, Role, Scope, may_manage};
/// let holding = |role, body: &str| Person {
///     grants: vec![Grant { role, scope: Scope::Body(body.to_owned()) }],
///     ..Person::default()
/// };
/// let administrator = holding(Role::Administrator, "cciaa_mo");
/// assert!(may_manage(Some(&administrator), &holding(Role::Head, "cciaa_mo")).is_ok());
/// assert!(may_manage(Some(&administrator), &holding(Role::Head, "cciaa_so")).is_err());
/// ```
pub fn may_manage(person: Option<&Person>, other: &Person) -> Result<(), Refusal> {
    let action = Action::ManageAccounts;
    if other.grants.is_empty() {
        return may(person, action, On::Installation);
    }
    other.grants.iter().try_for_each(|grant| may(person, action, grant.scope.on()))
}

/// Whether somebody may do something anywhere at all: what a page asks that says only later on
/// what. Whoever may here must still be asked with [`may`] before anything is done.
///
/// # Errors
/// The reason why not.
///
/// ```
/// use traguardo::access::{Action, Grant, Person, Role, Scope, may_somewhere};
/// let office = Scope::Office { body: "cciaa_so".to_owned(), office: "RAG".to_owned() };
/// let head = Person {
///     grants: vec![Grant { role: Role::Head, scope: office }],
///     ..Person::default()
/// };
/// assert!(may_somewhere(Some(&head), Action::CheckReading).is_ok());
/// assert!(may_somewhere(Some(&head), Action::CloseRound).is_err());
/// assert!(may_somewhere(None, Action::CheckReading).is_err());
/// ```
pub fn may_somewhere(person: Option<&Person>, action: Action) -> Result<(), Refusal> {
    if action.is_open() {
        return Ok(());
    }
    let Some(person) = person else { return Err(Refusal::NotSignedIn { action }) };
    let carries = |grant: &Grant| reach(grant.role, action) != Reach::Nowhere;
    if person.grants.iter().any(carries) { Ok(()) } else { Err(Refusal::Role { action }) }
}
