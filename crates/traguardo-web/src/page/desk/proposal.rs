//! The list of proposals: what each says, what became of it, and what can be decided of it.
//! Not here: deciding, see `decision.rs`, and making one, which the form of a row does.

use traguardo::access::{Action, On};
use traguardo::desk::{Change, Desk, Proposal, ProposalState, Subject, standing};
use traguardo::edit::RowOf;
use traguardo::revision::Revision;

use super::decision::Refused;
use super::sample::signed;
use super::sitting::Sitting;
use crate::address::with_query;
use crate::fault::Fault;
use crate::frame::may;
use crate::page::revisions::PATH as REVISIONS;
use crate::router::{App, OfPlan};
use crate::view::View;
use crate::visitor::Visitor;
use crate::words::Words;

/// A proposal as the page lists it.
pub struct ProposalRow {
    /// Its number.
    pub number: usize,
    /// The title of the indicator.
    pub title: String,
    /// The codes of the node and the indicator.
    pub minor: String,
    /// The row of the desk.
    pub url: String,
    /// The target of today.
    pub now: String,
    /// What is proposed.
    pub change: String,
    /// Why.
    pub reason: String,
    /// What became of it.
    pub state: String,
    /// Who said so last, and when.
    pub signed: String,
    /// What can be decided of it, by those who may.
    pub decide: Option<Decide>,
    /// Where it stands in the draft, for those who may see it.
    pub draft_url: Option<String>,
}

/// What can be decided of a proposal.
pub struct Decide {
    /// Where it is sent.
    pub action: String,
    /// What was seen.
    pub after: usize,
    /// Whether it waits for a decision.
    pub is_open: bool,
    /// Whether it can be neutralised instead.
    pub is_drop: bool,
    /// What was typed and refused.
    pub refused: Option<Refused>,
}

/// The proposals that stand in the draft about one of its rows.
#[derive(Default)]
pub struct Drafted {
    /// Their words.
    pub told: Vec<String>,
    /// Whether one of them has set the target of the year.
    pub sets_target: bool,
}

/// The proposals of the round.
pub fn rows(sitting: &Sitting<'_>, mut refused: Option<Refused>) -> Vec<ProposalRow> {
    let view = sitting.view;
    let may_draft = may(view, Action::EditDraft);
    let may_see = may(view, Action::SeeWork);
    let told = |at: usize| {
        let written = &sitting.desk.proposals[at];
        let proposal = &written.what;
        let used = sitting.used(&proposal.node, &proposal.indicator);
        let today = sitting.today(&proposal.node, &proposal.indicator);
        let target = today.and_then(|details| details.targets.year.as_ref());
        let number = proposal.number.to_string();
        let refused = refused.take_if(|refused| refused.number == proposal.number);
        let decide = may_draft && (proposal.state.is_waiting() || refused.is_some());
        let title = used.map(|at| view.report.use_title(at).to_owned());
        ProposalRow {
            number: proposal.number,
            title: title.unwrap_or_else(|| proposal.indicator.clone()),
            minor: format!("{} · {}", proposal.node, proposal.indicator),
            url: sitting.open(&Subject::Use {
                node: proposal.node.clone(),
                indicator: proposal.indicator.clone(),
            }),
            now: target.map(|target| target.verbatim.clone()).unwrap_or_default(),
            change: change(view.words, &proposal.change),
            reason: proposal.reason.clone(),
            state: state(view.words, sitting.revisions, &proposal.state),
            signed: signed(&written.by, &written.at.to_string()),
            decide: decide.then(|| Decide {
                action: view.addresses.page(&["tavolo-oiv", "proposte", &number]),
                after: at + 1,
                is_open: proposal.state.is_waiting(),
                is_drop: proposal.change == Change::Drop,
                refused,
            }),
            draft_url: (may_see && matches!(proposal.state, ProposalState::Drafted(_)))
                .then(|| view.addresses.page(&[REVISIONS, "bozza"])),
        }
    };
    sitting.desk.proposed(sitting.round).into_iter().map(told).collect()
}

/// A proposed change in words.
pub fn change(words: Words, change: &Change) -> String {
    let parts = [change.title(), change.target()].into_iter().flatten();
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    match parts.is_empty() {
        true => words.say(change.key()),
        false => format!("{}: {}", words.say(change.key()), parts.join(", ")),
    }
}

/// What became of a proposal, in words: by which revision and act, or why not.
pub fn state(words: Words, revisions: &[Revision], state: &ProposalState) -> String {
    let numbered = |number: u32| ("revision", i64::from(number).into());
    match state {
        ProposalState::Open => words.say("desk-proposal-open"),
        ProposalState::Withdrawn => words.say("desk-proposal-withdrawn"),
        ProposalState::Drafted(number) => words.tell("desk-proposal-drafted", &[numbered(*number)]),
        ProposalState::Declined(why) => {
            words.tell("desk-proposal-declined", &[("why", why.clone().into())])
        }
        ProposalState::Adopted(number) => {
            let known = revisions.iter().find(|known| known.number == i64::from(*number));
            match known.and_then(|known| known.act.as_ref()) {
                Some(act) => words.tell(
                    "desk-proposal-adopted",
                    &[
                        numbered(*number),
                        ("organ", act.organ.clone().into()),
                        ("number", act.number.clone().into()),
                        ("date", act.date.into()),
                    ],
                ),
                None => words.tell("desk-proposal-adopted-by", &[numbered(*number)]),
            }
        }
    }
}

/// The address of a row in the draft; of the draft itself where the row is gone.
pub fn draft_row(view: &View<'_>, row: Option<&RowOf>) -> String {
    let (code, node) = match row {
        None => return view.addresses.page(&[REVISIONS, "bozza"]),
        Some(RowOf::Node(code)) => (code.clone(), String::new()),
        Some(RowOf::Use { indicator, node }) => (indicator.clone(), node.clone()),
    };
    let address = view.addresses.page(&[REVISIONS, "bozza", "riga"]);
    with_query(address, &[("codice", code), ("padre", node)])
}

/// The proposals that stand in the draft about one of its rows, to those who may see them.
///
/// # Errors
/// [`Fault::Store`] where they cannot be read.
pub async fn beside(
    app: &App,
    plan: &OfPlan,
    (code, node): (&str, &str),
    words: Words,
) -> Result<Drafted, Fault> {
    let may_see = Visitor::current().may(Action::SeeEvaluation, On::Body(&plan.0)).is_ok();
    if !may_see || node.is_empty() {
        return Ok(Drafted::default());
    }
    let year = plan.1.parse().map_err(|_| Fault::Address)?;
    let desk = app.store().desk(&plan.0, year).await.map_err(|_| Fault::Store)?;
    let told = |one: &Proposal| {
        let args = [
            ("number", one.number.into()),
            ("change", change(words, &one.change).into()),
            ("reason", one.reason.clone().into()),
        ];
        words.tell("desk-proposal-beside", &args)
    };
    let sets_target = about(&desk, code, node).any(|one| {
        matches!(one.change, Change::Lower(_) | Change::Raise(_) | Change::MoveDeadline(_))
    });
    Ok(Drafted { told: about(&desk, code, node).map(told).collect(), sets_target })
}

/// The proposals in the draft about a row, or about the one that it has taken the place of.
fn about<'a>(desk: &'a Desk, code: &'a str, node: &'a str) -> impl Iterator<Item = &'a Proposal> {
    let last = standing(&desk.proposals, |one| one.number);
    let all = last.into_iter().map(|at| &desk.proposals[at].what);
    all.filter(move |one| {
        let rest = code.strip_prefix(one.indicator.as_str());
        let is_same = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        matches!(one.state, ProposalState::Drafted(_)) && one.node == node && is_same
    })
}
