//! Times that run anew for every request, application or report that comes in.
//! Not here: events that happen once, from which a day can be reckoned ([`super::day`]).

use super::piece::skip;
use super::token::{Kind, Token};

/// What comes in again and again.
const CASES: [&str; 21] = [
    "richiesta",
    "richieste",
    "domanda",
    "domande",
    "istanza",
    "istanze",
    "segnalazione",
    "segnalazioni",
    "reclamo",
    "reclami",
    "fattura",
    "fatture",
    "pratica",
    "pratiche",
    "protocollazione",
    "quesito",
    "dimissione",
    "ricovero",
    "prelievo",
    "prenotazione",
    "chiamata",
];

/// How it comes in; of something else it may be an event: `dalla presentazione del bilancio`.
const ARRIVALS: [&str; 6] =
    ["presentazione", "ricezione", "ricevimento", "arrivo", "inoltro", "consegna"];

/// Whether some tokens, which begin with `dalla` and the like, name the beginning of every case.
pub(super) fn opens(rest: &[Token<'_>]) -> bool {
    const FROM: [&str; 8] = ["da", "dal", "dallo", "dalla", "dall'", "dai", "dalle", "dagli"];
    const OF: [&str; 11] = [
        "di", "del", "dello", "della", "dell'", "dei", "degli", "delle", "ogni", "singola",
        "relativa",
    ];
    if !rest.first().is_some_and(|token| FROM.contains(&token.lower)) {
        return false;
    }
    let rest = &rest[1..];
    let rest = &rest[skip(rest, &["data", "di", "della", "del", "dell'", "singola"])..];
    let Some(first) = rest.first() else { return false };
    if CASES.contains(&first.lower) {
        return true;
    }
    if !ARRIVALS.contains(&first.lower) {
        return false;
    }
    let of = &rest[1..];
    let named = of.get(skip(of, &OF));
    match of.first() {
        Some(token) if token.kind == Kind::Word && OF.contains(&token.lower) => {
            named.is_some_and(|token| CASES.contains(&token.lower))
        }
        Some(token) => token.kind != Kind::Word,
        None => true,
    }
}
