//! Tables in HTML as programs put it on the clipboard: rows, cells, spans, entities.
//! Not here: a whole HTML parser. What is not a table, a row, a cell or a break is passed over.
//!
//! Every byte is looked at a bounded number of times: what is searched for and not found once is
//! not searched for again.

mod entity;

use std::borrow::Cow;

use self::entity::unescape;
use super::source::{Cell, SourceRow, TooLarge, tidy};
use crate::limit;

/// Tables within tables beyond this depth are read as text.
const DEPTH: usize = 16;
/// Elements whose content is no text of the page.
const SILENT: [&str; 5] = ["style", "script", "title", "xml", "template"];
/// Elements that end a line of text.
const BLOCKS: [&str; 12] =
    ["p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "hr", "body"];
/// Elements that a cell of plain text may hold by mistake.
const INLINE: [&str; 14] =
    ["p", "br", "b", "i", "u", "em", "strong", "span", "div", "sup", "sub", "font", "ul", "li"];

/// Whether a text is HTML with a table in it.
pub(super) fn is_html(text: &str) -> bool {
    let has = |tag: &str| {
        text.as_bytes().windows(tag.len()).any(|at| at.eq_ignore_ascii_case(tag.as_bytes()))
    };
    has("<table") || (has("<tr") && has("<td"))
}

/// The rows of all tables, and the text around them as rows of one cell.
pub(super) fn read(text: &str) -> Result<Vec<SourceRow>, TooLarge> {
    let mut page = Page::default();
    for token in Tokens::of(text) {
        match token {
            Token::Text(text) => page.text(&text),
            Token::Tag(tag) => page.tag(&tag)?,
        }
    }
    while page.tables.pop().is_some_and(|mut table| page.take_row(&mut table)) {}
    page.end_text();
    Ok(page.rows)
}

/// A text without the tags of formatting and with its entities as characters.
pub(super) fn without_tags(text: &str) -> Cow<'_, str> {
    let mut plain = String::with_capacity(text.len());
    for token in Tokens::of(text) {
        match token {
            Token::Text(text) => plain.push_str(&text),
            Token::Tag(tag) if INLINE.contains(&tag.name.as_str()) => plain.push(' '),
            Token::Tag(tag) => plain.push_str(tag.written),
        }
    }
    plain.into()
}

/// What has been read of a page.
#[derive(Default)]
struct Page {
    rows: Vec<SourceRow>,
    tables: Vec<Table>,
    outside: String,
    cells: usize,
    /// Whether text is set above the line.
    is_raised: bool,
}

/// A table that is not closed yet.
#[derive(Default)]
struct Table {
    row: Option<SourceRow>,
    cell: Option<OpenCell>,
    /// How many more rows a merged cell covers, by column.
    spans: Vec<u32>,
    /// How many rows there were when it began.
    start: usize,
}

#[derive(Default)]
struct OpenCell {
    text: String,
    indent: u32,
    columns: usize,
    rows: u32,
}

impl Page {
    fn text(&mut self, text: &str) {
        match self.tables.last_mut() {
            // `80<sup>1</sup>` is not 801.
            Some(Table { cell: Some(cell), .. })
                if self.is_raised
                    && cell.text.ends_with(|c: char| c.is_ascii_digit() || c == '%') =>
            {
                match text.trim() {
                    "o" | "°" => cell.text.push('°'),
                    "a" | "ª" => cell.text.push('ª'),
                    _ => cell.text.extend(["^", text]),
                }
            }
            Some(Table { cell: Some(cell), .. }) => cell.text.push_str(text),
            _ => self.outside.push_str(text),
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) -> Result<(), TooLarge> {
        match (tag.name.as_str(), tag.is_end) {
            ("table", false) if self.tables.len() < DEPTH => {
                self.end_text();
                self.tables.push(Table { start: self.rows.len(), ..Table::default() });
            }
            ("sup", is_end) => self.is_raised = !is_end,
            ("table", true) => {
                if let Some(mut table) = self.tables.pop() {
                    self.take_row(&mut table);
                    self.fold(table.start);
                }
            }
            ("tr", _) => self.in_table(|page, table| {
                page.take_row(table);
                let is_hidden = tag.is_hidden();
                let row = || SourceRow { is_hidden, ..SourceRow::default() };
                table.row = (!tag.is_end).then(row);
            }),
            ("td" | "th", _) => {
                self.in_table(|page, table| page.cell(table, tag));
                if self.cells > limit::PASTED_CELLS || self.rows.len() > limit::PASTED_ROWS {
                    return Err(TooLarge(u32::try_from(self.rows.len()).unwrap_or(u32::MAX)));
                }
            }
            (name, _) if BLOCKS.contains(&name) => match self.tables.last_mut() {
                Some(Table { cell: Some(cell), .. }) => {
                    // What a list keeps apart stays apart.
                    let ends = cell
                        .text
                        .trim_end()
                        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | ')' | '€'));
                    let is_item = name == "li" && !tag.is_end && ends;
                    if is_item {
                        cell.text.truncate(cell.text.trim_end().len());
                    }
                    cell.text.push_str(if is_item { "; " } else { " " });
                    if cell.text.trim().is_empty() {
                        cell.indent = cell.indent.max(tag.indent());
                    }
                }
                _ => self.end_text(),
            },
            _ => {}
        }
        Ok(())
    }

    /// A table of one column within a cell is a list: its rows belong to the cell.
    fn fold(&mut self, start: usize) {
        let Some(Table { cell: Some(cell), .. }) = self.tables.last_mut() else { return };
        let rows = self.rows.get(start..).unwrap_or_default();
        if !rows.iter().all(|row| row.is_table && row.filled().count() == 1) {
            return;
        }
        for row in rows {
            if !cell.text.trim_end().is_empty() {
                cell.text.push_str(if row.first as usize > start + 1 { "; " } else { " " });
            }
            cell.text.extend(row.filled().map(|(_, text)| text));
        }
        self.rows.truncate(start);
    }

    /// Rows outside a table belong to one that was not opened: a clipboard may begin in the middle.
    fn in_table(&mut self, act: impl FnOnce(&mut Self, &mut Table)) {
        self.end_text();
        let mut table = self.tables.pop().unwrap_or_default();
        act(self, &mut table);
        self.tables.push(table);
    }

    fn cell(&mut self, table: &mut Table, tag: &Tag<'_>) {
        self.take_cell(table);
        if tag.is_end {
            return;
        }
        let row = table.row.get_or_insert_default();
        // Columns that a merged cell from above covers come first.
        while let Some(span) = table.spans.get_mut(row.cells.len()).filter(|span| **span > 0) {
            *span -= 1;
            row.cells.push(Cell { text: String::new(), is_spanned: true });
            self.cells += 1;
        }
        let room = limit::PASTED_COLUMNS.saturating_sub(row.cells.len());
        table.cell = Some(OpenCell {
            text: String::new(),
            indent: tag.indent(),
            columns: tag.number("colspan").clamp(1, room.max(1)),
            rows: u32::try_from(tag.number("rowspan")).unwrap_or(1).clamp(1, 100_000),
        });
    }

    fn take_cell(&mut self, table: &mut Table) {
        let Some(open) = table.cell.take() else { return };
        let row = table.row.get_or_insert_default();
        let at = row.cells.len();
        let cell = Cell::of(&open.text);
        if !cell.text.is_empty() && row.cells.iter().all(|cell| cell.text.is_empty()) {
            let blank = |c: &char| c.is_whitespace();
            let leading = open.text.trim_start_matches(['\n', ' ', '\t']);
            let spaces = leading.chars().take_while(blank).count();
            row.indent = open.indent + u32::try_from(spaces).unwrap_or(0);
        }
        row.cells.push(cell);
        row.cells.resize(at + open.columns, Cell::default());
        self.cells += open.columns;
        if table.spans.len() < row.cells.len() {
            table.spans.resize(row.cells.len(), 0);
        }
        table.spans[at..at + open.columns].fill(open.rows - 1);
    }

    /// Ends the row of a table; always says that it did.
    fn take_row(&mut self, table: &mut Table) -> bool {
        self.take_cell(table);
        if let Some(mut row) = table.row.take() {
            while let Some(span) = table.spans.get_mut(row.cells.len()).filter(|span| **span > 0) {
                *span -= 1;
                row.cells.push(Cell { text: String::new(), is_spanned: true });
                self.cells += 1;
            }
            row.is_table = true;
            self.push(row);
        }
        true
    }

    fn end_text(&mut self) {
        let text = tidy(&std::mem::take(&mut self.outside));
        if !text.is_empty() {
            let cells = vec![Cell { text, is_spanned: false }];
            self.push(SourceRow { cells, ..SourceRow::default() });
        }
    }

    fn push(&mut self, mut row: SourceRow) {
        if row.is_blank() {
            return;
        }
        row.first = u32::try_from(self.rows.len() + 1).unwrap_or(u32::MAX);
        row.last = row.first;
        self.rows.push(row);
    }
}

/// A piece of HTML.
enum Token<'a> {
    Text(Cow<'a, str>),
    Tag(Tag<'a>),
}

/// A tag, opening or closing.
struct Tag<'a> {
    name: String,
    is_end: bool,
    written: &'a str,
}

impl Tag<'_> {
    /// A number that an attribute holds; 1 where it holds none.
    fn number(&self, name: &str) -> usize {
        self.digits_after(name).unwrap_or(1)
    }

    /// How far the style of an element moves its text to the right.
    fn indent(&self) -> u32 {
        let names = ["mso-char-indent-count", "padding-left", "margin-left"];
        let found = names.iter().filter_map(|name| self.digits_after(name)).max();
        u32::try_from(found.unwrap_or(0)).unwrap_or(0).min(1_000)
    }

    /// Whether it shows nothing: the rows that a filter or a group of a spreadsheet hides.
    fn is_hidden(&self) -> bool {
        let Some(lower) = self.beginning() else { return false };
        let plain = lower.replace(' ', "");
        plain.contains("display:none") || lower.split(['<', '>', ' ']).any(|it| it == "hidden")
    }

    /// What it begins with, in small letters.
    fn beginning(&self) -> Option<String> {
        let most = self.written.floor_char_boundary(2_048);
        self.written.get(..most).map(str::to_ascii_lowercase)
    }

    /// The digits that follow a name and a sign or two.
    fn digits_after(&self, name: &str) -> Option<usize> {
        let lower = self.beginning()?;
        let rest = &lower[lower.find(name)? + name.len()..];
        let rest = rest.trim_start_matches(['=', ':', '"', '\'', ' ']);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        rest[..digits.min(6)].parse().ok()
    }
}

/// The pieces of a text, from left to right.
struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// What was searched for and is not there any more.
    gone: Vec<&'static str>,
}

impl<'a> Tokens<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, at: 0, gone: Vec::new() }
    }

    /// Where something stands next, whatever its case.
    fn next_of(&mut self, what: &'static str, from: usize) -> Option<usize> {
        if self.gone.contains(&what) {
            return None;
        }
        let bytes = &self.text.as_bytes()[from..];
        let is_here = |at: &[u8]| at.eq_ignore_ascii_case(what.as_bytes());
        let found = bytes.windows(what.len()).position(is_here);
        if found.is_none() {
            self.gone.push(what);
        }
        found.map(|at| from + at)
    }

    /// Where the tag that begins here ends, quotes minded; `None` where it does not.
    fn tag_end(&mut self, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        loop {
            let rest = &bytes[at..];
            let stop = rest.iter().position(|b| matches!(b, b'>' | b'"' | b'\''))?;
            at += stop;
            let before = bytes[from..at].iter().rev().find(|byte| **byte != b' ');
            let quote = match bytes[at] {
                b'>' => return Some(at),
                b'"' if before == Some(&b'=') => "\"",
                b'\'' if before == Some(&b'=') => "'",
                _ => {
                    at += 1;
                    continue;
                }
            };
            match self.next_of(quote, at + 1) {
                Some(close) => at = close + 1,
                // A quote that nobody closes is no quote.
                None => at += 1,
            }
        }
    }

    fn tag(&mut self) -> Option<Tag<'a>> {
        let start = self.at;
        let rest = &self.text[start + 1..];
        let is_end = rest.starts_with('/');
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let length = name.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b':').count();
        let first = name.bytes().next()?;
        if !first.is_ascii_alphabetic() && !matches!(first, b'!' | b'?') {
            return None;
        }
        let end = if rest.starts_with("!--") {
            self.next_of("-->", start)? + 2
        } else if self.gone.contains(&">") {
            return None;
        } else if let Some(end) = self.tag_end(start) {
            end
        } else {
            self.gone.push(">");
            return None;
        };
        self.at = end + 1;
        let name = name[..length.min(24)].to_ascii_lowercase();
        let silent = SILENT.iter().position(|silent| !is_end && *silent == name);
        if let Some(silent) = silent {
            let close = ["</style", "</script", "</title", "</xml", "</template"][silent];
            self.at = self.next_of(close, self.at).unwrap_or(self.at);
        }
        Some(Tag { name, is_end, written: &self.text[start..=end] })
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.text[self.at..];
        let first = rest.chars().next()?;
        let start = self.at;
        if first == '<' {
            if let Some(tag) = self.tag() {
                return Some(Token::Tag(tag));
            }
            // A sign of comparison.
            self.at += 1;
        }
        let rest = &self.text[self.at..];
        self.at += rest.find('<').unwrap_or(rest.len());
        Some(Token::Text(unescape(&self.text[start..self.at])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let row = |row: &SourceRow| {
            let cell = |c: &Cell| if c.is_spanned { "^".to_owned() } else { c.text.clone() };
            let cells: Vec<String> = row.cells.iter().map(cell).collect();
            format!("{}:{} {}", row.first, row.indent, cells.join(" | "))
        };
        read(text).unwrap().iter().map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn merged_cells_entities_and_formatting_are_read_as_they_are_seen() {
        let text = "<html><style>td { x > y }</style><p>Piano&nbsp;2021</p><TABLE><tr>\
            <td rowspan=2><b>Linea</b> A</td><td colspan='2'>x &lt; 20&#37;</td></tr>\
            <tr><td>< 3</td><td title=\"a>b\">qualit&agrave;<br>e</td></table>";
        insta::assert_snapshot!(shown(text), @"
        1:0 Piano 2021
        2:0 Linea A | x < 20% | 
        3:0 ^ | < 3 | qualità e
        ");
    }

    #[test]
    fn a_table_within_a_table_and_a_clipboard_cut_in_the_middle_lose_nothing() {
        insta::assert_snapshot!(
            shown("<td>a</td><tr><td>b<table><tr><td>c</table></td><td>d</td></tr>e<!-- x"),
            @"
        1:0 a
        2:0 b c | d
        3:0 e<!-- x
        "
        );
    }

    #[test]
    fn the_indentation_of_a_spreadsheet_is_kept() {
        let text = "<table><tr><td style='padding-left:24px'>a</td></tr>\
            <tr><td>&nbsp;&nbsp;b</td></tr></table>";
        insta::assert_snapshot!(shown(text), @"
        1:24 a
        2:2 b
        ");
    }
}
