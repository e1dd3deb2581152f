//! The words of the language: numbers, months, periods, measures, and words that need care.
//! Not here: phrases of several words, which stand with what they mean.

use crate::issue::{Kind, kinds};
use crate::number::Decimal;
use crate::period::Span;

/// A number in words below a million: `ventotto`, `duecento`, `cinquantamila`.
pub(super) fn number(word: &str) -> Option<u32> {
    if word == "mille" {
        return Some(1_000);
    }
    let (thousands, rest) = match (word.strip_prefix("mille"), word.split_once("mila")) {
        (Some(rest), _) => (1, rest),
        (None, Some((before, rest))) => (hundreds(before).filter(|n| *n > 1)?, rest),
        (None, None) => return hundreds(word),
    };
    let rest = if rest.is_empty() { 0 } else { hundreds(rest)? };
    Some(thousands * 1_000 + rest)
}

fn hundreds(word: &str) -> Option<u32> {
    let Some((before, rest)) = word.split_once("cent").filter(|(_, rest)| rest.starts_with('o'))
    else {
        return below_hundred(word).map(u32::from);
    };
    let times = match before {
        "" => 1,
        _ => below_hundred(before).filter(|n| (2..=9).contains(n))?,
    };
    // `centotto`: one of the two vowels is dropped.
    let tails = [&rest[1..], rest];
    let rest = if rest == "o" { 0 } else { tails.into_iter().find_map(below_hundred)? };
    Some(u32::from(times) * 100 + u32::from(rest))
}

fn below_hundred(word: &str) -> Option<u8> {
    const SMALL: [&str; 20] = [
        "zero",
        "uno",
        "due",
        "tre",
        "quattro",
        "cinque",
        "sei",
        "sette",
        "otto",
        "nove",
        "dieci",
        "undici",
        "dodici",
        "tredici",
        "quattordici",
        "quindici",
        "sedici",
        "diciassette",
        "diciotto",
        "diciannove",
    ];
    const TENS: [(&str, u8); 8] = [
        ("vent", 20),
        ("trent", 30),
        ("quarant", 40),
        ("cinquant", 50),
        ("sessant", 60),
        ("settant", 70),
        ("ottant", 80),
        ("novant", 90),
    ];
    if matches!(word, "un" | "una" | "un'") {
        return Some(1);
    }
    let small = |word: &str| SMALL.iter().position(|known| *known == word);
    if let Some(found) = small(word) {
        return u8::try_from(found).ok();
    }
    let (tail, tens) =
        TENS.iter().find_map(|(stem, tens)| Some((word.strip_prefix(stem)?, *tens)))?;
    match tail {
        "i" if tens == 20 => Some(20),
        "a" if tens > 20 => Some(tens),
        "otto" => Some(tens + 8),
        "uno" | "un" => Some(tens + 1),
        _ => {
            let digit = tail.strip_prefix(if tens == 20 { 'i' } else { 'a' })?;
            let digit = if digit == "tré" { "tre" } else { digit };
            let digit = u8::try_from(small(digit)?).ok().filter(|digit| (2..=9).contains(digit))?;
            Some(tens + digit)
        }
    }
}

/// An ordinal in words or in Roman numerals up to twelve.
pub(super) fn ordinal(word: &str) -> Option<i16> {
    const WORDS: [(&str, &str); 12] = [
        ("prim", "i"),
        ("second", "ii"),
        ("terz", "iii"),
        ("quart", "iv"),
        ("quint", "v"),
        ("sest", "vi"),
        ("settim", "vii"),
        ("ottav", "viii"),
        ("non", "ix"),
        ("decim", "x"),
        ("undicesim", "xi"),
        ("dodicesim", "xii"),
    ];
    if matches!(word, "ultimo" | "ultima") {
        return Some(-1);
    }
    let stem = word.strip_suffix(['o', 'a']);
    let of = |(words, roman): &(&str, &str)| stem == Some(*words) || word == *roman;
    WORDS.iter().position(of).and_then(|at| i16::try_from(at + 1).ok())
}

/// A month by its name or its first three letters.
pub(super) fn month(word: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ];
    let at =
        MONTHS.iter().position(|month| *month == word || month[..3] == *word && word != "mar")?;
    i8::try_from(at + 1).ok()
}

/// A period of the year: `semestre`, `trim.`.
pub(super) fn span(word: &str) -> Option<Span> {
    Some(match word {
        "settimana" | "settimane" => Span::Week,
        "mese" | "mesi" | "mensilità" => Span::Month,
        "bimestre" | "bimestri" => Span::TwoMonths,
        "trimestre" | "trimestri" | "trim" => Span::Quarter,
        "quadrimestre" | "quadrimestri" => Span::FourMonths,
        "semestre" | "semestri" | "sem" => Span::HalfYear,
        "anno" | "anni" | "esercizio" => Span::Year,
        _ => return None,
    })
}

/// How often, in one word: `mensile`.
pub(super) fn frequency(word: &str) -> Option<Span> {
    Some(match word {
        "settimanale" | "settimanali" | "settimanalmente" => Span::Week,
        "mensile" | "mensili" | "mensilmente" => Span::Month,
        "bimestrale" | "bimestrali" => Span::TwoMonths,
        "trimestrale" | "trimestrali" | "trimestralmente" => Span::Quarter,
        "quadrimestrale" | "quadrimestrali" => Span::FourMonths,
        "semestrale" | "semestrali" | "semestralmente" => Span::HalfYear,
        "annuale" | "annuali" | "annuo" | "annui" | "annua" | "annue" | "annualmente" => Span::Year,
        _ => return None,
    })
}

/// A measure that needs no other word: its name in JSON.
pub(super) fn measure(word: &str) -> Option<&'static str> {
    // The full stop of an abbreviation: `gg.`.
    Some(match word.strip_suffix('.').unwrap_or(word) {
        "%" | "percento" => "%",
        "‰" => "‰",
        "€" | "eur" | "euro" => "EUR",
        "gg" | "g" | "giorni" | "giorno" => "gg",
        "h" | "ore" | "ora" => "h",
        "min" | "minuti" | "minuto" | "'" => "min",
        "mesi" | "mese" => "mesi",
        "settimane" | "settimana" => "settimane",
        "anni" => "anni",
        "n" | "n." | "nr" | "nr." | "num" | "n°" | "n.°" | "numero" => "N.",
        _ => return None,
    })
}

/// By how much a number is multiplied: `mln`.
pub(super) fn multiplier(word: &str) -> Option<Decimal> {
    Some(match word {
        "mila" | "migliaia" => Decimal::ONE_THOUSAND,
        "mln" | "ml" | "milione" | "milioni" => Decimal::from(1_000_000),
        "mld" | "mrd" | "miliardo" | "miliardi" => Decimal::from(1_000_000_000),
        _ => return None,
    })
}

/// Words that bind nouns to one another, and that a name may begin or end with for no reason.
pub(super) fn is_filler(word: &str) -> bool {
    const FILLERS: [&str; 51] = [
        "il", "lo", "la", "l'", "i", "gli", "le", "un", "una", "un'", "di", "del", "dello",
        "della", "dell'", "dei", "degli", "delle", "a", "al", "allo", "alla", "all'", "ai", "agli",
        "alle", "e", "ed", "in", "nel", "nella", "nell'", "per", "su", "sul", "n", "nr", "pari",
        "con", "d'", "è", "e'", "sia", "target", "valore", "misura", "un", "da", "che", "era",
        "essere",
    ];
    FILLERS.contains(&word)
}

/// Whether a word leads to what a change is measured against.
pub(super) fn refers(word: &str) -> bool {
    matches!(word, "rispetto" | "confronto" | "sul" | "sull'" | "sulla" | "su" | "vs" | "dalla")
}

/// Words with which the name of a thing counted ends, and its scope begins.
pub(super) fn opens_scope(word: &str) -> bool {
    const OPENERS: [&str; 50] = [
        "da", "dal", "dall'", "dalla", "dai", "dagli", "dalle", "su", "sul", "sulla", "sull'",
        "sui", "sugli", "sulle", "di", "del", "dello", "della", "dell'", "dei", "degli", "delle",
        "d'", "per", "in", "nel", "nella", "nell'", "nei", "negli", "nelle", "a", "al", "alla",
        "all'", "ai", "agli", "alle", "tra", "fra", "presso", "che", "con", "escluso", "esclusi",
        "esclusa", "escluse", "al", "entro", "verso",
    ];
    OPENERS.contains(&word)
}

/// The question that a word raises wherever it stands outside of what is understood.
pub(super) fn doubt(word: &str) -> Option<&'static Kind> {
    Some(match word {
        "allegato" | "allegata" | "allegati" | "allegate" | "all" => &kinds::TARGET_ATTACHED,
        "circa"
        | "ca"
        | "all'incirca"
        | "orientativamente"
        | "indicativamente"
        | "tendenzialmente"
        | "±"
        | "approssimativamente" => &kinds::TARGET_APPROXIMATE,
        // There is no rate a day.
        "giornaliero" | "giornaliera" | "giornalieri" | "giornaliere" | "giornalmente"
        | "quotidiano" | "quotidiana" | "quotidiani" | "quotidiane" | "quotidianamente" | "k"
        | "fino" | "ogni" | "salvo" | "tranne" | "eccetto" | "fuorché" | "oppure" | "ovvero"
        | "o" | "se" | "qualora" | "purché" | "purche'" | "ma" | "compatibilmente"
        | "subordinatamente" | "anziché" | "rispettivamente" | "eventualmente" | "né"
        | "almeno" | "massimo" | "minimo" | "max" | "rispetto" | "confronto" | "precedente"
        | "precedenti" | "scorso" | "scorsa" | "cluster" | "benchmark" | "raddoppio"
        | "dimezzamento" | "metà" | "meta'" | "doppio" | "triplo" | "terzo" | "mediana"
        | "possibilmente" | "preferibilmente" | "idem" | "superiore" | "inferiore" | "maggiore"
        | "minore" | "raddoppiare" | "dimezzare" => &kinds::TARGET_NOT_UNDERSTOOD,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read_below_a_million() {
        for (word, expected) in [
            ("zero", Some(0)),
            ("una", Some(1)),
            ("tredici", Some(13)),
            ("venti", Some(20)),
            ("ventuno", Some(21)),
            ("ventotto", Some(28)),
            ("trentatré", Some(33)),
            ("quarantadue", Some(42)),
            ("novantanove", Some(99)),
            ("cento", Some(100)),
            ("ventaglio", None),
            ("trentino", None),
            ("duecento", Some(200)),
            ("centotto", Some(108)),
            ("trecentoventuno", Some(321)),
            ("mille", Some(1_000)),
            ("milleduecento", Some(1_200)),
            ("cinquantamila", Some(50_000)),
            ("centoventimilatrecento", Some(120_300)),
            ("centocento", None),
            ("unomila", None),
            ("ventimilamila", None),
            ("percento", None),
            ("camila", None),
        ] {
            assert_eq!(number(word), expected, "{word}");
        }
    }
}
