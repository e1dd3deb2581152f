//! What was pasted, as rows of cells with their lines: tabs, `;`, `,`, `|`, columns of blanks, HTML.
//! Not here: what a row or a column means, see [`super::role`] and [`super::sort`].

use super::{bars, html};
use crate::limit;

/// How the pasted text keeps its cells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Tables of a web page, of Word or of a spreadsheet.
    Html,
    /// Tabs between cells.
    Tabs,
    /// Semicolons between cells.
    Semicolons,
    /// Commas between cells.
    Commas,
    /// Bars between cells, as in Markdown.
    Bars,
    /// Columns that stand under one another, as a PDF is copied.
    Blanks,
}

/// The rows of what was pasted, blank ones left out.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) shape: Shape,
    pub(super) rows: Vec<SourceRow>,
}

/// One row: a line of text, or several that a quoted cell spans, or a row of an HTML table.
#[derive(Debug, Clone, Default)]
pub(super) struct SourceRow {
    /// The line on which it begins; in HTML, rows and paragraphs are counted instead.
    pub(super) first: u32,
    /// The line on which it ends.
    pub(super) last: u32,
    /// Its cells.
    pub(super) cells: Vec<Cell>,
    /// How far its first text is indented.
    pub(super) indent: u32,
    /// Whether something kept cells apart: a line without is text beside a table.
    pub(super) is_table: bool,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
    /// Whether it was hidden where it was copied.
    pub(super) is_hidden: bool,
}

/// A cell, without the spaces around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text, on one line.
    pub text: String,
    /// Whether a merged cell from above covers it.
    pub is_spanned: bool,
}

impl Cell {
    pub(super) fn of(text: &str) -> Self {
        Self { text: tidy(text), is_spanned: false }
    }
}

impl SourceRow {
    /// Whether it holds nothing.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }

    /// Its cells that hold something, with their columns.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        let filled = |(at, cell): (usize, &'_ Cell)| !cell.text.is_empty() && at < usize::MAX;
        self.cells.iter().enumerate().filter(move |c| filled(*c)).map(|(at, c)| (at, &*c.text))
    }
}

/// More rows or cells than a pasted table may have: the row where the limit was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooLarge(pub(super) u32);

/// Reads a text that has no odd characters.
pub(super) fn read(text: &str) -> Result<Source, TooLarge> {
    if html::is_html(text) {
        let rows = bounded(html::read(text)?)?;
        return Ok(Source { shape: Shape::Html, rows });
    }
    let shape = shape_of(text);
    let rows = match shape {
        Shape::Semicolons => separated(text, ';'),
        Shape::Commas => separated(text, ','),
        Shape::Bars => bars::rows(text),
        Shape::Blanks => in_columns(text),
        Shape::Tabs | Shape::Html => separated(text, '\t'),
    };
    Ok(Source { shape, rows: bounded(rows)? })
}

/// A text on one line, its runs of spaces as one, without the marks that formatting leaves.
pub(super) fn tidy(text: &str) -> String {
    let text = if text.contains("</") { html::without_tags(text) } else { text.into() };
    let mut tidy = String::with_capacity(text.len());
    let invisible = |c: &char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '⇥');
    for word in text.split(|c: char| c.is_whitespace() || c.is_control() || invisible(&c)) {
        if !word.is_empty() {
            if !tidy.is_empty() {
                tidy.push(' ');
            }
            tidy.push_str(word);
        }
    }
    tidy
}

fn bounded(rows: Vec<SourceRow>) -> Result<Vec<SourceRow>, TooLarge> {
    let mut cells = 0;
    for (count, row) in rows.iter().enumerate() {
        cells += row.cells.len();
        if count >= limit::PASTED_ROWS || row.cells.len() > limit::PASTED_COLUMNS {
            return Err(TooLarge(row.first));
        }
        if cells > limit::PASTED_CELLS {
            return Err(TooLarge(row.first));
        }
    }
    Ok(rows)
}

/// A separator must keep cells apart in some rows at least: a comma also stands in sentences.
fn shape_of(text: &str) -> Shape {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let with = |least: usize, separator: char| {
        lines().filter(|line| line.matches(separator).nth(least - 1).is_some()).count()
    };
    let total = lines().count();
    if with(1, '\t') > 0 || with(1, '⇥') > 0 {
        return Shape::Tabs;
    }
    if with(2, ';') * 2 >= total.max(1) {
        return Shape::Semicolons;
    }
    if bars::is_table(text) {
        return Shape::Bars;
    }
    let header = lines().next().unwrap_or_default();
    let names = |separator| {
        header.split(separator).filter(|c| super::role::of_header(c.trim_matches('"')).is_some())
    };
    if names(';').count() >= 2 {
        return Shape::Semicolons;
    }
    if names(',').count() >= 2 { Shape::Commas } else { Shape::Blanks }
}

/// How far a quoted cell is followed over the lines below for its closing quote.
const QUOTED_BYTES: usize = 8_192;

fn separated(text: &str, separator: char) -> Vec<SourceRow> {
    let mut rows = Vec::new();
    let mut rest = text;
    let mut line = 0_u32;
    let mut after_blank = false;
    while !rest.is_empty() {
        let (row, taken) = separated_row(rest, separator);
        let lines = rest[..taken].trim_end_matches('\n').matches('\n').count();
        let first = line.saturating_add(1);
        line = first.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        let row = SourceRow { first, last: line, after_blank, ..row };
        rest = &rest[taken..];
        after_blank = row.is_blank();
        if !after_blank {
            rows.push(row);
        }
    }
    rows
}

/// The cells up to the end of a line that is not within quotes, and how many bytes they take.
fn separated_row(text: &str, separator: char) -> (SourceRow, usize) {
    let is_end = |c: char| c == separator || c == '\n' || (separator == '\t' && c == '⇥');
    let mut row = SourceRow::default();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let (cell, taken) = match quoted(rest, separator) {
            Some((inner, taken)) => (inner, taken),
            None => {
                let end = rest.find(is_end).unwrap_or(rest.len());
                (rest[..end].to_owned(), end)
            }
        };
        if row.cells.iter().all(|cell| cell.text.is_empty()) {
            row.indent = indent(&cell);
        }
        row.cells.push(Cell::of(&cell));
        at += taken;
        match text[at..].chars().next() {
            Some('\n') => return (row, at + 1),
            Some(separator) => {
                row.is_table = true;
                at += separator.len_utf8();
            }
            None => return (row, at),
        }
    }
}

/// A cell within quotes and what it takes, if its closing quote is where a cell can end.
fn quoted(text: &str, separator: char) -> Option<(String, usize)> {
    let inner = text.strip_prefix('"')?;
    let most = inner.floor_char_boundary(QUOTED_BYTES);
    let mut from = 0;
    loop {
        let end = from + inner[from..most].find('"')?;
        let after = &inner[end + 1..];
        if after.starts_with('"') {
            from = end + 2;
        } else if after.is_empty() || after.starts_with([separator, '\n']) {
            return Some((inner[..end].replace("\"\"", "\""), end + 2));
        } else {
            return None;
        }
    }
}

/// How many characters of space a text begins with.
fn indent(text: &str) -> u32 {
    let blank = |c: &char| *c == ' ' || *c == '\u{a0}' || *c == '\u{2003}';
    u32::try_from(text.chars().take_while(blank).count()).unwrap_or(u32::MAX)
}

/// A piece of a line with the column of characters where it begins.
type Piece<'a> = (usize, &'a str);

/// Lines whose columns stand under those of the line with the most names of columns in it, or
/// the most pieces.
fn in_columns(text: &str) -> Vec<SourceRow> {
    let lines: Vec<Vec<Piece<'_>>> = text.lines().map(pieces).collect();
    let named = |line: &Vec<Piece<'_>>| {
        line.iter().filter(|(_, text)| super::role::of_header(text).is_some()).count()
    };
    let best = lines.iter().rev().max_by_key(|line| (named(line).min(2), line.len()));
    let starts: Vec<usize> = best.into_iter().flatten().map(|(at, _)| *at).collect();
    let mut rows = Vec::new();
    let mut after_blank = false;
    for (number, line) in (1_u32..).zip(&lines) {
        if line.is_empty() {
            after_blank = true;
            continue;
        }
        let is_table = starts.len() > 1 && (line.len() > 1 || line[0].0 > 2);
        let mut row = SourceRow { first: number, last: number, is_table, ..SourceRow::default() };
        row.indent = u32::try_from(line[0].0).unwrap_or(u32::MAX);
        row.after_blank = std::mem::take(&mut after_blank);
        row.cells.resize(if is_table { starts.len() } else { 1 }, Cell::default());
        for (at, piece) in line {
            // A number set to the right begins a little before or after its header.
            let column = starts.iter().rposition(|start| *start <= at + 3).unwrap_or(0);
            let cell = &mut row.cells[if is_table { column } else { 0 }].text;
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(&tidy(piece));
        }
        rows.push(row);
    }
    rows
}

/// The pieces of a line between runs of two blanks or more.
fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut end, mut column) = (None, 0, 0);
    let mut blanks = 0;
    for (place, (at, c)) in line.char_indices().enumerate() {
        if c.is_whitespace() || c.is_control() {
            blanks += 1;
            continue;
        }
        if let Some(from) = start.filter(|_| blanks >= 2) {
            pieces.push((column, &line[from..end]));
            start = None;
        }
        if start.is_none() {
            (start, column) = (Some(at), place);
        }
        (end, blanks) = (at + c.len_utf8(), 0);
    }
    pieces.extend(start.map(|from| (column, &line[from..end])));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let source = read(text).unwrap();
        let row = |row: &SourceRow| {
            let cells: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
            format!("{}-{}: {}", row.first, row.last, cells.join(" | "))
        };
        let rows: Vec<String> = source.rows.iter().map(row).collect();
        format!("{:?}\n{}", source.shape, rows.join("\n"))
    }

    #[test]
    fn tabs_keep_cells_apart_and_a_quoted_cell_spans_lines() {
        insta::assert_snapshot!(
            shown("Obiettivo\tTarget\n\"due\nrighe\"\t3\n\n\"aperto\tx\n  a\u{a0} b\t≥\u{2009}1"),
            @r#"
        Tabs
        1-1: Obiettivo | Target
        2-3: due righe | 3
        5-5: "aperto | x
        6-6: a b | ≥ 1
        "#
        );
    }

    #[test]
    fn semicolons_and_commas_count_where_the_header_says_so() {
        insta::assert_snapshot!(shown("Obiettivo;Target\na, b;3"), @"
        Semicolons
        1-1: Obiettivo | Target
        2-2: a, b | 3
        ");
        insta::assert_snapshot!(shown("Obiettivo,Target\n\"a, b\",3"), @"
        Commas
        1-1: Obiettivo | Target
        2-2: a, b | 3
        ");
    }

    #[test]
    fn columns_of_blanks_stand_under_their_names() {
        let text = "Piano 2021\n\nObiettivo        Indicatore       Target\n\
                    Digitalizzare    Numero di        >= 5\n                 incontri";
        insta::assert_snapshot!(shown(text), @"
        Blanks
        1-1: Piano 2021
        3-3: Obiettivo | Indicatore | Target
        4-4: Digitalizzare | Numero di | >= 5
        5-5:  | incontri | 
        ");
    }
}
