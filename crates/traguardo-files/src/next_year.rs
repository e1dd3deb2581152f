//! What to reconsider of a plan copied into the next year, as JSON.
//! Not here: the copying, see [`traguardo::next_year`].

use std::io::{self, Write};

use serde::Serialize;
use traguardo::edit::RowOf;
use traguardo::next_year::NextYear;
use traguardo::plan::Status;
use traguardo::text::Texts;

#[derive(Serialize)]
struct Root<'a> {
    year: i16,
    nodes: usize,
    indicators: usize,
    references: usize,
    reconsider: Vec<Reconsider<'a>>,
    left_out: Vec<LeftOut<'a>>,
}

#[derive(Serialize)]
struct Reconsider<'a> {
    node: Option<&'a str>,
    indicator: Option<&'a str>,
    title: &'a str,
    column: Option<&'a str>,
    reason: &'static str,
    sentence: String,
}

#[derive(Serialize)]
struct LeftOut<'a> {
    node: Option<&'a str>,
    indicator: Option<&'a str>,
    title: &'a str,
    why: &'static str,
}

/// Writes what to reconsider, its sentences in one language.
///
/// # Errors
/// Those of the output.
///
/// ```
/// use traguardo::{difference::Side, next_year::next_year, rules::Rules, sample};
/// use traguardo::text::{Lang, Texts};
/// let (plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
/// let next = next_year(Side { plan: &plan, readings: &readings, rules: &rules }, &[]);
/// let mut json = Vec::new();
/// traguardo_files::next_year::write_json(&mut json, &next, Texts::of(Lang::En)).unwrap();
/// assert!(String::from_utf8(json).unwrap().contains("\"reason\":\"already_met\""));
/// ```
pub fn write_json(out: &mut impl Write, next: &NextYear, texts: &Texts) -> io::Result<()> {
    let plan = &next.contents.plan;
    let reconsider = next.reconsider.iter().map(|one| {
        let (node, indicator) = one.row.as_ref().map_or((None, None), codes);
        let column = Some(one.column.as_str()).filter(|column| !column.is_empty());
        let sentence = texts.sentence(&one.reason.sentence());
        Reconsider {
            node,
            indicator,
            title: &one.title,
            column,
            reason: one.reason.name(),
            sentence,
        }
    });
    let left_out = next.left_out.iter().map(|one| {
        let (node, indicator) = codes(&one.row);
        let why = match one.why {
            Some(Status::Neutralised) => "neutralised",
            Some(_) => "eliminated",
            None => "under_one_left_out",
        };
        LeftOut { node, indicator, title: &one.title, why }
    });
    let root = Root {
        year: plan.year,
        nodes: plan.nodes.len(),
        indicators: plan.indicators.len(),
        references: next.baselines.list.len(),
        reconsider: reconsider.collect(),
        left_out: left_out.collect(),
    };
    serde_json::to_writer(&mut *out, &root)?;
    writeln!(out)
}

fn codes(row: &RowOf) -> (Option<&str>, Option<&str>) {
    match row {
        RowOf::Node(code) => (Some(code), None),
        RowOf::Use { indicator, node } => (Some(node), Some(indicator)),
    }
}
