//! What a PATH names: a folder, a workbook, or with `--db` a plan in the database.
//! Not here: the readers themselves.

use std::path::Path;

use clap::ArgMatches;
use traguardo::issue::{Issue, Layout};
use traguardo::plan::Plan;
use traguardo::reading::Readings;
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

/// Loads a folder or a workbook, or a plan in a database.
pub fn load_path(path: &str, db: Option<&str>) -> Result<Input, Fault> {
    match db {
        Some(url) => load_stored(url, path),
        None => {
            let hand_in = traguardo_files::read(Path::new(path))?;
            let traguardo_files::HandIn { plan, readings, rules, issues, layout } = hand_in;
            Ok(Input { plan, readings, rules, issues, layout })
        }
    }
}

fn load_stored(url: &str, path: &str) -> Result<Input, Fault> {
    let unclear = || Fault::command_line("cli-plan-path-unclear").with("found", path);
    let (ipa, year) = path.trim_matches('/').split_once('/').ok_or_else(unclear)?;
    let year: i16 = year.parse().map_err(|_| unclear())?;
    runtime()?.block_on(async {
        let store = Store::open(url).await?;
        let stored = store.load(ipa, year).await?;
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
