//! Words around a quantity that make it doubtful: limits, slips of the pen, collective nouns.
//! Not here: words that are questions wherever they stand ([`super::words::doubt`]).

use super::join::{Core, Item};
use super::token::{Kind, Token};
use super::{Context, words};
use crate::indicator::Direction;
use crate::target::{Comparison, Day};

/// Whether words before a quantity turn it round or leave open what it is.
pub(super) fn turns(label: &[Token<'_>], compared: bool) -> bool {
    const TURNING: [&str; 6] = ["non", "senza", "nessun", "nessuno", "nessuna", "evitare"];
    // `fra 5 giorni`, `dopo 3 mesi`
    const LEADING: [&str; 8] = ["fra", "tra", "da", "dal", "dai", "dopo", "salvo", "meno"];
    let turned = label.iter().any(|token| TURNING.contains(&token.lower));
    let led = label.last().is_some_and(|token| LEADING.contains(&token.lower));
    turned || !compared && (led || label.iter().any(|token| is_slip(token.lower)))
}

/// Whether a bare number cannot be what its direction would make of it: `limite 30 gg` is no
/// minimum.
pub(super) fn is_limit(tokens: &[Token<'_>], item: &Item, direction: Option<Direction>) -> bool {
    const LIMITS: [&str; 7] =
        ["limite", "limiti", "tetto", "plafond", "soffitto", "scadenza", "termine"];
    let Some((from, to)) = item.label else { return false };
    direction == Some(Direction::Up)
        && tokens[from..to].iter().any(|token| LIMITS.contains(&token.lower))
}

/// Whether words before a range say that the second number follows the first: `passare da 3 a 5`.
pub(super) fn passes(tokens: &[Token<'_>], item: &Item) -> bool {
    let Some((from, to)) = item.label else { return false };
    let goes = |word: &str| {
        ["pass", "port", "innalz", "elev", "ridu", "abbass", "sal", "scen", "evol", "prog"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    tokens[from..to].iter().any(|token| goes(token.lower))
}

/// Whether what follows a number counts nothing that can be read: `due terzi`, `una decina`,
/// `10 x`, `1 semestre`.
pub(super) fn is_no_noun(tail: &[Token<'_>]) -> bool {
    const COLLECTIVE: [&str; 32] = [
        "paio",
        "paia",
        "coppia",
        "decina",
        "decine",
        "dozzina",
        "dozzine",
        "quindicina",
        "ventina",
        "trentina",
        "quarantina",
        "cinquantina",
        "centinaio",
        "centinaia",
        "migliaio",
        "terzi",
        "quarto",
        "quarti",
        "quinto",
        "quinti",
        "sesto",
        "sesti",
        "settimo",
        "ottavo",
        "ottavi",
        "decimo",
        "decimi",
        "centesimi",
        "mezzo",
        "mezza",
        "po'",
        "tanto",
    ];
    const PERIODS: [&str; 7] =
        ["semestre", "trimestre", "quadrimestre", "bimestre", "sem", "trim", "esercizio"];
    const AROUND: [&str; 5] = ["prima", "dopo", "antecedenti", "successivi", "oltre"];
    let Some(first) = tail.first() else { return false };
    let word = first.lower;
    // `n` numbers, `t` weighs.
    let letter = word.len() == 1 && word.starts_with(char::is_alphabetic);
    let letter = letter && !matches!(word, "n" | "t");
    let marks = tail.iter().all(|token| matches!(token.kind, Kind::Dash | Kind::Mark(_)));
    // `un report e un convegno`
    let another = tail.windows(2).any(|pair| {
        matches!(pair[0].lower, "e" | "ed" | "più")
            && matches!(pair[1].lower, "un" | "una" | "un'" | "uno")
    });
    marks
        || another
        || letter && !words::opens_scope(word) && word != "e"
        || COLLECTIVE.contains(&word)
        || PERIODS.contains(&word)
        || AROUND.contains(&word)
}

/// Whether a part only tells of another: the day of a stock (`il 50% dell'arretrato al
/// 31/12/2020`, in a later year), the time of every case (`il 95% entro 30 gg dal ricovero`), what
/// is scored for something (`si = 100%; no = 0%`).
pub(super) fn misplaced(items: &[Item], context: Context) -> bool {
    let per_cent = |item: &Item| match &item.core {
        Some(Core::Quantity(amount)) => amount.quantity.measure.as_deref() == Some("%"),
        _ => false,
    };
    let told = |item: &Item| match &item.core {
        Some(Core::Due { day, .. }) => {
            let counted = items.iter().any(|other| matches!(other.core, Some(Core::Quantity(_))));
            counted && day.is_before(context.year)
                || matches!(day, Day::Event { .. }) && items.iter().any(per_cent)
        }
        _ => false,
    };
    let number = |item: &Item| match &item.core {
        Some(Core::Quantity(amount)) if item.compare == Some(Comparison::Exactly) => {
            Some(amount.quantity.number)
        }
        _ => None,
    };
    let first = number(&items[0]);
    let is_scale = items.len() > 1
        && items.iter().all(|item| number(item).is_some())
        && items.iter().any(|item| number(item) != first);
    items.iter().any(told) || is_scale
}

/// Whether a word is one of comparison with one letter too many, too few, other, or out of place.
fn is_slip(word: &str) -> bool {
    const SAID: [&str; 10] = [
        "almeno",
        "minimo",
        "massimo",
        "minima",
        "massima",
        "inferiore",
        "superiore",
        "maggiore",
        "minore",
        "oltre",
    ];
    const NOUNS: [&str; 10] = [
        "minori",
        "superiori",
        "inferiori",
        "maggiori",
        "altre",
        "minimi",
        "massimi",
        "minime",
        "massime",
        "coltre",
    ];
    (4..=11).contains(&word.len())
        && !NOUNS.contains(&word)
        && SAID.iter().any(|known| is_near(word.as_bytes(), known.as_bytes()))
}

fn is_near(word: &[u8], known: &[u8]) -> bool {
    let same = word.iter().zip(known).take_while(|(one, other)| one == other).count();
    let (word, known) = (&word[same..], &known[same..]);
    match (word, known) {
        ([], []) => false,
        ([_, word @ ..], known) if word == known => true,
        (word, [_, known @ ..]) if word == known => true,
        ([_, word @ ..], [_, known @ ..]) if word == known => true,
        ([a, b, word @ ..], [c, d, known @ ..]) => a == d && b == c && word == known,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_seen() {
        for slip in ["almen", "allmeno", "alemno", "minino", "massino", "inferirore"] {
            assert!(is_slip(slip), "{slip}");
        }
        for word in ["almeno", "minori", "tempo", "medio", "numero", "superiori", "centro"] {
            assert!(!is_slip(word), "{word}");
        }
    }
}
