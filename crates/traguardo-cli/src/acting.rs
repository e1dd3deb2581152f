//! In whose name a command works: an account, whose rights are then asked, or the user of the
//! machine. Not here: what roles may do, which is the core's.

use clap::ArgMatches;
use traguardo::access::{Action, On, Person, Refusal, may};
use traguardo::text::Texts;
use traguardo_store::{Signature, Store};

use crate::clock;
use crate::fault::Fault;

/// Who does something, as the trail will name them. With `--as` it is the account that is named, if
/// it may; without, whoever `--by` says or the user of the machine, of whom nothing is asked: they
/// have the database in their hands.
pub async fn signature(
    store: &Store,
    matches: &ArgMatches,
    (action, on): (Action, On<'_>),
    words: &Texts,
) -> Result<Signature, Fault> {
    match person(store, matches).await? {
        Some(person) => permitted(&person, may(Some(&person), action, on)),
        None => Ok(Signature { who: user(matches, words), at: clock::now() }),
    }
}

/// The account that `--as` names, if it is given.
pub async fn person(store: &Store, matches: &ArgMatches) -> Result<Option<Person>, Fault> {
    let Ok(Some(id)) = matches.try_get_one::<String>("as") else { return Ok(None) };
    let known = store.accounts().await?.into_iter();
    let mut same = known.filter(|account| account.person.id == id.to_lowercase());
    match same.next() {
        Some(account) if account.is_locked => Err(Fault::input("cli-as-locked").with("id", id)),
        Some(account) => Ok(Some(account.person)),
        None => Err(Fault::input("cli-as-unknown").with("id", id)),
    }
}

/// The signature of an account, where it may.
pub fn permitted(person: &Person, answer: Result<(), Refusal>) -> Result<Signature, Fault> {
    answer.map_err(Fault::Refused)?;
    Ok(Signature { who: person.signed(), at: clock::now() })
}

/// Whoever the command line names with `--by`, or the user of the machine.
pub fn user(matches: &ArgMatches, words: &Texts) -> String {
    let given = matches.try_get_one::<String>("by").ok().flatten().cloned();
    let known = || ["USER", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    given.or_else(known).unwrap_or_else(|| words.say("cli-somebody", &[]))
}
