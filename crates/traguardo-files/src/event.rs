//! `eventi.csv` or the sheet `Eventi`: the events that deadlines refer to, one a row.
//! Not here: the deadlines.

use traguardo::issue::Table;
use traguardo::plan::Event;

use crate::grid::Grid;
use crate::header::{Columns, Header};
use crate::issues::Issues;

/// The columns of events.
pub(crate) const COLUMNS: Columns =
    Columns { table: Table::Events, known: &["evento", "data", "atto"], mandatory: &["evento"] };

/// Reads the rows.
pub(crate) fn read(grid: &Grid, issues: &mut Issues) -> Vec<Event> {
    let mut events = Vec::new();
    let header = Header::<()>::read(grid, COLUMNS, |_| None, issues);
    if !header.is_complete {
        return events;
    }
    header.each_row(grid, issues, |row| {
        let Some(name) = row.required(0) else { return };
        let (name, date) = (name.to_owned(), row.date(1));
        events.push(Event { name, date, act: row.text(2), row: row.number });
    });
    events
}
