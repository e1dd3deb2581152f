//! A workbook that comes back: what it would change, and the saving of it.
//! Not here: how two plans are compared, which is the core's, and the storing.
//!
//! The page remembers nothing: the file travels on in the form that saves it.

mod preview;
pub(crate) mod sent;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use traguardo::access::{Action, On};
use traguardo::issue::{Issue, kinds};
use traguardo::plan::Plan;
use traguardo::question::keep_answers;
use traguardo_files::{HandIn, Unreadable};
use traguardo_store::{Saved, Signature, StoreError};

use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::own_form::OwnMultipart;
use crate::page::answer;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor;
use crate::words::Words;
use preview::Preview;
pub use sent::{FORM_BYTES, Sent, Unread};

#[derive(Template)]
#[template(path = "upload.html")]
struct UploadPage {
    frame: Frame,
    action: String,
    save_action: String,
    file_url: String,
    faults: Vec<String>,
    saved: Option<Rich>,
    preview: Option<Preview>,
}

/// A workbook as it was sent, read.
struct Taken {
    sent: Sent,
    read: Result<HandIn, Unreadable>,
}

/// The blank form.
pub async fn form(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    app.show(&plan, &asked, |view| {
        visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        Ok(shown(view, Vec::new(), None, None))
    })
    .await
}

/// What the workbook would change. Nothing is stored.
pub async fn look(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    form: OwnMultipart,
) -> Response {
    let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0));
    let (form, _) = match form.only_if(by).await {
        Ok(permitted) => permitted,
        Err(fault) => return fault.answer(asked.lang()),
    };
    let taken = take(form).await;
    app.show(&plan, &asked, |view| {
        Ok(match taken {
            Ok(taken) => {
                let taken = taken.beside(view.report.plan);
                told(view, &taken, Vec::new(), StatusCode::OK)
            }
            Err(unread) => unsent(view, unread),
        })
    })
    .await
}

/// Saves the workbook, as far as it is what was seen and nothing forbids it.
pub async fn save(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    form: OwnMultipart,
) -> Response {
    let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0));
    let (form, by) = match form.only_if(by).await {
        Ok(permitted) => permitted,
        Err(fault) => return fault.answer(asked.lang()),
    };
    let saved = match take(form).await {
        Ok(taken) => store(&app, &plan, &asked, taken, &by).await,
        Err(unread) => {
            return app.show(&plan, &asked, |view| Ok(unsent(view, unread))).await;
        }
    };
    saved.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

impl Taken {
    /// As it is saved beside a stored plan: with the answers that were given since.
    fn beside(mut self, stored: &Plan) -> Self {
        if let Ok(hand_in) = &mut self.read {
            keep_answers(&mut hand_in.plan, &stored.answers);
        }
        self
    }
}

/// Reads a form and the workbook in it, on a processor of its own: other answers need not wait.
async fn take(form: OwnMultipart) -> Result<Taken, Unread> {
    let sent = Sent::read(form.0).await?;
    let reading = visitor::apart(move || {
        let read = traguardo_files::read_workbook(&sent.name, &sent.bytes);
        Taken { sent, read }
    });
    reading.await.map_err(|_| Unread::Broken)
}

async fn store(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    taken: Taken,
    by: &Signature,
) -> Result<Response, Fault> {
    let words = Words::of(asked.lang());
    let stored = app.load(plan).await?;
    let taken = &taken.beside(&stored.plan);
    let again = |said: Vec<String>, status| {
        view_of(&stored, asked, |view| Ok(told(view, taken, said, status)))
    };
    let old = preview::side(&stored.plan, &stored.readings, &stored.rules);
    let hand_in = match &taken.read {
        Ok(hand_in) if preview::obstacle(old.plan, hand_in, words).is_none() => hand_in,
        _ => return again(Vec::new(), StatusCode::UNPROCESSABLE_ENTITY),
    };
    if preview::mark_of(&preview::difference(old, hand_in), words) != taken.sent.seen {
        return again(vec![words.say("upload-changed-meanwhile")], StatusCode::CONFLICT);
    }
    let HandIn { plan: new, readings, rules, .. } = hand_in;
    match app.store().save(new, readings, rules, by, |_, _| ()).await {
        Ok(saved) => {
            let stored = app.load(plan).await?;
            view_of(&stored, asked, |view| Ok(done(view, &saved)))
        }
        Err(error) => again(not_saved(&error, hand_in, words), StatusCode::UNPROCESSABLE_ENTITY),
    }
}

/// Why the store has not taken a hand-in: in general, then reading by reading.
fn not_saved(error: &StoreError, hand_in: &HandIn, words: Words) -> Vec<String> {
    let mut said = vec![words.texts.sentence(&error.sentence())];
    for clash in error.clashes().iter().take(preview::ROWS) {
        let issue = Issue::new(&kinds::READING_CONTRADICTS_STORED, clash.place.clone());
        let place = words.texts.place(&issue.place, &hand_in.layout);
        said.push(format!("{place}: {}", words.texts.issue(&issue)));
    }
    said
}

fn told(view: &View<'_>, taken: &Taken, mut said: Vec<String>, status: StatusCode) -> Response {
    let (preview, obstacle) = match &taken.read {
        Ok(hand_in) => {
            let obstacle = preview::obstacle(view.report.plan, hand_in, view.words);
            (Preview::of(view, hand_in, &taken.sent), obstacle)
        }
        Err(unreadable) => {
            let preview = Preview::unreadable(unreadable, &taken.sent, view.words);
            (preview, Some(view.words.say("upload-unreadable")))
        }
    };
    let status = match (&obstacle, status) {
        (Some(_), StatusCode::OK) => StatusCode::UNPROCESSABLE_ENTITY,
        (_, status) => status,
    };
    said.extend(obstacle);
    (status, shown(view, said, Some(preview), None)).into_response()
}

fn unsent(view: &View<'_>, unread: Unread) -> Response {
    let (key, status) = match unread {
        Unread::Nothing => ("upload-nothing", StatusCode::UNPROCESSABLE_ENTITY),
        Unread::TooLarge => ("upload-too-large", StatusCode::PAYLOAD_TOO_LARGE),
        Unread::Broken => ("upload-broken", StatusCode::BAD_REQUEST),
    };
    let megabytes = i64::try_from(sent::FILE_BYTES >> 20).unwrap_or_default();
    let said = match unread {
        Unread::TooLarge => view.words.tell(key, &[("megabytes", megabytes.into())]),
        _ => view.words.say(key),
    };
    (status, shown(view, vec![said], None, None)).into_response()
}

fn done(view: &View<'_>, saved: &Saved) -> Response {
    let counts = [("added", saved.readings_added.into()), ("known", saved.readings_known.into())];
    let said = Rich::new(&view.words.tell("upload-saved", &counts));
    shown(view, Vec::new(), None, Some(said))
}

fn shown(
    view: &View<'_>,
    faults: Vec<String>,
    preview: Option<Preview>,
    saved: Option<Rich>,
) -> Response {
    let page = UploadPage {
        frame: Frame::plan(
            view,
            &view.words.say("upload-title"),
            Spot { path: &["carica"], menu: "carica" },
        ),
        action: view.addresses.page(&["carica"]),
        save_action: view.addresses.page(&["carica", "salva"]),
        file_url: view.addresses.page(&["foglio.xlsx"]),
        faults,
        saved,
        preview,
    };
    answer(&page, view.words.lang())
}
