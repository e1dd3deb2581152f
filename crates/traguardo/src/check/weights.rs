//! Issues of weights and quotas: what is scored with rescaled weights is said.
//! Not here: the rescaling, see [`crate::scoring`].

use super::place::{in_plan, of_node};
use crate::issue::{Issue, kinds};
use crate::number::{self, Decimal};
use crate::plan::{Details, Node, Plan};
use crate::rules::{Rules, WithoutWeightsRule};
use crate::tree::Tree;

pub(super) fn check(plan: &Plan, tree: &Tree, rules: &Rules, issues: &mut Vec<Issue>) {
    let node = |at: &usize| (&plan.nodes[*at].details, plan.nodes[*at].code.as_str());
    let used = |at: &usize| (&plan.uses[*at].details, plan.uses[*at].indicator.as_str());
    let top: Vec<Row<'_>> = tree.top.iter().map(node).collect();
    check_siblings(&top, (&plan.body.ipa, None), rules, issues);
    for (at, parent) in plan.nodes.iter().enumerate() {
        let own: Vec<Row<'_>> = tree.uses[at].iter().map(used).collect();
        let below: Vec<Row<'_>> = tree.children[at].iter().map(node).collect();
        check_quotas(parent, own.len(), below.len(), issues);
        let has_quotas = parent.quotas.indicators.is_some() || parent.quotas.children.is_some();
        if has_quotas {
            check_siblings(&own, (&parent.code, parent.details.weight), rules, issues);
            check_siblings(&below, (&parent.code, parent.details.weight), rules, issues);
        } else {
            // Without quotas all parts weigh together.
            let all: Vec<Row<'_>> = own.into_iter().chain(below).collect();
            check_siblings(&all, (&parent.code, parent.details.weight), rules, issues);
        }
    }
}

type Row<'a> = (&'a Details, &'a str);

fn check_siblings(
    siblings: &[Row<'_>],
    (parent, above): (&str, Option<Decimal>),
    rules: &Rules,
    issues: &mut Vec<Issue>,
) {
    let counted: Vec<&Row<'_>> = siblings.iter().filter(|(details, _)| !details.is_out()).collect();
    let Some((first, code)) = counted.first() else { return };
    // Whoever cannot read a weight has been told so already.
    if counted.iter().any(|(details, _)| details.faulty && details.weight.is_none()) {
        return;
    }
    let place = || in_plan(first, code, "peso");
    let weights: Vec<Decimal> = counted.iter().filter_map(|(details, _)| details.weight).collect();
    if weights.is_empty() {
        if rules.node.without_weights == WithoutWeightsRule::NoScore {
            issues.push(Issue::new(&kinds::WEIGHTS_ABSENT, place()).with("parent", parent));
        }
        return;
    }
    for (details, code) in counted.iter().filter(|(details, _)| details.weight.is_none()) {
        issues.push(Issue::new(&kinds::WEIGHT_BLANK, in_plan(details, code, "peso")));
    }
    let sum: Decimal = weights.iter().copied().sum();
    if sum.is_zero() {
        issues.push(Issue::new(&kinds::WEIGHTS_ZERO, place()).with("parent", parent));
    } else if sum != Decimal::ONE_HUNDRED {
        // A weight that was multiplied by its parent's already, or written beside both.
        let likely = if above == Some(sum) { "repeated" } else { "none" };
        issues.push(
            Issue::new(&kinds::WEIGHTS_NOT_100, place())
                .with("sum", number::format(sum))
                .with("parent", parent)
                .with("likely", likely),
        );
    }
}

fn check_quotas(node: &Node, own: usize, below: usize, issues: &mut Vec<Issue>) {
    let quotas = node.quotas;
    let place = |column: &'static str| of_node(node, column);
    let sum = quotas.indicators.unwrap_or_default() + quotas.children.unwrap_or_default();
    let any = quotas.indicators.is_some() || quotas.children.is_some();
    if any && sum != Decimal::ONE_HUNDRED {
        issues.push(
            Issue::new(&kinds::QUOTAS_NOT_100, place("quota_indicatori"))
                .with("sum", number::format(sum)),
        );
    }
    for (quota, parts, column) in
        [(quotas.indicators, own, "quota_indicatori"), (quotas.children, below, "quota_obiettivi")]
    {
        if quota.is_some_and(|quota| !quota.is_zero()) && parts == 0 {
            issues.push(Issue::new(&kinds::QUOTA_WITHOUT_PART, place(column)));
        }
    }
}
