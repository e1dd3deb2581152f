//! References: the year before, a named year with its figure, the mean of the cluster, `x-1`.
//! Not here: how a reference becomes a number, see [`crate::scoring`].

use super::Context;
use super::piece::{Piece, begins, skip};
use super::token::{Kind, Token};
use crate::number::{self, Decimal};
use crate::target::{Comparison, Reference, Target};

const OPENINGS: [&[&str]; 12] = [
    &["rispetto", "al"],
    &["rispetto", "all'"],
    &["rispetto", "alla"],
    &["rispetto", "a"],
    &["rispetto", "ai"],
    &["rispetto"],
    &["in", "confronto", "al"],
    &["in", "confronto", "all'"],
    &["sul"],
    &["sull'"],
    &["vs"],
    &["dalla"],
];

/// Words that may stand between `rispetto a` and the year or the mean.
const BETWEEN: [&str; 30] = [
    "al",
    "all'",
    "alla",
    "allo",
    "a",
    "il",
    "l'",
    "la",
    "dato",
    "dati",
    "valore",
    "valori",
    "livello",
    "livelli",
    "risultato",
    "risultati",
    "consuntivo",
    "quello",
    "quella",
    "del",
    "dell'",
    "di",
    "dello",
    "della",
    "nell'",
    "nel",
    "da",
    "dal",
    "conseguito",
    "registrato",
];

/// A reference with or without the words that introduce it.
pub(super) fn scan(rest: &[Token<'_>], context: Context) -> Option<(Piece, usize)> {
    let opened = OPENINGS.iter().find_map(|words| begins(rest, words)).unwrap_or(0);
    let at = opened + skip(&rest[opened..], &BETWEEN);
    let nouns =
        ["dato", "dati", "valore", "valori", "livello", "livelli", "risultato", "consuntivo"];
    // `n. 3 nel 2020` only names a year; `sul dato del 2020` refers to it.
    let refers = opened > 0 || rest[..at].iter().any(|token| nouns.contains(&token.lower));
    let (reference, length) = named(&rest[at..], refers, context)?;
    let mut at = at + length;
    let (stated, length) = stated(&rest[at..]);
    at += length;
    Some((Piece::Reference { reference, stated }, at))
}

/// The reference itself. A bare year is one only where words before it say so.
fn named(rest: &[Token<'_>], refers: bool, context: Context) -> Option<(Reference, usize)> {
    const LAST_YEAR: [&[&str]; 9] = [
        &["anno", "precedente"],
        &["anno", "scorso"],
        &["anno", "prima"],
        &["precedente", "anno"],
        &["scorso", "anno"],
        &["esercizio", "precedente"],
        &["precedente", "esercizio"],
        &["annualità", "precedente"],
        &["periodo", "precedente"],
    ];
    const CLUSTER: [&[&str]; 8] = [
        &["media", "cluster"],
        &["media", "del", "cluster"],
        &["media", "di", "cluster"],
        &["media", "dei", "cluster"],
        &["valore", "medio", "del", "cluster"],
        &["valor", "medio", "del", "cluster"],
        &["cluster"],
        &["media", "camere", "del", "cluster"],
    ];
    if let Some(length) = LAST_YEAR.iter().find_map(|words| begins(rest, words)) {
        return Some((Reference::LastYear, length));
    }
    if refers && begins(rest, &["precedente"]).is_some() {
        return Some((Reference::LastYear, 1));
    }
    if let Some(length) = CLUSTER.iter().find_map(|words| begins(rest, words)) {
        let known = rest.get(length).map(|token| token.lower);
        let tail = usize::from(matches!(known, Some("toscana" | "regionale" | "nazionale")));
        return Some((Reference::ClusterMean, length + tail));
    }
    if let Some(found) = lag(rest) {
        return Some(found);
    }
    let skipped = skip(rest, &["anno", "esercizio"]);
    let year = year_of(rest.get(skipped)?)?;
    let earlier = context.year.is_none_or(|own| year < own);
    (earlier && refers).then_some((Reference::Year(year), skipped + 1))
}

fn year_of(token: &Token<'_>) -> Option<i16> {
    match token.kind {
        Kind::Number(_) if token.text.len() == 4 => {
            token.text.parse().ok().filter(|year| (1990..2100).contains(year))
        }
        _ => None,
    }
}

/// `x-1`, `n-2`, `anno t-1`.
fn lag(rest: &[Token<'_>]) -> Option<(Reference, usize)> {
    let skipped = skip(rest, &["anno", "valore"]);
    let rest = &rest[skipped..];
    let letter = rest.first().filter(|token| is_variable(token))?;
    let [dash, years] = rest.get(1..3)? else { return None };
    let Kind::Number(years) = years.kind else { return None };
    if dash.kind != Kind::Dash || letter.end != dash.start {
        return None;
    }
    let years =
        u8::try_from(i64::try_from(years).ok()?).ok().filter(|years| (1..=30).contains(years))?;
    let reference = if years == 1 { Reference::LastYear } else { Reference::YearsBefore(years) };
    Some((reference, skipped + 3))
}

fn is_variable(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && matches!(token.lower, "x" | "n" | "t" | "y")
}

/// The figure of a reference: `(12,4)`, `(12, 4)`, `pari a 12,4`.
fn stated(rest: &[Token<'_>]) -> (Option<Decimal>, usize) {
    let opened = skip(rest, &["(", "=", "pari", "a", ":"]);
    let closes = |at: usize| rest.get(at).is_some_and(|token| token.kind == Kind::Close);
    let Some(Token { kind: Kind::Number(whole), text, .. }) = rest.get(opened) else {
        return (None, 0);
    };
    if opened == 0 {
        return (None, 0);
    }
    // `(12, 4)` is one number with a blank that slipped in.
    let after = rest.get(opened + 1..opened + 3).map(|pair| (pair[0].kind, pair[1].text));
    if let Some((Kind::Comma, decimals)) = after
        && closes(opened + 3)
        && let Ok(joined) = number::parse(&format!("{text},{decimals}"))
    {
        return (Some(joined), opened + 4);
    }
    let measured = usize::from(rest.get(opened + 1).is_some_and(|token| {
        token.kind == Kind::Percent || super::words::measure(token.lower).is_some()
    }));
    let end = opened + 1 + measured;
    (Some(*whole), end + usize::from(closes(end)))
}

/// Comparisons of a year's figure with an earlier one's: `x ≤ x-1`, `x/x-1 >= 1`.
pub(super) fn symbolic(tokens: &[Token<'_>]) -> Option<Target> {
    let kept: Vec<Token<'_>> = tokens
        .iter()
        .filter(|token| !matches!(token.kind, Kind::Open | Kind::Close) && token.lower != "anno")
        .copied()
        .collect();
    let ratio =
        |comparison, times, reference| Target::Ratio { comparison, times, reference, stated: None };
    let own = kept.first().filter(|token| is_variable(token));
    if own.is_some() {
        if let Some(Kind::Sign(comparison)) = kept.get(1).map(|token| token.kind) {
            let (reference, length) = lag(kept.get(2..)?)?;
            return (length + 2 == kept.len()).then(|| ratio(comparison, Decimal::ONE, reference));
        }
        if kept.get(1)?.kind == Kind::Mark('/') {
            let (reference, length) = lag(kept.get(2..)?)?;
            let (comparison, times) = sign_and_number(kept.get(2 + length..)?)?;
            return Some(ratio(comparison, times, reference));
        }
        return None;
    }
    let (comparison, times) = sign_and_number(kept.get(..2)?)?;
    if is_variable(kept.get(2)?) && kept.get(3)?.kind == Kind::Mark('/') {
        let (reference, length) = lag(kept.get(4..)?)?;
        return (length + 4 == kept.len()).then(|| ratio(comparison, times, reference));
    }
    None
}

fn sign_and_number(tokens: &[Token<'_>]) -> Option<(Comparison, Decimal)> {
    match tokens {
        [Token { kind: Kind::Sign(sign), .. }, Token { kind: Kind::Number(number), .. }] => {
            Some((*sign, *number))
        }
        _ => None,
    }
}
