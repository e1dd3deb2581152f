//! What a PATH names: a folder, a workbook, or with `--db` a plan in the database.
//! Not here: the readers themselves.

use std::io::Read;
use std::path::Path;

use clap::ArgMatches;
use traguardo::issue::{Issue, Layout};
use traguardo::period::Date;
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::revision;
use traguardo::rules::Rules;
use traguardo_store::Store;

use crate::fault::Fault;

/// A plan with all that goes with it, wherever it came from.
pub struct Input {
    /// The plan.
    pub plan: Plan,
    /// Its readings.
    pub readings: Readings,
    /// The rules in force.
    pub rules: Rules,
    /// What the reader found.
    pub issues: Vec<Issue>,
    /// How it was laid out.
    pub layout: Layout,
}

/// Loads what the arguments `path` and `db` name.
pub fn load(matches: &ArgMatches) -> Result<Input, Fault> {
    load_path(&argument(matches, "path"), matches.get_one::<String>("db").map(String::as_str))
}

/// Loads a plan of a database as it stood at the end of a day, with all readings of by now.
pub fn load_standing(matches: &ArgMatches, day: Date) -> Result<Input, Fault> {
    load_stored(&argument(matches, "db"), &argument(matches, "path"), Some(day))
}

/// Loads a folder or a workbook, or a plan in a database.
pub fn load_path(path: &str, db: Option<&str>) -> Result<Input, Fault> {
    match db {
        Some(url) => load_stored(url, path, None),
        None => {
            let hand_in = traguardo_files::read(Path::new(path))?;
            let traguardo_files::HandIn { plan, readings, rules, issues, layout } = hand_in;
            Ok(Input { plan, readings, rules, issues, layout })
        }
    }
}

/// The body and the year that a PATH in a database names: `cciaa_mo/2020`.
pub fn plan_path(path: &str) -> Result<(String, i16), Fault> {
    let unclear = || Fault::command_line("cli-plan-path-unclear").with("found", path);
    let (ipa, year) = path.trim_matches('/').split_once('/').ok_or_else(unclear)?;
    Ok((ipa.to_owned(), year.parse().map_err(|_| unclear())?))
}

/// The bytes of a file; one byte more than the most where it is larger, and no others.
pub fn small_file(path: &str, most: usize) -> Result<Vec<u8>, Fault> {
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|f| f.take(most + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(Fault::input("cli-table-unreadable")
            .with("found", path)
            .with("error", error.to_string())),
    }
}

fn load_stored(url: &str, path: &str, standing_on: Option<Date>) -> Result<Input, Fault> {
    let (ipa, year) = plan_path(path)?;
    runtime()?.block_on(async {
        let store = Store::open(url).await?;
        let revisions = match standing_on {
            Some(_) => store.revisions(&ipa, year).await?,
            None => Vec::new(),
        };
        let stored = match standing_on.and_then(|day| revision::standing_on(&revisions, day)) {
            Some(stood) => store.load_revision(&ipa, year, stood.number).await?,
            None => store.load(&ipa, year).await?,
        };
        store.close().await;
        Ok(Input {
            plan: stored.plan,
            readings: stored.readings,
            rules: stored.rules,
            issues: Vec::new(),
            layout: Layout::Stored,
        })
    })
}

/// A text that the command line cannot do without; clap has seen to it that it is there.
pub fn argument(matches: &ArgMatches, name: &str) -> String {
    matches.get_one::<String>(name).cloned().unwrap_or_default()
}

/// What asynchronous work runs on.
pub fn runtime() -> Result<tokio::runtime::Runtime, Fault> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Fault::machine("cli-runtime-failed", &error))
}
