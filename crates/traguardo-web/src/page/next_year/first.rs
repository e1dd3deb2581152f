//! A plan that is a draft only: what its draft's pages stand around.
//! Not here: the draft, and plans that were adopted.

use axum::response::{IntoResponse, Redirect, Response};
use traguardo::access::{Action, On};
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::text::Lang;
use traguardo_store::{Draft, Stored};

use crate::address::Addresses;
use crate::fault::Fault;
use crate::page::revisions;
use crate::query::Asked;
use crate::router::{App, OfPlan};
use crate::visitor::Visitor;
use crate::words::Words;

/// What the page of a draft says where the plan is a draft only.
#[derive(Debug, Clone)]
pub struct First {
    /// That it is one.
    pub sentence: String,
    /// How large it is.
    pub size: String,
    /// What is to be reconsidered in it.
    pub url: String,
}

impl First {
    /// None where the plan was adopted.
    #[must_use]
    pub fn of(stored: &Stored, draft: &Draft, words: Words) -> Option<Self> {
        let plan = &draft.contents.plan;
        let args = [
            ("year", plan.year.to_string().into()),
            ("who", draft.saved.who.clone().into()),
            ("date", draft.saved.at.date().into()),
        ];
        let size =
            [("nodes", plan.nodes.len().into()), ("indicators", plan.indicators.len().into())];
        let before = Addresses::plan(&plan.body.ipa, plan.year - 1, None, words.lang());
        is_draft_only(stored).then(|| Self {
            sentence: words.tell("next-year-first-sentence", &args),
            size: words.tell("next-year-first-size", &size),
            url: before.page(&[super::PATH]),
        })
    }
}

/// What is answered where a plan is asked for that is not there: its draft, for those who may see it.
pub async fn instead(app: &App, plan: &OfPlan, asked: &Asked, fault: Fault) -> Response {
    match (&fault, load(app, plan).await) {
        (Fault::Plan { .. }, Ok(stored)) => {
            let of = Addresses::plan(&plan.0, stored.plan.year, None, asked.lang());
            Redirect::to(&of.page(&[revisions::PATH, "bozza"])).into_response()
        }
        _ => fault.answer(asked.lang()),
    }
}

/// Where one goes whose plan is no more.
#[must_use]
pub fn gone(lang: Lang) -> Response {
    Redirect::to(&Addresses::start(lang).page(&[])).into_response()
}

/// The plan, or, for those who may see the work on it, a plan without rows under the number 0 where
/// it is a draft only.
///
/// # Errors
/// [`Fault::Plan`] where there is neither.
pub async fn load(app: &App, plan: &OfPlan) -> Result<Stored, Fault> {
    let unknown = match app.load(plan).await {
        Err(fault @ Fault::Plan { .. }) => fault,
        loaded => return loaded,
    };
    let may_see = Visitor::current().may(Action::SeeWork, On::Body(&plan.0)).is_ok();
    let (true, Ok(year)) = (may_see, plan.1.parse::<i16>()) else { return Err(unknown) };
    match app.store().draft(&plan.0, year).await {
        Ok(Some(draft)) => Ok(Stored {
            plan: Plan {
                nodes: Vec::new(),
                indicators: Vec::new(),
                uses: Vec::new(),
                answers: Vec::new(),
                ..draft.contents.plan
            },
            readings: Readings::default(),
            marks: Vec::new(),
            evidence: Vec::new(),
            rules: draft.contents.rules,
            revision: 0,
            signature: draft.saved,
        }),
        Ok(None) => Err(unknown),
        Err(error) if matches!(error.fault, traguardo_store::Fault::PlanUnknown { .. }) => {
            Err(unknown)
        }
        Err(_) => Err(Fault::Store),
    }
}

/// Whether a plan is a draft only.
#[must_use]
pub fn is_draft_only(stored: &Stored) -> bool {
    stored.revision == 0
}
