//! Which offices answer for a part of a plan, and whether one lies within another.
//! Not here: roles; whoever gets here has one that would do.

use hashbrown::{HashMap, HashSet};

use super::{Action, On, Refusal};
use crate::plan::Plan;
use crate::tree::Tree;

/// Whether what the action is done on is answered for by one of some offices or those below.
pub(super) fn within(offices: &[&str], action: Action, on: On<'_>) -> Result<(), Refusal> {
    let (plan, answering) = match on {
        On::Installation => return Err(Refusal::WholeInstallation { action }),
        On::Body(_) => return Err(Refusal::WholeBody { action }),
        On::Node(plan, tree, node) => (plan, responsible(plan, tree, node)),
        On::Use(plan, tree, used) => (plan, of_use(plan, tree, used, action)),
    };
    if answering.is_empty() {
        return Err(Refusal::NobodyAnswers { action });
    }
    if answering.iter().any(|office| is_below(plan, office, offices)) {
        return Ok(());
    }
    let named = |code: &String| {
        let office = plan.offices.iter().find(|office| office.code == *code);
        office.map_or_else(|| code.clone(), |office| office.name.clone())
    };
    Err(Refusal::OtherOffice { action, offices: answering.iter().map(named).collect() })
}

/// The offices of a use: those that collect, for recording, or else those that answer for it.
fn of_use<'a>(plan: &'a Plan, tree: &Tree, used: usize, action: Action) -> &'a [String] {
    let Some(used) = plan.uses.get(used) else { return &[] };
    if action == Action::RecordReading && !used.details.collectors.is_empty() {
        return &used.details.collectors;
    }
    if !used.details.responsible.is_empty() {
        return &used.details.responsible;
    }
    tree.node(&used.node).map_or(&[], |node| responsible(plan, tree, node))
}

/// The offices that answer for a node: its own, or those of the nearest node above that has some.
fn responsible<'a>(plan: &'a Plan, tree: &Tree, node: usize) -> &'a [String] {
    let mut at = Some(node);
    // As many steps as there are nodes: parents may go round in a circle.
    for _ in 0..plan.nodes.len() {
        let Some(node) = at.and_then(|at| plan.nodes.get(at)) else { return &[] };
        if !node.details.responsible.is_empty() {
            return &node.details.responsible;
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
