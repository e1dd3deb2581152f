//! `traguardo remind`: one letter to each person who has something to fill in or to check; for a timer.
//! Not here: who is told of what, and the words of the letters.

use std::io::Write;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::period::{DateTime, parse_moment};
use traguardo::reminder::{Digest, Hold, Letter, letter};
use traguardo::text::Texts;
use traguardo_store::{Outcome, Reminded, Signature, Store};
use traguardo_web::Due;

use super::Done;
use crate::fault::{DONE, Fault, MACHINE};
use crate::mail::{self, Refused, Server};
use crate::settings::{self, Settings};
use crate::{clock, input, output};

/// What has become of the digests.
#[derive(Default)]
struct Count {
    sent: usize,
    waiting: usize,
    without_address: usize,
    /// The answers of the server.
    failed: Vec<String>,
}

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let settings = settings::read(matches)?;
    let now = moment(matches)?;
    let server = match matches.get_flag("dry-run") {
        true => None,
        false => Some(mail::server(&settings.mail)?),
    };
    if server.is_some() && settings.place.base_address.is_none() {
        return Err(Fault::input("cli-remind-not-set").with("key", "base_address"));
    }
    input::runtime()?.block_on(async {
        let store = Store::open_existing(&settings.database).await?;
        let mut bodies: Vec<_> = store.list().await?.into_iter().map(|plan| plan.body).collect();
        bodies.dedup_by(|one, other| one.ipa == other.ipa);
        let mut count = Count::default();
        for body in &bodies {
            let due = traguardo_web::due(&store, &body.ipa, now).await?;
            for digest in due.digests() {
                let letter = written(&digest, &due, &settings, words);
                match &server {
                    None => show(&digest, &letter, words)?,
                    Some(server) => {
                        hand_over(&store, server, &due, &digest, &letter, &mut count).await?;
                    }
                }
            }
        }
        store.close().await;
        Ok(told(&count, server.is_some(), words))
    })
}

/// The moment for which it is asked: now, unless somebody tries out another.
fn moment(matches: &ArgMatches) -> Result<DateTime, Fault> {
    let Some(text) = matches.get_one::<String>("at") else { return Ok(clock::now()) };
    parse_moment(text).map_err(|_| Fault::command_line("cli-date-unclear").with("found", text))
}

fn written(digest: &Digest, due: &Due, settings: &Settings, words: &Texts) -> Letter {
    let base = settings.place.base_address.as_deref().unwrap_or_default();
    let link = |year: i16, place| format!("{base}{}", due.address(year, place, words.lang()));
    letter(digest, &due.body.name, link, words)
}

/// Prints a digest and what becomes of it.
fn show(digest: &Digest, letter: &Letter, words: &Texts) -> Result<(), Fault> {
    let mut out = anstream::stdout().lock();
    let state = match &digest.hold {
        None => words.say("cli-remind-would", &[]),
        Some(hold) => words.sentence(&hold.sentence()),
    };
    writeln!(out, "{} ({}): {state}", digest.person, digest.name)?;
    if digest.hold.is_none() {
        writeln!(out, "    {}", letter.subject)?;
        letter.text.lines().try_for_each(|line| writeln!(out, "    {line}"))?;
    }
    Ok(())
}

/// Writes a digest down and sends it: in this order, so that it can be lost but never come twice.
async fn hand_over(
    store: &Store,
    server: &Server,
    due: &Due,
    digest: &Digest,
    letter: &Letter,
    count: &mut Count,
) -> Result<(), Fault> {
    match digest.hold {
        Some(Hold::NoAddress) => count.without_address += 1,
        Some(_) => count.waiting += 1,
        None => {}
    }
    let Some(address) = due.mail(&digest.person).filter(|_| digest.hold.is_none()) else {
        return Ok(());
    };
    let mut new = reminded(digest, due.now);
    let ipa = &due.body.ipa;
    if !store.write_reminder(ipa, &new).await? {
        count.waiting += 1;
        return Ok(());
    }
    match mail::send(server, &digest.name, address, letter) {
        Ok(()) => count.sent += 1,
        Err(refused) => {
            new.outcome = Outcome::Failed;
            store.write_reminder(ipa, &new).await?;
            match refused {
                Refused::All(error) => {
                    return Err(Fault::machine("cli-remind-unreachable", &error)
                        .with("sent", count.sent.to_string()));
                }
                Refused::Letter(number) => count.failed.push(number),
            }
        }
    }
    Ok(())
}

fn reminded(digest: &Digest, now: DateTime) -> Reminded {
    let own = || digest.sections.iter().flat_map(|section| &section.own);
    let others = digest.sections.iter().flat_map(|section| &section.of_others);
    let to_check = digest.sections.iter().filter_map(|section| section.to_check);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Reminded {
        person: digest.person.clone(),
        day: now.date(),
        outcome: Outcome::Sent,
        own: count(own().count()),
        late: count(own().filter(|item| item.is_late()).count()),
        of_others: count(others.count()),
        to_check: count(to_check.map(|waiting| waiting.count).sum()),
        signature: Signature { who: "traguardo remind".to_owned(), at: clock::now() },
    }
}

/// Says how many; never who, since a timer's output is kept in logs.
fn told(count: &Count, is_sent: bool, words: &Texts) -> ExitCode {
    if !is_sent {
        return ExitCode::from(DONE);
    }
    let args = [
        ("sent", count.sent.into()),
        ("waiting", count.waiting.into()),
        ("without", count.without_address.into()),
        ("failed", count.failed.len().into()),
        ("codes", count.failed.join(", ").into()),
    ];
    output::tell(&words.say("cli-remind-done", &args));
    ExitCode::from(if count.failed.is_empty() { DONE } else { MACHINE })
}
