//! A pasted table as a draft of a plan: every line accounted for, every doubt a question.
//! Not here: the columns of a plan and what they mean, which are those of `piano.csv`.
//!
//! A draft is made of what was pasted and of what a person said about it, and of nothing else:
//! whoever keeps both can make it again.

mod alignment;
mod bars;
mod content;
mod doubt;
mod grow;
mod header;
mod html;
mod mends;
mod role;
mod sort;
mod source;
mod tree;
mod weigh;

use std::ops::Range;

use traguardo::issue::{Issue, Layout, Place, Table, kinds};
use traguardo::plan::{Body, Plan};
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo::target::answer::Answer;

pub use doubt::{Asks, Doubt};
pub use header::Column;
pub use mends::{About, Mends, ROWS};
pub use role::Role;
pub use source::{Cell, Shape};

use crate::grid::Grid;
use crate::issues::Issues;
use crate::text::{NotText, clean, decode};
use crate::{HandIn, Unreadable, limit, plan, word};
use sort::Sorting;
use tree::{Growing, PlanRow};

/// What a person says of a pasted table as a whole, and of its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Setting {
    /// The year of the plan; where nobody says it, the one that its headers name.
    pub year: Option<i16>,
    /// The names of the levels, top first; where nobody says them, those of the headers.
    pub levels: Vec<String>,
    /// What was said of cells, rows and columns.
    pub mends: Mends,
}

/// A plan before it is one: what was understood, what is doubtful, what was not understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// How the cells were kept apart.
    pub shape: Shape,
    /// The year of the plan, if anybody or any header says it.
    pub year: Option<i16>,
    /// The tables, each with its columns.
    pub blocks: Vec<Block>,
    /// Every row and line pasted, in order, blank ones left out.
    pub entries: Vec<Entry>,
    /// What is asked about columns.
    pub doubts: Vec<Doubt>,
    levels: Vec<String>,
    rows: Vec<PlanRow>,
    answers: Vec<Answer>,
}

/// A table: the rows from one header to the next that differs from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The line of its header, or of its first row where it has none.
    pub line: u32,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Whether it has no header, so that only the cells say what its columns hold.
    pub is_by_content: bool,
}

/// What became of one pasted row.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The line on which it begins, from 1; in HTML, rows and paragraphs are counted.
    pub first_line: u32,
    /// The line on which it ends.
    pub last_line: u32,
    /// Its cells as pasted.
    pub pasted: Vec<String>,
    /// Its cells under the columns of its table, joined and mended.
    pub cells: Vec<Cell>,
    /// The table it belongs to.
    pub block: Option<usize>,
    /// What it is.
    pub sort: Sort,
    /// Whether its cells stood beside their columns and were moved.
    pub is_moved: bool,
    /// What is asked about it.
    pub doubts: Vec<Doubt>,
    indent: u32,
    is_hidden: bool,
    /// Whether its indicator is the only one of its objective, whose weight stands beside it.
    is_sole: bool,
    corner: Option<String>,
    notes: Vec<String>,
    made: Range<usize>,
}

/// What a pasted row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A header.
    Header,
    /// The header again, on another page.
    HeaderAgain,
    /// The head or foot of a page.
    Furniture,
    /// A row of the plan.
    Row,
    /// A node of its own, above the table below it.
    Branch,
    /// The rest of the row on another line.
    Joined(u32),
    /// Text beside the tables.
    Text,
    /// It may belong to the row above it: somebody must say so.
    NotUnderstood,
    /// Left out because somebody said so.
    Ignored,
}

/// How many rows of tables were understood, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// Without help.
    pub understood: usize,
    /// With one answer.
    pub one_answer: usize,
    /// With more answers than one.
    pub more_answers: usize,
    /// Not at all.
    pub not_understood: usize,
}

/// Reads what was pasted: HTML, tabs, CSV, Markdown, or text copied out of a PDF.
///
/// # Errors
/// [`Unreadable`] where it is no text, or holds more than a pasted table may.
///
/// ```
/// use traguardo_files::pasted::{Setting, read};
/// let text = "Obiettivo\tIndicatore\tTarget 2021\n1.1 Servizi\tGiorni\t<= 30 gg";
/// let draft = read(text.as_bytes(), &Setting::default()).unwrap();
/// assert_eq!((draft.year, draft.count().understood), (Some(2021), 1));
/// ```
pub fn read(bytes: &[u8], setting: &Setting) -> Result<Draft, Unreadable> {
    if bytes.len() > limit::PASTED_BYTES {
        let most = u64::try_from(limit::PASTED_BYTES).unwrap_or(u64::MAX);
        let place = Place::table(Table::Whole);
        return Err(unreadable(crate::source::file_too_large(place, most)));
    }
    let (text, _) = decode(bytes).map_err(|fault| {
        let reason = if fault == NotText::Archive { "archive" } else { "binary" };
        let issue = Issue::new(&kinds::TABLE_BROKEN, Place::table(Table::Plan));
        unreadable(issue.with("reason", reason))
    })?;
    let source = source::read(&clean(&text)).map_err(|source::TooLarge(row)| {
        let issue = Issue::new(&kinds::TABLE_TOO_LARGE, Place::table(Table::Plan).row(row));
        let (rows, columns) = (limit::PASTED_ROWS, limit::PASTED_COLUMNS);
        unreadable(issue.with("rows", rows.to_string()).with("columns", columns.to_string()))
    })?;
    let shape = source.shape;
    let Sorting { mut blocks, mut entries, .. } = Sorting::of(&source, &setting.mends);
    drop(source);
    weigh::settle(&mut blocks, &mut entries);
    let year = setting.year.or_else(|| year_of(&blocks));
    let growing = Growing::of(&blocks, &mut entries, &setting.levels, &setting.mends, year);
    let levels = growing.level_names();
    let rows = growing.rows;
    let answers = answers(&rows, &blocks, &entries, &setting.mends);
    let doubts = Vec::new();
    let mut draft = Draft { shape, year, blocks, entries, doubts, levels, rows, answers };
    draft.ask(&setting.mends);
    Ok(draft)
}

impl Draft {
    /// The plan that the draft comes to, with the issues of its reading. What a person said of
    /// doubtful targets stands beside what was written, as answers without a name.
    ///
    /// # Errors
    /// [`Unreadable`] where nothing of what was pasted is a row of a plan.
    ///
    /// ```
    /// use traguardo::plan::Body;
    /// use traguardo_files::pasted::{Setting, read};
    /// let text = "Obiettivo\tIndicatore\tTarget 2021\n1.1 Servizi\tGiorni\t<= 30 gg";
    /// let draft = read(text.as_bytes(), &Setting::default()).unwrap();
    /// let body = Body { ipa: "prova".into(), name: "Ente di prova".into() };
    /// let hand_in = draft.hand_in(body, 2021, "tabella.txt").unwrap();
    /// assert_eq!(hand_in.plan.uses[0].indicator, "1.1~i1");
    /// ```
    pub fn hand_in(&self, body: Body, year: i16, name: &str) -> Result<HandIn, Unreadable> {
        let (mut plan, mut issues) = self.plan(body, year);
        if plan.nodes.is_empty() {
            return Err(unreadable(Issue::new(&kinds::PLAN_EMPTY, Place::table(Table::Plan))));
        }
        // Rows are those that were pasted: nobody has seen any other.
        let line = |row: u32| {
            let at = usize::try_from(row).unwrap_or(0).wrapping_sub(2);
            self.rows.get(at).map_or(0, |row| row.line)
        };
        for details in plan.nodes.iter_mut().map(|node| &mut node.details) {
            details.row = line(details.row);
        }
        for details in plan.uses.iter_mut().map(|used| &mut used.details) {
            details.row = line(details.row);
        }
        for issue in &mut issues {
            issue.place.row = issue.place.row.map(line).filter(|row| *row > 0);
        }
        Ok(HandIn {
            plan,
            readings: Readings::default(),
            rules: Rules::default(),
            issues,
            layout: Layout::Pasted { file: name.to_owned() },
        })
    }

    /// How many rows of tables were understood, and how.
    #[must_use]
    pub fn count(&self) -> Count {
        let mut count = Count::default();
        for entry in &self.entries {
            match (entry.sort, entry.doubts.len()) {
                (Sort::Row | Sort::Branch, 0) => count.understood += 1,
                (Sort::Row | Sort::Branch, 1) => count.one_answer += 1,
                (Sort::Row | Sort::Branch, _) => count.more_answers += 1,
                (Sort::NotUnderstood, _) => count.not_understood += 1,
                _ => {}
            }
        }
        count
    }

    /// All that is asked, columns first.
    pub fn all_doubts(&self) -> impl Iterator<Item = &Doubt> {
        self.doubts.iter().chain(self.entries.iter().flat_map(|entry| &entry.doubts))
    }

    /// The rows of the plan that an entry made: code, level and title of each, with whether the
    /// code is ours.
    pub fn made(&self, entry: &Entry) -> impl Iterator<Item = MadeRow<'_>> {
        self.rows.get(entry.made.clone()).unwrap_or_default().iter().map(|row| MadeRow {
            code: row.get("codice"),
            level: row.get("livello"),
            title: row.get("titolo"),
            weight: row.get("peso"),
            target: row.get("target"),
            is_ours: row.get("codice").contains('~'),
        })
    }

    fn ask(&mut self, mends: &Mends) {
        let nobody = Body { ipa: String::new(), name: String::new() };
        let (plan, issues) = self.plan(nobody, self.year.unwrap_or(0));
        let mut doubts = doubt::of_columns(&self.blocks, self.year, mends);
        doubts.extend(doubt::of_uses(&self.rows, &self.entries, &self.blocks));
        doubts.extend(doubt::of_plan(&self.rows, &plan, issues));
        doubts.extend(doubt::of_rows(&self.entries));
        doubt::share(doubts, self);
    }

    /// The rows through the reader of every plan.
    fn plan(&self, body: Body, year: i16) -> (Plan, Vec<Issue>) {
        let mut issues = Issues::default();
        let mut plan = Plan::new(body, year);
        let grid = self.grid();
        plan::read(&grid, Some(&mut plan), &mut issues);
        let years = plan.uses.iter().flat_map(|used| used.details.targets.other_years.keys());
        plan.horizon.extend(years.copied().filter(|other| *other > 0));
        plan.horizon.sort_unstable();
        plan.horizon.dedup();
        plan.levels.clone_from(&self.levels);
        plan.answers.clone_from(&self.answers);
        plan.understand();
        (plan, issues.into_list())
    }

    fn grid(&self) -> Grid {
        let mut names: Vec<&str> = vec!["codice", "padre", "livello", "titolo"];
        for cell in self.rows.iter().flat_map(|row| &row.cells) {
            if !names.contains(&cell.name.as_str()) {
                names.push(&cell.name);
            }
        }
        let mut grid = Grid::default();
        let mut push = |row: usize, column: usize, text: &str| {
            let (row, column) = (u32::try_from(row), u32::try_from(column));
            // The limits of what is pasted lie within those of a table.
            _ = grid.push(row.unwrap_or(u32::MAX), column.unwrap_or(u32::MAX), text);
        };
        for (column, name) in names.iter().enumerate() {
            push(1, column, name);
        }
        for (at, row) in self.rows.iter().enumerate() {
            for (column, name) in names.iter().enumerate() {
                push(at + 2, column, row.get(name));
            }
        }
        grid
    }
}

/// A row of the plan that a pasted row made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeRow<'d> {
    /// Its code.
    pub code: &'d str,
    /// Its level, `indicatore` for an indicator.
    pub level: &'d str,
    /// Its title.
    pub title: &'d str,
    /// Its weight, as written.
    pub weight: &'d str,
    /// Its target for the year of the plan, as written.
    pub target: &'d str,
    /// Whether the code is ours: what was pasted has none, or one that is taken.
    pub is_ours: bool,
}

impl Entry {
    /// All its text as pasted.
    #[must_use]
    pub fn text(&self) -> String {
        let filled: Vec<&str> =
            self.pasted.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        filled.join(" · ")
    }
}

fn unreadable(issue: Issue) -> Unreadable {
    Unreadable { issues: vec![issue], layout: Layout::Pasted { file: String::new() } }
}

/// The year that most headers with a single year of targets name.
fn year_of(blocks: &[Block]) -> Option<i16> {
    let mut counts: Vec<(usize, i16)> = Vec::new();
    for block in blocks {
        let mut years = block.columns.iter().filter_map(|column| match column.role {
            Some(Role::Target(Some(year))) => Some(year),
            _ => None,
        });
        let (Some(year), None) = (years.next(), years.next()) else { continue };
        match counts.iter_mut().find(|(_, known)| *known == year) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, year)),
        }
    }
    counts.into_iter().max().map(|(_, year)| year)
}

/// What was said of target cells that hold something: it stands beside what was written.
fn answers(rows: &[PlanRow], blocks: &[Block], entries: &[Entry], mends: &Mends) -> Vec<Answer> {
    let mut answers = Vec::new();
    for entry in entries.iter().filter(|entry| entry.sort == Sort::Row) {
        let Some(block) = entry.block.and_then(|at| blocks.get(at)) else { continue };
        let Some(row) = rows[entry.made.clone()].last() else { continue };
        let is_use = row.get("livello") == word::INDICATOR;
        for cell in &row.cells {
            let Some(at) = cell.from else { continue };
            let role = block.columns.get(at).and_then(|column| column.role.as_ref());
            let said = mends.cell(entry.first_line, at);
            if let (Some(means), Some(true)) = (said, role.map(Role::is_expected))
                && means != cell.text
            {
                answers.push(Answer {
                    code: row.get("codice").to_owned(),
                    parent: is_use.then(|| row.get("padre").to_owned()),
                    column: cell.name.clone(),
                    written: cell.text.clone(),
                    means: means.to_owned(),
                    by: None,
                    on: None,
                    row: 0,
                });
            }
        }
    }
    answers
}
