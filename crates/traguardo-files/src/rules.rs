//! `regole.toml` or the sheet `Regole`: the rules in force; what is not written has its default.
//! The same keys typed into a form. Not here: what the rules do, see [`traguardo::scoring`].

use traguardo::issue::{Issue, Table};
use traguardo::number::{self, Decimal, Rounding};
use traguardo::rules::{
    AtMostRule, Band, Colour, MissingRule, NotDueRule, Rules, Shape, StepsRule, WithoutWeightsRule,
};

use crate::entry::Entry;
use crate::issues::Issues;
use crate::key::{Fields, Keys};

pub(crate) const KNOWN: [&str; 17] = [
    "valido_dal",
    "indicatore.massimo",
    "indicatore.minimo",
    "indicatore.minore_uguale",
    "indicatore.soglie",
    "indicatore.ritardo_punti_al_giorno",
    "indicatore.sovrastima_oltre",
    "nodo.mancante",
    "nodo.non_scaduto",
    "nodo.senza_pesi",
    "stampa.decimali",
    "stampa.arrotonda",
    "fasce",
    "fasce.#.da",
    "fasce.#.nome",
    "fasce.#.colore",
    "fasce.#.forma",
];

/// The word for no limit, and for no bands.
pub(crate) const NO_LIMIT: &str = "nessuno";
pub(crate) const NO_BANDS: &str = "nessuna";

pub(crate) const AT_MOST: [(&str, AtMostRule); 2] =
    [("lineare", AtMostRule::Linear), ("iperbolica", AtMostRule::Hyperbolic)];
pub(crate) const STEPS: [(&str, StepsRule); 2] =
    [("gradini", StepsRule::Stairs), ("interpola", StepsRule::Interpolate)];
pub(crate) const MISSING: [(&str, MissingRule); 3] = [
    ("zero", MissingRule::Zero),
    ("escludi", MissingRule::Exclude),
    ("blocca", MissingRule::Block),
];
pub(crate) const NOT_DUE: [(&str, NotDueRule); 2] =
    [("zero", NotDueRule::Zero), ("escludi", NotDueRule::Exclude)];
pub(crate) const WITHOUT_WEIGHTS: [(&str, WithoutWeightsRule); 2] =
    [("nessuno", WithoutWeightsRule::NoScore), ("uguali", WithoutWeightsRule::Equal)];
pub(crate) const ROUNDING: [(&str, Rounding); 2] =
    [("meta_su", Rounding::HalfUp), ("tronca", Rounding::Truncate)];
pub(crate) const COLOURS: [(&str, Colour); 6] = [
    ("verde", Colour::Green),
    ("oliva", Colour::Olive),
    ("ambra", Colour::Amber),
    ("rosso", Colour::Red),
    ("blu", Colour::Blue),
    ("grigio", Colour::Grey),
];
pub(crate) const SHAPES: [(&str, Shape); 6] = [
    ("spunta", Shape::Tick),
    ("tre_quarti", Shape::ThreeQuarters),
    ("meta", Shape::Half),
    ("triangolo", Shape::Triangle),
    ("cerchio", Shape::Circle),
    ("quadrato", Shape::Square),
];

/// The keys of rules with their contents, as a sheet or a form has them: `fasce.1.da`, `90`.
///
/// ```
/// let keys = traguardo_files::rules::written(&traguardo::rules::Rules::default());
/// assert!(keys.contains(&("indicatore.massimo".to_owned(), "100".to_owned())));
/// ```
#[must_use]
pub fn written(rules: &Rules) -> Vec<(String, String)> {
    let rows = crate::write::rules_rows(rules).into_iter();
    let pair = |row: Vec<String>| {
        let mut cells = row.into_iter();
        Some((cells.next()?, cells.next()?))
    };
    rows.filter_map(pair).collect()
}

/// Reads keys with their contents as people typed them, with an issue for each that is wrong. One that
/// is blank is wrong too, all but the day; a band that is wholly blank is none.
///
/// ```
/// use traguardo_files::rules::{read_keys, written};
/// let rules = traguardo::rules::Rules::default();
/// let mut keys = written(&rules);
/// assert_eq!(read_keys(&keys).unwrap(), rules);
/// keys[0].1 = "cento".to_owned();
/// assert_eq!(read_keys(&keys).unwrap_err()[0].place.column.as_deref(), Some("indicatore.massimo"));
/// ```
///
/// # Errors
/// What is wrong, in the order of the keys.
pub fn read_keys(keys: &[(String, String)]) -> Result<Rules, Vec<Issue>> {
    let given: Vec<&str> = keys
        .iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .filter_map(|(key, _)| band(key).filter(|(_, field)| matches!(*field, "da" | "nome")))
        .map(|(number, _)| number)
        .collect();
    let is_meant = |key: &str| band(key).is_none_or(|(number, _)| given.contains(&number));
    let typed = keys.iter().filter(|(key, _)| is_meant(key)).zip(1..);
    let mut entries: Vec<Entry> = typed
        .map(|((key, text), row)| Entry { key: key.clone(), text: text.trim().to_owned(), row })
        .collect();
    if given.is_empty() {
        entries.push(Entry { key: "fasce".to_owned(), text: NO_BANDS.to_owned(), row: 0 });
    }
    let mut issues = Issues::default();
    let mut asked = Keys::new(Table::Rules, &entries, &mut issues);
    for key in KNOWN.into_iter().filter(|key| *key != "valido_dal" && !key.starts_with("fasce")) {
        asked.required(key);
    }
    let rules = read(&entries, &mut issues);
    let issues = issues.into_list();
    if issues.is_empty() { Ok(rules) } else { Err(issues) }
}

/// The number of the band that a key is of, and its field.
fn band(key: &str) -> Option<(&str, &str)> {
    key.strip_prefix("fasce.")?.split_once('.')
}

/// The words that a key can have, where it is not a number, a day or a text.
///
/// ```
/// assert_eq!(traguardo_files::rules::words("nodo.non_scaduto"), ["zero", "escludi"]);
/// ```
#[must_use]
pub fn words(key: &str) -> Vec<&'static str> {
    fn all<T>(words: &[(&'static str, T)]) -> Vec<&'static str> {
        words.iter().map(|(word, _)| *word).collect()
    }
    match key {
        "indicatore.minore_uguale" => all(&AT_MOST),
        "indicatore.soglie" => all(&STEPS),
        "nodo.mancante" => all(&MISSING),
        "nodo.non_scaduto" => all(&NOT_DUE),
        "nodo.senza_pesi" => all(&WITHOUT_WEIGHTS),
        "stampa.arrotonda" => all(&ROUNDING),
        _ if key.ends_with(".colore") => all(&COLOURS),
        _ if key.ends_with(".forma") => all(&SHAPES),
        _ => Vec::new(),
    }
}

/// Reads the rules; a key that is wrong keeps its default.
pub(crate) fn read(entries: &[Entry], issues: &mut Issues) -> Rules {
    let mut keys = Keys::new(Table::Rules, entries, issues);
    let valid_from = keys.entry("valido_dal").and_then(|entry| keys.date_of(entry));
    let mut rules = Rules { valid_from, ..Rules::default() };
    read_indicator_rules(&mut keys, &mut rules);
    take(&mut rules.node.missing, keys.word("nodo.mancante", &MISSING));
    take(&mut rules.node.not_due, keys.word("nodo.non_scaduto", &NOT_DUE));
    take(&mut rules.node.without_weights, keys.word("nodo.senza_pesi", &WITHOUT_WEIGHTS));
    if let Some(entry) = keys.entry("stampa.decimali") {
        match entry.text.parse() {
            Ok(decimals) if decimals <= 6 => rules.print.decimals = decimals,
            _ => keys.not_allowed(entry, "0–6", None),
        }
    }
    take(&mut rules.print.rounding, keys.word("stampa.arrotonda", &ROUNDING));
    take(&mut rules.bands, read_bands(&mut keys));
    keys.finish(&KNOWN);
    rules
}

fn take<T>(rule: &mut T, read: Option<T>) {
    if let Some(read) = read {
        *rule = read;
    }
}

fn read_indicator_rules(keys: &mut Keys<'_>, rules: &mut Rules) {
    let rules = &mut rules.indicator;
    if let Some(entry) = keys.entry("indicatore.massimo") {
        let within = |cap: &Decimal| *cap >= Decimal::ZERO && *cap <= Decimal::from(10_000);
        if entry.text.eq_ignore_ascii_case(NO_LIMIT) {
            rules.cap = None;
        } else if let Some(cap) = number::parse(&entry.text).ok().filter(within) {
            rules.cap = Some(cap);
        } else {
            keys.not_allowed(entry, &format!("0–10.000, {NO_LIMIT}"), None);
        }
    }
    if let Some(floor) = keys.number("indicatore.minimo", -10_000, 10_000) {
        let below_cap = rules.cap.is_none_or(|cap| floor <= cap);
        match keys.entry("indicatore.minimo") {
            Some(entry) if !below_cap => keys.not_allowed(entry, "<= indicatore.massimo", None),
            _ => rules.floor = floor,
        }
    }
    take(&mut rules.at_most, keys.word("indicatore.minore_uguale", &AT_MOST));
    take(&mut rules.steps, keys.word("indicatore.soglie", &STEPS));
    let late = keys.number("indicatore.ritardo_punti_al_giorno", 0, 10_000);
    take(&mut rules.late_points_per_day, late);
    let underestimated = keys.number("indicatore.sovrastima_oltre", 0, 100_000);
    take(&mut rules.underestimated_from, underestimated);
}

/// The bands that are written; nothing where none is, or where one of them is wrong.
fn read_bands(keys: &mut Keys<'_>) -> Option<Vec<Band>> {
    let mut blank = keys.is_empty_list("fasce");
    if let Some(entry) = keys.entry("fasce") {
        blank = keys.word_of(entry, &[(NO_BANDS, ())]).is_some();
    }
    let items = keys.items("fasce", &["da", "nome", "colore", "forma"]);
    if items.is_empty() {
        return blank.then(Vec::new);
    }
    let mut bands: Vec<Band> = Vec::new();
    let mut is_whole = true;
    for (number, fields) in items {
        match read_band(keys, number, &fields, &bands) {
            Some(band) => bands.push(band),
            None => is_whole = false,
        }
    }
    bands.sort_by_key(|band| std::cmp::Reverse(band.from));
    is_whole.then_some(bands)
}

/// One band, with an issue for each of its fields that is wrong.
fn read_band(
    keys: &mut Keys<'_>,
    number: u32,
    fields: &Fields<'_>,
    above: &[Band],
) -> Option<Band> {
    let row = fields.values().next().map_or(0, |entry| entry.row);
    let field = |keys: &mut Keys<'_>, name: &str| {
        let entry = fields.get(name).copied().filter(|entry| !entry.text.is_empty());
        if entry.is_none() {
            keys.missing(format!("fasce.{number}.{name}"), row);
        }
        entry
    };
    let from = field(keys, "da").and_then(|entry| {
        let from = keys.number_of(entry, -10_000, 100_000)?;
        if above.iter().any(|band| band.from == from) {
            keys.not_allowed(entry, "fasce.#.da ≠", None);
            return None;
        }
        Some(from)
    });
    let name = field(keys, "nome").map(|entry| entry.text.clone());
    let colour = field(keys, "colore").and_then(|entry| keys.word_of(entry, &COLOURS));
    let shape = field(keys, "forma").and_then(|entry| keys.word_of(entry, &SHAPES));
    Some(Band { from: from?, name: name?, colour: colour?, shape: shape? })
}
