//! `uffici.csv` or the sheet `Uffici`: the offices of the body, one a row.
//! Not here: which rows of the plan they answer for.

use traguardo::issue::Table;
use traguardo::office::Office;

use crate::grid::Grid;
use crate::header::{Columns, Header};
use crate::issues::Issues;

/// The columns of offices.
pub(crate) const COLUMNS: Columns = Columns {
    table: Table::Offices,
    known: &["codice", "nome", "padre", "tipo", "responsabile"],
    mandatory: &["codice", "nome"],
};

/// Reads the rows.
pub(crate) fn read(grid: &Grid, issues: &mut Issues) -> Vec<Office> {
    let mut offices = Vec::new();
    let header = Header::<()>::read(grid, COLUMNS, |_| None, issues);
    if !header.is_complete {
        return offices;
    }
    header.each_row(grid, issues, |row| {
        let (code, name) = (row.required(0), row.required(1));
        let Some(code) = code else { return };
        offices.push(Office {
            code: code.to_owned(),
            name: name.unwrap_or(code).to_owned(),
            parent: row.text(2),
            kind: row.text(3),
            head: row.text(4),
            row: row.number,
        });
    });
    offices
}
