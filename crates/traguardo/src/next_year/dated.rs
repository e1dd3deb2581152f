//! Days and years that the words of a plan still name when the year is over.
//! Not here: what the figures say.

use super::{Found, Reason, Reconsider};
use crate::period::Date;
use crate::plan::{Plan, Targets};
use crate::target::{About, Day, Expected, Meaning, Reference, Target, Threshold};

/// The first year that a number of four digits is taken for.
const EARLIEST: i16 = 2000;

/// The events of a plan that had a day.
pub(super) fn events(old: &Plan) -> Vec<Reconsider> {
    let over = |event: &crate::plan::Event| {
        Some(Reconsider {
            row: None,
            title: event.name.clone(),
            column: "data".to_owned(),
            reason: Reason::EventOver { day: event.date? },
        })
    };
    old.events.iter().filter_map(over).collect()
}

/// A year before a plan's that the title of a row names.
pub(super) fn of_title(title: &str, year: i16) -> Vec<Found> {
    let found = named_year(title, year).map(|year| Reason::NamedYear { year });
    found.into_iter().map(|reason| ("titolo".to_owned(), reason)).collect()
}

/// Days and years in the targets of a row that are before a plan's year, once a column each.
pub(super) fn of_targets(targets: &Targets, year: i16) -> Vec<Found> {
    let mut found = Vec::new();
    let mut look = |column: String, expected: &Expected| {
        let mut reasons = of_expected(expected, year);
        reasons.dedup();
        found.extend(reasons.into_iter().map(|reason| (column.clone(), reason)));
    };
    if let Some(expected) = &targets.year {
        look("target".to_owned(), expected);
    }
    for (day, expected) in &targets.periodic {
        look(format!("periodico_{day}"), expected);
    }
    for (score, expected) in &targets.steps {
        look(format!("soglia_{}", crate::number::format(*score)), expected);
    }
    found
}

fn of_expected(expected: &Expected, year: i16) -> Vec<Reason> {
    let Meaning::Read(target) = &expected.meaning else {
        // What is not understood is looked at as plain words.
        let named = named_year(&expected.verbatim, year);
        return named.map(|year| Reason::NamedYear { year }).into_iter().collect();
    };
    let mut found = Vec::new();
    let mut open = vec![target];
    while let Some(target) = open.pop() {
        match target {
            Target::Compound { parts, .. } => open.extend(parts.iter().rev()),
            Target::Periodic { year, periodic } => open.extend([&**periodic, &**year]),
            Target::ByYear(years) => match years.iter().find(|(named, _)| *named == year) {
                Some((_, target)) => open.push(target),
                None => {
                    let last = years.iter().map(|(named, _)| *named).max();
                    found.extend(last.map(|year| Reason::NamedYear { year }));
                }
            },
            Target::By(due) => {
                found.extend(old_day(&due.day, year));
                found.extend(in_words(due.what.as_deref(), year));
            }
            Target::Done { what } => found.extend(in_words(what.as_deref(), year)),
            Target::Level { about, .. } | Target::Rate { about, .. } => {
                found.extend(of_words(about, year));
            }
            Target::Change { reference, stated, .. } | Target::Ratio { reference, stated, .. } => {
                found.extend(of_reference(*reference, year));
                found.extend(stated.map(|stated| Reason::StatedReference { stated }));
            }
            Target::Within { reference, .. } => found.extend(of_reference(*reference, year)),
            Target::Steps(steps) => found.extend(steps.iter().filter_map(|step| {
                let Threshold::By(day) = &step.threshold else { return None };
                old_day(day, year)
            })),
            Target::Range { .. } | Target::Judgement | Target::Baseline => {}
        }
    }
    found
}

fn old_day(day: &Day, year: i16) -> Option<Reason> {
    let date = day.date().filter(|date: &Date| date.year() < year)?;
    Some(Reason::OldDay { day: date })
}

fn of_reference(reference: Reference, year: i16) -> Option<Reason> {
    match reference {
        Reference::Year(named) if named < year => Some(Reason::ReferenceYear { year: named }),
        _ => None,
    }
}

fn of_words(about: &About, year: i16) -> Option<Reason> {
    in_words(about.what.as_deref(), year).or_else(|| in_words(about.scope.as_deref(), year))
}

fn in_words(words: Option<&str>, year: i16) -> Option<Reason> {
    words.and_then(|words| named_year(words, year)).map(|year| Reason::NamedYear { year })
}

/// The first year before another that a text names.
fn named_year(text: &str, year: i16) -> Option<i16> {
    let numbers = text.split(|letter: char| !letter.is_alphanumeric());
    let of_four = numbers.filter(|part| part.len() == 4);
    let years = of_four.filter_map(|part| part.parse::<i16>().ok());
    years.into_iter().find(|named| (EARLIEST..year).contains(named))
}
