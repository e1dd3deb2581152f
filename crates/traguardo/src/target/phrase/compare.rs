//! How a comparison is said, in signs and in words.
//! Not here: what it compares with ([`super::amount`], [`super::reference`]).

use super::amount::{self, TO};
use super::piece::{begins, skip};
use super::token::{Kind, Token};
use crate::target::Comparison;

/// How comparisons are said; the longer before those they begin with.
const COMPARISONS: [(&[&str], Comparison); 73] = {
    use Comparison::{AtLeast, AtMost, Exactly, LessThan, MoreThan};
    [
        (&["pari", "almeno"], AtLeast),
        (&["pari", "ad", "almeno"], AtLeast),
        (&["pari", "al", "massimo"], AtMost),
        (&["almeno", "pari"], AtLeast),
        (&["maggiore", "/", "uguale"], AtLeast),
        (&["minore", "/", "uguale"], AtMost),
        (&["maggiori", "o", "uguali"], AtLeast),
        (&["minori", "o", "uguali"], AtMost),
        (&["non", "minori"], AtLeast),
        (&["non", "maggiori"], AtMost),
        (&["superiori", "o", "uguali"], AtLeast),
        (&["inferiori", "o", "uguali"], AtMost),
        (&["per", "almeno"], AtLeast),
        (&["ad", "almeno"], AtLeast),
        (&["in", "almeno"], AtLeast),
        (&["almeno"], AtLeast),
        (&["minimo"], AtLeast),
        (&["min"], AtLeast),
        (&["nella", "misura", "minima"], AtLeast),
        (&["nella", "misura", "massima"], AtMost),
        (&["in", "misura", "non", "inferiore"], AtLeast),
        (&["in", "misura", "non", "superiore"], AtMost),
        (&["in", "misura", "pari"], Exactly),
        (&["in", "misura", "superiore"], MoreThan),
        (&["non", "inferiore"], AtLeast),
        (&["non", "inferiori"], AtLeast),
        (&["non", "meno"], AtLeast),
        (&["non", "minore"], AtLeast),
        (&["non", "superiore"], AtMost),
        (&["non", "superiori"], AtMost),
        (&["non", "più"], AtMost),
        (&["non", "piu'"], AtMost),
        (&["non", "piu"], AtMost),
        (&["non", "oltre"], AtMost),
        (&["non", "maggiore"], AtMost),
        (&["maggiore", "o", "uguale"], AtLeast),
        (&["maggiore", "uguale"], AtLeast),
        (&["superiore", "o", "uguale"], AtLeast),
        (&["superiore", "o", "pari"], AtLeast),
        (&["uguale", "o", "superiore"], AtLeast),
        (&["pari", "o", "superiore"], AtLeast),
        (&["uguale", "o", "maggiore"], AtLeast),
        (&["pari", "o", "maggiore"], AtLeast),
        (&["minore", "o", "uguale"], AtMost),
        (&["minore", "uguale"], AtMost),
        (&["inferiore", "o", "uguale"], AtMost),
        (&["inferiore", "o", "pari"], AtMost),
        (&["uguale", "o", "inferiore"], AtMost),
        (&["pari", "o", "inferiore"], AtMost),
        (&["uguale", "o", "minore"], AtMost),
        (&["pari", "o", "minore"], AtMost),
        (&["al", "massimo"], AtMost),
        (&["massimo"], AtMost),
        (&["max"], AtMost),
        (&["fino", "a"], AtMost),
        (&["fino", "ad"], AtMost),
        (&["al", "di", "sopra"], MoreThan),
        (&["al", "di", "sotto"], LessThan),
        (&["sopra"], MoreThan),
        (&["sotto"], LessThan),
        (&["superiore"], MoreThan),
        (&["maggiore"], MoreThan),
        (&["oltre"], MoreThan),
        (&["inferiore"], LessThan),
        (&["minore"], LessThan),
        (&["uguale"], Exactly),
        (&["pari"], Exactly),
        (&["minima"], AtLeast),
        (&["massima"], AtMost),
        (&["minimi"], AtLeast),
        (&["massimi"], AtMost),
        (&["superiori"], MoreThan),
        (&["inferiori"], LessThan),
    ]
};

/// Words that compare only where a quantity follows: `sotto il portico` compares nothing.
const PLACED: [&str; 8] =
    ["sotto", "sopra", "minima", "massima", "minimi", "massimi", "superiori", "inferiori"];

/// A comparison in signs or in words, with the articles before what it compares with.
pub(super) fn scan(rest: &[Token<'_>]) -> Option<(Comparison, usize)> {
    let (found, length) = match rest.first()?.kind {
        Kind::Sign(sign) => or_equal(sign, rest),
        Kind::Word => more_than(rest).or_else(|| in_words(rest))?,
        _ => return None,
    };
    let at = length + skip(&rest[length..], &TO);
    let placed = PLACED.contains(&rest[0].lower);
    (!placed || amount::quantity(&rest[at..]).is_some()).then_some((found, at))
}

fn in_words(rest: &[Token<'_>]) -> Option<(Comparison, usize)> {
    COMPARISONS.iter().find_map(|(words, comparison)| {
        let length = (words[0] == rest[0].lower).then(|| begins(rest, words)).flatten()?;
        Some((*comparison, length))
    })
}

/// `> o = 5`, `> o uguale a 5`: the sign with the equality said beside it.
fn or_equal(sign: Comparison, rest: &[Token<'_>]) -> (Comparison, usize) {
    let loose = match sign {
        Comparison::MoreThan => Comparison::AtLeast,
        Comparison::LessThan => Comparison::AtMost,
        _ => return (sign, 1),
    };
    match rest {
        [_, or, equal, ..]
            if matches!(or.lower, "o" | "/")
                && (equal.kind == Kind::Sign(Comparison::Exactly)
                    || matches!(equal.lower, "uguale" | "pari")) =>
        {
            (loose, 3)
        }
        _ => (sign, 1),
    }
}

/// `più del 90%`, `meno di 3 reclami`, where a quantity follows.
fn more_than(rest: &[Token<'_>]) -> Option<(Comparison, usize)> {
    const THAN: [&str; 8] = ["di", "del", "dello", "della", "dell'", "dei", "degli", "delle"];
    let comparison = match rest[0].lower {
        "più" | "piu" | "piu'" => Comparison::MoreThan,
        "meno" => Comparison::LessThan,
        _ => return None,
    };
    THAN.contains(&rest.get(1)?.lower).then_some((comparison, 2))
}
