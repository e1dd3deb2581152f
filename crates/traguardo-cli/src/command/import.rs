//! `traguardo import PATH --db URL`: a hand-in into the database, all of it or none.
//! Not here: the storing.

use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::check::{check, sort};
use traguardo::issue::{Issue, kinds};
use traguardo::text::Texts;
use traguardo_files::HandIn;
use traguardo_store::{Clash, Saved, Signature, Store};

use super::Done;
use crate::fault::{DONE, Fault};
use crate::progress::Progress;
use crate::{clock, input, output};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let hand_in = traguardo_files::read(Path::new(&input::argument(matches, "path")))?;
    let issues = all_issues(&hand_in);
    output::issues(&issues, &hand_in.layout, words);
    if issues.iter().any(|issue| issue.kind.forbids_storing()) {
        return Err(Fault::input("cli-import-refused"));
    }
    let who = matches.get_one::<String>("by").cloned().or_else(|| std::env::var("USER").ok());
    let who = who.unwrap_or_else(|| words.say("cli-somebody", &[]));
    let saved = input::runtime()?.block_on(async {
        let store = Store::open(&input::argument(matches, "db")).await?;
        let saved = save(&store, &hand_in, who, words).await?;
        store.close().await;
        Ok::<_, Fault>(saved)
    })?;
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
    Ok(ExitCode::from(DONE))
}

/// Stores a hand-in in one transaction.
pub async fn save(
    store: &Store,
    hand_in: &HandIn,
    who: String,
    words: &Texts,
) -> Result<Saved, Fault> {
    let signature = Signature { who, at: clock::now() };
    let mut progress = Progress::new(words.say("cli-importing", &[]));
    let HandIn { plan, readings, rules, .. } = hand_in;
    let saving = store.save(plan, readings, rules, &signature, |done, total| {
        progress.at(done, total);
    });
    saving.await.map_err(|error| {
        let contradicts =
            |clash: &Clash| Issue::new(&kinds::READING_CONTRADICTS_STORED, clash.place.clone());
        let clashes: Vec<Issue> = error.clashes().iter().map(contradicts).collect();
        output::issues(&clashes, &hand_in.layout, words);
        error.into()
    })
}

/// What the reader found and what is wrong with the plan, in the order of the rows.
pub fn all_issues(hand_in: &HandIn) -> Vec<Issue> {
    let mut issues = hand_in.issues.clone();
    issues.extend(check(&hand_in.plan, &hand_in.readings, &hand_in.rules));
    sort(&mut issues);
    issues
}
