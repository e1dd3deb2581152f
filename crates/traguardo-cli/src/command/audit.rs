//! `traguardo audit PATH`: the achievements that the source prints, against what its data give.
//! Not here: the audit itself. Exit 1 where a figure is wrong.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::ArgMatches;
use traguardo::audit::{Audit, Figure, Verdict, audit};
use traguardo::explain::Subject;
use traguardo::score::GroupKind;
use traguardo::text::Texts;

use super::{Done, format, situation_date};
use crate::fault::{DONE, INPUT};
use crate::input::Input;
use crate::{input, output};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let at = situation_date(matches)?;
    let input = input::load(matches)?;
    output::issues(&input.issues, &input.layout, words);
    let found = audit(&input.plan, &input.readings, &input.rules, at);
    let mut out = BufWriter::new(anstream::stdout().lock());
    match format(matches) {
        "json" => {
            traguardo_files::audit::write_json(&mut out, &found, &input.plan, &input.rules, words)?;
        }
        "csv" => traguardo_files::audit::write_csv(&mut out, &found, &input.rules, words)?,
        _ => write_table(&mut out, &found, &input, words)?,
    }
    out.flush()?;
    Ok(ExitCode::from(if found.count(Verdict::Wrong) > 0 { INPUT } else { DONE }))
}

/// What is not equal, the gravest first, then how many figures come to what.
fn write_table(
    out: &mut impl Write,
    audit: &Audit,
    input: &Input,
    words: &Texts,
) -> io::Result<()> {
    let title = [
        ("body", input.plan.body.name.as_str().into()),
        ("year", input.plan.year.to_string().into()),
        ("date", audit.at.into()),
    ];
    writeln!(out, "{}", words.say("cli-audit-title", &title))?;
    if audit.figures.is_empty() {
        return writeln!(out, "{}", words.say("audit-nothing-printed", &[]));
    }
    for verdict in Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Equal) {
        for figure in audit.figures.iter().filter(|figure| figure.verdict == verdict) {
            write_figure(out, figure, words)?;
        }
    }
    let counts: Vec<String> = Verdict::ALL
        .into_iter()
        .rev()
        .map(|verdict| (verdict, audit.count(verdict)))
        .filter(|(verdict, count)| *count > 0 || *verdict == Verdict::Wrong)
        .map(|(verdict, count)| format!("{} {count}", words.say(verdict.key(), &[])))
        .collect();
    let args = [("count", audit.figures.len().into()), ("counts", counts.join(", ").into())];
    writeln!(out, "{}", words.say("cli-audit-counts", &args))
}

fn write_figure(out: &mut impl Write, figure: &Figure, words: &Texts) -> io::Result<()> {
    let style = style(figure.verdict);
    let verdict = words.say(figure.verdict.key(), &[]);
    write!(out, "{style}{verdict}{style:#} {}", figure.code)?;
    if let Some(node) = &figure.node {
        write!(out, " ({node})")?;
    }
    if let Subject::Group(_, kind) = figure.subject {
        let key = match kind {
            GroupKind::Indicators => "audit-kind-indicators",
            GroupKind::All | GroupKind::Children => "audit-kind-children",
        };
        write!(out, " ({})", words.say(key, &[]))?;
    }
    let reason = figure.reason.as_ref().map(|reason| words.sentence(reason)).unwrap_or_default();
    writeln!(out, " · {}: {reason}", figure.title)
}

fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Wrong => AnsiColor::Red.on_default().bold(),
        Verdict::FollowsWrong => AnsiColor::Yellow.on_default().bold(),
        Verdict::NotCompared => AnsiColor::Cyan.on_default(),
        Verdict::WithinRounding | Verdict::Equal => AnsiColor::Green.on_default(),
    }
}
