//! `traguardo import PATH --db URL`: a hand-in into the database, all of it or none.
//! Not here: the storing; a pasted table, see [`table`].

mod table;

use std::io::{BufRead, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::access::{Action, On};
use traguardo::check::{check, sort};
use traguardo::difference::{Side, diff_all};
use traguardo::issue::{Issue, kinds};
use traguardo::plan::Plan;
use traguardo::question::keep_answers;
use traguardo::text::Texts;
use traguardo_files::HandIn;
use traguardo_store::{Clash, Fault as StoreFault, Saved, Signature, Store, StoreError, Stored};

use super::Done;
use crate::fault::{DONE, Fault};
use crate::progress::Progress;
use crate::{acting, difference_table, input, output};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    if matches.contains_id("table") {
        return table::run(matches, words);
    }
    let mut hand_in = traguardo_files::read(Path::new(&input::argument(matches, "path")))?;
    let asked = Asked { dry_run: matches.get_flag("dry-run"), yes: matches.get_flag("yes") };
    let url = input::argument(matches, "db");
    let saved = input::runtime()?.block_on(async {
        // Nothing is made before it is sure that something is saved.
        let (store, stored) = there(&url, &hand_in).await?;
        if let Some(stored) = &stored {
            keep_answers(&mut hand_in.plan, &stored.plan.answers);
        }
        let issues = all_issues(&hand_in);
        output::issues(&issues, &hand_in.layout, words);
        if issues.iter().any(|issue| issue.kind.forbids_storing()) {
            return Err(Fault::input("cli-import-refused"));
        }
        if !agreed(store.as_ref(), stored.as_ref(), &hand_in, asked, words)? {
            return Ok(None);
        }
        let store = match store {
            Some(store) => store,
            None => Store::open(&url).await?,
        };
        let by = who(&store, &hand_in.plan, matches, words).await?;
        let saved = save(&store, &hand_in, &by, words).await?;
        store.close().await;
        Ok(Some(saved))
    })?;
    let Some(saved) = saved else { return Ok(ExitCode::from(DONE)) };
    tell(&hand_in, saved, words);
    Ok(ExitCode::from(DONE))
}

/// The database, where there is one, and the plan in it that a hand-in would replace.
async fn there(url: &str, hand_in: &HandIn) -> Result<(Option<Store>, Option<Stored>), Fault> {
    let Some(store) = Store::open_if_there(url).await? else { return Ok((None, None)) };
    let plan = &hand_in.plan;
    match store.load(&plan.body.ipa, plan.year).await {
        Ok(stored) => Ok((Some(store), Some(stored))),
        Err(error) if matches!(error.fault, StoreFault::PlanUnknown { .. }) => {
            Ok((Some(store), None))
        }
        Err(error) => Err(error.into()),
    }
}

/// Who imports: the account that is named, if it may change the plan, or the user of the machine.
async fn who(
    store: &Store,
    plan: &Plan,
    matches: &ArgMatches,
    words: &Texts,
) -> Result<Signature, Fault> {
    let asked = (Action::EditDraft, On::Body(&plan.body.ipa));
    acting::signature(store, matches, asked, words).await
}

/// Says what was stored.
fn tell(hand_in: &HandIn, saved: Saved, words: &Texts) {
    let plan = format!("{}/{}", hand_in.plan.body.ipa, hand_in.plan.year);
    output::tell(&words.say(
        "cli-imported",
        &[
            ("plan", plan.into()),
            ("nodes", hand_in.plan.nodes.len().into()),
            ("indicators", hand_in.plan.indicators.len().into()),
            ("added", saved.readings_added.into()),
            ("known", saved.readings_known.into()),
        ],
    ));
}

/// What was asked besides.
#[derive(Clone, Copy)]
struct Asked {
    dry_run: bool,
    yes: bool,
}

/// Shows what would change of a plan that is stored already. Whether it is to be saved: a person
/// at a terminal is asked, a program has said so by calling.
fn agreed(
    store: Option<&Store>,
    stored: Option<&Stored>,
    hand_in: &HandIn,
    asked: Asked,
    words: &Texts,
) -> Result<bool, Fault> {
    let HandIn { plan, readings, rules, .. } = hand_in;
    let Some((store, stored)) = store.zip(stored) else {
        if asked.dry_run {
            let args = [
                ("nodes", plan.nodes.len().into()),
                ("indicators", plan.indicators.len().into()),
                ("readings", readings.list.len().into()),
            ];
            writeln!(std::io::stdout(), "{}", words.say("diff-new-plan", &args))?;
        }
        return Ok(!asked.dry_run);
    };
    let old = Side { plan: &stored.plan, readings: &stored.readings, rules: &stored.rules };
    let difference = diff_all(old, Side { plan, readings, rules }).keeping_readings();
    let mut out = anstream::stdout().lock();
    difference_table::write(&mut out, &difference, words)?;
    drop(out);
    // What could not be saved is no question.
    store
        .try_readings(&stored.readings, readings)
        .map_err(|error| contradicted(error, hand_in, words))?;
    if asked.dry_run {
        return Ok(false);
    }
    let is_person = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    if asked.yes || !is_person || difference.is_empty() {
        return Ok(true);
    }
    let answered = is_yes(words)?;
    if !answered {
        output::tell(&words.say("cli-import-left", &[]));
    }
    Ok(answered)
}

/// Asks at the terminal; anything but a clear yes is a no.
fn is_yes(words: &Texts) -> Result<bool, Fault> {
    write!(std::io::stderr(), "{} ", words.say("cli-import-ask", &[]))?;
    let mut answer = String::new();
    std::io::stdin().lock().take(100).read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "s" | "si" | "sì" | "y" | "yes"))
}

/// Stores a hand-in in one transaction.
pub async fn save(
    store: &Store,
    hand_in: &HandIn,
    by: &Signature,
    words: &Texts,
) -> Result<Saved, Fault> {
    let mut progress = Progress::new(words.say("cli-importing", &[]));
    let HandIn { plan, readings, rules, .. } = hand_in;
    let saving = store.save(plan, readings, rules, by, |done, total| {
        progress.at(done, total);
    });
    saving.await.map_err(|error| contradicted(error, hand_in, words))
}

/// Lists the readings that contradict stored ones, where that is what stops a hand-in.
fn contradicted(error: StoreError, hand_in: &HandIn, words: &Texts) -> Fault {
    let contradicts =
        |clash: &Clash| Issue::new(&kinds::READING_CONTRADICTS_STORED, clash.place.clone());
    let clashes: Vec<Issue> = error.clashes().iter().map(contradicts).collect();
    output::issues(&clashes, &hand_in.layout, words);
    error.into()
}

/// What the reader found and what is wrong with the plan, in the order of the rows.
pub fn all_issues(hand_in: &HandIn) -> Vec<Issue> {
    let mut issues = hand_in.issues.clone();
    issues.extend(check(&hand_in.plan, &hand_in.readings, &hand_in.rules));
    sort(&mut issues);
    issues
}
