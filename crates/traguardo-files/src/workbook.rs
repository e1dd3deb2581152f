//! Workbooks as grids, one a sheet: XLSX and ODS, under limits that a small file cannot break.
//! Not here: what sheets, columns and cells mean.

mod figure;
mod format;
mod hidden;
mod ods;
mod part;
mod strings;
mod xlsx;

use traguardo::issue::{Issue, Place, Table, kinds};

use crate::csv::too_large;
use crate::grid::{Grid, TooLarge};
use crate::issues::Issues;
use crate::limit;
use crate::source::{TABLES, file_too_large, report_unknown};
use crate::text::is_archive;
use crate::write::is_own_sheet;
use hidden::Hidden;
use part::Archive;

/// A sheet of a workbook that holds a table, with what of it nobody sees.
struct Sheet {
    table: Table,
    grid: Grid,
    hidden: Hidden,
}

/// A sheet as the workbook names it.
struct Named {
    name: String,
    is_hidden: bool,
}

/// Why a workbook cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// Unpacked, it is larger than it may be.
    TooLarge,
    /// A sheet is larger than a table may be.
    Sheet(TooLarge),
    /// It is not a workbook, or not a whole one; the word is the one that its sentence knows.
    Broken(&'static str),
}

impl From<TooLarge> for Fault {
    fn from(fault: TooLarge) -> Self {
        Self::Sheet(fault)
    }
}

/// The table that a sheet holds, by its name.
fn table_of(sheet: &str) -> Option<Table> {
    let sheet = sheet.trim();
    let same = |table: &&Table| table.sheet().is_some_and(|name| name.eq_ignore_ascii_case(sheet));
    TABLES.iter().find(same).copied()
}

/// Reads the sheets whose names are those of tables; nothing where it is not a workbook.
pub(crate) fn read(bytes: &[u8], issues: &mut Issues) -> Option<Vec<(Table, Grid)>> {
    let mut names = Vec::new();
    let (place, fault) = match read_archive(bytes, &mut names) {
        Ok(sheets) => {
            let is_here = |table: &Table| sheets.iter().any(|sheet| sheet.table == *table);
            let absent: Vec<&str> =
                TABLES.iter().filter(|t| !is_here(t)).filter_map(|t| t.sheet()).collect();
            for Named { name, .. } in &names {
                if table_of(name).is_none() && !is_own_sheet(name) {
                    report_unknown(name, &absent, issues);
                }
            }
            report_doubtful(&names, issues);
            for Sheet { table, grid, hidden } in &sheets {
                hidden.report(*table, grid, issues);
            }
            return Some(sheets.into_iter().map(|sheet| (sheet.table, sheet.grid)).collect());
        }
        // The sheet that was being read is the last one that was named.
        Err(fault) => {
            let table = names.last().and_then(|named| table_of(&named.name));
            (Place::table(table.unwrap_or(Table::Whole)), fault)
        }
    };
    issues.push(match fault {
        Fault::TooLarge => file_too_large(Place::table(Table::Whole), limit::UNPACKED_BYTES),
        Fault::Sheet(TooLarge { row }) => too_large(place.row(row)),
        Fault::Broken(reason) => {
            Issue::new(&kinds::WORKBOOK_BROKEN, Place::table(Table::Whole)).with("reason", reason)
        }
    });
    None
}

/// Says which sheets have the name of a table that was read before them, and which of those that
/// were read nobody sees.
fn report_doubtful(names: &[Named], issues: &mut Issues) {
    for (at, Named { name, is_hidden }) in names.iter().enumerate() {
        let Some(table) = table_of(name) else { continue };
        let first = names[..at].iter().find(|earlier| table_of(&earlier.name) == Some(table));
        let kind = match (first, is_hidden) {
            (Some(_), _) => &kinds::SHEET_TWICE,
            (None, true) => &kinds::SHEET_HIDDEN,
            (None, false) => continue,
        };
        let first = first.map_or_else(String::new, |first| first.name.clone());
        let issue = Issue::new(kind, Place::table(table)).with("found", name);
        issues.push(issue.with("first", first));
    }
}

/// Reads the sheets of tables, and adds the name of every sheet to a list when it comes to it.
fn read_archive(bytes: &[u8], names: &mut Vec<Named>) -> Result<Vec<Sheet>, Fault> {
    if bytes.is_empty() {
        return Err(Fault::Broken("empty"));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Fault::Broken("legacy"));
    }
    if !is_archive(bytes) {
        return Err(Fault::Broken("other"));
    }
    let mut archive = Archive::open(bytes)?;
    if archive.has(ods::CONTENT) {
        ods::read(&mut archive, names)
    } else {
        xlsx::read(&mut archive, names)
    }
}
