//! Deadlines: days, months, halves of a year, every month, so many days after an event.
//! Not here: what is to be done by then, which is whatever words stand before.

use super::piece::{Piece, begins, skip};
use super::token::{Kind, Token};
use super::{Context, amount, ask, case, label, words};
use crate::issue::{self, kinds};
use crate::number::Decimal;
use crate::period::{Date, Span, month_end, year_end};
use crate::target::{Day, Offset};

/// Words that lead to a deadline, and whether nothing but a deadline can follow.
const LEADS: [(&[&str], bool); 19] = [
    (&["entro", "e", "non", "oltre"], true),
    (&["entro", "massimo"], true),
    (&["entro", "max"], true),
    (&["entro", "un", "massimo", "di"], true),
    (&["entro", "il", "termine", "massimo", "di"], true),
    (&["entro", "entro"], true),
    (&["entro"], true),
    (&["non", "oltre"], false),
    (&["al", "più", "tardi"], false),
    (&["alla", "data", "del"], false),
    (&["alla", "data", "di"], false),
    (&["per", "il"], false),
    (&["per"], false),
    (&["scadenza"], false),
    (&["termine"], false),
    (&["al"], false),
    (&["il"], false),
    (&["a"], false),
    (&["all'"], false),
];

/// Words that may stand between `entro` and a day.
const ARTICLES: [&str; 22] = [
    "il", "lo", "la", "l'", "i", "le", "giorno", "data", "del", "dell'", "della", "di", "prevista",
    "termine", "al", "(", ":", "all'", "ultimo", "entro", "scadenza", "fissata",
];

/// What was found: a day, a duration, or a question.
type Found = (Piece, usize);

/// A deadline, with or without the words that lead to it. `opens`: nothing stands before it in its
/// part of the phrase.
pub(super) fn scan(
    tokens: &[Token<'_>],
    at: usize,
    opens: bool,
    context: Context,
) -> Option<Found> {
    let rest = &tokens[at..];
    let lead = LEADS.iter().find_map(|(words, surely)| Some((begins(rest, words)?, *surely)));
    // `all'anno` says how often, `per l'anno 2021` of what.
    let yearly = begins(rest, &["all'", "anno"]).is_some()
        && year(&rest[2..], Context::default()).0.is_none();
    if yearly || begins(rest, &["per", "l'", "anno"]).is_some() {
        return None;
    }
    if let Some((length, surely)) = lead {
        let skipped = length + articles(&rest[length..]);
        if let Some((day, found)) = day(&rest[skipped..], context) {
            return Some(close(
                day.map(|day| Piece::Due { day, is_led: true }),
                rest,
                skipped + found,
            ));
        }
        return if surely { Some(no_day(rest, length, skipped)) } else { None };
    }
    // `almeno 5 giorni prima della riunione`
    if rest[0].lower == "almeno"
        && let Some((Ok(before), found)) = from_event(&rest[1..], context)
        && before.is_before_event()
    {
        return Some((Piece::Due { day: before, is_led: true }, 1 + found));
    }
    // `conclusione: 30/11/2024`, `conclusione: novembre 2024`
    let named = at > 0 && tokens[at - 1].kind == Kind::Mark(':');
    let (day, length) = match rest[0].kind {
        Kind::Date(_) | Kind::BadDate => day(rest, context)?,
        // `3/5` could be three of five.
        Kind::DayMonth(number, month) if opens && number > 12 && (number, month) != (24, 7) => {
            day(rest, context)?
        }
        Kind::DayMonth(..) => return None,
        Kind::MonthYear(..) if opens => day(rest, context)?,
        _ if named => in_words(rest, context).filter(|(_, length)| *length == rest.len())?,
        _ if opens => unled(rest, at, context)?,
        _ => return None,
    };
    // `ultimo aggiornamento: marzo 2024`, in a later year: what was, not what is due.
    if named && day.as_ref().is_ok_and(|day| day.is_before(context.year)) {
        return Some((Piece::Ask(&kinds::TARGET_NOT_UNDERSTOOD), length));
    }
    let is_led = named || matches!(day, Ok(Day::Event { .. } | Day::Each { .. }));
    Some(close(day.map(|day| Piece::Due { day, is_led }), rest, length))
}

/// How many articles stand before a day; the `I` of `I semestre` is none.
fn articles(rest: &[Token<'_>]) -> usize {
    let skipped = skip(rest, &ARTICLES);
    let numeral = skipped > 0
        && rest[skipped - 1].lower == "i"
        && rest.get(skipped).is_some_and(|next| words::span(next.lower).is_some());
    skipped - usize::from(numeral)
}

/// A month or a half-year that is the whole phrase, or a time after an event.
fn unled(rest: &[Token<'_>], at: usize, context: Context) -> Option<(Result<Day, Asked>, usize)> {
    // `98%` is no day, and no other phrase is as frequent.
    if let [first, Token { kind: Kind::Percent | Kind::Euro, .. }, ..] = rest
        && is_number(first)
    {
        return None;
    }
    let whole = |length: usize| at == 0 && length == rest.len();
    if let Some(found) = from_event(rest, context) {
        return Some(found);
    }
    // `1.2` and `2020` alone are as well numbers.
    let in_figures =
        matches!(rest[0].kind, Kind::Doubtful(_)) || rest.len() == 1 && is_number(&rest[0]);
    if in_figures {
        return None;
    }
    day(rest, context).filter(|(_, length)| whole(*length))
}

fn is_number(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Number(_))
}

/// A bracket that was opened before the day is closed after it.
fn close(found: Result<Piece, Asked>, rest: &[Token<'_>], length: usize) -> Found {
    let closes = rest.get(length).is_some_and(|token| token.kind == Kind::Close);
    let opened = rest[..length].iter().filter(|token| token.kind == Kind::Open).count();
    let closed = rest[..length].iter().filter(|token| token.kind == Kind::Close).count();
    let length = length + usize::from(closes && opened > closed);
    (found.unwrap_or_else(Piece::Ask), length)
}

/// `entro` without a day: a duration, or something written elsewhere.
fn no_day(rest: &[Token<'_>], length: usize, skipped: usize) -> Found {
    if let Some((found, used)) = amount::quantity(&rest[skipped..])
        && let Some("gg" | "h" | "mesi" | "settimane" | "min") =
            found.quantity.measure.as_deref().and_then(|m| words::measure(first_word(m)))
    {
        return (Piece::Duration(found.quantity), skipped + used);
    }
    let elsewhere = ["data", "termini", "termine", "scadenza", "scadenze", "tempi", "previsti"];
    let said = rest[length..].iter().take(4).any(|token| elsewhere.contains(&token.lower));
    let kind = if said { &kinds::TARGET_ELSEWHERE } else { &kinds::TARGET_NOT_UNDERSTOOD };
    (Piece::Ask(kind), rest.len())
}

fn first_word(measure: &str) -> &str {
    measure.split(' ').next().unwrap_or_default()
}

type Asked = &'static issue::Kind;

/// A day at the beginning of some tokens, or the question that it raises.
fn day(rest: &[Token<'_>], context: Context) -> Option<(Result<Day, Asked>, usize)> {
    let first = rest.first()?;
    match first.kind {
        Kind::Date(date) => return Some((written(date, first, context), 1)),
        Kind::BadDate => return Some((Err(&kinds::TARGET_DATE_IMPOSSIBLE), 1)),
        Kind::MonthYear(month, year) => {
            return Some((
                month_end(year, month).map(Day::Month).ok_or(&kinds::TARGET_DATE_IMPOSSIBLE),
                1,
            ));
        }
        Kind::DayMonth(day, month) => return Some(without_year(day, month, rest, 1, context)),
        // `30.09` is a day here, whatever it would be elsewhere; `1.5 %` is none.
        Kind::Doubtful(_) if !is_measured(rest) => {
            let (day, month) = first.text.split_once('.')?;
            let (day, month) = (day.parse().ok()?, month.parse().ok()?);
            return ((1..=31).contains(&day) && (1..=12).contains(&month))
                .then(|| without_year(day, month, rest, 1, context));
        }
        _ => {}
    }
    from_event(rest, context)
        .or_else(|| each(rest, context))
        .or_else(|| in_words(rest, context))
        .or_else(|| end_of_year(rest, context))
        .or_else(|| period(rest, context))
}

fn is_measured(rest: &[Token<'_>]) -> bool {
    rest.get(1).is_some_and(|next| {
        matches!(next.kind, Kind::Percent | Kind::Euro)
            || words::measure(next.lower).is_some()
            || words::multiplier(next.lower).is_some()
            || begins(&rest[1..], &["per", "cento"]).is_some()
    })
}

/// A date with two digits for its year is one of these years.
fn written(date: Date, token: &Token<'_>, context: Context) -> Result<Day, Asked> {
    let tail = token.text.rsplit(['/', '.', '-']).next().unwrap_or_default();
    let short = tail.len() == 2 && !token.text.starts_with("20") && !token.text.starts_with("19");
    let far = context.year.is_some_and(|year| (year - date.year()).abs() > 10);
    if short && far { Err(&kinds::TARGET_YEAR_MISSING) } else { Ok(Day::On(date)) }
}

/// A day and a month, with a year after them or that of the target.
fn without_year(
    day: i8,
    month: i8,
    rest: &[Token<'_>],
    at: usize,
    context: Context,
) -> (Result<Day, Asked>, usize) {
    let (year, length) = year(&rest[at..], context);
    let Some(year) = year else { return (Err(&kinds::TARGET_YEAR_MISSING), at + length) };
    let date = Date::new(year, month, day).map(Day::On);
    (date.map_err(|_| &kinds::TARGET_DATE_IMPOSSIBLE), at + length)
}

/// A year that is written, or that of the target, with the words that stand for it.
fn year(rest: &[Token<'_>], context: Context) -> (Option<i16>, usize) {
    const THIS_YEAR: [&[&str]; 15] = [
        &["p", "v"],
        &["c", "a"],
        &["dell'", "anno"],
        &["dell'", "anno", "corrente"],
        &["dell'", "anno", "in", "corso"],
        &["del", "corrente", "anno"],
        &["corrente", "anno"],
        &["corrente"],
        &["in", "corso"],
        &["anno", "corrente"],
        &["di", "ciascun", "anno"],
        &["di", "ogni", "anno"],
        &["di", "quest'", "anno"],
        &["prossimo", "venturo"],
        &["prossimo"],
    ];
    let skipped = skip(rest, &["del", "dell'", "di", "anno"]);
    if let Some(Token { kind: Kind::Number(_), text, .. }) = rest.get(skipped)
        && text.len() == 4
        && let Some(year) = text.parse().ok().filter(|year| (1990..2100).contains(year))
    {
        return (Some(year), skipped + 1);
    }
    let this = THIS_YEAR.iter().filter_map(|words| begins(rest, words)).max();
    (context.year, this.unwrap_or(0))
}

/// `31 dicembre 2021`, `1° marzo`, `fine marzo`, `marzo 2021`.
fn in_words(rest: &[Token<'_>], context: Context) -> Option<(Result<Day, Asked>, usize)> {
    let numbered = match rest[0].kind {
        Kind::Number(number) => i8::try_from(i64::try_from(number).ok()?).ok(),
        Kind::Ordinal(number) => i8::try_from(number).ok(),
        Kind::Word => words::ordinal(rest[0].lower).filter(|n| *n == 1).map(|_| 1),
        _ => None,
    };
    if let Some(number) = numbered
        && let Some(month) = rest.get(1).and_then(|token| words::month(token.lower))
    {
        return Some(without_year(number, month, rest, 2, context));
    }
    const ENDS: [&str; 9] = ["mese", "di", "fine", "la", "del", "il", "termine", "entro", "d'"];
    let skipped = skip(rest, &ENDS);
    let month = words::month(rest.get(skipped)?.lower)?;
    let at = skipped + 1;
    let (year, length) = year(&rest[at..], context);
    let day = year.and_then(|year| month_end(year, month)).map(Day::Month);
    Some((day.ok_or(&kinds::TARGET_YEAR_MISSING), at + length))
}

/// `l'anno`, `fine anno`, `il 2021`, `l'anno (31/12)`.
fn end_of_year(rest: &[Token<'_>], context: Context) -> Option<(Result<Day, Asked>, usize)> {
    let skipped =
        skip(rest, &["la", "fine", "dell'", "di", "del", "l'", "il", "termine", "esercizio"]);
    let named = begins(&rest[skipped..], &["anno"]).is_some();
    let at = skipped + usize::from(named);
    let (written, length) = year(&rest[at..], Context::default());
    if !named && (written.is_none() || length == 0) {
        return None;
    }
    let (year, length) =
        if written.is_some() { (written, length) } else { year(&rest[at..], context) };
    let at = at + length;
    let Some(year) = year else { return Some((Err(&kinds::TARGET_YEAR_MISSING), at)) };
    let bracket = rest.get(at).is_some_and(|token| token.kind == Kind::Open);
    let closed = rest.get(at + 2).is_some_and(|token| token.kind == Kind::Close);
    let inside = rest.get(at + 1).map(|token| token.kind);
    match inside {
        Some(Kind::DayMonth(31, 12)) if bracket && closed => {
            Some((Ok(Day::On(year_end(year))), at + 3))
        }
        Some(Kind::Date(date)) if bracket && closed && date == year_end(year) => {
            Some((Ok(Day::On(date)), at + 3))
        }
        _ => Some((Ok(Day::On(year_end(year))), at)),
    }
}

/// `il primo semestre 2021`, `II trimestre`.
fn period(rest: &[Token<'_>], context: Context) -> Option<(Result<Day, Asked>, usize)> {
    let skipped = skip(rest, &["la", "fine", "del", "il", "termine", "entro"]);
    let token = rest.get(skipped)?;
    let number = match token.kind {
        Kind::Ordinal(number) => number,
        Kind::Word => words::ordinal(token.lower)?,
        // `1 semestre 2021`; without its year it may be a time as well.
        Kind::Number(number) if year(rest.get(skipped + 2..)?, Context::default()).0.is_some() => {
            i16::try_from(i64::try_from(number).ok()?).ok()?
        }
        _ => return None,
    };
    let span = words::span(rest.get(skipped + 1)?.lower)
        .filter(|span| !matches!(span, Span::Week | Span::Month | Span::Year))?;
    let number = if number < 0 { Some(span.in_a_year()) } else { i8::try_from(number).ok() };
    let at = skipped + 2;
    let (year, length) = year(&rest[at..], context);
    let Some(year) = year else { return Some((Err(&kinds::TARGET_YEAR_MISSING), at + length)) };
    let number = number.filter(|number| span.end(year, *number).is_some());
    let day = number.map(|number| Day::Period { span, number, year, offset_days: 0 });
    Some((day.ok_or(&kinds::TARGET_DATE_IMPOSSIBLE), at + length))
}

/// `primo semestre` of `10 giorni dalla fine del primo semestre`.
fn after_period(
    rest: &[Token<'_>],
    days: i32,
    context: Context,
) -> Option<(Result<Day, Asked>, usize)> {
    let (found, length) = period(rest, context)?;
    let later = |day| match day {
        Day::Period { span, number, year, .. } => {
            Day::Period { span, number, year, offset_days: days }
        }
        other => other,
    };
    Some((found.map(later), length))
}

/// Words between a time and the period that it follows.
const EVERY: [&str; 13] = [
    "al",
    "alla",
    "fine",
    "del",
    "di",
    "ogni",
    "ciascun",
    "a",
    "il",
    "della",
    "chiusura",
    "conclusione",
    "termine",
];

/// `il 5° giorno successivo al semestre`, `il 15 del mese successivo`, `la fine di ogni mese`.
fn each(rest: &[Token<'_>], context: Context) -> Option<(Result<Day, Asked>, usize)> {
    const FOLLOWING: [&str; 4] = ["successivo", "successiva", "seguente", "dopo"];
    if let Some(length) =
        begins(rest, &["fine", "di", "ogni"]).or_else(|| begins(rest, &["fine", "di", "ciascun"]))
    {
        let span = words::span(rest.get(length)?.lower)?;
        return Some((Ok(Day::Each { span, offset_days: 0 }), length + 1));
    }
    let days = i32::from(match rest[0].kind {
        Kind::Ordinal(number) => number,
        Kind::Number(number) => i16::try_from(i64::try_from(number).ok()?).ok()?,
        Kind::Word => words::ordinal(rest[0].lower).filter(|number| *number > 0)?,
        _ => return None,
    });
    let at = 1 + usize::from(begins(&rest[1..], &["giorno"]).is_some());
    let follows = |token: Option<&Token<'_>>| token.is_some_and(|t| FOLLOWING.contains(&t.lower));
    if follows(rest.get(at)) {
        let at = at + 1 + skip(&rest[at + 1..], &EVERY);
        if let Some(found) = after_period(&rest[at..], days, context) {
            return Some((found.0, at + found.1));
        }
        let span = words::span(rest.get(at)?.lower)?;
        return Some((Ok(Day::Each { span, offset_days: days }), at + 1));
    }
    let at = at + skip(&rest[at..], &["del"]);
    let span = words::span(rest.get(at)?.lower)?;
    if !follows(rest.get(at + 1)) {
        return None;
    }
    let at = at + 2;
    // `il 20 del mese successivo al trimestre`
    let longer = at + skip(&rest[at..], &EVERY);
    match rest.get(longer).filter(|_| longer > at).and_then(|token| words::span(token.lower)) {
        Some(whole) if span == Span::Month => {
            Some((Ok(Day::Each { span: whole, offset_days: days }), longer + 1))
        }
        Some(_) => None,
        None => Some((Ok(Day::Each { span, offset_days: days }), at)),
    }
}

/// `60 giorni dall'approvazione del bilancio`, `due mesi dalle linee guida`, `15 giorni prima della
/// scadenza`.
fn from_event(rest: &[Token<'_>], context: Context) -> Option<(Result<Day, Asked>, usize)> {
    const FROM: [&str; 7] = ["da", "dal", "dallo", "dalla", "dall'", "dai", "dalle"];
    const TO: [&str; 9] = ["di", "del", "dello", "della", "dell'", "dei", "degli", "delle", "il"];
    const AFTER: [&str; 7] = ["a", "al", "allo", "alla", "all'", "alle", "agli"];
    let (amount, at) = amount::quantity(rest)?;
    let measure = amount.quantity.measure.as_deref()?;
    let number = i32::try_from(i64::try_from(amount.quantity.number).ok()?).ok()?;
    let time =
        words::measure(first_word(measure)).filter(|m| matches!(*m, "gg" | "settimane" | "mesi"));
    time?;
    if case::opens(&rest[at..]) {
        return None;
    }
    let whole = amount.quantity.number.fract() == Decimal::ZERO && (0..=3660).contains(&number);
    let link = rest.get(at)?.lower;
    let (sign, begin) = match link {
        _ if FROM.contains(&link) || link == "dagli" => (1, at + 1),
        "prima" | "antecedenti" => (-1, at + 1 + skip(&rest[at + 1..], &TO)),
        "dopo" => (1, at + 1 + skip(&rest[at + 1..], &["il", "lo", "la", "l'", "i", "gli", "le"])),
        "successivi" | "successivo" => (1, at + 1 + skip(&rest[at + 1..], &AFTER)),
        _ => return None,
    };
    let offset = match words::measure(measure) {
        Some("gg") if whole => Offset::Days(sign * number),
        Some("settimane") if whole => Offset::Days(sign * number * 7),
        Some("mesi") if whole => Offset::Months(sign * number),
        // Working days depend on a calendar that nobody has given.
        _ => return Some((Err(&kinds::TARGET_EVENT_MISSING), rest.len())),
    };
    Some(event(rest, begin, offset, context))
}

/// The event itself: a date, the end of every period, or the words up to the next part.
fn event(
    rest: &[Token<'_>],
    begin: usize,
    offset: Offset,
    context: Context,
) -> (Result<Day, Asked>, usize) {
    const ENDS: [&str; 13] = [
        "scadenza",
        "dell'",
        "la",
        "fine",
        "del",
        "di",
        "ogni",
        "ciascun",
        "chiusura",
        "conclusione",
        "termine",
        "della",
        "ciascuno",
    ];
    let not_understood = (Err(&kinds::TARGET_NOT_UNDERSTOOD), rest.len());
    if let Some(Token { kind: Kind::Date(date), .. }) = rest.get(begin) {
        let day = offset.after(*date).map(Day::On).ok_or(&kinds::TARGET_DATE_IMPOSSIBLE);
        return (day, begin + 1);
    }
    let ended = begin + skip(&rest[begin..], &ENDS);
    if ended > begin
        && let Offset::Days(days) = offset
        && let Some((day, length)) = after_period(&rest[ended..], days, context)
    {
        return (day, ended + length);
    }
    if ended > begin
        && let Some(span) = rest.get(ended).and_then(|token| words::span(token.lower))
        && rest.get(ended + 1).is_none_or(|next| next.kind == Kind::Stop)
        && let Offset::Days(offset_days) = offset
    {
        // `dal termine dell'esercizio`: of this one or of the one before?
        let every = |token: &Token<'_>| matches!(token.lower, "ogni" | "ciascun" | "ciascuno");
        if span == Span::Year && !rest[begin..ended].iter().any(every) {
            return (Err(&kinds::TARGET_YEAR_MISSING), ended + 1);
        }
        return (Ok(Day::Each { span, offset_days }), ended + 1);
    }
    let stops = |token: &Token<'_>| {
        matches!(token.kind, Kind::Stop | Kind::Sign(_) | Kind::Comma) || token.lower == "entro"
    };
    let end = rest[begin..].iter().position(stops).map_or(rest.len(), |at| begin + at);
    let named = &rest[begin..end];
    let plain = |token: &Token<'_>| {
        matches!(token.kind, Kind::Word | Kind::Open | Kind::Close | Kind::Dash)
            && ask::of_word(token.lower).is_none()
    };
    if named.is_empty() || named.len() > 14 || !named.iter().all(plain) {
        return not_understood;
    }
    let event = label::written(rest, (begin, end)).into_boxed_str();
    (Ok(Day::Event { event, offset }), end)
}
