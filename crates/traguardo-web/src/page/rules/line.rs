//! Each rule in a line: its figure, and what it means in one sentence.
//! Not here: bands and quotas, which have tables of their own.

use traguardo::number::{self, Decimal, Rounding};
use traguardo::rules::{
    AtMostRule, MissingRule, NotDueRule, Rule, Rules, StepsRule, WithoutWeightsRule,
};

use super::{Group, Line};
use crate::words::Words;

/// The groups in their order: where each stands on the page, its title, its rules.
pub const GROUPS: [(&str, &str, &[Rule]); 3] = [
    (
        "indicator",
        "rules-group-indicator",
        &[Rule::Cap, Rule::Floor, Rule::AtMost, Rule::Steps, Rule::Late, Rule::Underestimated],
    ),
    ("node", "rules-group-node", &[Rule::Missing, Rule::NotDue, Rule::WithoutWeights]),
    ("print", "rules-group-print", &[Rule::Decimals, Rule::Rounding]),
];

/// The rules in their groups, all but the bands.
pub fn groups(rules: &Rules, since: &dyn Fn(Rule) -> String, words: Words) -> Vec<Group> {
    let line = |rule: &Rule| {
        let (figure, meaning) = told(rules, *rule, words);
        let source = match rule {
            Rule::Underestimated => "rules-in-oiv",
            _ => "rules-in-smvp",
        };
        Line {
            name: words.say(rule.text()),
            figure,
            meaning,
            since: since(*rule),
            source: words.say(source),
        }
    };
    let group = |(id, title, rules): (&'static str, &str, &[Rule])| Group {
        id,
        title: words.say(title),
        lines: rules.iter().map(line).collect(),
    };
    GROUPS.into_iter().map(group).collect()
}

/// The figure of a rule and the sentence that says what it means.
fn told(rules: &Rules, rule: Rule, words: Words) -> (String, String) {
    let (indicator, print) = (&rules.indicator, &rules.print);
    let written = |number: Decimal| number::format(number.normalize());
    let points = |key: &str, number| words.tell(key, &[("points", written(number).into())]);
    let choice = |short: &str, sentence: &str| (words.say(short), words.say(sentence));
    match rule {
        Rule::Cap => match indicator.cap {
            Some(cap) => (
                points("rules-points", cap),
                words.tell("rule-cap", &[("cap", written(cap).into())]),
            ),
            None => choice("rules-no-cap", "rule-cap-none"),
        },
        Rule::Floor => (
            points("rules-points", indicator.floor),
            words.tell("rule-floor", &[("floor", written(indicator.floor).into())]),
        ),
        Rule::Late if indicator.late_points_per_day.is_zero() => {
            choice("rules-short-zero", "rule-late-zero")
        }
        Rule::Late => (
            points("rules-points-day", indicator.late_points_per_day),
            points("rule-late-points", indicator.late_points_per_day),
        ),
        Rule::Underestimated => {
            let from = written(indicator.underestimated_from);
            (
                words.tell("rules-per-cent", &[("figure", from.clone().into())]),
                words.tell("rule-underestimated", &[("from", from.into())]),
            )
        }
        Rule::Decimals => {
            let decimals = [("decimals", i64::from(print.decimals).into())];
            (words.tell("rules-decimals", &decimals), words.tell("rule-decimals", &decimals))
        }
        _ => {
            let (short, sentence) = chosen(rules, rule);
            choice(short, sentence)
        }
    }
}

/// The two texts of a rule that is one of some words.
fn chosen(rules: &Rules, rule: Rule) -> (&'static str, &'static str) {
    let (indicator, node) = (&rules.indicator, &rules.node);
    match rule {
        Rule::AtMost => match indicator.at_most {
            AtMostRule::Linear => ("rules-short-lineare", "rule-at-most-linear"),
            AtMostRule::Hyperbolic => ("rules-short-iperbolica", "rule-at-most-hyperbolic"),
        },
        Rule::Steps => match indicator.steps {
            StepsRule::Stairs => ("rules-short-gradini", "rule-steps-stairs"),
            StepsRule::Interpolate => ("rules-short-interpola", "rule-steps-interpolate"),
        },
        Rule::Missing => match node.missing {
            MissingRule::Zero => ("rules-short-zero", "rule-missing-zero"),
            MissingRule::Exclude => ("rules-short-escludi", "rule-missing-exclude"),
            MissingRule::Block => ("rules-short-blocca", "rule-missing-block"),
        },
        Rule::NotDue => match node.not_due {
            NotDueRule::Zero => ("rules-short-zero", "rule-not-due-zero"),
            NotDueRule::Exclude => ("rules-short-escludi", "rule-not-due-exclude"),
        },
        Rule::WithoutWeights => match node.without_weights {
            WithoutWeightsRule::NoScore => ("rules-short-nessuno", "rule-without-weights-none"),
            WithoutWeightsRule::Equal => ("rules-short-uguali", "rule-without-weights-equal"),
        },
        _ => match rules.print.rounding {
            Rounding::HalfUp => ("rules-short-meta_su", "rule-rounding-half-up"),
            Rounding::Truncate => ("rules-short-tronca", "rule-rounding-truncate"),
        },
    }
}

/// The sentence of a word that a key can have, for whoever chooses.
pub fn sentence_of(key: &str, word: &str) -> &'static str {
    match (key, word) {
        ("indicatore.minore_uguale", "lineare") => "rule-at-most-linear",
        ("indicatore.minore_uguale", _) => "rule-at-most-hyperbolic",
        ("indicatore.soglie", "gradini") => "rule-steps-stairs",
        ("indicatore.soglie", _) => "rule-steps-interpolate",
        ("nodo.mancante", "zero") => "rule-missing-zero",
        ("nodo.mancante", "escludi") => "rule-missing-exclude",
        ("nodo.mancante", _) => "rule-missing-block",
        ("nodo.non_scaduto", "zero") => "rule-not-due-zero",
        ("nodo.non_scaduto", _) => "rule-not-due-exclude",
        ("nodo.senza_pesi", "nessuno") => "rule-without-weights-none",
        ("nodo.senza_pesi", _) => "rule-without-weights-equal",
        ("stampa.arrotonda", "meta_su") => "rule-rounding-half-up",
        _ => "rule-rounding-truncate",
    }
}
