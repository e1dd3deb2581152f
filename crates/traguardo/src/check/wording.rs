//! Issues of what stands in titles, formulas and notes: the year of another plan, days that do not
//! exist, garbled numbers, quotients that differ. Not here: the language of targets.

use std::ops::Range;

use hashbrown::HashSet;

use super::place::{in_plan, in_readings, of_node, of_use};
use super::prose::{self, Word};
use super::subject::Subject;
use crate::issue::{Cell, Issue, Place, kinds};
use crate::number::{self, Decimal, Rounding};
use crate::plan::Plan;
use crate::reading::Readings;
use crate::scoring::quotient;

pub(super) fn check<'a>(
    plan: &'a Plan,
    subjects: &[Subject<'a>],
    readings: &'a Readings,
    issues: &mut Vec<Issue>,
) {
    // A remark that stands on many rows is looked at once.
    let mut known: HashSet<&str> = HashSet::new();
    let mut look = |text: Option<&'a str>, place: &dyn Fn() -> Place| {
        if let Some(text) = text.filter(|text| may_say_much(text)).filter(|text| known.insert(text))
        {
            check_text(plan, text, place, issues);
        }
    };
    for node in &plan.nodes {
        look(Some(&node.title), &|| of_node(node, "titolo"));
        look(node.details.note.as_deref(), &|| of_node(node, "note"));
    }
    for used in &plan.uses {
        let details = &used.details;
        look(details.note.as_deref(), &|| in_plan(details, &used.indicator, "note"));
    }
    for subject in subjects {
        let (indicator, used) = (subject.indicator, subject.uses[0]);
        let title = used.title.as_deref().unwrap_or(&indicator.title);
        look(Some(title), &|| of_use(used, "titolo", title));
        let formula = indicator.formula.as_deref();
        look(formula, &|| of_use(used, "formula", formula.unwrap_or_default()));
    }
    for reading in &readings.list {
        look(reading.note.as_deref(), &|| in_readings(reading, "nota"));
    }
}

/// Whether a text holds a year, or digits with a sign between them: where nothing of it stands,
/// there is nothing to look at, and most texts are such.
fn may_say_much(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut digits = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if byte.is_ascii_digit() {
            digits += 1;
            continue;
        }
        let between = digits > 0 && matches!(byte, b'.' | b',' | b'/' | b'-');
        if digits == 4 || between && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            return true;
        }
        digits = 0;
    }
    digits == 4
}

fn check_text(plan: &Plan, text: &str, place: &dyn Fn() -> Place, issues: &mut Vec<Issue>) {
    let marked = |range: Range<usize>| {
        let place = place();
        match &place.cell {
            Some(cell) => {
                let cell: Cell = cell.clone().at(range);
                place.cell(cell)
            }
            None => place,
        }
    };
    for found in prose::dates(text).into_iter().filter(|found| found.date.is_none()) {
        issues.push(
            Issue::new(&kinds::TEXT_DATE_IMPOSSIBLE, marked(found.range.clone()))
                .with("found", &text[found.range]),
        );
    }
    let words = prose::words(text);
    for (at, word) in words.iter().enumerate() {
        if let Some(year) = year_of_plan(&words[..=at])
            && year != plan.year
            && !plan.horizon.contains(&year)
        {
            issues.push(
                Issue::new(&kinds::TEXT_OTHER_YEAR, marked(word.start..word.end()))
                    .with("found", year.to_string())
                    .with("year", plan.year.to_string()),
            );
        }
        let Some((above, below)) = split(word.text) else {
            if let Some(garbled) = garbled(word.text) {
                issues.push(say_garbled(garbled, garbled, marked(word.start..word.end())));
            }
            continue;
        };
        if let Some(garbled) = garbled(above).or_else(|| garbled(below)) {
            issues.push(say_garbled(garbled, word.text, marked(word.start..word.end())));
            continue;
        }
        let beside = [at.wrapping_sub(1), at + 1];
        let beside = beside.iter().filter_map(|at| per_cent(words.get(*at)?));
        for written in beside {
            if let Some(computed) = other_quotient(above, below, written) {
                issues.push(
                    Issue::new(&kinds::TEXT_QUOTIENT_DIFFERS, marked(word.start..word.end()))
                        .with("found", word.text)
                        .with("expected", number::format(written))
                        .with("quotient", number::format(computed)),
                );
            }
        }
    }
}

fn say_garbled(number: &str, found: &str, place: Place) -> Issue {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let without_end = &digits[..digits.len() - 1];
    let grouped = |digits: &str| number::parse(digits).ok().map(number::format);
    let mut issue = Issue::new(&kinds::NUMBER_GARBLED, place).with("found", found);
    // A digit too many, or a point in the wrong place: the two ways to write such a thing.
    for proposal in [grouped(&digits), grouped(without_end)].into_iter().flatten() {
        issue = issue.propose(proposal);
    }
    issue
}

/// The year that the last of some words gives to a plan: `Target 2020`, `piano performance 2020`.
fn year_of_plan(words: &[Word<'_>]) -> Option<i16> {
    let [.., before, last] = words else { return None };
    let year: i16 = last.text.parse().ok().filter(|_| last.text.len() == 4)?;
    let named = ["target", "performance", "p.p", "obiettivi", "indicatori"];
    let of_plan = named.iter().any(|name| before.text.eq_ignore_ascii_case(name));
    ((1990..2100).contains(&year) && of_plan).then_some(year)
}

/// Both sides of a fraction of two numbers.
fn split(word: &str) -> Option<(&str, &str)> {
    let (above, below) = word.split_once('/')?;
    let is_number = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_digit())
            && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    };
    (is_number(above) && is_number(below)).then_some((above, below))
}

/// A number whose points separate neither thousands nor a day, a month and a year: `3.1296`.
fn garbled(word: &str) -> Option<&str> {
    let groups: Vec<&str> = word.split('.').collect();
    let (first, rest) = groups.split_first()?;
    let digits = groups.iter().all(|g| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit()));
    if !digits || rest.is_empty() || groups.len() > 5 || first.len() > 3 {
        return None;
    }
    let last = rest.last()?;
    // A month and a year, a day with them, or the number of a paragraph.
    let year = last.len() == 4 && (last.starts_with("19") || last.starts_with("20"));
    let thousands = rest[..rest.len() - 1].iter().all(|group| group.len() == 3);
    let long = (4..=6).contains(&last.len());
    (long && !year && thousands).then_some(word)
}

fn per_cent(word: &Word<'_>) -> Option<Decimal> {
    number::parse(word.text.strip_suffix('%')?).ok()
}

/// The quotient in per cent, with the decimals of what is written beside it, where it differs.
fn other_quotient(above: &str, below: &str, written: Decimal) -> Option<Decimal> {
    let (above, below) = (number::parse(above).ok()?, number::parse(below).ok()?);
    let found = quotient(above, below, true).ok()?;
    let rounded = number::round(found, written.scale(), Rounding::HalfUp);
    (rounded != written).then_some(rounded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_garbled_number_is_neither_a_date_nor_a_paragraph_nor_thousands() {
        assert!(garbled("3.1296").is_some());
        assert!(garbled("1.234.5678").is_some());
        for sound in ["3.196", "1.234.567", "12.2019", "31.12.2020", "2.10.1", "301.1", "3"] {
            assert!(garbled(sound).is_none(), "{sound}");
        }
    }
}
