//! Roll-up: Σ w·s / Σ w over the parts that count, from the leaves to the body.
//! Not here: how a leaf is scored.

use crate::number::Decimal;
use crate::plan::{Node, Plan, Status};
use crate::rules::{MissingRule, NodeRules, NotDueRule, Rules, WithoutWeightsRule};
use crate::score::{Cause, Group, GroupKind, NodeScore, Outcome, Part, PartOf, Rolled, UseScore};
use crate::target::Target;
use crate::tree::Tree;

/// A part on its way up.
#[derive(Debug, Clone, Copy)]
struct Entry {
    weight: Option<Decimal>,
    rolled: Rolled,
}

/// Rolls up a whole tree, children before parents.
pub(super) fn roll_up_tree(
    plan: &Plan,
    rules: &Rules,
    tree: &Tree,
    uses: &[UseScore],
) -> (NodeScore, Vec<NodeScore>) {
    let mut rolled: Vec<Option<NodeScore>> = vec![None; plan.nodes.len()];
    for &at in tree.order.iter().rev() {
        let node = &plan.nodes[at];
        let own = tree.uses[at].iter().map(|used| use_entry(plan, uses, *used));
        let below = tree.children[at].iter().map(|child| node_entry(plan, &rolled, *child));
        let mut score = score_node(node, own.collect(), below.collect(), &rules.node);
        take_state(&mut score, node, tree.is_faulty_node(at));
        score.met = node_met(node, score.rolled.outcome);
        rolled[at] = Some(score);
    }
    let top = tree.top.iter().map(|child| node_entry(plan, &rolled, *child)).collect::<Vec<_>>();
    let group = roll_group(GroupKind::All, &top, &rules.node);
    let body = NodeScore { rolled: group.rolled, met: None, groups: vec![group] };
    let nodes = rolled.into_iter().map(|score| score.unwrap_or_else(empty_node)).collect();
    (body, nodes)
}

type Placed = (PartOf, Entry);

fn use_entry(plan: &Plan, uses: &[UseScore], at: usize) -> Placed {
    let details = &plan.uses[at].details;
    let outcome = uses[at].reckoning.outcome;
    let score = outcome.score();
    let measured = if score.is_some() { Decimal::ONE_HUNDRED } else { Decimal::ZERO };
    let coverage = (!outcome.is_out()).then_some(measured);
    let rolled = Rolled { outcome, cause: None, on_measured: score, coverage };
    (PartOf::Use(at), Entry { weight: details.weight, rolled })
}

fn node_entry(plan: &Plan, rolled: &[Option<NodeScore>], at: usize) -> Placed {
    let rolled = rolled[at].as_ref().map_or(empty_node().rolled, |score| score.rolled);
    (PartOf::Node(at), Entry { weight: plan.nodes[at].details.weight, rolled })
}

fn empty_node() -> NodeScore {
    let rolled = Rolled {
        outcome: Outcome::Missing,
        cause: Some(Cause::NoParts),
        on_measured: None,
        coverage: None,
    };
    NodeScore { rolled, met: None, groups: Vec::new() }
}

/// A node's score: all its parts by weight, or its two kinds of parts by quota.
fn score_node(node: &Node, own: Vec<Placed>, below: Vec<Placed>, rules: &NodeRules) -> NodeScore {
    let quotas = node.quotas;
    if quotas.indicators.is_none() && quotas.children.is_none() {
        let all: Vec<Placed> = own.into_iter().chain(below).collect();
        let group = roll_group(GroupKind::All, &all, rules);
        return NodeScore { rolled: group.rolled, met: None, groups: vec![group] };
    }
    let mut groups = Vec::new();
    for (kind, quota, parts) in [
        (GroupKind::Indicators, quotas.indicators, own),
        (GroupKind::Children, quotas.children, below),
    ] {
        if !parts.is_empty() {
            let mut group = roll_group(kind, &parts, rules);
            group.quota = quota;
            groups.push(group);
        }
    }
    let entries: Vec<Entry> =
        groups.iter().map(|group| Entry { weight: group.quota, rolled: group.rolled }).collect();
    let (rolled, shares) = roll_up(&entries, rules);
    for (group, (_, share)) in groups.iter_mut().zip(shares) {
        group.share = share;
    }
    NodeScore { rolled, met: None, groups }
}

fn roll_group(kind: GroupKind, parts: &[Placed], rules: &NodeRules) -> Group {
    let entries: Vec<Entry> = parts.iter().map(|(_, entry)| *entry).collect();
    let (rolled, shares) = roll_up(&entries, rules);
    let parts = parts
        .iter()
        .zip(shares)
        .map(|((of, _), (weight, share))| Part { of: *of, weight, share })
        .collect();
    let share = rolled.outcome.score().map(|_| Decimal::ONE);
    Group { kind, quota: None, share, rolled, parts }
}

/// Σ w·s / Σ w over the parts that count, with each part's weight and share.
fn roll_up(parts: &[Entry], rules: &NodeRules) -> (Rolled, Vec<(Decimal, Option<Decimal>)>) {
    let weights = weights(parts, rules.without_weights);
    let counted = |at: &usize| !parts[*at].rolled.outcome.is_out() && !weights[*at].is_zero();
    let counted: Vec<usize> = (0..parts.len()).filter(counted).collect();
    let (outcome, cause) = outcome_of(parts, &weights, &counted, rules);
    let weighted = |number: &dyn Fn(&Rolled) -> Option<Decimal>| {
        weighted_mean(counted.iter().filter_map(|at| {
            let number = number(&parts[*at].rolled)?;
            Some((weights[*at], number))
        }))
    };
    let rolled = Rolled {
        outcome,
        cause,
        on_measured: weighted(&|rolled| rolled.on_measured),
        coverage: weighted(&|rolled| rolled.coverage),
    };
    let counts = |part: &Entry, weight: &Decimal| {
        let outcome_enters = enters(part.rolled.outcome, rules);
        outcome.score().is_some() && outcome_enters && !weight.is_zero()
    };
    let counting: Vec<bool> =
        parts.iter().zip(&weights).map(|(part, weight)| counts(part, weight)).collect();
    let shares = shares(&weights, &counting);
    (rolled, weights.into_iter().zip(shares).collect())
}

/// What outcomes roll up to, each with its weight first, and the weight with which each of them
/// enters the mean; `None`: it does not.
pub(crate) fn roll_up_outcomes(
    parts: &[(Option<Decimal>, Outcome)],
    rules: &NodeRules,
) -> (Outcome, Vec<Option<Decimal>>) {
    let entry = |(weight, outcome): &(Option<Decimal>, Outcome)| Entry {
        weight: *weight,
        rolled: Rolled { outcome: *outcome, cause: None, on_measured: None, coverage: None },
    };
    let entries: Vec<Entry> = parts.iter().map(entry).collect();
    let (rolled, weights) = roll_up(&entries, rules);
    let entering = entries.iter().zip(weights).map(|(entry, (weight, _))| {
        (enters(entry.rolled.outcome, rules) && !weight.is_zero()).then_some(weight)
    });
    (rolled.outcome, entering.collect())
}

/// The weights with which parts enter: blank beside siblings that have one is 0, blank for all is
/// what the rules say.
fn weights(parts: &[Entry], rule: WithoutWeightsRule) -> Vec<Decimal> {
    let none =
        parts.iter().filter(|part| !part.rolled.outcome.is_out()).all(|part| part.weight.is_none());
    let blank = match rule {
        WithoutWeightsRule::Equal if none => Decimal::ONE,
        WithoutWeightsRule::Equal | WithoutWeightsRule::NoScore => Decimal::ZERO,
    };
    parts.iter().map(|part| part.weight.unwrap_or(blank).max(Decimal::ZERO)).collect()
}

fn outcome_of(
    parts: &[Entry],
    weights: &[Decimal],
    counted: &[usize],
    rules: &NodeRules,
) -> (Outcome, Option<Cause>) {
    let outcomes = || parts.iter().map(|part| part.rolled.outcome);
    if parts.is_empty() {
        return (Outcome::Missing, Some(Cause::NoParts));
    }
    if outcomes().all(Outcome::is_out) {
        let all_neutralised = outcomes().all(|outcome| outcome == Outcome::Neutralised);
        return if all_neutralised {
            (Outcome::Neutralised, Some(Cause::Neutralised))
        } else {
            (Outcome::Baseline, Some(Cause::BaselineYear))
        };
    }
    if counted.is_empty() {
        let any_weight = parts.iter().any(|p| p.weight.is_some() && !p.rolled.outcome.is_out());
        let cause = if any_weight { Cause::WeightsZero } else { Cause::NoWeights };
        return (Outcome::Missing, Some(cause));
    }
    let of = |at: &usize| parts[*at].rolled.outcome;
    if counted.iter().all(|at| of(at).score().is_none()) {
        return if counted.iter().all(|at| of(at) == Outcome::NotDue) {
            (Outcome::NotDue, Some(Cause::StillTime))
        } else {
            (Outcome::Missing, Some(Cause::NothingScored))
        };
    }
    if rules.missing == MissingRule::Block && counted.iter().any(|at| of(at) == Outcome::Missing) {
        return (Outcome::Missing, Some(Cause::Blocked));
    }
    let entering = counted.iter().filter(|at| enters(of(at), rules));
    let mean =
        weighted_mean(entering.map(|at| (weights[*at], of(at).score().unwrap_or(Decimal::ZERO))));
    mean.map_or((Outcome::Missing, Some(Cause::NothingScored)), |m| (Outcome::Scored(m), None))
}

/// Whether an outcome takes part in its parent's mean, as a score or as 0.
fn enters(outcome: Outcome, rules: &NodeRules) -> bool {
    match outcome {
        Outcome::Scored(_) => true,
        Outcome::Missing => rules.missing == MissingRule::Zero,
        Outcome::NotDue => rules.not_due == NotDueRule::Zero,
        Outcome::Baseline | Outcome::Neutralised => false,
    }
}

fn weighted_mean(parts: impl Iterator<Item = (Decimal, Decimal)>) -> Option<Decimal> {
    let (mut sum, mut total) = (Decimal::ZERO, Decimal::ZERO);
    for (weight, number) in parts {
        sum = sum.checked_add(weight.checked_mul(number)?)?;
        total = total.checked_add(weight)?;
    }
    sum.checked_div(total)
}

fn shares(weights: &[Decimal], counting: &[bool]) -> Vec<Option<Decimal>> {
    let counted = weights.iter().zip(counting).filter(|(_, counts)| **counts);
    let total: Decimal = counted.map(|(weight, _)| *weight).sum();
    let share = |(weight, counts): (&Decimal, &bool)| {
        if *counts { weight.checked_div(total) } else { None }
    };
    weights.iter().zip(counting).map(share).collect()
}

/// The mean of parts that weigh the same, under the same rules as children.
pub(super) fn mean(outcomes: &[Outcome], rules: &NodeRules) -> Outcome {
    let entry = |outcome: &Outcome| Entry {
        weight: Some(Decimal::ONE),
        rolled: Rolled {
            outcome: *outcome,
            cause: None,
            on_measured: outcome.score(),
            coverage: None,
        },
    };
    let entries: Vec<Entry> = outcomes.iter().map(entry).collect();
    roll_up(&entries, rules).0.outcome
}

/// What the row itself says of a node comes before what rolled up.
fn take_state(score: &mut NodeScore, node: &Node, faulty: bool) {
    let (outcome, cause) = match node.details.status {
        Some(Status::Neutralised) => (Outcome::Neutralised, Cause::Neutralised),
        Some(Status::Eliminated) => (Outcome::Neutralised, Cause::Eliminated),
        _ if faulty || node.details.faulty => (Outcome::Missing, Cause::FaultyRow),
        _ => return,
    };
    score.rolled = Rolled { outcome, cause: Some(cause), on_measured: None, coverage: None };
    if outcome == Outcome::Missing {
        score.rolled.coverage = Some(Decimal::ZERO);
    }
}

/// Whether a node's score meets the target that its row sets on the roll-up.
fn node_met(node: &Node, outcome: Outcome) -> Option<bool> {
    let score = outcome.score()?;
    match node.details.targets.year.as_ref()?.target()? {
        Target::Level { comparison, level, .. } => Some(comparison.met(score, level.number)),
        Target::Range { low, high } => Some(low.number <= score && score <= high.number),
        _ => None,
    }
}
