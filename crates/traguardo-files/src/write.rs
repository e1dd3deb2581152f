//! Plans, readings and rules as a folder or a workbook that reads back as the same values.
//! Not here: what a row or a key means, which is the same as for the readers.

mod entry;
mod folder;
mod plain;
mod plan;
mod table;
mod workbook;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use traguardo::issue::Table as Name;
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::report::Report;
use traguardo::rules::Rules;
use traguardo::text::Texts;

/// Writes a folder: `ente.toml`, `regole.toml`, `piano.csv`, `rilevazioni.csv` and the other tables
/// that hold something.
///
/// Each file is whole or not there at all, whenever the machine stops. Files of the folder that
/// are not part of a hand-in are left alone.
///
/// # Errors
/// Those of the file system; [`io::ErrorKind::DirectoryNotEmpty`] where the folder holds files
/// and none of them is part of a hand-in: it is somebody else's.
///
/// ```
/// use traguardo::{rules::Rules, sample};
/// let folder = std::env::temp_dir().join(format!("traguardo-{}", std::process::id()));
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// traguardo_files::write_folder(&folder, &plan, &readings, &rules).unwrap();
/// assert_eq!(traguardo_files::read(&folder).unwrap().rules, rules);
/// # std::fs::remove_dir_all(folder).unwrap();
/// ```
pub fn write_folder(
    folder: &Path,
    plan: &Plan,
    readings: &Readings,
    rules: &Rules,
) -> io::Result<()> {
    folder::write(folder, &folder::files(plan, readings, rules)?)
}

/// The keys of the rules with their contents, as rows of a sheet.
pub(crate) fn rules_rows(rules: &Rules) -> Vec<Vec<String>> {
    entry::rows(&entry::rules(rules))
}

/// Writes an XLSX workbook with a sheet for each table. Numbers and days are cells of their kind
/// where they read back with the very same digits, everything else is text: nothing is rounded,
/// and what begins with `=` is no formula.
///
/// # Errors
/// Those of the file system; [`io::ErrorKind::InvalidData`] where a text is longer than a cell
/// of a spreadsheet can be.
///
/// ```
/// use traguardo::{rules::Rules, sample};
/// let path = std::env::temp_dir().join(format!("traguardo-{}.xlsx", std::process::id()));
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// traguardo_files::write_workbook(&path, &plan, &readings, &rules).unwrap();
/// assert_eq!(traguardo_files::read(&path).unwrap().plan.nodes.len(), 3);
/// # std::fs::remove_file(path).unwrap();
/// ```
pub fn write_workbook(
    path: &Path,
    plan: &Plan,
    readings: &Readings,
    rules: &Rules,
) -> io::Result<()> {
    replace(path, &workbook_bytes(plan, readings, rules)?)
}

/// The bytes of the workbook that [`write_workbook`] writes, for instance to be downloaded.
///
/// # Errors
/// [`io::ErrorKind::InvalidData`] where a text is longer than a cell of a spreadsheet can be.
///
/// ```
/// use traguardo::{rules::Rules, sample};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let bytes = traguardo_files::workbook_bytes(&plan, &readings, &rules).unwrap();
/// assert_eq!(traguardo_files::read_workbook("modena.xlsx", &bytes).unwrap().plan.year, 2020);
/// ```
pub fn workbook_bytes(plan: &Plan, readings: &Readings, rules: &Rules) -> io::Result<Vec<u8>> {
    workbook::bytes(plan, readings, rules)
}

/// Writes the workbook of [`write_workbook`] with two things more: the issues as comments on their
/// cells, and a sheet `Punteggi` whose formulas score the plan as the report does.
///
/// # Errors
/// Those of [`write_workbook`].
///
/// ```
/// use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
/// use traguardo::text::{Lang, Texts};
/// let path = std::env::temp_dir().join(format!("traguardo-{}-scores.xlsx", std::process::id()));
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// traguardo_files::write_workbook_with_scores(&path, &report, Texts::of(Lang::It)).unwrap();
/// assert_eq!(traguardo_files::read(&path).unwrap().plan.nodes.len(), 3);
/// # std::fs::remove_file(path).unwrap();
/// ```
pub fn write_workbook_with_scores(
    path: &Path,
    report: &Report<'_>,
    words: &Texts,
) -> io::Result<()> {
    replace(path, &workbook_with_scores(report, words)?)
}

/// The bytes of the workbook that [`write_workbook_with_scores`] writes.
///
/// # Errors
/// [`io::ErrorKind::InvalidData`] where a text is longer than a cell of a spreadsheet can be.
///
/// ```
/// use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
/// use traguardo::text::{Lang, Texts};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// let bytes = traguardo_files::workbook_with_scores(&report, Texts::of(Lang::It)).unwrap();
/// let back = traguardo_files::read_workbook("modena.xlsx", &bytes).unwrap();
/// assert_eq!(back.readings.list.len(), readings.list.len());
/// ```
pub fn workbook_with_scores(report: &Report<'_>, words: &Texts) -> io::Result<Vec<u8>> {
    workbook::bytes_with_scores(report, words)
}

/// The bytes of a workbook with a sheet for each name, the first line of which is its header:
/// what is handed on, not what is handed in.
///
/// # Errors
/// [`io::ErrorKind::InvalidData`] where a text is longer than a cell can be, or a name longer than
/// that of a sheet.
///
/// ```
/// let lines = vec![vec!["codice".to_owned()], vec!["=1+1".to_owned()]];
/// let bytes = traguardo_files::plain_workbook(&[("Osservazioni".to_owned(), lines)], 2020);
/// assert!(bytes.unwrap().starts_with(b"PK"));
/// ```
pub fn plain_workbook(sheets: &[(String, Vec<Vec<String>>)], year: i16) -> io::Result<Vec<u8>> {
    plain::bytes(sheets, year)
}

/// Whether a sheet is one of those that a workbook gets beside the tables: nothing is read there.
pub(crate) fn is_own_sheet(name: &str) -> bool {
    [workbook::SCORES, workbook::LISTS].iter().any(|own| own.eq_ignore_ascii_case(name.trim()))
}

/// The tables of rows, those without rows left out unless a hand-in must have them.
fn tables(plan: &Plan, readings: &Readings) -> Vec<table::Table> {
    let tables = [
        plan::table(plan),
        table::readings(readings),
        table::offices(&plan.offices),
        table::events(&plan.events),
        table::answers(&plan.answers),
    ];
    let needed = |table: &table::Table| matches!(table.name, Name::Plan | Name::Readings);
    tables.into_iter().filter(|table| needed(table) || !table.rows.is_empty()).collect()
}

/// Writes a file under another name, then gives it its own: it is the old one or the new one.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let mut temporary = std::ffi::OsString::from(".");
    temporary.push(name);
    temporary.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(temporary);
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&temporary, path)).inspect_err(|_| {
        // The fault that is reported is the first one, not this one.
        _ = fs::remove_file(&temporary);
    })
}
