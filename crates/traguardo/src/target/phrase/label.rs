//! Words that name: what is done or counted, of what, and phrases made of nothing else.
//! Not here: words that change a target, which are pieces of their own.

use super::join::{Asked, Item, ask};
use super::token::{Kind, Token};
use super::{doubt, share, words};
use crate::issue::kinds;
use crate::period::Span;
use crate::quantity::Quantity;
use crate::target::{About, Target};

type Result<T> = std::result::Result<T, Asked>;

/// The words of some tokens as they were written, with the blanks they had.
pub(super) fn written(tokens: &[Token<'_>], (from, to): (usize, usize)) -> String {
    let mut text = String::new();
    for at in from..to {
        let token = &tokens[at];
        if at > from && tokens[at - 1].end < token.start {
            text.push(' ');
        }
        text.push_str(token.text);
        // The full stop of an abbreviation stands between the word and its end.
        if token.start + token.text.len() < token.end {
            text.push('.');
        }
    }
    text
}

/// A name without the articles and marks around it; none where nothing is left.
fn name(tokens: &[Token<'_>], (mut from, mut to): (usize, usize)) -> Option<Box<str>> {
    let empty = |token: &Token<'_>| {
        words::is_filler(token.lower)
            || matches!(token.kind, Kind::Open | Kind::Close | Kind::Dash | Kind::Comma)
            || matches!(token.kind, Kind::Mark(':' | '=' | '/'))
    };
    while from < to && empty(&tokens[from]) {
        from += 1;
    }
    let whole = to;
    while from < to && empty(&tokens[to - 1]) {
        to -= 1;
    }
    // `Incasso (al netto delle sanzioni)`: a bracket that opens within the name closes it.
    let is = |kind| move |token: &&Token<'_>| token.kind == kind;
    let opened = tokens[from..to].iter().filter(is(Kind::Open)).count();
    let closed = tokens[from..to].iter().filter(is(Kind::Close)).count();
    if opened > closed && to < whole && tokens[to].kind == Kind::Close {
        to += 1;
    }
    (from < to).then(|| written(tokens, (from, to)).into_boxed_str())
}

/// What a deadline is for: the words before it, and those after it that go on with a preposition.
pub(super) fn what(tokens: &[Token<'_>], item: &Item) -> Result<Option<Box<str>>> {
    let label = item.label.and_then(|words| name(tokens, words));
    // `% di utenti entro giugno`: the day of a figure that is not there.
    if let Some((from, to)) = item.label
        && (tokens[from].kind == Kind::Percent
            || tokens[from..to].iter().any(|token| is_past(token.lower))
            || words::month(tokens[to - 1].lower).is_some())
    {
        return ask(&kinds::TARGET_NOT_UNDERSTOOD);
    }
    let Some((from, to)) = item.tail else { return Ok(label) };
    // `entro il 30/06/2021: bozza`
    if label.is_none() && tokens[from].kind == Kind::Mark(':') {
        return Ok(name(tokens, (from, to)));
    }
    if !words::opens_scope(tokens[from].lower) || tokens[from].lower == "che" {
        return ask(&kinds::TARGET_NOT_UNDERSTOOD);
    }
    let tail = written(tokens, (from, to));
    Ok(Some(match label {
        Some(label) => format!("{label} {tail}").into_boxed_str(),
        None => tail.into_boxed_str(),
    }))
}

/// Words of acts and of things past: a date beside them is not a deadline.
fn is_past(word: &str) -> bool {
    matches!(
        word,
        "eliminato"
            | "eliminata"
            | "modificato"
            | "aggiornato"
            | "inserito"
            | "delibera"
            | "dgc"
            | "deliberazione"
            | "non"
            | "dopo"
            | "termini"
            | "norma"
            | "mantenere"
            | "successivamente"
            | "posteriormente"
            | "partire"
            | "decorrere"
            | "decorrenza"
            | "dal"
    )
}

/// Words before a quantity must not turn it round, those after it must not be another target.
pub(super) fn check_words(tokens: &[Token<'_>], item: &Item) -> Result<()> {
    if let Some((from, to)) = item.label
        && doubt::turns(&tokens[from..to], item.compare.is_some())
    {
        return ask(&kinds::TARGET_NOT_UNDERSTOOD);
    }
    let Some((from, to)) = item.tail else { return Ok(()) };
    let odd = |at: usize| match tokens[at].kind {
        Kind::Mark('/') => !share::is_stroke(tokens, at) && !joins_acronyms(tokens, at),
        kind => matches!(kind, Kind::Mark('*' | '?' | '!')),
    };
    if to - from > 20 || (from..to).any(odd) || doubt::is_no_noun(&tokens[from..to]) {
        return ask(&kinds::TARGET_NOT_UNDERSTOOD);
    }
    Ok(())
}

/// `servizi SPID/CIE`: of singular nouns the second would be what the first is counted for.
fn joins_acronyms(tokens: &[Token<'_>], at: usize) -> bool {
    let is_acronym = |token: Option<&Token<'_>>| {
        token.is_some_and(|token| {
            token.text.len() > 2 && token.text.bytes().all(|b| b.is_ascii_uppercase())
        })
    };
    at > 0 && is_acronym(tokens.get(at - 1)) && is_acronym(tokens.get(at + 1))
}

/// Whether words before something name it: more than articles.
pub(super) fn is_named(tokens: &[Token<'_>], item: &Item) -> bool {
    item.label.and_then(|words| name(tokens, words)).is_some()
}

/// A quantity with its measure, which may be the noun that follows, and the words around it.
pub(super) fn about(tokens: &[Token<'_>], item: &Item, level: &Quantity) -> (Quantity, About) {
    let mut level = level.clone();
    let what = item.label.and_then(|words| name(tokens, words));
    let per_cent = item.label.is_some_and(|(from, _)| tokens[from].kind == Kind::Percent);
    let Some((mut from, to)) = item.tail else {
        if per_cent && level.measure.is_none() {
            level.measure = Some("%".into());
        }
        return (level, About { what, scope: None });
    };
    if level.measure_name().is_none_or(|measure| measure == "N.") {
        let ends = |token: &Token<'_>| {
            token.kind == Kind::Open
                || token.kind == Kind::Close
                || words::opens_scope(token.lower) && token.lower != "n"
                || matches!(token.lower, "e" | "ed")
                || words::frequency(token.lower).is_some()
        };
        let end = tokens[from..to].iter().position(ends).map_or(to, |at| from + at);
        // `8 progetti gestiti`: what was done with them is not what is counted.
        let done = (from + 1..end).find(|at| is_participle(tokens[*at].lower));
        let end = done.unwrap_or(end);
        if end > from {
            level.measure = Some(noun(tokens, (from, end)).into_boxed_str());
            from = end;
        }
    }
    if per_cent && level.measure.is_none() {
        level.measure = Some("%".into());
    }
    // How often is said by the target itself.
    if from < to && words::frequency(tokens[from].lower).is_some() {
        from += 1;
    }
    let scope = (from < to).then(|| written(tokens, (from, to)).into_boxed_str());
    (level, About { what, scope })
}

/// What is counted, as it was written; without the capitals of a phrase that has no other letters.
fn noun(tokens: &[Token<'_>], words: (usize, usize)) -> String {
    let noun = written(tokens, words);
    let shouted = noun.len() > 4 && !noun.contains(char::is_lowercase);
    if shouted { noun.to_lowercase() } else { noun }
}

fn is_participle(word: &str) -> bool {
    const ENDS: [&str; 6] = ["ati", "ate", "iti", "ite", "uti", "ute"];
    word.len() > 5 && ENDS.iter().any(|end| word.ends_with(end))
}

/// A comparison with words: `≥ a medio`.
pub(super) fn level_in_words<T>(tokens: &[Token<'_>], item: &Item) -> Result<T> {
    let marks = |token: &Token<'_>| is_mark(token.lower);
    let kind = if item.core.is_none() && tokens.iter().any(marks) {
        &kinds::TARGET_LEVEL_IN_WORDS
    } else {
        &kinds::TARGET_NOT_UNDERSTOOD
    };
    ask(kind)
}

fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "basso"
            | "bassa"
            | "medio"
            | "media"
            | "alto"
            | "alta"
            | "buono"
            | "buona"
            | "ottimo"
            | "ottima"
            | "sufficiente"
            | "discreto"
            | "discreta"
            | "elevato"
            | "elevata"
            | "adeguato"
            | "adeguata"
            | "soddisfacente"
            | "eccellente"
            | "positivo"
            | "positiva"
    )
}

/// A phrase of words alone: done or not, judged, the first year, or a question.
pub(super) fn words_only(tokens: &[Token<'_>], item: &Item) -> Result<Target> {
    let Some((from, to)) = item.label else { return ask(&kinds::TARGET_NOT_UNDERSTOOD) };
    let said = &tokens[from..to];
    let has = |words: &[&str]| said.iter().any(|token| words.contains(&token.lower));
    let first =
        said.iter().find(|token| !words::is_filler(token.lower) && token.lower != "indicatore");
    let Some(first) = first.map(|token| token.lower) else {
        return ask(&kinds::TARGET_NOT_UNDERSTOOD);
    };
    if has(&["rilevazione"]) && has(&["anno", "prima"]) {
        return Ok(Target::Baseline);
    }
    let base = first == "anno" && has(&["base"]) && said.len() == 2;
    if base || first == "baseline" && said.len() == 1 {
        return Ok(Target::Baseline);
    }
    if matches!(first, "qualitativo" | "qualitativa" | "qualitativi" | "qualitative")
        && said.len() <= 2
        || has(&["qualitativo", "qualitativa", "quantitativa"])
            && matches!(first, "valutazione" | "giudizio" | "target")
    {
        return Ok(Target::Judgement);
    }
    if is_undecided(said) {
        return ask(&kinds::TARGET_UNDECIDED);
    }
    let deed = DEEDS.contains(&first);
    let refers = |at: usize| ELSEWHERE.contains(&said[at].lower) && !(deed && is_object(said, at));
    if (0..said.len()).any(refers) {
        return ask(&kinds::TARGET_ELSEWHERE);
    }
    if said.len() <= 2 && said.iter().any(|token| is_mark(token.lower)) {
        return ask(&kinds::TARGET_LEVEL_IN_WORDS);
    }
    let often = |token: &Token<'_>| words::frequency(token.lower).is_some_and(|s| s != Span::Year);
    // `Conclusione dei lavori a dicembre`: a day is meant that was not understood.
    let month = |token: &Token<'_>| token.lower.len() > 3 && words::month(token.lower).is_some();
    let plain = said.len() <= 16 && !has(&["non"]) && !said.iter().any(often);
    let plain = plain && !said.iter().any(month);
    if plain && deed {
        return Ok(Target::Done { what: name(tokens, (from, to)) });
    }
    if is_yes(first) && (said.len() == 1 || is_yes_or_no(said)) {
        return Ok(Target::Done { what: None });
    }
    ask(&kinds::TARGET_NOT_UNDERSTOOD)
}

fn is_yes(word: &str) -> bool {
    matches!(word, "si" | "sì" | "sí" | "si'" | "fatto" | "realizzato" | "on")
}

/// `SI/NO`, `fatto / non fatto`: the two ends of a yes or no.
fn is_yes_or_no(said: &[Token<'_>]) -> bool {
    let [first, stroke, rest @ ..] = said else { return false };
    let no = match rest {
        [no] => {
            matches!((first.lower, no.lower), ("on", "off") | ("si" | "sì" | "sí" | "si'", "no"))
        }
        [no, same] => no.lower == "non" && same.lower == first.lower,
        _ => false,
    };
    no && stroke.kind == Kind::Mark('/')
}

/// `Approvazione regolamento`: whether a document is what is made, not where the target stands.
fn is_object(said: &[Token<'_>], at: usize) -> bool {
    const DOCUMENTS: [&str; 5] =
        ["regolamento", "contratto", "calendario", "cronoprogramma", "standard"];
    const FROM: [&str; 12] =
        ["da", "dal", "dallo", "dalla", "dall'", "dagli", "per", "a", "al", "in", "nel", "con"];
    DOCUMENTS.contains(&said[at].lower) && at > 0 && !FROM.contains(&said[at - 1].lower)
}

const ELSEWHERE: [&str; 23] = [
    "sensi",
    "legge",
    "normativa",
    "norma",
    "norme",
    "termini",
    "termine",
    "scadenza",
    "scadenze",
    "previsto",
    "prevista",
    "previsti",
    "previste",
    "come",
    "secondo",
    "cronoprogramma",
    "calendario",
    "vedi",
    "tempistica",
    "tempi",
    "standard",
    "contratto",
    "regolamento",
];

/// Deeds: a phrase that begins with one of them and has no number is done or not.
const DEEDS: [&str; 47] = [
    "attivazione",
    "realizzazione",
    "adozione",
    "approvazione",
    "pubblicazione",
    "redazione",
    "predisposizione",
    "avvio",
    "completamento",
    "conclusione",
    "stipula",
    "istituzione",
    "creazione",
    "costituzione",
    "presentazione",
    "sottoscrizione",
    "aggiornamento",
    "invio",
    "trasmissione",
    "definizione",
    "implementazione",
    "rilascio",
    "emissione",
    "revisione",
    "elaborazione",
    "organizzazione",
    "relazione",
    "report",
    "proposta",
    "attivare",
    "realizzare",
    "adottare",
    "approvare",
    "pubblicare",
    "redigere",
    "predisporre",
    "avviare",
    "completare",
    "concludere",
    "stipulare",
    "istituire",
    "creare",
    "costituire",
    "presentare",
    "aggiornare",
    "inviare",
    "elaborare",
];

fn is_undecided(said: &[Token<'_>]) -> bool {
    let words: Vec<&str> = said.iter().map(|token| token.lower).take(4).collect();
    matches!(
        words.as_slice(),
        ["n", "d"]
            | ["nd"]
            | ["vari"]
            | ["varie"]
            | ["da", "definire", ..]
            | ["da", "stabilire", ..]
            | ["da", "determinare", ..]
            | ["in", "corso", ..]
            | ["tbd"]
            | ["non", "definito"]
            | ["non", "applicabile"]
            | ["non", "previsto"]
            | ["non", "disponibile"]
            | ["da", "individuare", ..]
            | ["n", "a"]
            | ["n", "p"]
            | ["np"]
            | ["na"]
            | ["n", "r"]
    )
}
