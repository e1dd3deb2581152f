//! `traguardo target "PHRASE"`: how a target is read, and how it is scored; or what it leaves open.
//! Not here: the language of targets itself.

use std::io::Write;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::indicator::Direction;
use traguardo::target::phrase::{Context, read};
use traguardo::target::{Question, Target};
use traguardo::text::Texts;
use traguardo_files::json;

use super::{Done, format};
use crate::fault::DONE;
use crate::input;

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let phrase = input::argument(matches, "phrase");
    let direction = match matches.get_one::<String>("verso").map(String::as_str) {
        Some("cresce") => Some(Direction::Up),
        Some(_) => Some(Direction::Down),
        None => None,
    };
    let context = Context { direction, year: matches.get_one::<i16>("year").copied() };
    let found = read(&phrase, context);
    let mut out = anstream::stdout().lock();
    if format(matches) == "json" {
        json::write_target(&mut out, &phrase, &found, words)?;
    } else {
        write_reading(&mut out, &phrase, &found, words)?;
    }
    out.flush()?;
    Ok(ExitCode::from(DONE))
}

fn write_reading(
    out: &mut impl Write,
    phrase: &str,
    found: &Result<Target, Question>,
    words: &Texts,
) -> std::io::Result<()> {
    writeln!(out, "«{}»", phrase.trim())?;
    match found {
        Ok(target) => {
            let reading = words.target(target);
            writeln!(out, "{}", words.say("cli-target-reads", &[("reading", reading.into())]))?;
            writeln!(out, "{}", words.target_scoring(target))
        }
        Err(question) => {
            let sentence = words.question(question);
            writeln!(out, "{}", words.say("cli-target-asks", &[("question", sentence.into())]))?;
            let proposals = question.proposals();
            if !proposals.is_empty() {
                writeln!(out, "{}", words.say("cli-target-proposals", &[]))?;
            }
            for (number, proposal) in (1..).zip(&proposals) {
                writeln!(out, "  {number}. {proposal}")?;
            }
            Ok(())
        }
    }
}
