//! A printed achievement as a figure, as "not available", as nothing, or as something else.
//! Not here: whether it is right.

use super::span::Span;
use super::{Given, Told, Verdict};
use crate::number::{self, Decimal, NumberFault};
use crate::quantity::Quantity;
use crate::rules::Rules;
use crate::score::Outcome;

/// What a source prints in the place of an achievement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Figure(Decimal),
    NotAvailable,
    /// A dash: no figure, and nothing said of why.
    Dash,
    /// Words.
    Unread,
}

impl Written {
    /// Reads a cell; `None` where it is blank.
    pub(super) fn read(text: &str) -> Option<Self> {
        let plain = text.trim().to_lowercase();
        if plain.is_empty() {
            return None;
        }
        let letters: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
        Some(match letters.as_str() {
            "" => Self::Dash,
            "nd" | "nondisponibile" | "nr" | "nonrilevato" | "na" => Self::NotAvailable,
            _ => figure(&plain).map_or(Self::Unread, Self::Figure),
        })
    }

    pub(super) fn is_none(&self) -> bool {
        *self == Self::Dash
    }

    /// Whether an outcome gives it to the last printed digit.
    pub(super) fn is_given_by(&self, outcome: Outcome, rules: &Rules) -> bool {
        match (self, outcome) {
            (Self::Figure(figure), Outcome::Scored(score)) => {
                number::round(score, figure.scale(), rules.print.rounding) == *figure
            }
            (Self::NotAvailable | Self::Dash, outcome) => outcome.score().is_none(),
            _ => false,
        }
    }

    /// Whether something that lies within a span can have been printed so.
    pub(super) fn is_within(&self, given: Given, rules: &Rules) -> bool {
        let Self::Figure(figure) = self else { return self.is_given_by(given.outcome, rules) };
        let printed = |bound| number::round(bound, figure.scale(), rules.print.rounding);
        given.outcome.score().is_some()
            && printed(given.span.low) <= *figure
            && *figure <= printed(given.span.high)
    }

    /// What a printed figure gives to the node above it, once it is judged.
    pub(super) fn told(&self, own: Told, verdict: Verdict, rules: &Rules) -> Told {
        let outcome = match self {
            Self::Figure(figure) => Outcome::Scored(*figure),
            Self::NotAvailable => Outcome::Missing,
            Self::Dash | Self::Unread => return own,
        };
        // What is out of the count stays out of it, whatever is printed there.
        if own.as_printed.outcome.is_out() {
            return own;
        }
        let span = match self {
            Self::Figure(figure) => {
                Span::of_printed(*figure, rules.print.rounding).between(&rules.indicator, *figure)
            }
            _ => Span::default(),
        };
        let is_tainted = matches!(verdict, Verdict::Wrong | Verdict::FollowsWrong);
        let as_printed = Given { outcome, span, is_open: false, is_tainted };
        let set_right = if is_tainted { own.set_right } else { as_printed };
        Told { as_printed, set_right }
    }
}

/// `73,43`, `73,43 %`, `73.4`: a point before one or two digits can only separate decimals.
fn figure(text: &str) -> Option<Decimal> {
    let text = text.trim_end_matches("punti").trim_end().trim_end_matches('%').trim_end();
    match Quantity::parse(text) {
        Ok(Quantity { number, measure: None }) => Some(number),
        Err(NumberFault::Ambiguous) => {
            let (whole, decimals) = text.split_once('.')?;
            let few = (1..=2).contains(&decimals.len()) && !decimals.contains('.');
            if few { number::parse(&format!("{whole},{decimals}")).ok() } else { None }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_absences_dashes_and_words_are_told_apart() {
        let read = |text| match Written::read(text) {
            None => "blank".to_owned(),
            Some(Written::Figure(figure)) => figure.to_string(),
            Some(other) => format!("{other:?}"),
        };
        for (text, expected) in [
            ("73,43", "73.43"),
            ("73,43%", "73.43"),
            (" 100,00 % ", "100.00"),
            ("73.4", "73.4"),
            ("1.234", "1234"),
            ("N/D", "NotAvailable"),
            ("n.d.", "NotAvailable"),
            ("-", "Dash"),
            ("—", "Dash"),
            ("", "blank"),
            ("raggiunto", "Unread"),
            ("12 gg", "Unread"),
            ("3/4", "Unread"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
