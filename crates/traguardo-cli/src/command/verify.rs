//! `traguardo verify --db URL`: what is stored against what the register says was written.
//! Not here: the comparison. Exit 1 where something does not match.

use std::process::ExitCode;

use std::path::Path;

use clap::ArgMatches;
use traguardo::text::Texts;
use traguardo_store::{Store, Verified};

use super::Done;
use crate::fault::{DONE, Fault, INPUT};
use crate::{input, output, settings};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let settings = settings::read(matches)?;
    let (verified, shown) = input::runtime()?.block_on(async {
        let store = Store::open_existing(&settings.database).await?;
        let store = store.or_data_folder(Path::new(&settings.data));
        let shown = store.shown().to_owned();
        let verified = store.verify().await?;
        store.close().await;
        Ok::<_, Fault>((verified, shown))
    })?;
    say(&verified, &shown, words)
}

/// Says what does not match, or that all does, and answers the exit code.
pub fn say(verified: &Verified, shown: &str, words: &Texts) -> Done {
    for finding in &verified.findings {
        output::fault(&words.sentence(&finding.sentence()), words);
    }
    let count = verified.findings.len();
    let args = [
        ("database", shown.into()),
        ("entries", verified.entries.into()),
        ("rows", verified.rows.into()),
        ("count", count.into()),
        ("hash", verified.hash.as_str().into()),
    ];
    let key = match (count, verified.entries) {
        (0, 0) => "trail-nothing",
        (0, _) => "trail-whole",
        _ => "trail-not-whole",
    };
    output::answer(&words.say(key, &args))?;
    Ok(ExitCode::from(if count == 0 { DONE } else { INPUT }))
}
