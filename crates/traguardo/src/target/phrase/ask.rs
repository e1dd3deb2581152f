//! Questions: what is asked where a phrase is not surely one thing, and what could be meant.
//! Not here: the sentences, which stand in the texts.

mod figures;
mod often;
mod tidy;

use super::join::{Asked, starts};
use super::normalise::clean;
use super::token::{Kind, Token, split};
use super::{Context, piece, understand, words};
use crate::issue::{self, kinds};
use crate::number::NumberFault;
use crate::target::Question;

/// At most so many proposals are made.
const PROPOSALS: usize = 4;

/// The question that a number raises.
pub(super) fn of_number(fault: NumberFault) -> &'static issue::Kind {
    match fault {
        NumberFault::Ambiguous => &kinds::TARGET_NUMBER_AMBIGUOUS,
        NumberFault::TooLong => &kinds::TARGET_NUMBER_TOO_LONG,
        NumberFault::NotANumber => &kinds::TARGET_NOT_UNDERSTOOD,
    }
}

/// The question that a word raises outside of what is understood.
pub(super) fn of_word(word: &str) -> Option<&'static issue::Kind> {
    words::doubt(word)
}

/// A question about a phrase.
pub(super) fn question(asked: Asked, phrase: &str, context: Context) -> Question {
    let params = vec![("found", phrase.trim().to_owned())];
    Question { kind: asked.kind, params, raised: Some((asked.kind, context)) }
}

/// Those readings of a phrase that raise no question, the likeliest first.
pub(in crate::target) fn proposals(
    kind: &issue::Kind,
    phrase: &str,
    context: Context,
) -> Vec<String> {
    let mut proposals: Vec<String> = Vec::new();
    for candidate in candidates(kind, phrase, context) {
        if proposals.len() == PROPOSALS {
            break;
        }
        if !proposals.contains(&candidate)
            && tidy::reads_cleanly(&candidate)
            && understand(&candidate, context).is_ok()
        {
            proposals.push(candidate);
        }
    }
    proposals
}

/// What could be meant; not all of it need be understood.
fn candidates(kind: &issue::Kind, phrase: &str, context: Context) -> Vec<String> {
    let cleaned = clean(phrase.trim());
    let tokens = split(&cleaned.text, &cleaned.lower);
    let text = cleaned.text.as_str();
    if text.len() > super::LENGTH {
        return Vec::new();
    }
    match kind.name {
        "target-date-impossible" => dates(text, &tokens),
        "target-number-ambiguous" => figures::numbers(text, &tokens, context),
        "target-operator-missing" => operators(text, &tokens),
        "target-against-direction" => turned(text, &tokens),
        "target-reference-missing" => {
            let rest = text.trim_start_matches('+');
            let kept = matches!(text.to_lowercase().as_str(), "mantenimento" | "conferma");
            let own = ["≥ anno precedente", "≤ anno precedente"].map(str::to_owned);
            let mut found = if kept { own.to_vec() } else { Vec::new() };
            found.push(format!("{text} rispetto all'anno precedente"));
            found.extend([format!(">= {rest}"), format!("<= {rest}")]);
            if let Some(at) = text.rfind('+') {
                found.push(format!(">= {}", &text[at + 1..]));
            }
            found
        }
        "target-event-missing" => {
            let plain = text.replace(" lavorativi", "");
            let rest = ["entro ", "Entro "].iter().find_map(|lead| text.strip_prefix(lead));
            vec![plain, format!("<= {}", rest.unwrap_or(text))]
        }
        "target-two-quantities" | "target-several-dates" => {
            vec![parted(text, &tokens, context)]
        }
        "target-range-reversed" => swapped(text, &tokens),
        "target-garbled" => garbled(text, &tokens),
        "target-approximate" => about(&tokens, text),
        "target-level-in-words" | "target-attached" | "target-elsewhere" => {
            vec!["qualitativo".to_owned(), "si".to_owned()]
        }
        "target-not-understood" => {
            let mut found = often::proposals(&tokens);
            found.push(text.replace("fino al", "entro il"));
            found
        }
        "target-year-missing" => dated(text, &tokens, context),
        _ => Vec::new(),
    }
}

fn replaced(text: &str, token: &Token<'_>, by: &str) -> String {
    format!("{}{by}{}", &text[..token.start], &text[token.start + token.text.len()..])
}

/// `34.04.2021`: the last day of the month, or a slip of the first digit; a month and a day that
/// changed places. Alone where the whole phrase would still be doubtful.
fn dates(text: &str, tokens: &[Token<'_>]) -> Vec<String> {
    let Some(token) = tokens.iter().find(|token| token.kind == Kind::BadDate) else {
        return Vec::new();
    };
    let separator = token.text.chars().find(|c| !c.is_ascii_digit()).unwrap_or('/');
    let parts: Vec<i32> = token.text.split(separator).map(|n| n.parse().unwrap_or(0)).collect();
    let [first, month, last] = parts[..] else { return Vec::new() };
    let (day, year) = if first > 31 && separator == '-' { (last, first) } else { (first, last) };
    let days = if (1..=12).contains(&month) {
        let ones = day % 10;
        vec![
            (31, month),
            (30, month),
            (29, month),
            (28, month),
            (20 + ones, month),
            (10 + ones, month),
        ]
    } else {
        vec![(month, day), (day, 12), (day, month % 10), (day, 10), (day, 1)]
    };
    let valid = |(day, month): &(i32, i32)| {
        let narrow = |n: i32| i8::try_from(n).unwrap_or(0);
        let year = i16::try_from(if year < 100 { 2000 + year } else { year }).unwrap_or(0);
        jiff::civil::Date::new(year, narrow(*month), narrow(*day)).is_ok()
    };
    let mut last_day = false;
    let likely = days.into_iter().filter(valid).filter(|(day, _)| {
        // Of the last days of months only the one that this month has.
        let is_end = *day >= 28;
        let first = is_end && !last_day;
        last_day |= is_end;
        first || !is_end
    });
    let written = |(day, month)| format!("{day:02}{separator}{month:02}{separator}{year}");
    let likely: Vec<String> = likely.map(written).collect();
    let whole = likely.iter().map(|date| replaced(text, token, date));
    let apart = likely.iter().map(|date| {
        let mended = replaced(text, token, date);
        let cleaned = clean(&mended);
        parted(&cleaned.text, &split(&cleaned.text, &cleaned.lower), Context::default())
    });
    whole.chain(apart).collect()
}

/// A bare number or a change with no way: both ways.
fn operators(text: &str, tokens: &[Token<'_>]) -> Vec<String> {
    let Some(first) = tokens.first() else { return Vec::new() };
    let mut found = Vec::new();
    let inside = inside(text, tokens);
    if first.kind == Kind::Word && words::number(first.lower).is_some() {
        found.extend([format!("almeno {text}"), format!("al massimo {text}")]);
    } else if first.kind != Kind::Word || inside.is_empty() {
        found.extend([format!(">= {text}"), format!("<= {text}")]);
    }
    if matches!(first.lower, "miglioramento" | "migliorare") {
        found.extend(["aumento", "riduzione"].map(|word| replaced(text, first, word)));
    }
    let words = ["in linea con l'", "in linea con il ", "in linea con la ", "in linea con "];
    let tail = words.iter().find_map(|words| {
        text.get(..words.len())
            .filter(|head| head.eq_ignore_ascii_case(words))
            .map(|_| &text[words.len()..])
    });
    if let Some(tail) = tail {
        found.extend([format!(">= {tail}"), format!("<= {tail}")]);
    }
    if first.kind != Kind::Word && tokens.iter().any(|token| words::refers(token.lower)) {
        found.extend([format!("+{text}"), format!("-{text}")]);
    }
    found.extend(inside);
    found
}

/// `Verifica di n. 1300 posizioni`: the operator in the middle of words is itself in words, and
/// none stands between an article and its number.
fn inside(text: &str, tokens: &[Token<'_>]) -> Vec<String> {
    let number = tokens.iter().position(|token| matches!(token.kind, Kind::Number(_)));
    let Some(mut at) = number.filter(|at| *at > 0) else { return Vec::new() };
    // The operator stands before the label of a number.
    if tokens[at - 1].lower == "n" {
        at -= 1;
    }
    let month = tokens.get(at + 1).is_some_and(|next| words::month(next.lower).is_some());
    const ARTICLES: [&str; 20] = [
        "il", "lo", "la", "l'", "i", "gli", "le", "ogni", "del", "dello", "della", "dell'", "dei",
        "degli", "delle", "al", "all'", "alla", "dal", "(",
    ];
    let after_article = at > 0 && ARTICLES.contains(&tokens[at - 1].lower);
    if at == 0 || month || after_article {
        return Vec::new();
    }
    let start = tokens[at].start;
    let said = |word: &str| format!("{}{word} {}", &text[..start], &text[start..]);
    vec![said("almeno"), said("al massimo")]
}

/// `31.12.48`: the year of the target, where it is known.
fn dated(text: &str, tokens: &[Token<'_>], context: Context) -> Vec<String> {
    let date = tokens.iter().find(|token| matches!(token.kind, Kind::Date(_)));
    let (Some(token), Some(year)) = (date, context.year) else { return Vec::new() };
    let Some(at) = token.text.rfind(['/', '.', '-']) else { return Vec::new() };
    vec![replaced(text, token, &format!("{}{year}", &token.text[..=at]))]
}

/// The other way round: `>=` for `<=`, a fall for a rise.
fn turned(text: &str, tokens: &[Token<'_>]) -> Vec<String> {
    const PAIRS: [(&str, &str); 8] = [
        ("almeno", "al massimo"),
        ("minimo", "massimo"),
        ("non inferiore", "non superiore"),
        ("superiore", "inferiore"),
        ("oltre", "al massimo"),
        ("aumento", "riduzione"),
        ("incremento", "riduzione"),
        ("più di", "meno di"),
    ];
    let lower = text.to_lowercase();
    let mut found = Vec::new();
    if let Some(sign) = tokens.iter().find(|token| matches!(token.kind, Kind::Sign(_))) {
        let Kind::Sign(comparison) = sign.kind else { return found };
        let rest = text[sign.end..].trim_start();
        let less = comparison.wants_less();
        // Against a reference the change itself was meant, the other way.
        let trend = if less { "aumento" } else { "riduzione" };
        found.push(format!("{trend} di almeno {rest}"));
        found.push(format!("{}{} {rest}", &text[..sign.start], if less { ">=" } else { "<=" }));
    }
    for (one, other) in PAIRS {
        if lower.contains(one) {
            found.push(lower.replacen(one, other, 1));
        } else if lower.contains(other) {
            found.push(lower.replacen(other, one, 1));
        }
    }
    found
}

/// The parts with semicolons between them.
fn parted(text: &str, tokens: &[Token<'_>], context: Context) -> String {
    let mut places: Vec<usize> = starts(&piece::scan(tokens, context));
    places.retain(|at| *at > 0 && *at < tokens.len());
    let mut parted = String::with_capacity(text.len() + 8);
    let mut from = 0;
    for place in places {
        let start = tokens[place].start;
        let part = text[from..start].trim().trim_end_matches([',', ';', '.']);
        let joins = [" e", " ed", " con"];
        let part = joins.iter().find_map(|join| part.strip_suffix(join)).unwrap_or(part);
        if !part.is_empty() {
            parted.push_str(part);
            parted.push_str("; ");
        }
        from = start;
    }
    let last = text[from..].trim();
    let last = last.strip_prefix("e ").unwrap_or(last);
    parted.push_str(last);
    parted
}

fn swapped(text: &str, tokens: &[Token<'_>]) -> Vec<String> {
    let numbers: Vec<&Token<'_>> =
        tokens.iter().filter(|token| matches!(token.kind, Kind::Number(_))).collect();
    let [low, high] = numbers[..] else { return Vec::new() };
    let mended = replaced(text, high, low.text);
    vec![format!("{}{}{}", &mended[..low.start], high.text, &mended[low.start + low.text.len()..])]
}

/// `≥ 20 % 020`, `2≥ 20 % 020`: a year that lost a digit, or digits that should not be there.
fn garbled(text: &str, tokens: &[Token<'_>]) -> Vec<String> {
    let Some(sign) = tokens.iter().position(|token| matches!(token.kind, Kind::Sign(_))) else {
        return Vec::new();
    };
    let number = |token: &&Token<'_>| matches!(token.kind, Kind::Number(_));
    let after: Vec<&Token<'_>> = tokens[sign + 1..].iter().filter(number).collect();
    let quantity = |end: usize| text[tokens[sign].start..end].trim().to_owned();
    let [_, cut] = after[..] else { return vec![quantity(text.len())] };
    let kept = quantity(cut.start);
    let year = format!("2{:0>3}", cut.text);
    let joined = format!("{}{}", text[..cut.start].trim_end(), &text[cut.start..]);
    vec![joined, format!("{kept} rispetto al {year}"), kept]
}

/// `circa 5`: a minimum or a maximum.
fn about(tokens: &[Token<'_>], text: &str) -> Vec<String> {
    let doubtful = |token: &&Token<'_>| {
        of_word(token.lower) == Some(&kinds::TARGET_APPROXIMATE) || token.kind == Kind::Mark('±')
    };
    let Some(token) = tokens.iter().find(doubtful) else { return Vec::new() };
    let rest = format!("{}{}", &text[..token.start], text[token.end..].trim_start());
    let rest = rest.trim();
    vec![rest.to_owned(), format!(">= {rest}"), format!("<= {rest}")]
}
