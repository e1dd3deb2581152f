//! Copies of a whole database in a format of ours, the same for both engines: a ZIP archive with a
//! file of JSON lines for each table and a manifest with their hashes.
//! Not here: reading a copy back, see [`crate::restore`].

use std::fs::File;
use std::io::{Seek, Write};
use std::path::Path;

use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Column, Row};
use traguardo::period::DateTime;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::audit;
use crate::content::{Raw, hex};
use crate::error::{Fault, StoreError};
use crate::evidence;
use crate::schema;
use crate::store::Store;

/// What the manifest says that the archive is.
pub(crate) const FORMAT: &str = "traguardo-backup-1";
/// The name of the manifest in the archive.
pub(crate) const MANIFEST: &str = "manifest.json";

/// What an archive holds: its last file.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// Always [`FORMAT`].
    pub format: String,
    /// The step of the schema at which the tables were.
    pub schema: i64,
    /// When the copy was made.
    pub at: String,
    /// How many entries the audit had.
    pub entries: i64,
    /// The hash of the last of them.
    pub hash: String,
    /// The tables, each in a file `NAME.jsonl`.
    pub tables: Vec<Listed>,
    /// The files of evidence, each under its hash in the folder `prove`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Kept>,
}

/// A file of evidence of an archive.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// Its hash, which is its name.
    pub sha256: String,
    /// How long it is.
    pub bytes: u64,
}

/// A table of an archive.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Listed {
    /// Its name.
    pub name: String,
    /// How many rows it has.
    pub rows: i64,
    /// How long its file is.
    pub bytes: u64,
    /// SHA-256 of its file, in hexadecimal.
    pub sha256: String,
}

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// How many rows, of all tables.
    pub rows: i64,
    /// How many entries the audit had.
    pub entries: i64,
    /// The hash of the last of them; empty where there is none.
    pub hash: String,
    /// When the copy was made, as an ISO date and time.
    pub at: String,
}

impl Store {
    /// Copies the whole database with the files of evidence, as they are at one moment, while
    /// others read and write.
    ///
    /// # Errors
    /// [`Fault::CopyNotWritten`], or whatever the engine says.
    pub async fn backup(&self, out: impl Write + Seek, at: DateTime) -> Result<Copied, StoreError> {
        let copied = async {
            let mut reading = self.readers.begin_with(self.engine.begin_reading()).await?;
            write(&mut reading, out, at, self.folder.as_deref()).await
        };
        copied.await.map_err(|fault| self.error(fault))
    }
}

impl Copied {
    pub(crate) fn of(manifest: &Manifest) -> Self {
        Self {
            rows: manifest.tables.iter().map(|table| table.rows).sum(),
            entries: manifest.entries,
            hash: manifest.hash.clone(),
            at: manifest.at.clone(),
        }
    }
}

/// The name of a table's file in an archive.
pub(crate) fn file_name(table: &str) -> String {
    format!("{table}.jsonl")
}

/// Writes every table, as the connection's transaction sees them.
async fn write(
    connection: &mut AnyConnection,
    out: impl Write + Seek,
    at: DateTime,
    folder: Option<&Path>,
) -> Result<Copied, Fault> {
    let mut archive = ZipWriter::new(out);
    let mut tables = Vec::new();
    for name in schema::tables(schema::known()) {
        archive.start_file(file_name(name), options()).map_err(|error| not_written(&error))?;
        tables.push(write_table(connection, &mut archive, name).await?);
    }
    let evidence = write_evidence(connection, &mut archive, folder).await?;
    let (entries, hash) = audit::head(connection).await?;
    let (schema, at) = (schema::known(), at.to_string());
    let manifest =
        Manifest { format: FORMAT.to_owned(), schema, at, entries, hash, tables, evidence };
    archive.start_file(MANIFEST, options()).map_err(|error| not_written(&error))?;
    serde_json::to_writer_pretty(&mut archive, &manifest).map_err(|error| not_written(&error))?;
    let mut out = archive.finish().map_err(|error| not_written(&error))?;
    out.flush().map_err(|error| not_written(&error))?;
    Ok(Copied::of(&manifest))
}

/// Copies the files of evidence. One that is gone keeps nobody from making a copy of the rest:
/// `verify` says so, of the database as of the copy.
async fn write_evidence(
    connection: &mut AnyConnection,
    archive: &mut ZipWriter<impl Write + Seek>,
    folder: Option<&Path>,
) -> Result<Vec<Kept>, Fault> {
    let mut kept = Vec::new();
    for sha256 in evidence::hashes(connection).await? {
        let Some(path) = evidence::path(folder, &sha256) else { continue };
        let Ok(mut file) = File::open(path) else { continue };
        let name = evidence::file_name(&sha256);
        archive.start_file(name, options()).map_err(|error| not_written(&error))?;
        let bytes = std::io::copy(&mut file, archive).map_err(|error| not_written(&error))?;
        kept.push(Kept { sha256, bytes });
    }
    Ok(kept)
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().large_file(true)
}

fn not_written(error: &dyn std::fmt::Display) -> Fault {
    Fault::CopyNotWritten { reason: error.to_string() }
}

/// The names of the columns on the first line, then a line for each row; nothing for an empty table.
async fn write_table(
    connection: &mut AnyConnection,
    out: &mut impl Write,
    name: &str,
) -> Result<Listed, Fault> {
    let (mut hasher, mut bytes, mut count) = (Sha256::new(), 0_u64, 0_i64);
    let mut line = |cells: Vec<Value>| {
        let line = format!("{}\n", Value::Array(cells));
        hasher.update(&line);
        bytes += line.len() as u64;
        out.write_all(line.as_bytes()).map_err(|error| not_written(&error))
    };
    let sql = format!("SELECT * FROM {name}");
    let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(connection);
    while let Some(row) = rows.try_next().await? {
        if count == 0 {
            line(row.columns().iter().map(|column| column.name().into()).collect())?;
        }
        line(cells(&row, name, count)?)?;
        count += 1;
    }
    drop(rows);
    Ok(Listed { name: name.to_owned(), rows: count, bytes, sha256: hex(&hasher.finalize()) })
}

fn cells(row: &AnyRow, table: &str, number: i64) -> Result<Vec<Value>, Fault> {
    let cell = |at| match Raw::of(row, at)? {
        Some(Raw::Blank) => Ok(Value::Null),
        Some(Raw::Text(text)) => Ok(text.into()),
        Some(Raw::Whole(number)) => Ok(number.into()),
        None => Err(Fault::CopyCellUnknown { table: table.to_owned(), row: number }),
    };
    (0..row.len()).map(cell).collect()
}
