//! The `traguardo` command: one file a command, and the only crate that speaks to a terminal.
//! Not here: anything that a page or a test would also need to know.

mod args;
mod clock;
mod command;
mod examples;
mod fault;
mod input;
mod output;
mod progress;
mod score_table;

use std::process::ExitCode;

use crate::args::Asked;

fn main() -> ExitCode {
    match args::read(std::env::args_os()) {
        Ok(Asked { words, matches }) => match command::run(&matches, words) {
            Ok(code) => code,
            Err(fault) => fault.say(words),
        },
        Err(asked) => asked,
    }
}
