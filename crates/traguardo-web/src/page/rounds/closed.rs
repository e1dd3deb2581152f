//! A closed round: its tree with the scores as they were fixed, its readings, its record and hash.
//! Not here: what it would be today, see [`super::comparison`].

use askama::Template;
use axum::response::Response;
use traguardo::reading::Reading;
use traguardo::round::{Included, later};
use traguardo_store::ClosedWhole;

use super::{list, open};
use crate::figure::{Figure, Mark};
use crate::frame::{Frame, Spot};
use crate::page::answer;
use crate::page::tree::{Branch, branches};
use crate::rich::Rich;
use crate::show;
use crate::view::View;
use crate::words::{Words, digits};

#[derive(Template)]
#[template(path = "round_closed.html")]
struct ClosedPage {
    frame: Frame,
    title: String,
    mark: Mark,
    figure: Figure,
    sentence: Rich,
    gaps: Option<Rich>,
    reason: Option<String>,
    compare_url: String,
    branches: Vec<Branch>,
    readings: Vec<Row>,
    later: Vec<Row>,
    hash: String,
    record_url: String,
    json_url: String,
    command: String,
}

struct Row {
    title: String,
    minor: String,
    day: String,
    observed: String,
    what: String,
    who: String,
}

/// The page: around it the plan of today, in it the round.
pub fn page(view: &View<'_>, frozen: &View<'_>, whole: &ClosedWhole) -> Response {
    let words = view.words;
    let round = &whole.closed.round;
    let day = round.checkpoint.to_string();
    let title = words.tell("round-title", &[("date", round.checkpoint.into())]);
    let args = [
        ("when", round.closed_at.date().into()),
        ("who", round.closed_by.as_str().into()),
        ("revision", round.revision.to_string().into()),
        ("count", round.included.len().into()),
    ];
    let mut frame =
        Frame::plan(view, &title, Spot { path: &["verifiche", &day], menu: "verifiche" })
            .with_crumbs(open::crumbs(view, &title));
    // Whatever day is chosen, a closed round stays what it was.
    frame.situation = None;
    let of = |parts: &[&str]| view.addresses.page(&[&["verifiche", &day], parts].concat());
    let plan = &whole.plan;
    let included = round.included.iter().zip(&whole.readings.list);
    let all = &view.report.readings.list;
    let page = ClosedPage {
        frame,
        mark: list::mark(traguardo::round::Stage::Closed, words),
        title,
        figure: frozen.figure_of(None),
        sentence: Rich::new(&words.tell("round-closed", &args)),
        gaps: gaps(whole, words),
        reason: round.reason.clone(),
        compare_url: of(&["oggi"]),
        branches: branches(frozen),
        readings: included.map(|(one, reading)| counted(frozen, one, reading)).collect(),
        later: later(round, view.report.readings)
            .into_iter()
            .map(|at| since(view, &all[at]))
            .collect(),
        hash: whole.closed.hash.clone(),
        record_url: of(&["documento.txt"]),
        json_url: of(&["documento.json"]),
        command: format!(
            "traguardo round record {}/{} {day} | sha256sum",
            plan.body.ipa, plan.year
        ),
    };
    answer(&page, words.lang())
}

fn gaps(whole: &ClosedWhole, words: Words) -> Option<Rich> {
    let count = whole.closed.round.gaps.len();
    (count > 0).then(|| Rich::new(&words.tell("round-closed-gaps", &[("count", count.into())])))
}

fn counted(frozen: &View<'_>, included: &Included, reading: &Reading) -> Row {
    let words = frozen.words;
    let what = words.say(&format!("round-standing-{}", included.standing.name()));
    let who = match &included.check {
        Some(check) => words.tell(
            "round-checked",
            &[("who", check.by.as_str().into()), ("when", digits(check.at.date()).into())],
        ),
        None => words.say("round-not-checked"),
    };
    row(frozen, reading, what, who)
}

/// A reading that came after the round was closed.
fn since(view: &View<'_>, reading: &Reading) -> Row {
    let words = view.words;
    let what = reading.reason.clone().unwrap_or_else(|| words.say("round-later-new"));
    let when = reading.recorded_at.map(|at| digits(at.date()));
    let who = [reading.recorded_by.clone(), when].into_iter().flatten().collect::<Vec<_>>();
    row(view, reading, what, who.join(", "))
}

fn row(view: &View<'_>, reading: &Reading, what: String, who: String) -> Row {
    let indicator = view.report.indicator(&reading.indicator);
    let part =
        reading.part.map(|part| view.words.tell("round-part", &[("part", i64::from(part).into())]));
    let minor = [Some(reading.indicator.clone()), part, reading.body.clone()];
    Row {
        title: indicator.map_or_else(|| reading.indicator.clone(), |found| found.title.clone()),
        minor: minor.into_iter().flatten().collect::<Vec<_>>().join(", "),
        day: reading.date.map_or_else(|| view.words.say("page-no-figure"), digits),
        observed: show::observed(reading, view.words),
        what,
        who,
    }
}
