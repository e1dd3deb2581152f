//! Edits of nodes: where they stand, and the branch under them.
//! Not here: their weights and targets, see [`super::weight`] and [`super::row`].

use hashbrown::{HashMap, HashSet};

use super::row::{forget_unused, node_at, not_blank, written};
use super::{Refusal, RowOf, answers, weight};
use crate::plan::{Node, Plan, Quotas};

pub(super) fn add(plan: &Plan, node: &Node) -> Result<Plan, Refusal> {
    not_blank("codice", &node.code)?;
    not_blank("titolo", &node.title)?;
    weight::in_range(node.details.weight)?;
    if plan.nodes.iter().any(|known| known.code == node.code) {
        return Err(Refusal::Taken(RowOf::Node(node.code.clone())));
    }
    if let Some(parent) = &node.parent {
        node_at(plan, parent).map_err(|_| Refusal::NoSuchParent(parent.clone()))?;
    }
    let mut plan = plan.clone();
    plan.nodes.push(node.clone());
    plan.understand();
    Ok(plan)
}

pub(super) fn change(
    plan: &Plan,
    code: &str,
    (parent, level, title): (Option<&str>, &str, &str),
    quotas: Quotas,
) -> Result<Plan, Refusal> {
    let at = node_at(plan, code)?;
    not_blank("titolo", title)?;
    if let Some(parent) = parent.filter(|parent| plan.nodes[at].parent.as_deref() != Some(*parent))
    {
        node_at(plan, parent).map_err(|_| Refusal::NoSuchParent(parent.to_owned()))?;
        if branch(plan, code).contains(parent) {
            return Err(Refusal::UnderItself(code.to_owned()));
        }
    }
    let mut plan = plan.clone();
    let node = &mut plan.nodes[at];
    node.parent = parent.map(String::from);
    level.trim().clone_into(&mut node.level);
    title.trim().clone_into(&mut node.title);
    node.quotas = quotas;
    Ok(plan)
}

/// What the OIV says on the card is the OIV's, and stays.
pub(super) fn set_card(
    plan: &Plan,
    code: &str,
    [reference, kind, benefit, result]: [&Option<String>; 4],
) -> Result<Plan, Refusal> {
    let at = node_at(plan, code)?;
    let mut plan = plan.clone();
    let card = &mut plan.nodes[at].card;
    card.reference = written(reference.as_deref());
    card.kind = written(kind.as_deref());
    card.benefit = written(benefit.as_deref());
    card.result = written(result.as_deref());
    Ok(plan)
}

pub(super) fn remove(plan: &Plan, code: &str) -> Result<Plan, Refusal> {
    node_at(plan, code)?;
    let gone: HashSet<String> = branch(plan, code).into_iter().map(String::from).collect();
    let mut plan = plan.clone();
    plan.nodes.retain(|node| !gone.contains(&node.code));
    let was_used: Vec<String> = plan
        .uses
        .iter()
        .filter(|used| gone.contains(&used.node))
        .map(|used| used.indicator.clone())
        .collect();
    plan.uses.retain(|used| !gone.contains(&used.node));
    forget_unused(&mut plan, &was_used);
    answers::forget_orphans(&mut plan);
    Ok(plan)
}

/// The codes of a node and of all that stand under it, whatever the plan makes of them.
fn branch<'a>(plan: &'a Plan, code: &'a str) -> HashSet<&'a str> {
    let mut children: HashMap<&str, Vec<&str>> = HashMap::new();
    for node in &plan.nodes {
        if let Some(parent) = node.parent.as_deref() {
            children.entry(parent).or_default().push(&node.code);
        }
    }
    let (mut found, mut open) = (HashSet::new(), vec![code]);
    while let Some(next) = open.pop() {
        if found.insert(next) {
            open.extend(children.get(next).into_iter().flatten());
        }
    }
    found
}
