//! What a page shows of a score: its digits, its band as word, shape and colour, its explanation's
//! address. Not here: how the score came about, which is the core's.

use traguardo::number::Decimal;
use traguardo::rules::{Band, Colour, Rules, Shape};
use traguardo::score::Outcome;

use crate::words::{Words, capital};

/// A band or a state: always a word, a shape and a tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The word.
    pub word: String,
    /// The symbol of `templates/part/symbols.html`.
    pub shape: &'static str,
    /// The tone of `assets/traguardo.css`.
    pub tone: &'static str,
}

/// A score or the state that stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The digits, or what stands in their place.
    pub printed: String,
    /// Its band, or its state.
    pub mark: Mark,
    /// Where it is explained.
    pub url: String,
    /// What a screen reader adds to the link.
    pub hint: String,
    /// Whether there is a score.
    pub scored: bool,
    /// The length of its bar, from 0 to 100.
    pub width: String,
}

impl Mark {
    /// The mark of an outcome under the body's rules.
    #[must_use]
    pub fn of(outcome: Outcome, rules: &Rules, words: Words) -> Self {
        let state = |key: &str, shape, tone| Self { word: capital(&words.say(key)), shape, tone };
        match outcome {
            Outcome::Scored(score) => rules.band(score).map_or_else(
                || state("state-scored", "circle", "blue"),
                |band| Self::of_band(band, words),
            ),
            Outcome::Missing => Self::missing(words),
            Outcome::NotDue => Self::not_due(words),
            Outcome::Baseline => state("state-baseline", "flag", "violet"),
            Outcome::Neutralised => state("state-neutralised", "bar", "grey"),
        }
    }

    /// The mark of a band.
    #[must_use]
    pub fn of_band(band: &Band, words: Words) -> Self {
        Self {
            word: capital(&words.band(&band.name)),
            shape: shape(band.shape),
            tone: tone(band.colour),
        }
    }

    /// The word as it stands within a sentence.
    #[must_use]
    pub fn within(&self) -> String {
        let mut letters = self.word.chars();
        let first = letters.next().map(char::to_lowercase);
        first.into_iter().flatten().chain(letters).collect()
    }

    /// The mark of what is missing.
    #[must_use]
    pub fn missing(words: Words) -> Self {
        Self { word: capital(&words.say("state-missing")), shape: "ring", tone: "grey" }
    }

    /// The mark of what is not due yet.
    #[must_use]
    pub fn not_due(words: Words) -> Self {
        Self { word: capital(&words.say("state-not-due")), shape: "clock", tone: "blue" }
    }
}

impl Figure {
    /// The figure of an outcome.
    #[must_use]
    pub fn of(outcome: Outcome, rules: &Rules, words: Words, url: String) -> Self {
        let score = match outcome {
            Outcome::Scored(score) => Some(score),
            _ => None,
        };
        let printed = match outcome {
            Outcome::Scored(score) => rules.printed(score),
            Outcome::Missing => words.say("outcome-missing"),
            _ => words.say("page-no-figure"),
        };
        Self {
            printed,
            mark: Mark::of(outcome, rules, words),
            url,
            hint: words.say("page-hint"),
            scored: score.is_some(),
            width: bar(score.unwrap_or_default()),
        }
    }
}

fn bar(score: Decimal) -> String {
    score.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED).round_dp(2).normalize().to_string()
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Tick => "tick",
        Shape::ThreeQuarters => "three-quarters",
        Shape::Half => "half",
        Shape::Triangle => "triangle",
        Shape::Circle => "circle",
        Shape::Square => "square",
    }
}

fn tone(colour: Colour) -> &'static str {
    match colour {
        Colour::Green => "green",
        Colour::Olive => "olive",
        Colour::Amber => "amber",
        Colour::Red => "red",
        Colour::Blue => "blue",
        Colour::Grey => "grey",
    }
}
