//! The scores as a table that fits the terminal: the tree, indented, one row a node or indicator.
//! Not here: colours of pages; a terminal has its own.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use traguardo::number;
use traguardo::report::Report;
use traguardo::rules::Colour;
use traguardo::score::{Outcome, PartOf};
use traguardo::text::Texts;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::output;

const COLUMNS: usize = 7;
const TITLE: usize = 1;
/// Weights and results stand to the right, under one another.
const NUMBERS: [usize; 2] = [2, 5];
/// Left out where the terminal is narrow: they stand in the other formats.
const SECONDARY: [usize; 2] = [3, 4];
const NARROW: usize = 100;
/// A title is never cut shorter than this, also where the row is then too long.
const TITLE_LEAST: usize = 24;
const GAP: &str = "  ";

type Cells<'a> = [Cow<'a, str>; COLUMNS];

/// The rows, one after the other in one text: a table of any size takes two allocations, not one
/// a cell, and each row is made and measured once.
#[derive(Default)]
struct Rows {
    text: String,
    rows: Vec<([Cell; COLUMNS], Option<Style>)>,
}

/// Where a cell ends within the text, and how wide it is on the terminal.
#[derive(Clone, Copy, Default)]
struct Cell {
    end: usize,
    width: usize,
}

impl Rows {
    fn push(&mut self, cells: &Cells<'_>, style: Option<Style>) {
        let row = cells.each_ref().map(|cell| {
            self.text.push_str(cell);
            Cell { end: self.text.len(), width: width(cell) }
        });
        self.rows.push((row, style));
    }

    /// How wide each column has to be for its widest cell.
    fn widths(&self) -> [usize; COLUMNS] {
        let mut widths = [0; COLUMNS];
        for (row, _) in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.width);
            }
        }
        widths
    }
}

/// How wide a text is on the terminal.
fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

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
    let names = ["code", "title", "weight", "target", "actual", "score", "band"];
    let mut rows = Rows::default();
    rows.push(&names.map(|name| words.say(&format!("cli-column-{name}"), &[]).into()), None);
    each_row(report, words, |cells, style| rows.push(&cells, style));
    let mut widths = rows.widths();
    fit(&mut widths, output::width());
    let coloured = output::is_coloured();
    let mut start = 0;
    for (row, style) in &rows.rows {
        write_row(out, &rows.text, start, row, &widths, style.filter(|_| coloured))?;
        start = row[COLUMNS - 1].end;
    }
    let measured = report.measured();
    let args = [("scored", measured.scored.into()), ("uses", measured.uses.into())];
    writeln!(out, "{}", words.say("cli-score-measured", &args))
}

/// Narrows the titles, and below [`NARROW`] leaves columns out, until a row fits.
fn fit(widths: &mut [usize; COLUMNS], limit: Option<usize>) {
    let Some(limit) = limit else { return };
    if limit < NARROW {
        for column in SECONDARY {
            widths[column] = 0;
        }
    }
    let shown = widths.iter().filter(|width| **width > 0).count();
    let total = widths.iter().sum::<usize>() + GAP.len() * shown.saturating_sub(1);
    let excess = total.saturating_sub(limit);
    widths[TITLE] = widths[TITLE].saturating_sub(excess).max(TITLE_LEAST.min(widths[TITLE]));
}

fn write_row(
    out: &mut impl Write,
    text: &str,
    mut start: usize,
    row: &[Cell; COLUMNS],
    widths: &[usize; COLUMNS],
    band: Option<Style>,
) -> io::Result<()> {
    let mut gap = "";
    for (at, (&cell, &room)) in row.iter().zip(widths).enumerate() {
        let whole = &text[start..cell.end];
        start = cell.end;
        if room == 0 {
            continue;
        }
        let (shown, taken) = if cell.width <= room {
            (Cow::Borrowed(whole), cell.width)
        } else {
            let cut = cut(whole, room);
            let taken = cut.width();
            (Cow::Owned(cut), taken)
        };
        let blank = room - taken;
        if NUMBERS.contains(&at) {
            write!(out, "{gap}{:blank$}{shown}", "")?;
        } else if at + 1 == COLUMNS {
            match band {
                Some(style) => write!(out, "{gap}{style}{shown}{style:#}")?,
                None => write!(out, "{gap}{shown}")?,
            }
        } else {
            write!(out, "{gap}{shown}{:blank$}", "")?;
        }
        gap = GAP;
    }
    writeln!(out)
}

/// The beginning of a text that is too wide, with a sign where it was cut.
pub fn cut(text: &str, room: usize) -> String {
    let mut cut = String::new();
    let mut taken = 1;
    for letter in text.chars() {
        taken += letter.width().unwrap_or_default();
        if taken > room {
            break;
        }
        cut.push(letter);
    }
    format!("{}…", cut.trim_end())
}

/// The body, then each node with its own indicators before its children.
fn each_row(report: &Report<'_>, words: &Texts, mut row: impl FnMut(Cells<'_>, Option<Style>)) {
    let plan = report.plan;
    let tree = &report.scores.tree;
    let body = report.scores.body.rolled.outcome;
    let code = (plan.body.ipa.as_str(), 0);
    let blank = || Cow::from("");
    let cells = [indented(code), plan.body.name.as_str().into(), blank(), blank(), blank()];
    emit(cells, body, report, words, &mut row);
    let mut depth = vec![1; plan.nodes.len()];
    for &at in &tree.order {
        for child in &tree.children[at] {
            depth[*child] = depth[at] + 1;
        }
        let node = &plan.nodes[at];
        let weight = node.details.weight.map(number::format).unwrap_or_default();
        let target = node.details.targets.year.as_ref().map_or("", |t| t.verbatim.as_str());
        let code = indented((&node.code, depth[at]));
        let cells = [code, node.title.as_str().into(), weight.into(), target.into(), blank()];
        emit(cells, report.scores.outcome(PartOf::Node(at)), report, words, &mut row);
        for &used in &tree.uses[at] {
            let cells = use_cells(report, used, depth[at] + 1, words);
            emit(cells, report.scores.outcome(PartOf::Use(used)), report, words, &mut row);
        }
    }
}

fn use_cells<'a>(
    report: &Report<'a>,
    at: usize,
    depth: usize,
    words: &Texts,
) -> [Cow<'a, str>; COLUMNS - 2] {
    let used = &report.plan.uses[at];
    let target = report.target(at).map_or("", |expected| expected.verbatim.as_str());
    let weight = used.details.weight.map(number::format).unwrap_or_default();
    let actual = report.scores.uses[at].reckoning.actual;
    let actual = actual.map(|actual| words.actual(actual)).unwrap_or_default();
    let code = indented((&used.indicator, depth));
    [code, report.use_title(at).into(), weight.into(), target.into(), actual.into()]
}

fn indented((code, depth): (&str, usize)) -> Cow<'static, str> {
    format!("{:indent$}{code}", "", indent = depth * 2).into()
}

/// Completes a row with its result and its band.
fn emit(
    [code, title, weight, target, actual]: [Cow<'_, str>; COLUMNS - 2],
    outcome: Outcome,
    report: &Report<'_>,
    words: &Texts,
    row: &mut impl FnMut(Cells<'_>, Option<Style>),
) {
    let band = outcome.score().and_then(|score| report.rules.band(score));
    let result = match outcome {
        Outcome::Scored(score) => report.rules.printed(score),
        _ => words.say(&format!("outcome-{}", outcome.name()), &[]),
    };
    let name = band.map_or("", |band| &band.name);
    let cells = [code, title, weight, target, actual, result.into(), name.into()];
    row(cells, band.map(|band| style(band.colour)));
}

fn style(colour: Colour) -> Style {
    let colour = match colour {
        Colour::Green | Colour::Olive => AnsiColor::Green,
        Colour::Amber => AnsiColor::Yellow,
        Colour::Red => AnsiColor::Red,
        Colour::Blue => AnsiColor::Blue,
        Colour::Grey => AnsiColor::BrightBlack,
    };
    colour.on_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_cut_until_the_row_fits() {
        let mut widths = [10, 60, 5, 20, 10, 9, 15];
        fit(&mut widths, Some(120));
        assert_eq!(widths.iter().sum::<usize>() + 2 * 6, 120);
        let mut widths = [10, 60, 5, 20, 10, 9, 15];
        fit(&mut widths, Some(80));
        assert_eq!(widths, [10, 33, 5, 0, 0, 9, 15]);
        assert_eq!(cut("Competitività delle imprese", 14), "Competitività…");
    }
}
