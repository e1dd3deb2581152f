//! The legend of bands and states, from the body's rules.
//! Not here: how a score gets its band, which is the core's.

use traguardo::number;
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
    let band = |from| Entry {
        mark: Mark::of(Outcome::Scored(from), view.report.rules, words),
        range: words.tell("legend-from", &[("from", number::format(from.normalize()).into())]),
    };
    let states = [
        Entry { mark: Mark::missing(words), range: words.say("legend-missing") },
        Entry { mark: Mark::not_due(words), range: words.say("legend-not-due") },
    ];
    view.report.rules.bands.iter().map(|b| band(b.from)).chain(states).collect()
}
