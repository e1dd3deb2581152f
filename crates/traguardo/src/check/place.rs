//! Where an issue of a plan or of a reading stands, with what is written in the cell.
//! Not here: places in files that could not be read, which their readers name.

use std::borrow::Cow;

use crate::issue::{Cell, Place, Table};
use crate::number::{self, Decimal};
use crate::period::Date;
use crate::plan::{Details, Node, Use};
use crate::quantity::Quantity;
use crate::reading::{Observed, Reading};

/// A place in the row of a node or use. The code and what stands in [`Details`] are quoted; what
/// only nodes or only indicators have, the caller quotes.
pub(crate) fn in_plan(
    details: &Details,
    code: &str,
    column: impl Into<Cow<'static, str>>,
) -> Place {
    let column = column.into();
    let text = if column == "codice" { code.to_owned() } else { text_in(details, &column) };
    let place = Place::table(Table::Plan).row(details.row).column(column).code(code);
    quoted(place, text)
}

/// A place in the row of a node.
pub(super) fn of_node(node: &Node, column: &'static str) -> Place {
    let text = match column {
        "padre" => node.parent.clone().unwrap_or_default(),
        "livello" => node.level.clone(),
        "titolo" => node.title.clone(),
        "quota_indicatori" => share(node.quotas.indicators),
        "quota_obiettivi" => share(node.quotas.children),
        "valutazione_oiv" => share(node.card.assessed),
        _ => return in_plan(&node.details, &node.code, column),
    };
    let place = Place::table(Table::Plan).row(node.details.row).column(column).code(&node.code);
    quoted(place, text)
}

/// A place in the row of a use of an indicator, whose title the caller knows.
pub(super) fn of_use(used: &Use, column: &'static str, text: &str) -> Place {
    let place = Place::table(Table::Plan).row(used.details.row).column(column);
    quoted(place.code(&used.indicator), text.to_owned())
}

/// A place in the row of a reading.
pub(crate) fn in_readings(reading: &Reading, column: &'static str) -> Place {
    let text = match (column, &reading.observed) {
        ("indicatore", _) => reading.indicator.clone(),
        ("data", _) => day(reading.date),
        ("nota", _) => reading.note.clone().unwrap_or_default(),
        ("motivo", _) => reading.reason.clone().unwrap_or_default(),
        ("registrato_il", _) => reading.recorded_at.map_or_else(String::new, |at| at.to_string()),
        ("numeratore", Observed::Quotient { numerator, .. }) => number::format(*numerator),
        ("denominatore", Observed::Quotient { denominator, .. }) => number::format(*denominator),
        ("valore", Observed::Quotient { stated, .. }) => {
            stated.as_ref().map_or_else(String::new, Quantity::written)
        }
        ("valore", Observed::Number(quantity)) => quantity.written(),
        ("valore", Observed::NotAvailable) => "N/D".to_owned(),
        ("valore", Observed::YesNo(yes)) => if *yes { "si" } else { "no" }.to_owned(),
        ("fatto_il", Observed::Done(done)) => day(Some(*done)),
        ("giudizio", Observed::Judgement(mark)) => number::format(*mark),
        (_, Observed::Unread(text)) => text.clone(),
        _ => String::new(),
    };
    let place = Place::table(Table::Readings).row(reading.row).column(column);
    quoted(place.code(&reading.indicator), text)
}

/// Quotes what is written; a blank cell has nothing to quote.
fn quoted(place: Place, text: String) -> Place {
    if text.is_empty() { place } else { place.cell(Cell::whole(text)) }
}

fn text_in(details: &Details, column: &str) -> String {
    let targets = &details.targets;
    let verbatim = match column {
        "peso" => return share(details.weight),
        "note" => return details.note.clone().unwrap_or_default(),
        "atto" => return details.acts.join(" | "),
        "responsabile" => return details.responsible.join(" | "),
        "rilevatore" => return details.collectors.join(" | "),
        "target" => targets.year.as_ref(),
        _ => match column.split_once('_') {
            Some(("target", year)) => year.parse().ok().and_then(|y| targets.other_years.get(&y)),
            Some(("periodico", date)) => date.parse().ok().and_then(|d| targets.periodic.get(&d)),
            Some(("soglia", score)) => score.parse().ok().and_then(|s| targets.steps.get(&s)),
            _ => None,
        },
    };
    verbatim.map_or_else(String::new, |expected| expected.verbatim.clone())
}

fn share(number: Option<Decimal>) -> String {
    number.map_or_else(String::new, number::format)
}

fn day(date: Option<Date>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}
