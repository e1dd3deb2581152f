//! The draft of a plan: made from the adopted revision, written anew at each edit, adopted by an act.
//! Not here: what an edit does, see `traguardo::edit`, and adopted revisions, see [`crate::revision`].

use sqlx::AnyConnection;
use traguardo::difference::{Difference, diff};
use traguardo::edit::{Contents, Edit, apply};
use traguardo::revision::{Act, Origin, is_same};

use crate::audit::{self, Deed, Signature};
use crate::body;
use crate::desk;
use crate::error::{Fault, StoreError};
use crate::first_draft;
use crate::plan::{self, Structure, TABLES};
use crate::reading::{self, READING};
use crate::revision::{self, REVISION, Row};
use crate::store::{Store, by, refuse_nul};
use crate::table::Writer;

/// The draft of a plan, of which there is one at most. It is never the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What it says.
    pub contents: Contents,
    /// The revision that it was made from; `None` where the plan has none yet.
    pub based_on: Option<i64>,
    /// How often it was saved: whoever changes it says which one was seen.
    pub version: i64,
    /// Why it was made.
    pub reason: Option<String>,
    /// Who made it, and when.
    pub opened: Signature,
    /// Who saved it last, and when.
    pub saved: Signature,
}

/// What became of a change of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftSaved {
    /// It is saved, as this version.
    Saved(i64),
    /// Somebody else came first: nothing is changed.
    Second {
        /// Who, and when.
        first: Signature,
        /// The version that is there now.
        version: i64,
    },
}

impl Store {
    /// The draft of a plan, if there is one.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] where there is no such plan, or whatever the engine says.
    pub async fn draft(&self, ipa: &str, year: i16) -> Result<Option<Draft>, StoreError> {
        let loading = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            load(&mut reading, ipa, year).await
        };
        loading.await.map_err(|fault| self.error(fault))
    }

    /// Makes the draft of a plan from its latest adopted revision. One that is there stays as it is.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] where no revision is adopted, or whatever the engine says.
    pub async fn open_draft(
        &self,
        (ipa, year): (&str, i16),
        reason: Option<&str>,
        signature: &Signature,
    ) -> Result<Draft, StoreError> {
        let opening = async {
            refuse_nul(&[by(signature)])?;
            let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
            let turn = audit::take_turn(&mut writing).await?;
            if let Some(draft) = load(&mut writing, ipa, year).await? {
                writing.rollback().await?;
                return Ok(draft);
            }
            let (row, contents) = fresh(&mut writing, (ipa, year), reason, signature).await?;
            let mut writer = Writer::new(&mut writing);
            write(&mut writer, &row, &contents).await?;
            let (told, written) = (format!("{} opened", row.id()), writer.contents);
            audit::add(&mut writing, turn, signature, (Deed::Draft, &told), written).await?;
            writing.commit().await?;
            draft_of(row, contents)
        };
        opening.await.map_err(|fault| self.error(fault))
    }

    /// Saves a draft as somebody who has seen a version of it changed it. `told` says in a few words
    /// what was changed, for the audit.
    ///
    /// # Errors
    /// [`Fault::DraftUnknown`] where there is none, [`Fault::RowsFaulty`], or whatever the engine
    /// says. Nothing is then changed.
    pub async fn save_draft(
        &self,
        contents: &Contents,
        seen: i64,
        told: &str,
        signature: &Signature,
    ) -> Result<DraftSaved, StoreError> {
        let saving = async {
            refuse_nul(&[by(signature), ("audit", told)])?;
            let of = &contents.plan;
            let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
            let turn = audit::take_turn(&mut writing).await?;
            let mut row = known(&mut writing, &body::plan_id(&of.body.ipa, of.year)).await?;
            let version = row.version.unwrap_or_default();
            if version != seen {
                writing.rollback().await?;
                return Ok(DraftSaved::Second { first: row.signature, version });
            }
            row.version = Some(version + 1);
            row.signature = signature.clone();
            let mut writer = Writer::new(&mut writing);
            clear(&mut writer, &row).await?;
            write(&mut writer, &row, contents).await?;
            let (told, written) = (format!("{}: {told}", row.id()), writer.contents);
            audit::add(&mut writing, turn, signature, (Deed::Draft, &told), written).await?;
            writing.commit().await?;
            Ok(DraftSaved::Saved(version + 1))
        };
        saving.await.map_err(|fault| self.error(fault))
    }

    /// Gives a draft up.
    ///
    /// # Errors
    /// [`Fault::DraftUnknown`] where there is none, or whatever the engine says.
    pub async fn drop_draft(
        &self,
        ipa: &str,
        year: i16,
        signature: &Signature,
    ) -> Result<(), StoreError> {
        let dropping = async {
            refuse_nul(&[by(signature)])?;
            let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
            let turn = audit::take_turn(&mut writing).await?;
            let row = known(&mut writing, &body::plan_id(ipa, year)).await?;
            let mut writer = Writer::new(&mut writing);
            clear(&mut writer, &row).await?;
            desk::settle(&mut writer, &row.plan, None, signature).await?;
            let (told, written) = (format!("{} given up", row.id()), writer.contents);
            audit::add(&mut writing, turn, signature, (Deed::Draft, &told), written).await?;
            writing.commit().await?;
            Ok(())
        };
        dropping.await.map_err(|fault| self.error(fault))
    }

    /// Adopts a draft by an act: it becomes the next revision, and the draft is gone. Answers that
    /// were given to the adopted plan in the meantime go along. The number of the revision.
    ///
    /// # Errors
    /// [`Fault::DraftUnknown`] where there is none, [`Fault::DraftUnseen`] where somebody changed it
    /// since, [`Fault::DraftOutdated`] where another revision was adopted since,
    /// [`Fault::DraftUnchanged`] where it says what the plan says, or whatever the engine says.
    /// Nothing is then changed.
    pub async fn adopt(
        &self,
        (ipa, year): (&str, i16),
        seen: i64,
        act: &Act,
        signature: &Signature,
    ) -> Result<i64, StoreError> {
        let adopting = self.adopt_whole((ipa, year), seen, act, signature);
        adopting.await.map_err(|fault| self.error(fault))
    }

    async fn adopt_whole(
        &self,
        (ipa, year): (&str, i16),
        seen: i64,
        act: &Act,
        signature: &Signature,
    ) -> Result<i64, Fault> {
        refuse_nul(&[by(signature)])?;
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let draft = known(&mut writing, &body::plan_id(ipa, year)).await?;
        if draft.version != Some(seen) {
            return Err(Fault::DraftUnseen { who: draft.signature.who });
        }
        let found = body::find(&mut writing, ipa, year).await?;
        let (plan, rules) = plan::read(&mut writing, &found, &draft).await?;
        let mut contents = Contents { plan, rules };
        let rows = revision::adopted(&mut writing, &found.plan).await?;
        let mut next = Row::first(&found.plan, signature);
        let mut changed = Difference::default();
        let mut references = Vec::new();
        if let Some(last) = rows.last() {
            let since = rows.iter().filter(|row| Some(row.number) > draft.based_on);
            if since.clone().any(|row| row.origin != Origin::Answer) {
                return Err(Fault::DraftOutdated { last: last.number });
            }
            let (known, known_rules) = plan::read(&mut writing, &found, last).await?;
            take_answers(&mut contents, &known);
            if is_same((&contents.plan, &contents.rules), (&known, &known_rules)) {
                return Err(Fault::DraftUnchanged);
            }
            next = last.next(Origin::Draft, signature);
            changed = diff(&known, &contents.plan);
        } else {
            references = first_draft::references(&mut writing, &contents.plan).await?;
        }
        next.origin = Origin::Draft;
        next.act = Some(act.clone());
        next.reason.clone_from(&draft.reason);
        next.opened.clone_from(&draft.opened);
        let mut writer = Writer::new(&mut writing);
        clear(&mut writer, &draft).await?;
        write(&mut writer, &next, &contents).await?;
        writer.insert(&READING, &found.plan, 0, &references, reading::fill).await?;
        let adopted = Some((next.number, &changed));
        desk::settle(&mut writer, &found.plan, adopted, signature).await?;
        let told = format!("{}: {} {} {}", next.id(), act.organ, act.number, act.date);
        let written = writer.contents;
        audit::add(&mut writing, turn, signature, (Deed::Adopt, &told), written).await?;
        writing.commit().await?;
        Ok(next.number)
    }
}

/// Answers to the adopted plan that the draft does not have, as far as it still asks.
fn take_answers(contents: &mut Contents, adopted: &traguardo::plan::Plan) {
    for answer in &adopted.answers {
        let key = |a: &traguardo::target::answer::Answer| {
            (a.code.clone(), a.parent.clone(), a.column.clone(), a.written.clone())
        };
        if contents.plan.answers.iter().any(|known| key(known) == key(answer)) {
            continue;
        }
        if let Ok(answered) = apply(contents, &Edit::Answer(answer.clone())) {
            *contents = answered;
        }
    }
}

/// The draft as the next save has it, made where there is none, and the number that it will have
/// as a revision. Nothing is written yet.
pub(crate) async fn prepare(
    connection: &mut AnyConnection,
    (ipa, year): (&str, i16),
    reason: &str,
    signature: &Signature,
) -> Result<(Row, Contents, u32), Fault> {
    let (found, last) = revision::latest(connection, ipa, year).await?;
    let next = u32::try_from(last.number + 1).unwrap_or(u32::MAX);
    match known(connection, &found.plan).await {
        Err(Fault::DraftUnknown) => {
            let (row, contents) = fresh(connection, (ipa, year), Some(reason), signature).await?;
            Ok((row, contents, next))
        }
        row => {
            let mut row = row?;
            let (plan, rules) = plan::read(connection, &found, &row).await?;
            row.version = row.version.map(|version| version + 1);
            row.signature = signature.clone();
            Ok((row, Contents { plan, rules }, next))
        }
    }
}

/// Writes a draft in the place of the one that is there, if there is one.
pub(crate) async fn rewrite(
    writer: &mut Writer<'_>,
    row: &Row,
    contents: &Contents,
) -> Result<(), Fault> {
    if row.version != Some(1) {
        clear(writer, row).await?;
    }
    write(writer, row, contents).await
}

/// A draft that says what the latest adopted revision says.
async fn fresh(
    connection: &mut AnyConnection,
    (ipa, year): (&str, i16),
    reason: Option<&str>,
    signature: &Signature,
) -> Result<(Row, Contents), Fault> {
    let (found, last) = revision::latest(connection, ipa, year).await?;
    let (plan, rules) = plan::read(connection, &found, &last).await?;
    let row = Row {
        number: 0,
        origin: Origin::Draft,
        based_on: Some(last.number),
        reason: reason.map(String::from),
        opened: Some(signature.clone()),
        version: Some(1),
        ..Row::first(&found.plan, signature)
    };
    Ok((row, Contents { plan, rules }))
}

pub(crate) async fn load(
    connection: &mut AnyConnection,
    ipa: &str,
    year: i16,
) -> Result<Option<Draft>, Fault> {
    let found = body::find(connection, ipa, year).await?;
    let row = match known(connection, &found.plan).await {
        Err(Fault::DraftUnknown) => return Ok(None),
        row => row?,
    };
    let (plan, rules) = plan::read(connection, &found, &row).await?;
    draft_of(row, Contents { plan, rules }).map(Some)
}

pub(crate) fn draft_of(row: Row, contents: Contents) -> Result<Draft, Fault> {
    let Row { based_on, version, reason, opened, signature: saved, .. } = row;
    let damaged = |column| Fault::RowDamaged { table: "revision", column, row: 0 };
    let version = version.ok_or(damaged("version"))?;
    let opened = opened.ok_or(damaged("opened_by"))?;
    Ok(Draft { contents, based_on, version, reason, opened, saved })
}

/// The row of a plan's draft.
async fn known(connection: &mut AnyConnection, plan: &str) -> Result<Row, Fault> {
    let rows = REVISION.singles(connection, ("plan", plan), revision::read).await?;
    rows.into_iter().find(|row| row.number == 0).ok_or(Fault::DraftUnknown)
}

async fn clear(writer: &mut Writer<'_>, row: &Row) -> Result<(), Fault> {
    for table in TABLES.into_iter().chain([&REVISION]) {
        writer.clear(table, &row.id()).await?;
    }
    Ok(())
}

pub(crate) async fn write(
    writer: &mut Writer<'_>,
    row: &Row,
    contents: &Contents,
) -> Result<(), Fault> {
    let structure = Structure::new(&contents.plan, &contents.rules);
    writer.insert_single(&REVISION, &row.id(), row, revision::fill).await?;
    structure.write(writer, &row.id()).await
}
