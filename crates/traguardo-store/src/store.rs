//! The store: opening it, and listing, loading and saving whole plans in one transaction each.
//! Not here: what becomes of a plan in tables, see [`crate::plan`].

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::{AnyConnection, AnyPool, Connection};
use traguardo::collection::{Evidence, Mark};
use traguardo::edit::{Contents, Edit, apply};
use traguardo::plan::{Details, Plan};
use traguardo::reading::{Reading, Readings};
use traguardo::revision::{Origin, is_same};
use traguardo::rules::Rules;

use crate::address::{Address, hidden};
use crate::audit::{self, Deed, Entry, Signature};
use crate::body;
use crate::error::{Fault, StoreError};
use crate::plan::{self, Listed, Structure};
use crate::reading::{self, READING};
use crate::recording::Queue;
use crate::revision::{self, REVISION, Row};
use crate::schema::{self, Engine};
use crate::standing::AtHand;
use crate::table::{Cells, Writer};
use crate::verify::{self, Verified};

/// How long a server may take to answer when the store is opened.
const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// How long to wait for a free connection, and so for those who write before.
const WAIT_WITHIN: Duration = Duration::from_secs(30);

/// A database of plans.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) engine: Engine,
    pub(crate) readers: AnyPool,
    /// One connection, so that writers of this process wait in a row.
    pub(crate) writers: AnyPool,
    /// Those who wait for a reading of theirs to be saved.
    pub(crate) recording: Arc<Queue>,
    /// Plans that need not be loaded again.
    pub(crate) at_hand: Arc<AtHand>,
    /// The data folder, in which the files of evidence are kept.
    pub(crate) folder: Option<PathBuf>,
    shown: String,
}

/// A plan as it was stored, with all that scores need.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The plan, its targets understood.
    pub plan: Plan,
    /// Every reading, superseded ones included, in the order in which they were added.
    pub readings: Readings,
    /// What was said of readings, in order.
    pub marks: Vec<Mark>,
    /// What proves them, in order.
    pub evidence: Vec<Evidence>,
    /// The rules it is scored under.
    pub rules: Rules,
    /// The number of the revision.
    pub revision: i64,
    /// Who saved that revision, and when.
    pub signature: Signature,
}

/// What a save has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// Whether the plan was not there before.
    pub is_new: bool,
    /// The number of the revision that is the latest now.
    pub revision: i64,
    /// Whether the hand-in made that revision: its plan or its rules differ from those before.
    pub is_new_revision: bool,
    /// Nodes stored.
    pub nodes: usize,
    /// Indicators stored.
    pub indicators: usize,
    /// Readings that were added.
    pub readings_added: usize,
    /// Readings of the hand-in that were there already.
    pub readings_known: usize,
    /// Readings that were there and are not in the hand-in; they stay.
    pub readings_kept: usize,
}

impl Store {
    /// Opens a database: `sqlite:PATH` (created, with its folders, where there is none) or
    /// `postgres://…`, and brings it to the schema of this program.
    ///
    /// # Errors
    /// Whatever keeps it from being opened; a file that is not ours is left as it is.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let address = Address::parse(url).map_err(|fault| fault.of(&hidden(url)))?;
        let shown = address.shown();
        Self::open_at(&address, &shown).await.map_err(|fault| fault.of(&shown))
    }

    /// Opens a database as [`Store::open`] does, but makes no file where there is none: whoever
    /// asks about a database has misspelt it then.
    ///
    /// # Errors
    /// [`Fault::FileMissing`], and those of [`Store::open`].
    pub async fn open_existing(url: &str) -> Result<Self, StoreError> {
        let address = Address::parse(url).map_err(|fault| fault.of(&hidden(url)))?;
        match &address {
            Address::File(path) if !path.exists() => Err(Fault::FileMissing.of(&address.shown())),
            _ => Self::open(url).await,
        }
    }

    /// Opens a database as [`Store::open`] does, but makes nothing where there is none yet: neither
    /// a file nor tables in an empty one.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub async fn open_if_there(url: &str) -> Result<Option<Self>, StoreError> {
        sqlx::any::install_default_drivers();
        let address = Address::parse(url).map_err(|fault| fault.of(&hidden(url)))?;
        if let Address::File(path) = &address
            && !path.exists()
        {
            return Ok(None);
        }
        let there = async {
            let (engine, mut first) = connect(&address).await?;
            let there = schema::refuse_full(&mut first, engine).await.is_err();
            first.close().await?;
            Ok(there)
        };
        match there.await.map_err(|fault: Fault| fault.of(&address.shown()))? {
            true => Self::open(url).await.map(Some),
            false => Ok(None),
        }
    }

    /// Whether [`Store::save`] would take readings beside stored ones.
    ///
    /// # Errors
    /// [`Fault::ReadingsNotSuperseding`], as when they are saved.
    pub fn try_readings(&self, stored: &Readings, handed_in: &Readings) -> Result<(), StoreError> {
        let additions = reading::additions(&stored.list, &handed_in.list);
        additions.map(|_| ()).map_err(|fault| self.error(fault))
    }

    async fn open_at(address: &Address, shown: &str) -> Result<Self, Fault> {
        let (engine, mut first) = connect(address).await?;
        schema::prepare(&mut first, engine).await?;
        first.close().await?;
        Self::over(address, engine, shown)
    }

    /// The store of a database that is as it should be.
    pub(crate) fn over(address: &Address, engine: Engine, shown: &str) -> Result<Self, Fault> {
        let options = address.options()?;
        let (readers, wait) = match engine {
            Engine::Sqlite => (4, WAIT_WITHIN),
            Engine::Postgres => (8, CONNECT_WITHIN),
        };
        Ok(Self {
            engine,
            readers: pool(engine, readers, wait).connect_lazy_with(options.clone()),
            writers: pool(engine, 1, WAIT_WITHIN).connect_lazy_with(options),
            recording: Arc::default(),
            at_hand: Arc::default(),
            folder: address.folder(),
            shown: shown.to_owned(),
        })
    }

    pub(crate) fn error(&self, fault: Fault) -> StoreError {
        let fault = match (fault, self.engine) {
            // A server that has gone away is tried again until the time is over.
            (Fault::Engine(late @ sqlx::Error::PoolTimedOut), Engine::Postgres) => {
                Fault::NotReachable { reason: late.to_string() }
            }
            (fault, _) => fault,
        };
        fault.of(&self.shown)
    }

    /// The database as it may be shown: a path, or an address without password.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Every plan there is, by body and year.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let list = async {
            let mut connection = self.readers.acquire().await?;
            body::list(&mut connection).await
        };
        list.await.map_err(|fault| self.error(fault))
    }

    /// Loads a plan whole, in its latest adopted revision, with its readings and rules.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`] where there is none, [`Fault::RowDamaged`] where a row cannot be
    /// read, or whatever the engine says.
    pub async fn load(&self, ipa: &str, year: i16) -> Result<Stored, StoreError> {
        self.load_whole(ipa, year).await.map_err(|fault| self.error(fault))
    }

    async fn load_whole(&self, ipa: &str, year: i16) -> Result<Stored, Fault> {
        let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
        let (found, row) = revision::latest(&mut reading, ipa, year).await?;
        revision::stored(&mut reading, &found, row).await
    }

    /// Saves a hand-in, all of it or nothing: a plan or rules that differ from those stored are
    /// adopted by it as the next revision, equal ones make none; readings are added to those stored.
    /// `progress` is told how many rows of how many are written.
    ///
    /// # Errors
    /// [`Fault::RowsFaulty`] where a row could not be read, [`Fault::ReadingsNotSuperseding`]
    /// where a reading contradicts a stored one, or whatever the engine says. Nothing is then
    /// changed.
    pub async fn save(
        &self,
        plan: &Plan,
        readings: &Readings,
        rules: &Rules,
        signature: &Signature,
        mut progress: impl FnMut(usize, usize) + Send,
    ) -> Result<Saved, StoreError> {
        let saving = self.save_whole((plan, rules), readings, signature, &mut progress);
        saving.await.map_err(|fault| self.error(fault))
    }

    async fn save_whole(
        &self,
        (plan, rules): (&Plan, &Rules),
        readings: &Readings,
        signature: &Signature,
        progress: &mut (dyn FnMut(usize, usize) + Send),
    ) -> Result<Saved, Fault> {
        refuse_faulty(plan, readings)?;
        refuse_nul(&[("body", &plan.body.ipa), ("body", &plan.body.name), by(signature)])?;
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let is_new = body::put(&mut writing, plan).await?;
        let id = body::plan_id(&plan.body.ipa, plan.year);
        let last = revision::adopted(&mut writing, &id).await?.pop();
        let known = match &last {
            None => None,
            Some(last) => {
                let found = body::find(&mut writing, &plan.body.ipa, plan.year).await?;
                let (plan, rules) = plan::read(&mut writing, &found, last).await?;
                Some(Contents { plan, rules })
            }
        };
        let contents = handed_in(known.as_ref(), plan, rules)?;
        let is_same = known.as_ref().is_some_and(|known| {
            is_same((&contents.plan, &contents.rules), (&known.plan, &known.rules))
        });
        let next = match &last {
            None => Some(Row::first(&id, signature)),
            Some(last) => (!is_same).then(|| last.next(Origin::HandIn, signature)),
        };
        let stored = READING.rows(&mut writing, &id, reading::read).await?;
        let additions = reading::additions(&stored, &readings.list)?;
        let saved = Saved {
            is_new,
            revision: next.as_ref().or(last.as_ref()).map_or(0, |row| row.number),
            is_new_revision: next.is_some(),
            nodes: plan.nodes.len(),
            indicators: plan.indicators.len(),
            readings_added: additions.new.len(),
            readings_known: additions.known,
            readings_kept: stored.len() - additions.met,
        };
        let structure = Structure::new(&contents.plan, &contents.rules);
        let rows = if next.is_some() { structure.len() } else { 0 };
        let total = rows + additions.new.len();
        let contents = body::contents(plan).into();
        let progress: Option<&mut (dyn FnMut(usize, usize) + Send)> = Some(progress);
        let mut writer = Writer { connection: &mut writing, progress, done: 0, total, contents };
        if let Some(row) = &next {
            writer.insert_single(&REVISION, &row.id(), row, revision::fill).await?;
            structure.write(&mut writer, &row.id()).await?;
        }
        let fill = |cells: &mut Cells, reading: &&Reading| reading::fill(cells, reading);
        writer.insert(&READING, &id, stored.len(), &additions.new, fill).await?;
        let contents = writer.contents;
        audit::add(&mut writing, turn, signature, (Deed::Import, &saved.told(&id)), contents)
            .await?;
        writing.commit().await?;
        Ok(saved)
    }

    /// Reads the audit again from its beginning: the number of the first entry that does not
    /// follow from the one before it, if there is one. What the entries have written is compared
    /// by [`Store::verify`].
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn verify_audit(&self) -> Result<Option<i64>, StoreError> {
        let verified = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            verify::first_broken(&mut reading).await
        };
        verified.await.map_err(|fault| self.error(fault))
    }

    /// Compares everything that is stored with what the audit says was written, the audit with
    /// itself, and the files of evidence with their hashes. It only reads, and sees one state while others write.
    ///
    /// # Errors
    /// Whatever the engine says. What does not match is no error: it is found.
    pub async fn verify(&self) -> Result<Verified, StoreError> {
        let verified = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            verify::verify(&mut reading, self.folder.clone()).await
        };
        verified.await.map_err(|fault| self.error(fault))
    }

    /// The entries of the audit behind one of them (0 for the first), in order; at most `count`.
    ///
    /// # Errors
    /// Whatever the engine says.
    pub async fn entries(&self, after: i64, count: i64) -> Result<Vec<Entry>, StoreError> {
        let entries = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            audit::entries(&mut reading, after, count).await
        };
        entries.await.map_err(|fault| self.error(fault))
    }

    /// Closes every connection, when all work is done.
    pub async fn close(self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}

impl Saved {
    /// What the audit says of it.
    fn told(&self, plan: &str) -> String {
        format!(
            "{plan}/{}: {} nodes, {} indicators, {} readings added, {} known",
            self.revision, self.nodes, self.indicators, self.readings_added, self.readings_known
        )
    }
}

/// What a hand-in makes of a plan, by the one door through which plans change; where there is none
/// yet, of one without nodes.
fn handed_in(known: Option<&Contents>, plan: &Plan, rules: &Rules) -> Result<Contents, Fault> {
    let new = Contents { plan: plan.clone(), rules: rules.clone() };
    let nothing = || Plan::new(plan.body.clone(), plan.year);
    let none = known.is_none().then(|| Contents { plan: nothing(), rules: rules.clone() });
    match known.or(none.as_ref()) {
        Some(old) => apply(old, &Edit::HandIn(Box::new(new))).map_err(Fault::Refused),
        None => Ok(new),
    }
}

/// The first connection to a database, which makes a file where there is none.
pub(crate) async fn connect(address: &Address) -> Result<(Engine, AnyConnection), Fault> {
    let options = address.options()?;
    let engine = match address {
        Address::File(path) => {
            make_folder(path)?;
            Engine::Sqlite
        }
        Address::Server(_) => Engine::Postgres,
    };
    let connecting = AnyConnection::connect_with(&options);
    let mut first = match tokio::time::timeout(CONNECT_WITHIN, connecting).await {
        Ok(first) => first?,
        Err(late) => return Err(Fault::NotReachable { reason: late.to_string() }),
    };
    sqlx::raw_sql(engine.settings()).execute(&mut first).await?;
    Ok((engine, first))
}

fn pool(engine: Engine, connections: u32, wait: Duration) -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(wait)
        // A file does not go away between two questions, a server does.
        .test_before_acquire(engine == Engine::Postgres)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                sqlx::raw_sql(engine.settings()).execute(connection).await.map(|_| ())
            })
        })
}

fn make_folder(path: &Path) -> Result<(), Fault> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    std::fs::create_dir_all(folder).map_err(|refused| match refused.kind() {
        std::io::ErrorKind::PermissionDenied => Fault::NoPermission,
        _ => Fault::CannotOpen { reason: refused.to_string() },
    })
}

/// A row that could not be read would be stored as something that nobody wrote.
fn refuse_faulty(plan: &Plan, readings: &Readings) -> Result<(), Fault> {
    let is_faulty = |details: &Details| details.faulty;
    let nodes = plan.nodes.iter().filter(|n| is_faulty(&n.details)).map(|n| &n.code);
    let uses = plan.uses.iter().filter(|u| is_faulty(&u.details)).map(|u| &u.indicator);
    let readings = readings.list.iter().filter(|r| r.faulty).map(|r| &r.indicator);
    let mut faulty = nodes.chain(uses).chain(readings);
    let Some(first) = faulty.next().cloned() else { return Ok(()) };
    Err(Fault::RowsFaulty { first, count: 1 + faulty.count() })
}

/// What is not written through a [`Writer`], which refuses it by itself.
pub(crate) fn refuse_nul(texts: &[(&'static str, &str)]) -> Result<(), Fault> {
    match texts.iter().find(|(_, text)| text.contains('\0')) {
        Some((table, _)) => Err(Fault::TextWithNul { table }),
        None => Ok(()),
    }
}

pub(crate) fn by(signature: &Signature) -> (&'static str, &str) {
    ("audit", &signature.who)
}
