//! `traguardo import --table FILE`: a pasted table, shown first and saved only where asked for.
//! Not here: what a table is understood to say, which is the same on the page.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::plan::Body;
use traguardo::text::Texts;
use traguardo_files::pasted::{self, Draft, Setting};
use traguardo_files::{HandIn, limit};
use traguardo_store::{Fault as Stored, Store};

use super::{all_issues, save, tell, who};
use crate::command::Done;
use crate::draft_table;
use crate::fault::{DONE, Fault};
use crate::{input, output};

/// The name of standard input on the command line.
const STANDARD_INPUT: &str = "-";

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let name = input::argument(matches, "table");
    let levels = matches.get_one::<String>("levels").map_or("", String::as_str);
    let setting = Setting {
        year: matches.get_one::<i16>("plan-year").copied(),
        levels: levels
            .split(';')
            .map(str::trim)
            .filter(|l| !l.is_empty())
            .map(Into::into)
            .collect(),
        ..Setting::default()
    };
    let bytes = bytes(&name)?;
    let draft = pasted::read(&bytes, &setting)?;
    draft_table::write(&mut anstream::stdout().lock(), &draft, words)?;
    let (db, out) = (matches.get_one::<String>("db"), matches.get_one::<String>("out"));
    if db.is_none() && out.is_none() {
        // Nothing is saved, but a table without a plan in it is the input's fault.
        draft.hand_in(nobody(), draft.year.unwrap_or(0), &name)?;
        return Ok(ExitCode::from(DONE));
    }
    let hand_in = hand_in(matches, &draft, &name)?;
    let issues = all_issues(&hand_in);
    output::issues(&issues, &hand_in.layout, words);
    if issues.iter().any(|issue| issue.kind.forbids_storing()) {
        return Err(Fault::input("cli-import-refused"));
    }
    match (db, out) {
        (Some(url), _) => store(url, &hand_in, matches, words)?,
        (_, Some(folder)) => write(folder, &hand_in, words)?,
        _ => {}
    }
    Ok(ExitCode::from(DONE))
}

fn nobody() -> Body {
    Body { ipa: String::new(), name: String::new() }
}

/// The plan of the table, whose body and year the command line must say.
fn hand_in(matches: &ArgMatches, draft: &Draft, name: &str) -> Result<HandIn, Fault> {
    let Some(ipa) = matches.get_one::<String>("ipa") else {
        return Err(Fault::command_line("cli-table-ipa-missing"));
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if ipa.is_empty() || ipa.len() > 64 || !ipa.chars().all(plain) {
        return Err(Fault::command_line("cli-table-ipa-wrong").with("found", ipa));
    }
    let Some(year) = draft.year else {
        return Err(Fault::command_line("cli-table-year-missing"));
    };
    let body = matches.get_one::<String>("body-name").unwrap_or(ipa).clone();
    Ok(draft.hand_in(Body { ipa: ipa.clone(), name: body }, year, name)?)
}

fn bytes(name: &str) -> Result<Vec<u8>, Fault> {
    let most = u64::try_from(limit::PASTED_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let mut read = |reader: &mut dyn Read| reader.take(most + 1).read_to_end(&mut bytes);
    let done = if name == STANDARD_INPUT {
        read(&mut io::stdin().lock())
    } else {
        std::fs::File::open(name).and_then(|mut file| read(&mut file))
    };
    match done {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Fault::input("cli-table-unreadable")
            .with("found", name)
            .with("error", error.to_string())),
    }
}

/// Stores a plan that is new: what is there already is never overwritten by a pasted table.
fn store(url: &str, hand_in: &HandIn, matches: &ArgMatches, words: &Texts) -> Result<(), Fault> {
    let (ipa, year) = (hand_in.plan.body.ipa.clone(), hand_in.plan.year);
    let saved = input::runtime()?.block_on(async {
        let store = Store::open(url).await?;
        let known = store.load(&ipa, year).await;
        match known {
            Ok(_) => {
                let plan = format!("{ipa}/{year}");
                return Err(Fault::input("cli-table-plan-there").with("plan", plan));
            }
            Err(error) if matches!(error.fault, Stored::PlanUnknown { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let by = who(&store, &hand_in.plan, matches, words).await?;
        let saved = save(&store, hand_in, &by, words).await?;
        store.close().await;
        Ok(saved)
    })?;
    tell(hand_in, saved, words);
    Ok(())
}

/// Writes a new folder, or into an empty one.
fn write(folder: &str, hand_in: &HandIn, words: &Texts) -> Result<(), Fault> {
    let path = Path::new(folder);
    if std::fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Fault::input("cli-table-folder-full").with("target", folder));
    }
    let HandIn { plan, readings, rules, .. } = hand_in;
    traguardo_files::write_folder(path, plan, readings, rules)
        .map_err(|error| Fault::machine("cli-export-failed", &error).with("target", folder))?;
    let mut out = anstream::stderr();
    let sentence = words.say("cli-exported", &[("target", folder.to_owned().into())]);
    writeln!(out, "{sentence}").map_err(Fault::from)
}
