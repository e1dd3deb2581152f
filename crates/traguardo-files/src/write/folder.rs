//! The files of a folder, written one by one so that each is whole or not there.
//! Not here: what stands in them.

use std::fs;
use std::io;
use std::path::Path;

use traguardo::issue::Table as Name;
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;

use super::table::Table;
use super::{entry, replace, tables};
use crate::source::TABLES;

/// A file of the folder: its table and its bytes.
pub(super) type File = (Name, Vec<u8>);

/// The files that hold a plan.
pub(super) fn files(plan: &Plan, readings: &Readings, rules: &Rules) -> io::Result<Vec<File>> {
    let mut files = vec![
        (Name::Body, entry::toml(&entry::body(plan)).into_bytes()),
        (Name::Rules, entry::toml(&entry::rules(rules)).into_bytes()),
    ];
    for table in tables(plan, readings) {
        files.push((table.name, csv(&table)?));
    }
    Ok(files)
}

fn csv(table: &Table) -> io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(&table.header)?;
    for row in &table.rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(|fault| fault.into_error())
}

/// Writes the files into a folder, and takes out those of tables that hold nothing any more.
pub(super) fn write(folder: &Path, files: &[File]) -> io::Result<()> {
    let is_ours = |name: &str| {
        TABLES.iter().any(|t| t.file().is_some_and(|file| file.eq_ignore_ascii_case(name)))
    };
    let mut stale = Vec::new();
    match fs::read_dir(folder) {
        Ok(entries) => {
            let mut others = 0;
            for entry in entries {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let is_new = files.iter().any(|(table, _)| table.file() == Some(name.as_str()));
                match is_ours(&name) {
                    true if !is_new => stale.push(entry.path()),
                    true => {}
                    false => others += 1,
                }
            }
            let has_ours = ["ente.toml", "piano.csv"].iter().any(|n| folder.join(n).exists());
            if others > 0 && !has_ours {
                return Err(io::ErrorKind::DirectoryNotEmpty.into());
            }
        }
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => fs::create_dir_all(folder)?,
        Err(fault) => return Err(fault),
    }
    for (table, bytes) in files {
        replace(&folder.join(table.file().unwrap_or_default()), bytes)?;
    }
    stale.iter().try_for_each(fs::remove_file)
}
