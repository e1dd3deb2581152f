//! The commands: which one was asked for, and what they share.
//! Not here: what any of them does.

mod audit;
mod backup;
mod check;
mod demo;
mod diff;
mod explain;
mod export;
mod import;
mod log;
mod next;
mod remind;
mod restore;
mod revision;
mod round;
mod score;
mod serve;
mod target;
mod user;
mod verify;

use std::process::ExitCode;

use clap::ArgMatches;
use jiff::civil::Date;
use traguardo::period::parse_date;
use traguardo::text::Texts;

use crate::clock;
use crate::fault::Fault;

/// What a command comes to.
pub type Done = Result<ExitCode, Fault>;

/// Runs the command that was asked for.
pub fn run(matches: &ArgMatches, words: &'static Texts) -> Done {
    match matches.subcommand() {
        Some(("check", matches)) => check::run(matches, words),
        Some(("score", matches)) => score::run(matches, words),
        Some(("audit", matches)) => audit::run(matches, words),
        Some(("explain", matches)) => explain::run(matches, words),
        Some(("target", matches)) => target::run(matches, words),
        Some(("diff", matches)) => diff::run(matches, words),
        Some(("import", matches)) => import::run(matches, words),
        Some(("next", matches)) => next::run(matches, words),
        Some(("export", matches)) => export::run(matches, words),
        Some(("backup", matches)) => backup::run(matches, words),
        Some(("remind", matches)) => remind::run(matches, words),
        Some(("restore", matches)) => restore::run(matches, words),
        Some(("verify", matches)) => verify::run(matches, words),
        Some(("log", matches)) => log::run(matches, words),
        Some(("serve", matches)) => serve::run(matches, words),
        Some(("demo", matches)) => demo::run(matches, words),
        Some(("revision", matches)) => revision::run(matches, words),
        Some(("round", matches)) => round::run(matches, words),
        Some(("user", matches)) => user::run(matches, words),
        _ => Err(Fault::command_line("cli-command-missing")),
    }
}

/// The day that `--at` names, or today.
fn situation_date(matches: &ArgMatches) -> Result<Date, Fault> {
    matches.get_one::<String>("at").map_or_else(|| Ok(clock::today()), |text| date(text))
}

/// A day of the command line.
fn date(text: &str) -> Result<Date, Fault> {
    parse_date(text).map_err(|_| Fault::command_line("cli-date-unclear").with("found", text))
}

/// Which of its formats a command was asked for.
fn format(matches: &ArgMatches) -> &str {
    matches.get_one::<String>("format").map_or("table", String::as_str)
}
