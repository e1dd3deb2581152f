//! `risposte.csv` or the sheet `Risposte`: what persons answered about doubtful targets.
//! Not here: what an answer does to a target, see [`traguardo::plan::Plan::understand`].

use traguardo::issue::{Table, kinds, nearest};
use traguardo::target::answer::Answer;

use crate::grid::Grid;
use crate::header::{Columns, Header};
use crate::issues::Issues;
use crate::plan::TargetColumn;
use crate::row::shortened;

/// The columns of answers.
pub(crate) const COLUMNS: Columns = Columns {
    table: Table::Answers,
    known: &["codice", "padre", "colonna", "scritto", "significa", "da", "il"],
    mandatory: &["codice", "colonna", "scritto", "significa"],
};

/// Reads the rows.
pub(crate) fn read(grid: &Grid, issues: &mut Issues) -> Vec<Answer> {
    let mut answers = Vec::new();
    let header = Header::<()>::read(grid, COLUMNS, |_| None, issues);
    if !header.is_complete {
        return answers;
    }
    header.each_row(grid, issues, |row| {
        let cells = [0, 2, 3, 4].map(|column| row.required(column));
        let [Some(code), Some(column), Some(written), Some(means)] = cells else { return };
        let name = column.to_lowercase();
        let column = match TargetColumn::parse(&name) {
            Some(known) => known.name(),
            None if name == "target" => name,
            None => {
                let near = nearest(&name, ["target", "target_", "periodico_", "soglia_"]);
                row.fault(&kinds::CELL_NOT_ALLOWED, 2, |issue| {
                    issue
                        .with("found", shortened(column))
                        .with("allowed", "target, target_2021, periodico_2020-06-30, soglia_80")
                        .with("nearest", near.unwrap_or("none"))
                });
                return;
            }
        };
        answers.push(Answer {
            code: code.to_owned(),
            parent: row.text(1),
            column,
            written: written.to_owned(),
            means: means.to_owned(),
            by: row.text(5),
            on: row.date(6),
            row: row.number,
        });
    });
    answers
}
