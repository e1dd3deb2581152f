//! The tables of closed rounds: closing one, and loading what it is made of.
//! Not here: what a round is ([`traguardo::round`]), and comparing it with its record, see
//! [`crate::verify`].

mod proof;
mod rows;

use sha2::{Digest, Sha256};
use sqlx::AnyConnection;
use traguardo::collection::{Collection, Mark, Verdict, latest};
use traguardo::period::Date;
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::round::{Check, Frozen, Gap, Refusal, Round, choose, gaps, record, refusal};
use traguardo::rules::Rules;
use traguardo::tree::Tree;

use crate::audit::{self, Deed, Signature};
use crate::content::hex;
use crate::error::{Fault, StoreError};
use crate::plan;
use crate::reading::{self, READING};
use crate::revision;
use crate::store::{Store, Stored, by, refuse_nul};
use crate::table::Writer;

pub(crate) use proof::prove;
pub(crate) use rows::{ROUND, ROUND_GAP, ROUND_READING};

/// A closed round as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// What was fixed.
    pub round: Round,
    /// The name of the body then.
    pub body_name: String,
    /// The canonical record, kept as evidence.
    pub record: String,
    /// SHA-256 over the record, in hexadecimal.
    pub hash: String,
}

/// A closed round with all that it names.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedWhole {
    /// The round.
    pub closed: Closed,
    /// The plan of its revision.
    pub plan: Plan,
    /// The rules of its revision.
    pub rules: Rules,
    /// Its readings, and no others.
    pub readings: Readings,
}

/// What somebody who closes a round has before them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// The checkpoint.
    pub checkpoint: Date,
    /// Why it is closed although something is missing; blank where nothing is.
    pub reason: String,
    /// The version of the program.
    pub program: String,
    /// What they have seen, where they have: whatever came since must be seen first.
    pub seen: Option<Seen>,
}

/// How far the data had come that somebody has seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The number of the revision.
    pub revision: i64,
    /// How many readings there were.
    pub readings: usize,
    /// How many marks of readings there were.
    pub marks: usize,
}

impl ClosedWhole {
    /// All that its scores are a function of.
    #[must_use]
    pub fn frozen(&self) -> Frozen<'_> {
        Frozen {
            round: &self.closed.round,
            plan: &self.plan,
            rules: &self.rules,
            readings: &self.readings,
        }
    }
}

impl Store {
    /// Closes a round: fixes the latest revision, the readings that count at the checkpoint and
    /// what is missing, and keeps the record with its hash. Nothing of it ever changes.
    ///
    /// # Errors
    /// [`Fault::RoundRefused`] where it may not be closed, [`Fault::RoundMoved`] where something
    /// came since it was looked at, [`Fault::PlanUnknown`], or whatever the engine says. Nothing
    /// is then changed.
    pub async fn close_round(
        &self,
        ipa: &str,
        year: i16,
        closing: &Closing,
        signature: &Signature,
    ) -> Result<Closed, StoreError> {
        let closing = self.close_round_whole(ipa, year, closing, signature);
        closing.await.map_err(|fault| self.error(fault))
    }

    async fn close_round_whole(
        &self,
        ipa: &str,
        year: i16,
        closing: &Closing,
        signature: &Signature,
    ) -> Result<Closed, Fault> {
        refuse_nul(&[by(signature)])?;
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let (found, row) = revision::latest(&mut writing, ipa, year).await?;
        let owner = found.plan.clone();
        let stored = revision::stored(&mut writing, &found, row).await?;
        let marks = rows::marks(&mut writing, &owner).await?;
        let earlier = rows::checkpoints(&mut writing, &owner).await?;
        let closed = close(&stored, &marks, &earlier, closing, signature)?;
        let mut writer = Writer::new(&mut writing);
        rows::put(&mut writer, &owner, earlier.len(), &closed).await?;
        let (told, contents) = (told(&owner, &closed), writer.contents);
        audit::add(&mut writing, turn, signature, (Deed::Close, &told), contents).await?;
        writing.commit().await?;
        Ok(closed)
    }

    /// The closed rounds of a plan, in the order of their checkpoints.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] where there is no such plan, [`Fault::RowDamaged`] where a row
    /// cannot be read, or whatever the engine says.
    pub async fn rounds(&self, ipa: &str, year: i16) -> Result<Vec<Closed>, StoreError> {
        let list = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            let (found, _) = revision::latest(&mut reading, ipa, year).await?;
            let mut rounds = rows::all(&mut reading, &found.plan).await?;
            rounds.sort_by_key(|closed| closed.round.checkpoint);
            Ok(rounds)
        };
        list.await.map_err(|fault| self.error(fault))
    }

    /// The checkpoints of a plan whose rounds are closed, in their order.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] where there is no such plan, [`Fault::RowDamaged`] where a row
    /// cannot be read, or whatever the engine says.
    pub async fn closed_checkpoints(&self, ipa: &str, year: i16) -> Result<Vec<Date>, StoreError> {
        let list = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            let (found, _) = revision::latest(&mut reading, ipa, year).await?;
            let mut closed = rows::checkpoints(&mut reading, &found.plan).await?;
            closed.sort_unstable();
            Ok(closed)
        };
        list.await.map_err(|fault| self.error(fault))
    }

    /// Loads a closed round: the plan and the rules of its revision and exactly its readings.
    ///
    /// # Errors
    /// [`Fault::RoundUnknown`] where none is closed at that checkpoint, and those of
    /// [`Store::rounds`].
    pub async fn load_round(
        &self,
        ipa: &str,
        year: i16,
        checkpoint: Date,
    ) -> Result<ClosedWhole, StoreError> {
        let load = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            let (found, _) = revision::latest(&mut reading, ipa, year).await?;
            let rounds = rows::all(&mut reading, &found.plan).await?;
            let closed = rounds.into_iter().find(|closed| closed.round.checkpoint == checkpoint);
            let closed = closed.ok_or(Fault::RoundUnknown { checkpoint })?;
            whole(&mut reading, ipa, year, closed).await
        };
        load.await.map_err(|fault| self.error(fault))
    }
}

/// SHA-256 over a record, in hexadecimal.
///
/// ```
/// // printf 'a' | sha256sum
/// assert!(traguardo_store::record_hash("a").starts_with("ca978112ca1bbdca"));
/// ```
#[must_use]
pub fn record_hash(record: &str) -> String {
    hex(&Sha256::digest(record))
}

/// What a round consists of that is closed now.
fn close(
    stored: &Stored,
    marks: &[Mark],
    earlier: &[Date],
    closing: &Closing,
    signature: &Signature,
) -> Result<Closed, Fault> {
    let Stored { plan, readings, rules, revision, .. } = stored;
    let Closing { checkpoint, reason, program, seen } = closing;
    if earlier.contains(checkpoint) {
        return Err(Fault::RoundRefused(Refusal::Closed));
    }
    let now = Seen { revision: *revision, readings: readings.list.len(), marks: marks.len() };
    if seen.is_some_and(|seen| seen != now) {
        return Err(Fault::RoundMoved);
    }
    let today = signature.at.date();
    let gaps = missing(stored, marks, *checkpoint, today);
    refusal(&plan.checkpoint_dates(), *checkpoint, today, &gaps, reason)
        .map_err(Fault::RoundRefused)?;
    let mut included = choose(plan, readings, rules, *checkpoint);
    let last = latest(marks);
    for one in &mut included {
        let mark = last.get(&one.position).and_then(|at| marks.get(*at));
        let checked = mark.filter(|mark| mark.verdict == Verdict::Checked);
        one.check = checked.map(|mark| Check { by: mark.by.clone(), at: mark.at });
    }
    let only = included.iter().map(|one| readings.list[one.position].clone());
    let only = Readings { list: only.collect() };
    let round = Round {
        checkpoint: *checkpoint,
        revision: *revision,
        program: program.clone(),
        closed_by: signature.who.clone(),
        closed_at: signature.at,
        reason: Some(reason.trim()).filter(|_| !gaps.is_empty()).map(String::from),
        gaps,
        known: readings.list.len(),
        included,
    };
    let frozen = Frozen { round: &round, plan, rules, readings: &only };
    let record = record(&frozen);
    let (hash, body_name) = (record_hash(&record), plan.body.name.clone());
    Ok(Closed { round, body_name, record, hash })
}

/// What is missing of a round on a day.
fn missing(stored: &Stored, marks: &[Mark], checkpoint: Date, day: Date) -> Vec<Gap> {
    let Stored { plan, readings, rules, .. } = stored;
    let tree = &Tree::of(plan);
    let owed = Collection { plan, tree, readings, marks, rules, day }.owed();
    gaps(&owed, checkpoint)
}

/// A round with the plan, the rules and the readings that it names.
async fn whole(
    connection: &mut AnyConnection,
    ipa: &str,
    year: i16,
    closed: Closed,
) -> Result<ClosedWhole, Fault> {
    let number = closed.round.revision;
    let (mut found, row) = revision::numbered(connection, ipa, year, number).await?;
    found.body.name.clone_from(&closed.body_name);
    let (plan, rules) = plan::read(connection, &found, &row).await?;
    let mut list = READING.rows(connection, &found.plan, reading::read).await?;
    let mut at = 0;
    list.retain(|_| {
        at += 1;
        closed.round.included.binary_search_by_key(&(at - 1), |one| one.position).is_ok()
    });
    Ok(ClosedWhole { closed, plan, rules, readings: Readings { list } })
}

/// What the audit says of it.
fn told(plan: &str, closed: &Closed) -> String {
    let round = &closed.round;
    format!(
        "{plan}/{}: revision {}, {} readings, {} gaps, record {}",
        round.checkpoint,
        round.revision,
        round.included.len(),
        round.gaps.len(),
        closed.hash
    )
}
