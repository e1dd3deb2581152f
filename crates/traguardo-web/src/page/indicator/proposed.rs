//! What the OIV proposes of an indicator and what became of it, for those who may see it.
//! Not here: making proposals and deciding of them, see [`crate::page::desk`].

use traguardo::access::{Action, On};
use traguardo::desk::{Desk, standing};
use traguardo::plan::Use;
use traguardo::revision::Revision;
use traguardo_store::{Fault as Stopped, StoreError};

use crate::fault::Fault;
use crate::page::desk::proposal::{change, state};
use crate::router::{App, OfPlan};
use crate::view::View;
use crate::visitor::{Visitor, permitted_in};

/// What is needed to tell proposals; nothing for those who may see none in the body.
#[derive(Default)]
pub struct Proposals {
    desk: Desk,
    revisions: Vec<Revision>,
}

/// A proposal as the page tells it.
pub struct Proposed {
    /// The title of the node.
    pub node: String,
    /// The page of the node.
    pub url: String,
    /// The code of the node, the number of the proposal and its round.
    pub minor: String,
    /// What is proposed, with its figure.
    pub change: String,
    /// Why.
    pub reason: String,
    /// What became of it.
    pub state: String,
}

/// What the OIV has proposed in a plan, for whoever asks.
///
/// # Errors
/// [`Fault::Store`] where it cannot be read.
pub async fn proposals(app: &App, plan: &OfPlan) -> Result<Proposals, Fault> {
    let (true, Ok(year)) = (permitted_in(Action::SeeProposals, &plan.0).is_ok(), plan.1.parse())
    else {
        return Ok(Proposals::default());
    };
    let desk = known(app.store().desk(&plan.0, year).await)?;
    let revisions = known(app.store().revisions(&plan.0, year).await)?;
    Ok(desk
        .zip(revisions)
        .map_or_else(Proposals::default, |(desk, revisions)| Proposals { desk, revisions }))
}

/// A plan that is not there has no proposals: the page says that it is not there.
fn known<T>(found: Result<T, StoreError>) -> Result<Option<T>, Fault> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(StoreError { fault: Stopped::PlanUnknown { .. }, .. }) => Ok(None),
        Err(_) => Err(Fault::Store),
    }
}

impl Proposals {
    /// Those about an indicator, as far as whoever asks may see them: the latest first.
    pub fn about(&self, view: &View<'_>, code: &str) -> Vec<Proposed> {
        let (plan, tree) = (view.report.plan, &view.report.scores.tree);
        let visitor = Visitor::current();
        let may_see =
            |at: usize| visitor.may(Action::SeeProposals, On::Use(plan, tree, at)).is_ok();
        let mut rows = Vec::new();
        for at in standing(&self.desk.proposals, |one| one.number).into_iter().rev() {
            let one = &self.desk.proposals[at].what;
            if one.indicator != code {
                continue;
            }
            let is_it = |used: &Use| used.node == one.node && used.indicator == code;
            if !plan.uses.iter().position(is_it).is_some_and(may_see) {
                continue;
            }
            let words = view.words;
            let node = view.node(&one.node).map(|at| plan.nodes[at].title.clone());
            let args = [
                ("node", one.node.as_str().into()),
                ("number", one.number.to_string().into()),
                ("round", one.round.into()),
            ];
            rows.push(Proposed {
                node: node.unwrap_or_else(|| one.node.clone()),
                url: view.addresses.node(&one.node),
                minor: words.tell("indicator-proposal-of", &args),
                change: change(words, &one.change),
                reason: one.reason.clone(),
                state: state(words, &self.revisions, &one.state),
            });
        }
        rows
    }
}
