//! Saving one reading at a time: many people at once, each answered when it is on disk.
//! Not here: the saving of whole hand-ins, see [`crate::store`].
//!
//! Being on disk costs the same for one reading as for fifty. So whoever comes while others are
//! being saved waits, and all who wait are saved by one transaction. Each has an entry of its own
//! in the audit.

use std::sync::{Mutex, PoisonError};

use sqlx::any::AnyArguments;
use sqlx::{AnyConnection, Arguments, Row};
use tokio::sync::oneshot;
use traguardo::issue::{self, Place};
use traguardo::period::DateTime;
use traguardo::reading::Reading;

use crate::audit::Deed;
use crate::collection::{SAVING, count};
use crate::error::{Fault, StoreError};
use crate::reading::{self, Clash, READING};
use crate::store::{Store, refuse_nul};
use crate::table::{Cells, Writer};
use crate::{Signature, audit, body};

/// Readings saved by one transaction.
const AT_ONCE: usize = 64;
/// The most bytes of a key.
const KEY_BYTES: usize = 100;

/// A reading that somebody has typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Recording {
    /// Of whose plan.
    pub ipa: String,
    /// Of which year.
    pub year: i16,
    /// The reading; who recorded it and when come from the signature.
    pub reading: Reading,
    /// The position of the reading of the same thing that they saw, if there was one.
    pub seen: Option<usize>,
    /// A key that is made once for what was typed, and sent again with it where no answer came.
    pub key: String,
    /// Who records it, and when.
    pub signature: Signature,
}

/// What has become of a reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Recorded {
    /// It is on disk, at this position.
    Saved(usize, Reading),
    /// It was on disk already: it was sent twice, or says what the last one says.
    AlreadySaved(usize, Reading),
    /// Somebody else came first, with this: it was not there when the page was made. Nothing is
    /// changed.
    Conflict(usize, Reading),
}

/// Those who wait to be saved.
#[derive(Debug, Default)]
pub(crate) struct Queue(Mutex<Waiting>);

#[derive(Debug, Default)]
struct Waiting {
    list: Vec<Pending>,
    is_served: bool,
}

#[derive(Debug)]
struct Pending {
    recording: Recording,
    answer: oneshot::Sender<Result<Recorded, Fault>>,
}

impl Store {
    /// Saves one reading, and answers when it is on disk.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`]; [`Fault::ReadingsNotSuperseding`] where it corrects another and
    /// does not say why; [`Fault::KeyUsed`] where its key was that of another reading;
    /// [`Fault::RowsFaulty`], [`Fault::TextWithNul`], or whatever the engine says. Nothing is then
    /// changed.
    pub async fn record(&self, recording: Recording) -> Result<Recorded, StoreError> {
        let (answer, answered) = oneshot::channel();
        if self.recording.push(Pending { recording, answer }) {
            // On its own: the one who came first may go away before the others are answered.
            tokio::spawn(serve(self.clone()));
        }
        let gone = |_| Fault::Engine(sqlx::Error::WorkerCrashed);
        let recorded = answered.await.map_err(gone).and_then(|recorded| recorded);
        recorded.map_err(|fault| self.error(fault))
    }
}

impl Queue {
    /// Adds one who waits, and says whether somebody is to be sent to serve them.
    fn push(&self, pending: Pending) -> bool {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.list.push(pending);
        !std::mem::replace(&mut waiting.is_served, true)
    }

    /// Those who wait, in the order in which they came; none: nobody is served any more.
    fn take(&self) -> Vec<Pending> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = waiting.list.len().min(AT_ONCE);
        waiting.is_served = count > 0;
        waiting.list.drain(..count).collect()
    }
}

/// Serves those who wait, until nobody does.
async fn serve(store: Store) {
    loop {
        let (recordings, answers): (Vec<_>, Vec<_>) =
            store.recording.take().into_iter().map(|p| (p.recording, p.answer)).unzip();
        if recordings.is_empty() {
            return;
        }
        // Whoever is gone needs no answer.
        match store.record_all(&recordings).await {
            Ok(all) => answers.into_iter().zip(all).for_each(|(to, one)| _ = to.send(one)),
            // Which of them it was is found out one by one.
            Err(_) if recordings.len() > 1 => {
                for (to, one) in answers.into_iter().zip(&recordings) {
                    let recorded = store.record_all(std::slice::from_ref(one)).await;
                    _ = to.send(recorded.and_then(|mut all| all.pop().unwrap_or(Err(Fault::Busy))));
                }
            }
            Err(fault) => {
                if let Some(to) = answers.into_iter().next() {
                    _ = to.send(Err(fault));
                }
            }
        }
    }
}

impl Store {
    /// Saves readings in one transaction. Whoever is refused is so before anything of theirs is
    /// written; where the engine fails, nothing of anybody is.
    async fn record_all(
        &self,
        recordings: &[Recording],
    ) -> Result<Vec<Result<Recorded, Fault>>, Fault> {
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        audit::wait_turn(&mut writing).await?;
        let mut answers = Vec::new();
        for recording in recordings {
            match record_one(&mut writing, recording).await {
                Err(fault @ Fault::Engine(_)) => return Err(fault),
                answer => answers.push(answer),
            }
        }
        writing.commit().await?;
        Ok(answers)
    }
}

async fn record_one(
    connection: &mut AnyConnection,
    recording: &Recording,
) -> Result<Recorded, Fault> {
    let Recording { ipa, year, reading, seen, key, signature } = recording;
    refuse_nul(&[("audit", &signature.who), ("saving", key), ("reading", &reading.indicator)])?;
    if reading.faulty || key.is_empty() || key.len() > KEY_BYTES {
        return Err(Fault::RowsFaulty { first: reading.indicator.clone(), count: 1 });
    }
    let plan = body::known(connection, ipa, *year).await?;
    if let Some(position) = saved_with(connection, &plan, key).await? {
        let saved = stored_at(connection, &plan, position).await?;
        return match saved.filter(|saved| says_the_same(saved, reading)) {
            Some(saved) => Ok(Recorded::AlreadySaved(position, saved)),
            None => Err(Fault::KeyUsed),
        };
    }
    let last = in_force(connection, &plan, reading).await?;
    if let Some((position, last)) = last.clone() {
        if says_the_same(&last, reading) {
            return Ok(Recorded::AlreadySaved(position, last));
        }
        if Some(position) != *seen {
            return Ok(Recorded::Conflict(position, last));
        }
    }
    let last = last.map(|(_, last)| last);
    let new = signed(reading, signature, last.as_ref())?;
    let first = count(connection, &READING, &plan).await?;
    let mut writer = Writer::new(connection);
    writer.insert(&READING, &plan, first, std::slice::from_ref(&new), reading::fill).await?;
    let fill_key = |cells: &mut Cells, key: &String| cells.text(key);
    writer.insert(&SAVING, &plan, first, std::slice::from_ref(key), fill_key).await?;
    let contents = writer.contents;
    let told = format!("{plan}: {}", new.indicator);
    let turn = audit::take_turn(connection).await?;
    audit::add(connection, turn, signature, (Deed::Record, &told), contents).await?;
    Ok(Recorded::Saved(first, new))
}

/// The reading as it is stored: signed, and later than the one that it corrects.
fn signed(
    reading: &Reading,
    signature: &Signature,
    last: Option<&Reading>,
) -> Result<Reading, Fault> {
    let after = last.and_then(|last| last.recorded_at).map(next);
    let now = thousandths(signature.at);
    let new = Reading {
        recorded_at: Some(after.map_or(now, |after| after.max(now))),
        recorded_by: Some(signature.who.clone()),
        row: 0,
        ..reading.clone()
    };
    match last {
        Some(last) if !reading::says_why(&new) => {
            let place = Place::table(issue::Table::Readings).column("motivo");
            let place = place.code(new.indicator.clone());
            let clash = Clash { place, date: new.date, recorded_at: last.recorded_at };
            Err(Fault::ReadingsNotSuperseding(vec![clash]))
        }
        _ => Ok(new),
    }
}

/// A moment in thousandths of a second: finer ones are hard to read in files.
fn thousandths(at: DateTime) -> DateTime {
    at.with().microsecond(0).nanosecond(0).build().unwrap_or(at)
}

fn next(at: DateTime) -> DateTime {
    at.checked_add(jiff::Span::new().milliseconds(1)).unwrap_or(at)
}

/// Whether two readings say the same of the same thing, whoever recorded them and when.
fn says_the_same(one: &Reading, other: &Reading) -> bool {
    let bare = |reading: &Reading| Reading {
        recorded_at: None,
        recorded_by: None,
        reason: None,
        row: 0,
        ..reading.clone()
    };
    bare(one) == bare(other)
}

/// The reading at a position.
pub(crate) async fn stored_at(
    connection: &mut AnyConnection,
    plan: &str,
    position: usize,
) -> Result<Option<Reading>, Fault> {
    let Ok(position) = i64::try_from(position) else { return Ok(None) };
    let mut arguments = AnyArguments::default();
    arguments.add(plan).map_err(sqlx::Error::Encode)?;
    arguments.add(position).map_err(sqlx::Error::Encode)?;
    let found = READING.rows_where(connection, "position = $2", arguments, reading::read).await?;
    Ok(found.into_iter().next().map(|(_, reading)| reading))
}

/// The last reading of the very same thing as another, with its position: same indicator, part,
/// body and day.
pub(crate) async fn in_force(
    connection: &mut AnyConnection,
    plan: &str,
    like: &Reading,
) -> Result<Option<(usize, Reading)>, Fault> {
    let mut arguments = AnyArguments::default();
    arguments.add(plan).map_err(sqlx::Error::Encode)?;
    arguments.add(like.indicator.as_str()).map_err(sqlx::Error::Encode)?;
    let condition = match like.date {
        Some(date) => {
            arguments.add(date.to_string()).map_err(sqlx::Error::Encode)?;
            "indicator = $2 AND date = $3"
        }
        None => "indicator = $2 AND date IS NULL",
    };
    let found = READING.rows_where(connection, condition, arguments, reading::read).await?;
    let same = found.into_iter().filter(|(_, reading)| reading.rivals(like));
    Ok(same.max_by_key(|(position, reading)| (reading.recorded_at, *position)))
}

/// The position of the reading that was saved with a key.
async fn saved_with(
    connection: &mut AnyConnection,
    plan: &str,
    key: &str,
) -> Result<Option<usize>, Fault> {
    let sql = "SELECT position FROM saving WHERE plan = $1 AND key = $2";
    let row = sqlx::query(sql).bind(plan).bind(key).fetch_optional(connection).await?;
    let Some(row) = row else { return Ok(None) };
    let position: i64 = row.try_get(0)?;
    Ok(usize::try_from(position).ok())
}
