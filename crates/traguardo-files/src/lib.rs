//! Plans between bytes and values: the folder of CSV and TOML files and the workbook, read and
//! written. Not here: what is right or wrong with a plan as a whole, see [`traguardo::check`].
//!
//! ```no_run
//! let hand_in = traguardo_files::read("examples/modena-2020".as_ref()).unwrap();
//! println!("{} nodes, {} issues", hand_in.plan.nodes.len(), hand_in.issues.len());
//! ```

mod answer;
pub mod audit;
mod body;
mod csv;
pub mod difference;
#[cfg(test)]
mod documented;
mod entry;
mod event;
pub mod fuzz;
mod grid;
mod header;
mod issues;
pub mod json;
mod key;
pub mod limit;
pub mod next_year;
mod office;
pub mod pasted;
mod plan;
mod reading;
pub mod register;
pub mod round;
mod row;
pub mod rules;
pub mod scores;
mod source;
mod text;
mod word;
mod workbook;
mod write;

use std::path::Path;
use std::{panic, thread};

use traguardo::issue::{Issue, Layout, Place, Table, kinds};
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;

pub use write::{
    plain_workbook, workbook_bytes, workbook_with_scores, write_folder, write_workbook,
    write_workbook_with_scores,
};

use issues::Issues;
use source::{Content, Source};

/// A hand-in as values, with everything that was wrong with its files.
#[derive(Debug, Clone, PartialEq)]
pub struct HandIn {
    /// The plan, its targets understood.
    pub plan: Plan,
    /// The readings.
    pub readings: Readings,
    /// The rules: those written, the others by default.
    pub rules: Rules,
    /// What could not be read, or only in part. [`traguardo::check`] finds the rest.
    pub issues: Vec<Issue>,
    /// How it is laid out.
    pub layout: Layout,
}

/// A hand-in out of which no tree can be made, with all the reasons that could be found.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// What is wrong with it.
    pub issues: Vec<Issue>,
    /// How it is laid out.
    pub layout: Layout,
}

/// Reads a folder or a workbook (XLSX or ODS), whichever the path leads to.
///
/// # Errors
/// [`Unreadable`] where no tree can be read: the path leads nowhere, there is no `ente` or no
/// `piano`, a mandatory column is missing, the workbook is not one.
///
/// ```
/// let unreadable = traguardo_files::read("no/such/folder".as_ref()).unwrap_err();
/// assert_eq!(unreadable.issues[0].kind.name, "path-missing");
/// ```
pub fn read(path: &Path) -> Result<HandIn, Unreadable> {
    let mut issues = Issues::default();
    let source = Source::open(path, &mut issues);
    read_source(source, issues)
}

/// Reads the files of a folder that are in memory, each by its name.
///
/// # Errors
/// Those of [`read`].
///
/// ```
/// let files: [(&str, &[u8]); 2] = [
///     ("ente.toml", b"ipa = 'cciaa_mo'\nnome = 'CCIAA'\nanno = 2020\nlivelli = ['area']"),
///     ("piano.csv", b"codice;livello;titolo\n1;area;Imprese\n"),
/// ];
/// let hand_in = traguardo_files::read_files(&files).unwrap();
/// assert_eq!(hand_in.plan.nodes[0].title, "Imprese");
/// ```
pub fn read_files(files: &[(&str, &[u8])]) -> Result<HandIn, Unreadable> {
    let mut issues = Issues::default();
    let source = Source::files(files, &mut issues);
    read_source(source, issues)
}

/// Reads a workbook that is in memory; its name is the one that issues give.
///
/// # Errors
/// Those of [`read`].
///
/// ```
/// let unreadable = traguardo_files::read_workbook("piano.xlsx", b"not a workbook").unwrap_err();
/// assert_eq!(unreadable.issues[0].kind.name, "workbook-broken");
/// ```
pub fn read_workbook(name: &str, bytes: &[u8]) -> Result<HandIn, Unreadable> {
    let mut issues = Issues::default();
    let source = Source::workbook(name, bytes, &mut issues);
    read_source(source, issues)
}

fn read_source(mut source: Source<'_>, mut issues: Issues) -> Result<HandIn, Unreadable> {
    let layout = source.layout.clone();
    let found = if source.is_broken { None } else { read_tables(&mut source, &mut issues) };
    match found {
        Some((plan, readings, rules)) => {
            Ok(HandIn { plan, readings, rules, issues: issues.into_list(), layout })
        }
        None => Err(Unreadable { issues: issues.into_list(), layout }),
    }
}

/// Reads every table, also where one of them is missing: all issues are wanted at once.
fn read_tables(source: &mut Source<'_>, issues: &mut Issues) -> Option<(Plan, Readings, Rules)> {
    for table in [Table::Body, Table::Plan] {
        if !source.has(table) {
            let place = Place::table(table);
            let name = place.sheet(&source.layout).or(table.file()).unwrap_or_default();
            issues.push(Issue::new(&kinds::TABLE_MISSING, place).with("found", name));
        }
    }
    let entries = source.entries(Table::Body, issues);
    let mut plan = entries.and_then(|entries| body::read(&entries, issues));
    let entries = source.entries(Table::Rules, issues);
    let rules = entries.map_or_else(Rules::default, |entries| rules::read(&entries, issues));
    let readings = source.take(Table::Readings);
    let nodes = source.take(Table::Plan);
    // The two long tables, each on a processor of its own.
    let (has_rows, (readings, found)) = thread::scope(|scope| {
        let readings = scope.spawn(|| read_readings(readings));
        let grid = Source::grid(nodes, Table::Plan, plan::COLUMNS.known, issues);
        let has_rows = grid.is_some_and(|grid| plan::read(&grid, plan.as_mut(), issues));
        (has_rows, readings.join().unwrap_or_else(|fault| panic::resume_unwind(fault)))
    });
    issues.append(found);
    let grid = source.table(Table::Offices, office::COLUMNS.known, issues);
    let offices = grid.map_or_else(Vec::new, |grid| office::read(&grid, issues));
    let grid = source.table(Table::Events, event::COLUMNS.known, issues);
    let events = grid.map_or_else(Vec::new, |grid| event::read(&grid, issues));
    let grid = source.table(Table::Answers, answer::COLUMNS.known, issues);
    let answers = grid.map_or_else(Vec::new, |grid| answer::read(&grid, issues));
    let mut plan = plan.filter(|_| has_rows)?;
    if plan.nodes.is_empty() {
        issues.push(Issue::new(&kinds::PLAN_EMPTY, Place::table(Table::Plan)));
        return None;
    }
    (plan.offices, plan.events, plan.answers) = (offices, events, answers);
    plan.understand();
    Some((plan, readings, rules))
}

fn read_readings(content: Option<Content<'_>>) -> (Readings, Issues) {
    let mut issues = Issues::default();
    let grid = Source::grid(content, Table::Readings, reading::COLUMNS.known, &mut issues);
    let readings = grid.map_or_else(Readings::default, |grid| reading::read(&grid, &mut issues));
    (readings, issues)
}
