//! `traguardo demo`: makes the embedded database, loads the examples that it lacks, serves.
//! Not here: anything that a real installation would not do the same way.

use std::path::Path;

use clap::ArgMatches;
use traguardo::text::Texts;
use traguardo_store::{Listed, Store};

use super::{Done, import, serve};
use crate::fault::Fault;
use crate::{examples, input, output, settings};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let settings = settings::read(matches)?;
    let folder = input::argument(matches, "data");
    let database = Path::new(&folder).join("traguardo.db");
    let database = database.display().to_string();
    input::runtime()?.block_on(async {
        let listener = serve::listen(&settings).await?;
        output::tell(&words.say("cli-demo-database", &[("path", database.clone().into())]));
        let store = Store::open(&format!("sqlite:{database}")).await?;
        load_examples(&store, words).await?;
        serve::serve(listener, store, settings.base_address, words).await
    })
}

/// Loads the examples that are not there yet: what somebody has changed since is kept.
async fn load_examples(store: &Store, words: &Texts) -> Result<(), Fault> {
    let known = store.list().await?;
    for name in examples::names() {
        let hand_in = examples::read(&name)?;
        let plan = &hand_in.plan;
        let same = |listed: &Listed| listed.body.ipa == plan.body.ipa && listed.year == plan.year;
        if known.iter().any(same) {
            continue;
        }
        output::tell(&words.say("cli-demo-loading", &[("name", name.as_str().into())]));
        import::save(store, &hand_in, "demo".to_owned(), words).await?;
    }
    Ok(())
}
