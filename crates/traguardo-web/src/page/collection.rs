//! Da compilare: everything that somebody owes now, in one table, saved row by row.
//! Not here: what is owed, which is the core's; evidence and the workbook have pages of their own.

mod beside;
mod row;
mod saving;
mod sent;
pub mod workbook;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use traguardo::access::{Action, On, Person, may, may_somewhere, recorders};
use traguardo::collection::{Collection, Owed, State as Progress};
use traguardo::period::Date;
use traguardo::text::Lang;
use traguardo_store::Stored;

use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor::{self, Visitor};
use crate::words::Words;
use row::{Row, Said};
pub use row::{figures as figures_of, mark as mark_of, proofs_of, target as target_of};
pub use saving::{Done, Outcome};
use sent::SentRow;

const PATH: [&str; 1] = ["da-compilare"];

/// What the page says of one checkpoint; of one whose round is closed nothing is counted.
struct Group {
    id: String,
    heading: &'static str,
    title: String,
    sentence: Option<Rich>,
    rows: Vec<Row>,
}

/// The checkpoints whose rounds are closed, after what is due.
struct Closed {
    said: String,
    is_open: bool,
    groups: Vec<Group>,
}

#[derive(Template)]
#[template(path = "collection.html")]
struct CollectionPage {
    frame: Frame,
    action: String,
    save_url: String,
    file_url: String,
    upload_url: String,
    who: String,
    plan: String,
    lead: Rich,
    faults: Vec<String>,
    saved: Option<String>,
    groups: Vec<Group>,
    closed: Option<Closed>,
}

#[derive(Template)]
#[template(path = "collection_saved.html")]
struct SavedPart {
    said: Said,
}

/// Whether somebody has readings to record in some plan.
#[must_use]
pub fn is_for(person: Option<&Person>) -> bool {
    may_somewhere(person, Action::RecordReading).is_ok()
}

/// The table of whoever asks.
pub async fn show(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = match app.load(&plan).await {
        Ok(stored) => shown(&app, &stored, &asked, &[]).await,
        Err(fault) => Err(fault),
    };
    shown.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Saves every row that was changed, for whoever has no scripts, and shows the table again.
pub async fn save_all(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(fields): OwnForm<Vec<(String, String)>>,
) -> Response {
    let saved = save_rows(&app, &plan, &asked, sent::rows(&fields)).await;
    saved.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

async fn save_rows(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    rows: Vec<SentRow>,
) -> Result<Response, Fault> {
    visitor::permitted_in(Action::RecordReading, &plan.0)?;
    let mut done = Vec::new();
    for row in rows.into_iter().filter(SentRow::is_touched) {
        let outcome = saving::save(app, plan, asked, &row).await?;
        done.push((row, outcome));
    }
    let stored = app.load(plan).await?;
    shown(app, &stored, asked, &done).await
}

/// Saves one row, and says what has become of it.
pub async fn save_one(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(fields): OwnForm<Vec<(String, String)>>,
) -> Response {
    let lang = asked.lang();
    if let Err(fault) = visitor::permitted_in(Action::RecordReading, &plan.0) {
        return fault.answer(lang);
    }
    let mut rows = sent::rows(&fields);
    let Some(row) = rows.pop().filter(|_| rows.is_empty()) else {
        return Fault::Sent.answer(lang);
    };
    match saving::save(&app, &plan, &asked, &row).await {
        Ok(done) => saved_part(done, lang),
        Err(fault) => fault.answer(lang),
    }
}

fn saved_part(done: Done, lang: Lang) -> Response {
    let status = match done.outcome {
        Outcome::Saved | Outcome::Same => StatusCode::OK,
        Outcome::Conflict { .. } => StatusCode::CONFLICT,
        Outcome::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let said = Said::of(&done, Words::of(lang));
    (status, answer(&SavedPart { said }, lang)).into_response()
}

/// What is owed by somebody: what they may record, of the checkpoints that count now.
#[must_use]
pub fn owed_by(
    stored: &Stored,
    tree: &traguardo::tree::Tree,
    day: Date,
    who: &Person,
) -> Vec<Owed> {
    let Stored { plan, readings, marks, rules, .. } = stored;
    let owed = Collection { plan, tree, readings, marks, rules, day }.owed();
    let current = current(&owed, day);
    let is_theirs = |owed: &Owed| {
        let one =
            |at: usize| may(Some(who), Action::RecordReading, On::Use(plan, tree, at)).is_ok();
        owed.asked.iter().any(|asked| one(asked.used))
    };
    let is_now = |owed: &Owed| {
        Some(owed.checkpoint) == current || (owed.checkpoint <= day && owed.state.is_open())
    };
    owed.into_iter().filter(|owed| is_now(owed) && is_theirs(owed)).collect()
}

/// The checkpoint that is being collected on a day: the last that has come, else the first.
fn current(owed: &[Owed], day: Date) -> Option<Date> {
    let dates = || owed.iter().map(|owed| owed.checkpoint);
    dates().filter(|date| *date <= day).max().or_else(|| dates().min())
}

/// The day on which one asks: the date of the page, where somebody chose it, else today.
fn day(asked: &Asked) -> Result<Date, Fault> {
    Ok(asked.at()?.unwrap_or_else(|| jiff::Zoned::now().date()))
}

/// The checkpoints whose rounds are closed: what is written of them stands beside the rounds.
async fn closed(app: &App, stored: &Stored) -> Result<Vec<Date>, Fault> {
    let plan = &stored.plan;
    let closed = app.store().closed_checkpoints(&plan.body.ipa, plan.year).await;
    closed.map_err(|_| Fault::Store)
}

async fn shown(
    app: &App,
    stored: &Stored,
    asked: &Asked,
    done: &[(SentRow, Done)],
) -> Result<Response, Fault> {
    let visitor = Visitor::current();
    visitor::permitted_in(Action::RecordReading, &stored.plan.body.ipa)?;
    let (day, closed) = (day(asked)?, closed(app, stored).await?);
    view_of(stored, asked, |view| {
        let tree = &view.report.scores.tree;
        let who = visitor.person.clone().unwrap_or_default();
        let owed = owed_by(stored, tree, day, &who);
        let page = page(view, stored, (&who, day), (&owed, &closed), done);
        let is_refused = done.iter().any(|(_, done)| !done.outcome.is_saved());
        let status = if is_refused { StatusCode::CONFLICT } else { StatusCode::OK };
        Ok((status, answer(&page, view.words.lang())).into_response())
    })
}

fn page(
    view: &View<'_>,
    stored: &Stored,
    (who, day): (&Person, Date),
    (owed, closed): (&[Owed], &[Date]),
    done: &[(SentRow, Done)],
) -> CollectionPage {
    let words = view.words;
    let (mut groups, mut fixed): (Vec<Group>, Vec<Group>) = (Vec::new(), Vec::new());
    for (at, one) in owed.iter().enumerate() {
        let row = Row::of(view, stored, one, at, done);
        let id = one.checkpoint.to_string();
        let is_closed = closed.contains(&one.checkpoint);
        let place = if is_closed { &mut fixed } else { &mut groups };
        match place.last_mut().filter(|group| group.id == id) {
            Some(group) => group.rows.push(row),
            None => place.push(Group {
                heading: if is_closed { "h3" } else { "h2" },
                title: words.tell("collection-checkpoint", &[("date", one.checkpoint.into())]),
                sentence: (!is_closed).then(|| counted(owed, one.checkpoint, one.hand_in, words)),
                id,
                rows: vec![row],
            }),
        }
    }
    let saved = done.iter().filter(|(_, done)| done.outcome.is_saved()).count();
    let refused = done.len() - saved;
    let faults =
        (refused > 0).then(|| words.tell("collection-not-saved", &[("count", refused.into())]));
    CollectionPage {
        frame: Frame::plan(
            view,
            &words.say("collection-title"),
            Spot { path: &PATH, menu: PATH[0] },
        ),
        action: view.addresses.page(&PATH),
        save_url: view.addresses.page(&["da-compilare", "voce"]),
        file_url: view.addresses.page(&["da-compilare", "foglio.xlsx"]),
        upload_url: view.addresses.page(&["da-compilare", "foglio"]),
        who: who.id.clone(),
        plan: format!("{}/{}", view.report.plan.body.ipa, view.report.plan.year),
        lead: lead(view, (owed, closed), who, day),
        faults: faults.into_iter().collect(),
        saved: (saved > 0).then(|| words.tell("collection-saved", &[("count", saved.into())])),
        groups,
        closed: (!fixed.is_empty()).then(|| {
            let is_fixed = |day: &Date| closed.contains(day);
            let open = owed.iter().filter(|o| o.state.is_open() && is_fixed(&o.checkpoint));
            Closed {
                said: words.tell("collection-closed-count", &[("open", open.count().into())]),
                // What was just sent is seen.
                is_open: done
                    .iter()
                    .any(|(sent, _)| sent.checkpoint.as_ref().is_some_and(is_fixed)),
                groups: fixed,
            }
        }),
    }
}

/// The sentence at the top: whose table it is, and how much there is to do. Of a closed round
/// nothing is due.
fn lead(view: &View<'_>, (owed, closed): (&[Owed], &[Date]), who: &Person, day: Date) -> Rich {
    let words = view.words;
    let due = || owed.iter().filter(|owed| !closed.contains(&owed.checkpoint));
    let open = due().filter(|owed| owed.state.is_open()).count();
    let notes = due().filter(|owed| owed.note_owed && !owed.state.is_open()).count();
    let key = match (due().count() == 0, open + notes) {
        (true, _) => "collection-nothing",
        (false, 0) => "collection-all-done",
        (false, _) => "collection-lead",
    };
    let offices = offices(view, owed, who);
    let args = [
        ("offices", offices.into()),
        ("open", open.into()),
        ("notes", notes.into()),
        ("date", day.into()),
    ];
    Rich::new(&words.tell(key, &args))
}

/// The offices for which somebody records: those of the rows, up to three of them by name.
fn offices(view: &View<'_>, owed: &[Owed], who: &Person) -> String {
    let (plan, tree) = (view.report.plan, &view.report.scores.tree);
    let mut codes: Vec<String> = Vec::new();
    for asked in owed.iter().flat_map(|owed| &owed.asked) {
        for code in recorders(plan, tree, asked.used) {
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        }
    }
    if codes.is_empty() || codes.len() > 3 {
        return who.name.clone();
    }
    crate::show::offices(view, &codes)
}

fn counted(owed: &[Owed], checkpoint: Date, hand_in: Option<Date>, words: Words) -> Rich {
    let of_it = || owed.iter().filter(|owed| owed.checkpoint == checkpoint);
    let open = of_it().filter(|owed| owed.state.is_open()).count();
    let late = of_it().filter(|owed| owed.state == Progress::Late).count();
    let notes = of_it().filter(|owed| owed.note_owed && !owed.state.is_open()).count();
    let fine =
        of_it().filter(|owed| owed.reading.is_some() && !owed.state.is_open() && !owed.note_owed);
    let mut said = words.tell(
        "collection-counts",
        &[("open", open.into()), ("notes", notes.into()), ("fine", fine.count().into())],
    );
    let by = match hand_in {
        Some(day) if late > 0 => words.tell("collection-late", &[("date", day.into())]),
        Some(day) => words.tell("collection-by", &[("date", day.into())]),
        None => words.say("collection-no-day"),
    };
    said.push(' ');
    said.push_str(&by);
    Rich::new(&said)
}
