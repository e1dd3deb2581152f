//! Scores as a CSV table for a spreadsheet: one row a node or indicator, in the order of the tree.
//! Not here: the plan itself, which the writers of a hand-in write.

use std::borrow::Cow;
use std::io::{self, Write};

use traguardo::number;
use traguardo::report::Report;
use traguardo::score::{Outcome, PartOf, Rolled};
use traguardo::text::Texts;

const HEADER: [&str; 12] = [
    "codice",
    "padre",
    "livello",
    "titolo",
    "peso",
    "target",
    "valore",
    "esito",
    "risultato",
    "fascia",
    "sul_misurato",
    "copertura",
];

/// Writes the tree with its scores, `;` between cells, numbers the Italian way.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use traguardo::{period::parse_date, report::Report, rules::Rules, sample};
/// use traguardo::text::{Lang, Texts};
///
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let report = Report::new(&plan, &readings, &rules, parse_date("30/06/2020").unwrap());
/// let mut csv = Vec::new();
/// traguardo_files::scores::write_csv(&mut csv, &report, Texts::of(Lang::It)).unwrap();
/// assert!(String::from_utf8(csv).unwrap().contains("301;1;obiettivo strategico"));
/// ```
pub fn write_csv(out: &mut impl Write, report: &Report<'_>, words: &Texts) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(out);
    csv.write_record(HEADER)?;
    let plan = report.plan;
    let body = [&plan.body.ipa, "", "ente", &plan.body.name, "", "", ""];
    write_row(&mut csv, body, &report.scores.body.rolled, report, words)?;
    for &at in &report.scores.tree.order {
        let node = &plan.nodes[at];
        let weight = node.details.weight.map(number::format).unwrap_or_default();
        let target = node.details.targets.year.as_ref().map_or("", |t| t.verbatim.as_str());
        let parent = node.parent.as_deref().unwrap_or_default();
        let row = [&node.code, parent, &node.level, &node.title, &weight, target, ""];
        write_row(&mut csv, row, &report.scores.nodes[at].rolled, report, words)?;
        for &used in &report.scores.tree.uses[at] {
            write_use(&mut csv, used, report, words)?;
        }
    }
    csv.flush()
}

fn write_use(
    csv: &mut csv::Writer<impl Write>,
    at: usize,
    report: &Report<'_>,
    words: &Texts,
) -> io::Result<()> {
    let used = &report.plan.uses[at];
    let weight = used.details.weight.map(number::format).unwrap_or_default();
    let target = report.target(at).map_or("", |expected| expected.verbatim.as_str());
    let actual = report.scores.uses[at].reckoning.actual;
    let actual = actual.map(|actual| words.actual(actual)).unwrap_or_default();
    let outcome = report.scores.outcome(PartOf::Use(at));
    let measured = if outcome.score().is_some() { 100 } else { 0 };
    let coverage = (!outcome.is_out()).then(|| measured.into());
    let rolled = Rolled { outcome, cause: None, on_measured: outcome.score(), coverage };
    let title = report.use_title(at);
    let row = [&used.indicator, &*used.node, "indicatore", title, &weight, target, &actual];
    write_row(csv, row, &rolled, report, words)
}

fn write_row(
    csv: &mut csv::Writer<impl Write>,
    row: [&str; 7],
    rolled: &Rolled,
    report: &Report<'_>,
    words: &Texts,
) -> io::Result<()> {
    let band = rolled.outcome.score().and_then(|score| report.rules.band(score));
    let printed = |score| report.rules.printed(score);
    let state = match rolled.outcome {
        Outcome::Scored(_) => String::new(),
        outcome => words.say(&format!("outcome-{}", outcome.name()), &[]),
    };
    for (at, cell) in row.into_iter().enumerate() {
        // Codes, titles and targets are the body's text; weight and actual are written here.
        if matches!(at, 4 | 6) {
            csv.write_field(cell)?;
        } else {
            csv.write_field(harmless(cell).as_ref())?;
        }
    }
    csv.write_record([
        state,
        rolled.outcome.score().map(printed).unwrap_or_default(),
        band.map(|band| band.name.clone()).unwrap_or_default(),
        rolled.on_measured.map(printed).unwrap_or_default(),
        rolled.coverage.map(|c| number::format(c.round_dp(2).normalize())).unwrap_or_default(),
    ])?;
    Ok(())
}

/// A text of the body's as a CSV cell that a spreadsheet does not run as a formula.
///
/// ```
/// use traguardo_files::scores::harmless;
/// assert_eq!((harmless("=A1").as_ref(), harmless("-3,5").as_ref()), ("'=A1", "-3,5"));
/// ```
#[must_use]
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    // A lone dash, or a negative figure, is no formula.
    let is_plain = cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ',' | '.' | ' '));
    if runs && !is_plain { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}
