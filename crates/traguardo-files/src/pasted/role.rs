//! What a column holds, by the words of its header: codes, titles, weights, targets, offices.
//! Not here: which row is the header, see [`super::header`]; columns without one, see
//! [`super::content`].

use traguardo::number::Decimal;
use traguardo::period::Date;

use crate::plan::TargetColumn;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Codes of nodes or indicators.
    Code,
    /// Codes of parents.
    Parent,
    /// Names of levels.
    Level,
    /// Titles of nodes of a level; the level has no name where the header gives none.
    Title(String),
    /// Indicators.
    Indicator,
    /// Targets of a year; of the plan's own where the header names none.
    Target(Option<i16>),
    /// Targets at a checkpoint.
    Periodic(Date),
    /// Steps below 100.
    Step(Decimal),
    /// Offices that answer.
    Responsible,
    /// A column of the plan that is taken as it is, by its name in `piano.csv`.
    Plain(&'static str),
    /// Acts of revisions, in words.
    Act,
    /// Anything else: it is kept in the notes.
    Other,
    /// Nothing that belongs to the plan: whoever mended the table said so.
    Ignored,
}

/// Names of `piano.csv` that a column can have besides those with a role of their own.
const PLAIN: [&str; 19] = [
    "peso",
    "quota_indicatori",
    "quota_obiettivi",
    "unita",
    "verso",
    "formula",
    "fonte",
    "cumulato",
    "frequenza",
    "rilevatore",
    "missione",
    "pira",
    "complessita",
    "capacita",
    "innovazione",
    "note",
    "stato",
    "stampato",
    "atto",
];

impl Role {
    /// How forms and the command line name it: as `piano.csv` does where it has such a column.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Code => "codice".to_owned(),
            Self::Parent => "padre".to_owned(),
            Self::Level => "livello".to_owned(),
            Self::Title(level) if level.is_empty() => "titolo".to_owned(),
            Self::Title(level) => format!("titolo: {level}"),
            Self::Indicator => "indicatore".to_owned(),
            Self::Target(None) => "target".to_owned(),
            Self::Target(Some(year)) => TargetColumn::Year(*year).name(),
            Self::Periodic(date) => TargetColumn::Periodic(*date).name(),
            Self::Step(score) => TargetColumn::Step(*score).name(),
            Self::Responsible => "responsabile".to_owned(),
            Self::Plain(name) => (*name).to_owned(),
            Self::Act => "atto in parole".to_owned(),
            Self::Other => "altro".to_owned(),
            Self::Ignored => "ignora".to_owned(),
        }
    }

    /// The role of a name that [`Role::name`] gives.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        Some(match name.as_str() {
            "codice" => Self::Code,
            "padre" => Self::Parent,
            "livello" => Self::Level,
            "titolo" => Self::Title(String::new()),
            "indicatore" => Self::Indicator,
            "target" => Self::Target(None),
            "responsabile" => Self::Responsible,
            "atto in parole" => Self::Act,
            "altro" => Self::Other,
            "ignora" => Self::Ignored,
            other => {
                if let Some(level) = other.strip_prefix("titolo:") {
                    return Some(Self::Title(level.trim().to_owned()));
                }
                if let Some(plain) = PLAIN.iter().find(|plain| **plain == other) {
                    return Some(Self::Plain(plain));
                }
                match TargetColumn::parse(other)? {
                    TargetColumn::Year(year) => Self::Target(Some(year)),
                    TargetColumn::Periodic(date) => Self::Periodic(date),
                    TargetColumn::Step(score) => Self::Step(score),
                }
            }
        })
    }

    /// Whether it holds what is expected.
    pub(super) fn is_expected(&self) -> bool {
        matches!(self, Self::Target(_) | Self::Periodic(_) | Self::Step(_))
    }

    /// Whether it holds a number between 0 and 100 or so.
    pub(super) fn is_number(&self) -> bool {
        const NUMBERS: [&str; 6] = [
            "peso",
            "quota_indicatori",
            "quota_obiettivi",
            "complessita",
            "capacita",
            "innovazione",
        ];
        matches!(self, Self::Plain(name) if NUMBERS.contains(name))
    }
}

/// Words that begin the name of a level, with the word for one of it.
const LEVELS: [(&str, &str); 21] = [
    ("obiettivo", "obiettivo"),
    ("obiettivi", "obiettivo"),
    ("linea", "linea"),
    ("linee", "linea"),
    ("ambito", "ambito"),
    ("ambiti", "ambito"),
    ("prospettiva", "prospettiva"),
    ("prospettive", "prospettiva"),
    ("programma", "programma"),
    ("programmi", "programma"),
    ("progetto", "progetto"),
    ("progetti", "progetto"),
    ("azione", "azione"),
    ("azioni", "azione"),
    ("attivita", "attività"),
    ("missione", "missione"),
    ("missioni", "missione"),
    ("asse", "asse"),
    ("priorita", "priorità"),
    ("titolo", ""),
    ("descrizione", ""),
];

/// Words that qualify a level, with the word for one of it.
const QUALIFIERS: [(&str, &str); 17] = [
    ("strategico", "strategico"),
    ("strategici", "strategico"),
    ("strategica", "strategica"),
    ("strategiche", "strategica"),
    ("operativo", "operativo"),
    ("operativi", "operativo"),
    ("operativa", "operativa"),
    ("operative", "operativa"),
    ("individuale", "individuale"),
    ("individuali", "individuale"),
    ("generale", "generale"),
    ("generali", "generale"),
    ("specifico", "specifico"),
    ("specifici", "specifico"),
    ("programmatica", "programmatica"),
    ("programmatiche", "programmatica"),
    ("intervento", "di intervento"),
];

/// Words that a header may hold besides those that say what it is.
const FILLERS: [&str; 38] = [
    "di",
    "del",
    "della",
    "dell",
    "dei",
    "delle",
    "degli",
    "e",
    "ed",
    "o",
    "a",
    "al",
    "il",
    "la",
    "le",
    "i",
    "gli",
    "l",
    "in",
    "per",
    "anno",
    "annuale",
    "triennale",
    "performance",
    "p",
    "pp",
    "cod",
    "n",
    "titolo",
    "descrizione",
    "interni",
    "coinvolti",
    "coinvolte",
    "calcolo",
    "codice",
    "assegnato",
    "ente",
    "az",
];

/// What a column holds, by its header; `None` where the words say nothing.
pub(super) fn of_header(header: &str) -> Option<Role> {
    if header.len() > 200 {
        return None;
    }
    let lower = header.trim().to_lowercase();
    if let Some(role) = Role::of_name(&lower).filter(|role| *role != Role::Title(String::new())) {
        return Some(role);
    }
    let folded = fold(header);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    if let Some(step) = step(&lower, &words) {
        return Some(Role::Step(step));
    }
    if words.len() > 5
        && let Some(role) = difficulty(&folded)
    {
        return Some(role);
    }
    let year = words.iter().find_map(|word| year_of(word));
    let first = *words.first()?;
    let expected = folded.contains("attes") || folded.contains("target");
    if first == "target" || folded.starts_with("valor") && expected {
        let plain = words.iter().skip(1).all(|word| {
            FILLERS.contains(word)
                || year_of(word).is_some()
                || word.starts_with("attes")
                || matches!(*word, "100" | "target" | "obiettivo")
        });
        return plain.then_some(Role::Target(year));
    }
    if words.len() == 1 && year.is_some() {
        return Some(Role::Target(year));
    }
    level(&words).map(Role::Title).or_else(|| of_words(first, &words, &folded))
}

/// The level that a header names, one of it, in lower case.
fn level(words: &[&str]) -> Option<String> {
    let mut level: Option<String> = None;
    let mut qualified = 0;
    for (at, word) in words.iter().enumerate() {
        if let Some((_, one)) = LEVELS.iter().find(|(known, _)| known == word) {
            // `titolo / descrizione`, `descrizione obiettivo`: the first that names a level counts.
            if level.as_deref().is_none_or(str::is_empty) {
                level = Some((*one).to_owned());
            }
        } else if let Some((_, one)) = QUALIFIERS.iter().find(|(known, _)| known == word) {
            if at == 0 {
                return None;
            }
            let level = level.as_mut()?;
            // `Obiettivi strategici e operativi`: the levels are told apart in the rows.
            qualified += 1;
            if qualified > 1 {
                level.clear();
                continue;
            }
            level.push(' ');
            level.push_str(one);
        } else if !FILLERS.contains(word) && year_of(word).is_none() {
            return None;
        }
    }
    level
}

fn of_words(first: &str, words: &[&str], folded: &str) -> Option<Role> {
    let role = match first {
        "codice" | "cod" | "n" | "nr" | "num" | "numero" | "id" => Role::Code,
        "peso" | "pesi" | "pesatura" => Role::Plain("peso"),
        "indicatore" | "indicatori" | "kpi" => Role::Indicator,
        "um" => Role::Plain("unita"),
        "unita" if folded.contains("misura") => return Some(Role::Plain("unita")),
        "u" if folded == "u m" => return Some(Role::Plain("unita")),
        "u" if folded == "u o" || folded == "u o responsabile" => return Some(Role::Responsible),
        "unita" if folded.contains("organizzativ") => return Some(Role::Responsible),
        "responsabile" | "responsabili" | "assegnatari" | "assegnatario" | "ufficio" | "uffici"
        | "servizio" | "servizi" | "settore" | "settori" | "struttura" | "strutture" | "uo"
        | "dirigente" | "referente" | "direzione" | "resp" | "cdr" => Role::Responsible,
        "verso" => Role::Plain("verso"),
        "formula" | "modalita" | "metodo" => Role::Plain("formula"),
        "fonte" | "fonti" => Role::Plain("fonte"),
        "frequenza" | "periodicita" => Role::Plain("frequenza"),
        "rilevatore" | "rilevatori" => Role::Plain("rilevatore"),
        "pira" => Role::Plain("pira"),
        "note" | "nota" | "osservazioni" => Role::Plain("note"),
        "delibera" | "deliberazione" | "variazioni" | "variazione" => Role::Act,
        "raggiungimento" | "risultato" | "valore" | "consuntivo" | "valutazione" | "area"
        | "ponderazione" | "sportello" => Role::Other,
        _ => return None,
    };
    let known = |word: &&str| {
        let own = ["dati", "indicatore", "misura", "responsabile", "obiettivo", "padre", "attuale"];
        FILLERS.contains(word) || own.contains(word) || year_of(word).is_some()
    };
    words[1..].iter().all(known).then_some(role)
}

/// The marks of difficulty have headers that are whole sentences.
fn difficulty(folded: &str) -> Option<Role> {
    let has = |word| folded.contains(word);
    if has("complessita") && has("difficolta") {
        Some(Role::Plain("complessita"))
    } else if has("capacita") && has("conoscenze") {
        Some(Role::Plain("capacita"))
    } else if has("innovazione") && has("semplificazione") {
        Some(Role::Plain("innovazione"))
    } else {
        None
    }
}

/// `80%`, `soglia 60 %`.
fn step(lower: &str, words: &[&str]) -> Option<Decimal> {
    let rest = lower.strip_prefix("soglia").unwrap_or(lower).trim();
    let digits = rest.strip_suffix('%')?.trim();
    let score: Decimal = digits.parse().ok()?;
    let within = score > Decimal::ZERO && score < Decimal::ONE_HUNDRED;
    (within && words.len() <= 2).then_some(score.normalize())
}

/// The year that a word is.
pub(super) fn year_of(word: &str) -> Option<i16> {
    if word.len() != 4 || !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    word.parse().ok().filter(|year| (1990..=2100).contains(year))
}

/// A text in lower case, without accents, with a space for each run of anything but letters and
/// digits.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let plain = match c {
            'à' | 'á' => 'a',
            'è' | 'é' => 'e',
            'ì' | 'í' => 'i',
            'ò' | 'ó' => 'o',
            'ù' | 'ú' => 'u',
            other => other,
        };
        if plain.is_alphanumeric() {
            folded.push(plain);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_by_their_words() {
        for (header, expected) in [
            ("Linee programmatiche", "titolo: linea programmatica"),
            ("Obiettivi strategici 2021-2023", "titolo: obiettivo strategico"),
            ("Obiettivi operativi P.P. 2021", "titolo: obiettivo operativo"),
            ("Programmi di intervento", "titolo: programma di intervento"),
            ("titolo / descrizione", "titolo"),
            ("cod.", "codice"),
            ("Peso", "peso"),
            ("Indicatori", "indicatore"),
            ("kpi", "indicatore"),
            ("Target 2021", "target_2021"),
            ("Valore atteso", "target"),
            ("2020", "target_2020"),
            ("60 %", "soglia_60"),
            ("Soglia 80%", "soglia_80"),
            ("Assegnatari", "responsabile"),
            ("Servizi interni coinvolti", "responsabile"),
            ("Unità di misura", "unita"),
            ("PIRA Az.", "pira"),
            ("Indicatore/i", "indicatore"),
            ("Peso %", "peso"),
            ("U.O.", "responsabile"),
            ("Target 100%", "target"),
            ("Valore target 2024", "target_2024"),
            ("Obiettivi strategici e operativi", "titolo"),
            ("Obiettivo in relazione e alle capacità e conoscenze necessarie (0-30)", "capacita"),
        ] {
            let role = of_header(header).map(|role| role.name());
            assert_eq!(role.as_deref(), Some(expected), "{header}");
        }
        for text in ["Progetti strategici in materia di turismo", "Staff", "80", "100%", "1234"] {
            assert_eq!(of_header(text), None, "{text}");
        }
    }

    #[test]
    fn a_role_is_named_so_that_its_name_gives_it_back() {
        for name in ["codice", "titolo", "titolo: azione", "peso", "target_2021", "soglia_80"] {
            assert_eq!(Role::of_name(name).unwrap().name(), name);
        }
    }
}
