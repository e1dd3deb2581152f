//! The language of targets: a phrase as people write it → its normal form or a question.
//! Not here: what the plan knows besides (steps, answers), see [`crate::plan::Plan::understand`].

mod amount;
mod ask;
mod bounds;
mod case;
pub(super) mod cells;
mod change;
mod compare;
mod day;
mod doubt;
pub(super) mod join;
mod label;
mod normalise;
mod piece;
mod reference;
mod share;
mod token;
mod words;
mod years;

pub(super) use self::ask::proposals;
use self::join::Asked;
use self::normalise::{Cleaned, clean};
use self::token::{Kind, Token};
use super::{About, Comparison, Question, Target};
use crate::indicator::Direction;
use crate::issue::kinds;
use crate::period::Span;
use crate::quantity::Quantity;

/// What is known of the indicator whose target is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Context {
    /// Whether more or less is better: it gives a bare number its operator.
    pub direction: Option<Direction>,
    /// The year of the target: it completes dates written without one.
    pub year: Option<i16>,
}

/// Bytes that a phrase may have; a longer one is a text, not a target.
const LENGTH: usize = 2_000;

type Result<T> = std::result::Result<T, Question>;

/// What a cell says before the direction of its indicator comes in.
enum Parsed {
    Whole(Target),
    /// A number without an operator.
    Bare {
        level: Quantity,
        about: About,
    },
}

/// Reads a target phrase (`docs/formati.md`, "Come si scrivono i target").
///
/// A bare number takes its operator from the direction, a bare 0 is `= 0`. Nothing is guessed:
/// words that could change the meaning and are not understood make a question.
///
/// # Errors
/// A [`Question`] for whatever is not surely one thing, with proposals that are.
///
/// ```
/// use traguardo::target::phrase::{read, Context};
/// let context = Context { year: Some(2021), ..Context::default() };
/// let normal = |phrase| read(phrase, context).unwrap().normal();
/// assert_eq!(normal("≥ 1.200 N."), ">= 1200");
/// assert_eq!(normal("Entro il 31-12-2020"), "by 2020-12-31");
/// assert_eq!(normal("entro il primo semestre"), "by 2021-06-30");
/// assert_eq!(normal("non più di trenta giorni"), "<= 30");
/// assert_eq!(normal("riduzione del 10% sul 2019"), "delta<= -10% 2019");
/// assert_eq!(normal("28 gg / 29 gg / 30 gg"), "100: <= 28 | 80: <= 29 | 60: <= 30");
/// let question = read("34.04.2021", context).unwrap_err();
/// assert_eq!(question.kind.name, "target-date-impossible");
/// assert_eq!(question.proposals()[0], "30.04.2021");
/// assert_eq!(read("600", context).unwrap_err().kind.name, "target-operator-missing");
/// ```
pub fn read(phrase: &str, context: Context) -> Result<Target> {
    if let Some(target) = read_plain(phrase, context) {
        return Ok(target);
    }
    understand(phrase, context).map_err(|asked| ask::question(asked, phrase, context))
}

/// The name in JSON of a measure that needs no other word.
pub(crate) fn measure_name(measure: &str) -> Option<&'static str> {
    words::measure(measure)
}

/// An operator in signs, a number and a measure of one word: nine targets of ten.
fn read_plain(phrase: &str, context: Context) -> Option<Target> {
    let phrase = phrase.trim();
    let (comparison, rest) = match phrase.as_bytes() {
        [b'>', b'=', ..] => (Comparison::AtLeast, &phrase[2..]),
        [b'<', b'=', ..] => (Comparison::AtMost, &phrase[2..]),
        _ => match phrase.strip_prefix('≥') {
            Some(rest) => (Comparison::AtLeast, rest),
            None => (Comparison::AtMost, phrase.strip_prefix('≤')?),
        },
    };
    let level = Quantity::parse(rest).ok()?;
    let known = level.measure.as_deref().is_none_or(|m| m == "N." || words::measure(m).is_some());
    // `<= 020`: a digit may be lost.
    let cut = rest.trim_start().starts_with('0') && !level.number.is_zero();
    let doubtful = cut && !rest.trim_start().starts_with("0,");
    let year = level.measure.is_none() && may_be_year(rest.trim(), &level, context);
    // `>= +5` is a change, `>= 2020` may be a year.
    let doubtful = doubtful || year || rest.contains('+');
    (known && !doubtful && !comparison.is_against(context.direction))
        .then(|| Target::level(comparison, level))
}

/// Whether four digits may be a year of which the target speaks.
fn may_be_year(digits: &str, level: &Quantity, context: Context) -> bool {
    digits.len() == 4 && amount::is_calendar(level.number) && amount::is_near(level.number, context)
}

/// Reads a phrase; what is not understood is only named.
fn understand(phrase: &str, context: Context) -> std::result::Result<Target, Asked> {
    let phrase = phrase.trim();
    if phrase.len() > LENGTH {
        return join::ask(&kinds::TARGET_NOT_UNDERSTOOD);
    }
    if phrase.contains('|') {
        let cells: Vec<&str> = phrase.split('|').collect();
        return cells::read(&cells, context);
    }
    let cleaned = clean(phrase);
    if let Some(target) = cells::listed(&cleaned.text, context) {
        return Ok(target);
    }
    if let Some(target) = years::read(&cleaned.text, context) {
        return Ok(target);
    }
    if let Some((year, periodic)) = split_periodic(&cleaned.lower) {
        let whole = |part: &str| understand_one(&clean(part), context);
        let (year, periodic) = (&cleaned.text[..year], &cleaned.text[periodic..]);
        let (year, periodic) = (whole(year)?.into(), whole(periodic)?.into());
        return Ok(Target::Periodic { year, periodic });
    }
    understand_one(&cleaned, context)
}

fn understand_one(cleaned: &Cleaned, context: Context) -> std::result::Result<Target, Asked> {
    settle(parse(cleaned, context)?, context)
}

/// `>= 600 N. target periodico: >= 300 N.`: where the first ends and the second begins.
fn split_periodic(lower: &str) -> Option<(usize, usize)> {
    const BETWEEN: &str = "target periodico";
    let at = lower.find(BETWEEN).filter(|at| *at > 0)?;
    let after = at + BETWEEN.len();
    let rest = lower[after..].trim_start_matches([':', ' ']);
    Some((at, lower.len() - rest.len()))
}

/// Reads one cell; a number without an operator stays bare.
fn parse(cleaned: &Cleaned, context: Context) -> std::result::Result<Parsed, Asked> {
    let tokens = token::split(&cleaned.text, &cleaned.lower);
    let tokens = without_result(without_brackets(without_preamble(&tokens, context)));
    let marks = |token: &Token<'_>| !matches!(token.kind, Kind::Dash | Kind::Mark(_) | Kind::Stop);
    if matches!(cleaned.lower.as_str(), "n/d" | "n/a" | "n.d" | "nd") || !tokens.iter().any(marks) {
        return join::ask(&kinds::TARGET_UNDECIDED);
    }
    // `- 18`: a sign or a dash; `.5`: a digit is lost.
    if let [first, Token { kind: Kind::Number(_), start, .. }, ..] = tokens
        && (first.kind == Kind::Dash
            || matches!(first.kind, Kind::Stop | Kind::Comma) && first.end == *start)
    {
        return join::ask(&kinds::TARGET_NUMBER_AMBIGUOUS);
    }
    if let Some(target) = reference::symbolic(tokens) {
        return Ok(Parsed::Whole(target));
    }
    let pieces = piece::scan(tokens, context);
    join::join(tokens, &pieces, context)
}

/// `con target ≥ 1`, `il target era >= 8`, `Indicatore: attivazione`.
fn without_preamble<'t, 'a>(tokens: &'t [Token<'a>], context: Context) -> &'t [Token<'a>] {
    const WORDS: [&str; 11] =
        ["con", "il", "target", "era", "è", "atteso", "indicatore", ":", "per", "anno", "l'"];
    let mut length = piece::skip(tokens, &WORDS);
    // `target 2021: 50`
    let own = context.year.map(crate::number::Decimal::from);
    if let [year, mark, ..] = &tokens[length..]
        && own.is_some_and(|own| year.kind == Kind::Number(own))
        && mark.kind == Kind::Mark(':')
    {
        length += 2;
    }
    let said = tokens[..length].iter().any(|t| matches!(t.lower, "target" | "indicatore"));
    if said && length < tokens.len() { &tokens[length..] } else { tokens }
}

/// `(entro il 31/12)`: brackets around the whole.
fn without_brackets<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    match tokens {
        [open, inner @ .., close]
            if open.kind == Kind::Open
                && close.kind == Kind::Close
                && !inner.is_empty()
                && !inner.iter().any(|token| matches!(token.kind, Kind::Open | Kind::Close)) =>
        {
            inner
        }
        _ => tokens,
    }
}

/// `100% (risultato 100%, 112/112)`: what was reached is no part of the target.
fn without_result<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let closes = tokens.last().is_some_and(|token| token.kind == Kind::Close);
    let opens = tokens.windows(2).position(|pair| {
        pair[0].kind == Kind::Open
            && matches!(pair[1].lower, "risultato" | "risultati" | "consuntivo")
    });
    match opens {
        Some(at) if closes && at > 0 => &tokens[..at],
        _ => tokens,
    }
}

/// Gives a bare number its operator, and sees that operators and direction agree.
fn settle(parsed: Parsed, context: Context) -> std::result::Result<Target, Asked> {
    let target = match parsed {
        Parsed::Whole(target) => target,
        Parsed::Bare { level, about } => {
            let comparison = if level.number.is_zero() {
                Comparison::Exactly
            } else if let Some(direction) = context.direction {
                Comparison::of(direction)
            } else {
                return join::ask(&kinds::TARGET_OPERATOR_MISSING);
            };
            Target::Level { comparison, level, about }
        }
    };
    let against = target.leaves().into_iter().any(|leaf| match leaf {
        Target::Level { comparison, .. }
        | Target::Rate { comparison, .. }
        | Target::Change { comparison, .. }
        | Target::Ratio { comparison, .. } => comparison.is_against(context.direction),
        _ => false,
    });
    if against { join::ask(&kinds::TARGET_AGAINST_DIRECTION) } else { Ok(target) }
}

/// How often something is read, in the words of an office: `semestrale`, `ogni trimestre`.
pub(crate) fn how_often(text: &str) -> Option<Span> {
    let small = text.to_lowercase();
    let mut words = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.find_map(|word| words::frequency(word).or_else(|| words::span(word)))
}
