//! A workbook of plain sheets: lines of texts under a header, for whoever goes on with them.
//! Not here: the workbook of a hand-in, which can be read back.

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

/// The widest that a column is made, in characters.
const WIDTH_MOST: usize = 60;

/// The bytes of a workbook with a sheet for each name, the first line of which is its header.
pub(super) fn bytes(sheets: &[(String, Vec<Vec<String>>)], year: i16) -> io::Result<Vec<u8>> {
    build(sheets, year).map_err(|fault| io::Error::new(io::ErrorKind::InvalidData, fault))
}

fn build(sheets: &[(String, Vec<Vec<String>>)], year: i16) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same lines give the same bytes, whenever they are written.
    let year = u16::try_from(year.clamp(1990, 2200)).unwrap_or(1990);
    let created = ExcelDateTime::from_ymd(year, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let plain = Format::new().set_num_format("@").set_align(FormatAlign::Top).set_text_wrap();
    let bold = Format::new().set_bold().set_align(FormatAlign::Top).set_text_wrap();
    for (name, lines) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        let columns = lines.first().map_or(0, Vec::len);
        for (column, at) in (0_u16..).zip(0..columns) {
            let longest = lines.iter().filter_map(|line| line.get(at)).map(|c| c.chars().count());
            let width = u16::try_from(longest.max().unwrap_or(0).min(WIDTH_MOST) + 2);
            sheet.set_column_width(column, f64::from(width.unwrap_or(10).max(8)))?;
        }
        for (row, line) in (0_u32..).zip(lines) {
            for (column, cell) in (0_u16..).zip(line) {
                let format = if row == 0 { &bold } else { &plain };
                if !cell.is_empty() {
                    sheet.write_string_with_format(row, column, cell, format)?;
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?;
    }
    workbook.save_to_buffer()
}
