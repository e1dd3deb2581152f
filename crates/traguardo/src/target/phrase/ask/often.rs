//! What could be meant by how often alone: `mensile`, `ogni mese`, `report trimestrale`.
//! Not here: rates that say how many ([`super::super::join`]).

use super::{Kind, Token, words};
use crate::period::Span;

/// At least one in every period.
pub(super) fn proposals(tokens: &[Token<'_>]) -> Vec<String> {
    let (noun, span) = match tokens {
        [often] => (None, words::frequency(often.lower)),
        [each, span] if each.lower == "ogni" => (None, words::span(span.lower)),
        [noun, often] if noun.kind == Kind::Word => (Some(noun), words::frequency(often.lower)),
        _ => return Vec::new(),
    };
    let Some(span) = span else { return Vec::new() };
    let noun = noun.map(|noun| format!("{} ", noun.lower)).unwrap_or_default();
    vec![format!("almeno 1 {noun}{}", every(span))]
}

pub(super) fn every(span: Span) -> &'static str {
    match span {
        Span::Week => "alla settimana",
        Span::Month => "al mese",
        Span::TwoMonths => "al bimestre",
        Span::Quarter => "al trimestre",
        Span::FourMonths => "al quadrimestre",
        Span::HalfYear => "al semestre",
        Span::Year => "all'anno",
    }
}
