//! `traguardo next PATH TARGET`: a plan copied into the next year, with what to reconsider.
//! Not here: the copying, and the draft of it that the pages make.

use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::difference::Side;
use traguardo::edit::RowOf;
use traguardo::next_year::{NextYear, next_year};
use traguardo::text::Texts;

use super::{Done, format};
use crate::fault::{DONE, Fault};
use crate::input::{self, Input};
use crate::output;

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let old = input::load(matches)?;
    output::issues(&old.issues, &old.layout, words);
    if old.issues.iter().any(|issue| issue.kind.forbids_storing()) {
        return Err(Fault::input("cli-export-refused"));
    }
    let db = matches.get_one::<String>("db").map(String::as_str);
    let past = matches.get_many::<String>("past").into_iter().flatten();
    let past = past.map(|path| input::load_path(path, db)).collect::<Result<Vec<_>, _>>()?;
    let mut sides: Vec<Side<'_>> = past.iter().map(side).collect();
    sides.retain(|side| {
        (&side.plan.body.ipa, side.plan.year < old.plan.year) == (&old.plan.body.ipa, true)
    });
    sides.sort_by_key(|side| side.plan.year);
    let next = next_year(side(&old), &sides);
    let (plan, rules) = (&next.contents.plan, &next.contents.rules);
    let target = input::argument(matches, "target");
    let path = Path::new(&target);
    let is_workbook = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("xlsx"));
    let written = match is_workbook {
        true => traguardo_files::write_workbook(path, plan, &next.baselines, rules),
        false => traguardo_files::write_folder(path, plan, &next.baselines, rules),
    };
    written.map_err(|error| Fault::machine("cli-export-failed", &error).with("target", &target))?;
    let mut out = BufWriter::new(anstream::stdout().lock());
    match format(matches) {
        "json" => traguardo_files::next_year::write_json(&mut out, &next, words)?,
        _ => write(&mut out, &next, words)?,
    }
    out.flush()?;
    let args = [
        ("year", plan.year.to_string().into()),
        ("target", target.into()),
        ("nodes", plan.nodes.len().into()),
        ("indicators", plan.indicators.len().into()),
        ("readings", next.baselines.list.len().into()),
    ];
    output::tell(&words.say("cli-next-written", &args));
    Ok(ExitCode::from(DONE))
}

fn side(input: &Input) -> Side<'_> {
    Side { plan: &input.plan, readings: &input.readings, rules: &input.rules }
}

/// Each row once, with its reasons under it; then what is not copied.
fn write(out: &mut impl Write, next: &NextYear, words: &Texts) -> std::io::Result<()> {
    let mut last: Option<(&Option<RowOf>, &str)> = None;
    for one in &next.reconsider {
        if last != Some((&one.row, &one.title)) {
            let name = one.row.as_ref().map(RowOf::name).unwrap_or_default();
            writeln!(out, "{}", format!("{name} {}", one.title).trim_start())?;
            last = Some((&one.row, &one.title));
        }
        let column =
            if one.column.is_empty() { String::new() } else { format!("{}: ", one.column) };
        writeln!(out, "  {column}{}", words.sentence(&one.reason.sentence()))?;
    }
    if !next.left_out.is_empty() {
        let names: Vec<String> = next.left_out.iter().map(|row| row.row.name()).collect();
        let args = [("rows", names.join("; ").into())];
        writeln!(out, "{}", words.say("cli-next-left-out", &args))?;
    }
    Ok(())
}
