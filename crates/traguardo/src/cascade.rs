//! The cascade of weights: how much each row of a plan weighs in the body as a whole.
//! Not here: scores; what is missing on a day changes them, and never the cascade.

use crate::number::Decimal;
use crate::plan::{Details, Node, Plan};
use crate::rules::{Rules, WithoutWeightsRule};
use crate::score::GroupKind;
use crate::tree::Tree;

/// The cascade of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cascade {
    /// What each node weighs, by its position in the plan.
    pub nodes: Vec<Weighing>,
    /// What each indicator under a node weighs, by its position in the plan.
    pub uses: Vec<Weighing>,
    /// What the weights under each node come to: one sum, or one a quota.
    pub sums: Vec<Vec<Sum>>,
    /// What the weights at the top come to, where there are any.
    pub top: Option<Sum>,
    /// Whether the nodes at the top have no weights, so that each is a whole of its own.
    pub by_top: bool,
}

/// How much a row weighs in the whole, in per cent. Neither where a weight above it is not there,
/// or where an act has taken it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weighing {
    /// The product of weights and quotas as they are written.
    pub written: Option<Decimal>,
    /// The same with weights brought to 100 among siblings, as scores have them.
    pub rescaled: Option<Decimal>,
}

/// What the weights of siblings come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// Which siblings.
    pub kind: GroupKind,
    /// The sum of their weights.
    pub total: Decimal,
    /// How many of them count.
    pub counted: usize,
    /// How many of those have no weight.
    pub blank: usize,
}

impl Sum {
    /// Whether weights are there and come to 100.
    ///
    /// ```
    /// use traguardo::{cascade::cascade, rules::Rules, sample, tree::Tree};
    /// let plan = sample::plan();
    /// let cascade = cascade(&plan, &Tree::of(&plan), &Rules::default());
    /// assert!(cascade.top.unwrap().is_hundred());
    /// ```
    #[must_use]
    pub fn is_hundred(&self) -> bool {
        self.total == Decimal::ONE_HUNDRED
    }
}

/// Multiplies the weights of a plan from the top down, quotas included.
///
/// ```
/// use traguardo::{cascade::cascade, rules::Rules, sample, tree::Tree};
/// let plan = sample::plan();
/// let cascade = cascade(&plan, &Tree::of(&plan), &Rules::default());
/// // 100% of the area, 50% of the objective, 10% of its indicators
/// assert_eq!(cascade.uses[0].written.unwrap().normalize().to_string(), "5");
/// ```
#[must_use]
pub fn cascade(plan: &Plan, tree: &Tree, rules: &Rules) -> Cascade {
    let node = |at: &usize| &plan.nodes[*at].details;
    let used = |at: &usize| &plan.uses[*at].details;
    let mut cascade = Cascade {
        nodes: vec![Weighing::default(); plan.nodes.len()],
        uses: vec![Weighing::default(); plan.uses.len()],
        sums: vec![Vec::new(); plan.nodes.len()],
        top: None,
        by_top: false,
    };
    let rule = rules.node.without_weights;
    let top = siblings(GroupKind::Children, tree.top.iter().map(node));
    cascade.top = top.filter(|sum| sum.blank < sum.counted);
    let is_weightless = top.is_some_and(|sum| sum.blank == sum.counted);
    cascade.by_top = is_weightless && rule == WithoutWeightsRule::NoScore;
    for at in &tree.top {
        let whole = Weighing::whole();
        let by_top = cascade.by_top && !node(at).is_out();
        cascade.nodes[*at] = if by_top { whole } else { whole.of(node(at), top, rule) };
    }
    for &at in &tree.order {
        let (own, below) = (&tree.uses[at], &tree.children[at]);
        let weighing = cascade.nodes[at];
        let rows = (own.iter().map(used), below.iter().map(node));
        let groups = Groups::of(&plan.nodes[at], weighing, rows);
        for one in own {
            cascade.uses[*one] = groups.own.0.of(used(one), groups.own.1, rule);
        }
        for child in below {
            cascade.nodes[*child] = groups.below.0.of(node(child), groups.below.1, rule);
        }
        cascade.sums[at] = groups.sums;
    }
    cascade
}

/// What a node gives to its own indicators and to its children.
struct Groups {
    own: (Weighing, Option<Sum>),
    below: (Weighing, Option<Sum>),
    sums: Vec<Sum>,
}

impl Groups {
    fn of<'a>(
        node: &Node,
        weighing: Weighing,
        (own, below): (impl Iterator<Item = &'a Details>, impl Iterator<Item = &'a Details>),
    ) -> Self {
        let own = siblings(GroupKind::Indicators, own);
        let below = siblings(GroupKind::Children, below);
        let quotas = node.quotas;
        if quotas.indicators.is_some() || quotas.children.is_some() {
            let given: Decimal = [(quotas.indicators, own), (quotas.children, below)]
                .iter()
                .filter_map(|(quota, sum)| quota.filter(|_| sum.is_some()))
                .sum();
            let share = |quota: Option<Decimal>| weighing.times(quota.unwrap_or_default(), given);
            return Self {
                own: (share(quotas.indicators), own),
                below: (share(quotas.children), below),
                sums: own.into_iter().chain(below).collect(),
            };
        }
        // Without quotas all parts weigh together.
        let all = match (own, below) {
            (Some(own), Some(below)) => Some(Sum {
                kind: GroupKind::All,
                total: own.total + below.total,
                counted: own.counted + below.counted,
                blank: own.blank + below.blank,
            }),
            (one, other) => one.or(other),
        };
        Self { own: (weighing, all), below: (weighing, all), sums: all.into_iter().collect() }
    }
}

impl Weighing {
    fn whole() -> Self {
        Self { written: Some(Decimal::ONE_HUNDRED), rescaled: Some(Decimal::ONE_HUNDRED) }
    }

    /// What one of siblings gets of this.
    fn of(self, details: &Details, siblings: Option<Sum>, rule: WithoutWeightsRule) -> Self {
        let Some(siblings) = siblings.filter(|_| !details.is_out()) else { return Self::default() };
        if siblings.blank == siblings.counted {
            return match rule {
                WithoutWeightsRule::Equal => {
                    let equal = self.times(Decimal::ONE, Decimal::from(siblings.counted));
                    Self { written: equal.rescaled, ..equal }
                }
                WithoutWeightsRule::NoScore => Self::default(),
            };
        }
        self.times(details.weight.unwrap_or_default().max(Decimal::ZERO), siblings.total)
    }

    fn times(self, weight: Decimal, total: Decimal) -> Self {
        let share = |of: Decimal, whole| of.checked_mul(weight)?.checked_div(whole);
        Self {
            written: self.written.and_then(|of| share(of, Decimal::ONE_HUNDRED)),
            rescaled: self.rescaled.and_then(|of| share(of, total)),
        }
    }
}

/// What the weights of siblings come to, those taken out apart; `None` where there are none.
fn siblings<'a>(kind: GroupKind, rows: impl Iterator<Item = &'a Details>) -> Option<Sum> {
    let mut sum = Sum { kind, total: Decimal::ZERO, counted: 0, blank: 0 };
    for details in rows.filter(|details| !details.is_out()) {
        sum.counted += 1;
        sum.blank += usize::from(details.weight.is_none());
        sum.total += details.weight.unwrap_or_default().max(Decimal::ZERO);
    }
    (sum.counted > 0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Quotas, Status};
    use crate::sample;

    fn told(plan: &Plan, rules: &Rules) -> Vec<String> {
        let cascade = cascade(plan, &Tree::of(plan), rules);
        let told = |number: Option<Decimal>| {
            number.map_or_else(|| "-".to_owned(), |n| n.round_dp(2).normalize().to_string())
        };
        let all = cascade.nodes.iter().chain(&cascade.uses);
        all.map(|w| format!("{} {}", told(w.written), told(w.rescaled))).collect()
    }

    #[test]
    fn weights_multiply_from_the_top_down_with_the_quotas() {
        let plan = sample::plan();
        assert_eq!(
            told(&plan, &Rules::default()),
            ["100 100", "100 100", "50 50", "5 5", "45 45", "50 50"]
        );
    }

    #[test]
    fn weights_that_do_not_come_to_100_are_told_as_written_and_as_scores_have_them() {
        let mut plan = sample::plan();
        plan.uses[0].details.weight = Some(Decimal::from(90));
        let cascade = cascade(&plan, &Tree::of(&plan), &Rules::default());
        assert_eq!(cascade.sums[1][0].total, Decimal::from(180));
        assert!(!cascade.sums[1][0].is_hundred());
        assert_eq!(told(&plan, &Rules::default())[3..5], ["45 25", "45 25"]);
    }

    #[test]
    fn what_an_act_has_taken_out_weighs_nothing_and_leaves_its_weight_to_the_others() {
        let mut plan = sample::plan();
        plan.uses[0].details.status = Some(Status::Eliminated);
        assert_eq!(told(&plan, &Rules::default())[3..5], ["- -", "45 50"]);
    }

    #[test]
    fn without_quotas_indicators_and_children_weigh_together() {
        let mut plan = sample::plan();
        plan.nodes[1].quotas = Quotas::default();
        let cascade = cascade(&plan, &Tree::of(&plan), &Rules::default());
        assert_eq!(cascade.sums[1].len(), 1);
        assert_eq!((cascade.sums[1][0].kind, cascade.sums[1][0].counted), (GroupKind::All, 3));
        assert_eq!(told(&plan, &Rules::default())[2..], ["100 50", "10 5", "90 45", "100 50"]);
    }

    #[test]
    fn where_the_top_has_no_weights_each_of_it_is_a_whole() {
        let mut plan = sample::plan();
        plan.nodes[0].details.weight = None;
        let rules = Rules::default();
        let found = cascade(&plan, &Tree::of(&plan), &rules);
        assert!(found.by_top && found.top.is_none());
        assert_eq!(told(&plan, &rules)[..3], ["100 100", "100 100", "50 50"]);
        // Further down there is nothing to multiply with.
        plan.nodes[1].details.weight = None;
        assert_eq!(told(&plan, &rules)[..3], ["100 100", "- -", "- -"]);
    }
}
