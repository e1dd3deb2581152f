//! `traguardo round …`: the rounds of a plan, closing one, and what it was then and would be now.
//! Not here: what a round is made of, and the record, which are the core's.

use std::io::Write;
use std::process::ExitCode;

use clap::ArgMatches;
use jiff::civil::Date;
use traguardo::access::{Action, On};
use traguardo::collection::Collection;
use traguardo::period::parse_date;
use traguardo::report::Report;
use traguardo::round::{Figure, Frozen, Latest, Of, Reasons, Stage, changes, compare, gaps, stage};
use traguardo::rules::Rules;
use traguardo::score::Outcome;
use traguardo::text::Texts;
use traguardo::tree::Tree;
use traguardo_files::round::{told, write_comparison, write_record};
use traguardo_store::{ClosedWhole, Closing, Fault as Stopped, Store, Stored};

use super::{Done, format};
use crate::fault::{DONE, Fault};
use crate::{acting, clock, input, output, score_table};

/// How much of a hash is shown in a list.
const HASH_SHOWN: usize = 12;

/// A plan in a database, by its body and year.
struct Asked {
    ipa: String,
    year: i16,
}

pub fn run(matches: &ArgMatches, words: &'static Texts) -> Done {
    let Some((name, matches)) = matches.subcommand() else {
        return Err(Fault::command_line("cli-command-missing"));
    };
    let asked = asked(&input::argument(matches, "plan"))?;
    let checkpoint = match name {
        "list" => Date::MIN,
        _ => checkpoint(&input::argument(matches, "checkpoint"))?,
    };
    input::runtime()?.block_on(async {
        let store = Store::open_existing(&input::argument(matches, "db")).await?;
        match name {
            "list" => list(&store, &asked, words).await?,
            "close" => close(&store, &asked, checkpoint, matches, words).await?,
            _ => {
                let whole = store.load_round(&asked.ipa, asked.year, checkpoint).await?;
                match name {
                    "show" => show(&whole, words)?,
                    "record" => write_out(&whole, format(matches))?,
                    _ => {
                        let today = store.load(&asked.ipa, asked.year).await?;
                        then_and_now(&whole, &today, format(matches), words)?;
                    }
                }
            }
        }
        store.close().await;
        Ok(ExitCode::from(DONE))
    })
}

fn asked(path: &str) -> Result<Asked, Fault> {
    let unclear = || Fault::command_line("cli-plan-path-unclear").with("found", path);
    let (ipa, year) = path.trim_matches('/').split_once('/').ok_or_else(unclear)?;
    Ok(Asked { ipa: ipa.to_owned(), year: year.parse().map_err(|_| unclear())? })
}

fn checkpoint(text: &str) -> Result<Date, Fault> {
    parse_date(text).map_err(|_| Fault::command_line("cli-date-unclear").with("found", text))
}

/// Every checkpoint on a line: the day, how far it has come, who closed it.
async fn list(store: &Store, asked: &Asked, words: &Texts) -> Result<(), Fault> {
    let stored = store.load(&asked.ipa, asked.year).await?;
    let rounds = store.rounds(&asked.ipa, asked.year).await?;
    let today = clock::today();
    let owed = collection(&stored, &Tree::of(&stored.plan), today).owed();
    let mut out = anstream::stdout().lock();
    for checkpoint in stored.plan.checkpoint_dates() {
        let closed = rounds.iter().find(|closed| closed.round.checkpoint == checkpoint);
        let stage = closed.map_or_else(|| stage(&owed, checkpoint, today), |_| Stage::Closed);
        let mut args = vec![
            ("date", checkpoint.to_string().into()),
            ("stage", words.say(stage.key(), &[]).into()),
        ];
        let key = match closed {
            Some(closed) => {
                let round = &closed.round;
                args.push(("who", round.closed_by.clone().into()));
                args.push(("at", round.closed_at.to_string().replace('T', " ").into()));
                args.push(("revision", round.revision.to_string().into()));
                let hash: String = closed.hash.chars().take(HASH_SHOWN).collect();
                args.push(("hash", hash.into()));
                "cli-round-line-closed"
            }
            None => {
                args.push(("count", gaps(&owed, checkpoint).len().into()));
                if stage == Stage::Collecting { "cli-round-line-missing" } else { "cli-round-line" }
            }
        };
        writeln!(out, "{}", words.say(key, &args))?;
    }
    Ok(())
}

/// Closes a round. What is missing is said, whether it keeps the round open or not.
async fn close(
    store: &Store,
    asked: &Asked,
    checkpoint: Date,
    matches: &ArgMatches,
    words: &Texts,
) -> Result<(), Fault> {
    let stored = store.load(&asked.ipa, asked.year).await?;
    let today = clock::today();
    let missing = gaps(&collection(&stored, &Tree::of(&stored.plan), today).owed(), checkpoint);
    for gap in &missing {
        let part = gap.part.map_or_else(|| "none".to_owned(), |part| part.to_string());
        let args = [
            ("code", gap.indicator.as_str().into()),
            ("part", part.into()),
            ("what", words.say(gap.kind.key(), &[]).into()),
        ];
        output::tell(&words.say("cli-round-gap", &args));
    }
    let closing = Closing {
        checkpoint,
        reason: matches.get_one::<String>("reason").cloned().unwrap_or_default(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        seen: None,
    };
    let on = On::Body(&asked.ipa);
    let signature = acting::signature(store, matches, (Action::CloseRound, on), words).await?;
    let closed = store.close_round(&asked.ipa, asked.year, &closing, &signature).await;
    let closed = closed.map_err(|error| match error.fault {
        Stopped::RoundRefused(refusal) => Fault::Said(crate::fault::INPUT, refusal.sentence()),
        _ => error.into(),
    })?;
    let args = [
        ("date", checkpoint.into()),
        ("revision", closed.round.revision.to_string().into()),
        ("count", closed.round.included.len().into()),
        ("hash", closed.hash.into()),
    ];
    Ok(output::answer(&words.say("cli-round-closed", &args))?)
}

/// The tree as it was frozen.
fn show(whole: &ClosedWhole, words: &Texts) -> Result<(), Fault> {
    let round = &whole.closed.round;
    let (plan, readings, rules) = (&whole.plan, &whole.readings, &whole.rules);
    let report = Report::new(plan, readings, rules, round.checkpoint);
    let mut out = anstream::stdout().lock();
    score_table::write(&mut out, &report, words)?;
    let mut args = vec![
        ("date", round.closed_at.date().into()),
        ("who", round.closed_by.as_str().into()),
        ("revision", round.revision.to_string().into()),
        ("count", round.included.len().into()),
        ("hash", whole.closed.hash.as_str().into()),
    ];
    writeln!(out, "{}", words.say("cli-round-shown", &args))?;
    if let Some(reason) = &round.reason {
        args = vec![("count", round.gaps.len().into()), ("reason", reason.as_str().into())];
        writeln!(out, "{}", words.say("cli-round-shown-gaps", &args))?;
    }
    Ok(())
}

/// The record byte by byte, so that it has the hash that was kept; or as JSON.
fn write_out(whole: &ClosedWhole, format: &str) -> Result<(), Fault> {
    let mut out = std::io::stdout().lock();
    match format {
        "json" => write_record(&mut out, &whole.closed.record, &whole.closed.hash)?,
        _ => out.write_all(whole.closed.record.as_bytes())?,
    }
    Ok(out.flush()?)
}

/// The figures that are others today, with what moved them.
fn then_and_now(
    whole: &ClosedWhole,
    today: &Stored,
    format: &str,
    words: &Texts,
) -> Result<(), Fault> {
    let frozen = whole.frozen();
    let latest = Latest { plan: &today.plan, rules: &today.rules, readings: &today.readings };
    let figures = compare(&frozen, &whole.closed.record, &latest);
    let difference = changes(&frozen, &latest);
    let reasons = Reasons::new(&difference, [frozen.plan, latest.plan]);
    let mut out = anstream::stdout().lock();
    if format == "json" {
        return Ok(write_comparison(&mut out, &figures, &reasons, words)?);
    }
    let moved: Vec<&Figure> = figures.iter().filter(|figure| figure.has_moved()).collect();
    let args = [("moved", moved.len().into()), ("count", figures.len().into())];
    writeln!(out, "{}", words.say("cli-round-compared", &args))?;
    for figure in moved {
        tell_figure(&mut out, figure, &frozen, &today.rules, words)?;
        for entry in reasons.of(figure) {
            writeln!(out, "      {}", told(entry, words))?;
        }
    }
    Ok(())
}

fn tell_figure(
    out: &mut impl Write,
    figure: &Figure,
    frozen: &Frozen<'_>,
    rules: &Rules,
    words: &Texts,
) -> Result<(), Fault> {
    let code = match &figure.of {
        Of::Body => frozen.plan.body.ipa.clone(),
        Of::Node(code) => code.clone(),
        Of::Use { indicator, node } => format!("{indicator} ({node})"),
    };
    let (then, now) =
        (printed(figure.then, frozen.rules, words), printed(figure.now, rules, words));
    writeln!(out, "{code}  {}  {then} → {now}", figure.title)?;
    for step in &figure.steps {
        let args = [
            ("why", words.say(step.why.key(), &[]).into()),
            ("before", printed(step.before, frozen.rules, words).into()),
            ("after", printed(step.after, rules, words).into()),
        ];
        writeln!(out, "    {}", words.say("round-step", &args))?;
    }
    Ok(())
}

fn printed(outcome: Option<Outcome>, rules: &Rules, words: &Texts) -> String {
    match outcome {
        None => words.say("round-no-figure", &[]),
        Some(Outcome::Scored(score)) => rules.printed(score),
        Some(other) => words.say(&format!("outcome-{}", other.name()), &[]),
    }
}

fn collection<'a>(stored: &'a Stored, tree: &'a Tree, day: Date) -> Collection<'a> {
    let Stored { plan, readings, rules, marks, .. } = stored;
    Collection { plan, tree, readings, marks, rules, day }
}
