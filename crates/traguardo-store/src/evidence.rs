//! Evidence, and the files of acts: rows in the database, bytes in files named by their hash beside
//! it.
//! Not here: the table, see [`crate::collection`], and what kinds of files are taken.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use sqlx::{AnyConnection, Row};
use traguardo::collection::{Evidence, Proof};
use traguardo::revision::Attached;

use crate::audit::Deed;
use crate::collection::{EVIDENCE, count, fill_evidence};
use crate::content::hex;
use crate::error::{Fault, StoreError};
use crate::recording::stored_at;
use crate::store::{Store, refuse_nul};
use crate::table::Writer;
use crate::verify::Finding;
use crate::{Signature, audit, body};

/// The most bytes of a file of evidence.
pub const EVIDENCE_BYTES: usize = 20 << 20;
/// The folder of the files of evidence, in the data folder.
const FOLDER: &str = "prove";

/// Something that is to prove a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The position of the reading.
    pub reading: usize,
    /// What it is called.
    pub name: String,
    /// What it is.
    pub content: OfferedContent,
}

/// A file with its bytes, or a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfferedContent {
    /// A file.
    File {
        /// What kind of file it is.
        media: String,
        /// Its bytes, [`EVIDENCE_BYTES`] at most.
        bytes: Vec<u8>,
    },
    /// The address of a page.
    Link(String),
}

impl Store {
    /// The same store with another data folder, in which the files of evidence are kept. Where
    /// nobody says so, it is that of the database file; a server has none.
    #[must_use]
    pub fn with_data_folder(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// The same store with a data folder, where the database is on a server and has none.
    #[must_use]
    pub fn or_data_folder(mut self, folder: &Path) -> Self {
        self.folder.get_or_insert_with(|| folder.to_owned());
        self
    }

    /// Keeps what proves a reading: first the file, safely on disk, then the row that names it.
    ///
    /// # Errors
    /// [`Fault::PlanUnknown`], [`Fault::ReadingUnknown`], [`Fault::EvidenceTooLarge`],
    /// [`Fault::DataFolderMissing`], [`Fault::EvidenceNotWritten`], [`Fault::TextWithNul`], or
    /// whatever the engine says.
    pub async fn prove(
        &self,
        ipa: &str,
        year: i16,
        offered: Offered,
        signature: &Signature,
    ) -> Result<Evidence, StoreError> {
        let proving = self.prove_whole(ipa, year, offered, signature);
        proving.await.map_err(|fault| self.error(fault))
    }

    async fn prove_whole(
        &self,
        ipa: &str,
        year: i16,
        offered: Offered,
        signature: &Signature,
    ) -> Result<Evidence, Fault> {
        refuse_nul(&[("audit", &signature.who)])?;
        let Offered { reading, name, content } = offered;
        let proof = match content {
            OfferedContent::Link(link) => Proof::Link(link),
            OfferedContent::File { media, bytes } => {
                let length = bytes.len() as u64;
                let sha256 = keep(self.folder.clone(), bytes).await?;
                Proof::File { media, bytes: length, sha256 }
            }
        };
        let (by, at) = (signature.who.clone(), signature.at);
        let evidence = Evidence { reading, name, proof, by, at };
        let mut writing = self.writers.begin_with(self.engine.begin_writing()).await?;
        let turn = audit::take_turn(&mut writing).await?;
        let plan = body::known(&mut writing, ipa, year).await?;
        if stored_at(&mut writing, &plan, reading).await?.is_none() {
            return Err(Fault::ReadingUnknown);
        }
        let first = count(&mut writing, &EVIDENCE, &plan).await?;
        let mut writer = Writer::new(&mut writing);
        let row = std::slice::from_ref(&evidence);
        writer.insert(&EVIDENCE, &plan, first, row, fill_evidence).await?;
        let contents = writer.contents;
        let told = format!("{plan}: reading {reading}");
        audit::add(&mut writing, turn, signature, (Deed::Prove, &told), contents).await?;
        writing.commit().await?;
        Ok(evidence)
    }

    /// Keeps the file of an act, safely on disk, for the revision that the act will adopt. Where it
    /// adopts none, it is a file that nobody names.
    ///
    /// # Errors
    /// [`Fault::EvidenceTooLarge`], [`Fault::DataFolderMissing`], [`Fault::EvidenceNotWritten`].
    pub async fn keep_act(&self, name: &str, bytes: Vec<u8>) -> Result<Attached, StoreError> {
        let kept = keep(self.folder.clone(), bytes).await;
        let sha256 = kept.map_err(|fault| self.error(fault))?;
        Ok(Attached { name: name.to_owned(), sha256 })
    }

    /// The bytes of a file of evidence, or of an act, by their hash; none where there is no such file.
    ///
    /// # Errors
    /// [`Fault::EvidenceNotWritten`] where the file is there and cannot be read.
    pub async fn evidence(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(path) = self.evidence_path(sha256) else { return Ok(None) };
        let read = tokio::task::spawn_blocking(move || match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(gone) if gone.kind() == ErrorKind::NotFound => Ok(None),
            Err(reason) => Err(not_written(&reason)),
        });
        let read = read.await.map_err(|reason| not_written(&reason)).and_then(|read| read);
        read.map_err(|fault| self.error(fault))
    }

    /// Where a file of evidence is; none where the name is no hash, or there is no data folder.
    pub(crate) fn evidence_path(&self, sha256: &str) -> Option<PathBuf> {
        path(self.folder.as_deref(), sha256)
    }
}

/// Where a file of evidence is in a data folder.
pub(crate) fn path(folder: Option<&Path>, sha256: &str) -> Option<PathBuf> {
    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_hash = sha256.len() == 64 && sha256.bytes().all(is_digit);
    is_hash.then(|| Some(folder?.join(FOLDER).join(sha256))).flatten()
}

/// The name of a file of evidence in an archive.
pub(crate) fn file_name(sha256: &str) -> String {
    format!("{FOLDER}/{sha256}")
}

/// The hashes of all files of evidence and of acts, each once, in order.
pub(crate) async fn hashes(connection: &mut AnyConnection) -> Result<Vec<String>, Fault> {
    let sql = "SELECT sha256 FROM evidence WHERE sha256 IS NOT NULL \
               UNION SELECT act_hash FROM revision WHERE act_hash IS NOT NULL ORDER BY 1";
    let rows = sqlx::query(sql).fetch_all(connection).await?;
    let hashes = rows.iter().map(|row| row.try_get(0)).collect::<Result<_, sqlx::Error>>()?;
    Ok(hashes)
}

/// Compares every file of evidence with its hash.
pub(crate) async fn verify(
    connection: &mut AnyConnection,
    folder: Option<PathBuf>,
) -> Result<Vec<Finding>, Fault> {
    let hashes = hashes(connection).await?;
    let compared = tokio::task::spawn_blocking(move || {
        let mut findings = Vec::new();
        for sha256 in hashes {
            match path(folder.as_deref(), &sha256).map(hash_of) {
                Some(Ok(found)) if found == sha256 => {}
                Some(Ok(_)) => findings.push(Finding::EvidenceChanged { sha256 }),
                Some(Err(_)) | None => findings.push(Finding::EvidenceMissing { sha256 }),
            }
        }
        findings
    });
    compared.await.map_err(|reason| not_written(&reason))
}

/// The hash of a file, however long it is.
fn hash_of(path: PathBuf) -> std::io::Result<String> {
    let mut hasher = Sha256::new();
    let mut file = File::open(path)?;
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hex(&hasher.finalize())),
            read => hasher.update(piece.get(..read).unwrap_or_default()),
        }
    }
}

/// Keeps bytes under their hash. Who is interrupted leaves a file that nobody names.
async fn keep(folder: Option<PathBuf>, bytes: Vec<u8>) -> Result<String, Fault> {
    if bytes.len() > EVIDENCE_BYTES {
        return Err(Fault::EvidenceTooLarge { most: EVIDENCE_BYTES });
    }
    let folder = folder.ok_or(Fault::DataFolderMissing)?;
    let kept = tokio::task::spawn_blocking(move || {
        let sha256 = hex(&Sha256::digest(&bytes));
        write(&folder, &sha256, &bytes).map(|()| sha256)
    });
    kept.await.map_err(|reason| not_written(&reason))?
}

/// Writes a file so that under its name there is all of it or nothing, also where the machine
/// stops: into a file beside, onto the disk, then under its name.
pub(crate) fn write(data: &Path, sha256: &str, bytes: &[u8]) -> Result<(), Fault> {
    let folder = data.join(FOLDER);
    let Some(target) = path(Some(data), sha256) else { return Err(not_written(&"name")) };
    if fs::metadata(&target).is_ok_and(|known| known.len() == bytes.len() as u64) {
        return Ok(());
    }
    fs::create_dir_all(&folder).map_err(|reason| not_written(&reason))?;
    let beside = folder.join(format!(".{sha256}.{}", std::process::id()));
    let written = (|| {
        let mut file = File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, &target)?;
        // The name is on disk when its folder is.
        if cfg!(unix) { File::open(&folder)?.sync_all() } else { Ok(()) }
    })();
    if written.is_err() {
        // There is nothing to be done about it if this fails too.
        let _ = fs::remove_file(&beside);
    }
    written.map_err(|reason| not_written(&reason))
}

fn not_written(reason: &dyn std::fmt::Display) -> Fault {
    Fault::EvidenceNotWritten { reason: reason.to_string() }
}
