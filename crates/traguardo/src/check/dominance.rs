//! The issue of an indicator that alone decides most of the body's score.
//! Not here: the scores themselves; what counts here are weights and quotas.

use hashbrown::HashMap;

use super::place::in_plan;
use super::subject::Subject;
use crate::issue::{Issue, kinds};
use crate::number::{self, Decimal};
use crate::plan::{Details, Plan};
use crate::rules::{Rules, WithoutWeightsRule};
use crate::tree::Tree;

/// Of fewer indicators one always decides half.
const INDICATORS_LEAST: usize = 3;

pub(super) fn check(
    plan: &Plan,
    tree: &Tree,
    subjects: &[Subject<'_>],
    rules: &Rules,
    issues: &mut Vec<Issue>,
) {
    if subjects.len() < INDICATORS_LEAST {
        return;
    }
    let equal = rules.node.without_weights == WithoutWeightsRule::Equal;
    let mut shares: Vec<Decimal> = vec![Decimal::ZERO; plan.nodes.len()];
    let mut by_indicator: HashMap<&str, Decimal> = HashMap::new();
    let top: Vec<Part> = tree.top.iter().map(|at| Part::Node(*at)).collect();
    let mut hand_down = |shares: &mut Vec<Decimal>, parts: &[Part], whole: Decimal| {
        for (part, share) in split(plan, parts, whole, equal) {
            match part {
                Part::Node(at) => shares[at] = share,
                Part::Use(at) => {
                    *by_indicator.entry(&plan.uses[at].indicator).or_default() += share
                }
            }
        }
    };
    hand_down(&mut shares, &top, Decimal::ONE_HUNDRED);
    for &at in &tree.order {
        let whole = shares[at];
        if whole.is_zero() {
            continue;
        }
        let own: Vec<Part> = tree.uses[at].iter().map(|used| Part::Use(*used)).collect();
        let below: Vec<Part> = tree.children[at].iter().map(|node| Part::Node(*node)).collect();
        let quotas = plan.nodes[at].quotas;
        let (first, second) =
            (quotas.indicators.unwrap_or_default(), quotas.children.unwrap_or_default());
        match (first + second).is_zero() || own.is_empty() || below.is_empty() {
            true => hand_down(&mut shares, &[own, below].concat(), whole),
            false => {
                hand_down(&mut shares, &own, whole * first / (first + second));
                hand_down(&mut shares, &below, whole * second / (first + second));
            }
        }
    }
    for subject in subjects {
        let share = by_indicator.get(subject.indicator.code.as_str()).copied().unwrap_or_default();
        if share > Decimal::from(50) {
            let used = subject.uses[0];
            let place = in_plan(&used.details, &used.indicator, "peso");
            let share = number::format(number::round(share, 2, number::Rounding::HalfUp));
            issues.push(Issue::new(&kinds::INDICATOR_DOMINATES, place).with("share", share));
        }
    }
}

#[derive(Clone, Copy)]
enum Part {
    Node(usize),
    Use(usize),
}

/// Shares a whole out to the parts that count, by their weights.
fn split(plan: &Plan, parts: &[Part], whole: Decimal, equal: bool) -> Vec<(Part, Decimal)> {
    let details = |part: &Part| -> &Details {
        match part {
            Part::Node(at) => &plan.nodes[*at].details,
            Part::Use(at) => &plan.uses[*at].details,
        }
    };
    let counted: Vec<Part> = parts.iter().filter(|part| !details(part).is_out()).copied().collect();
    let none = counted.iter().all(|part| details(part).weight.is_none());
    let weight = |part: &Part| match details(part).weight {
        Some(weight) => weight,
        None if none && equal => Decimal::ONE,
        None => Decimal::ZERO,
    };
    let sum: Decimal = counted.iter().map(weight).sum();
    if sum.is_zero() {
        return Vec::new();
    }
    counted.iter().map(|part| (*part, whole * weight(part) / sum)).collect()
}
