//! One way of writing for what offices write in several: spaces, dashes, quotes, signs, capitals.
//! Not here: words; nothing is left out that a reader would see.

/// A phrase cleaned, beside itself in lower case; both have the same bytes at the same places.
pub(super) struct Cleaned {
    pub(super) text: String,
    pub(super) lower: String,
}

/// Cleans a phrase: one blank for any spaces, one dash, one apostrophe; no blank between thousands.
pub(super) fn clean(phrase: &str) -> Cleaned {
    let mut text = String::with_capacity(phrase.len());
    // Where the last group of a number ends that narrow blanks divide.
    let mut grouped = 0;
    let mut rest = phrase.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '!'..='_' | 'a'..='~' => text.push(letter),
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}' => {}
            '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}' | '\u{2008}' | '\u{200a}'
                if groups_thousands(&text, &rest, grouped) =>
            {
                grouped = text.len() + 3;
            }
            _ if letter.is_whitespace() => {
                if !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            '–' | '—' | '−' | '‑' | '‐' | '―' | '－' => text.push('-'),
            '’' | '‘' | '`' | '´' | 'ʼ' | '′' => text.push('\''),
            '“' | '”' | '«' | '»' | '„' | '″' => text.push('"'),
            '⩾' | '≧' => text.push('≥'),
            '⩽' | '≦' => text.push('≤'),
            '％' => text.push('%'),
            'º' | '˚' => text.push('°'),
            '•' | '·' | '▪' | '●' => text.push(';'),
            '…' => text.push_str("..."),
            _ => text.push(letter),
        }
    }
    let lower = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        let mut lower = String::with_capacity(text.len());
        lower.extend(text.chars().map(lowered));
        lower
    };
    Cleaned { text, lower }
}

/// Whether a narrow blank stands between the groups of a number: `13 000 000`.
fn groups_thousands(
    before: &str,
    after: &std::iter::Peekable<std::str::Chars<'_>>,
    grouped: usize,
) -> bool {
    let tail = before.bytes().rev().take_while(u8::is_ascii_digit).take(16).count();
    let next = after.clone().take(4).take_while(char::is_ascii_digit).count();
    // `2021 100 pratiche`: a first group has three digits at most.
    let first = (1..=3).contains(&tail) && !before[before.len() - tail..].starts_with('0');
    next == 3 && (first || tail > 3 && grouped == before.len())
}

/// The small letter, where it is as long as the capital: places must not move.
fn lowered(letter: char) -> char {
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) if one.len_utf8() == letter.len_utf8() => one,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_written_the_same() {
        for (phrase, expected) in [
            ("≥\u{a0}80\u{2009}%", "≥ 80 %"),
            ("13\u{202f}000\u{202f}000 €", "13000000 €"),
            ("20 %\u{a0}020", "20 % 020"),
            ("2024\u{a0}100", "2024 100"),
            ("1\u{2009}234\u{2009}567", "1234567"),
            ("dall’approvazione – «x»", "dall'approvazione - \"x\""),
        ] {
            assert_eq!(clean(phrase).text, expected);
        }
        let odd = clean("İI ẞ");
        assert_eq!(odd.text.len(), odd.lower.len());
    }
}
