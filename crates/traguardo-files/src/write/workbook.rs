//! The sheets of a workbook: every cell a text, the header fixed above the rows.
//! Not here: what stands in them.

use std::io;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};
use traguardo::issue::Table as Name;
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;

use super::table::Table;
use super::{entry, tables};

/// The widest that a column is made, in characters.
const WIDTH_MOST: usize = 60;

/// The bytes of the workbook.
pub(super) fn bytes(plan: &Plan, readings: &Readings, rules: &Rules) -> io::Result<Vec<u8>> {
    build(plan, readings, rules).map_err(|fault| io::Error::new(io::ErrorKind::InvalidData, fault))
}

fn build(plan: &Plan, readings: &Readings, rules: &Rules) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same plan gives the same bytes, whenever it is written.
    let year = u16::try_from(plan.year.clamp(1990, 2200)).unwrap_or(1990);
    let created = ExcelDateTime::from_ymd(year, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let keys = |name: Name, entries: &[entry::Entry]| Table {
        name,
        header: vec!["chiave".to_owned(), "valore".to_owned()],
        rows: entry::rows(entries),
    };
    let mut all =
        vec![keys(Name::Body, &entry::body(plan)), keys(Name::Rules, &entry::rules(rules))];
    all.extend(tables(plan, readings));
    for table in &all {
        write_sheet(workbook.add_worksheet(), table)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    // As text, so that a spreadsheet does not turn `1.10` into a date when a cell is edited.
    let plain = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    let bold = Format::new().set_num_format("@").set_bold();
    sheet.set_name(table.name.sheet().unwrap_or_default())?;
    for (column, name) in (0_u16..).zip(&table.header) {
        let cells = table.rows.iter().map(|row| &row[usize::from(column)]);
        let longest = cells.chain([name]).map(|cell| cell.chars().count()).max().unwrap_or(0);
        let width = u16::try_from(longest.min(WIDTH_MOST) + 2).unwrap_or(10);
        sheet.set_column_format(column, &plain)?;
        sheet.set_column_width(column, f64::from(width))?;
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    for (number, row) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(row) {
            if !cell.is_empty() {
                sheet.write_string_with_format(number, column, cell, &plain)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
