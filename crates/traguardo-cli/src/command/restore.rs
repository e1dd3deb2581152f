//! `traguardo restore FILE --db URL`: a copy back into an empty database, verified afterwards.
//! Not here: what the copy consists of. Exit 1 where what it holds is not as it was once written.

use std::fs::File;
use std::path::Path;

use clap::ArgMatches;
use traguardo::text::Texts;
use traguardo_store::Store;

use super::{Done, verify};
use crate::fault::Fault;
use crate::{input, output, settings};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let settings = settings::read(matches)?;
    let target = input::argument(matches, "file");
    let file = File::open(&target).map_err(|error| {
        Fault::machine("cli-restore-unreadable", &error).with("target", target.as_str())
    })?;
    let (copied, verified, shown) = input::runtime()?.block_on(async {
        let url = input::argument(matches, "db");
        let (store, copied) = Store::restore_or(&url, file, Path::new(&settings.data)).await?;
        let (verified, shown) = (store.verify().await?, store.shown().to_owned());
        store.close().await;
        Ok::<_, Fault>((copied, verified, shown))
    })?;
    let args = [("rows", copied.rows.into()), ("at", copied.at.replace('T', " ").into())];
    output::tell(&words.say("cli-restore-done", &args));
    verify::say(&verified, &shown, words)
}
