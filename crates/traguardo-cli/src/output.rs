//! What is printed besides results: issues with their places, faults, colours on a terminal.
//! Not here: the tables of results, and the cells that issues point at.

use std::io::Write;

use anstyle::{AnsiColor, Style};
use traguardo::issue::{Issue, Layout, Severity};
use traguardo::text::Texts;

/// How a severity looks on a terminal; elsewhere colours are left out by the stream itself.
pub fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Note => AnsiColor::Cyan.on_default(),
    }
}

/// Prints issues on standard error, each with its place, and how many they are.
pub fn issues(issues: &[Issue], layout: &Layout, words: &Texts) {
    let mut err = anstream::stderr().lock();
    // Nobody is left to be told that standard error is closed.
    let _ = write_issues(&mut err, issues, layout, words);
}

/// Writes issues, one a line, each with its place, and how many they are.
fn write_issues(
    out: &mut impl Write,
    issues: &[Issue],
    layout: &Layout,
    words: &Texts,
) -> std::io::Result<()> {
    for issue in issues {
        let style = style(issue.kind.severity);
        let severity = words.say(&format!("severity-{}", issue.kind.severity.name()), &[]);
        write!(out, "{style}{severity}{style:#}")?;
        let place = words.place(&issue.place, layout);
        if !place.is_empty() {
            write!(out, " {place}")?;
        }
        writeln!(out, ": {} [{}]", words.issue(issue), issue.kind.name)?;
    }
    if !issues.is_empty() {
        writeln!(out, "{}", counts(issues, words))?;
    }
    Ok(())
}

/// How many errors, warnings and notes there are, in words.
pub fn counts(issues: &[Issue], words: &Texts) -> String {
    let counted = [
        (Severity::Error, "cli-errors"),
        (Severity::Warning, "cli-warnings"),
        (Severity::Note, "cli-notes"),
    ]
    .into_iter()
    .filter_map(|(severity, key)| {
        let count = issues.iter().filter(|issue| issue.kind.severity == severity).count();
        (count > 0).then(|| words.say(key, &[("count", count.into())]))
    });
    counted.collect::<Vec<_>>().join(", ")
}

/// Prints what stops a command on standard error.
pub fn fault(sentence: &str, words: &Texts) {
    let style = style(Severity::Error);
    let severity = words.say("severity-error", &[]);
    let _ = writeln!(anstream::stderr(), "{style}{severity}{style:#}: {sentence}");
}

/// Prints a sentence on standard error: what is being done, or was.
pub fn tell(sentence: &str) {
    let _ = writeln!(anstream::stderr(), "{sentence}");
}

/// Prints a sentence that was asked for on standard output.
pub fn answer(sentence: &str) -> std::io::Result<()> {
    writeln!(anstream::stdout(), "{sentence}")
}

/// Whether standard output shows colours: a terminal that can, whose user has not said no.
pub fn is_coloured() -> bool {
    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}

/// How wide a table may be: what `COLUMNS` says, or the terminal; elsewhere there is no limit.
pub fn width() -> Option<usize> {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size_of(std::io::stdout());
    said.or_else(|| terminal().map(|(width, _)| usize::from(width.0)))
}
