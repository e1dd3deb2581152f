//! The tokens of a phrase: words, numbers, dates, signs and the marks between them.
//! Not here: what they mean together.

use winnow::Parser;
use winnow::ascii::{alpha1, digit1, space0};
use winnow::combinator::{alt, opt, preceded};
use winnow::error::EmptyError;
use winnow::token::{one_of, take_while};

use super::words;
use crate::number::{self, Decimal, NumberFault};
use crate::period::Date;
use crate::target::Comparison;

/// One token, with its place in the cleaned phrase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    /// As written, without the full stop of an abbreviation.
    pub(super) text: &'a str,
    /// The same in small letters.
    pub(super) lower: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Word,
    Number(Decimal),
    /// Digits that are not surely one number.
    Doubtful(NumberFault),
    Date(Date),
    /// The shape of a date that no calendar holds.
    BadDate,
    /// `31/12`
    DayMonth(i8, i8),
    /// `12/2021`
    MonthYear(i8, i16),
    Sign(Comparison),
    /// `5°`
    Ordinal(i16),
    Percent,
    Euro,
    Open,
    Close,
    /// `;` or the end of a sentence.
    Stop,
    Comma,
    Dash,
    Mark(char),
}

/// Words that are written with a full stop which does not end a sentence.
const SHORT: [&str; 46] = [
    "n", "nr", "num", "gg", "g", "max", "min", "provv", "ca", "mln", "mld", "art", "all", "sem",
    "trim", "proc", "prat", "doc", "pag", "dir", "resp", "prot", "del", "dlgs", "sett", "ord",
    "amm", "cam", "ric", "dott", "reg", "imp", "ass", "op", "lav", "gen", "feb", "apr", "mag",
    "giu", "lug", "ago", "set", "ott", "nov", "dic",
];

type Result<T> = winnow::Result<T, EmptyError>;

/// Splits a phrase; `lower` has the same bytes at the same places.
pub(super) fn split<'a>(text: &'a str, lower: &'a str) -> Vec<Token<'a>> {
    let mut tokens: Vec<Token<'a>> = Vec::with_capacity(16);
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix([' ', '"']) {
            rest = after;
            continue;
        }
        let start = text.len() - rest.len();
        let Some(kind) = next(&mut rest, may_be_signed(tokens.last(), start)) else { break };
        let mut end = text.len() - rest.len();
        let token =
            |end| Token { kind, text: &text[start..end], lower: &lower[start..end], start, end };
        let mut found = token(end);
        let is_short = |word: &str| word.len() == 1 || SHORT.contains(&word);
        if kind == Kind::Word
            && is_short(found.lower)
            && let Some(after) = rest.strip_prefix(['.', '°'])
        {
            rest = after;
            end = text.len() - rest.len();
            found.end = end;
        }
        tokens.push(found);
    }
    while matches!(tokens.last(), Some(Token { kind: Kind::Stop | Kind::Comma, .. })) {
        tokens.pop();
    }
    tokens
}

/// Whether a dash or a plus here can be the sign of a number: not after a number, nor within a
/// word.
fn may_be_signed(last: Option<&Token<'_>>, start: usize) -> bool {
    match last {
        None => true,
        Some(token) => match token.kind {
            Kind::Word => token.end < start || token.lower.ends_with('\''),
            Kind::Sign(_) | Kind::Open | Kind::Stop | Kind::Comma | Kind::Euro | Kind::Mark(_) => {
                true
            }
            _ => false,
        },
    }
}

fn next(rest: &mut &str, may_be_signed: bool) -> Option<Kind> {
    if may_be_signed && let Ok(number) = signed.parse_next(rest) {
        return Some(number);
    }
    let first = rest.chars().next()?;
    if first.is_ascii_digit() {
        return alt((date, named_date, day_month, number)).parse_next(rest).ok();
    }
    if matches!(first, '<' | '>' | '=' | '≥' | '≤') {
        return sign.parse_next(rest).ok().map(Kind::Sign);
    }
    if first.is_alphabetic() {
        *rest = &rest[word_length(rest)..];
        return Some(Kind::Word);
    }
    *rest = &rest[first.len_utf8()..];
    Some(match first {
        '%' => Kind::Percent,
        '€' => Kind::Euro,
        '(' | '[' => Kind::Open,
        ')' | ']' => Kind::Close,
        ';' | '.' => Kind::Stop,
        ',' => Kind::Comma,
        '-' => Kind::Dash,
        other => Kind::Mark(other),
    })
}

/// How many bytes a word has: `dall'approvazione` is two words, `attivita'` is one.
fn word_length(rest: &str) -> usize {
    let end = rest.char_indices().find(|(_, c)| !c.is_alphanumeric() && *c != '_');
    let end = end.map_or(rest.len(), |(at, _)| at);
    if rest[end..].starts_with('\'') { end + 1 } else { end }
}

fn sign(input: &mut &str) -> Result<Comparison> {
    let joined = |first, second| (first, space0, second).void();
    alt((
        alt((joined('>', '='), joined('=', '>'), joined('=', '≥'), ">/=".void()))
            .value(Comparison::AtLeast),
        alt((joined('<', '='), joined('=', '<'), joined('=', '≤'), "</=".void()))
            .value(Comparison::AtMost),
        // `≥=`: the equality said twice.
        ('≥', opt('=')).value(Comparison::AtLeast),
        ('≤', opt('=')).value(Comparison::AtMost),
        '>'.value(Comparison::MoreThan),
        '<'.value(Comparison::LessThan),
        alt(("==".void(), '='.void())).value(Comparison::Exactly),
    ))
    .parse_next(input)
}

fn signed(input: &mut &str) -> Result<Kind> {
    let mut probe = *input;
    let minus = one_of(['-', '+']).parse_next(&mut probe)? == '-';
    // A dash before a blank may be one, a plus is a plus.
    if !minus {
        space0.parse_next(&mut probe)?;
    }
    let mut dated = probe;
    if alt((date, day_month)).parse_next(&mut dated).is_ok() {
        return Err(EmptyError);
    }
    let found = number.parse_next(&mut probe)?;
    *input = probe;
    Ok(match found {
        Kind::Number(number) if minus => Kind::Number(-number),
        other => other,
    })
}

fn number(input: &mut &str) -> Result<Kind> {
    let whole = *input;
    let run: &str =
        take_while(1.., |c: char| c.is_ascii_digit() || c == '.' || c == ',').parse_next(input)?;
    // What closes a sentence is left for the next token.
    let digits = run.trim_end_matches(['.', ',']);
    if digits.is_empty() {
        return Err(EmptyError);
    }
    *input = &whole[digits.len()..];
    if opt(one_of(['°', 'ª', '^'])).parse_next(input)?.is_some() {
        return Ok(digits.parse().map_or(Kind::Doubtful(NumberFault::NotANumber), Kind::Ordinal));
    }
    Ok(match number::parse(digits) {
        Ok(number) => Kind::Number(number),
        Err(fault) => Kind::Doubtful(fault),
    })
}

/// `31/12/2020`, `31.12.2020`, `31-12-2020`, `2020-12-31`, `30.11.21`.
fn date(input: &mut &str) -> Result<Kind> {
    let separator = || one_of(['/', '.', '-']);
    let mut probe = *input;
    let (first, before, month, after, last): (&str, char, &str, char, &str) =
        (digit1, separator(), digit1, separator(), digit1).parse_next(&mut probe)?;
    let (year, day) = match (first.len(), last.len()) {
        (4, 1 | 2) if before == '-' => (number_of(first), last),
        (1 | 2, 4) => (number_of(last), first),
        (1 | 2, 2) => (2000 + number_of(last), first),
        _ => return Err(EmptyError),
    };
    let more = probe.strip_prefix(['/', '-', '.', ',']).unwrap_or(probe);
    if before != after || month.len() > 2 || more.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(EmptyError);
    }
    *input = probe;
    let narrow = |digits: &str| i8::try_from(number_of(digits)).unwrap_or(0);
    Ok(Date::new(year, narrow(month), narrow(day)).map_or(Kind::BadDate, Kind::Date))
}

/// `31-dic-2021`, as spreadsheets write it.
fn named_date(input: &mut &str) -> Result<Kind> {
    let mut probe = *input;
    let (day, _, name, _, year): (&str, char, &str, char, &str) =
        (digit1, '-', alpha1, '-', digit1).parse_next(&mut probe)?;
    let month = words::month(&name.to_ascii_lowercase()).ok_or(EmptyError)?;
    if day.len() > 2 || !matches!(year.len(), 2 | 4) {
        return Err(EmptyError);
    }
    *input = probe;
    let year = if year.len() == 2 { 2000 + number_of(year) } else { number_of(year) };
    let day = i8::try_from(number_of(day)).unwrap_or(0);
    Ok(Date::new(year, month, day).map_or(Kind::BadDate, Kind::Date))
}

/// `31/12` or `12/2021`.
fn day_month(input: &mut &str) -> Result<Kind> {
    let mut probe = *input;
    let (first, second): (&str, &str) = (digit1, preceded('/', digit1)).parse_next(&mut probe)?;
    let narrow = |digits: &str| i8::try_from(number_of(digits)).unwrap_or(0);
    let (one, two) = (narrow(first), narrow(second));
    let found = match (first.len(), second.len()) {
        (1 | 2, 1 | 2) if (1..=31).contains(&one) && (1..=12).contains(&two) => {
            Kind::DayMonth(one, two)
        }
        (1 | 2, 4) if (1..=12).contains(&one) => Kind::MonthYear(one, number_of(second)),
        _ => return Err(EmptyError),
    };
    if probe.starts_with(|c: char| c.is_ascii_digit() || c == '/') {
        return Err(EmptyError);
    }
    *input = probe;
    Ok(found)
}

fn number_of(digits: &str) -> i16 {
    digits.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> String {
        let lower = text.to_lowercase();
        let kinds: Vec<String> =
            split(text, &lower).iter().map(|token| format!("{:?}", token.kind)).collect();
        kinds.join(" ")
    }

    #[test]
    fn phrases_are_split_where_a_reader_splits_them() {
        for (text, expected) in [
            (">= 80%", "Sign(AtLeast) Number(80) Percent"),
            ("<=40gg.", "Sign(AtMost) Number(40) Word"),
            ("dall'approvazione", "Word Word"),
            ("n. 3", "Word Number(3)"),
            ("-18", "Number(-18)"),
            ("3-5", "Number(3) Dash Number(5)"),
            ("x-1", "Word Dash Number(1)"),
            ("31.12.2021.", "Date(2021-12-31)"),
            ("30.11.21", "Date(2021-11-30)"),
            ("34.04.2021", "BadDate"),
            ("30/09", "DayMonth(30, 9)"),
            ("5° giorno", "Ordinal(5) Word"),
            ("1.23", "Doubtful(Ambiguous)"),
            ("112/112", "Number(112) Mark('/') Number(112)"),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }
}
