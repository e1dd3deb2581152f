//! An indicator with all that the checks ask of it: its uses, its name in plain words, its nature.
//! Not here: what is wrong with it.

use std::sync::OnceLock;

use hashbrown::HashMap;

use super::prose::plain;
use crate::indicator::Indicator;
use crate::number::Decimal;
use crate::plan::{Plan, Use};
use crate::target::{Comparison, Expected, Target, Threshold};

/// An indicator and where it is used.
pub(super) struct Subject<'a> {
    pub(super) indicator: &'a Indicator,
    /// The uses that count, in the order of the rows; never none.
    pub(super) uses: Vec<&'a Use>,
    /// Its title in plain words.
    pub(super) title: String,
    nature: OnceLock<Nature>,
}

impl Subject<'_> {
    /// What its words say that the figure is: looked up where somebody asks, since few figures
    /// need it.
    pub(super) fn nature(&self) -> Nature {
        *self.nature.get_or_init(|| {
            let formula = self.indicator.formula.as_deref().map(plain).unwrap_or_default();
            Nature::of(self.indicator, &self.title, &formula)
        })
    }
}

/// What its words say that the figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// A part of a whole, in per cent: from 0 to 100.
    Share,
    /// A change, in per cent: it may be negative, and never less than the loss of all.
    Change,
    /// A difference or a balance: it may be negative.
    Balance,
    /// Anything else, an index above 100 % included.
    Other,
}

const CHANGES: [&str; 10] = [
    "variazione",
    "incremento",
    "crescita",
    "aumento",
    "riduzione",
    "diminuzione",
    "decremento",
    "scostamento",
    "risparmio",
    "anno precedente",
];
const BALANCES: [&str; 12] = [
    "margine",
    "saldo",
    "risultato",
    "avanzo",
    "utile",
    "equilibrio",
    "differenza",
    "ritardo",
    "tempestivita",
    "tempestività",
    "indice",
    "scarto",
];
/// What is called a share and may be above 100 %.
const NOT_SHARES: [&str; 4] = ["copertura", "realizzazione", "rotazione", "struttura"];
const SHARES: [&str; 24] = [
    "percentuale",
    "quota",
    "incidenza",
    "sul totale",
    "rispetto al totale",
    "su totale",
    "rispetto dei",
    "rispetto del",
    "rispetto degli",
    "rispetto delle",
    "rispetto dello",
    "rispetto della",
    "tasso di evasione",
    "tasso di sopravvivenza",
    "tasso di adesione",
    "tasso di partecipazione",
    "tasso di risposta",
    "tasso di assenza",
    "tasso di assenteismo",
    "tasso di riscossione",
    "grado di soddisfazione",
    "giudizi positivi",
    "valutazioni positive",
    "grado di rispetto",
];

impl Nature {
    fn of(indicator: &Indicator, title: &str, formula: &str) -> Self {
        let has = |words: &[&str]| words.iter().any(|w| title.contains(w) || formula.contains(w));
        if !indicator.is_percentage() {
            return if has(&CHANGES) || has(&BALANCES) { Self::Balance } else { Self::Other };
        }
        if has(&CHANGES) {
            Self::Change
        } else if has(&BALANCES) {
            Self::Balance
        } else if (has(&SHARES) || title.starts_with("% ")) && !has(&NOT_SHARES) {
            Self::Share
        } else {
            Self::Other
        }
    }
}

/// The indicators of a plan that some row counts, in the order of their first use.
pub(super) fn subjects(plan: &Plan) -> Vec<Subject<'_>> {
    let mut uses: HashMap<&str, Vec<&Use>> = HashMap::with_capacity(plan.indicators.len());
    for used in plan.uses.iter().filter(|used| !used.details.is_out()) {
        uses.entry(&used.indicator).or_default().push(used);
    }
    let list = plan.indicators.iter().filter_map(|indicator| {
        let uses = uses.remove(indicator.code.as_str())?;
        let title = plain(&indicator.title);
        Some(Subject { indicator, uses, title, nature: OnceLock::new() })
    });
    list.collect()
}

/// The level that a target asks for, where it is one: of its first step where it has steps.
pub(super) fn level_of(target: &Target, year: i16) -> Option<(Comparison, Decimal)> {
    match target {
        Target::Level { comparison, level, .. } => Some((*comparison, level.number)),
        Target::Steps(steps) => match steps.first()?.threshold {
            Threshold::Level(comparison, level) => Some((comparison, level)),
            _ => None,
        },
        Target::ByYear(years) => {
            let (_, own) = years.iter().find(|(of, _)| *of == year)?;
            match own {
                Target::ByYear(_) => None,
                own => level_of(own, year),
            }
        }
        Target::Periodic { year: whole, .. } => match &**whole {
            Target::Level { comparison, level, .. } => Some((*comparison, level.number)),
            _ => None,
        },
        _ => None,
    }
}

/// The level that a use expects for the year.
pub(super) fn year_level(used: &Use, year: i16) -> Option<(Comparison, Decimal)> {
    let expected = used.details.targets.year.as_ref();
    level_of(expected.and_then(Expected::target)?, year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_above_100_is_no_share_and_a_change_may_be_negative() {
        let nature = |title: &str| {
            let measure = Some("%".to_owned());
            let indicator = Indicator { measure, ..Indicator::default() };
            Nature::of(&indicator, &plain(title), "")
        };
        assert_eq!(nature("Incidenza delle imprese sul totale"), Nature::Share);
        assert_eq!(nature("% imprese iscritte"), Nature::Share);
        assert_eq!(nature("Rispetto dei tempi di rilascio"), Nature::Share);
        assert_eq!(nature("Indice di struttura secondario"), Nature::Balance);
        assert_eq!(nature("Margine di Struttura finanziaria"), Nature::Balance);
        assert_eq!(nature("Variazione percentuale dei turisti"), Nature::Change);
        assert_eq!(nature("Grado di copertura delle attività"), Nature::Other);
    }
}
