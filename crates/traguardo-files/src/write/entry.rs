//! The body and the rules as keys with their contents, for TOML and for a sheet of two columns.
//! Not here: how the keys are read, see [`crate::body`] and [`crate::rules`].

use traguardo::number::Decimal;
use traguardo::plan::Plan;
use traguardo::rules::{Band, Rules};

use super::table::number;
use crate::rules as words;
use crate::word;

/// A key with its content.
pub(super) type Entry = (&'static str, Content);

/// What a key holds.
pub(super) enum Content {
    Text(String),
    Number(Decimal),
    List(Vec<Content>),
    Tables(Vec<Vec<Entry>>),
}

/// The keys of `ente.toml`.
pub(super) fn body(plan: &Plan) -> Vec<Entry> {
    let texts = |list: &[String]| {
        Content::List(list.iter().map(|text| Content::Text(text.clone())).collect())
    };
    let years = plan.horizon.iter().map(|year| Content::Number(Decimal::from(*year)));
    let mut entries = vec![
        ("ipa", Content::Text(plan.body.ipa.clone())),
        ("nome", Content::Text(plan.body.name.clone())),
        ("anno", Content::Number(Decimal::from(plan.year))),
        ("orizzonte", Content::List(years.collect())),
        ("livelli", texts(&plan.levels)),
        ("cluster", texts(&plan.cluster)),
    ];
    let day = |date: traguardo::period::Date| Content::Text(date.to_string());
    if plan.checkpoints.iter().all(|checkpoint| checkpoint.hand_in.is_none()) {
        let days = plan.checkpoints.iter().map(|checkpoint| day(checkpoint.date));
        entries.push(("verifiche", Content::List(days.collect())));
    } else {
        let tables = plan.checkpoints.iter().map(|checkpoint| {
            let hand_in = checkpoint.hand_in.map(|date| ("consegna", day(date)));
            std::iter::once(("data", day(checkpoint.date))).chain(hand_in).collect()
        });
        entries.push(("verifiche", Content::Tables(tables.collect())));
    }
    entries.retain(|(_, content)| !matches!(content, Content::List(list) if list.is_empty()));
    entries
}

/// The keys of `regole.toml`, all of them: whoever reads it sees which rules there are.
pub(super) fn rules(rules: &Rules) -> Vec<Entry> {
    let text = |text: &str| Content::Text(text.to_owned());
    let (indicator, node, print) = (&rules.indicator, &rules.node, &rules.print);
    let mut entries = Vec::new();
    if let Some(date) = rules.valid_from {
        entries.push(("valido_dal", Content::Text(date.to_string())));
    }
    if rules.bands.is_empty() {
        entries.push(("fasce", text(words::NO_BANDS)));
    }
    let cap = indicator.cap.map_or_else(|| text(words::NO_LIMIT), Content::Number);
    let without_weights = word::of(node.without_weights, &words::WITHOUT_WEIGHTS);
    entries.extend([
        ("indicatore.massimo", cap),
        ("indicatore.minimo", Content::Number(indicator.floor)),
        ("indicatore.minore_uguale", text(word::of(indicator.at_most, &words::AT_MOST))),
        ("indicatore.soglie", text(word::of(indicator.steps, &words::STEPS))),
        ("indicatore.ritardo_punti_al_giorno", Content::Number(indicator.late_points_per_day)),
        ("indicatore.sovrastima_oltre", Content::Number(indicator.underestimated_from)),
        ("nodo.mancante", text(word::of(node.missing, &words::MISSING))),
        ("nodo.non_scaduto", text(word::of(node.not_due, &words::NOT_DUE))),
        ("nodo.senza_pesi", text(without_weights)),
        ("stampa.decimali", Content::Number(Decimal::from(print.decimals))),
        ("stampa.arrotonda", text(word::of(print.rounding, &words::ROUNDING))),
    ]);
    if !rules.bands.is_empty() {
        entries.push(("fasce", Content::Tables(rules.bands.iter().map(band).collect())));
    }
    entries
}

fn band(band: &Band) -> Vec<Entry> {
    vec![
        ("da", Content::Number(band.from)),
        ("nome", Content::Text(band.name.clone())),
        ("colore", Content::Text(word::of(band.colour, &words::COLOURS).to_owned())),
        ("forma", Content::Text(word::of(band.shape, &words::SHAPES).to_owned())),
    ]
}

/// Keys and contents as TOML.
pub(super) fn toml(entries: &[Entry]) -> String {
    let mut toml = String::new();
    let mut section = "";
    for (key, content) in entries {
        if let Content::Tables(tables) = content {
            for table in tables {
                toml.push_str(&format!("\n[[{key}]]\n"));
                for (key, content) in table {
                    toml.push_str(&format!("{key} = {}\n", content.toml()));
                }
            }
            continue;
        }
        let (own, name) = key.split_once('.').unwrap_or(("", key));
        if own != section {
            section = own;
            toml.push_str(&format!("\n[{section}]\n"));
        }
        toml.push_str(&format!("{name} = {}\n", content.toml()));
    }
    toml
}

/// Keys and contents as rows of a sheet.
pub(super) fn rows(entries: &[Entry]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (key, content) in entries {
        match content {
            Content::List(items) => {
                let texts: Vec<String> = items.iter().map(Content::cell).collect();
                if texts.iter().any(|text| text.contains([';', '\n'])) {
                    let numbered = (1..).zip(texts);
                    rows.extend(numbered.map(|(n, text)| vec![format!("{key}.{n}"), text]));
                } else {
                    rows.push(vec![(*key).to_owned(), texts.join("; ")]);
                }
            }
            Content::Tables(tables) => {
                for (number, table) in (1..).zip(tables) {
                    let row = |(field, content): &Entry| {
                        vec![format!("{key}.{number}.{field}"), content.cell()]
                    };
                    rows.extend(table.iter().map(row));
                }
            }
            single => rows.push(vec![(*key).to_owned(), single.cell()]),
        }
    }
    rows
}

impl Content {
    fn toml(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Number(number) => number.to_string(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::toml).collect();
                format!("[{}]", items.join(", "))
            }
            // Tables stand on lines of their own.
            Self::Tables(_) => String::new(),
        }
    }

    fn cell(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(decimal) => number(*decimal),
            Self::List(_) | Self::Tables(_) => String::new(),
        }
    }
}

/// A text in quotation marks, as TOML has it.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push('\t'),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
