//! Which offices answer for a part of a plan, and whether one lies within another.
//! Not here: roles; whoever gets here has one that would do.

use hashbrown::{HashMap, HashSet};

use super::{Action, On, Refusal};
use crate::plan::{Details, Plan};
use crate::tree::Tree;

/// Whether what the action is done on is answered for by one of some offices or those below.
pub(super) fn within(offices: &[&str], action: Action, on: On<'_>) -> Result<(), Refusal> {
    let own;
    let (plan, answering) = match on {
        On::Installation => return Err(Refusal::WholeInstallation { action }),
        On::Body(_) => return Err(Refusal::WholeBody { action }),
        On::Node(plan, tree, node) => {
            (plan, above(plan, tree, node, |details| &details.responsible))
        }
        On::Use(plan, tree, used) => (plan, of_use(plan, tree, used, action)),
        On::Office(plan, office) => {
            own = [office.to_owned()];
            (plan, &own[..])
        }
    };
    // What is proposed of an indicator concerns those who record it as those who answer for it.
    let also = match (on, action) {
        (On::Use(plan, tree, used), Action::SeeProposals) => recorders(plan, tree, used),
        _ => &[],
    };
    if answering.is_empty() && also.is_empty() {
        return Err(Refusal::NobodyAnswers { action });
    }
    if answering.iter().chain(also).any(|office| is_below(plan, office, offices)) {
        return Ok(());
    }
    let named = |code: &String| {
        let office = plan.offices.iter().find(|office| office.code == *code);
        office.map_or_else(|| code.clone(), |office| office.name.clone())
    };
    Err(Refusal::OtherOffice { action, offices: answering.iter().map(named).collect() })
}

/// The offices of a use: those that record, for recording, or else those that answer for it.
fn of_use<'a>(plan: &'a Plan, tree: &Tree, used: usize, action: Action) -> &'a [String] {
    match action {
        Action::RecordReading => recorders(plan, tree, used),
        _ => answerable(plan, tree, used),
    }
}

/// The offices that record the readings of a use, by their codes: its `rilevatore`, or that of
/// the nearest node above that names one; where nobody is named, those that answer for it.
///
/// ```
/// use traguardo::{access::recorders, sample, tree::Tree};
/// let mut plan = sample::plan();
/// plan.nodes[1].details.responsible = vec!["promozione".to_owned()];
/// assert_eq!(recorders(&plan, &Tree::of(&plan), 0), ["promozione"]);
/// plan.nodes[0].details.collectors = vec!["statistica".to_owned()];
/// assert_eq!(recorders(&plan, &Tree::of(&plan), 0), ["statistica"]);
/// ```
#[must_use]
pub fn recorders<'a>(plan: &'a Plan, tree: &Tree, used: usize) -> &'a [String] {
    let found = nearest(plan, tree, used, |details| &details.collectors);
    if found.is_empty() { answerable(plan, tree, used) } else { found }
}

/// The offices that answer for a use, by their codes: its `responsabile`, or that of the nearest
/// node above that names one.
///
/// ```
/// use traguardo::{access::answerable, sample, tree::Tree};
/// let mut plan = sample::plan();
/// plan.nodes[1].details.responsible = vec!["promozione".to_owned()];
/// assert_eq!(answerable(&plan, &Tree::of(&plan), 2), ["promozione"]);
/// ```
#[must_use]
pub fn answerable<'a>(plan: &'a Plan, tree: &Tree, used: usize) -> &'a [String] {
    nearest(plan, tree, used, |details| &details.responsible)
}

/// The offices that a use names, or the nearest node above it that names any.
fn nearest<'a>(
    plan: &'a Plan,
    tree: &Tree,
    used: usize,
    named: impl Fn(&'a Details) -> &'a Vec<String>,
) -> &'a [String] {
    let Some(used) = plan.uses.get(used) else { return &[] };
    let own = named(&used.details);
    if !own.is_empty() {
        return own;
    }
    tree.node(&used.node).map_or(&[], |node| above(plan, tree, node, named))
}

/// The offices that a node names, or the nearest above it that names any.
fn above<'a>(
    plan: &'a Plan,
    tree: &Tree,
    node: usize,
    named: impl Fn(&'a Details) -> &'a Vec<String>,
) -> &'a [String] {
    let mut at = Some(node);
    // As many steps as there are nodes: parents may go round in a circle.
    for _ in 0..plan.nodes.len() {
        let Some(node) = at.and_then(|at| plan.nodes.get(at)) else { return &[] };
        let own = named(&node.details);
        if !own.is_empty() {
            return own;
        }
        at = node.parent.as_deref().and_then(|parent| tree.node(parent));
    }
    &[]
}

/// Whether an office is one of some, or below one of them.
fn is_below(plan: &Plan, office: &str, offices: &[&str]) -> bool {
    let above: HashMap<&str, Option<&str>> =
        plan.offices.iter().map(|office| (&*office.code, office.parent.as_deref())).collect();
    let mut seen = HashSet::new();
    let mut at = Some(office);
    while let Some(code) = at.filter(|code| seen.insert(*code)) {
        if offices.contains(&code) {
            return true;
        }
        at = above.get(code).copied().flatten();
    }
    false
}
