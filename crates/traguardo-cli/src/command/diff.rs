//! `traguardo diff OLD NEW`: what two hand-ins differ in, with before and after.
//! Not here: the comparing.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::difference::{Side, diff_all};
use traguardo::text::Texts;

use super::{Done, format};
use crate::fault::DONE;
use crate::input::{self, Input};
use crate::{difference_table, output};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    // The older one may be the plan that is stored.
    let db = matches.get_one::<String>("db").map(String::as_str);
    let old = input::load_path(&input::argument(matches, "old"), db)?;
    let new = input::load_path(&input::argument(matches, "new"), None)?;
    for input in [&old, &new] {
        output::issues(&input.issues, &input.layout, words);
    }
    let mut difference = diff_all(side(&old), side(&new));
    if db.is_some() {
        difference = difference.keeping_readings();
    }
    let mut out = BufWriter::new(anstream::stdout().lock());
    match format(matches) {
        "json" => traguardo_files::difference::write_json(&mut out, &difference, words)?,
        _ => difference_table::write(&mut out, &difference, words)?,
    }
    out.flush()?;
    Ok(ExitCode::from(DONE))
}

fn side(input: &Input) -> Side<'_> {
    Side { plan: &input.plan, readings: &input.readings, rules: &input.rules }
}
