//! `traguardo backup FILE --db URL`: a copy of the whole database, also while a server works.
//! Not here: what the copy consists of.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::text::Texts;
use traguardo_store::{Copied, Store};

use super::Done;
use crate::fault::{DONE, Fault};
use crate::{clock, input, output, settings};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let settings = settings::read(matches)?;
    let target = input::argument(matches, "file");
    let path = Path::new(&target);
    if path.exists() {
        return Err(Fault::input("cli-backup-exists").with("target", &target));
    }
    let part = PathBuf::from(format!("{target}.parte"));
    let failed = |error: &io::Error| {
        Fault::machine("cli-export-failed", error).with("target", target.as_str())
    };
    let copied = input::runtime()?.block_on(async {
        let store = Store::open_existing(&settings.database).await?;
        let store = store.or_data_folder(Path::new(&settings.data));
        let copied = write(&store, &part).await;
        store.close().await;
        copied
    });
    let kept = copied.and_then(|copied| {
        std::fs::rename(&part, path).map_err(|error| failed(&error))?;
        Ok(copied)
    });
    let copied = kept.inspect_err(|_| {
        // Half a copy is no copy; that it was never made is no fault.
        let _ = std::fs::remove_file(&part);
    })?;
    let args = [
        ("target", target.as_str().into()),
        ("rows", copied.rows.into()),
        ("entries", copied.entries.to_string().into()),
    ];
    output::tell(&words.say("cli-backup-done", &args));
    Ok(ExitCode::from(DONE))
}

/// Writes the copy and waits until it is on the disk.
async fn write(store: &Store, part: &Path) -> Result<Copied, Fault> {
    let failed = |error: io::Error| {
        Fault::machine("cli-export-failed", &error).with("target", part.display().to_string())
    };
    let mut out = BufWriter::new(create(part).map_err(failed)?);
    let copied = store.backup(&mut out, clock::now()).await?;
    out.flush().map_err(failed)?;
    out.get_ref().sync_all().map_err(failed)?;
    Ok(copied)
}

/// A new file that only its owner can read: what it holds is not for everybody.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
