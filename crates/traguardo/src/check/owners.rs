//! Issues of who answers: objectives without an owner, or a plan that names none.
//! Not here: owners that the list of offices does not have, see [`super::tree`].

use super::place::in_plan;
use crate::issue::{Issue, Place, Table, kinds};
use crate::plan::Plan;
use crate::tree::Tree;

/// An owner above or below answers for a node too: only branches without any are named, each
/// once, at its top.
pub(super) fn check(plan: &Plan, tree: &Tree, issues: &mut Vec<Issue>) {
    let names = |owners: &[String]| !owners.is_empty();
    let named = plan.nodes.iter().any(|node| names(&node.details.responsible))
        || plan.uses.iter().any(|used| names(&used.details.responsible));
    if !named {
        if !plan.nodes.is_empty() {
            let place = Place::table(Table::Plan).column("responsabile");
            issues.push(Issue::new(&kinds::OWNERS_ABSENT, place));
        }
        return;
    }
    // From the bottom up: whether anybody answers for something in a branch.
    let mut owned = vec![false; plan.nodes.len()];
    for &at in tree.order.iter().rev() {
        let used = |at: &usize| names(&plan.uses[*at].details.responsible);
        owned[at] = names(&plan.nodes[at].details.responsible)
            || tree.uses[at].iter().any(used)
            || tree.children[at].iter().any(|child| owned[*child]);
    }
    // From the top down: a branch below an owner is that owner's.
    let mut settled = vec![false; plan.nodes.len()];
    for &at in &tree.order {
        let node = &plan.nodes[at];
        let own = names(&node.details.responsible);
        let lacks = !settled[at] && !own && !owned[at];
        if lacks && !node.details.is_out() && !tree.is_faulty_node(at) {
            let place = in_plan(&node.details, &node.code, "responsabile");
            issues.push(Issue::new(&kinds::OWNER_MISSING, place).with("title", &node.title));
        }
        for child in &tree.children[at] {
            settled[*child] = settled[at] || own || lacks || node.details.is_out();
        }
    }
}
