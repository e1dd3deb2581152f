//! A copy back into an empty database of either engine: all of it or nothing.
//! Not here: making copies, see [`crate::backup`].

use std::io::{BufRead, BufReader, Read, Seek};
use std::path::{Path, PathBuf};

use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::any::AnyArguments;
use sqlx::{AnyConnection, Arguments, AssertSqlSafe, Connection, Row};
use zip::ZipArchive;

use crate::address::{Address, hidden};
use crate::backup::{Copied, FORMAT, Kept, Listed, MANIFEST, Manifest, file_name};
use crate::content::hex;
use crate::error::{Fault, StoreError};
use crate::evidence::{self, EVIDENCE_BYTES};
use crate::schema::{self, Engine};
use crate::store::{self, Store};

/// Longer than any manifest of ours.
const MANIFEST_BYTES: u64 = 1 << 20;
/// Longer than any row: a longer one is none of ours.
const LINE_BYTES: u64 = 64 << 20;
/// Rows written by one statement, and texts: SQLite binds at most 32,766.
const ROWS_AT_ONCE: usize = 200;
const TEXTS_AT_ONCE: usize = 8000;

/// Rows on their way into a table.
struct Batch {
    table: String,
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
    texts: usize,
}

impl Store {
    /// Brings a copy back into an empty database, of whichever engine, and opens it. A copy of an
    /// older version is brought to the schema of this program.
    ///
    /// # Errors
    /// [`Fault::NotEmpty`], [`Fault::NotACopy`], [`Fault::CopyNewer`], [`Fault::CopyDamaged`], or
    /// whatever the engine says. The database is then as empty as it was.
    pub async fn restore(url: &str, copy: impl Read + Seek) -> Result<(Self, Copied), StoreError> {
        sqlx::any::install_default_drivers();
        let address = Address::parse(url).map_err(|fault| fault.of(&hidden(url)))?;
        let folder = address.folder();
        let shown = address.shown();
        restore(&address, copy, &shown, folder).await.map_err(|fault| fault.of(&shown))
    }

    /// The same with a data folder for the files of evidence, where the database is on a server and
    /// has none of its own.
    ///
    /// # Errors
    /// Those of [`Store::restore`].
    pub async fn restore_or(
        url: &str,
        copy: impl Read + Seek,
        folder: &Path,
    ) -> Result<(Self, Copied), StoreError> {
        sqlx::any::install_default_drivers();
        let address = Address::parse(url).map_err(|fault| fault.of(&hidden(url)))?;
        let shown = address.shown();
        let folder = address.folder().or_else(|| Some(folder.to_owned()));
        restore(&address, copy, &shown, folder).await.map_err(|fault| fault.of(&shown))
    }
}

async fn restore(
    address: &Address,
    copy: impl Read + Seek,
    shown: &str,
    folder: Option<PathBuf>,
) -> Result<(Store, Copied), Fault> {
    let mut archive = ZipArchive::new(copy).map_err(|_| Fault::NotACopy)?;
    let manifest = manifest(&mut archive)?;
    if !manifest.evidence.is_empty() && folder.is_none() {
        return Err(Fault::DataFolderMissing);
    }
    let (engine, mut connection) = store::connect(address).await?;
    schema::refuse_full(&mut connection, engine).await?;
    if engine == Engine::Sqlite {
        schema::write_ahead(&mut connection).await?;
    }
    let mut filling = connection.begin_with(engine.begin_writing()).await?;
    if schema::take_lock(&mut filling, engine).await?.is_some() {
        return Err(Fault::NotEmpty);
    }
    schema::make_versions(&mut filling).await?;
    let copied = fill(&mut filling, engine, &mut archive, &manifest).await?;
    if let Some(folder) = &folder {
        manifest.evidence.iter().try_for_each(|kept| bring_back(&mut archive, kept, folder))?;
    }
    filling.commit().await?;
    connection.close().await?;
    let mut store = Store::over(address, engine, shown)?;
    store.folder = folder;
    Ok((store, copied))
}

/// Brings a file of evidence back, if it is what its name says.
fn bring_back(
    archive: &mut ZipArchive<impl Read + Seek>,
    kept: &Kept,
    folder: &Path,
) -> Result<(), Fault> {
    let name = evidence::file_name(&kept.sha256);
    let damaged = || Fault::CopyDamaged { file: evidence::file_name(&kept.sha256) };
    let file = archive.by_name(&name).map_err(|_| damaged())?;
    let mut bytes = Vec::new();
    let most = EVIDENCE_BYTES as u64 + 1;
    file.take(most).read_to_end(&mut bytes).map_err(|_| damaged())?;
    if bytes.len() as u64 != kept.bytes || hex(&Sha256::digest(&bytes)) != kept.sha256 {
        return Err(damaged());
    }
    evidence::write(folder, &kept.sha256, &bytes)
}

/// Reads the manifest of an archive, and refuses what is none of ours or too new.
fn manifest(archive: &mut ZipArchive<impl Read + Seek>) -> Result<Manifest, Fault> {
    let file = archive.by_name(MANIFEST).map_err(|_| Fault::NotACopy)?;
    let mut text = String::new();
    file.take(MANIFEST_BYTES).read_to_string(&mut text).map_err(|_| Fault::NotACopy)?;
    let manifest: Manifest = serde_json::from_str(&text).map_err(|_| Fault::NotACopy)?;
    if manifest.format != FORMAT || manifest.schema < 1 {
        return Err(Fault::NotACopy);
    }
    let known = schema::known();
    if manifest.schema > known {
        return Err(Fault::CopyNewer { found: manifest.schema, known });
    }
    let listed = manifest.tables.iter().map(|table| table.name.as_str());
    if !listed.eq(schema::tables(manifest.schema)) {
        return Err(Fault::CopyDamaged { file: MANIFEST.to_owned() });
    }
    Ok(manifest)
}

/// Makes the schema of the copy, fills it, and brings it to the schema of this program, in one
/// transaction, which the caller ends.
async fn fill(
    connection: &mut AnyConnection,
    engine: Engine,
    archive: &mut ZipArchive<impl Read + Seek>,
    manifest: &Manifest,
) -> Result<Copied, Fault> {
    schema::take_steps(connection, engine, 0, manifest.schema).await?;
    if engine == Engine::Sqlite {
        sqlx::raw_sql("PRAGMA defer_foreign_keys = ON").execute(&mut *connection).await?;
    }
    // What the audit says is written whole gets no further row, so what it says comes last.
    let (last, first): (Vec<_>, Vec<_>) =
        manifest.tables.iter().partition(|table| table.name == "audit_content");
    for table in first.into_iter().chain(last) {
        fill_table(connection, engine, archive, table).await?;
    }
    schema::take_steps(connection, engine, manifest.schema, schema::known()).await?;
    Ok(Copied::of(manifest))
}

async fn fill_table(
    connection: &mut AnyConnection,
    engine: Engine,
    archive: &mut ZipArchive<impl Read + Seek>,
    listed: &Listed,
) -> Result<(), Fault> {
    let damaged = || Fault::CopyDamaged { file: file_name(&listed.name) };
    clear(connection, &listed.name).await?;
    let file = archive.by_name(&file_name(&listed.name)).map_err(|_| damaged())?;
    let mut lines = BufReader::new(file.take(listed.bytes + 1));
    let mut hasher = Sha256::new();
    let (mut rows, mut bytes) = (0_i64, 0_u64);
    let mut batch: Option<Batch> = None;
    loop {
        let mut line = Vec::new();
        let read = lines.by_ref().take(LINE_BYTES).read_until(b'\n', &mut line);
        if read.map_err(|_| damaged())? == 0 {
            break;
        }
        hasher.update(&line);
        bytes += line.len() as u64;
        let cells: Vec<Value> = serde_json::from_slice(&line).map_err(|_| damaged())?;
        match &mut batch {
            None => batch = Some(Batch::new(&listed.name, cells).ok_or_else(damaged)?),
            Some(batch) => {
                rows += 1;
                batch.push(cells).ok_or_else(damaged)?;
                if batch.is_full() {
                    batch.write(connection, engine).await?;
                }
            }
        }
    }
    if let Some(batch) = &mut batch {
        batch.write(connection, engine).await?;
    }
    let found = (rows, bytes, hex(&hasher.finalize()));
    if found != (listed.rows, listed.bytes, listed.sha256.clone()) {
        return Err(damaged());
    }
    Ok(())
}

/// Removes what the steps of the schema have put into a table; only where there is something,
/// since tables to which rows are only added refuse even to be asked.
async fn clear(connection: &mut AnyConnection, table: &str) -> Result<(), Fault> {
    let sql = format!("SELECT COUNT(*) FROM {table}");
    let row = sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut *connection).await?;
    if row.try_get::<i64, _>(0)? > 0 {
        let sql = format!("DELETE FROM {table}");
        sqlx::query(AssertSqlSafe(sql)).execute(connection).await?;
    }
    Ok(())
}

impl Batch {
    /// Of a table with the columns that its first line names; names of ours are small letters and digits.
    fn new(table: &str, columns: Vec<Value>) -> Option<Self> {
        let name = |column: Value| match column {
            Value::String(name) => {
                let ours = |letter: char| {
                    letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'
                };
                (!name.is_empty() && name.chars().all(ours)).then_some(name)
            }
            _ => None,
        };
        let columns: Option<Vec<String>> = columns.into_iter().map(name).collect();
        Some(Self { table: table.to_owned(), columns: columns?, rows: Vec::new(), texts: 0 })
    }

    fn push(&mut self, cells: Vec<Value>) -> Option<()> {
        let ours = |cell: &Value| match cell {
            Value::Null => true,
            Value::String(text) => !text.contains('\0'),
            Value::Number(number) => number.is_i64(),
            _ => false,
        };
        if cells.len() != self.columns.len() || !cells.iter().all(ours) {
            return None;
        }
        self.texts += cells.iter().filter(|cell| cell.is_string()).count();
        self.rows.push(cells);
        Some(())
    }

    fn is_full(&self) -> bool {
        self.rows.len() >= ROWS_AT_ONCE || self.texts >= TEXTS_AT_ONCE
    }

    /// Writes the rows. Only texts are bound: a blank that is bound has a type, and what the type
    /// of the column is nobody has to know.
    async fn write(&mut self, connection: &mut AnyConnection, engine: Engine) -> Result<(), Fault> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let mut sql = format!("INSERT INTO {} ({}) VALUES ", self.table, self.columns.join(", "));
        let mut arguments = AnyArguments::default();
        let mut bound = 0;
        for (at, row) in std::mem::take(&mut self.rows).into_iter().enumerate() {
            sql.push_str(if at == 0 { "(" } else { ", (" });
            for (at, cell) in row.into_iter().enumerate() {
                sql.push_str(if at == 0 { "" } else { ", " });
                match (cell, engine) {
                    (Value::String(text), engine) => {
                        bound += 1;
                        arguments.add(text).map_err(sqlx::Error::Encode)?;
                        match engine {
                            Engine::Sqlite => sql.push('?'),
                            Engine::Postgres => sql.push_str(&format!("${bound}")),
                        }
                    }
                    (Value::Number(number), _) => sql.push_str(&number.to_string()),
                    _ => sql.push_str("NULL"),
                }
            }
            sql.push(')');
        }
        self.texts = 0;
        let query = sqlx::query_with(AssertSqlSafe(sql), arguments).persistent(false);
        query.execute(connection).await?;
        Ok(())
    }
}
