//! Parts of a whole written beside a level: `100% (112/112)`, `≥ 3,5 su 5`.
//! Not here: such parts alone, which are questions.

use super::piece::{Amount, Piece, Placed};
use super::token::{Kind, Token};
use crate::number::Decimal;

/// How many tokens a fraction in brackets has that says the same as the percentage before it.
pub(super) fn in_brackets(rest: &[Token<'_>], last: Option<&Piece>) -> Option<usize> {
    let Some(Piece::Quantity(Amount { quantity, .. })) = last else { return None };
    if quantity.measure.as_deref() != Some("%") {
        return None;
    }
    let (part, whole, length) = fraction(rest)?;
    let share = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    let level = quantity.number;
    let agrees =
        share == level || level != Decimal::ONE_HUNDRED && (share - level).abs() < Decimal::ONE;
    agrees.then_some(length)
}

/// Whether the stroke at a place is that of a fraction in brackets.
pub(super) fn is_stroke(tokens: &[Token<'_>], at: usize) -> bool {
    at >= 2 && fraction(&tokens[at - 2..]).is_some()
}

fn fraction(rest: &[Token<'_>]) -> Option<(Decimal, Decimal, usize)> {
    let (open, rest) = rest.split_first()?;
    let (part, whole, close) = match rest {
        [Token { kind: Kind::DayMonth(part, whole), .. }, close, ..] => {
            (Decimal::from(*part), Decimal::from(*whole), close)
        }
        [
            Token { kind: Kind::Number(part), .. },
            Token { kind: Kind::Mark('/'), .. },
            Token { kind: Kind::Number(whole), .. },
            close,
            ..,
        ] => (*part, *whole, close),
        _ => return None,
    };
    let length = if matches!(rest[0].kind, Kind::DayMonth(..)) { 3 } else { 5 };
    (open.kind == Kind::Open && close.kind == Kind::Close).then_some((part, whole, length))
}

/// `≥ 3,5 su 5`: whether the number after `su` is the end of the scale of a level.
pub(super) fn is_scale(tokens: &[Token<'_>], at: usize, before: &[Placed], end: &Amount) -> bool {
    let [.., compare, level, on] = before else { return false };
    let Piece::Quantity(level) = &level.piece else { return false };
    at > 0
        && tokens[at - 1].lower == "su"
        && matches!(compare.piece, Piece::Compare(_))
        && on.to - on.from == 1
        && level.quantity.measure.is_none()
        && end.quantity.measure.is_none()
        && end.quantity.number.fract().is_zero()
        && level.quantity.number <= end.quantity.number
}
