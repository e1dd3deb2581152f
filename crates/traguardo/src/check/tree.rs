//! Issues of the shape of a plan: codes, parents, levels, offices.
//! Not here: weights and targets.

use hashbrown::HashSet;

use super::Likely;
use super::place::{in_plan, of_node, of_use};
use crate::issue::{Issue, Place, Table, kinds};
use crate::plan::{Details, Plan};
use crate::tree::{Fault, Tree};

pub(super) fn check(plan: &Plan, tree: &Tree, issues: &mut Vec<Issue>) {
    if plan.nodes.is_empty() {
        issues.push(Issue::new(&kinds::PLAN_EMPTY, Place::table(Table::Plan)));
    }
    let mut likely = Likely::new();
    issues.extend(tree.faults.iter().map(|fault| of_fault(plan, fault, &mut likely)));
    check_depth(plan, tree, issues);
    check_levels(plan, tree, issues);
    check_offices(plan, issues);
    for (at, node) in plan.nodes.iter().enumerate() {
        let empty = tree.children[at].is_empty() && tree.uses[at].is_empty();
        if empty && !tree.is_faulty_node(at) && !node.details.is_out() {
            let place = of_node(node, "codice");
            issues.push(Issue::new(&kinds::NODE_WITHOUT_PARTS, place));
        }
    }
}

fn of_fault(plan: &Plan, fault: &Fault, likely: &mut Likely) -> Issue {
    let node_codes = || plan.nodes.iter().map(|node| node.code.as_str());
    let node = |at: usize| &plan.nodes[at];
    match fault {
        Fault::NodeTwice { first, second } => {
            let place = of_node(node(*second), "codice");
            Issue::new(&kinds::NODE_TWICE, place).first_in(node(*first).details.row)
        }
        Fault::NodeParentUnknown(at) => {
            let parent = node(*at).parent.as_deref().unwrap_or_default();
            Issue::new(&kinds::PARENT_UNKNOWN, of_node(node(*at), "padre"))
                .with("found", parent)
                .with("nearest", likely.of(parent, node_codes()))
        }
        Fault::Cycle(nodes) => {
            let first = nodes.first().map(|at| node(*at));
            let codes = nodes.iter().map(|at| node(*at).code.as_str());
            let path = codes.chain(first.map(|n| n.code.as_str())).collect::<Vec<_>>().join(" → ");
            let place = first.map_or(Place::table(Table::Plan), |node| of_node(node, "padre"));
            Issue::new(&kinds::PARENT_CYCLE, place).with("path", path)
        }
        Fault::UseParentUnknown(at) => {
            let used = &plan.uses[*at];
            Issue::new(&kinds::PARENT_UNKNOWN, of_use(used, "padre", &used.node))
                .with("found", &used.node)
                .with("nearest", likely.of(&used.node, node_codes()))
        }
        Fault::UseTwice { first, second } => {
            let used = &plan.uses[*second];
            let place = in_plan(&used.details, &used.indicator, "codice");
            Issue::new(&kinds::INDICATOR_TWICE, place)
                .first_in(plan.uses[*first].details.row)
                .with("parent", &used.node)
        }
    }
}

/// Nobody plans so deep: whatever draws a tree may rely on it.
const DEPTH_MOST: usize = 64;

fn check_depth(plan: &Plan, tree: &Tree, issues: &mut Vec<Issue>) {
    let mut depth = vec![1; plan.nodes.len()];
    for &at in &tree.order {
        for child in &tree.children[at] {
            depth[*child] = depth[at] + 1;
        }
    }
    // Said once: what is below it is too deep for the same reason.
    if let Some(at) = tree.order.iter().find(|at| depth[**at] > DEPTH_MOST) {
        let node = &plan.nodes[*at];
        let place = of_node(node, "padre");
        issues.push(Issue::new(&kinds::TREE_TOO_DEEP, place).with("most", DEPTH_MOST.to_string()));
    }
}

fn check_levels(plan: &Plan, tree: &Tree, issues: &mut Vec<Issue>) {
    let none = || "none".to_owned();
    let depth = |level: &str| plan.levels.iter().position(|known| known == level);
    let mut likely = Likely::new();
    for node in &plan.nodes {
        let place = || of_node(node, "livello");
        // A blank cell is told by the reader.
        if node.level.is_empty() {
            continue;
        }
        let Some(own) = depth(&node.level) else {
            let known = plan.levels.iter().map(String::as_str);
            issues.push(
                Issue::new(&kinds::LEVEL_UNKNOWN, place())
                    .with("found", &node.level)
                    .with(
                        "allowed",
                        if plan.levels.is_empty() { none() } else { plan.levels.join(", ") },
                    )
                    .with("nearest", likely.of(&node.level, known)),
            );
            continue;
        };
        let parent = node.parent.as_deref().and_then(|code| tree.node(code));
        let above = parent.map(|at| &plan.nodes[at]);
        if let Some(parent) = above.filter(|up| depth(&up.level).is_some_and(|d| d >= own)) {
            issues.push(
                Issue::new(&kinds::LEVEL_ORDER, place())
                    .with("found", &node.level)
                    .with("parent", &parent.level),
            );
        }
    }
}

fn check_offices(plan: &Plan, issues: &mut Vec<Issue>) {
    // A plan without a list of offices names them freely.
    if plan.offices.is_empty() {
        return;
    }
    let known: HashSet<&str> = plan.offices.iter().map(|office| office.code.as_str()).collect();
    let mut likely = Likely::new();
    let mut look = |details: &Details, code: &str| {
        let named = [("responsabile", &details.responsible), ("rilevatore", &details.collectors)];
        for (column, offices) in named {
            for office in offices.iter().filter(|office| !known.contains(office.as_str())) {
                issues.push(
                    Issue::new(
                        &kinds::OFFICE_UNKNOWN,
                        in_plan(details, code, column).under(office),
                    )
                    .with("found", office)
                    .with("nearest", likely.of(office, known.iter().copied())),
                );
            }
        }
    };
    plan.nodes.iter().for_each(|node| look(&node.details, &node.code));
    plan.uses.iter().for_each(|used| look(&used.details, &used.indicator));
}
