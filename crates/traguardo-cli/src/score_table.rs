//! The scores as a table that fits the terminal: the tree, indented, one row a node or indicator.
//! Not here: colours of pages; a terminal has its own.

use std::io::{self, Write};

use comfy_table::{Cell, CellAlignment, Color, ColumnConstraint, ContentArrangement, Table, Width};
use rust_decimal::Decimal;
use traguardo::number;
use traguardo::report::Report;
use traguardo::rules::Colour;
use traguardo::score::{Actual, Outcome, PartOf};
use traguardo::text::Texts;

use crate::output;

/// Writes the tree with its scores.
pub fn write(out: &mut impl Write, report: &Report<'_>, words: &Texts) -> io::Result<()> {
    let plan = report.plan;
    let title = words.say(
        "cli-score-title",
        &[
            ("body", plan.body.name.as_str().into()),
            ("year", plan.year.to_string().into()),
            ("date", report.scores.at.into()),
        ],
    );
    writeln!(out, "{title}")?;
    let mut table = framed(output::width(), words);
    add_rows(&mut table, report, words);
    writeln!(out, "{table}")?;
    let measured = report.measured();
    let args = [("scored", measured.scored.into()), ("uses", measured.uses.into())];
    writeln!(out, "{}", words.say("cli-score-measured", &args))
}

/// Below this width targets and actuals are left out: they stand in the other formats.
const NARROW: u16 = 100;

fn framed(width: Option<u16>, words: &Texts) -> Table {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    match width {
        Some(width) => {
            table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
        }
        None => {
            table.set_content_arrangement(ContentArrangement::Disabled);
        }
    }
    let headers = ["code", "title", "weight", "target", "actual", "score", "band"];
    table.set_header(headers.map(|name| words.say(&format!("cli-column-{name}"), &[])));
    for (at, column) in table.column_iter_mut().enumerate() {
        match at {
            1 => column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(24))),
            3 | 4 if width.is_some_and(|width| width < NARROW) => {
                column.set_constraint(ColumnConstraint::Hidden)
            }
            0 | 2 | 5 | 6 => column.set_constraint(ColumnConstraint::ContentWidth),
            _ => column,
        };
        if matches!(at, 2 | 5) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// The body, then each node with its own indicators before its children.
fn add_rows(table: &mut Table, report: &Report<'_>, words: &Texts) {
    let plan = report.plan;
    let tree = &report.scores.tree;
    let body = report.scores.body.rolled.outcome;
    let row = Row { code: &plan.body.ipa, title: &plan.body.name, depth: 0, weight: None };
    table.add_row(cells(row, [String::new(), String::new()], body, report, words));
    let mut depth = vec![1; plan.nodes.len()];
    for &at in &tree.order {
        for child in &tree.children[at] {
            depth[*child] = depth[at] + 1;
        }
        let node = &plan.nodes[at];
        let target = node.details.targets.year.as_ref().map(|t| t.verbatim.clone());
        let weight = node.details.weight;
        let row = Row { code: &node.code, title: &node.title, depth: depth[at], weight };
        let outcome = report.scores.outcome(PartOf::Node(at));
        let target = [target.unwrap_or_default(), String::new()];
        table.add_row(cells(row, target, outcome, report, words));
        for &used in &tree.uses[at] {
            add_use(table, report, (used, depth[at] + 1), words);
        }
    }
}

fn add_use(table: &mut Table, report: &Report<'_>, (at, depth): (usize, usize), words: &Texts) {
    let used = &report.plan.uses[at];
    let reckoning = &report.scores.uses[at].reckoning;
    let target = report.target(at).map(|expected| expected.verbatim.clone());
    let actual = match reckoning.actual {
        Some(Actual::Number(number)) => number::format(number.round_dp(6)),
        Some(Actual::Date(date)) => date.strftime("%d/%m/%Y").to_string(),
        Some(Actual::YesNo(yes)) => words.say(if yes { "cli-yes" } else { "cli-no" }, &[]),
        Some(Actual::NotAvailable) => "N/D".to_owned(),
        None => String::new(),
    };
    let title = report.use_title(at);
    let row = Row { code: &used.indicator, title, depth, weight: used.details.weight };
    let outcome = reckoning.outcome;
    table.add_row(cells(row, [target.unwrap_or_default(), actual], outcome, report, words));
}

/// What a row begins with.
struct Row<'a> {
    code: &'a str,
    title: &'a str,
    depth: usize,
    weight: Option<Decimal>,
}

fn cells(
    row: Row<'_>,
    [target, actual]: [String; 2],
    outcome: Outcome,
    report: &Report<'_>,
    words: &Texts,
) -> comfy_table::Row {
    let band = outcome.score().and_then(|score| report.rules.band(score));
    let result = match outcome {
        Outcome::Scored(score) => report.rules.printed(score),
        _ => words.say(&format!("outcome-{}", outcome.name()), &[]),
    };
    let word = Cell::new(band.map_or("", |band| &band.name));
    let mut row = comfy_table::Row::from(vec![
        Cell::new(format!("{}{}", "  ".repeat(row.depth), row.code)),
        Cell::new(row.title),
        Cell::new(row.weight.map(number::format).unwrap_or_default()),
        Cell::new(target),
        Cell::new(actual),
        Cell::new(result),
        match band {
            Some(band) => word.fg(colour(band.colour)),
            None => word,
        },
    ]);
    // One line a row: a table is scanned, whole titles stand in the other formats.
    row.max_height(1);
    row
}

fn colour(colour: Colour) -> Color {
    match colour {
        Colour::Green => Color::Green,
        Colour::Olive => Color::DarkGreen,
        Colour::Amber => Color::DarkYellow,
        Colour::Red => Color::Red,
        Colour::Blue => Color::Blue,
        Colour::Grey => Color::Grey,
    }
}
