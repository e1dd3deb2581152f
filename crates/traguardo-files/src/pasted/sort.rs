//! What each pasted row is: a header, a row of the plan, a branch, a piece of the row above, text.
//! Not here: what the rows of the plan become, see [`super::tree`].

use std::collections::{HashMap, HashSet};

use super::alignment::{Stand, align};
use super::content::{act, coded, columns, is_number};
use super::header::{Column, Header, find};
use super::role::{Role, fold};
use super::source::{Cell, Shape, Source, SourceRow};
use super::{Block, Entry, Mends, Sort};

/// What is known while rows are sorted.
pub(super) struct Sorting<'a> {
    mends: &'a Mends,
    shape: Shape,
    /// Lines beside tables that stand on more than one page.
    furniture: HashSet<String>,
    pub(super) blocks: Vec<Block>,
    pub(super) entries: Vec<Entry>,
    block: Option<usize>,
    /// The last row of the plan: what was cut from it comes after it.
    last: Option<usize>,
}

impl<'a> Sorting<'a> {
    /// Sorts all rows.
    pub(super) fn of(source: &Source, mends: &'a Mends) -> Self {
        let mut sorting = Self {
            mends,
            shape: source.shape,
            furniture: furniture(&source.rows),
            blocks: Vec::new(),
            entries: Vec::with_capacity(source.rows.len()),
            block: None,
            last: None,
        };
        let rows = &source.rows;
        let mut at = 0;
        while at < rows.len() {
            at += sorting.take(rows, at);
        }
        sorting
    }

    /// Sorts the row at a position and answers how many rows that took.
    fn take(&mut self, rows: &[SourceRow], at: usize) -> usize {
        let row = &rows[at];
        if let Some(word) = self.mends.row(row.first) {
            let word = word.to_owned();
            self.mended(rows, at, &word);
            return 1;
        }
        if row.is_hidden {
            self.push(row, Sort::NotUnderstood);
            return 1;
        }
        if let Some(header) = find(&rows[at..]) {
            return self.header(&rows[at..], header);
        }
        let sort = self.sort(rows, at);
        match sort {
            Sort::Row => self.row(rows, at),
            Sort::Joined(_) => self.join(row),
            other => self.push(row, other),
        }
        1
    }

    fn mended(&mut self, rows: &[SourceRow], at: usize, word: &str) {
        match word {
            "riga" => self.row(rows, at),
            "ramo" => self.push(&rows[at], Sort::Branch),
            "unisci" => self.join(&rows[at]),
            "testo" => self.push(&rows[at], Sort::Text),
            _ => self.push(&rows[at], Sort::Ignored),
        }
    }

    fn sort(&self, rows: &[SourceRow], at: usize) -> Sort {
        let row = &rows[at];
        let mut filled = row.filled();
        let (Some((column, first)), is_single) = (filled.next(), filled.next().is_none()) else {
            return Sort::Text;
        };
        if is_single {
            if is_mission(first) {
                return Sort::Branch;
            }
            if !row.is_table && (is_page_number(first) || self.furniture.contains(&fold(first))) {
                return Sort::Furniture;
            }
            // The foot of a page that is copied with blanks stands far to the right.
            if is_page_number(first) && first.to_lowercase().starts_with("pag") {
                return Sort::Furniture;
            }
            if row.is_table && is_source(first) {
                return Sort::Text;
            }
            if act(first).is_some() && self.last.is_some() && (!row.is_table || column == 0) {
                return Sort::NotUnderstood;
            }
        }
        if !row.is_table {
            let below = rows.get(at + 1).filter(|below| at > 0 && !below.after_blank);
            let names_table = self.shape != Shape::Html && below.is_some();
            if names_table && find(&rows[at + 1..]).is_some() {
                return Sort::Branch;
            }
            return if self.continues(row) { Sort::Joined(0) } else { Sort::Text };
        }
        if is_total(row) {
            return Sort::Text;
        }
        // What a page cut goes on before the header comes again.
        if row.filled().all(|(_, text)| text.starts_with(char::is_lowercase)) && self.continues(row)
        {
            return Sort::Joined(0);
        }
        // What stands right above a header names the table below it.
        let few = row.filled().count() <= 2;
        if few && rows.get(at + 1).is_some() && find(&rows[at + 1..]).is_some() {
            return Sort::Branch;
        }
        if self.continues(row) { Sort::Joined(0) } else { Sort::Row }
    }

    /// Whether a row is the rest of the one above it, which a page or a line cut.
    fn continues(&self, row: &SourceRow) -> bool {
        let Some(last) = self.last.map(|at| &self.entries[at]) else { return false };
        let count = row.filled().count();
        if count > 2 && self.shape != Shape::Blanks {
            return false;
        }
        let above = |at: usize| last.cells.get(at).map_or("", |cell| &*cell.text);
        let follows = |(at, text): (usize, &str)| {
            let above = above(at);
            let small = text.starts_with(|c: char| c.is_lowercase() || ",;)".contains(c));
            !above.is_empty() && !above.ends_with(['.', ';']) && small && coded(text).is_none()
        };
        if row.is_table && row.filled().all(follows) {
            return true;
        }
        // Lines of a page: what has no figure and stands under text goes on with it.
        let under = |(at, text): (usize, &str)| {
            !above(at).is_empty() && !text.contains(|c: char| c.is_ascii_digit())
        };
        self.shape == Shape::Blanks && !row.after_blank && row.is_table && row.filled().all(under)
    }

    fn header(&mut self, rows: &[SourceRow], found: Header) -> usize {
        let line = rows[0].first;
        let taken = found.rows;
        let is_again = self.block.is_some_and(|at| is_same(&self.blocks[at].columns, &found));
        if !is_again {
            let columns = self.mends.columns(line, found.columns);
            self.blocks.push(Block { line, columns, is_by_content: false });
            self.block = Some(self.blocks.len() - 1);
            self.last = None;
        }
        for (at, row) in rows[..taken].iter().enumerate() {
            let sort = if is_again { Sort::HeaderAgain } else { Sort::Header };
            self.push(row, sort);
            if at == 0
                && let (Some(corner), Some(entry)) = (&found.corner, self.entries.last_mut())
            {
                entry.corner = Some(corner.clone());
            }
        }
        taken
    }

    fn row(&mut self, rows: &[SourceRow], at: usize) {
        let row = &rows[at];
        let block = match self.block {
            Some(block) => block,
            None => self.block_by_content(&rows[at..]),
        };
        let mut entry = entry(row, Sort::Row);
        entry.block = Some(block);
        // Whoever mends cells sees where they stand.
        if !self.mends.has_cells(row.first) {
            match align(&mut entry.cells, &self.blocks[block].columns) {
                Stand::Badly if self.mends.row(row.first).is_none() => {
                    entry.sort = Sort::NotUnderstood;
                    return self.entries.push(entry);
                }
                stand => entry.is_moved = stand == Stand::Moved,
            }
        }
        entry
            .cells
            .resize(entry.cells.len().max(self.blocks[block].columns.len()), Cell::default());
        for (column, cell) in entry.cells.iter_mut().enumerate() {
            // An answer to a doubtful target stands beside what was written, not in its place.
            let role = self.blocks[block].columns.get(column).and_then(|c| c.role.as_ref());
            let is_kept = role.is_some_and(Role::is_expected) && !cell.text.is_empty();
            let mend = self.mends.cell(row.first, column);
            if let Some(mend) = mend.filter(|mend| !is_kept || *mend == "-") {
                // A dash empties a cell.
                if mend == "-" { cell.text.clear() } else { mend.clone_into(&mut cell.text) }
            }
        }
        self.last = Some(self.entries.len());
        self.entries.push(entry);
    }

    /// Joins a row to the last row of the plan, cell by cell.
    fn join(&mut self, row: &SourceRow) {
        let Some(last) = self.last else { return self.push(row, Sort::NotUnderstood) };
        let to = self.entries[last].first_line;
        let single = row.filled().count() == 1;
        for (at, text) in row.filled() {
            let cells = &mut self.entries[last].cells;
            // A line of its own is a note; so is what stands where nothing stands above it.
            let is_note = single && (!row.is_table || act(text).is_some());
            if is_note || cells.get(at).is_none_or(|cell| cell.text.is_empty()) {
                self.entries[last].notes.push(text.to_owned());
                continue;
            }
            let above = &mut cells[at].text;
            let cut =
                above.ends_with('-') && above[..above.len() - 1].ends_with(char::is_alphabetic);
            if cut {
                above.pop();
            } else {
                above.push(' ');
            }
            above.push_str(text);
        }
        self.push(row, Sort::Joined(to));
    }

    fn push(&mut self, row: &SourceRow, sort: Sort) {
        let mut entry = entry(row, sort);
        entry.block = self.block.filter(|_| matches!(entry.sort, Sort::Header | Sort::HeaderAgain));
        if entry.sort == Sort::Branch {
            self.last = None;
        }
        self.entries.push(entry);
    }

    /// The columns of the rows up to the next header, by what they hold.
    fn block_by_content(&mut self, rows: &[SourceRow]) -> usize {
        let row = |(at, row): &(usize, &SourceRow)| row.is_table && find(&rows[*at..]).is_none();
        let looked_at: Vec<&SourceRow> = rows
            .iter()
            .enumerate()
            .take(LOOKED_AT)
            .take_while(|(at, row)| !row.is_table || find(&rows[*at..]).is_none())
            .filter(row)
            .map(|(_, row)| row)
            .collect();
        let line = rows[0].first;
        let columns = self.mends.columns(line, columns(&looked_at));
        self.blocks.push(Block { line, columns, is_by_content: true });
        self.block = Some(self.blocks.len() - 1);
        self.blocks.len() - 1
    }
}

/// How many rows are looked at to see what columns without a header hold.
const LOOKED_AT: usize = 200;

fn entry(row: &SourceRow, sort: Sort) -> Entry {
    Entry {
        first_line: row.first,
        last_line: row.last,
        pasted: row.cells.iter().map(|cell| cell.text.clone()).collect(),
        cells: row.cells.clone(),
        indent: row.indent,
        is_hidden: row.is_hidden,
        is_sole: false,
        block: None,
        sort,
        is_moved: false,
        corner: None,
        notes: Vec::new(),
        doubts: Vec::new(),
        made: 0..0,
    }
}

/// Whether the header of a table is that of the table before it, cut by a page.
fn is_same(before: &[Column], found: &Header) -> bool {
    fn roles(columns: &[Column]) -> Vec<&Role> {
        columns.iter().filter_map(|column| column.role.as_ref()).collect()
    }
    found.corner.is_none() && roles(before) == roles(&found.columns)
}

/// `011_ Competitività delle imprese`: a budget mission, whose code has three digits.
fn is_mission(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && text[3..].starts_with('_')
}

/// `Totale | 100`: the sum of a column is no objective.
fn is_total(row: &SourceRow) -> bool {
    let mut filled = row.filled();
    let Some((_, first)) = filled.next() else { return false };
    let folded = fold(first);
    let named = folded.starts_with("total") || folded.starts_with("somma");
    let mut sums = 0;
    let all_sums = filled.all(|(_, text)| {
        sums += 1;
        is_number(text)
    });
    named && first.len() < 40 && all_sums && (sums > 0 || !folded.contains(' '))
}

/// `Fonte: …`, `Nota: …` in the foot of a table.
fn is_source(text: &str) -> bool {
    let folded = fold(text);
    ["fonte ", "fonti ", "nota ", "note ", "legenda "].iter().any(|begin| folded.starts_with(begin))
        && text.contains(':')
}

/// `12`, `Pag. 3 di 8`, `3/8`.
fn is_page_number(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(' ');
    let known = |word: &str| {
        matches!(word, "pag" | "pagina" | "page" | "di") || word.bytes().all(|b| b.is_ascii_digit())
    };
    text.len() <= 20 && words.all(known)
}

/// Lines beside the tables that come more than once: the heads and feet of pages.
fn furniture(rows: &[SourceRow]) -> HashSet<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for row in rows.iter().filter(|row| !row.is_table) {
        let text = row.cells.first().map_or("", |cell| &*cell.text);
        if !is_mission(text) && act(text).is_none() {
            *counts.entry(fold(text)).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(text, _)| text).collect()
}

/// A blank cell, for rows that are shorter than their table.
pub(super) static BLANK: Cell = Cell { text: String::new(), is_spanned: false };
