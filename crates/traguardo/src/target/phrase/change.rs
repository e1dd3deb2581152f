//! Changes and references: a fall by so much, no worse than last year, near the cluster's mean.
//! Not here: the reading of a reference itself ([`super::reference`]).

use super::Context;
use super::join::{Asked, Core, Item, ask};
use super::piece::{Amount, Trend};
use crate::indicator::Direction;
use crate::issue::kinds;
use crate::number::Decimal;
use crate::target::{Comparison, Reference, Target};

type Result<T> = std::result::Result<T, Asked>;

/// The target of a part that speaks of a change or a reference.
pub(super) fn finish(item: &Item, context: Context) -> Result<Target> {
    let Some((reference, stated)) = item.reference else {
        return without_reference(item);
    };
    match (&item.core, item.trend) {
        (None, trend) => alike(item, trend, reference, stated, context),
        (Some(Core::Quantity(amount)), Some(Trend::Gap)) => gap(item, amount, reference),
        (Some(Core::Quantity(amount)), trend) => {
            by(item, amount, trend, reference, stated, context)
        }
        _ => ask(&kinds::TARGET_NOT_UNDERSTOOD),
    }
}

fn without_reference(item: &Item) -> Result<Target> {
    // `riduzione dei tempi entro il 31/12`: nobody can say whether it was reduced enough.
    let kind = match (&item.core, item.trend) {
        (Some(Core::Due { .. } | Core::Duration(_)), _) => &kinds::TARGET_NOT_UNDERSTOOD,
        _ => &kinds::TARGET_REFERENCE_MISSING,
    };
    ask(kind)
}

/// Compared with the reference itself.
fn alike(
    item: &Item,
    trend: Option<Trend>,
    reference: Reference,
    stated: Option<Decimal>,
    context: Context,
) -> Result<Target> {
    let better = context.direction.map(Comparison::of);
    let comparison = match (trend, item.compare) {
        (None, Some(comparison)) => Some(comparison),
        (Some(Trend::Keep), None) => better,
        (Some(Trend::Up), None) => Some(Comparison::MoreThan),
        (Some(Trend::Down), None) => Some(Comparison::LessThan),
        (Some(Trend::Better), None) => context.direction.map(|direction| match direction {
            Direction::Up => Comparison::MoreThan,
            Direction::Down => Comparison::LessThan,
        }),
        // `in linea con`: nobody says how near.
        (Some(Trend::Alike), None) | (None, None) => None,
        _ => return ask(&kinds::TARGET_NOT_UNDERSTOOD),
    };
    match comparison {
        Some(comparison) => {
            Ok(Target::Ratio { comparison, times: Decimal::ONE, reference, stated })
        }
        None => ask(&kinds::TARGET_OPERATOR_MISSING),
    }
}

/// No further from the reference than so much.
fn gap(item: &Item, amount: &Amount, reference: Reference) -> Result<Target> {
    let at_most = !matches!(item.compare, Some(Comparison::AtLeast | Comparison::MoreThan));
    // A distance in per cent could be of the reference or in points.
    if !at_most || amount.quantity.measure.as_deref() == Some("%") || amount.is_signed {
        return ask(&kinds::TARGET_NOT_UNDERSTOOD);
    }
    Ok(Target::Within { tolerance: amount.quantity.number, reference })
}

/// More or less than the reference by so much.
fn by(
    item: &Item,
    amount: &Amount,
    trend: Option<Trend>,
    reference: Reference,
    stated: Option<Decimal>,
    context: Context,
) -> Result<Target> {
    let measure = amount.quantity.measure.as_deref();
    let in_per_cent = measure == Some("%");
    let number = amount.quantity.number;
    let trend = match (trend, context.direction) {
        (Some(Trend::Better), Some(Direction::Up)) => Some(Trend::Up),
        (Some(Trend::Better), Some(Direction::Down)) => Some(Trend::Down),
        (Some(Trend::Better), None) => return ask(&kinds::TARGET_OPERATOR_MISSING),
        (trend, _) => trend,
    };
    let compare = item.compare.unwrap_or(Comparison::AtLeast);
    let (comparison, change) = match trend {
        // A number of things against a year is a change only where its sign says so.
        None if !in_per_cent && !amount.is_signed => {
            return ask(&kinds::TARGET_NOT_UNDERSTOOD);
        }
        None => match item.compare {
            Some(Comparison::Exactly) => return ask(&kinds::TARGET_NOT_UNDERSTOOD),
            // `≥ 105% rispetto al 2020`: so much of it, or so much more?
            Some(_) if !amount.is_signed && number >= Decimal::from(50) => {
                return ask(&kinds::TARGET_NUMBER_AMBIGUOUS);
            }
            Some(comparison) => (comparison, number),
            None if !amount.is_signed => {
                return ask(&kinds::TARGET_OPERATOR_MISSING);
            }
            None if number.is_sign_negative() => (Comparison::AtMost, number),
            None => (Comparison::AtLeast, number),
        },
        Some(Trend::Up) => (compare, number),
        // A fall of at least so much leaves at most the rest.
        Some(Trend::Down) => (turned(compare), -number.abs()),
        Some(_) => return ask(&kinds::TARGET_NOT_UNDERSTOOD),
    };
    if comparison == Comparison::Exactly {
        let comparison =
            if change.is_sign_negative() { Comparison::AtMost } else { Comparison::AtLeast };
        return Ok(Target::Change { comparison, by: change, in_per_cent, reference, stated });
    }
    Ok(Target::Change { comparison, by: change, in_per_cent, reference, stated })
}

fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::AtLeast => Comparison::AtMost,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::MoreThan => Comparison::LessThan,
        Comparison::LessThan => Comparison::MoreThan,
        Comparison::Exactly => Comparison::Exactly,
    }
}
