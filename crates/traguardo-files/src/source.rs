//! Where a hand-in comes from: a folder, files in memory or a workbook, table by table.
//! Not here: what the tables mean.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use traguardo::issue::{Issue, Kind, Layout, Place, Table, kinds, nearest};

use crate::csv;
use crate::entry::{self, Entry};
use crate::grid::Grid;
use crate::issues::Issues;
use crate::limit;
use crate::workbook;

/// The tables of a hand-in.
pub(crate) const TABLES: [Table; 7] = [
    Table::Body,
    Table::Rules,
    Table::Plan,
    Table::Readings,
    Table::Offices,
    Table::Events,
    Table::Answers,
];

/// What the tables of a hand-in are read from.
pub(crate) struct Source<'a> {
    /// How it is laid out.
    pub(crate) layout: Layout,
    /// Whether there is nothing to read tables from; an issue says why.
    pub(crate) is_broken: bool,
    tables: Vec<(Table, Content<'a>)>,
}

/// What was handed in of a table.
pub(crate) enum Content<'a> {
    Path(PathBuf),
    Bytes(&'a [u8]),
    Sheet(Grid),
}

impl<'a> Source<'a> {
    /// A folder or a workbook, as the path and the first bytes say; nothing where it is neither.
    pub(crate) fn open(path: &Path, issues: &mut Issues) -> Self {
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => Self::folder(path, issues),
            Ok(_) => {
                let name = path.file_name().map_or(Cow::Borrowed(""), |n| n.to_string_lossy());
                match read_file(path) {
                    Ok(bytes) => Self::workbook(&name, &bytes, issues),
                    Err(fault) => {
                        issues.push(unreadable(Place::table(Table::Whole), &name, &fault));
                        Self::broken(workbook_layout(&name))
                    }
                }
            }
            Err(fault) => {
                let kind: &'static Kind = match fault.kind() {
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => &kinds::PATH_MISSING,
                    _ => &kinds::FILE_UNREADABLE,
                };
                let place = Place::table(Table::Whole);
                let found = path.to_string_lossy();
                issues.push(Issue::new(kind, place).with("found", found));
                Self::broken(Layout::Folder)
            }
        }
    }

    /// The files of a folder, in memory.
    pub(crate) fn files(files: &[(&str, &'a [u8])], issues: &mut Issues) -> Self {
        let entries = files.iter().map(|(name, bytes)| (*name, Content::Bytes(bytes)));
        Self::from_files(entries.map(|(n, c)| (n.to_owned(), c)).collect(), "", issues)
    }

    /// A workbook in memory.
    pub(crate) fn workbook(name: &str, bytes: &[u8], issues: &mut Issues) -> Self {
        let sheets = workbook::read(bytes, issues);
        let Some(sheets) = sheets else { return Self::broken(workbook_layout(name)) };
        let tables = sheets.into_iter().map(|(table, grid)| (table, Content::Sheet(grid)));
        Self { layout: workbook_layout(name), is_broken: false, tables: tables.collect() }
    }

    fn broken(layout: Layout) -> Self {
        Self { layout, is_broken: true, tables: Vec::new() }
    }

    fn folder(path: &Path, issues: &mut Issues) -> Self {
        let mut files = Vec::new();
        match fs::read_dir(path) {
            Ok(entries) => {
                for entry in entries.flatten() {
                    let name = entry.file_name().to_string_lossy().into_owned();
                    files.push((name, Content::Path(entry.path())));
                }
            }
            Err(fault) => {
                let place = Place::table(Table::Whole);
                issues.push(unreadable(place, &path.to_string_lossy(), &fault));
                return Self::broken(Layout::Folder);
            }
        }
        files.sort_by(|a, b| a.0.cmp(&b.0));
        Self::from_files(files, &path.to_string_lossy(), issues)
    }

    /// Names count whatever their case; one that is nearly a table's is reported.
    fn from_files(files: Vec<(String, Content<'a>)>, folder: &str, issues: &mut Issues) -> Self {
        let mut tables: Vec<(Table, Content<'a>)> = Vec::new();
        let mut others = Vec::new();
        for (name, content) in files {
            let same =
                |table: &&Table| table.file().is_some_and(|file| file.eq_ignore_ascii_case(&name));
            match TABLES.iter().find(same) {
                Some(table) if tables.iter().all(|(known, _)| known != table) => {
                    tables.push((*table, content));
                }
                _ => others.push(name),
            }
        }
        if tables.is_empty() {
            let place = Place::table(Table::Whole);
            issues.push(Issue::new(&kinds::FOLDER_EMPTY, place).with("found", folder));
        }
        let is_here = |table: Table| tables.iter().any(|(known, _)| *known == table);
        let absent: Vec<&str> =
            TABLES.iter().filter(|t| !is_here(**t)).filter_map(|t| t.file()).collect();
        for name in others {
            let lower = name.to_lowercase();
            if lower.ends_with(".csv") || lower.ends_with(".toml") {
                report_unknown(&name, &absent, issues);
            }
        }
        Self { layout: Layout::Folder, is_broken: tables.is_empty(), tables }
    }

    /// Whether a table was handed in.
    pub(crate) fn has(&self, table: Table) -> bool {
        self.tables.iter().any(|(known, _)| *known == table)
    }

    /// A table of rows, unless it is not there or cannot be read.
    pub(crate) fn table(
        &mut self,
        table: Table,
        known: &[&str],
        issues: &mut Issues,
    ) -> Option<Grid> {
        Self::grid(self.take(table), table, known, issues)
    }

    /// The rows of a table that was [taken](Self::take), unless they cannot be read.
    pub(crate) fn grid(
        content: Option<Content<'a>>,
        table: Table,
        known: &[&str],
        issues: &mut Issues,
    ) -> Option<Grid> {
        match content? {
            Content::Sheet(grid) => Some(grid),
            Content::Bytes(bytes) => csv::read(bytes, table, known, issues),
            Content::Path(path) => {
                let bytes = read_table(&path, table, issues)?;
                csv::read(&bytes, table, known, issues)
            }
        }
    }

    /// A table of keys, unless it is not there or cannot be read.
    pub(crate) fn entries(&mut self, table: Table, issues: &mut Issues) -> Option<Vec<Entry>> {
        match self.take(table)? {
            Content::Sheet(grid) => entry::read_sheet(&grid, table, issues),
            Content::Bytes(bytes) => entry::read_toml(bytes, table, issues),
            Content::Path(path) => {
                let bytes = read_table(&path, table, issues)?;
                entry::read_toml(&bytes, table, issues)
            }
        }
    }

    /// What was handed in of a table.
    pub(crate) fn take(&mut self, table: Table) -> Option<Content<'a>> {
        let at = self.tables.iter().position(|(known, _)| *known == table)?;
        Some(self.tables.swap_remove(at).1)
    }
}

/// Reports a file or a sheet that is not read and whose name is nearly that of a missing table.
pub(crate) fn report_unknown(name: &str, absent: &[&str], issues: &mut Issues) {
    let stem = |name: &str| {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        stem.trim().to_lowercase()
    };
    let stems: Vec<String> = absent.iter().map(|name| stem(name)).collect();
    let near = nearest(&stem(name), stems.iter().map(String::as_str));
    let near = near.and_then(|near| stems.iter().position(|stem| stem == near));
    if let Some(near) = near {
        let issue = Issue::new(&kinds::TABLE_UNKNOWN, Place::table(Table::Whole));
        issues.push(issue.with("found", name).with("nearest", absent[near]));
    }
}

fn workbook_layout(name: &str) -> Layout {
    Layout::Workbook { file: name.to_owned() }
}

fn read_table(path: &Path, table: Table, issues: &mut Issues) -> Option<Vec<u8>> {
    let name = table.file().unwrap_or_default();
    read_file(path)
        .inspect_err(|fault| issues.push(unreadable(Place::table(table), name, fault)))
        .ok()
}

fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    if length > limit::FILE_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    // A pipe or a growing file may hold more than it says.
    file.take(limit::FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit::FILE_BYTES) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

fn unreadable(place: Place, name: &str, fault: &io::Error) -> Issue {
    if fault.kind() == io::ErrorKind::FileTooLarge {
        return file_too_large(place, limit::FILE_BYTES);
    }
    let issue = Issue::new(&kinds::FILE_UNREADABLE, place).with("found", name);
    issue.with("reason", fault.to_string())
}

/// The issue of a file beyond a number of bytes.
pub(crate) fn file_too_large(place: Place, most: u64) -> Issue {
    let megabytes = (most >> 20).to_string();
    Issue::new(&kinds::FILE_TOO_LARGE, place).with("allowed", megabytes)
}
