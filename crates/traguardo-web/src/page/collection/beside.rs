//! What stands beside a row: the readings of a year ago and of the checkpoint before, and what is
//! asked in plain words. Not here: the row itself, see [`super::row`].

use traguardo::collection::{Asks, Owed};
use traguardo::period::Date;
use traguardo::reading::Reading;
use traguardo::score::Applied;

use crate::phrase::told;
use crate::show;
use crate::view::View;
use crate::words::{Words, digits};

/// The reading of the same checkpoint a year ago, or the one with which that year ended.
pub fn last_year(view: &View<'_>, readings: &[Reading], owed: &Owed) -> Option<show::Cell> {
    let same = |year: i16, month: i8, day: i8| Date::new(year, month, day).ok();
    let day = owed.checkpoint;
    let before = day.year().checked_sub(1)?;
    let until = same(before, day.month(), day.day()).or_else(|| same(before, 2, 28))?;
    let first = same(before.checked_sub(1)?, 12, 31)?;
    let found = last(view, readings, owed, (first, until))
        .or_else(|| last(view, readings, owed, (until, same(before, 12, 31)?)));
    found.map(|reading| told_of(reading, view.words))
}

/// The last reading up to the checkpoint before.
pub fn last_round(view: &View<'_>, readings: &[Reading], owed: &Owed) -> Option<show::Cell> {
    let first = Date::new(owed.checkpoint.year().checked_sub(1)?, 12, 31).ok()?;
    let dates = view.report.plan.checkpoint_dates();
    let before = dates.into_iter().filter(|date| *date < owed.checkpoint).max()?;
    last(view, readings, owed, (first, before)).map(|reading| told_of(reading, view.words))
}

/// What is asked, in plain words: formula, source, how the target is read.
pub fn help(view: &View<'_>, owed: &Owed) -> Vec<(String, String)> {
    let (words, plan) = (view.words, view.report.plan);
    let indicator = view.report.indicator(&owed.indicator);
    let mut help = Vec::new();
    let mut say = |key: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            help.push((words.say(key), text));
        }
    };
    say("collection-help-formula", indicator.and_then(|i| i.formula.clone()));
    say("collection-help-source", indicator.and_then(|i| i.source.clone()));
    say("collection-help-frequency", indicator.and_then(|i| i.frequency.clone()));
    for asked in &owed.asked {
        let targets = &plan.uses[asked.used].details.targets;
        let expected = match asked.applied {
            Applied::Periodic(date) => targets.periodic.get(&date),
            _ => targets.year.as_ref(),
        };
        let read = expected.and_then(|expected| expected.target());
        say("collection-help-target", read.map(|target| told(target, words)));
    }
    let how = match owed.asks {
        Asks::Number => "collection-how-number",
        Asks::Quotient => "collection-how-quotient",
        Asks::Day => "collection-how-day",
        Asks::YesNo => "collection-how-yes",
        Asks::Judgement => "collection-how-judgement",
    };
    say("collection-help-how", Some(words.say(how)));
    help
}

/// The reading of the body itself that was the last on a day or before it, but after another.
fn last<'a>(
    view: &View<'_>,
    readings: &'a [Reading],
    owed: &Owed,
    (after, until): (Date, Date),
) -> Option<&'a Reading> {
    let body = &view.report.plan.body.ipa;
    let is_it = |reading: &&Reading| {
        reading.indicator == owed.indicator
            && reading.part == owed.part
            && reading.body.as_ref().is_none_or(|of| of == body)
            && reading.date.is_some_and(|date| after < date && date <= until)
    };
    readings.iter().filter(is_it).max_by_key(|reading| (reading.date, reading.recorded_at))
}

fn told_of(reading: &Reading, words: Words) -> show::Cell {
    let day = reading.date.map(digits);
    let minor = day.map(|day| words.tell("actual-at", &[("date", day.into())]));
    show::Cell { text: show::observed(reading, words), minor }
}
