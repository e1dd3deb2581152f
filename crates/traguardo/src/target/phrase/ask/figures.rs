//! What could be meant by figures that are not surely one thing: `1.23`, `3/4`, `≥ 2020`.
//! Not here: which of the readings are understood, see [`super::question`].

use super::{Context, Kind, Token, often, replaced, words};
use crate::number::Decimal;
use crate::period::Span;

/// `1.23`: a comma, or thousands; `3/4`: a day, or a share; `- 18`: a sign, or a dash; `2020`: a
/// year, or so many.
pub(super) fn numbers(text: &str, tokens: &[Token<'_>], context: Context) -> Vec<String> {
    if let Some(token) = tokens.iter().find(|token| matches!(token.kind, Kind::Doubtful(_))) {
        let comma = token.text.replacen('.', ",", 1);
        let joined = token.text.replace('.', "");
        return vec![replaced(text, token, &comma), replaced(text, token, &joined)];
    }
    if let Some(rest) = text.strip_prefix("- ") {
        return vec![format!("-{rest}"), rest.to_owned()];
    }
    // `4 report trimestrali`: four a year, or in each quarter?
    let often = |token: &Token<'_>| words::frequency(token.lower).filter(|s| *s != Span::Year);
    if let Some((token, span)) = tokens.iter().find_map(|token| Some((token, often(token)?))) {
        return ["all'anno", often::every(span)].map(|said| replaced(text, token, said)).to_vec();
    }
    let day = tokens.iter().find_map(|token| match token.kind {
        Kind::DayMonth(day, month) => Some((token, day, month)),
        _ => None,
    });
    if let Some((token, day, month)) = day {
        return shares(text, tokens, token, (day, month), context);
    }
    years(text, tokens, context)
}

/// `3/4`: the third of April where a year is known, or 75 % where the share has an end.
fn shares(
    text: &str,
    tokens: &[Token<'_>],
    token: &Token<'_>,
    (part, whole): (i8, i8),
    context: Context,
) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(year) = context.year.filter(|_| tokens.len() == 1) {
        found.push(format!("entro il {}/{year}", token.text));
    }
    let share = Decimal::from(part) * Decimal::ONE_HUNDRED / Decimal::from(whole);
    if part <= whole && share.scale() <= 2 {
        let share = share.normalize().to_string().replace('.', ",");
        let said = replaced(text, token, &format!("{share}%"));
        let compared = tokens.first().is_some_and(|first| matches!(first.kind, Kind::Sign(_)));
        if compared {
            found.push(said);
        } else {
            found.extend([format!(">= {said}"), format!("<= {said}")]);
        }
    }
    found
}

/// `≥ 2020`: the figure of that year, or so many; `2021` alone: its last day, too.
fn years(text: &str, tokens: &[Token<'_>], context: Context) -> Vec<String> {
    let Some(token) = tokens.iter().rfind(|token| matches!(token.kind, Kind::Number(_))) else {
        return Vec::new();
    };
    let (Some(first), Some(rest)) = (token.text.get(..1), token.text.get(1..)) else {
        return Vec::new();
    };
    let valued = replaced(text, token, &format!("valore {}", token.text));
    let grouped = replaced(text, token, &format!("{first}.{rest}"));
    if tokens.len() > 1 {
        // `non inferiore al 2020`
        let of = replaced(text, token, &format!("valore del {}", token.text));
        let led = text[..token.start].trim_end().ends_with("al");
        return vec![if led { of } else { valued }, grouped];
    }
    let signed = [">=", "<="].map(|sign| [format!("{sign} {valued}"), format!("{sign} {grouped}")]);
    let mut found: Vec<String> = signed.concat();
    let to_come = |year: i16| context.year.is_none_or(|own| year >= own);
    if text.parse().is_ok_and(to_come) {
        found.push(format!("entro il {text}"));
    }
    found
}
