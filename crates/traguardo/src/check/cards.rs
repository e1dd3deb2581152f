//! Issues of the cards of objectives: what the OIV gives without saying why.
//! Not here: the measured score, which needs no reason.

use super::place::of_node;
use crate::issue::{Issue, kinds};
use crate::number;
use crate::plan::Plan;

pub(super) fn check(plan: &Plan, issues: &mut Vec<Issue>) {
    for node in &plan.nodes {
        let Some(score) = node.card.assessed else { continue };
        let reason = node.card.assessed_reason.as_deref().unwrap_or_default();
        if reason.trim().is_empty() {
            issues.push(
                Issue::new(&kinds::ASSESSED_WITHOUT_REASON, of_node(node, "valutazione_oiv"))
                    .with("score", number::format(score)),
            );
        }
    }
}
