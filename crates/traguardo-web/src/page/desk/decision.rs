//! What whoever keeps the plan decides of a proposal: into the draft with one click, or not and why.
//! Not here: what it does to the draft, see [`traguardo::desk::Drafting`].

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::desk::{Proposal, ProposalState};
use traguardo_store::{Carried, DeskEntry, Fault as Stored, ProposalDrafted, Signature};

use super::sitting::{Sitting, sit};
use super::{Filter, keep, page, proposal};
use crate::fault::Fault;
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::query::Asked;
use crate::router::{App, OfPlan};
use crate::visitor;
use crate::words::Words;

/// A text of more letters is none.
const LONGEST: usize = 2000;

/// What the forms of a proposal send.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Decided {
    azione: String,
    dopo: usize,
    motivo: String,
    atto: String,
}

/// A decision that was refused: what was typed is not lost.
#[derive(Debug, Clone, Default)]
pub struct Refused {
    /// The number of the proposal.
    pub number: usize,
    /// What is wrong.
    pub said: String,
    /// The reason that was typed.
    pub reason: String,
    /// The act that was typed.
    pub act: String,
}

/// What became of a decision.
enum Fate {
    /// It is kept: where to go on.
    Kept(String),
    /// It is not: what is wrong.
    Refused(StatusCode, String),
}

/// Decides of a proposal.
pub async fn decide(
    State(app): State<App>,
    Path((ipa, year, number)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    OwnForm(sent): OwnForm<Decided>,
) -> Response {
    let plan = (ipa, year);
    let decided = async {
        let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let number: usize = number.parse().map_err(|_| Fault::Address)?;
        let fate = match sent.azione.as_str() {
            "respingi" => decline(&app, &plan, &asked, number, &sent, &by).await?,
            _ => carry(&app, &plan, &asked, number, &sent, &by).await?,
        };
        let (status, said) = match fate {
            Fate::Kept(to) => return Ok(Redirect::to(&to).into_response()),
            Fate::Refused(status, said) => (status, said),
        };
        let (reason, act) = (sent.motivo.clone(), sent.atto.clone());
        let refused = Refused { number, said, reason, act };
        sit(&app, &plan, &asked, |sitting| {
            let page = page(sitting, &Filter::default(), None, Some(refused));
            Ok((status, answer(&page, asked.lang())).into_response())
        })
        .await
    };
    decided.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Carries the proposal into the draft, and goes to the row there.
async fn carry(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    number: usize,
    sent: &Decided,
    by: &Signature,
) -> Result<Fate, Fault> {
    let words = Words::of(asked.lang());
    let act = short(&sent.atto);
    if sent.azione == "neutralizza" && act.is_none() {
        return Ok(wrong(words.say("draft-refused-no-act")));
    }
    let (year, reason) = sit(app, plan, asked, |sitting| {
        let standing = standing(sitting, number).ok_or(Fault::Address)?;
        let args = [("number", number.into()), ("reason", standing.reason.clone().into())];
        Ok((sitting.view.report.plan.year, words.tell("desk-proposal-draft-reason", &args)))
    })
    .await?;
    let reason: String = reason.chars().take(LONGEST).collect();
    let act = act.filter(|_| sent.azione == "neutralizza");
    let carried = Carried { number, after: sent.dopo, act: act.as_deref(), reason: &reason };
    match app.store().draft_proposal((&plan.0, year), carried, by).await {
        Ok(ProposalDrafted::Drafted(drafting)) => {
            let to = sit(app, plan, asked, |sitting| {
                Ok(proposal::draft_row(sitting.view, drafting.row.as_ref()))
            });
            Ok(Fate::Kept(to.await?))
        }
        Ok(ProposalDrafted::Refused(key)) => Ok(wrong(words.say(key))),
        Err(error) => match error.fault {
            Stored::WrittenMeanwhile { .. } => {
                let said = words.texts.sentence(&error.sentence());
                Ok(Fate::Refused(StatusCode::CONFLICT, said))
            }
            _ => Err(Fault::Store),
        },
    }
}

/// Keeps that the proposal is not taken up, and why.
async fn decline(
    app: &App,
    plan: &OfPlan,
    asked: &Asked,
    number: usize,
    sent: &Decided,
    by: &Signature,
) -> Result<Fate, Fault> {
    let words = Words::of(asked.lang());
    let Some(why) = short(&sent.motivo) else {
        return Ok(wrong(words.say("desk-decline-without-reason")));
    };
    let (what, back) = sit(app, plan, asked, |sitting| {
        let standing = standing(sitting, number).ok_or(Fault::Address)?;
        Ok((standing.clone(), sitting.view.addresses.page(&super::PATH)))
    })
    .await?;
    if !what.state.is_waiting() {
        return Ok(wrong(words.say("desk-proposal-not-open")));
    }
    let what = Proposal { state: ProposalState::Declined(why), ..what };
    let entry = DeskEntry::Proposal { what, after: sent.dopo };
    Ok(match keep(app, plan, &[entry], by, asked).await? {
        None => Fate::Kept(format!("{back}#proposals")),
        Some(said) => Fate::Refused(StatusCode::CONFLICT, said),
    })
}

fn standing<'a>(sitting: &Sitting<'a>, number: usize) -> Option<&'a Proposal> {
    let at = sitting.desk.proposals.iter().rposition(|one| one.what.number == number)?;
    Some(&sitting.desk.proposals[at].what)
}

fn wrong(said: String) -> Fate {
    Fate::Refused(StatusCode::UNPROCESSABLE_ENTITY, said)
}

/// A text that says something and is not too long.
fn short(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    let is_short = text.chars().count() <= LONGEST && !text.contains('\0');
    (!text.is_empty() && is_short).then_some(text)
}
