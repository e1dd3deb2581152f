//! The desk of the OIV in tables: written row after row, none ever changed.
//! Not here: who may write it, and what it means, see [`traguardo::desk`].

mod drafting;
mod individual;
mod paper;
mod row;

use traguardo::desk::{
    Assessment, Desk, Individual, Look, Minutes, Observation, Proposal, Sample, Tag, WorkPaper,
    Written,
};

use crate::audit::{self, Deed, Signature};
use crate::body;
use crate::error::{Fault, StoreError};
use crate::store::Store;
use crate::table::{Cells, Line, Table, TableKind, Writer};

pub(crate) use drafting::settle;
pub use drafting::{Carried, ProposalDrafted};
use individual::{INDIVIDUAL, LOOK};
use paper::{SAMPLE, SAMPLE_CANDIDATE, WORK_PAPER};
use row::{ASSESSMENT, CONTEXT_TAG, MINUTES, OBSERVATION, PROPOSAL};

/// The tables of the desk.
pub(crate) static TABLES: [&Table; 10] = [
    &CONTEXT_TAG,
    &OBSERVATION,
    &ASSESSMENT,
    &PROPOSAL,
    &SAMPLE,
    &SAMPLE_CANDIDATE,
    &WORK_PAPER,
    &MINUTES,
    &INDIVIDUAL,
    &LOOK,
];

/// Something to be written at the desk. `after` is what the writer has seen: one more than the
/// place of the last entry about the same thing, 0 where there was none.
#[derive(Debug, Clone)]
pub enum DeskEntry {
    /// Context tags of the body; `after` is how many entries of tags there were.
    Tags {
        /// The tags that are new or changed.
        tags: Vec<Tag>,
        /// What was seen.
        after: usize,
    },
    /// An observation.
    Observation {
        /// What is written.
        what: Observation,
        /// What was seen.
        after: usize,
    },
    /// An assessed score.
    Assessment {
        /// What is written.
        what: Assessment,
        /// What was seen.
        after: usize,
    },
    /// A proposal; a new one has the number 0 and is given the next.
    Proposal {
        /// What is written.
        what: Proposal,
        /// What was seen.
        after: usize,
    },
    /// A sample that was drawn.
    Sample(Sample),
    /// A work paper.
    Paper {
        /// What is written.
        what: WorkPaper,
        /// What was seen.
        after: usize,
    },
    /// The written parts of the minutes.
    Minutes {
        /// What is written.
        what: Minutes,
        /// What was seen.
        after: usize,
    },
    /// An individual objective; a new one has the number 0 and is given the next.
    Individual {
        /// What is written.
        what: Individual,
        /// What was seen.
        after: usize,
    },
}

impl Store {
    /// What stands at the desk of a plan, individual objectives apart.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`], [`Fault::RowDamaged`], or whatever the engine says.
    pub async fn desk(&self, ipa: &str, year: i16) -> Result<Desk, StoreError> {
        self.load_desk(ipa, year).await.map_err(|fault| self.error(fault))
    }

    async fn load_desk(&self, ipa: &str, year: i16) -> Result<Desk, Fault> {
        let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
        let plan = body::known(&mut reading, ipa, year).await?;
        let mut samples = SAMPLE.rows(&mut reading, &plan, paper::read_sample).await?;
        let drawn = SAMPLE_CANDIDATE.rows(&mut reading, &plan, paper::read_candidate).await?;
        for (sample, drawn) in drawn {
            if let Some(sample) = samples.get_mut(sample) {
                sample.what.candidates.push(drawn);
            }
        }
        Ok(Desk {
            tags: CONTEXT_TAG.rows(&mut reading, ipa, row::read_tag).await?,
            observations: OBSERVATION.rows(&mut reading, &plan, row::read_observation).await?,
            assessments: ASSESSMENT.rows(&mut reading, &plan, row::read_assessment).await?,
            proposals: PROPOSAL.rows(&mut reading, &plan, row::read_proposal).await?,
            samples,
            papers: WORK_PAPER.rows(&mut reading, &plan, paper::read_paper).await?,
            minutes: MINUTES.rows(&mut reading, &plan, row::read_minutes).await?,
        })
    }

    /// The individual objectives of a plan, every entry of them. Whoever shows them to somebody
    /// writes the look down with [`Store::look`] first.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`], [`Fault::RowDamaged`], or whatever the engine says.
    pub async fn individuals(
        &self,
        ipa: &str,
        year: i16,
    ) -> Result<Vec<Written<Individual>>, StoreError> {
        let listed = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            let plan = body::known(&mut reading, ipa, year).await?;
            INDIVIDUAL.rows(&mut reading, &plan, individual::read).await
        };
        listed.await.map_err(|fault| self.error(fault))
    }

    /// Writes down that somebody looks at individual objectives.
    ///
    /// # Errors
    /// Whatever the engine says: what was to be looked at must then not be shown.
    pub async fn look(
        &self,
        ipa: &str,
        look: &Look,
        signature: &Signature,
    ) -> Result<(), StoreError> {
        self.write_look(ipa, look, signature).await.map_err(|fault| self.error(fault))
    }

    async fn write_look(&self, ipa: &str, look: &Look, signature: &Signature) -> Result<(), Fault> {
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let stored = LOOK.rows(&mut writing, ipa, individual::read_look).await?.len();
        let mut writer = Writer::new(&mut writing);
        let rows = [signed(look.clone(), signature)];
        writer.insert(&LOOK, ipa, stored, &rows, individual::fill_look).await?;
        let contents = writer.contents;
        audit::add(&mut writing, turn, signature, (Deed::Look, ipa), contents).await?;
        writing.commit().await?;
        Ok(())
    }

    /// Who looked at individual objectives of a body, the first first.
    ///
    /// # Errors
    /// [`Fault::RowDamaged`], or whatever the engine says.
    pub async fn looks(&self, ipa: &str) -> Result<Vec<Written<Look>>, StoreError> {
        let listed = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            LOOK.rows(&mut reading, ipa, individual::read_look).await
        };
        listed.await.map_err(|fault| self.error(fault))
    }

    /// Writes entries at the desk of a plan, all of them or none.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`], [`Fault::WrittenMeanwhile`] where somebody else came first, or
    /// whatever the engine says. Nothing is then changed.
    pub async fn write_desk(
        &self,
        ipa: &str,
        year: i16,
        entries: &[DeskEntry],
        signature: &Signature,
    ) -> Result<(), StoreError> {
        let written = self.write_whole_desk(ipa, year, entries, signature);
        written.await.map_err(|fault| self.error(fault))
    }

    async fn write_whole_desk(
        &self,
        ipa: &str,
        year: i16,
        entries: &[DeskEntry],
        signature: &Signature,
    ) -> Result<(), Fault> {
        if signature.who.contains('\0') {
            return Err(Fault::TextWithNul { table: "desk" });
        }
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let plan = body::known(&mut writing, ipa, year).await?;
        let mut writer = Writer::new(&mut writing);
        let mut told = Vec::new();
        for entry in entries {
            told.push(write(&mut writer, (ipa, &plan), entry, signature).await?);
        }
        let contents = writer.contents;
        let what = format!("{plan}: {}", told.join(", "));
        audit::add(&mut writing, turn, signature, (Deed::Desk, &what), contents).await?;
        writing.commit().await?;
        Ok(())
    }
}

/// A table whose rows are only added and say who wrote them.
const fn added(
    name: &'static str,
    owner: &'static str,
    columns: &'static [&'static [&'static str]],
) -> Table {
    Table { name, owner, columns, kind: TableKind::Added }
}

/// Writes one entry, and says what it was.
async fn write(
    writer: &mut Writer<'_>,
    (ipa, plan): (&str, &str),
    entry: &DeskEntry,
    signature: &Signature,
) -> Result<&'static str, Fault> {
    match entry {
        DeskEntry::Tags { tags, after } => {
            let stored = CONTEXT_TAG.rows(writer.connection, ipa, row::read_tag).await?;
            refuse_later(stored.len() != *after, stored.last())?;
            let rows: Vec<_> = tags.iter().map(|tag| signed(tag.clone(), signature)).collect();
            writer.insert(&CONTEXT_TAG, ipa, stored.len(), &rows, row::fill_tag).await?;
        }
        DeskEntry::Observation { what, after } => {
            let columns = (row::read_observation as Read<_>, row::fill_observation as Fill<_>);
            let same = |o: &Observation| (o.round, &o.subject) == (what.round, &what.subject);
            put(writer, (&OBSERVATION, plan), columns, signed(what.clone(), signature), |stored| {
                seen(stored, same, *after)
            })
            .await?;
        }
        DeskEntry::Assessment { what, after } => {
            let columns = (row::read_assessment as Read<_>, row::fill_assessment as Fill<_>);
            let same = |a: &Assessment| (a.round, &a.subject) == (what.round, &what.subject);
            put(writer, (&ASSESSMENT, plan), columns, signed(what.clone(), signature), |stored| {
                seen(stored, same, *after)
            })
            .await?;
        }
        DeskEntry::Minutes { what, after } => {
            let columns = (row::read_minutes as Read<_>, row::fill_minutes as Fill<_>);
            let same = |m: &Minutes| m.round == what.round;
            put(writer, (&MINUTES, plan), columns, signed(what.clone(), signature), |stored| {
                seen(stored, same, *after)
            })
            .await?;
        }
        DeskEntry::Paper { what, after } => {
            let columns = (paper::read_paper as Read<_>, paper::fill_paper as Fill<_>);
            let same = |p: &WorkPaper| (p.sample, p.reading) == (what.sample, what.reading);
            put(writer, (&WORK_PAPER, plan), columns, signed(what.clone(), signature), |stored| {
                seen(stored, same, *after)
            })
            .await?;
        }
        DeskEntry::Proposal { what, after } => {
            write_proposal(writer, plan, what, *after, signature).await?;
        }
        DeskEntry::Individual { what, after } => {
            write_individual(writer, plan, what, *after, signature).await?;
        }
        DeskEntry::Sample(sample) => write_sample(writer, plan, sample, signature).await?,
    }
    Ok(entry.name())
}

type Read<T> = fn(&mut Line<'_>) -> Result<Written<T>, Fault>;
type Fill<T> = fn(&mut Cells, &Written<T>);

/// Adds a row behind those that are there, if they are as the writer has seen them.
async fn put<T>(
    writer: &mut Writer<'_>,
    (table, owner): (&'static Table, &str),
    (read, fill): (Read<T>, Fill<T>),
    row: Written<T>,
    check: impl FnOnce(&[Written<T>]) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let stored = table.rows(writer.connection, owner, read).await?;
    check(&stored)?;
    writer.insert(table, owner, stored.len(), &[row], fill).await
}

/// Refuses where another entry about the same thing came after the one that was seen.
fn seen<T>(stored: &[Written<T>], same: impl Fn(&T) -> bool, after: usize) -> Result<(), Fault> {
    let last = stored.iter().rposition(|written| same(&written.what));
    let is_later = last.map_or(0, |at| at + 1) != after;
    refuse_later(is_later, last.map(|at| &stored[at]))
}

fn refuse_later<T>(is_later: bool, last: Option<&Written<T>>) -> Result<(), Fault> {
    if !is_later {
        return Ok(());
    }
    let (who, at) = last.map(|last| (last.by.clone(), last.at.to_string())).unwrap_or_default();
    Err(Fault::WrittenMeanwhile { who, at })
}

fn signed<T>(what: T, signature: &Signature) -> Written<T> {
    Written { what, by: signature.who.clone(), at: signature.at }
}

async fn write_proposal(
    writer: &mut Writer<'_>,
    plan: &str,
    what: &Proposal,
    after: usize,
    signature: &Signature,
) -> Result<(), Fault> {
    let mut row = signed(what.clone(), signature);
    let stored = PROPOSAL.rows(writer.connection, plan, row::read_proposal).await?;
    if what.number == 0 {
        row.what.number = stored.iter().map(|one| one.what.number).max().unwrap_or(0) + 1;
    } else {
        seen(&stored, |one| one.number == what.number, after)?;
    }
    writer.insert(&PROPOSAL, plan, stored.len(), &[row], row::fill_proposal).await
}

async fn write_individual(
    writer: &mut Writer<'_>,
    plan: &str,
    what: &Individual,
    after: usize,
    signature: &Signature,
) -> Result<(), Fault> {
    let mut row = signed(what.clone(), signature);
    let stored = INDIVIDUAL.rows(writer.connection, plan, individual::read).await?;
    if what.number == 0 {
        row.what.number = stored.iter().map(|one| one.what.number).max().unwrap_or(0) + 1;
    } else {
        seen(&stored, |one| one.number == what.number, after)?;
    }
    writer.insert(&INDIVIDUAL, plan, stored.len(), &[row], individual::fill).await
}

async fn write_sample(
    writer: &mut Writer<'_>,
    plan: &str,
    sample: &Sample,
    signature: &Signature,
) -> Result<(), Fault> {
    let stored = SAMPLE.rows(writer.connection, plan, paper::read_sample).await?.len();
    let row = [signed(sample.clone(), signature)];
    writer.insert(&SAMPLE, plan, stored, &row, paper::fill_sample).await?;
    let before = SAMPLE_CANDIDATE.rows(writer.connection, plan, paper::read_candidate).await?.len();
    let candidates: Vec<_> =
        sample.candidates.iter().map(|drawn| (stored, drawn.clone())).collect();
    writer.insert(&SAMPLE_CANDIDATE, plan, before, &candidates, paper::fill_candidate).await
}

impl DeskEntry {
    /// What the audit calls it. It says nothing of what was written, which may be personal.
    fn name(&self) -> &'static str {
        match self {
            Self::Tags { .. } => "tags",
            Self::Observation { .. } => "observation",
            Self::Assessment { .. } => "assessment",
            Self::Proposal { .. } => "proposal",
            Self::Sample(_) => "sample",
            Self::Paper { .. } => "work paper",
            Self::Minutes { .. } => "minutes",
            Self::Individual { .. } => "individual objective",
        }
    }
}
