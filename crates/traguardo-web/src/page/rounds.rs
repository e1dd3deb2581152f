//! The rounds of a plan: the list, one of them, closing it, then and now, the record as a file.
//! Not here: what a round is made of, which is the core's, and keeping it, which is the store's.

mod closed;
mod comparison;
mod list;
mod open;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::collection::{Collection, Owed};
use traguardo::period::{Date, parse_date};
use traguardo::report::Report;
use traguardo::tree::Tree;
use traguardo_store::{ClosedWhole, Closing, Fault as Stopped, Seen, Stored};

use crate::download;
use crate::fault::Fault;
use crate::own_form::OwnForm;
use crate::page::explanation;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan, either_way, is_beside, view_of};
use crate::view::View;
use crate::visitor::permitted;
use crate::words::Words;

/// The code of a body, the year and the day of the checkpoint, as an address has them.
type OfRound = (String, String, String);
type OfNode = (String, String, String, String);
type OfUse = (String, String, String, String, String);

/// What the form that closes a round sends.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Given {
    /// Why it is closed although something is missing.
    #[serde(default)]
    motivo: String,
    /// That whoever closes it has read what follows from it.
    #[serde(default)]
    conferma: Option<String>,
    /// What they have seen: the revision, and how many readings and marks.
    #[serde(default)]
    revisione: i64,
    #[serde(default)]
    rilevazioni: usize,
    #[serde(default)]
    esiti: usize,
}

/// The checkpoints of the year with how far each has come.
pub async fn list(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = async {
        permitted(Action::SeeWork, On::Body(&plan.0))?;
        let stored = app.load(&plan).await?;
        let rounds = app.store().rounds(&plan.0, stored.plan.year).await.map_err(stopped)?;
        let owed = owed(&stored);
        view_of(&stored, &asked, |view| Ok(list::page(view, &rounds, &owed, today())))
    };
    shown.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// One round: as it was closed, or what it still lacks, with the form that closes it.
pub async fn show(
    State(app): State<App>,
    Path(of): Path<OfRound>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = async {
        let (stored, checkpoint) = app.round(&of).await?;
        match app.closed(&of, checkpoint).await? {
            Some(whole) => {
                let frozen = frozen_view(&whole, &asked);
                view_of(&stored, &asked, |view| Ok(closed::page(view, &frozen, &whole)))
            }
            None => {
                let owed = owed(&stored);
                let now = open::Now { stored: &stored, owed: &owed, checkpoint, today: today() };
                view_of(&stored, &asked, |view| Ok(open::page(view, &now, None)))
            }
        }
    };
    shown.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Closes a round, or shows the form again with what is wrong and what was typed.
pub async fn close(
    State(app): State<App>,
    Path(of): Path<OfRound>,
    Query(asked): Query<Asked>,
    OwnForm(given): OwnForm<Given>,
) -> Response {
    let closed = async {
        let signature = permitted(Action::CloseRound, On::Body(&of.0))?;
        let (stored, checkpoint) = app.round(&of).await?;
        let words = Words::of(asked.lang());
        let again = |said: String, status: StatusCode| {
            let owed = owed(&stored);
            let now = open::Now { stored: &stored, owed: &owed, checkpoint, today: today() };
            let refused = Some(open::Refused { given: &given, said });
            let page = view_of(&stored, &asked, |view| Ok(open::page(view, &now, refused)))?;
            Ok((status, page).into_response())
        };
        if given.conferma.is_none() {
            return again(words.say("round-not-confirmed"), StatusCode::UNPROCESSABLE_ENTITY);
        }
        let closing = Closing {
            checkpoint,
            reason: given.motivo.clone(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            seen: Some(Seen {
                revision: given.revisione,
                readings: given.rilevazioni,
                marks: given.esiti,
            }),
        };
        match app.store().close_round(&of.0, stored.plan.year, &closing, &signature).await {
            Ok(_) => view_of(&stored, &asked, |view| {
                let round = view.addresses.page(&["verifiche", &checkpoint.to_string()]);
                Ok(Redirect::to(&round).into_response())
            }),
            Err(error) => match &error.fault {
                Stopped::RoundRefused(_) => {
                    let said = words.texts.sentence(&error.sentence());
                    again(said, StatusCode::UNPROCESSABLE_ENTITY)
                }
                Stopped::RoundMoved => {
                    again(words.texts.sentence(&error.sentence()), StatusCode::CONFLICT)
                }
                _ => Err(stopped(error)),
            },
        }
    };
    closed.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// What the figures of a round were then and would be now.
pub async fn compare(
    State(app): State<App>,
    Path(of): Path<OfRound>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = async {
        let (stored, checkpoint) = app.round(&of).await?;
        let whole = app.closed(&of, checkpoint).await?.ok_or(Fault::Address)?;
        let frozen = frozen_view(&whole, &asked);
        view_of(&stored, &asked, |view| Ok(comparison::page(view, &frozen, &whole, &stored)))
    };
    shown.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// The record of a round as it was kept, to the byte.
pub async fn record(
    State(app): State<App>,
    Path(of): Path<OfRound>,
    Query(asked): Query<Asked>,
) -> Response {
    file(&app, &of, "txt", "text/plain; charset=utf-8", |whole| {
        Ok(whole.closed.record.clone().into_bytes())
    })
    .await
    .unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// The same as JSON.
pub async fn record_json(
    State(app): State<App>,
    Path(of): Path<OfRound>,
    Query(asked): Query<Asked>,
) -> Response {
    file(&app, &of, "json", "application/json", |whole| {
        let mut bytes = Vec::new();
        let closed = &whole.closed;
        traguardo_files::round::write_record(&mut bytes, &closed.record, &closed.hash)
            .map_err(|_| Fault::Page)?;
        Ok(bytes)
    })
    .await
    .unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Where the score of a node came from when the round was closed.
pub async fn explain_node(
    State(app): State<App>,
    Path((ipa, year, day, node)): Path<OfNode>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let beside = is_beside(&headers);
    let what = explanation::Asked { node: &node, indicator: None, beside, note: None };
    explain(&app, &(ipa, year, day), &asked, what).await
}

/// Where the score of an indicator came from when the round was closed.
pub async fn explain_use(
    State(app): State<App>,
    Path((ipa, year, day, node, indicator)): Path<OfUse>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let indicator = Some(indicator.as_str());
    let beside = is_beside(&headers);
    let what = explanation::Asked { node: &node, indicator, beside, note: None };
    explain(&app, &(ipa, year, day), &asked, what).await
}

async fn explain(
    app: &App,
    of: &OfRound,
    asked: &Asked,
    mut what: explanation::Asked<'_>,
) -> Response {
    let shown = async {
        let (_, checkpoint) = app.round(of).await?;
        let whole = app.closed(of, checkpoint).await?.ok_or(Fault::Address)?;
        let words = Words::of(asked.lang());
        let when = whole.closed.round.closed_at.date();
        let args = [("date", checkpoint.into()), ("when", when.into())];
        what.note = Some(Rich::new(&words.tell("round-frozen", &args)));
        explanation::page(&frozen_view(&whole, asked), what)
    };
    either_way(shown.await.unwrap_or_else(|fault| fault.answer(asked.lang())))
}

async fn file(
    app: &App,
    of: &OfRound,
    end: &str,
    sort: &'static str,
    bytes: impl FnOnce(&ClosedWhole) -> Result<Vec<u8>, Fault>,
) -> Result<Response, Fault> {
    let (stored, checkpoint) = app.round(of).await?;
    let whole = app.closed(of, checkpoint).await?.ok_or(Fault::Address)?;
    let name = format!("{}-{}-verifica-{checkpoint}", of.0, stored.plan.year);
    Ok(download::answer(bytes(&whole)?, sort, &name, end))
}

impl App {
    /// The plan that an address names, and the day, for somebody who may see its work.
    async fn round(&self, (ipa, year, day): &OfRound) -> Result<(Stored, Date), Fault> {
        permitted(Action::SeeWork, On::Body(ipa))?;
        let stored = self.load(&(ipa.clone(), year.clone())).await?;
        let checkpoint = parse_date(day).map_err(|_| Fault::Address)?;
        if stored.plan.checkpoint_dates().contains(&checkpoint) {
            return Ok((stored, checkpoint));
        }
        // A later revision may have dropped a checkpoint that was closed.
        let rounds = self.store().rounds(ipa, stored.plan.year).await.map_err(stopped)?;
        match rounds.iter().any(|closed| closed.round.checkpoint == checkpoint) {
            true => Ok((stored, checkpoint)),
            false => Err(Fault::Address),
        }
    }

    async fn closed(&self, of: &OfRound, at: Date) -> Result<Option<ClosedWhole>, Fault> {
        let year: i16 = of.1.parse().map_err(|_| Fault::Address)?;
        match self.store().load_round(&of.0, year, at).await {
            Ok(whole) => Ok(Some(whole)),
            Err(error) if matches!(error.fault, Stopped::RoundUnknown { .. }) => Ok(None),
            Err(error) => Err(stopped(error)),
        }
    }
}

/// A round as pages tell it: its own plan, rules and readings, and its own explanations.
fn frozen_view<'a>(whole: &'a ClosedWhole, asked: &Asked) -> View<'a> {
    let at = whole.closed.round.checkpoint;
    let report = Report::new(&whole.plan, &whole.readings, &whole.rules, at);
    let mut view = View::new(report, Some(at), Words::of(asked.lang()));
    view.addresses = view.addresses.of_round(at);
    view
}

fn owed(stored: &Stored) -> Vec<Owed> {
    let Stored { plan, readings, rules, marks, .. } = stored;
    let tree = &Tree::of(plan);
    Collection { plan, tree, readings, marks, rules, day: today() }.owed()
}

fn today() -> Date {
    jiff::Zoned::now().date()
}

fn stopped(_: traguardo_store::StoreError) -> Fault {
    Fault::Store
}
