//! ODS workbooks: the sheets of tables, with repeated cells and rows under limits.
//! Not here: XLSX, see [`super::xlsx`].

use quick_xml::events::{BytesStart, Event};

use super::hidden::Hidden;
use super::part::{Archive, attribute, push_text};
use super::{Fault, Named, Sheet, figure, table_of};
use crate::grid::{Grid, TooLarge};
use crate::limit;

/// The part that holds all sheets.
pub(super) const CONTENT: &str = "content.xml";

/// The sheet that is being read.
struct Reader {
    grid: Grid,
    hidden: Hidden,
    /// The next row, from 1.
    row: u32,
    row_repeat: u32,
    is_row_hidden: bool,
    /// The next column that is described, from 0.
    described: u32,
    /// The next column, from 0.
    column: u32,
    /// The cells of the row that hold something.
    cells: Vec<(u32, String)>,
    cell: Option<Cell>,
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    repeat: u32,
    kind: String,
    stored: String,
    text: String,
    paragraphs: u32,
}

/// Reads the sheets of tables.
pub(super) fn read(archive: &mut Archive<'_>, names: &mut Vec<Named>) -> Result<Vec<Sheet>, Fault> {
    let Some(mut xml) = archive.part(CONTENT)? else { return Err(Fault::Broken("content")) };
    let mut sheets: Vec<Sheet> = Vec::new();
    let mut current = None;
    let mut reader = Reader::new();
    // Notes and drawings hold texts that are not the cell's.
    let mut aside = 0_u32;
    let mut is_workbook = false;
    // The styles with which sheets are not shown, and the style that is being read.
    let (mut hidden, mut style) = (Vec::<String>::new(), String::new());
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "spreadsheet" => is_workbook = true,
                "annotation" | "shapes" | "frame" | "custom-shape" => aside += 1,
                _ if aside > 0 => {}
                "style" => style = attribute(tag, "name").unwrap_or_default(),
                "table-properties" if hidden.len() < limit::PARTS => {
                    let is_hidden = attribute(tag, "display").is_some_and(|text| text == "false");
                    hidden.extend(is_hidden.then(|| std::mem::take(&mut style)));
                }
                "table" => {
                    let name = attribute(tag, "name").unwrap_or_default();
                    let known = |table| sheets.iter().any(|sheet| sheet.table == table);
                    current = table_of(&name).filter(|table| !known(*table));
                    if names.len() < limit::PARTS {
                        let style = attribute(tag, "style-name").unwrap_or_default();
                        names.push(Named { name, is_hidden: hidden.contains(&style) });
                    }
                    reader = Reader::new();
                }
                name if current.is_some() => reader.begin(name, tag),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "annotation" | "shapes" | "frame" | "custom-shape" => {
                    aside = aside.saturating_sub(1);
                }
                _ if aside > 0 => {}
                "table" => {
                    let Reader { grid, hidden, .. } = std::mem::replace(&mut reader, Reader::new());
                    sheets.extend(current.take().map(|table| Sheet { table, grid, hidden }));
                }
                name if current.is_some() => reader.end(name)?,
                _ => {}
            },
            event if aside == 0 => reader.text(event),
            _ => {}
        }
    }
    if is_workbook { Ok(sheets) } else { Err(Fault::Broken("content")) }
}

impl Reader {
    fn new() -> Self {
        Self {
            grid: Grid::default(),
            hidden: Hidden::default(),
            row: 1,
            row_repeat: 1,
            is_row_hidden: false,
            described: 0,
            column: 0,
            cells: Vec::new(),
            cell: None,
        }
    }

    fn begin(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "table-column" => {
                let end = self.described.saturating_add(repeat(tag, "number-columns-repeated"));
                if is_hidden(tag) {
                    self.hidden.add_columns(self.described, end - 1);
                }
                self.described = end;
            }
            "table-row" => {
                self.row_repeat = repeat(tag, "number-rows-repeated");
                self.is_row_hidden = is_hidden(tag);
                self.column = 0;
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" => self.cell = Some(Cell::begin(tag)),
            _ => {}
        }
        let Some(cell) = &mut self.cell else { return };
        match name {
            "p" | "h" => {
                if cell.paragraphs > 0 {
                    cell.text.push('\n');
                }
                cell.paragraphs = cell.paragraphs.saturating_add(1);
            }
            "s" => {
                let spaces = repeat(tag, "c").min(100);
                cell.text.extend((0..spaces).map(|_| ' '));
            }
            "tab" => cell.text.push('\t'),
            "line-break" => cell.text.push('\n'),
            _ => {}
        }
    }

    fn text(&mut self, event: &Event<'_>) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.paragraphs > 0) {
            push_text(&mut cell.text, event);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), TooLarge> {
        match name {
            "table-cell" | "covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let (repeat, text) = (cell.repeat, cell.into_text());
                let end = self.column.saturating_add(repeat);
                if !text.trim().is_empty() {
                    if end > limit::COLUMNS {
                        return Err(TooLarge { row: self.row });
                    }
                    self.cells.extend((self.column..end).map(|column| (column, text.clone())));
                }
                self.column = end;
            }
            "table-row" => {
                let end = self.row.saturating_add(self.row_repeat);
                if !self.cells.is_empty() {
                    if self.is_row_hidden {
                        self.hidden.add_rows(self.row, self.row_repeat);
                    }
                    for row in self.row..end {
                        for (column, text) in &self.cells {
                            self.grid.push(row, *column, text)?;
                        }
                    }
                }
                self.row = end;
            }
            _ => {}
        }
        Ok(())
    }
}

/// Whether a row or a column is put away, by a person or by a filter.
fn is_hidden(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "visibility").is_some_and(|how| how == "collapse" || how == "filter")
}

/// How often something stands there; at least once.
fn repeat(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

impl Cell {
    fn begin(tag: &BytesStart<'_>) -> Self {
        let kind = attribute(tag, "value-type").unwrap_or_default();
        let stored = match kind.as_str() {
            "date" => attribute(tag, "date-value"),
            "boolean" => attribute(tag, "boolean-value"),
            "string" => attribute(tag, "string-value"),
            "float" | "percentage" | "currency" => attribute(tag, "value"),
            _ => None,
        };
        let repeat = repeat(tag, "number-columns-repeated");
        Self { repeat, kind, stored: stored.unwrap_or_default(), ..Self::default() }
    }

    fn into_text(self) -> String {
        match self.kind.as_str() {
            "float" | "currency" if !self.stored.is_empty() => {
                figure::as_shown(&self.stored, &self.text, false)
            }
            "percentage" if !self.stored.is_empty() => {
                figure::as_shown(&self.stored, &self.text, true)
            }
            "date" if !self.stored.is_empty() => figure::iso_day(&self.stored).to_owned(),
            "boolean" => if self.stored == "true" { "si" } else { "no" }.to_owned(),
            "string" if !self.stored.is_empty() => self.stored,
            _ => self.text,
        }
    }
}
