//! The table of indicators.
//! Not here: their use by nodes, see [`crate::node`].

use traguardo::indicator::{Direction, Indicator};

use crate::error::Fault;
use crate::table::{Cells, Line, Table, Words, word};

pub(crate) static INDICATOR: Table = Table::of_revision(
    "indicator",
    &[&["code", "title", "measure", "direction", "formula", "source", "accumulates", "frequency"]],
);

const DIRECTIONS: &Words<Direction> = &[("up", Direction::Up), ("down", Direction::Down)];

pub(crate) fn fill(cells: &mut Cells, indicator: &Indicator) {
    cells.text(&indicator.code);
    cells.text(&indicator.title);
    cells.text_or_blank(indicator.measure.as_deref());
    cells.text_or_blank(indicator.direction.map(|direction| word(DIRECTIONS, &direction)));
    cells.text_or_blank(indicator.formula.as_deref());
    cells.text_or_blank(indicator.source.as_deref());
    cells.whole_or_blank(indicator.accumulates);
    cells.text_or_blank(indicator.frequency.as_deref());
}

pub(crate) fn read(line: &mut Line<'_>) -> Result<Indicator, Fault> {
    Ok(Indicator {
        code: line.text()?,
        title: line.text()?,
        measure: line.text_or_blank()?,
        direction: line.case_or_blank(DIRECTIONS)?,
        formula: line.text_or_blank()?,
        source: line.text_or_blank()?,
        accumulates: line.yes_or_blank()?,
        frequency: line.text_or_blank()?,
    })
}
