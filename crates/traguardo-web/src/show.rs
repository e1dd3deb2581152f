//! Targets and readings as tables show them.
//! Not here: scores, see [`crate::figure`].

use traguardo::number;
use traguardo::plan::Use;
use traguardo::reading::{Observed, Reading};
use traguardo::score::{Applied, Formula, Reckoning};

use crate::view::View;
use crate::words::{Words, digits};

/// A cell with a second, smaller line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What stands under it.
    pub minor: Option<String>,
}

/// Up to how many letters a cell stays on one line.
const LINE: usize = 26;

impl Cell {
    /// The class of the first line: short ones are not broken.
    #[must_use]
    pub fn fit(&self) -> &'static str {
        if self.text.chars().count() <= LINE { "whole" } else { "" }
    }

    /// The class of the second line, whose letters are smaller.
    #[must_use]
    pub fn minor_fit(&self) -> &'static str {
        let length = self.minor.as_ref().map_or(0, |minor| minor.chars().count());
        if length <= LINE * 4 / 3 { "minor whole" } else { "minor" }
    }
}

/// What was observed, in words.
#[must_use]
pub fn observed(reading: &Reading, words: Words) -> String {
    match &reading.observed {
        Observed::Number(quantity) => quantity.written(),
        Observed::Quotient { stated: Some(stated), .. } => stated.written(),
        Observed::Quotient { numerator, denominator, stated: None } => {
            format!("{} / {}", number::format(*numerator), number::format(*denominator))
        }
        Observed::Done(date) => words.tell("history-done", &[("date", digits(*date).into())]),
        Observed::YesNo(true) => words.say("word-yes"),
        Observed::YesNo(false) => words.say("word-no"),
        Observed::Judgement(mark) => {
            words.tell("history-judgement", &[("mark", number::format(*mark).into())])
        }
        Observed::NotAvailable => words.say("outcome-missing"),
        Observed::Unread(text) => format!("«{text}»"),
    }
}

/// The target of a use that counts at the date, with the year's under it where it is another.
#[must_use]
pub fn target(view: &View<'_>, used: usize) -> Cell {
    let of = &view.report.plan.uses[used];
    let year = of.details.targets.year.as_ref().map(|t| t.verbatim.clone());
    match view.report.scores.uses[used].applied {
        Applied::Periodic(date) => {
            let periodic = of.details.targets.periodic.get(&date);
            Cell {
                text: periodic.map(|t| t.verbatim.clone()).unwrap_or_default(),
                minor: year.map(|t| {
                    view.words.tell(
                        "target-year",
                        &[("year", i64::from(view.report.plan.year).into()), ("target", t.into())],
                    )
                }),
            }
        }
        Applied::Year => Cell { text: year.unwrap_or_default(), minor: steps(of, view.words) },
        Applied::None => Cell { text: view.words.say("target-none"), minor: None },
    }
}

/// The steps below a target, the highest first: `soglie 80: 4,80 gg · 60: 5,00 gg`.
#[must_use]
pub fn steps(used: &Use, words: Words) -> Option<String> {
    let steps = used.details.targets.steps.iter().rev();
    let written: Vec<String> = steps
        .map(|(score, step)| format!("{}: {}", number::format(*score), step.verbatim))
        .collect();
    let all = written.join(" · ");
    (!written.is_empty()).then(|| words.tell("target-steps", &[("steps", all.into())]))
}

/// The reading of a use that counts at the date, with its day under it where it is another.
#[must_use]
pub fn actual(view: &View<'_>, used: usize) -> Cell {
    let mut readings = Vec::new();
    collect(&view.report.scores.uses[used].reckoning, &mut readings);
    let found: Vec<&Reading> = readings.iter().map(|at| &view.report.readings.list[*at]).collect();
    if found.is_empty() {
        return Cell { text: view.words.say("page-no-figure"), minor: None };
    }
    let text: Vec<String> = found.iter().map(|r| observed(r, view.words)).collect();
    let other_day = found.first().and_then(|r| r.date).filter(|date| *date != view.at());
    let minor = other_day.map(|d| view.words.tell("actual-at", &[("date", digits(d).into())]));
    Cell { text: text.join("; "), minor }
}

fn collect(reckoning: &Reckoning, into: &mut Vec<usize>) {
    into.extend(reckoning.reading);
    if let Formula::Compound(parts, _) = &reckoning.formula {
        for part in parts {
            collect(part, into);
        }
    }
}

/// Names of offices, by their codes.
#[must_use]
pub fn offices(view: &View<'_>, codes: &[String]) -> String {
    let name = |code: &String| {
        let office = view.report.plan.offices.iter().find(|o| &o.code == code);
        office.map_or_else(|| code.clone(), |o| o.name.clone())
    };
    codes.iter().map(name).collect::<Vec<_>>().join(", ")
}
