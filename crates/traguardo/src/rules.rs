//! The rules of a body (its SMVP, D.Lgs. 150/2009 art. 7): dated data, never code for one body.
//! Not here: what the rules do to a score, see [`crate::scoring`].

mod rule;

pub use rule::Rule;

use crate::number::{self, Decimal, Rounding};
use crate::period::Date;

/// The rules in force, with the day from which they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The first day on which they are in force, where the body says so.
    pub valid_from: Option<Date>,
    /// How an indicator is scored.
    pub indicator: IndicatorRules,
    /// How scores roll up.
    pub node: NodeRules,
    /// How scores are printed.
    pub print: PrintRules,
    /// Bands, highest first.
    pub bands: Vec<Band>,
}

/// How an indicator is scored (`[indicatore]`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndicatorRules {
    /// The most that a score can be, in per cent; `None`: no limit.
    pub cap: Option<Decimal>,
    /// The least that a score can be, in per cent.
    pub floor: Decimal,
    /// How a missed `<=` scores.
    pub at_most: AtMostRule,
    /// How steps score between two of them.
    pub steps: StepsRule,
    /// Points lost for each day after a deadline; 0: a late date scores 0.
    pub late_points_per_day: Decimal,
    /// Actual over target, in per cent, from which a target is flagged as underestimated.
    pub underestimated_from: Decimal,
}

/// How a missed `<=` scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AtMostRule {
    /// 100·(1 − (V−T)/|T|): 0 at twice the target.
    #[default]
    Linear,
    /// 100·T/V where both are positive, else as linear.
    Hyperbolic,
}

/// How steps score between two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StepsRule {
    /// The best step reached counts.
    #[default]
    Stairs,
    /// Straight lines join the steps; beyond the last one 0.
    Interpolate,
}

/// How scores roll up (`[nodo]`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NodeRules {
    /// What a missing part does.
    pub missing: MissingRule,
    /// What a part that is not due yet does.
    pub not_due: NotDueRule,
    /// What siblings without weights do.
    pub without_weights: WithoutWeightsRule,
}

/// What a missing part does to its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MissingRule {
    /// It counts 0 with its weight.
    #[default]
    Zero,
    /// It is dropped and the weights are rescaled.
    Exclude,
    /// The parent is missing too.
    Block,
}

/// What a part that is not due yet does to its parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NotDueRule {
    /// It counts 0 with its weight.
    #[default]
    Zero,
    /// It is dropped and the weights are rescaled.
    Exclude,
}

/// What siblings without weights do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WithoutWeightsRule {
    /// Their parent has no score.
    #[default]
    NoScore,
    /// They weigh the same.
    Equal,
}

/// How scores are printed (`[stampa]`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintRules {
    /// Decimals, 0 to 6.
    pub decimals: u32,
    /// How the digits beyond them go.
    pub rounding: Rounding,
}

/// A band of results, always shown as a word, a shape and a colour (`[[fasce]]`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The least score of the band, in per cent.
    pub from: Decimal,
    /// Its word: a datum of the body, in the body's language.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// Its shape.
    pub shape: Shape,
}

/// The colours that bands can have; each has a contrast of at least 4.5:1 on white as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// `verde`
    Green,
    /// `oliva`
    Olive,
    /// `ambra`
    Amber,
    /// `rosso`
    Red,
    /// `blu`
    Blue,
    /// `grigio`
    Grey,
}

/// The shapes that bands can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `spunta`
    Tick,
    /// `tre_quarti`
    ThreeQuarters,
    /// `meta`
    Half,
    /// `triangolo`
    Triangle,
    /// `cerchio`
    Circle,
    /// `quadrato`
    Square,
}

impl Default for IndicatorRules {
    fn default() -> Self {
        Self {
            cap: Some(Decimal::ONE_HUNDRED),
            floor: Decimal::ZERO,
            at_most: AtMostRule::default(),
            steps: StepsRule::default(),
            late_points_per_day: Decimal::ZERO,
            underestimated_from: Decimal::from(120),
        }
    }
}

impl Default for PrintRules {
    fn default() -> Self {
        Self { decimals: 2, rounding: Rounding::default() }
    }
}

impl Default for Rules {
    fn default() -> Self {
        let band = |from: u8, name: &str, colour, shape| Band {
            from: from.into(),
            name: name.to_owned(),
            colour,
            shape,
        };
        Self {
            valid_from: None,
            indicator: IndicatorRules::default(),
            node: NodeRules::default(),
            print: PrintRules::default(),
            bands: vec![
                band(90, "raggiunto", Colour::Green, Shape::Tick),
                band(70, "quasi raggiunto", Colour::Olive, Shape::ThreeQuarters),
                band(50, "parziale", Colour::Amber, Shape::Half),
                band(0, "lontano", Colour::Red, Shape::Triangle),
            ],
        }
    }
}

impl Rules {
    /// A score with the decimals that are printed: the one rounding there is.
    ///
    /// ```
    /// use traguardo::{number::parse, rules::Rules};
    /// let rules = Rules::default();
    /// assert_eq!(rules.rounded(parse("70,125").unwrap()).to_string(), "70.13");
    /// ```
    #[must_use]
    pub fn rounded(&self, score: Decimal) -> Decimal {
        number::round(score, self.print.decimals, self.print.rounding)
    }

    /// A score as every surface prints it.
    ///
    /// ```
    /// use traguardo::{number::parse, rules::Rules};
    /// assert_eq!(Rules::default().printed(parse("70,125").unwrap()), "70,13");
    /// ```
    #[must_use]
    pub fn printed(&self, score: Decimal) -> String {
        number::format(self.rounded(score))
    }

    /// The band of a score, by the digits that are printed: nothing that prints 90,00 can stand
    /// in a band that begins below 90.
    ///
    /// ```
    /// use traguardo::{number::parse, rules::Rules};
    /// let rules = Rules::default();
    /// assert_eq!(rules.band(parse("62,955").unwrap()).unwrap().name, "parziale");
    /// ```
    #[must_use]
    pub fn band(&self, score: Decimal) -> Option<&Band> {
        let printed = self.rounded(score);
        self.bands.iter().filter(|band| band.from <= printed).max_by_key(|band| band.from)
    }
}
