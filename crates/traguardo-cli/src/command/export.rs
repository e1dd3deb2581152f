//! `traguardo export PATH TARGET`: a plan, from wherever it is, as a folder or a workbook.
//! Not here: the writers.

use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::text::Texts;

use super::Done;
use crate::fault::{DONE, Fault};
use crate::{input, output};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let input = input::load(matches)?;
    output::issues(&input.issues, &input.layout, words);
    if input.issues.iter().any(|issue| issue.kind.forbids_storing()) {
        return Err(Fault::input("cli-export-refused"));
    }
    let target = input::argument(matches, "target");
    let path = Path::new(&target);
    let is_workbook = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx"));
    let written = if is_workbook {
        traguardo_files::write_workbook(path, &input.plan, &input.readings, &input.rules)
    } else {
        traguardo_files::write_folder(path, &input.plan, &input.readings, &input.rules)
    };
    written.map_err(|error| Fault::machine("cli-export-failed", &error).with("target", &target))?;
    output::tell(&words.say("cli-exported", &[("target", target.into())]));
    Ok(ExitCode::from(DONE))
}
