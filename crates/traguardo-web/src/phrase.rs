//! A target phrase and what it was understood to mean, for whoever is writing it.
//! Not here: the language itself, which is the core's.

use traguardo::indicator::{Direction, Indicator};
use traguardo::plan::{Body, Card, Details, Node, Plan, Quotas, Targets, Use};
use traguardo::target::{Expected, Meaning, Question, Target};

use crate::example::{Example, examples};
use crate::words::Words;

/// What a phrase was understood to mean.
#[derive(Debug, Clone)]
pub enum Phrase {
    /// One thing, surely.
    Read(Box<Told>),
    /// Not surely one thing.
    Asked(Asked),
}

/// A target in words.
#[derive(Debug, Clone)]
pub struct Told {
    /// In a sentence.
    pub words: String,
    /// Its normal form.
    pub normal: String,
    /// How it scores, in a sentence.
    pub scoring: String,
    /// How it scores.
    pub examples: Vec<Example>,
}

/// A question in words.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What is asked.
    pub sentence: String,
    /// What could be meant, the likeliest first.
    pub proposals: Vec<String>,
}

/// What is known of the indicator that a phrase is the target of.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The year of the plan.
    pub year: i16,
    /// Whether more or less is better.
    pub direction: Option<Direction>,
    /// What it is measured in.
    pub measure: &'a str,
}

/// Reads a phrase as a plan of one indicator would.
#[must_use]
pub fn read(phrase: &str, known: Known<'_>, words: Words) -> Phrase {
    let plan = plan_of(phrase, known);
    let meaning = plan.uses.first().and_then(|used| used.details.targets.year.as_ref());
    match meaning.map(|expected| &expected.meaning) {
        Some(Meaning::Read(target)) => Phrase::Read(Box::new(Told {
            words: told(target, words),
            normal: target.normal(),
            scoring: words.texts.target_scoring(target),
            examples: examples(&plan, target, words),
        })),
        Some(Meaning::Asked(question)) => Phrase::Asked(asked(question, words)),
        Some(Meaning::Unread) | None => {
            Phrase::Asked(Asked { sentence: String::new(), proposals: Vec::new() })
        }
    }
}

/// A target in words.
#[must_use]
pub fn told(target: &Target, words: Words) -> String {
    words.texts.target(target)
}

/// A question in words.
#[must_use]
pub fn asked(question: &Question, words: Words) -> Asked {
    Asked { sentence: words.texts.question(question), proposals: question.proposals() }
}

fn plan_of(phrase: &str, known: Known<'_>) -> Plan {
    let mut plan = Plan::new(Body { ipa: "esempio".to_owned(), name: String::new() }, known.year);
    let measure = known.measure.trim();
    plan.levels = vec!["obiettivo".to_owned()];
    plan.nodes = vec![Node {
        code: "O".to_owned(),
        parent: None,
        level: "obiettivo".to_owned(),
        title: String::new(),
        quotas: Quotas::default(),
        details: Details::default(),
        card: Card::default(),
    }];
    plan.indicators = vec![Indicator {
        code: "I".to_owned(),
        measure: (!measure.is_empty()).then(|| measure.to_owned()),
        direction: known.direction,
        ..Indicator::default()
    }];
    let targets = Targets { year: Some(Expected::written(phrase)), ..Targets::default() };
    plan.uses = vec![Use {
        indicator: "I".to_owned(),
        node: "O".to_owned(),
        title: None,
        details: Details { targets, ..Details::default() },
    }];
    plan.understand();
    plan
}
