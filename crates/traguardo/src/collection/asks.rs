//! What kind of thing is to be recorded of an indicator, so that a form can ask for it.
//! Not here: reading what somebody typed.

use crate::indicator::Indicator;
use crate::reading::{Observed, ReadingIndex};
use crate::target::{Target, Threshold};

/// What kind of thing is to be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asks {
    /// A number.
    Number,
    /// A numerator and a denominator.
    Quotient,
    /// The day on which something was done.
    Day,
    /// Whether something was done.
    YesNo,
    /// A judgement from 0 to 100.
    Judgement,
}

impl Asks {
    /// What a target asks for. A quotient is asked for where the formula of the indicator is one,
    /// or its readings were.
    ///
    /// ```
    /// use traguardo::{collection::Asks, reading::Readings, target::Target};
    /// let readings = Readings::default();
    /// let asks = Asks::of(&Target::Judgement, None, &readings.index());
    /// assert_eq!(asks, Asks::Judgement);
    /// ```
    #[must_use]
    pub fn of(target: &Target, indicator: Option<&Indicator>, known: &ReadingIndex<'_>) -> Self {
        match target {
            Target::By(_) => Self::Day,
            Target::Done { .. } => Self::YesNo,
            Target::Judgement => Self::Judgement,
            Target::Steps(steps) => match steps.first().map(|step| &step.threshold) {
                Some(Threshold::By(_)) => Self::Day,
                Some(Threshold::Judgement(_)) => Self::Judgement,
                _ => Self::number_of(indicator, known),
            },
            _ => Self::number_of(indicator, known),
        }
    }

    fn number_of(indicator: Option<&Indicator>, known: &ReadingIndex<'_>) -> Self {
        let Some(indicator) = indicator else { return Self::Number };
        let mut earlier = known.of(&indicator.code);
        let is_quotient = indicator.formula.as_deref().is_some_and(divides)
            || earlier.any(|(_, reading)| matches!(reading.observed, Observed::Quotient { .. }));
        if is_quotient { Self::Quotient } else { Self::Number }
    }
}

/// Whether a formula in words is one thing over another: `pratiche evase / pratiche ricevute`. An
/// `e/o` or an abbreviation is none: the stroke stands between spaces.
fn divides(formula: &str) -> bool {
    formula.matches(" / ").count() == 1
}
