//! `traguardo explain PATH CODE`: where a number comes from, to the last reading.
//! Not here: the explanation itself.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use clap::ArgMatches;
use traguardo::explain::{Explanation, Subject, explain};
use traguardo::issue::nearest;
use traguardo::report::Report;
use traguardo::score::GroupKind;
use traguardo::text::Texts;

use super::{Done, situation_date};
use crate::fault::{DONE, Fault};
use crate::{input, output};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let at = situation_date(matches)?;
    let input = input::load(matches)?;
    let report =
        Report::new(&input.plan, &input.readings, &input.rules, at).and_issues(input.issues);
    let code = input::argument(matches, "code");
    let node = matches.get_one::<String>("node").map(String::as_str);
    let subjects = subjects(&report, &code, node)?;
    output::issues(&report.issues, &input.layout, words);
    let mut out = BufWriter::new(anstream::stdout().lock());
    for subject in subjects {
        write_explanation(&mut out, &explain(&report, subject), 0, words)?;
    }
    out.flush()?;
    Ok(ExitCode::from(DONE))
}

/// What a code names: the body, a node, or every use of an indicator.
fn subjects(report: &Report<'_>, code: &str, node: Option<&str>) -> Result<Vec<Subject>, Fault> {
    if node.is_none() && code == report.plan.body.ipa {
        return Ok(vec![Subject::Body]);
    }
    if let Some(at) = report.scores.tree.node(code).filter(|_| node.is_none()) {
        return Ok(vec![Subject::Node(at)]);
    }
    let uses = || report.plan.uses.iter().enumerate().filter(|(_, used)| used.indicator == code);
    let asked = uses().filter(|(_, used)| node.is_none_or(|node| used.node == node));
    let subjects: Vec<Subject> = asked.map(|(at, _)| Subject::Use(at)).collect();
    if !subjects.is_empty() {
        return Ok(subjects);
    }
    if let (Some(node), Some(_)) = (node, uses().next()) {
        let nodes: Vec<&str> = uses().map(|(_, used)| used.node.as_str()).collect();
        return Err(Fault::command_line("cli-use-unknown")
            .with("code", code)
            .with("node", node)
            .with("nodes", nodes.join(", ")));
    }
    let nodes = report.plan.nodes.iter().map(|node| node.code.as_str());
    let known = nodes.chain(report.plan.indicators.iter().map(|i| i.code.as_str()));
    let near = nearest(code, known).unwrap_or("none");
    Err(Fault::command_line("cli-code-unknown").with("found", code).with("nearest", near))
}

fn write_explanation(
    out: &mut impl Write,
    explanation: &Explanation,
    depth: usize,
    words: &Texts,
) -> std::io::Result<()> {
    let indent = "  ".repeat(depth);
    let name = match explanation.subject {
        Subject::Group(_, GroupKind::Indicators) => words.say("cli-group-indicators", &[]),
        Subject::Group(..) => words.say("cli-group-children", &[]),
        Subject::CompoundPart(_, part) => words.say("cli-compound-part", &[("part", part.into())]),
        Subject::Body | Subject::Node(_) | Subject::Use(_) => {
            format!("{} · {}", explanation.code, explanation.title)
        }
    };
    let outcome = format!("outcome-{}", explanation.outcome.name());
    let result = explanation.printed.clone().unwrap_or_else(|| words.say(&outcome, &[]));
    let terms = explanation.equation.iter().map(|t| format!("{}% × {}", t.share, t.score));
    let terms = terms.collect::<Vec<_>>().join(" + ");
    let equation = if terms.is_empty() { String::new() } else { format!(" = {terms}") };
    writeln!(out, "{indent}{name}: {result}{equation}")?;
    if let Some(measured) = &explanation.on_measured {
        let said = words.say("cli-on-measured", &[("score", measured.as_str().into())]);
        writeln!(out, "{indent}    {said}")?;
    }
    for sentence in &explanation.sentences {
        writeln!(out, "{indent}    {}", words.sentence(sentence))?;
    }
    for part in &explanation.parts {
        write_explanation(out, &part.explanation, depth + 1, words)?;
    }
    Ok(())
}
