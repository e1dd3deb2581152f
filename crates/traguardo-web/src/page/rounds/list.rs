//! The checkpoints of the year: not begun, under way, to be closed, closed when and by whom.
//! Not here: what a round lacks in detail, see [`super::open`].

use askama::Template;
use axum::response::Response;
use traguardo::collection::{Owed, State};
use traguardo::period::Date;
use traguardo::round::{Stage, gaps, stage};
use traguardo_store::Closed;

use crate::figure::Mark;
use crate::frame::{Frame, Spot};
use crate::page::answer;
use crate::rich::Rich;
use crate::view::View;
use crate::words::{Words, capital, digits};

#[derive(Template)]
#[template(path = "rounds.html")]
struct RoundsPage {
    frame: Frame,
    sentence: Rich,
    rows: Vec<Row>,
}

struct Row {
    day: String,
    url: String,
    mark: Mark,
    hand_in: String,
    collected: String,
    missing: String,
    closed: Option<ClosedRow>,
}

struct ClosedRow {
    when: String,
    who: String,
    hash: String,
}

/// The page.
pub fn page(view: &View<'_>, rounds: &[Closed], owed: &[Owed], today: Date) -> Response {
    let words = view.words;
    let title = words.say("rounds-title");
    let mut dates = view.report.plan.checkpoint_dates();
    // A later revision may have dropped a checkpoint that was closed.
    dates.extend(rounds.iter().map(|closed| closed.round.checkpoint));
    dates.sort_unstable();
    dates.dedup();
    let rows: Vec<Row> = dates.iter().map(|date| row(view, rounds, owed, (*date, today))).collect();
    let to_close = dates
        .iter()
        .filter(|date| !rounds.iter().any(|closed| closed.round.checkpoint == **date))
        .filter(|date| stage(owed, **date, today) == Stage::ToClose)
        .count();
    let args =
        [("count", rows.len().into()), ("closed", rounds.len().into()), ("ready", to_close.into())];
    let page = RoundsPage {
        frame: Frame::plan(view, &title, Spot { path: &["verifiche"], menu: "verifiche" }),
        sentence: Rich::new(&words.tell("rounds-sentence", &args)),
        rows,
    };
    answer(&page, words.lang())
}

fn row(view: &View<'_>, rounds: &[Closed], owed: &[Owed], (date, today): (Date, Date)) -> Row {
    let words = view.words;
    let closed = rounds.iter().find(|closed| closed.round.checkpoint == date);
    let stage = closed.map_or_else(|| stage(owed, date, today), |_| Stage::Closed);
    let here = || owed.iter().filter(|owed| owed.checkpoint == date);
    let args = [
        ("there", here().filter(|owed| owed.reading.is_some()).count().into()),
        ("checked", here().filter(|owed| owed.state == State::Checked).count().into()),
        ("count", here().count().into()),
    ];
    let hand_in = traguardo::collection::hand_in(view.report.plan, date);
    let missing = match stage {
        Stage::Closed | Stage::NotBegun => words.say("page-no-figure"),
        _ => words.tell("rounds-missing", &[("count", gaps(owed, date).len().into())]),
    };
    let closed = closed.map(|closed| ClosedRow {
        when: digits(closed.round.closed_at.date()),
        who: closed.round.closed_by.clone(),
        hash: closed.hash.chars().take(12).collect(),
    });
    Row {
        day: words.texts.day(date),
        url: view.addresses.page(&["verifiche", &date.to_string()]),
        mark: mark(stage, words),
        hand_in: hand_in.map_or_else(|| words.say("page-no-figure"), digits),
        collected: words.tell("rounds-collected", &args),
        missing,
        closed,
    }
}

/// The stage as a word, a shape and a tone.
pub fn mark(stage: Stage, words: Words) -> Mark {
    let (shape, tone) = match stage {
        Stage::NotBegun => ("clock", "blue"),
        Stage::Collecting => ("half", "amber"),
        Stage::ToClose => ("three-quarters", "olive"),
        Stage::Closed => ("tick", "green"),
    };
    Mark { word: capital(&words.say(stage.key())), shape, tone }
}
