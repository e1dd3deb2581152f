//! A row of the draft as cells under the names of the form's fields, and what the form sends.
//! Not here: how the form is laid out, and what edits come of it, see [`super::edits`].

use serde::Deserialize;
use traguardo::edit::{Contents, RowOf};
use traguardo::indicator::{Direction, Indicator};
use traguardo::number::{self, Decimal};
use traguardo::plan::{Card, Details, Node, Plan, Use};

/// A new objective.
pub const NEW_NODE: &str = "obiettivo";
/// The use of an indicator that a node does not use yet.
pub const NEW_USE: &str = "indicatore";
/// How the fields of an indicator's facts begin.
pub const FACT: &str = "indicatore_";

/// Which row is meant, as an address and a form say it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Its code: of the node, or of the indicator.
    pub codice: String,
    /// The node that uses the indicator; of a new node its parent.
    pub padre: String,
    /// [`NEW_NODE`] or [`NEW_USE`]; blank for a row that is there.
    pub nuovo: String,
    /// What was done to it just now.
    pub fatto: String,
}

/// Texts under names, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells(pub Vec<(String, String)>);

/// What the form of a row sends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Which row.
    pub place: Place,
    /// The version that was seen.
    pub version: i64,
    /// Which button was pressed.
    pub action: String,
    /// What stands in the fields.
    pub cells: Cells,
}

impl Cells {
    /// What stands under a name; nothing where there is no such field.
    pub fn get(&self, name: &str) -> Option<&str> {
        let cell = self.0.iter().find(|(known, _)| known == name);
        cell.map(|(_, text)| text.as_str())
    }

    /// What stands under a name, or a blank.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// Whether something else stands under a name than elsewhere; nothing is not something else.
    pub fn differs(&self, name: &str, known: &Self) -> bool {
        self.get(name).is_some_and(|text| text != known.text(name))
    }

    /// These cells, with those of others where there are none of that name.
    pub fn over(&self, others: &Self) -> Self {
        let missing = others.0.iter().filter(|(name, _)| self.get(name).is_none());
        Self(self.0.iter().chain(missing).cloned().collect())
    }

    fn put(&mut self, name: impl Into<String>, text: impl Into<String>) {
        self.0.push((name.into(), text.into()));
    }

    fn put_if(&mut self, name: &str, text: Option<&String>) {
        self.put(name, text.cloned().unwrap_or_default());
    }

    fn number(&mut self, name: &str, number: Option<Decimal>) {
        self.put(name, number.map(number::format).unwrap_or_default());
    }
}

impl Place {
    /// The row that is meant.
    pub fn row(&self) -> RowOf {
        let code = self.codice.trim().to_owned();
        match self.nuovo.as_str() {
            NEW_NODE => RowOf::Node(code),
            NEW_USE => RowOf::Use { indicator: code, node: self.padre.trim().to_owned() },
            _ if self.padre.is_empty() => RowOf::Node(code),
            _ => RowOf::Use { indicator: code, node: self.padre.clone() },
        }
    }

    /// The codes that name it.
    pub fn codes(&self) -> (&str, &str) {
        (&self.codice, &self.padre)
    }

    /// Whether the row is still to be made.
    pub fn is_new(&self) -> bool {
        matches!(self.nuovo.as_str(), NEW_NODE | NEW_USE)
    }

    /// The place of a row that is there.
    pub fn of(row: &RowOf) -> Self {
        match row {
            RowOf::Node(code) => Self { codice: code.clone(), ..Self::default() },
            RowOf::Use { indicator, node } => {
                Self { codice: indicator.clone(), padre: node.clone(), ..Self::default() }
            }
        }
    }

    /// As the query of an address has it.
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let all = [
            ("codice", &self.codice),
            ("padre", &self.padre),
            ("nuovo", &self.nuovo),
            ("fatto", &self.fatto),
        ];
        let said = all.into_iter().filter(|(_, text)| !text.is_empty());
        said.map(|(name, text)| (name, text.clone())).collect()
    }
}

impl From<Vec<(String, String)>> for Typed {
    fn from(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, text) in pairs {
            match name.as_str() {
                "codice" => typed.place.codice = text,
                "padre" => typed.place.padre = text,
                "nuovo" => typed.place.nuovo = text,
                "versione" => typed.version = text.parse().unwrap_or_default(),
                "azione" => typed.action = text,
                crate::own_form::TOKEN => {}
                // A browser ends lines as on paper; the plan does not.
                _ => typed.cells.put(name, text.replace("\r\n", "\n")),
            }
        }
        typed
    }
}

/// The node of a row, or the use.
pub fn node<'a>(contents: &'a Contents, row: &RowOf) -> Option<&'a Node> {
    let RowOf::Node(code) = row else { return None };
    contents.plan.nodes.iter().find(|node| node.code == *code)
}

/// The use of a row.
pub fn used<'a>(plan: &'a Plan, row: &RowOf) -> Option<&'a Use> {
    let RowOf::Use { indicator, node } = row else { return None };
    plan.uses.iter().find(|used| used.indicator == *indicator && used.node == *node)
}

/// The indicator of a code.
pub fn indicator<'a>(contents: &'a Contents, code: &str) -> Option<&'a Indicator> {
    contents.plan.indicators.iter().find(|indicator| indicator.code == code)
}

/// What nodes and uses have in common, of a row that is there.
pub fn details<'a>(contents: &'a Contents, row: &RowOf) -> Option<&'a Details> {
    let of_node = node(contents, row).map(|node| &node.details);
    of_node.or_else(|| used(&contents.plan, row).map(|used| &used.details))
}

/// A row as the form has it; `None` where there is none.
pub fn there(contents: &Contents, row: &RowOf) -> Option<Cells> {
    let mut cells = Cells::default();
    if let Some(node) = node(contents, row) {
        cells.put("titolo", &node.title);
        cells.put("livello", &node.level);
        cells.put_if("sotto", node.parent.as_ref());
        cells.number("quota_indicatori", node.quotas.indicators);
        cells.number("quota_obiettivi", node.quotas.children);
        let Card { reference, kind, benefit, result, .. } = &node.card;
        cells.put_if("riferimento", reference.as_ref());
        cells.put_if("tipologia", kind.as_ref());
        cells.put_if("beneficio", benefit.as_ref());
        cells.put_if("risultato", result.as_ref());
        put_details(&mut cells, &node.details);
        return Some(cells);
    }
    let used = used(&contents.plan, row)?;
    cells.put("usato_da", &used.node);
    cells.put_if("titolo", used.title.as_ref());
    put_details(&mut cells, &used.details);
    put_facts(&mut cells, &indicator(contents, &used.indicator).cloned().unwrap_or_default());
    Some(cells)
}

fn put_details(cells: &mut Cells, details: &Details) {
    cells.number("peso", details.weight);
    let targets = &details.targets;
    let written = |expected: &traguardo::target::Expected| expected.verbatim.clone();
    cells.put("target", targets.year.as_ref().map(written).unwrap_or_default());
    for (year, expected) in &targets.other_years {
        cells.put(format!("target_{year}"), written(expected));
    }
    for (day, expected) in &targets.periodic {
        cells.put(format!("periodico_{day}"), written(expected));
    }
    for (score, expected) in &targets.steps {
        cells.put(format!("soglia_{}", number::format(*score)), written(expected));
    }
    cells.put("responsabile", details.responsible.join(", "));
    cells.put("rilevatore", details.collectors.join(", "));
    cells.put_if("note", details.note.as_ref());
    cells.put_if("missione", details.mission.as_ref());
    cells.put("pira", if details.pira { "si" } else { "" });
    cells.number("complessita", details.difficulty.complexity);
    cells.number("capacita", details.difficulty.capability);
    cells.number("innovazione", details.difficulty.innovation);
}

fn put_facts(cells: &mut Cells, facts: &Indicator) {
    let mut put = |name: &str, text: Option<&String>| {
        cells.put_if(&format!("{FACT}{name}"), text);
    };
    put("titolo", Some(&facts.title));
    put("unita", facts.measure.as_ref());
    put("verso", facts.direction.map(word_of_direction).map(str::to_owned).as_ref());
    put("formula", facts.formula.as_ref());
    put("fonte", facts.source.as_ref());
    let accumulates = facts.accumulates.map(|yes| if yes { "si" } else { "no" }.to_owned());
    put("cumulato", accumulates.as_ref());
    put("frequenza", facts.frequency.as_ref());
}

/// The facts that a form says; `None` where it says none of them.
pub fn facts(cells: &Cells, code: &str) -> Option<Indicator> {
    cells.0.iter().find(|(name, _)| name.starts_with(FACT))?;
    let text = |name: &str| cells.text(&format!("{FACT}{name}")).trim().to_owned();
    let some = |name: &str| Some(text(name)).filter(|text| !text.is_empty());
    Some(Indicator {
        code: code.to_owned(),
        title: text("titolo"),
        measure: some("unita"),
        direction: match text("verso").as_str() {
            "cresce" => Some(Direction::Up),
            "cala" => Some(Direction::Down),
            _ => None,
        },
        formula: some("formula"),
        source: some("fonte"),
        accumulates: some("cumulato").map(|text| text == "si"),
        frequency: some("frequenza"),
    })
}

fn word_of_direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "cresce",
        Direction::Down => "cala",
    }
}
