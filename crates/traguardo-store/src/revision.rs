//! The table of revisions: those that were adopted, which never change, and the draft.
//! Not here: what a revision says, see [`crate::plan`].

use sqlx::AnyConnection;
use traguardo::edit::{Contents, Edit, apply};
use traguardo::reading::Readings;
use traguardo::revision::{Act, Attached, Origin, Register, Revision};
use traguardo::target::answer::Answer;

use crate::audit::{self, Deed, Signature};
use crate::body::{self, Found};
use crate::collection::{EVIDENCE, MARK, read_evidence, read_mark};
use crate::error::{Fault, StoreError};
use crate::office::{self, ANSWER};
use crate::plan;
use crate::reading::{self, READING};
use crate::store::{Store, Stored, by, refuse_nul};
use crate::table::{Cells, Line, Table, TableKind, Words, Writer, word};

pub(crate) static REVISION: Table = Table {
    name: "revision",
    owner: "id",
    columns: &[
        &["plan", "number", "saved_by", "saved_at"],
        &["origin", "structure", "based_on", "reason"],
        &["act_organ", "act_number", "act_date", "act_file", "act_hash"],
        &["opened_by", "opened_at", "version"],
    ],
    kind: TableKind::Single,
};

const ORIGINS: &Words<Origin> =
    &[("hand_in", Origin::HandIn), ("answer", Origin::Answer), ("draft", Origin::Draft)];

/// A revision as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub plan: String,
    /// 0: the draft.
    pub number: i64,
    pub signature: Signature,
    pub origin: Origin,
    /// The revision whose rows it shares, all but the answers.
    pub shared: Option<String>,
    pub based_on: Option<i64>,
    pub reason: Option<String>,
    pub act: Option<Act>,
    pub opened: Option<Signature>,
    pub version: Option<i64>,
}

impl Store {
    /// The adopted revisions of a plan, in the order of their numbers. There is at least one.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] where there is no such plan, or whatever the engine says.
    pub async fn revisions(&self, ipa: &str, year: i16) -> Result<Vec<Revision>, StoreError> {
        let list = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            let found = body::find(&mut reading, ipa, year).await?;
            let rows = adopted(&mut reading, &found.plan).await?;
            if rows.is_empty() {
                return Err(body::unknown(&mut reading, found.plan).await?);
            }
            Ok(rows.into_iter().map(Revision::from).collect())
        };
        list.await.map_err(|fault| self.error(fault))
    }

    /// Loads an adopted revision of a plan as it was adopted, with all readings that are stored by
    /// now. It is the same whenever it is loaded, but for the readings and the name of the body.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] and [`Fault::RevisionUnknown`] where there is none,
    /// [`Fault::RowDamaged`] where a row cannot be read, or whatever the engine says.
    pub async fn load_revision(
        &self,
        ipa: &str,
        year: i16,
        number: i64,
    ) -> Result<Stored, StoreError> {
        let load = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            let (found, row) = numbered(&mut reading, ipa, year, number).await?;
            stored(&mut reading, &found, row).await
        };
        load.await.map_err(|fault| self.error(fault))
    }

    /// The register of variations of a plan, from all its adopted revisions.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] where there is no such plan, [`Fault::RowDamaged`] where a row cannot
    /// be read, or whatever the engine says.
    pub async fn register(&self, ipa: &str, year: i16) -> Result<Register, StoreError> {
        let register = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            let found = body::find(&mut reading, ipa, year).await?;
            let mut whole = Vec::new();
            for row in adopted(&mut reading, &found.plan).await? {
                let (plan, rules) = plan::read(&mut reading, &found, &row).await?;
                whole.push((Revision::from(row), Contents { plan, rules }));
            }
            if whole.is_empty() {
                return Err(body::unknown(&mut reading, found.plan).await?);
            }
            Ok(Register::of(whole))
        };
        register.await.map_err(|fault| self.error(fault))
    }

    /// Keeps an answer to the question of a target, in place of an earlier one to the same: who
    /// said so and when stand in it. What was written in the plan stays as it is, and so does the
    /// revision in which the question stood: with the answer there is a next one. An answer that
    /// is there already changes nothing.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] where there is no such plan, [`Fault::Refused`] where the plan does not
    /// ask so, or whatever the engine says. Nothing is then changed.
    pub async fn answer(
        &self,
        ipa: &str,
        year: i16,
        answer: &Answer,
        signature: &Signature,
    ) -> Result<(), StoreError> {
        let answering = self.answer_whole(ipa, year, answer, signature);
        answering.await.map_err(|fault| self.error(fault))
    }

    async fn answer_whole(
        &self,
        ipa: &str,
        year: i16,
        answer: &Answer,
        signature: &Signature,
    ) -> Result<(), Fault> {
        refuse_nul(&[by(signature), ("answer", &answer.means), ("answer", &answer.written)])?;
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let (found, last) = latest(&mut writing, ipa, year).await?;
        let (plan, rules) = plan::read(&mut writing, &found, &last).await?;
        if plan.answers.contains(answer) {
            writing.rollback().await?;
            return Ok(());
        }
        let answered = apply(&Contents { plan, rules }, &Edit::Answer(answer.clone()));
        let answers = answered.map_err(Fault::Refused)?.plan.answers;
        let mut row = last.next(Origin::Answer, signature);
        row.shared = Some(last.structure());
        let id = row.id();
        let mut writer = Writer::new(&mut writing);
        writer.insert_single(&REVISION, &id, &row, fill).await?;
        writer.insert(&ANSWER, &id, 0, &answers, office::fill_answer).await?;
        let (told, contents) = (office::told(&id, answer), writer.contents);
        audit::add(&mut writing, turn, signature, (Deed::Answer, &told), contents).await?;
        writing.commit().await?;
        Ok(())
    }
}

impl Row {
    /// The first revision of a plan, handed in.
    pub fn first(plan: &str, signature: &Signature) -> Self {
        Self {
            plan: plan.to_owned(),
            number: 1,
            signature: signature.clone(),
            origin: Origin::HandIn,
            shared: None,
            based_on: None,
            reason: None,
            act: None,
            opened: None,
            version: None,
        }
    }

    /// The revision that comes after this one.
    pub fn next(&self, origin: Origin, signature: &Signature) -> Self {
        let (number, based_on) = (self.number + 1, Some(self.number));
        Self { number, based_on, origin, ..Self::first(&self.plan, signature) }
    }

    /// Its id.
    pub fn id(&self) -> String {
        match self.number {
            0 => format!("{}/draft", self.plan),
            number => format!("{}/{number}", self.plan),
        }
    }

    /// The id of the revision whose rows say what it says, all but its answers.
    pub fn structure(&self) -> String {
        self.shared.clone().unwrap_or_else(|| self.id())
    }
}

impl From<Row> for Revision {
    fn from(row: Row) -> Self {
        let Row { number, signature, origin, based_on, reason, act, .. } = row;
        let Signature { who: by, at } = signature;
        Self { number, origin, based_on, act, reason, by, at }
    }
}

/// The latest adopted revision of a plan, and whose plan it is.
pub(crate) async fn latest(
    connection: &mut AnyConnection,
    ipa: &str,
    year: i16,
) -> Result<(Found, Row), Fault> {
    let found = body::find(connection, ipa, year).await?;
    match adopted(connection, &found.plan).await?.pop() {
        Some(row) => Ok((found, row)),
        None => Err(body::unknown(connection, found.plan).await?),
    }
}

/// An adopted revision of a plan by its number, and whose plan it is.
pub(crate) async fn numbered(
    connection: &mut AnyConnection,
    ipa: &str,
    year: i16,
    number: i64,
) -> Result<(Found, Row), Fault> {
    let found = body::find(connection, ipa, year).await?;
    let rows = adopted(connection, &found.plan).await?;
    let Some(last) = rows.last().map(|row| row.number) else {
        return Err(body::unknown(connection, found.plan).await?);
    };
    let row = rows.into_iter().find(|row| row.number == number);
    Ok((found, row.ok_or(Fault::RevisionUnknown { number, last })?))
}

/// The adopted revisions of a plan, in the order of their numbers.
pub(crate) async fn adopted(connection: &mut AnyConnection, plan: &str) -> Result<Vec<Row>, Fault> {
    let mut rows = REVISION.singles(connection, ("plan", plan), read).await?;
    rows.retain(|row| row.number > 0);
    rows.sort_by_key(|row| row.number);
    Ok(rows)
}

/// A revision with what belongs to it.
pub(crate) async fn stored(
    connection: &mut AnyConnection,
    found: &Found,
    row: Row,
) -> Result<Stored, Fault> {
    let (plan, rules) = plan::read(connection, found, &row).await?;
    let list = READING.rows(connection, &found.plan, reading::read).await?;
    let marks = MARK.rows(connection, &found.plan, read_mark).await?;
    let evidence = EVIDENCE.rows(connection, &found.plan, read_evidence).await?;
    let Row { number: revision, signature, .. } = row;
    let readings = Readings { list };
    Ok(Stored { plan, readings, marks, evidence, rules, revision, signature })
}

pub(crate) fn fill(cells: &mut Cells, row: &Row) {
    cells.text(&row.plan);
    cells.whole(row.number);
    cells.text(&row.signature.who);
    cells.shown(&row.signature.at);
    cells.text(word(ORIGINS, &row.origin));
    cells.text_or_blank(row.shared.as_deref());
    cells.whole_or_blank(row.based_on);
    cells.text_or_blank(row.reason.as_deref());
    let act = row.act.as_ref();
    let file = act.and_then(|act| act.file.as_ref());
    cells.text_or_blank(act.map(|act| act.organ.as_str()));
    cells.text_or_blank(act.map(|act| act.number.as_str()));
    cells.shown_or_blank(act.map(|act| act.date));
    cells.text_or_blank(file.map(|file| file.name.as_str()));
    cells.text_or_blank(file.map(|file| file.sha256.as_str()));
    cells.text_or_blank(row.opened.as_ref().map(|opened| opened.who.as_str()));
    cells.shown_or_blank(row.opened.as_ref().map(|opened| opened.at));
    cells.whole_or_blank(row.version);
}

pub(crate) fn read(line: &mut Line<'_>) -> Result<Row, Fault> {
    Ok(Row {
        plan: line.text()?,
        number: line.whole()?,
        signature: Signature { who: line.text()?, at: line.read()? },
        // Before there were drafts, every revision was a hand-in.
        origin: line.case_or_blank(ORIGINS)?.unwrap_or(Origin::HandIn),
        shared: line.text_or_blank()?,
        based_on: line.whole_or_blank()?,
        reason: line.text_or_blank()?,
        act: read_act(line)?,
        opened: line
            .text_or_blank()?
            .zip(line.read_or_blank()?)
            .map(|(who, at)| Signature { who, at }),
        version: line.whole_or_blank()?,
    })
}

fn read_act(line: &mut Line<'_>) -> Result<Option<Act>, Fault> {
    let organ = line.text_or_blank()?;
    let number = line.text_or_blank()?.unwrap_or_default();
    let date = line.read_or_blank()?;
    let name = line.text_or_blank()?;
    let sha256 = line.text_or_blank()?;
    let file = name.zip(sha256).map(|(name, sha256)| Attached { name, sha256 });
    Ok(organ.zip(date).map(|(organ, date)| Act { organ, number, date, file }))
}
