//! A number with its measure, as it stands in a cell: `143 N.`, `16,00 %`, `€ 5.000`.
//! Not here: conversions; a quantity is compared only with quantities of its own indicator.

use crate::number::{self, Decimal, NumberFault};

/// What may stand before a number: a currency or the word "number".
const LABELS: [&str; 10] = ["", "€", "eur", "euro", "n", "n.", "nr", "nr.", "n°", "numero"];

/// Words that bind a number to something else: what follows is a condition, not a measure.
const CONDITIONS: [&str; 21] = [
    "e", "ed", "o", "oppure", "con", "come", "rispetto", "entro", "al", "alla", "dal", "da", "dai",
    "su", "se", "salvo", "oltre", "circa", "ogni", "vedi", "allegato",
];

/// A number and the measure written beside it, if one was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number, with the decimals it was written with.
    pub number: Decimal,
    /// The measure as written (`%`, `gg`, `N.`, `€`), without surrounding spaces.
    pub measure: Option<Box<str>>,
}

impl Quantity {
    /// A number without a measure.
    ///
    /// ```
    /// use traguardo::{number::Decimal, quantity::Quantity};
    /// assert_eq!(Quantity::bare(Decimal::TEN).measure, None);
    /// ```
    #[must_use]
    pub fn bare(number: Decimal) -> Self {
        Self { number, measure: None }
    }

    /// Reads a number with or without its measure, before or after it.
    ///
    /// # Errors
    /// Those of [`number::parse`].
    ///
    /// ```
    /// use traguardo::quantity::Quantity;
    /// let days = Quantity::parse("-17,82 gg").unwrap();
    /// assert_eq!(days.number.to_string(), "-17.82");
    /// assert_eq!(days.measure.as_deref(), Some("gg"));
    /// assert_eq!(Quantity::parse("€ 5.000").unwrap().number.to_string(), "5000");
    /// ```
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let text = text.trim();
        let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '–' | '+');
        let start = text.find(is_number).ok_or(NumberFault::NotANumber)?;
        let (before, rest) = text.split_at(start);
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ' '))
            .map_or(rest.len(), |(at, _)| at);
        let (digits, after) = rest.split_at(end);
        // A full stop that closes the cell belongs to the sentence, not to the number.
        let digits = digits.trim_end().trim_end_matches('.');
        let (before, after) = (before.trim(), after.trim());
        let measure = match (before, after) {
            ("", "") => None,
            ("", after) => Some(after),
            (before, "") => Some(before),
            _ => return Err(NumberFault::NotANumber),
        };
        if !(LABELS.iter().any(|label| before.eq_ignore_ascii_case(label))
            && names_a_measure(after))
        {
            return Err(NumberFault::NotANumber);
        }
        Ok(Self { number: number::parse(digits)?, measure: measure.map(Box::from) })
    }

    /// The name of the measure as JSON has it: `%`, `gg`, `h`, `EUR`, `N.`, or the noun counted.
    ///
    /// ```
    /// use traguardo::quantity::Quantity;
    /// assert_eq!(Quantity::parse("5 giorni").unwrap().measure_name(), Some("gg"));
    /// assert_eq!(Quantity::parse("5 eventi").unwrap().measure_name(), Some("eventi"));
    /// ```
    #[must_use]
    pub fn measure_name(&self) -> Option<&str> {
        let measure = self.measure.as_deref()?;
        let small = measure.to_lowercase();
        let plain = small.trim_end_matches('.');
        Some(crate::target::phrase::measure_name(plain).unwrap_or(measure))
    }

    /// The quantity as an office writes it.
    ///
    /// ```
    /// use traguardo::quantity::Quantity;
    /// assert_eq!(Quantity::parse("3111720000,00 €").unwrap().written(), "3.111.720.000,00 €");
    /// ```
    #[must_use]
    pub fn written(&self) -> String {
        let number = number::format(self.number);
        match &self.measure {
            Some(measure) => format!("{number} {measure}"),
            None => number,
        }
    }
}

/// Whether the words after a number can be what it counts: a few, none of them a condition.
fn names_a_measure(words: &str) -> bool {
    let plain = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        !CONDITIONS.contains(&word.as_str()) && !word.contains(|c: char| c.is_ascii_digit())
    };
    words.split_whitespace().count() <= 5
        && words.chars().count() <= 60
        && words.split_whitespace().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_stands_before_or_after_but_not_on_both_sides() {
        assert_eq!(Quantity::parse("n. 5").unwrap().written(), "5 n.");
        assert_eq!(Quantity::parse("40 h").unwrap().written(), "40 h");
        assert_eq!(Quantity::parse("143 N.").unwrap().written(), "143 N.");
        assert_eq!(Quantity::parse("4 progetti approvati").unwrap().number.to_string(), "4");
        assert!(Quantity::parse("circa 5 eventi").is_err());
        assert!(Quantity::parse("5 eventi con 3 partner").is_err());
        assert!(Quantity::parse("5 come da allegato").is_err());
        assert!(Quantity::parse("Piano 2020 approvato").is_err());
        assert_eq!(Quantity::parse("1.23 %"), Err(NumberFault::Ambiguous));
    }
}
