//! `traguardo check PATH`: every issue of a hand-in, placed; exit 1 where there are errors.
//! Not here: the finding of them.

use std::io::Write;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::check::{check, has_errors, sort};
use traguardo::text::Texts;
use traguardo_files::json;

use super::{Done, format};
use crate::fault::{DONE, Fault, INPUT};
use crate::{input, snippet};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let as_json = format(matches) == "json";
    let (issues, layout) = match input::load(matches) {
        Ok(input) => {
            let mut issues = input.issues;
            issues.extend(check(&input.plan, &input.readings, &input.rules));
            sort(&mut issues);
            (issues, input.layout)
        }
        // As JSON, a hand-in of which nothing can be made is answered like any other.
        Err(Fault::Input(issues, layout)) if as_json => (issues, layout),
        Err(fault) => return Err(fault),
    };
    let mut out = anstream::stdout().lock();
    if as_json {
        json::write_issues(&mut out, &issues, &layout, words)?;
    } else if issues.is_empty() {
        writeln!(out, "{}", words.say("cli-nothing-wrong", &[]))?;
    } else {
        snippet::write_issues(&mut out, &issues, &layout, words)?;
    }
    Ok(ExitCode::from(if has_errors(&issues) { INPUT } else { DONE }))
}
