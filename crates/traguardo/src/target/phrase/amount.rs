//! Quantities: a number in figures or words, its measure, a range, a trend.
//! Not here: how a comparison is said ([`super::compare`]), and the name of the thing counted.

use super::piece::{Amount, Piece, Placed, Trend, begins, skip};
use super::token::{Kind, Token};
use super::{Context, share, words};
use crate::issue::kinds;
use crate::number::Decimal;
use crate::quantity::Quantity;

/// Articles and prepositions between a comparison or a trend and what follows.
pub(super) const TO: [&str; 25] = [
    "a", "ad", "al", "allo", "alla", "all'", "ai", "agli", "alle", "di", "del", "dello", "della",
    "dell'", "dei", "degli", "delle", "il", "lo", "la", "l'", "i", "gli", "le", "pari",
];

/// A range, a quantity, or a trend that quantities follow.
pub(super) fn scan(
    tokens: &[Token<'_>],
    at: usize,
    before: &[Placed],
    context: Context,
) -> Option<(Piece, usize)> {
    let rest = &tokens[at..];
    if let Some(found) = trend(rest) {
        return Some(found);
    }
    let compared = matches!(before.last().map(|placed| &placed.piece), Some(Piece::Compare(_)));
    if !compared && let Some(found) = range(rest, at == 0) {
        return Some(found);
    }
    let (amount, length) = quantity(rest)?;
    let year = length == 1 && is_year(&tokens[at], &amount);
    if compared {
        // `non inferiore al 2020`: so many, or the figure of that year.
        let said = matches!(tokens[at - 1].lower, "al" | "del" | "dell'");
        let doubtful = year && (said || is_lonely_year(rest, &amount, context));
        let doubt = Piece::Ask(&kinds::TARGET_NUMBER_AMBIGUOUS);
        return Some((if doubtful { doubt } else { Piece::Quantity(amount) }, length));
    }
    if at == 0 && rest.len() == 1 && is_lonely_year(rest, &amount, context) {
        return Some((Piece::Ask(&kinds::TARGET_NUMBER_AMBIGUOUS), 1));
    }
    if amount.is_word
        && at > 0
        && (amount.quantity.number == Decimal::ONE || is_article(tokens, at))
    {
        return Some((Piece::Free, 1));
    }
    let counts = before.iter().any(|placed| {
        matches!(placed.piece, Piece::Quantity(_) | Piece::Range { .. } | Piece::Rate(_))
    });
    // After a quantity a year is its own only if it is the target's; of another it would be a
    // reference.
    let own = context.year.is_some_and(|own| amount.quantity.number == Decimal::from(own));
    if year && at > 0 && (!counts || own) {
        return Some((Piece::Free, 1));
    }
    if share::is_scale(tokens, at, before, &amount) {
        return Some((Piece::Free, length));
    }
    if !counts && at > 0 && is_cited(tokens, at, &amount) {
        return Some((Piece::Free, length));
    }
    Some((Piece::Quantity(amount), length))
}

/// A number in figures or words with the measure beside it.
pub(super) fn quantity(rest: &[Token<'_>]) -> Option<(Amount, usize)> {
    let mut at = 0;
    let mut label = None;
    if let Some(token) = rest.first() {
        let before = match token.kind {
            Kind::Euro => Some("€"),
            Kind::Word => match token.lower {
                "n" | "nr" | "num" | "numero" => Some("N."),
                "euro" | "eur" => Some("€"),
                "gg" | "giorni" if closes(rest.get(2)) => Some("gg"),
                _ => None,
            },
            _ => None,
        };
        let numbered = |next: &Token<'_>| {
            matches!(next.kind, Kind::Number(_))
                || before == Some("N.") && words::number(next.lower).is_some()
        };
        if before.is_some() && rest.get(1).is_some_and(numbered) {
            (label, at) = (before, 1);
        }
    }
    let token = rest.get(at)?;
    let (number, is_word) = match token.kind {
        Kind::Number(number) => (number, false),
        Kind::Word => (Decimal::from(words::number(token.lower)?), true),
        _ => return None,
    };
    at += 1;
    // `1e6`, `2x3`: letters and digits in one run are no number with a measure; `1a` is no number.
    let glued = rest.get(at).filter(|next| token.end == next.start);
    if glued.is_some_and(|next| has_digit(next) || matches!(next.lower, "a" | "o")) {
        return None;
    }
    let number = match rest.get(at).and_then(|token| words::multiplier(token.lower)) {
        Some(times) => {
            at += 1;
            let large = number.checked_mul(times)?;
            if large.abs() >= Decimal::from(1_000_000_000_000_000_i64) {
                return None;
            }
            at += skip(&rest[at..], &["di"]).min(usize::from(currency(rest.get(at + 1))));
            large
        }
        None => number,
    };
    at += repeated(&rest[at..], number);
    let (measure, length) = measure(&rest[at..]);
    let measure = measure.or_else(|| label.map(String::from));
    let digits = token.text.trim_start_matches(['-', '+']);
    let amount = Amount {
        quantity: Quantity { number, measure: measure.map(String::into_boxed_str) },
        is_signed: token.text.starts_with(['-', '+']),
        is_labelled: label.is_some() || length > 0,
        is_word,
        is_cut: digits.len() > 1 && digits.starts_with('0') && !digits[1..].starts_with(','),
    };
    Some((amount, at + length))
}

/// `gg. 30`: whether nothing that is counted follows the number.
fn closes(next: Option<&Token<'_>>) -> bool {
    const FROM: [&str; 8] = ["da", "dal", "dallo", "dalla", "dall'", "dai", "dalle", "massimo"];
    next.is_none_or(|next| next.kind != Kind::Word || FROM.contains(&next.lower))
}

fn has_digit(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && token.text.contains(|c: char| c.is_ascii_digit())
}

/// `3 (tre)`: the same number again, in brackets.
fn repeated(rest: &[Token<'_>], number: Decimal) -> usize {
    match rest {
        [open, again, close, ..] if open.kind == Kind::Open && close.kind == Kind::Close => {
            let again = match again.kind {
                Kind::Number(again) => Some(again),
                _ => words::number(again.lower).map(Decimal::from),
            };
            if again == Some(number) { 3 } else { 0 }
        }
        _ => 0,
    }
}

fn currency(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|token| matches!(token.lower, "euro" | "€" | "eur"))
}

/// The measure that follows a number, as written, where it is one that needs no other word.
fn measure(rest: &[Token<'_>]) -> (Option<String>, usize) {
    let Some(token) = rest.first() else { return (None, 0) };
    if token.kind == Kind::Percent {
        return (Some("%".to_owned()), 1);
    }
    if begins(rest, &["per", "cento"]).is_some() {
        return (Some("%".to_owned()), 2);
    }
    if begins(rest, &["per", "mille"]).is_some() || token.kind == Kind::Mark('‰') {
        return (Some("‰".to_owned()), if token.kind == Kind::Word { 2 } else { 1 });
    }
    // `30'`
    if token.kind == Kind::Mark('\'') {
        return (Some("min".to_owned()), 1);
    }
    if begins(rest, &["punti", "percentuali"]).is_some() {
        return (Some("punti percentuali".to_owned()), 2);
    }
    match token.kind {
        Kind::Euro => (Some("€".to_owned()), 1),
        Kind::Word if words::measure(token.lower).is_some() => {
            match rest.get(1).filter(|next| WORKING.contains(&next.lower)) {
                Some(next) => (Some(format!("{} {}", token.text, next.text)), 2),
                None => (Some(whole(token)), 1),
            }
        }
        _ => (None, 0),
    }
}

/// What days and hours are counted by, where not by the calendar.
const WORKING: [&str; 8] =
    ["lavorativi", "lavorative", "lav", "solari", "feriali", "utili", "/uomo", "uomo"];

/// A word with the full stop of an abbreviation.
fn whole(token: &Token<'_>) -> String {
    let short = token.start + token.text.len() < token.end;
    if short { format!("{}.", token.text) } else { token.text.to_owned() }
}

fn is_article(tokens: &[Token<'_>], at: usize) -> bool {
    matches!(tokens[at - 1].lower, "le" | "i" | "gli" | "dei" | "delle" | "tutti" | "alle" | "ai")
}

/// Whether a number is a year by its looks.
fn is_year(token: &Token<'_>, amount: &Amount) -> bool {
    token.text.len() == 4 && is_calendar(amount.quantity.number)
}

pub(super) fn is_calendar(number: Decimal) -> bool {
    (Decimal::from(1990)..Decimal::from(2100)).contains(&number)
}

/// Whether a number without a noun could be a year near that of the target.
fn is_lonely_year(rest: &[Token<'_>], amount: &Amount, context: Context) -> bool {
    let lonely = rest.get(1).is_none_or(|next| matches!(next.kind, Kind::Stop | Kind::Close));
    let plain = !amount.is_labelled && !amount.is_word;
    lonely && plain && is_year(&rest[0], amount) && is_near(amount.quantity.number, context)
}

/// Whether a number is a year that a target of this year may speak of.
pub(super) fn is_near(number: Decimal, context: Context) -> bool {
    const YEARS: i16 = 6;
    context.year.is_none_or(|own| (number - Decimal::from(own)).abs() <= Decimal::from(YEARS))
}

/// Whether a number belongs to the name of a law or a document.
fn is_cited(tokens: &[Token<'_>], at: usize, amount: &Amount) -> bool {
    const NAMES: [&str; 32] = [
        "art",
        "articolo",
        "legge",
        "l",
        "dl",
        "dlgs",
        "dpr",
        "dm",
        "dpcm",
        "regolamento",
        "del",
        "delibera",
        "deliberazione",
        "determina",
        "determinazione",
        "iso",
        "circolare",
        "prot",
        "comma",
        "direttiva",
        "decreto",
        "allegato",
        "fase",
        "step",
        "lotto",
        "azione",
        "asse",
        "modulo",
        "milestone",
        "missione",
        "programma",
        "stralcio",
    ];
    let bare = !amount.is_signed && amount.quantity.measure.as_deref().is_none_or(|m| m == "N.");
    bare && NAMES.contains(&tokens[at - 1].lower)
}

/// `fra 3 e 5`, `da 3 a 5`, `3-5`, `3..5`.
fn range(rest: &[Token<'_>], is_first: bool) -> Option<(Piece, usize)> {
    const OPENINGS: [(&[&str], &[&str]); 11] = [
        (&["fra"], &["e", "ed"]),
        (&["tra"], &["e", "ed"]),
        (&["compreso", "tra"], &["e", "ed"]),
        (&["compreso", "fra"], &["e", "ed"]),
        (&["compresa", "tra"], &["e", "ed"]),
        (&["compresa", "fra"], &["e", "ed"]),
        (&["da", "un", "minimo", "di"], &["a", "ad"]),
        (&["da"], &["a", "ad"]),
        (&["dal"], &["a", "ad", "al", "all'"]),
        (&["dall'"], &["a", "ad", "al", "all'"]),
        (&["dai"], &["ai", "a", "agli"]),
    ];
    const ARTICLES: [&str; 10] = ["il", "lo", "la", "l'", "i", "gli", "le", "un", "massimo", "di"];
    let opened =
        OPENINGS.iter().find_map(|(words, between)| Some((begins(rest, words)?, *between)));
    let (mut at, between) = opened.map_or((0, &[][..]), |(at, between)| (at, between));
    at += skip(&rest[at..], &ARTICLES);
    let (low, length) = quantity(&rest[at..])?;
    at += length;
    let token = rest.get(at)?;
    let joins = if opened.is_some() {
        between.contains(&token.lower)
    } else {
        token.kind == Kind::Dash || matches!((token.kind, token.text), (Kind::Stop, "."))
    };
    if !joins {
        return None;
    }
    at += 1;
    while rest.get(at).is_some_and(|token| token.kind == Kind::Stop && token.text == ".") {
        at += 1;
    }
    at += skip(&rest[at..], &ARTICLES);
    let (high, length) = quantity(&rest[at..])?;
    let (mut low, high) = (low.quantity, high.quantity);
    let years = high.measure.is_none() && is_calendar(low.number) && is_calendar(high.number);
    // `Piano 2021-2023` is a name.
    if years && !is_first {
        return Some((Piece::Free, at + length));
    }
    let dated = rest.get(at + length).is_some_and(|next| words::month(next.lower).is_some());
    let doubt = match (&low.measure, &high.measure) {
        _ if years || dated => Some(&kinds::TARGET_NOT_UNDERSTOOD),
        (Some(one), Some(other)) if words::measure(one) != words::measure(other) => {
            Some(&kinds::TARGET_TWO_QUANTITIES)
        }
        _ if low.number > high.number => Some(&kinds::TARGET_RANGE_REVERSED),
        _ => None,
    };
    if let Some(kind) = doubt {
        return Some((Piece::Ask(kind), at + length));
    }
    low.measure = low.measure.or_else(|| high.measure.clone());
    Some((Piece::Range { low, high, is_open: opened.is_some() }, at + length))
}

fn trend(rest: &[Token<'_>]) -> Option<(Piece, usize)> {
    let (trend, length) = match rest.first()?.lower {
        "riduzione" | "ridurre" | "diminuzione" | "diminuire" | "calo" | "decremento"
        | "abbattimento" | "contrazione" | "abbattere" | "contenimento" | "taglio" => {
            (Trend::Down, 1)
        }
        "aumento" | "aumentare" | "incremento" | "incrementare" | "crescita" | "accrescere" => {
            (Trend::Up, 1)
        }
        "miglioramento" | "migliorare" => (Trend::Better, 1),
        "mantenimento" | "mantenere" | "conferma" | "confermare" | "conservare" => (Trend::Keep, 1),
        "in" => match rest.get(1)?.lower {
            "più" | "piu" | "piu'" => return Some((Piece::Aside(Trend::Up), 2)),
            "meno" => return Some((Piece::Aside(Trend::Down), 2)),
            _ => (Trend::Alike, begins(rest, &["in", "linea", "con"])?),
        },
        "scostamento" | "scostamment" | "scarto" => (Trend::Gap, 1),
        _ => return None,
    };
    Some((Piece::Trend(trend), length + skip(&rest[length..], &TO)))
}
