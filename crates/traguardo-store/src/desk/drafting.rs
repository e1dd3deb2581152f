//! Proposals of the OIV on their way: into the draft, out of it again, into an adopted revision.
//! Not here: what a proposal does to a draft, see [`traguardo::desk::Drafting`].

use sqlx::AnyConnection;
use traguardo::desk::{Drafting, Proposal, ProposalFault, ProposalState, Written, standing};
use traguardo::difference::Difference;
use traguardo::edit::apply_all;

use super::row::{self, PROPOSAL};
use super::{refuse_later, signed};
use crate::audit::{self, Deed, Signature};
use crate::draft;
use crate::error::{Fault, StoreError};
use crate::store::{Store, by, refuse_nul};
use crate::table::Writer;

/// A proposal that somebody carries into the draft.
#[derive(Debug, Clone, Copy)]
pub struct Carried<'a> {
    /// Its number.
    pub number: usize,
    /// What was seen: one more than the place of its last entry.
    pub after: usize,
    /// The act by which an indicator is neutralised instead of taken out.
    pub act: Option<&'a str>,
    /// Why the draft is made, where there is none yet.
    pub reason: &'a str,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq)]
pub enum ProposalDrafted {
    /// It stands in the draft.
    Drafted(Drafting),
    /// It cannot, and nothing is changed: the name of the text that says why.
    Refused(ProposalFault),
}

impl Store {
    /// Carries a proposal into the draft of a plan, which is made where there is none: the edit,
    /// the draft and what became of the proposal are written together or not at all.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`], [`Fault::WrittenMeanwhile`] where somebody wrote about the proposal
    /// since, or whatever the engine says. Nothing is then changed.
    pub async fn draft_proposal(
        &self,
        (ipa, year): (&str, i16),
        carried: Carried<'_>,
        signature: &Signature,
    ) -> Result<ProposalDrafted, StoreError> {
        let drafted = self.draft_whole_proposal((ipa, year), carried, signature);
        drafted.await.map_err(|fault| self.error(fault))
    }

    async fn draft_whole_proposal(
        &self,
        (ipa, year): (&str, i16),
        carried: Carried<'_>,
        signature: &Signature,
    ) -> Result<ProposalDrafted, Fault> {
        refuse_nul(&[by(signature), ("revision", carried.reason)])?;
        refuse_nul(&[("revision", carried.act.unwrap_or_default())])?;
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let (row, contents, revision) =
            draft::prepare(&mut writing, (ipa, year), carried.reason, signature).await?;
        let stored = PROPOSAL.rows(&mut writing, &row.plan, row::read_proposal).await?;
        let last = stored.iter().rposition(|one| one.what.number == carried.number);
        let Some(last) = last else {
            return Ok(ProposalDrafted::Refused("desk-proposal-unknown"));
        };
        refuse_later(last + 1 != carried.after, Some(&stored[last]))?;
        let proposal = &stored[last].what;
        if !proposal.state.is_waiting() {
            return Ok(ProposalDrafted::Refused("desk-proposal-not-open"));
        }
        let drafting = proposal.drafting(&contents.plan, carried.act);
        let Ok(changed) = apply_all(&contents, &drafting.edits) else {
            return Ok(ProposalDrafted::Refused("desk-proposal-not-in-draft"));
        };
        let state = ProposalState::Drafted(revision);
        let next = signed(Proposal { state, ..proposal.clone() }, signature);
        let mut writer = Writer::new(&mut writing);
        draft::rewrite(&mut writer, &row, &changed).await?;
        writer.insert(&PROPOSAL, &row.plan, stored.len(), &[next], row::fill_proposal).await?;
        let told = format!("{}: proposal {}", row.id(), carried.number);
        let written = writer.contents;
        audit::add(&mut writing, turn, signature, (Deed::Draft, &told), written).await?;
        writing.commit().await?;
        Ok(ProposalDrafted::Drafted(drafting))
    }
}

/// Says of the proposals that stand in the draft what becomes of them with it: those of whose row
/// the adopted revision says something else are adopted, all others wait again.
pub(crate) async fn settle(
    writer: &mut Writer<'_>,
    plan: &str,
    adopted: Option<(i64, &Difference)>,
    signature: &Signature,
) -> Result<(), Fault> {
    let stored = proposals(writer.connection, plan).await?;
    let settled = |at: usize| {
        let proposal = &stored[at].what;
        if !matches!(proposal.state, ProposalState::Drafted(_)) {
            return None;
        }
        let taken = adopted.filter(|(_, difference)| proposal.is_taken_up(difference));
        let state = match taken.and_then(|(number, _)| u32::try_from(number).ok()) {
            Some(number) => ProposalState::Adopted(number),
            None => ProposalState::Open,
        };
        Some(signed(Proposal { state, ..proposal.clone() }, signature))
    };
    let last = standing(&stored, |one| one.number);
    let rows: Vec<_> = last.into_iter().filter_map(settled).collect();
    if rows.is_empty() {
        return Ok(());
    }
    writer.insert(&PROPOSAL, plan, stored.len(), &rows, row::fill_proposal).await
}

async fn proposals(
    connection: &mut AnyConnection,
    plan: &str,
) -> Result<Vec<Written<Proposal>>, Fault> {
    PROPOSAL.rows(connection, plan, row::read_proposal).await
}
