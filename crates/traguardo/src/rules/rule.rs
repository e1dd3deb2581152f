//! The rules one by one: which there are, whether two sets differ in one, and taking one over.
//! Not here: what they do to a score, see [`crate::scoring`].

use super::Rules;

/// One of the rules of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The most that an indicator can score.
    Cap,
    /// The least that an indicator can score.
    Floor,
    /// How a missed `<=` scores.
    AtMost,
    /// How steps score between two of them.
    Steps,
    /// What a day of delay costs.
    Late,
    /// From where a target counts as underestimated.
    Underestimated,
    /// What a missing part does.
    Missing,
    /// What a part that is not due yet does.
    NotDue,
    /// What siblings without weights do.
    WithoutWeights,
    /// The bands of results.
    Bands,
    /// How many decimals are printed.
    Decimals,
    /// How the digits beyond them go.
    Rounding,
}

impl Rule {
    /// Every rule, in the order in which pages list them.
    pub const ALL: [Self; 12] = [
        Self::Cap,
        Self::Floor,
        Self::AtMost,
        Self::Steps,
        Self::Late,
        Self::Underestimated,
        Self::Missing,
        Self::NotDue,
        Self::WithoutWeights,
        Self::Bands,
        Self::Decimals,
        Self::Rounding,
    ];

    /// The key that it has in `regole.toml` and in the register of variations.
    ///
    /// ```
    /// assert_eq!(traguardo::rules::Rule::Cap.key(), "indicatore.massimo");
    /// ```
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Cap => "indicatore.massimo",
            Self::Floor => "indicatore.minimo",
            Self::AtMost => "indicatore.minore_uguale",
            Self::Steps => "indicatore.soglie",
            Self::Late => "indicatore.ritardo_punti_al_giorno",
            Self::Underestimated => "indicatore.sovrastima_oltre",
            Self::Missing => "nodo.mancante",
            Self::NotDue => "nodo.non_scaduto",
            Self::WithoutWeights => "nodo.senza_pesi",
            Self::Bands => "fasce",
            Self::Decimals => "stampa.decimali",
            Self::Rounding => "stampa.arrotonda",
        }
    }

    /// The name of the text that names it.
    ///
    /// ```
    /// use traguardo::{rules::Rule, text::{Lang, Texts}};
    /// assert_eq!(Texts::of(Lang::It).say(Rule::Cap.text(), &[]), "Punteggio massimo");
    /// ```
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Cap => "rules-name-cap",
            Self::Floor => "rules-name-floor",
            Self::AtMost => "rules-name-at-most",
            Self::Steps => "rules-name-steps",
            Self::Late => "rules-name-late",
            Self::Underestimated => "rules-name-underestimated",
            Self::Missing => "rules-name-missing",
            Self::NotDue => "rules-name-not-due",
            Self::WithoutWeights => "rules-name-without-weights",
            Self::Bands => "rules-name-bands",
            Self::Decimals => "rules-name-decimals",
            Self::Rounding => "rules-name-rounding",
        }
    }

    /// Whether two bodies, or two years, differ in it.
    ///
    /// ```
    /// use traguardo::rules::{Rule, Rules};
    /// let mut other = Rules::default();
    /// other.indicator.cap = None;
    /// let differing = Rule::ALL.into_iter().filter(|rule| rule.differs(&Rules::default(), &other));
    /// assert_eq!(differing.collect::<Vec<_>>(), [Rule::Cap]);
    /// ```
    #[must_use]
    pub fn differs(self, one: &Rules, other: &Rules) -> bool {
        let mut with = one.clone();
        self.take(other, &mut with);
        with != *one
    }

    /// Takes this one rule over from others.
    ///
    /// ```
    /// use traguardo::rules::{Rule, Rules};
    /// let mut rules = Rules::default();
    /// let mut other = Rules::default();
    /// (other.print.decimals, other.indicator.cap) = (0, None);
    /// Rule::Decimals.take(&other, &mut rules);
    /// assert_eq!((rules.print.decimals, rules.indicator.cap.is_some()), (0, true));
    /// ```
    pub fn take(self, from: &Rules, into: &mut Rules) {
        match self {
            Self::Cap => into.indicator.cap = from.indicator.cap,
            Self::Floor => into.indicator.floor = from.indicator.floor,
            Self::AtMost => into.indicator.at_most = from.indicator.at_most,
            Self::Steps => into.indicator.steps = from.indicator.steps,
            Self::Late => into.indicator.late_points_per_day = from.indicator.late_points_per_day,
            Self::Underestimated => {
                into.indicator.underestimated_from = from.indicator.underestimated_from;
            }
            Self::Missing => into.node.missing = from.node.missing,
            Self::NotDue => into.node.not_due = from.node.not_due,
            Self::WithoutWeights => into.node.without_weights = from.node.without_weights,
            Self::Bands => into.bands.clone_from(&from.bands),
            Self::Decimals => into.print.decimals = from.print.decimals,
            Self::Rounding => into.print.rounding = from.print.rounding,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Decimal, Rounding};
    use crate::rules::{AtMostRule, MissingRule, NotDueRule, StepsRule, WithoutWeightsRule};

    #[test]
    fn all_rules_taken_over_one_by_one_are_the_other_rules_but_for_their_day() {
        let mut other = Rules::default();
        other.indicator.cap = None;
        other.indicator.floor = Decimal::from(-5);
        other.indicator.at_most = AtMostRule::Hyperbolic;
        other.indicator.steps = StepsRule::Interpolate;
        other.indicator.late_points_per_day = Decimal::ONE;
        other.indicator.underestimated_from = Decimal::from(150);
        other.node.missing = MissingRule::Block;
        other.node.not_due = NotDueRule::Exclude;
        other.node.without_weights = WithoutWeightsRule::Equal;
        other.bands.clear();
        other.print.decimals = 1;
        other.print.rounding = Rounding::Truncate;
        let mut rules = Rules::default();
        for rule in Rule::ALL {
            assert!(rule.differs(&rules, &other), "{rule:?} is already taken");
            rule.take(&other, &mut rules);
            assert!(!rule.differs(&rules, &other), "{rule:?} is not taken");
        }
        assert_eq!(rules, other);
    }
}
