//! XLSX workbooks: the sheets of tables, cell by cell, with numbers as their format shows them.
//! Not here: ODS, see [`super::ods`].

use quick_xml::events::{BytesStart, Event};

use super::format::{Shown, read_styles};
use super::hidden::Hidden;
use super::part::{Archive, Xml, attribute, push_text};
use super::strings::{Strings, unescape};
use super::{Fault, Named, Sheet, figure, table_of};
use crate::grid::Grid;
use crate::limit;

/// What a part refers to.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// What the cells of all sheets share.
#[derive(Default)]
struct Shared {
    strings: Strings,
    styles: Vec<Shown>,
    since_1904: bool,
}

/// Reads the sheets of tables.
pub(super) fn read(archive: &mut Archive<'_>, names: &mut Vec<Named>) -> Result<Vec<Sheet>, Fault> {
    let package = relations(archive, "")?;
    let of_kind = |relations: &[Relation], kind: &str| {
        let found = relations.iter().find(|relation| relation.kind.ends_with(kind));
        found.map(|relation| relation.target.clone())
    };
    let main = of_kind(&package, "/officeDocument").unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let Some(xml) = archive.part(&main)? else { return Err(Fault::Broken("content")) };
    let (sheets, since_1904) = read_workbook(xml)?;
    let relations = relations(archive, &main)?;
    let mut shared = Shared { since_1904, ..Shared::default() };
    if let Some(part) = of_kind(&relations, "/sharedStrings")
        && let Some(xml) = archive.part(&part)?
    {
        shared.strings = Strings::read(xml)?;
    }
    if let Some(part) = of_kind(&relations, "/styles")
        && let Some(xml) = archive.part(&part)?
    {
        shared.styles = read_styles(xml)?;
    }
    let mut grids: Vec<Sheet> = Vec::new();
    for (named, id) in sheets {
        let table = table_of(&named.name);
        names.push(named);
        let part = relations.iter().find(|relation| relation.id == id);
        if let (Some(table), Some(part)) = (table, part)
            && grids.iter().all(|sheet| sheet.table != table)
            && let Some(xml) = archive.part(&part.target)?
        {
            let (grid, hidden) = read_sheet(xml, &shared)?;
            grids.push(Sheet { table, grid, hidden });
        }
    }
    Ok(grids)
}

/// The relations of a part, or of the package where the part is "".
fn relations(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Relation>, Fault> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let mut relations = Vec::new();
    let Some(mut xml) = archive.part(&format!("{folder}{slash}_rels/{name}.rels"))? else {
        return Ok(relations);
    };
    while let Some(event) = xml.next()? {
        let Event::Start(tag) = event else { continue };
        if tag.local_name().as_ref() != "Relationship" || relations.len() >= limit::PARTS {
            continue;
        }
        let Some(target) = attribute(&tag, "Target") else { continue };
        let target = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("{folder}{slash}{}", target.trim_start_matches("./")),
        };
        let id = attribute(&tag, "Id").unwrap_or_default();
        let kind = attribute(&tag, "Type").unwrap_or_default();
        relations.push(Relation { id, kind, target });
    }
    Ok(relations)
}

/// The names of the sheets with their relations, and whether days are counted from 1904.
fn read_workbook(mut xml: Xml<'_>) -> Result<(Vec<(Named, String)>, bool), Fault> {
    let (mut sheets, mut since_1904) = (Vec::new(), false);
    while let Some(event) = xml.next()? {
        let Event::Start(tag) = event else { continue };
        match tag.local_name().as_ref() {
            "sheet" if sheets.len() < limit::PARTS => {
                let name = attribute(&tag, "name").unwrap_or_default();
                let state = attribute(&tag, "state").unwrap_or_default();
                let named = Named { name, is_hidden: matches!(&*state, "hidden" | "veryHidden") };
                sheets.push((named, attribute(&tag, "id").unwrap_or_default()));
            }
            "workbookPr" => {
                since_1904 = says_yes(&tag, "date1904");
            }
            _ => {}
        }
    }
    Ok((sheets, since_1904))
}

/// The cell that is being read.
#[derive(Default)]
struct Cell {
    row: u32,
    column: u32,
    kind: String,
    style: usize,
    text: String,
    /// The words of its formula.
    formula: String,
    /// Whether a result stands beside it, be it a blank one.
    has_result: bool,
}

fn read_sheet(mut xml: Xml<'_>, shared: &Shared) -> Result<(Grid, Hidden), Fault> {
    let (mut grid, mut hidden) = (Grid::default(), Hidden::default());
    // How many rows hold something before one that nobody sees.
    let mut rows_before_hidden = None;
    let mut cell = Cell { row: 0, ..Cell::default() };
    let (mut in_text, mut in_reading_aid, mut in_formula) = (false, false, false);
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "row" => {
                    let number = attribute(tag, "r").and_then(|number| number.parse().ok());
                    cell.row = number.unwrap_or_else(|| cell.row.saturating_add(1));
                    cell.column = 0;
                    rows_before_hidden = says_yes(tag, "hidden").then(|| grid.row_count());
                }
                "col" if says_yes(tag, "hidden") => hide_columns(&mut hidden, tag),
                "c" => begin_cell(&mut cell, tag)?,
                "v" => {
                    in_text = cell.kind != "inlineStr";
                    cell.has_result = true;
                }
                "f" => {
                    in_formula = true;
                    cell.formula.push('=');
                }
                "t" => in_text = !in_reading_aid,
                "rPh" => in_reading_aid = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "v" | "t" => in_text = false,
                "f" => in_formula = false,
                "rPh" => in_reading_aid = false,
                "c" => {
                    push_cell(&mut grid, &cell, shared)?;
                    cell.column = cell.column.saturating_add(1);
                }
                "row" if rows_before_hidden.is_some_and(|before| grid.row_count() > before) => {
                    hidden.add_rows(cell.row, 1);
                }
                "sheetData" => break,
                _ => {}
            },
            event if in_text => push_text(&mut cell.text, event),
            event if in_formula => push_text(&mut cell.formula, event),
            _ => {}
        }
    }
    Ok((grid, hidden))
}

/// Whether an attribute is there and is on.
fn says_yes(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|yes| yes == "1" || yes == "true")
}

fn hide_columns(hidden: &mut Hidden, tag: &BytesStart<'_>) {
    let column =
        |name| -> Option<u32> { attribute(tag, name)?.parse::<u32>().ok()?.checked_sub(1) };
    if let (Some(first), Some(last)) = (column("min"), column("max")) {
        hidden.add_columns(first, last);
    }
}

fn begin_cell(cell: &mut Cell, tag: &BytesStart<'_>) -> Result<(), Fault> {
    cell.text.clear();
    cell.formula.clear();
    cell.has_result = false;
    cell.kind.clear();
    cell.style = 0;
    for attribute in tag.attributes().with_checks(false).flatten() {
        match attribute.key.local_name().as_ref() {
            "r" => {
                let damaged = Fault::Broken("damaged");
                (cell.column, cell.row) = position(&attribute.value).ok_or(damaged)?;
            }
            "s" => cell.style = attribute.value.parse().unwrap_or(0),
            "t" => cell.kind.push_str(&attribute.value),
            _ => {}
        }
    }
    Ok(())
}

/// Column from 0 and row from 1 of a name like `B12`.
fn position(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let mut column = 0_u32;
    for letter in name[..digits].bytes() {
        let number = letter.to_ascii_uppercase().checked_sub(b'A').filter(|n| *n < 26)?;
        column = column.checked_mul(26)?.checked_add(u32::from(number) + 1)?;
    }
    Some((column.checked_sub(1)?, name[digits..].parse().ok()?))
}

fn push_cell(grid: &mut Grid, cell: &Cell, shared: &Shared) -> Result<(), Fault> {
    if cell.text.is_empty() {
        // A program that computes nothing left the formula alone: it is no blank cell.
        if !cell.formula.is_empty() && !cell.has_result {
            grid.push(cell.row, cell.column, &unescape(&cell.formula))?;
        }
        return Ok(());
    }
    let (row, column) = (cell.row, cell.column);
    match cell.kind.as_str() {
        "s" => {
            let number = cell.text.trim().parse().ok();
            let text = number.and_then(|number| shared.strings.get(number));
            grid.push(row, column, text.ok_or(Fault::Broken("damaged"))?)?;
        }
        "b" => grid.push(row, column, if cell.text.trim() == "1" { "si" } else { "no" })?,
        "str" | "inlineStr" => grid.push(row, column, &unescape(&cell.text))?,
        "d" => grid.push(row, column, figure::iso_day(cell.text.trim()))?,
        "e" => grid.push(row, column, &cell.text)?,
        _ => {
            let shown = shared.styles.get(cell.style).copied().unwrap_or_default();
            grid.push(row, column, &figure::text(&cell.text, shown, shared.since_1904))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn cells_are_found_by_their_names() {
        assert_eq!(position("A1"), Some((0, 1)));
        assert_eq!(position("XFD1048576"), Some((16_383, 1_048_576)));
        for name in ["", "A", "1", "é1", "A-1", "AAAAAAAAAA1", "A99999999999"] {
            assert_eq!(position(name), None, "{name}");
        }
    }
}
