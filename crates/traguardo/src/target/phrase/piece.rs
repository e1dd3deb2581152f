//! The pieces of a phrase: what each stretch of tokens is, from left to right.
//! Not here: how pieces make a target ([`super::join`]).

use super::token::{Kind, Token};
use super::{Context, amount, compare, day, reference, share, words};
use crate::issue::{self, kinds};
use crate::number::Decimal;
use crate::period::Span;
use crate::quantity::Quantity;
use crate::target::{Comparison, Day, Reference};

/// A piece with the tokens it was read from.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) piece: Piece,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What a stretch of tokens is.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Compare(Comparison),
    Quantity(Amount),
    Range {
        low: Quantity,
        high: Quantity,
        is_open: bool,
    },
    /// A deadline; `is_led` where a word says that it is one.
    Due {
        day: Day,
        is_led: bool,
    },
    /// `entro 5 gg`: a time, and no event that it counts from.
    Duration(Quantity),
    Trend(Trend),
    /// A trend said after the quantity: `5% in meno`.
    Aside(Trend),
    Reference {
        reference: Reference,
        stated: Option<Decimal>,
    },
    Rate(Span),
    Free,
    Break(Break),
    Ask(&'static issue::Kind),
}

/// A number with its measure, and how it was written.
#[derive(Debug, Clone)]
pub(super) struct Amount {
    pub(super) quantity: Quantity,
    /// Whether a plus or a minus was written before it.
    pub(super) is_signed: bool,
    /// Whether `n.` or a currency says that it is a quantity.
    pub(super) is_labelled: bool,
    /// Whether it was written as a word.
    pub(super) is_word: bool,
    /// Whether its digits begin with a 0 that numbers do not have.
    pub(super) is_cut: bool,
}

/// The way in which something is to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trend {
    Up,
    Down,
    /// For the better, whichever that is.
    Better,
    /// At least as good as the reference.
    Keep,
    /// About like the reference.
    Alike,
    /// A distance from the reference, either way.
    Gap,
}

/// What stands between the parts of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(super) enum Break {
    /// `e`, a comma.
    Weak,
    /// `con`
    With,
    /// A semicolon, a full stop, a number of a list.
    Strong,
}

/// Reads the tokens from left to right.
pub(super) fn scan(tokens: &[Token<'_>], context: Context) -> Vec<Placed> {
    let mut pieces: Vec<Placed> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (piece, length) = piece(tokens, at, &pieces, context);
        let length = length.max(1);
        match (pieces.last_mut(), &piece) {
            (Some(Placed { piece: Piece::Free, to, .. }), Piece::Free) => *to = at + length,
            _ => pieces.push(Placed { piece, from: at, to: at + length }),
        }
        at += length;
    }
    pieces
}

fn piece(tokens: &[Token<'_>], at: usize, before: &[Placed], context: Context) -> (Piece, usize) {
    let rest = &tokens[at..];
    let last = before.last().map(|placed| &placed.piece);
    let opens = last.is_none_or(|last| !matches!(last, Piece::Free | Piece::Compare(_)));
    if let Some(length) = share::in_brackets(rest, last) {
        return (Piece::Free, length);
    }
    if let Some((kind, length)) = numbering(tokens, at, opens) {
        return (Piece::Break(kind), length);
    }
    if let Some(found) = day::scan(tokens, at, opens, context) {
        return found;
    }
    if let Some(found) = reference::scan(rest, context) {
        return found;
    }
    if let Some((comparison, length)) = compare::scan(rest) {
        // `80% ≥`, `80% ≤ x`: which side of the sign is the target's?
        let is_sign = matches!(rest[0].kind, Kind::Sign(_));
        let behind = is_sign && matches!(last, Some(Piece::Quantity(_) | Piece::Range { .. }));
        if behind && amount::quantity(&rest[length..]).is_none() {
            return (Piece::Ask(&kinds::TARGET_NOT_UNDERSTOOD), length);
        }
        return (Piece::Compare(comparison), length);
    }
    if let Some(found) = amount::scan(tokens, at, before, context) {
        return found;
    }
    // `12 riunioni l'anno`
    let counted =
        before.iter().rev().take(2).any(|placed| matches!(placed.piece, Piece::Quantity(_)));
    if counted && begins(rest, &["l'", "anno"]).is_some() {
        return (Piece::Rate(Span::Year), 2);
    }
    mark_or_word(rest, before)
}

fn mark_or_word(rest: &[Token<'_>], before: &[Placed]) -> (Piece, usize) {
    let token = &rest[0];
    let last = before.last().map(|placed| &placed.piece);
    let piece = match token.kind {
        Kind::Stop => Piece::Break(Break::Strong),
        Kind::Comma => Piece::Break(Break::Weak),
        // `k€`
        Kind::Word if touches_euro(rest) => Piece::Ask(&kinds::TARGET_NOT_UNDERSTOOD),
        // `3/4`: a day, or a part of a whole.
        Kind::DayMonth(..) => Piece::Ask(&kinds::TARGET_NUMBER_AMBIGUOUS),
        Kind::Word => match token.lower {
            "e" | "ed" => Piece::Break(Break::Weak),
            "con" if last.is_some() => Piece::Break(Break::With),
            // There is no rate a day.
            "al" | "ogni" | "a" if rest.get(1).is_some_and(|next| next.lower == "giorno") => {
                Piece::Ask(&kinds::TARGET_NOT_UNDERSTOOD)
            }
            "al" | "all'" | "alla" | "ogni" | "a" | "per" if rate(rest).is_some() => {
                return (Piece::Rate(rate(rest).unwrap_or(Span::Year)), 2);
            }
            "rispetto" if !rest.get(1).is_some_and(|next| next.lower.starts_with('a')) => {
                Piece::Free
            }
            word => match (words::frequency(word), words::doubt(word)) {
                (Some(span), _) if is_one_in_each(before, span) => {
                    Piece::Ask(&kinds::TARGET_NUMBER_AMBIGUOUS)
                }
                (Some(span), _) => Piece::Rate(span),
                (None, Some(kind)) => Piece::Ask(kind),
                (None, None) => Piece::Free,
            },
        },
        Kind::Mark('±') => Piece::Ask(&kinds::TARGET_APPROXIMATE),
        Kind::BadDate => Piece::Ask(&kinds::TARGET_DATE_IMPOSSIBLE),
        Kind::Doubtful(fault) => Piece::Ask(super::ask::of_number(fault)),
        Kind::Open | Kind::Close | Kind::Dash => Piece::Free,
        // `% parti cesarei < 20`, `1^ fase entro il 31/05`
        Kind::Percent if opens_label(rest, last) => Piece::Free,
        Kind::Ordinal(_) if rest.get(1).is_some_and(|next| next.kind == Kind::Word) => Piece::Free,
        Kind::Mark(':' | '"' | '&' | '\'' | '/') => Piece::Free,
        _ => Piece::Ask(&kinds::TARGET_NOT_UNDERSTOOD),
    };
    (piece, 1)
}

/// Whether a word follows the first token of a part.
fn opens_label(rest: &[Token<'_>], last: Option<&Piece>) -> bool {
    last.is_none_or(|last| matches!(last, Piece::Break(Break::Strong)))
        && rest.get(1).is_some_and(|next| next.kind == Kind::Word)
}

/// `4 report trimestrali`: one in every quarter, or four in each?
fn is_one_in_each(before: &[Placed], span: Span) -> bool {
    let count = match before {
        [.., Placed { piece: Piece::Quantity(amount), .. }] => amount,
        [.., Placed { piece: Piece::Quantity(amount), .. }, Placed { piece: Piece::Free, .. }] => {
            amount
        }
        _ => return false,
    };
    let number = count.quantity.number;
    span != Span::Year && number > Decimal::ONE && number == Decimal::from(span.in_a_year())
}

fn touches_euro(rest: &[Token<'_>]) -> bool {
    rest.get(1).is_some_and(|next| next.kind == Kind::Euro && rest[0].end == next.start)
}

/// `al mese`, `ogni settimana`, `a trimestre`.
fn rate(rest: &[Token<'_>]) -> Option<Span> {
    words::span(rest.get(1)?.lower)
}

/// `1)`, `a)`, `-` where a part of a list begins.
fn numbering(tokens: &[Token<'_>], at: usize, opens: bool) -> Option<(Break, usize)> {
    let rest = &tokens[at..];
    let (first, second) = (rest.first()?, rest.get(1)?);
    let labels = match first.kind {
        Kind::Number(_) => first.text.len() <= 2,
        Kind::Word => first.text.len() == 1 && first.lower != "n",
        _ => false,
    };
    if labels && second.kind == Kind::Close && rest.len() > 2 {
        return Some((Break::Strong, 2));
    }
    // In a list that begins with a dash every dash between blanks begins a part.
    let listed = at > 0
        && tokens[0].kind == Kind::Dash
        && tokens[at - 1].end < first.start
        && first.end < second.start;
    let dashed = first.kind == Kind::Dash && second.kind == Kind::Word;
    // `min. 3 - max. 5`
    let bounds = !listed && dashed && at > 0 && compare::scan(&rest[1..]).is_some();
    let kind = if bounds { Break::Weak } else { Break::Strong };
    (dashed && (opens || listed)).then_some((kind, 1))
}

/// Whether tokens begin with some words; how many.
pub(super) fn begins(rest: &[Token<'_>], words: &[&str]) -> Option<usize> {
    let same = rest.len() >= words.len()
        && rest.iter().zip(words).all(|(token, word)| token.lower == *word);
    same.then_some(words.len())
}

/// How many tokens from the first are among some words.
pub(super) fn skip(rest: &[Token<'_>], words: &[&str]) -> usize {
    rest.iter().take_while(|token| words.contains(&token.lower)).count()
}
