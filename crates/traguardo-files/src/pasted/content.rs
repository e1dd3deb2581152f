//! What cells look like: codes, numbers, targets, acts; and columns without a header by that.
//! Not here: the words of headers, see [`super::role`].

use traguardo::indicator::Direction;
use traguardo::number;
use traguardo::period::parse_date;
use traguardo::target::phrase;

use super::header::{Column, owned};
use super::role::Role;
use super::source::SourceRow;

/// The code that a title begins with, and the title after it: `1.1 Digitalizzazione`,
/// `011_ Competitività`, `301.D1.1 - Incentivare`, `1. INNOVAZIONE`.
pub(super) fn coded(text: &str) -> Option<(&str, &str)> {
    let body = |c: char| c.is_ascii_alphanumeric() || c == '.';
    let end = text.find(|c: char| !body(c)).filter(|end| *end <= 24)?;
    let (mut code, mut rest) = text.split_at(end);
    // `3.SOSTENIBILITA'`: the letters belong to the title.
    if let Some(at) = code.find(|c: char| c.is_ascii_alphabetic())
        && at > 0
        && code[at..].bytes().take_while(u8::is_ascii_alphabetic).count() > 2
    {
        (code, rest) = text.split_at(at);
    }
    let dotted = code.ends_with('.');
    let code = code.trim_end_matches('.');
    let marked = rest.trim_start().starts_with(['_', '-', '–', ')', ':']);
    let is_marked = dotted || marked || code.contains('.');
    let title = rest.trim_start_matches(|c: char| c.is_whitespace() || "_-–):.".contains(c));
    // `A. Servizi`, but not `P.A. digitale`.
    let is_letter = code.len() == 1 && (dotted || marked);
    if !is_letter && !code.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_marked = is_marked || names_objective(code);
    (is_marked && is_code(code) && title.starts_with(char::is_alphabetic)).then_some((code, title))
}

/// `OS1`, `OO1.1`: codes of objectives, which need no mark after them.
fn names_objective(code: &str) -> bool {
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    (2..=3).contains(&letters)
        && code.starts_with('O')
        && code[letters..].starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a text is a code of a tree: `1`, `1.1.1`, `301.D1.1`, `B06`, `D02.02`, `A.1.2`, `A`.
pub(super) fn is_code(text: &str) -> bool {
    let part = |part: &str| {
        let digits = part.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let letters = part.len() - digits.len();
        letters <= 3
            && digits.len() <= 4
            && !part.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let is_letter = text.len() <= 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    text.len() <= 24 && (has_digit || is_letter) && text.split(['.', '/', '-']).all(part)
}

/// Whether a text is a number, with a sign of per cent or not.
pub(super) fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || "-+−–".contains(c))
        && number::parse(text.trim_end_matches('%').trim_end()).is_ok()
}

/// Whether a text may be a target: it begins like one, or has a figure and is not long.
pub(super) fn is_target(text: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = ["entro", "≥", "≤", ">", "<", "=", "almeno", "non oltre", "qualitativ", "anno"];
    begins.iter().any(|begin| lower.starts_with(begin))
        || is_number(text)
        || parse_date(text).is_ok()
        || text.len() < 120 && text.contains(|c: char| c.is_ascii_digit())
        || phrase::read(text, upwards()).is_ok()
}

/// Whether a text can only be a target: it is no name of anything.
pub(super) fn is_surely_target(text: &str) -> bool {
    text.starts_with(['≥', '≤', '>', '<', '=']) || is_number(text) || parse_date(text).is_ok()
}

fn upwards() -> phrase::Context {
    phrase::Context { direction: Some(Direction::Up), ..phrase::Context::default() }
}

/// The word for what an act did, where a text tells of one: `Aggiornato in sede di …`.
pub(super) fn act(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let known = [
        ("aggiornat", "aggiornato"),
        ("modific", "aggiornato"),
        ("eliminat", "eliminato"),
        ("inserit", "inserito"),
        ("confermat", "confermato"),
        ("neutralizzat", "neutralizzato"),
    ];
    let (_, word) = known.iter().find(|(begin, _)| lower.starts_with(begin))?;
    let tells = ["deliber", "del.", "determin", "giunta", "rolling"];
    tells.iter().any(|told| lower.contains(told)).then_some(*word)
}

/// How many rows are looked at to see what a column holds.
const LOOKED_AT: usize = 40;

/// The columns of rows without a header, by what they hold.
pub(super) fn columns(rows: &[&SourceRow]) -> Vec<Column> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let looks: Vec<Look> = (0..width).map(|at| Look::of(rows, at)).collect();
    let target = looks.iter().rposition(|look| *look == Look::Target || *look == Look::Number);
    let texts: Vec<usize> = (0..width).filter(|at| looks[*at] == Look::Text).collect();
    let before: Vec<usize> = texts.iter().copied().filter(|at| Some(*at) < target).collect();
    let indicator = before.last().copied().filter(|_| before.len() > 1);
    let role = |at: usize| match looks[at] {
        Look::Blank => None,
        Look::Code => Some(Role::Code),
        _ if Some(at) == target => Some(Role::Target(None)),
        Look::Number => Some(Role::Plain("peso")),
        Look::Act => Some(Role::Act),
        Look::Text if Some(at) == indicator => Some(Role::Indicator),
        Look::Text if target.is_some_and(|target| at > target) => Some(Role::Responsible),
        Look::Text => Some(Role::Title(String::new())),
        Look::Target => Some(Role::Other),
    };
    let column = |at| Column { header: String::new(), role: role(at), owner: None };
    owned((0..width).map(column).collect())
}

/// What most cells of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Blank,
    Code,
    Number,
    Target,
    Act,
    Text,
}

impl Look {
    fn of(rows: &[&SourceRow], at: usize) -> Self {
        let cells = rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| &*cell.text);
        let cells: Vec<&str> = cells.filter(|text| !text.is_empty()).take(LOOKED_AT).collect();
        let most = |is: &dyn Fn(&str) -> bool| {
            cells.iter().filter(|text| is(text)).count() * 3 > cells.len() * 2
        };
        if cells.is_empty() {
            Self::Blank
        } else if most(&|text| is_code(text)) && (at == 0 || most(&|text| text.contains('.'))) {
            Self::Code
        } else if most(&is_number) {
            Self::Number
        } else if most(&|text| act(text).is_some()) {
            Self::Act
        } else if most(&|text| text.len() < 60 && is_target(text)) {
            Self::Target
        } else {
            Self::Text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_gives_its_code_and_a_sentence_none() {
        for (text, expected) in [
            ("1. INNOVAZIONE", Some(("1", "INNOVAZIONE"))),
            ("3.SOSTENIBILITA'", Some(("3", "SOSTENIBILITA'"))),
            ("2.10 Una P.A. semplice", Some(("2.10", "Una P.A. semplice"))),
            ("011_ Competitività", Some(("011", "Competitività"))),
            ("301 - Internazionalizzazione", Some(("301", "Internazionalizzazione"))),
            ("301.D1.1 - Incentivare", Some(("301.D1.1", "Incentivare"))),
            ("10 eventi", None),
            ("Realizzare 3 eventi", None),
            ("31.12.2021", None),
            ("P.A. digitale", None),
            ("A. Servizi", Some(("A", "Servizi"))),
            ("A.1.2 Servizi", Some(("A.1.2", "Servizi"))),
            ("OS1 Servizi", Some(("OS1", "Servizi"))),
            ("OO1.1 - Servizi", Some(("OO1.1", "Servizi"))),
            ("CO2 emessa", None),
        ] {
            assert_eq!(coded(text), expected, "{text}");
        }
    }
}
