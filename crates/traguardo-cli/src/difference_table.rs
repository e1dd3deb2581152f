//! A difference on the terminal: one line for each thing, and below what changed its cells.
//! Not here: the comparing.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use traguardo::difference::{Difference, Fate};
use traguardo::text::Texts;

/// Writes a difference, and how much it is.
pub fn write(out: &mut impl Write, difference: &Difference, words: &Texts) -> io::Result<()> {
    if difference.is_empty() {
        return writeln!(out, "{}", words.say("diff-none", &[]));
    }
    for entry in &difference.entries {
        let (sign, style) = sign(entry.fate);
        let name = words.sentence(&entry.item.name());
        let fate = words.sentence(&entry.fate());
        write!(out, "{style}{sign} {name}{style:#}")?;
        if !entry.title.is_empty() {
            write!(out, " · {}", entry.title)?;
        }
        writeln!(out, ": {fate}")?;
        if matches!(entry.fate, Fate::Changed | Fate::Superseded) {
            for cell in &entry.cells {
                writeln!(out, "    {}", words.sentence(&cell.sentence()))?;
            }
        }
    }
    writeln!(out, "{}", counts(difference, words))
}

/// How many things are added, changed, removed and superseded, in words.
pub fn counts(difference: &Difference, words: &Texts) -> String {
    let of = |fate| difference.count(fate).into();
    words.say(
        "diff-counts",
        &[
            ("added", of(Fate::Added)),
            ("changed", of(Fate::Changed)),
            ("removed", of(Fate::Removed)),
            ("superseded", of(Fate::Superseded)),
        ],
    )
}

fn sign(fate: Fate) -> (char, Style) {
    match fate {
        Fate::Added => ('+', AnsiColor::Green.on_default()),
        Fate::Changed | Fate::Superseded => ('~', AnsiColor::Yellow.on_default()),
        Fate::Removed => ('-', AnsiColor::Red.on_default()),
    }
}
