//! What was changed since a round was closed, beside the figures that it moved.
//! Not here: by how much ([`super::comparison`]), and what differs ([`crate::difference`]).

use hashbrown::HashMap;

use super::{Figure, Frozen, Latest, Of, Why};
use crate::difference::{Difference, Entry, Item, Side, diff_all};
use crate::plan::Plan;
use crate::reading::Readings;

/// What differs between a round's inputs and today's, found by the figure that it is about.
#[derive(Debug)]
pub struct Reasons<'a> {
    by: HashMap<Of, Vec<(Why, &'a Entry)>>,
}

/// What differs between the inputs of a round and today's: the plan, the rules, and the readings
/// that have come since.
///
/// ```
/// # use traguardo::{round::{Frozen, Latest}, rules::Rules, sample};
/// use traguardo::round::changes;
/// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// # let round = sample::round();
/// let frozen = Frozen { round: &round, plan: &plan, rules: &rules, readings: &readings };
/// let today = Latest { plan: &plan, rules: &rules, readings: &readings };
/// assert!(changes(&frozen, &today).is_empty());
/// ```
#[must_use]
pub fn changes(frozen: &Frozen<'_>, today: &Latest<'_>) -> Difference {
    let count = frozen.round.known.min(today.readings.list.len());
    let known = Readings { list: today.readings.list[..count].to_vec() };
    let then = Side { plan: frozen.plan, readings: &known, rules: frozen.rules };
    let now = Side { plan: today.plan, readings: today.readings, rules: today.rules };
    diff_all(then, now)
}

impl<'a> Reasons<'a> {
    /// The changes, each beside what it is about: a node's beside the node and the one above, a
    /// use's beside the use and its node, an indicator's and a reading's beside every use of it.
    ///
    /// ```
    /// # use traguardo::{round::{Frozen, Latest}, rules::Rules, sample};
    /// use traguardo::{number::Decimal, round::{Reasons, changes, compare, record}};
    /// # let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    /// # let round = sample::round();
    /// let frozen = Frozen { round: &round, plan: &plan, rules: &rules, readings: &readings };
    /// let mut changed = plan.clone();
    /// changed.uses[0].details.weight = Some(Decimal::from(60));
    /// let today = Latest { plan: &changed, rules: &rules, readings: &readings };
    /// let difference = changes(&frozen, &today);
    /// let reasons = Reasons::new(&difference, [&plan, &changed]);
    /// let figures = compare(&frozen, &record(&frozen), &today);
    /// let moved = figures.iter().find(|f| f.title == "Internazionalizzazione").unwrap();
    /// assert_eq!(reasons.of(moved)[0].cells[0].column, "peso");
    /// ```
    #[must_use]
    pub fn new(difference: &'a Difference, plans: [&Plan; 2]) -> Self {
        let mut parents: HashMap<&str, &str> = HashMap::new();
        let mut uses: HashMap<&str, Vec<Of>> = HashMap::new();
        for plan in plans {
            for node in &plan.nodes {
                parents.insert(&node.code, node.parent.as_deref().unwrap_or_default());
            }
            for used in &plan.uses {
                let (indicator, node) = (used.indicator.clone(), used.node.clone());
                let known = uses.entry(&used.indicator).or_default();
                let of = Of::Use { indicator, node };
                if !known.contains(&of) {
                    known.push(of);
                }
            }
        }
        let mut by: HashMap<Of, Vec<(Why, &Entry)>> = HashMap::new();
        for entry in &difference.entries {
            let of_uses = |code: &str| uses.get(code).cloned().unwrap_or_default();
            let (why, about) = match &entry.item {
                Item::Node { code } => {
                    let above = match parents.get(code.as_str()).copied().unwrap_or_default() {
                        "" => Of::Body,
                        parent => Of::Node(parent.to_owned()),
                    };
                    (Why::Plan, vec![Of::Node(code.clone()), above])
                }
                Item::Use { indicator, node } => {
                    let (indicator, above) = (indicator.clone(), Of::Node(node.clone()));
                    (Why::Plan, vec![Of::Use { indicator, node: node.clone() }, above])
                }
                Item::Indicator { code } => (Why::Plan, of_uses(code)),
                Item::Answer { code, parent: Some(node), .. } => {
                    let (indicator, node) = (code.clone(), node.clone());
                    (Why::Plan, vec![Of::Use { indicator, node }])
                }
                Item::Reading { indicator, .. } => (Why::Readings, of_uses(indicator)),
                Item::Rules => (Why::Rules, vec![Of::Body]),
                Item::Body | Item::Office { .. } | Item::Event { .. } | Item::Answer { .. } => {
                    continue;
                }
            };
            for of in about {
                by.entry(of).or_default().push((why, entry));
            }
        }
        Self { by }
    }

    /// The changes that a figure was moved by: those about it, of the sorts among its reasons.
    ///
    /// ```
    /// use traguardo::{difference::Difference, round::{Figure, Of, Reasons}, sample};
    /// let (plan, nothing) = (sample::plan(), Difference::default());
    /// let figure = Figure {
    ///     of: Of::Body, title: "Ente".into(), then: None, now: None,
    ///     steps: Vec::new(), read_then: Vec::new(), read_now: Vec::new(),
    /// };
    /// assert!(Reasons::new(&nothing, [&plan, &plan]).of(&figure).is_empty());
    /// ```
    #[must_use]
    pub fn of(&self, figure: &Figure) -> Vec<&'a Entry> {
        let among = |why: Why| figure.steps.iter().any(|step| step.why == why);
        let found = self.by.get(&figure.of).into_iter().flatten();
        found.filter(|(why, _)| among(*why)).map(|(_, entry)| *entry).collect()
    }
}
