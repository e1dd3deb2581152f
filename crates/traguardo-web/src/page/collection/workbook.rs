//! What is owed as a workbook: downloaded with what is known, filled in elsewhere, and taken back
//! with what it would change before anything is saved.
//! Not here: the workbook of the whole plan, see [`crate::page::upload`].

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use traguardo::access::Action;
use traguardo::collection::Owed;
use traguardo::issue::Table;
use traguardo::plan::Plan;
use traguardo::reading::{Observed, Reading, Readings};
use traguardo::rules::Rules;
use traguardo::tree::Tree;
use traguardo_files::HandIn;
use traguardo_store::{Stored, new_token};

use super::row::cells;
use super::saving::{self, Outcome};
use super::sent::SentRow;
use super::{PATH, closed, day, owed_by};
use crate::download::{self, WORKBOOK};
use crate::fault::Fault;
use crate::frame::{Frame, Link, Spot};
use crate::own_form::OwnMultipart;
use crate::page::answer;
use crate::page::upload::{Sent, Unread};
use crate::query::Asked;
use crate::router::{App, OfPlan, view_of};
use crate::show;
use crate::view::View;
use crate::visitor::{self, Visitor};
use crate::words::{Words, digits};

/// The most rows that are shown of each kind.
const ROWS: usize = 500;

/// What a workbook would change.
#[derive(Default)]
struct Preview {
    /// What would be saved.
    changes: Vec<Change>,
    /// What cannot be read or saved, in sentences.
    faults: Vec<String>,
    /// How many rows say what is stored already.
    same: usize,
    /// How many rows are still blank.
    blank: usize,
}

/// One reading that would be saved.
struct Change {
    title: String,
    minor: String,
    before: String,
    after: String,
    note: String,
    row: SentRow,
}

#[derive(Template)]
#[template(path = "collection_file.html")]
struct FilePage {
    frame: Frame,
    action: String,
    save_action: String,
    file_url: String,
    back: Link,
    faults: Vec<String>,
    saved: Option<String>,
    sentence: String,
    changes: Vec<Change>,
    carried: Option<Carried>,
}

/// What the form that saves carries on.
struct Carried {
    name: String,
    letters: String,
    seen: String,
}

/// The workbook of whoever asks.
pub async fn file(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let made = match app.load(&plan).await {
        Ok(stored) => made(&app, &stored, &asked).await,
        Err(fault) => Err(fault),
    };
    made.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// The form to which it comes back.
pub async fn form(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = match app.load(&plan).await {
        Ok(stored) => shown(&stored, &asked, None, Told::default()),
        Err(fault) => Err(fault),
    };
    shown.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// What it would change. Nothing is saved.
pub async fn look(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    form: OwnMultipart,
) -> Response {
    let looked = look_whole(&app, &plan, &asked, form, false).await;
    looked.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Saves what was seen.
pub async fn save(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    form: OwnMultipart,
) -> Response {
    let saved = look_whole(&app, &plan, &asked, form, true).await;
    saved.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// What is said besides.
#[derive(Default)]
struct Told {
    faults: Vec<String>,
    saved: Option<String>,
    status: StatusCode,
}

async fn look_whole(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    form: OwnMultipart,
    is_save: bool,
) -> Result<Response, Fault> {
    let words = Words::of(asked.lang());
    visitor::permitted_in(Action::RecordReading, &plan.0)?;
    let stored = app.load(plan).await?;
    let refused = |said: String, status| {
        shown(&stored, asked, None, Told { faults: vec![said], status, saved: None })
    };
    let sent = match Sent::read(form.0).await {
        Ok(sent) => sent,
        Err(Unread::TooLarge) => {
            return refused(words.say("collection-file-large"), StatusCode::PAYLOAD_TOO_LARGE);
        }
        Err(_) => return refused(words.say("upload-nothing"), StatusCode::UNPROCESSABLE_ENTITY),
    };
    let reading = tokio::task::spawn_blocking(move || {
        let read = traguardo_files::read_workbook(&sent.name, &sent.bytes);
        (sent, read)
    });
    let (sent, read) = reading.await.map_err(|_| Fault::Sent)?;
    let Ok(hand_in) = read else {
        return refused(words.say("upload-unreadable"), StatusCode::UNPROCESSABLE_ENTITY);
    };
    let preview = preview(&stored, asked, &hand_in, words)?;
    let seen = mark_of(&preview.changes);
    if !is_save {
        return shown(&stored, asked, Some((preview, &sent, seen)), Told::default());
    }
    if seen != sent.seen {
        let faults = vec![words.say("upload-changed-meanwhile")];
        let told = Told { faults, status: StatusCode::CONFLICT, saved: None };
        return shown(&stored, asked, Some((preview, &sent, seen)), told);
    }
    let told = save_changes(app, plan, asked, preview, words).await?;
    shown(&app.load(plan).await?, asked, None, told)
}

async fn save_changes(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    preview: Preview,
    words: Words,
) -> Result<Told, Fault> {
    let (mut count, mut faults) = (0_usize, Vec::new());
    for change in preview.changes {
        let done = saving::save(app, plan, asked, &change.row).await?;
        match done.outcome {
            Outcome::Saved | Outcome::Same => count += 1,
            Outcome::Refused { said, .. } => faults.push(format!("{}: {said}", change.title)),
            Outcome::Conflict { .. } => {
                let said = words.say("upload-changed-meanwhile");
                faults.push(format!("{}: {said}", change.title));
            }
        }
    }
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::CONFLICT };
    let saved = (count > 0).then(|| words.tell("collection-saved", &[("count", count.into())]));
    Ok(Told { faults, saved, status })
}

/// What is due. A row of a closed round is not in it; where somebody has one it is taken.
async fn made(app: &App, stored: &Stored, asked: &Asked) -> Result<Response, Fault> {
    visitor::permitted_in(Action::RecordReading, &stored.plan.body.ipa)?;
    let closed = closed(app, stored).await?;
    let (tree, mut owed) = mine(stored, asked)?;
    owed.retain(|owed| !closed.contains(&owed.checkpoint));
    let (plan, readings) = (reduced(&stored.plan, &tree, &owed), prefilled(stored, &owed));
    let bytes = traguardo_files::workbook_bytes(&plan, &readings, &Rules::clone(&stored.rules))
        .map_err(|_| Fault::Page)?;
    let name = format!("da-compilare-{}-{}-{}", plan.body.ipa, plan.year, day(asked)?);
    Ok(download::answer(bytes, WORKBOOK, &name, "xlsx"))
}

fn mine(stored: &Stored, asked: &Asked) -> Result<(Tree, Vec<Owed>), Fault> {
    let tree = Tree::of(&stored.plan);
    let who = Visitor::current().person.clone().unwrap_or_default();
    let owed = owed_by(stored, &tree, day(asked)?, &who);
    Ok((tree, owed))
}

/// The plan as far as it is needed to fill in: what is owed, and the nodes above it.
fn reduced(plan: &Plan, tree: &Tree, owed: &[Owed]) -> Plan {
    let uses: HashSet<usize> =
        owed.iter().flat_map(|owed| &owed.asked).map(|asked| asked.used).collect();
    let mut nodes: HashSet<usize> = HashSet::new();
    for node in uses.iter().filter_map(|used| tree.node(&plan.uses[*used].node)) {
        nodes.extend(tree.path(plan, node));
    }
    let mut kept = plan.clone();
    let mut at = 0..;
    kept.nodes.retain(|_| at.next().is_some_and(|at| nodes.contains(&at)));
    let mut at = 0..;
    kept.uses.retain(|_| at.next().is_some_and(|at| uses.contains(&at)));
    let codes: HashSet<&str> = kept.uses.iter().map(|used| used.indicator.as_str()).collect();
    kept.indicators.retain(|indicator| codes.contains(indicator.code.as_str()));
    kept
}

/// A row for each reading that is owed: what there is of that day, or a blank.
fn prefilled(stored: &Stored, owed: &[Owed]) -> Readings {
    let row = |owed: &Owed| {
        let known = owed.reading.map(|at| &stored.readings.list[at]);
        known.filter(|reading| reading.date == Some(owed.checkpoint)).cloned().unwrap_or_else(
            || Reading {
                indicator: owed.indicator.clone(),
                date: Some(owed.checkpoint),
                part: owed.part,
                observed: Observed::Unread(String::new()),
                ..Reading::default()
            },
        )
    };
    Readings { list: owed.iter().map(row).collect() }
}

/// Whether a row of a workbook is as blank as it was downloaded.
fn is_blank(reading: &Reading) -> bool {
    matches!(&reading.observed, Observed::Unread(text) if text.is_empty())
}

fn preview(
    stored: &Stored,
    asked: &Asked,
    hand_in: &HandIn,
    words: Words,
) -> Result<Preview, Fault> {
    let (plan, other) = (&stored.plan, &hand_in.plan);
    let mut preview = Preview::default();
    if (&plan.body.ipa, plan.year) != (&other.body.ipa, other.year) {
        let args = [
            ("found", format!("{} {}", other.body.ipa, other.year).into()),
            ("plan", format!("{} {}", plan.body.ipa, plan.year).into()),
        ];
        preview.faults.push(words.tell("upload-other-plan", &args));
        return Ok(preview);
    }
    let (_, owed) = mine(stored, asked)?;
    let blank: HashSet<u32> =
        hand_in.readings.list.iter().filter(|r| is_blank(r)).map(|r| r.row).collect();
    preview.blank = blank.len();
    for issue in &hand_in.issues {
        let of_a_row = issue.place.row.is_some_and(|row| !blank.contains(&row));
        if issue.place.table == Table::Readings && of_a_row {
            let place = words.texts.place(&issue.place, &hand_in.layout);
            preview.faults.push(format!("{place}: {}", words.texts.issue(issue)));
        }
    }
    for reading in hand_in.readings.list.iter().filter(|reading| !is_blank(reading)) {
        let same = |owed: &&Owed| {
            owed.indicator == reading.indicator
                && owed.part == reading.part
                && Some(owed.checkpoint) == reading.date
        };
        if reading.faulty || matches!(reading.observed, Observed::Unread(_)) {
            continue;
        }
        match owed.iter().find(same) {
            Some(owed) => preview.take(stored, owed, reading, words),
            None => {
                let args = [
                    ("code", reading.indicator.as_str().into()),
                    ("date", reading.date.map(digits).unwrap_or_default().into()),
                ];
                preview.faults.push(words.tell("collection-file-not-owed", &args));
            }
        }
    }
    preview.faults.truncate(ROWS);
    Ok(preview)
}

impl Preview {
    fn take(&mut self, stored: &Stored, owed: &Owed, reading: &Reading, words: Words) {
        let plan = &stored.plan;
        let known = owed.reading.map(|at| (at, &stored.readings.list[at]));
        let known = known.filter(|(_, known)| known.date == Some(owed.checkpoint));
        if let Some((_, known)) = known
            && (&known.observed, &known.note) == (&reading.observed, &reading.note)
        {
            self.same += 1;
            return;
        }
        let [actual, numerator, denominator] = cells(Some(reading));
        let indicator = plan.indicators.iter().find(|i| i.code == owed.indicator);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let was = known.map_or_else(Default::default, |(_, known)| cells(Some(known)));
        let known_before = known.map(|(_, known)| known);
        self.changes.push(Change {
            title: indicator.map_or_else(|| owed.indicator.clone(), |i| i.title.clone()),
            minor: format!("{} · {}", owed.indicator, digits(owed.checkpoint)),
            before: known_before
                .map_or_else(|| words.say("page-no-figure"), |r| show::observed(r, words)),
            after: show::observed(reading, words),
            note: text(&reading.note),
            row: SentRow {
                indicator: owed.indicator.clone(),
                part: owed.part,
                checkpoint: Some(owed.checkpoint),
                seen: known.map(|(at, _)| at),
                key: new_token().unwrap_or_default(),
                actual,
                numerator,
                denominator,
                note: text(&reading.note),
                reason: text(&reading.reason.clone().filter(|reason| {
                    known_before.and_then(|known| known.reason.as_ref()) != Some(reason)
                })),
                note_was: known_before.map(|known| text(&known.note)).unwrap_or_default(),
                was,
            },
        });
    }
}

/// A mark by which a difference is known again: what is saved is what was seen.
fn mark_of(changes: &[Change]) -> String {
    let mut hasher = DefaultHasher::new();
    for Change { row, before, after, note, .. } in changes {
        (&row.indicator, row.part, row.checkpoint, row.seen).hash(&mut hasher);
        (before, after, note).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

fn shown(
    stored: &Stored,
    asked: &Asked,
    found: Option<(Preview, &Sent, String)>,
    told: Told,
) -> Result<Response, Fault> {
    visitor::permitted_in(Action::RecordReading, &stored.plan.body.ipa)?;
    view_of(stored, asked, |view| {
        let page = page(view, found, told.faults, told.saved);
        Ok((told.status, answer(&page, view.words.lang())).into_response())
    })
}

fn page(
    view: &View<'_>,
    found: Option<(Preview, &Sent, String)>,
    mut faults: Vec<String>,
    saved: Option<String>,
) -> FilePage {
    let words = view.words;
    let path = ["da-compilare", "foglio"];
    let mut sentence = String::new();
    let mut changes = Vec::new();
    let mut carried = None;
    if let Some((preview, sent, seen)) = found {
        let count = preview.changes.len();
        sentence = words.tell(
            "collection-file-counts",
            &[
                ("changes", count.into()),
                ("same", preview.same.into()),
                ("blank", preview.blank.into()),
            ],
        );
        faults.extend(preview.faults);
        let letters = || sent.letters();
        carried =
            (count > 0).then(|| Carried { name: sent.name.clone(), letters: letters(), seen });
        changes = preview.changes;
        changes.truncate(ROWS);
    }
    FilePage {
        frame: Frame::plan(
            view,
            &words.say("collection-upload"),
            Spot { path: &path, menu: PATH[0] },
        ),
        action: view.addresses.page(&path),
        save_action: view.addresses.page(&["da-compilare", "foglio", "salva"]),
        file_url: view.addresses.page(&["da-compilare", "foglio.xlsx"]),
        back: Link {
            label: words.say("collection-title"),
            url: view.addresses.page(&PATH),
            current: false,
        },
        faults,
        saved,
        sentence,
        changes,
        carried,
    }
}
