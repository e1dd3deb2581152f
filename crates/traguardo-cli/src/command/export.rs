//! `traguardo export PATH TARGET`: a plan, from wherever it is, as a folder or a workbook.
//! Not here: the writers.

use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::report::Report;
use traguardo::text::Texts;

use super::{Done, date, situation_date};
use crate::fault::{DONE, Fault};
use crate::{clock, input, output};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let input = match matches.get_one::<String>("standing-on") {
        Some(day) => input::load_standing(matches, date(day)?)?,
        None => input::load(matches)?,
    };
    output::issues(&input.issues, &input.layout, words);
    if input.issues.iter().any(|issue| issue.kind.forbids_storing()) {
        return Err(Fault::input("cli-export-refused"));
    }
    let asked = matches.get_one::<String>("xlsx");
    let target = asked.cloned().unwrap_or_else(|| input::argument(matches, "target"));
    let path = Path::new(&target);
    let is_workbook = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx"));
    let written = if is_workbook || asked.is_some() {
        let at = match matches.get_one::<String>("at") {
            Some(_) => situation_date(matches)?,
            None => input.plan.situation_date(&input.readings, clock::today()),
        };
        let report = Report::new(&input.plan, &input.readings, &input.rules, at);
        traguardo_files::write_workbook_with_scores(path, &report, words)
    } else {
        traguardo_files::write_folder(path, &input.plan, &input.readings, &input.rules)
    };
    written.map_err(|error| Fault::machine("cli-export-failed", &error).with("target", &target))?;
    output::tell(&words.say("cli-exported", &[("target", target.into())]));
    Ok(ExitCode::from(DONE))
}
