//! `traguardo log --db URL`: the register of changes, as lines, as CSV or as JSON.
//! Not here: whether it is whole, see `verify`.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::ArgMatches;
use serde_json::{Value, json};
use traguardo::text::Texts;
use traguardo_files::scores::harmless;
use traguardo_store::{Content, Entry, Store};

use super::{Done, format};
use crate::fault::{DONE, Fault};
use crate::{input, settings};

/// Entries read at once.
const AT_ONCE: i64 = 1000;

const HEADER: [&str; 8] = [
    "numero",
    "quando",
    "chi",
    "azione",
    "dettaglio",
    "contenuti",
    "impronta_precedente",
    "impronta",
];

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let settings = settings::read(matches)?;
    let mut out = BufWriter::new(anstream::stdout().lock());
    input::runtime()?.block_on(async {
        let store = Store::open_existing(&settings.database).await?;
        match format(matches) {
            "json" => write_json(&mut out, &store).await?,
            "csv" => write_csv(&mut out, &store, words).await?,
            _ => write_lines(&mut out, &store, words).await?,
        }
        store.close().await;
        Ok::<_, Fault>(())
    })?;
    out.flush()?;
    Ok(ExitCode::from(DONE))
}

async fn write_json(out: &mut impl Write, store: &Store) -> Result<(), Fault> {
    let mut before = "[\n";
    each(store, |entry| {
        write!(out, "{before}{}", as_json(entry))?;
        before = ",\n";
        Ok(())
    })
    .await?;
    writeln!(out, "{}", if before == "[\n" { "[]" } else { "\n]" })?;
    Ok(())
}

async fn write_csv(out: &mut impl Write, store: &Store, words: &Texts) -> Result<(), Fault> {
    let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(out);
    csv.write_record(HEADER).map_err(io::Error::from)?;
    each(store, |entry| {
        let contents: Vec<_> = entry.contents.iter().map(shown).collect();
        csv.write_record([
            entry.number.to_string().as_str(),
            &entry.at,
            &*harmless(&entry.who),
            &action(entry, words),
            &*harmless(&entry.what),
            &contents.join(", "),
            &entry.previous,
            &entry.hash,
        ])?;
        Ok(())
    })
    .await?;
    csv.flush()?;
    Ok(())
}

async fn write_lines(out: &mut impl Write, store: &Store, words: &Texts) -> Result<(), Fault> {
    each(store, |entry| {
        let args = [
            ("number", entry.number.to_string().into()),
            ("at", entry.at.replace('T', " ").into()),
            ("who", entry.who.as_str().into()),
            ("action", action(entry, words).into()),
        ];
        writeln!(out, "{}", words.say("trail-entry", &args))?;
        writeln!(out, "    {}", entry.what)?;
        writeln!(out, "    {}", entry.hash)
    })
    .await
}

/// Reads the register page by page.
async fn each(store: &Store, mut told: impl FnMut(&Entry) -> io::Result<()>) -> Result<(), Fault> {
    let mut last = 0;
    loop {
        let entries = store.entries(last, AT_ONCE).await?;
        let Some(end) = entries.last() else { return Ok(()) };
        last = end.number;
        entries.iter().try_for_each(&mut told)?;
    }
}

fn action(entry: &Entry, words: &Texts) -> String {
    words.say(&entry.action(), &[])
}

fn shown(content: &Content) -> String {
    let Content { table, owner, first, rows, digest } = content;
    format!("{table} {owner} {first}+{rows} {digest}")
}

fn as_json(entry: &Entry) -> Value {
    let content = |content: &Content| {
        json!({
            "table": content.table,
            "owner": content.owner,
            "first": content.first,
            "rows": content.rows,
            "digest": content.digest,
        })
    };
    json!({
        "number": entry.number,
        "at": entry.at,
        "who": entry.who,
        "what": entry.what,
        "previous": entry.previous,
        "hash": entry.hash,
        "contents": entry.contents.iter().map(content).collect::<Vec<_>>(),
    })
}
