//! The desk of the OIV: the tree of a round with what was seen, a form for each row, and a save.
//! Not here: samples, individual objectives and minutes, which have files of their own.

mod decision;
mod export;
mod form;
mod individual;
mod minutes;
pub mod proposal;
mod row;
mod sample;
mod sitting;
mod tag;

pub use decision::decide;
pub use export::{csv_file, workbook_file};
pub use individual::{individuals, looks, write_individual};
pub use minutes::{minutes, write_minutes};
pub use sample::{draw_sample, paper, sample, write_paper};
pub use tag::{tags, write_tags};

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::desk::Subject;
use traguardo_store::{DeskEntry, Fault as Stored, Signature};

use crate::address::with_query;
use crate::fault::Fault;
use crate::frame::{Frame, Spot, may};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan};
use crate::view::View;
use crate::visitor;
use crate::words::Words;

use decision::Refused;
use form::{Form, Given};
use proposal::ProposalRow;
use row::{Branch, Row};
use sitting::{Sitting, sit};

/// The part of the address that all pages of the desk begin with.
const PATH: [&str; 1] = ["tavolo-oiv"];

/// What is asked of the page besides the date: which rows, and which of them is open.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Filter {
    /// The code of a node, itself and what is under it.
    #[serde(default)]
    pub ramo: String,
    /// The code of a context tag.
    #[serde(default)]
    pub contesto: String,
    /// Which rows: `obiettivi`, `tutto`, `segnali`, `da-osservare`, `osservati`.
    #[serde(default)]
    pub mostra: String,
    /// The node whose form is open.
    #[serde(default)]
    pub apri: String,
    /// The indicator under it whose form is open.
    #[serde(default)]
    pub indicatore: String,
    /// What was just saved.
    #[serde(default)]
    pub salvato: String,
}

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    frame: Frame,
    sentence: Rich,
    basis: (String, Option<(String, String)>),
    saved: bool,
    filter: Filter,
    action: String,
    kept: Vec<(&'static str, String)>,
    branches: Vec<Branch>,
    choices: Vec<(String, String)>,
    shows: Vec<(&'static str, String)>,
    is_filtered: bool,
    all_url: String,
    rows: Vec<Row>,
    /// A form about what the plan does not have any more: what was typed is not lost.
    loose: Option<Form>,
    proposals: Vec<ProposalRow>,
    links: Vec<(String, String)>,
    minutes_url: String,
}

impl Filter {
    /// What of it an address keeps.
    fn query(&self) -> Vec<(&'static str, String)> {
        let all = [("ramo", &self.ramo), ("contesto", &self.contesto), ("mostra", &self.mostra)];
        all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(n, t)| (n, t.clone())).collect()
    }

    fn opened(&self) -> Option<Subject> {
        let blank = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (node, indicator) = (blank(&self.apri)?, blank(&self.indicatore));
        if node == "." {
            return Some(Subject::Body);
        }
        Subject::named(Some(&node), indicator.as_deref())
    }
}

/// Whether whoever asks may see it.
pub fn is_there(view: &View<'_>) -> bool {
    may(view, Action::SeeEvaluation)
}

/// The page.
pub async fn desk(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(filter): Query<Filter>,
) -> Response {
    let shown = sit(&app, &plan, &asked, |sitting| {
        let form = filter
            .opened()
            .filter(|_| sitting.may_write)
            .map(|subject| Form::of(sitting, &subject));
        Ok(answer(&page(sitting, &filter, form, None), asked.lang()))
    });
    shown.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Keeps what the form of a row says, or shows it again with what is wrong.
pub async fn write(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(filter): Query<Filter>,
    OwnForm(sent): OwnForm<Vec<(String, String)>>,
) -> Response {
    let given = Given::read(&sent);
    let written = write_row(&app, &plan, &asked, &filter, &given);
    written.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

async fn write_row(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    filter: &Filter,
    given: &Given,
) -> Result<Response, Fault> {
    let by = visitor::permitted(Action::WriteEvaluation, On::Body(&plan.0))?;
    let (entries, back) = sit(app, plan, asked, |sitting| {
        let back = with_query(sitting.view.addresses.page(&PATH), &filter.query());
        Ok((given.entries(sitting), back))
    })
    .await?;
    let again = |fault: String, status: StatusCode| {
        sit(app, plan, asked, move |sitting| {
            let form = Form::again(sitting, given, fault);
            let page = page(sitting, filter, Some(form), None);
            Ok((status, answer(&page, asked.lang())).into_response())
        })
    };
    let entries = match entries {
        Ok(entries) => entries,
        Err(said) => return again(said, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    match keep(app, plan, &entries, &by, asked).await? {
        None => {
            let back = with_query(back, &[("salvato", given.id())]);
            Ok(Redirect::to(&format!("{back}#r-{}", given.id())).into_response())
        }
        Some(said) => again(said, StatusCode::CONFLICT).await,
    }
}

/// Writes entries; where somebody else came first, says so.
async fn keep(
    app: &App,
    plan: &OfPlan,
    entries: &[DeskEntry],
    by: &Signature,
    asked: &Asked,
) -> Result<Option<String>, Fault> {
    if entries.is_empty() {
        return Ok(None);
    }
    let year = plan.1.parse().map_err(|_| Fault::Address)?;
    match app.store().write_desk(&plan.0, year, entries, by).await {
        Ok(()) => Ok(None),
        Err(error) => match error.fault {
            Stored::WrittenMeanwhile { .. } => {
                Ok(Some(Words::of(asked.lang()).texts.sentence(&error.sentence())))
            }
            _ => Err(Fault::Store),
        },
    }
}

fn page(
    sitting: &Sitting<'_>,
    filter: &Filter,
    mut form: Option<Form>,
    refused: Option<Refused>,
) -> DeskPage {
    let (view, words) = (sitting.view, sitting.view.words);
    let title = words.say("desk-title");
    let query = filter.query();
    let page = |part: &str| view.addresses.page(&["tavolo-oiv", part]);
    let say = |key: &str| words.say(key);
    DeskPage {
        frame: Frame::plan(sitting.around, &title, Spot { path: &PATH, menu: PATH[0] })
            .with_query(&query),
        sentence: sitting.sentence(),
        basis: sitting.basis(&PATH),
        saved: !filter.salvato.is_empty(),
        action: view.addresses.path(&PATH),
        kept: view.addresses.kept(),
        branches: row::branches(sitting),
        choices: sitting.tags.iter().map(|tag| (tag.code.clone(), tag.name.clone())).collect(),
        shows: row::SHOWS.map(|show| (show, words.say(&format!("desk-show-{show}")))).into(),
        is_filtered: !query.is_empty(),
        all_url: view.addresses.page(&PATH),
        rows: row::rows(sitting, filter, &mut form),
        loose: form,
        proposals: proposal::rows(sitting, refused),
        links: vec![
            (say("desk-go-sample"), page("campione")),
            (say("desk-go-individuals"), page("obiettivi-individuali")),
            (say("desk-go-tags"), page("contesti")),
            (say("desk-go-workbook"), page("foglio.xlsx")),
            (say("desk-go-csv"), view.addresses.page(&["tavolo-oiv", "csv", "osservazioni"])),
            (say("desk-go-csv-proposals"), view.addresses.page(&["tavolo-oiv", "csv", "proposte"])),
        ],
        minutes_url: view.addresses.page(&["verbale"]),
        filter: filter.clone(),
    }
}
