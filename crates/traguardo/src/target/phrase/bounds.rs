//! A least and a most of one thing, said one after the other: `>= 10% e <= 20%`.
//! Not here: ranges said in one, `fra 3 e 5` ([`super::amount`]).

use super::join::{Asked, Core, Item, ask};
use super::label;
use super::piece::Break;
use super::token::Token;
use crate::issue::kinds;
use crate::quantity::Quantity;
use crate::target::{Comparison, Target};

/// The range of two parts that bound the same thing from both sides.
pub(super) fn range(tokens: &[Token<'_>], items: &[Item]) -> Result<Option<Target>, Asked> {
    let [one, other] = items else { return Ok(None) };
    let (low, high) = match (one.compare, other.compare) {
        (Some(Comparison::AtLeast), Some(Comparison::AtMost)) => (one, other),
        (Some(Comparison::AtMost), Some(Comparison::AtLeast)) => (other, one),
        _ => return Ok(None),
    };
    if other.before == Some(Break::Strong) {
        return Ok(None);
    }
    let (Some(mut low), Some(mut high)) = (bound(tokens, low), bound(tokens, high)) else {
        return Ok(None);
    };
    if low.measure.is_some() && high.measure.is_some() && low.measure_name() != high.measure_name()
    {
        return Ok(None);
    }
    low.measure = low.measure.or_else(|| high.measure.clone());
    high.measure.clone_from(&low.measure);
    if low.number > high.number {
        return ask(&kinds::TARGET_RANGE_REVERSED);
    }
    Ok(Some(Target::Range { low, high }))
}

/// A quantity with nothing around it but its noun.
fn bound(tokens: &[Token<'_>], item: &Item) -> Option<Quantity> {
    let Some(Core::Quantity(amount)) = &item.core else { return None };
    let odd = item.label.is_some()
        || item.trend.is_some()
        || item.reference.is_some()
        || item.rate.is_some()
        || amount.is_cut
        || amount.is_signed && !amount.quantity.number.is_sign_negative();
    let (level, about) = label::about(tokens, item, &amount.quantity);
    (!odd && about.scope.is_none()).then_some(level)
}
