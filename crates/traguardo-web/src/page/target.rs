//! The page that reads a target phrase while one types, and says how it would score.
//! Not here: the targets of a plan, see [`crate::page::questions`].

use askama::Template;
use axum::response::Response;
use serde::Deserialize;
use traguardo::indicator::Direction;

use crate::address::{Addresses, with_query};
use crate::frame::{Frame, Link};
use crate::page::answer;
use crate::phrase::{Known, Phrase, read};
use crate::rich::Rich;
use crate::words::Words;

/// A target of more letters is none.
const LONGEST: usize = 1000;
/// Years that a plan can be of.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;
/// Phrases to begin with.
const SAMPLES: [&str; 4] = [">= 600 N.", "entro il 31/12/2026", "fra 3 e 5", "entro il 34.04.2026"];

/// What the form asks.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Phrased {
    /// The phrase.
    #[serde(default)]
    pub frase: String,
    /// The year of the plan.
    #[serde(default)]
    pub anno: String,
    /// `cresce` or `cala`.
    #[serde(default)]
    pub verso: String,
    /// What it is measured in.
    #[serde(default)]
    pub misura: String,
}

#[derive(Template)]
#[template(path = "target.html")]
struct TargetPage {
    frame: Frame,
    sentence: Rich,
    action: String,
    lang: Option<&'static str>,
    phrased: Phrased,
    reading: Reading,
    samples: Vec<Link>,
}

/// What stands under the form.
#[derive(Template)]
#[template(path = "part/phrase.html")]
struct Reading {
    words: Words,
    fault: Option<String>,
    phrase: Option<Phrase>,
    proposals: Vec<Link>,
}

impl Reading {
    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }
}

/// The page, or only what stands under the form.
#[must_use]
pub fn page(phrased: Phrased, year: i16, words: Words, is_part: bool) -> Response {
    let mut phrased = phrased;
    if phrased.anno.trim().is_empty() {
        phrased.anno = year.to_string();
    }
    let reading = reading(&phrased, words);
    if is_part {
        return answer(&reading, words.lang());
    }
    let addresses = Addresses::start(words.lang());
    let title = words.say("target-title");
    let page = TargetPage {
        frame: Frame::start(&title, &["target"], words.lang()).with_query(&query(&phrased)),
        sentence: Rich::new(&words.say("target-sentence")),
        action: addresses.path(&["target"]),
        lang: addresses.kept().first().map(|_| words.lang().code()),
        samples: SAMPLES.map(|sample| link(&addresses, &phrased, sample)).into(),
        reading,
        phrased,
    };
    answer(&page, words.lang())
}

fn reading(phrased: &Phrased, words: Words) -> Reading {
    let empty = Reading { words, fault: None, phrase: None, proposals: Vec::new() };
    let fault = |key: &str| Reading { fault: Some(words.say(key)), ..empty };
    let text = phrased.frase.trim();
    if text.is_empty() {
        return Reading { words, fault: None, phrase: None, proposals: Vec::new() };
    }
    if text.chars().count() > LONGEST {
        return fault("target-too-long");
    }
    let Some(year) = phrased.anno.trim().parse().ok().filter(|year| YEARS.contains(year)) else {
        return fault("target-no-year");
    };
    let direction = match phrased.verso.as_str() {
        "cresce" => Some(Direction::Up),
        "cala" => Some(Direction::Down),
        _ => None,
    };
    let phrase = read(text, Known { year, direction, measure: &phrased.misura }, words);
    let addresses = Addresses::start(words.lang());
    let proposals = match &phrase {
        Phrase::Asked(asked) => {
            asked.proposals.iter().map(|text| link(&addresses, phrased, text)).collect()
        }
        Phrase::Read(_) => Vec::new(),
    };
    Reading { words, fault: None, phrase: Some(phrase), proposals }
}

fn query(phrased: &Phrased) -> Vec<(&'static str, String)> {
    let Phrased { frase, anno, verso, misura } = phrased;
    let all = [("frase", frase), ("anno", anno), ("verso", verso), ("misura", misura)];
    let set = all.into_iter().filter(|(_, text)| !text.is_empty());
    set.map(|(name, text)| (name, text.clone())).collect()
}

/// The same form with another phrase in it.
fn link(addresses: &Addresses, phrased: &Phrased, frase: &str) -> Link {
    let other = Phrased { frase: frase.to_owned(), ..phrased.clone() };
    let url = with_query(addresses.page(&["target"]), &query(&other));
    Link { label: frase.to_owned(), url, current: false }
}
