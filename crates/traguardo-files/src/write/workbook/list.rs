//! What a cell may hold, as lists to choose from: levels, directions, states, offices.
//! Not here: what else a reader takes; a list of a spreadsheet proposes, it does not decide.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};
use traguardo::issue::Table as Name;
use traguardo::plan::Plan;

use super::super::table::Table;
use crate::word;

/// The sheet that holds the lists; readers leave it alone.
pub(crate) const SHEET: &str = "Liste";

/// Rows below the last one in which the lists are offered too.
const ROWS_MORE: u32 = 500;

/// The lists, each with its header, in the order of the columns of the sheet.
fn lists(plan: &Plan) -> Vec<(&'static str, Vec<String>)> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let mut levels = plan.levels.clone();
    levels.push(word::INDICATOR.to_owned());
    vec![
        ("livello", levels),
        ("verso", words(&word::DIRECTIONS.map(|(word, _)| word))),
        ("stato", words(&word::STATUSES.map(|(word, _)| word))),
        ("cumulato", words(&["si", "no"])),
        ("pira", words(&["si"])),
        ("responsabile", plan.offices.iter().map(|office| office.code.clone()).collect()),
        ("rilevazione", words(&word::READING_STATES.map(|(word, _)| word))),
    ]
}

/// Which list a column offers.
fn list_of(table: Name, column: &str) -> Option<&'static str> {
    Some(match (table, column) {
        (Name::Plan, "livello") => "livello",
        (Name::Plan, "verso") => "verso",
        (Name::Plan, "stato") => "stato",
        (Name::Plan, "cumulato") => "cumulato",
        (Name::Plan, "pira") => "pira",
        (Name::Plan, "responsabile" | "rilevatore") => "responsabile",
        (Name::Readings, "stato") => "rilevazione",
        _ => return None,
    })
}

/// Adds the lists to the columns of a sheet.
pub(super) fn add(sheet: &mut Worksheet, table: &Table, plan: &Plan) -> Result<(), XlsxError> {
    let lists = lists(plan);
    for (column, name) in (0_u16..).zip(&table.header) {
        let Some(wanted) = list_of(table.name, name) else { continue };
        let found = (0_u16..).zip(&lists).find(|(_, (list, _))| *list == wanted);
        let Some((at, (_, entries))) = found.filter(|(_, (_, entries))| !entries.is_empty()) else {
            continue;
        };
        let letters = crate::header::letters(at);
        let range = format!("={SHEET}!${letters}$2:${letters}${}", entries.len() + 1);
        // Several offices stand in one cell, and a level may be new: one may insist.
        let insisting = match wanted {
            "responsabile" | "livello" => DataValidationErrorStyle::Information,
            _ => DataValidationErrorStyle::Stop,
        };
        let validation = DataValidation::new()
            .allow_list_formula(Formula::new(range))
            .ignore_blank(true)
            .set_error_style(insisting);
        let last = u32::try_from(table.rows.len()).unwrap_or(u32::MAX).saturating_add(ROWS_MORE);
        sheet.add_data_validation(1, column, last, column, &validation)?;
    }
    Ok(())
}

/// Writes the lists into a hidden sheet: a list within a cell holds 255 characters at most.
pub(super) fn write_sheet(sheet: &mut Worksheet, plan: &Plan) -> Result<(), XlsxError> {
    sheet.set_name(SHEET)?;
    sheet.set_hidden(true);
    for (column, (name, entries)) in (0_u16..).zip(lists(plan)) {
        sheet.write_string(0, column, name)?;
        for (row, entry) in (1_u32..).zip(entries) {
            sheet.write_string(row, column, entry)?;
        }
    }
    Ok(())
}
