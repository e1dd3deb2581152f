//! A difference in words: one sentence for what became of a thing, one for each cell.
//! Not here: how a surface lays them out.

use super::{Cell, Entry, Fate, Item};
use crate::text::{Arg, Sentence};

impl Item {
    /// What it is and what names it: `nodo 301`, `indicatore EXPORT in 301`.
    ///
    /// ```
    /// use traguardo::{difference::Item, text::{Lang, Texts}};
    /// let item = Item::Node { code: "301".into() };
    /// assert_eq!(Texts::of(Lang::It).sentence(&item.name()), "Nodo 301");
    /// ```
    #[must_use]
    pub fn name(&self) -> Sentence {
        match self {
            Self::Body => Sentence::new("diff-item-body"),
            Self::Rules => Sentence::new("diff-item-rules"),
            Self::Node { code } => Sentence::new("diff-item-node").with("code", code.clone()),
            Self::Indicator { code } => {
                Sentence::new("diff-item-indicator").with("code", code.clone())
            }
            Self::Use { indicator, node } => Sentence::new("diff-item-use")
                .with("code", indicator.clone())
                .with("node", node.clone()),
            Self::Office { code } => Sentence::new("diff-item-office").with("code", code.clone()),
            Self::Event { name } => Sentence::new("diff-item-event").with("code", name.clone()),
            Self::Answer { code, parent, column } => Sentence::new("diff-item-answer")
                .with("code", code.clone())
                .with("node", parent.clone().unwrap_or_else(|| "none".to_owned()))
                .with("column", column.clone()),
            Self::Reading { indicator, date, part, body } => {
                let date = date.map_or(Arg::Named("diff-word-undated"), Arg::Day);
                Sentence::new("diff-item-reading")
                    .with("code", indicator.clone())
                    .with("date", date)
                    .with("part", part.map_or_else(|| "none".to_owned(), |part| part.to_string()))
                    .with("body", body.clone().unwrap_or_else(|| "none".to_owned()))
            }
        }
    }

    /// The stable English name of its sort, as JSON has it.
    ///
    /// ```
    /// assert_eq!(traguardo::difference::Item::Rules.sort(), "rules");
    /// ```
    #[must_use]
    pub fn sort(&self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Rules => "rules",
            Self::Node { .. } => "node",
            Self::Indicator { .. } => "indicator",
            Self::Use { .. } => "use",
            Self::Office { .. } => "office",
            Self::Event { .. } => "event",
            Self::Answer { .. } => "answer",
            Self::Reading { .. } => "reading",
        }
    }
}

impl Entry {
    /// What became of it, in a word: `aggiunto`, `modificato`.
    ///
    /// ```
    /// use traguardo::{difference::diff, sample, text::{Lang, Texts}};
    /// let mut new = sample::plan();
    /// new.nodes[1].title = "Estero".into();
    /// let difference = diff(&sample::plan(), &new);
    /// let entry = &difference.entries[0];
    /// assert_eq!(Texts::of(Lang::It).sentence(&entry.fate()), "modificato");
    /// ```
    #[must_use]
    pub fn fate(&self) -> Sentence {
        let key = match (self.fate, &self.item) {
            (Fate::Changed, Item::Rules) => "diff-fate-changed-rules",
            (Fate::Added, Item::Reading { .. } | Item::Answer { .. }) => "diff-fate-added-reading",
            (Fate::Removed, Item::Reading { .. } | Item::Answer { .. }) => {
                "diff-fate-removed-reading"
            }
            (Fate::Changed, Item::Reading { .. } | Item::Answer { .. }) => {
                "diff-fate-changed-reading"
            }
            (Fate::Added, _) => "diff-fate-added",
            (Fate::Changed, _) => "diff-fate-changed",
            (Fate::Removed, _) => "diff-fate-removed",
            (Fate::Superseded, _) => "diff-fate-superseded",
        };
        Sentence::new(key)
    }
}

impl Cell {
    /// What it held and what it holds.
    ///
    /// ```
    /// use traguardo::{difference::Cell, text::{Lang, Texts}};
    /// let cell = Cell {
    ///     column: "peso".into(),
    ///     before: Some("30".into()),
    ///     after: Some("40".into()),
    /// };
    /// assert_eq!(Texts::of(Lang::It).sentence(&cell.sentence()), "peso: da «30» a «40»");
    /// ```
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let key = match (&self.before, &self.after) {
            (Some(_), Some(_)) => "diff-cell-changed",
            (None, _) => "diff-cell-added",
            (Some(_), None) => "diff-cell-removed",
        };
        let mut sentence = Sentence::new(key).with("column", self.column.clone().into_owned());
        for (name, held) in [("before", &self.before), ("after", &self.after)] {
            if let Some(held) = held {
                sentence = sentence.with(name, held.clone());
            }
        }
        sentence
    }
}
