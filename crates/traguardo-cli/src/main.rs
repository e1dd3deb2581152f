//! The `traguardo` command: one file a command, and the only crate that speaks to a terminal.
//! Not here: anything that a page or a test would also need to know.

mod acting;
mod args;
mod clock;
mod command;
mod difference_table;
mod draft_table;
mod examples;
mod fault;
mod input;
mod mail;
mod output;
mod progress;
mod score_table;
mod settings;
mod snippet;
mod unseen;

use std::process::ExitCode;

use crate::args::Asked;

/// Plans are many small texts: the system's allocator took a third of the time of a large score.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match args::read(std::env::args_os()) {
        Ok(Asked { words, matches }) => match command::run(&matches, words) {
            Ok(code) => code,
            Err(fault) => fault.say(words),
        },
        Err(asked) => asked,
    }
}
