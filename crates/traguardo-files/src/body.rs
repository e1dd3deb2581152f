//! `ente.toml` or the sheet `Ente`: whose plan it is, of which year, with which levels and days.
//! Not here: the nodes, see [`crate::plan`].

use traguardo::issue::Table;
use traguardo::period::Checkpoint;
use traguardo::plan::{Body, Plan};

use crate::entry::Entry;
use crate::issues::Issues;
use crate::key::Keys;

pub(crate) const KNOWN: [&str; 9] = [
    "ipa",
    "nome",
    "anno",
    "orizzonte",
    "livelli",
    "verifiche",
    "verifiche.#.data",
    "verifiche.#.consegna",
    "cluster",
];

/// The years that a plan can be of.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2200;
/// How many years a horizon can have.
const HORIZON: i16 = 30;

/// Reads a plan without its nodes, unless the code of the body or the year is missing.
pub(crate) fn read(entries: &[Entry], issues: &mut Issues) -> Option<Plan> {
    let mut keys = Keys::new(Table::Body, entries, issues);
    let ipa = read_ipa(&mut keys);
    let name = keys.required("nome").map(|entry| entry.text.clone());
    let year = read_year(&mut keys);
    let horizon = keys.list("orizzonte");
    let levels = keys.list("livelli");
    let checkpoints = read_checkpoints(&mut keys);
    let cluster = keys.list("cluster");
    let horizon = horizon.iter().flat_map(|item| read_years(item, year, &mut keys)).collect();
    keys.finish(&KNOWN);
    let (ipa, year) = (ipa?, year?);
    let name = name.unwrap_or_else(|| ipa.clone());
    let mut plan = Plan::new(Body { ipa, name }, year);
    plan.horizon = if Vec::is_empty(&horizon) { vec![year] } else { horizon };
    plan.levels = levels.into_iter().map(|item| item.text).collect();
    plan.checkpoints = checkpoints;
    plan.cluster = cluster.into_iter().map(|item| item.text).collect();
    Some(plan)
}

/// The code stands in addresses: letters, digits, `_`, `-` and `.` only.
fn read_ipa(keys: &mut Keys<'_>) -> Option<String> {
    let entry = keys.required("ipa")?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if entry.text.chars().all(plain) && entry.text.len() <= 64 {
        return Some(entry.text.clone());
    }
    keys.not_allowed(entry, "a–z, 0–9, _ - .", None);
    None
}

fn read_year(keys: &mut Keys<'_>) -> Option<i16> {
    let entry = keys.required("anno")?;
    let year = entry.text.parse().ok().filter(|year| YEARS.contains(year));
    if year.is_none() {
        keys.not_allowed(entry, &format!("{}–{}", YEARS.start(), YEARS.end()), None);
    }
    year
}

/// A year, the years from one to another, or how many years from the plan's own.
fn read_years(item: &Entry, year: Option<i16>, keys: &mut Keys<'_>) -> Vec<i16> {
    let (first, last) = item.text.split_once(['-', '–']).unwrap_or((&item.text, &item.text));
    let number = |text: &str| text.trim().parse::<i16>().ok();
    match (number(first), number(last)) {
        (Some(first), Some(last))
            if YEARS.contains(&first)
                && YEARS.contains(&last)
                && (first..=first + HORIZON).contains(&last) =>
        {
            (first..=last).collect()
        }
        (Some(count), Some(same)) if count == same && (1..=HORIZON).contains(&count) => {
            year.map_or_else(Vec::new, |year| (year..year + count).collect())
        }
        _ => {
            keys.not_allowed(item, "2020, 2021, 2022; 2020-2022; 3", None);
            Vec::new()
        }
    }
}

fn read_checkpoints(keys: &mut Keys<'_>) -> Vec<Checkpoint> {
    let mut checkpoints = Vec::new();
    for item in keys.list("verifiche") {
        let date = keys.date_of(&item);
        checkpoints.extend(date.map(|date| Checkpoint { date, hand_in: None }));
    }
    for (number, fields) in keys.items("verifiche", &["data", "consegna"]) {
        let hand_in = fields.get("consegna").filter(|entry| !entry.text.is_empty());
        let hand_in = hand_in.and_then(|entry| keys.date_of(entry));
        let Some(date) = fields.get("data").filter(|entry| !entry.text.is_empty()) else {
            let row = fields.values().next().map_or(0, |entry| entry.row);
            keys.missing(format!("verifiche.{number}.data"), row);
            continue;
        };
        let date = keys.date_of(date);
        checkpoints.extend(date.map(|date| Checkpoint { date, hand_in }));
    }
    checkpoints
}
