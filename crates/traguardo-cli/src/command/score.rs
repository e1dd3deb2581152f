//! `traguardo score PATH`: the tree with its scores, as a table, as JSON or as CSV.
//! Not here: the scoring, and the layout of the table.

use std::io::BufWriter;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::report::Report;
use traguardo::text::Texts;
use traguardo_files::{json, scores};

use super::{Done, format, situation_date};
use crate::fault::DONE;
use crate::{input, output, score_table};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let at = situation_date(matches)?;
    let input = input::load(matches)?;
    let report =
        Report::new(&input.plan, &input.readings, &input.rules, at).and_issues(input.issues);
    output::issues(&report.issues, &input.layout, words);
    // No colours here but in the table, which leaves them out itself where nobody sees them.
    let mut out = BufWriter::new(std::io::stdout().lock());
    match format(matches) {
        "json" => json::write_scores(&mut out, &report, &input.layout, words)?,
        "csv" => scores::write_csv(&mut out, &report, words)?,
        _ => score_table::write(&mut out, &report, words)?,
    }
    std::io::Write::flush(&mut out)?;
    // The process ends here: what it holds need not be given back piece by piece.
    std::mem::forget(report);
    std::mem::forget((input.plan, input.readings));
    Ok(ExitCode::from(DONE))
}
