//! The workbook: the sheets of the hand-in, fit to be worked in, and one whose formulas score it.
//! Not here: what stands in the sheets of the hand-in, see [`super::tables`].

mod cell;
mod formula;
mod list;
mod note;
mod scores;

use std::io;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, ProtectionOptions, Workbook, Worksheet,
    XlsxError,
};
use traguardo::issue::Table as Name;
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::report::Report;
use traguardo::rules::Rules;
use traguardo::text::Texts;

use super::table::Table;
use super::{entry, tables};
use cell::Cell;

pub(super) use list::SHEET as LISTS;
pub(super) use scores::SHEET as SCORES;

/// The widest that a column is made, in characters.
const WIDTH_MOST: usize = 60;

/// The bytes of a workbook without scores.
pub(super) fn bytes(plan: &Plan, readings: &Readings, rules: &Rules) -> io::Result<Vec<u8>> {
    invalid(build(plan, readings, rules, None))
}

/// The bytes of a workbook with the scores of a report and the sentences of its issues.
pub(super) fn bytes_with_scores(report: &Report<'_>, words: &Texts) -> io::Result<Vec<u8>> {
    let Report { plan, readings, rules, .. } = report;
    invalid(build(plan, readings, rules, Some((report, words))))
}

fn invalid(built: Result<Vec<u8>, XlsxError>) -> io::Result<Vec<u8>> {
    built.map_err(|fault| io::Error::new(io::ErrorKind::InvalidData, fault))
}

fn build(
    plan: &Plan,
    readings: &Readings,
    rules: &Rules,
    scored: Option<(&Report<'_>, &Texts)>,
) -> Result<Vec<u8>, XlsxError> {
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
    let notes = scored.map(|(_, words)| note::notes(plan, readings, rules, words));
    for table in &all {
        let sheet = workbook.add_worksheet();
        write_sheet(sheet, table)?;
        list::add(sheet, table, plan)?;
        if let Some(notes) = &notes {
            note::add(sheet, table, notes)?;
        }
    }
    if let Some((report, words)) = scored {
        scores::write(workbook.add_worksheet(), report, &all, words)?;
    }
    list::write_sheet(workbook.add_worksheet(), plan)?;
    workbook.save_to_buffer()
}

/// A sheet with its header fixed and filtered, and its codes protected: without a password, so
/// that nobody changes one by accident and whoever means to can.
fn write_sheet(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let bold = Format::new().set_num_format("@").set_bold();
    sheet.set_name(table.name.sheet().unwrap_or_default())?;
    for (column, name) in (0_u16..).zip(&table.header) {
        let cells = table.rows.iter().map(|row| &row[usize::from(column)]);
        let longest = cells.chain([name]).map(|cell| cell.chars().count()).max().unwrap_or(0);
        let width = u16::try_from(longest.min(WIDTH_MOST) + 2).unwrap_or(10);
        sheet.set_column_format(column, &plain().set_unlocked())?;
        sheet.set_column_width(column, f64::from(width.max(8)))?;
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    let last_column = u16::try_from(table.header.len()).unwrap_or(u16::MAX).saturating_sub(1);
    for (number, row) in (1_u32..).zip(&table.rows) {
        for ((column, cell), name) in (0_u16..).zip(row).zip(&table.header) {
            let is_code = cell::is_code(table.name, name);
            let locked = |format: Format| if is_code { format } else { format.set_unlocked() };
            match Cell::of(table.name, name, cell) {
                Cell::Blank => {}
                Cell::Text(text) => {
                    sheet.write_string_with_format(number, column, text, &locked(plain()))?;
                }
                Cell::Number { number: digits, format } => {
                    let format = locked(plain().set_num_format(format));
                    sheet.write_number_with_format(number, column, digits, &format)?;
                }
                Cell::Day(day) => {
                    let format = locked(plain().set_num_format("dd/mm/yyyy"));
                    sheet.write_datetime_with_format(number, column, &day, &format)?;
                }
            }
        }
    }
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

/// As text, so that a spreadsheet does not turn `1.10` into a date when a cell is edited.
fn plain() -> Format {
    Format::new().set_num_format("@").set_align(FormatAlign::Top)
}
