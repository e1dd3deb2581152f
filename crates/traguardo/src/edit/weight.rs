//! Edits of weights: setting one, and spreading that of a row which is counted no more.
//! Not here: whether weights sum to 100, which [`crate::check`] says.

#[cfg(doc)]
use super::Edit;
use super::row::details;
use super::{Refusal, RowOf};
use crate::number::Decimal;
use crate::plan::{Details, Plan, Status};

/// What a row is given of the weight of a sibling that is counted no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The row.
    pub row: RowOf,
    /// Its weight.
    pub before: Decimal,
    /// Its weight with what it is given.
    pub after: Decimal,
}

/// Digits after the comma of a weight that is spread, where the weights have no more themselves.
const DIGITS: u32 = 2;

pub(super) fn set(plan: &Plan, row: &RowOf, weight: Option<Decimal>) -> Result<Plan, Refusal> {
    in_range(weight)?;
    let mut plan = plan.clone();
    details(&mut plan, row)?.weight = weight;
    Ok(plan)
}

pub(super) fn in_range(weight: Option<Decimal>) -> Result<(), Refusal> {
    match weight {
        Some(weight) if weight.is_sign_negative() || weight > Decimal::ONE_HUNDRED => {
            Err(Refusal::WeightOutOfRange(weight))
        }
        _ => Ok(()),
    }
}

pub(super) fn neutralise(plan: &Plan, row: &RowOf, act: &str) -> Result<Plan, Refusal> {
    if act.trim().is_empty() {
        return Err(Refusal::NoAct);
    }
    let mut plan = plan.clone();
    let of = details(&mut plan, row)?;
    if of.is_out() {
        return Err(Refusal::IsOut(row.clone()));
    }
    of.status = Some(Status::Neutralised);
    of.acts.push(act.trim().to_owned());
    if let Some(weight) = of.weight.take() {
        spread(&mut siblings(&mut plan, row), weight);
    }
    Ok(plan)
}

/// What each sibling of a row would be given of its weight if it were [neutralised](Edit::Neutralise),
/// in the order of the plan; nothing where it has no weight, or nobody to give it to.
///
/// # Errors
/// The [`Refusal`] with which the row would not be neutralised.
///
/// ```
/// use traguardo::{edit::{given_up, RowOf}, sample};
/// let row = RowOf::Use { indicator: "EXPORT".into(), node: "301".into() };
/// let given = given_up(&sample::plan(), &row).unwrap();
/// let told: Vec<_> = given.iter().map(|g| (g.row.name(), g.before, g.after)).collect();
/// assert_eq!(told, [("PART (301)".to_owned(), 90.into(), 100.into())]);
/// ```
pub fn given_up(plan: &Plan, row: &RowOf) -> Result<Vec<Given>, Refusal> {
    // Whatever the act, the weights are the same.
    let after = neutralise(plan, row, "–")?;
    let given = |row: RowOf, before: &Details, after: &Details| {
        let (before, after) = before.weight.zip(after.weight).filter(|(b, a)| a != b)?;
        Some(Given { row, before, after })
    };
    let nodes = plan.nodes.iter().zip(&after.nodes).filter_map(|(before, after)| {
        given(RowOf::Node(before.code.clone()), &before.details, &after.details)
    });
    let uses = plan.uses.iter().zip(&after.uses).filter_map(|(before, after)| {
        let (indicator, node) = (before.indicator.clone(), before.node.clone());
        given(RowOf::Use { indicator, node }, &before.details, &after.details)
    });
    Ok(nodes.chain(uses).collect())
}

/// The rows that share a sum of weights with a row, those that are counted.
fn siblings<'a>(plan: &'a mut Plan, row: &RowOf) -> Vec<&'a mut Details> {
    let counted = |details: &&mut Details| !details.is_out() && details.weight.is_some();
    match row {
        RowOf::Node(code) => {
            let parent = plan.nodes.iter().find(|node| node.code == *code);
            let parent = parent.and_then(|node| node.parent.clone());
            let same = plan.nodes.iter_mut().filter(|node| node.parent == parent);
            same.map(|node| &mut node.details).filter(counted).collect()
        }
        RowOf::Use { node, .. } => {
            let same = plan.uses.iter_mut().filter(|used| used.node == *node);
            same.map(|used| &mut used.details).filter(counted).collect()
        }
    }
}

/// Gives a weight to rows in proportion to theirs, in equal parts where they have none. What
/// rounding leaves goes to the heaviest, so that the sum is what it was, to the digit.
fn spread(rows: &mut [&mut Details], weight: Decimal) {
    let weights: Vec<Decimal> = rows.iter().filter_map(|details| details.weight).collect();
    let sum: Decimal = weights.iter().sum();
    let digits = weights.iter().chain([&weight]).map(|w| w.normalize().scale()).max();
    let digits = digits.unwrap_or(DIGITS).max(DIGITS);
    let count = Decimal::from(weights.len());
    let mut left = weight;
    for (details, own) in rows.iter_mut().zip(&weights) {
        let part = if sum.is_zero() { weight / count } else { weight * own / sum };
        let part = part.round_dp(digits);
        details.weight = Some((own + part).normalize());
        left -= part;
    }
    let heaviest = rows.iter_mut().rev().max_by_key(|details| details.weight);
    if let Some(details) = heaviest
        && let Some(weight) = details.weight
    {
        details.weight = Some((weight + left).normalize());
    }
}
