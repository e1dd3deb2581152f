//! The legend of bands and states, from the body's rules.
//! Not here: how a score gets its band, which is the core's.

use traguardo::number::{self, Decimal};
use traguardo::score::Outcome;

use crate::figure::Mark;
use crate::view::View;

/// An entry of the legend.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The band or state.
    pub mark: Mark,
    /// When it applies.
    pub range: String,
}

/// The bands, then the states.
#[must_use]
pub fn legend(view: &View<'_>) -> Vec<Entry> {
    let words = view.words;
    let mut bands: Vec<_> = view.report.rules.bands.iter().map(|band| band.from).collect();
    bands.sort_unstable();
    let band = |(at, from): (usize, &Decimal)| {
        let written = |from: &Decimal| number::format(from.normalize());
        let next = bands.get(at + 1).filter(|_| from.is_zero());
        let range = match next {
            Some(next) => words.tell("legend-below", &[("below", written(next).into())]),
            None => words.tell("legend-from", &[("from", written(from).into())]),
        };
        Entry { mark: Mark::of(Outcome::Scored(*from), view.report.rules, words), range }
    };
    let states = [
        Entry { mark: Mark::missing(words), range: words.say("legend-missing") },
        Entry { mark: Mark::not_due(words), range: words.say("legend-not-due") },
    ];
    bands.iter().enumerate().rev().map(band).chain(states).collect()
}
