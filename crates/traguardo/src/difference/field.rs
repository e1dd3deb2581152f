//! The rows of a hand-in as cells under the names of their columns, ready to be compared.
//! Not here: the comparing. Whoever gives a row a new field is told by the compiler to name it here.

use std::borrow::Cow;

use hashbrown::HashMap;

use super::{Item, Row};
use crate::indicator::{Direction, Indicator};
use crate::number::{self, Decimal, Rounding};
use crate::office::Office;
use crate::period::{Checkpoint, Date, DateTime};
use crate::plan::{
    Card, Details, Difficulty, Event, Node, Plan, Printed, Quotas, Status, Targets, Use,
};
use crate::reading::{Observed, Reading, ReadingState};
use crate::rules::{
    AtMostRule, Band, Colour, IndicatorRules, MissingRule, NodeRules, NotDueRule, PrintRules,
    Rules, Shape, StepsRule, WithoutWeightsRule,
};
use crate::target::{Expected, answer::Answer};
use crate::text::Arg;

/// Cells on their way into a row: only those that hold something.
#[derive(Default)]
struct Cells(Vec<(Cow<'static, str>, Arg<'static>)>);

impl Cells {
    fn put(&mut self, column: impl Into<Cow<'static, str>>, held: Option<impl Into<Arg<'static>>>) {
        if let Some(held) = held {
            self.0.push((column.into(), held.into()));
        }
    }

    fn text(&mut self, column: &'static str, text: Option<&String>) {
        self.put(column, text.filter(|text| !text.is_empty()).cloned());
    }

    fn list(&mut self, column: &'static str, list: &[String]) {
        self.put(column, (!list.is_empty()).then(|| list.join(" | ")));
    }

    fn number(&mut self, column: &'static str, number: Option<Decimal>) {
        self.put(column, number.map(number::format));
    }

    fn day(&mut self, column: &'static str, day: Option<Date>) {
        self.put(column, day);
    }

    fn word(&mut self, column: &'static str, key: Option<&'static str>) {
        self.put(column, key.map(Arg::Named));
    }

    fn expected(&mut self, column: impl Into<Cow<'static, str>>, expected: Option<&Expected>) {
        self.put(column, expected.map(|expected| expected.verbatim.clone()));
    }

    fn row(self, item: Item, title: &str) -> Row {
        Row { item, title: title.to_owned(), cells: self.0 }
    }
}

pub(super) fn body(plan: &Plan) -> Vec<Row> {
    let Plan { body, year, horizon, levels, checkpoints, cluster, .. } = plan;
    let mut cells = Cells::default();
    cells.text("ipa", Some(&body.ipa));
    cells.text("nome", Some(&body.name));
    cells.put("anno", Some(year.to_string()));
    let years: Vec<String> = horizon.iter().map(ToString::to_string).collect();
    cells.list("orizzonte", &years);
    cells.list("livelli", levels);
    cells.list("cluster", cluster);
    let day = |checkpoint: &Checkpoint| match checkpoint.hand_in {
        Some(hand_in) => format!("{} ({hand_in})", checkpoint.date),
        None => checkpoint.date.to_string(),
    };
    let days: Vec<String> = checkpoints.iter().map(day).collect();
    cells.list("verifiche", &days);
    vec![cells.row(Item::Body, &body.name)]
}

pub(super) fn nodes(plan: &Plan) -> Vec<Row> {
    let row = |node: &Node| {
        let Node { code, parent, level, title, quotas, card, details } = node;
        let mut cells = Cells::default();
        cells.text("padre", parent.as_ref());
        cells.text("livello", Some(level));
        cells.text("titolo", Some(title));
        let Quotas { indicators, children } = quotas;
        cells.number("quota_indicatori", *indicators);
        cells.number("quota_obiettivi", *children);
        put_card(&mut cells, card);
        put_details(&mut cells, details);
        cells.row(Item::Node { code: code.clone() }, title)
    };
    plan.nodes.iter().map(row).collect()
}

pub(super) fn indicators(plan: &Plan) -> Vec<Row> {
    let row = |indicator: &Indicator| {
        let Indicator { code, title, measure, direction, formula, source, accumulates, frequency } =
            indicator;
        let mut cells = Cells::default();
        cells.text("titolo", Some(title));
        cells.text("unita", measure.as_ref());
        let direction = direction.map(|direction| match direction {
            Direction::Up => "diff-word-up",
            Direction::Down => "diff-word-down",
        });
        cells.word("verso", direction);
        cells.text("formula", formula.as_ref());
        cells.text("fonte", source.as_ref());
        cells.word("cumulato", accumulates.map(yes_no));
        cells.text("frequenza", frequency.as_ref());
        cells.row(Item::Indicator { code: code.clone() }, title)
    };
    plan.indicators.iter().map(row).collect()
}

pub(super) fn uses(plan: &Plan) -> Vec<Row> {
    let titles: HashMap<&str, &str> =
        plan.indicators.iter().map(|i| (i.code.as_str(), i.title.as_str())).collect();
    let row = |used: &Use| {
        let Use { indicator, node, title, details } = used;
        let mut cells = Cells::default();
        cells.text("titolo", title.as_ref());
        put_details(&mut cells, details);
        let own = titles.get(indicator.as_str()).copied().unwrap_or_default();
        let item = Item::Use { indicator: indicator.clone(), node: node.clone() };
        cells.row(item, title.as_deref().unwrap_or(own))
    };
    plan.uses.iter().map(row).collect()
}

fn put_card(cells: &mut Cells, card: &Card) {
    let Card { reference, kind, benefit, result, assessed, assessed_reason } = card;
    cells.text("riferimento", reference.as_ref());
    cells.text("tipologia", kind.as_ref());
    cells.text("beneficio", benefit.as_ref());
    cells.text("risultato", result.as_ref());
    cells.number("valutazione_oiv", *assessed);
    cells.text("motivo_oiv", assessed_reason.as_ref());
}

fn put_details(cells: &mut Cells, details: &Details) {
    let Details {
        weight,
        targets,
        responsible,
        collectors,
        mission,
        pira,
        difficulty: Difficulty { complexity, capability, innovation },
        note,
        status,
        acts,
        printed: Printed { whole, indicators, children },
        row: _,
        faulty: _,
    } = details;
    cells.number("peso", *weight);
    put_targets(cells, targets);
    cells.list("responsabile", responsible);
    cells.list("rilevatore", collectors);
    cells.text("missione", mission.as_ref());
    cells.word("pira", pira.then(|| yes_no(true)));
    cells.number("complessita", *complexity);
    cells.number("capacita", *capability);
    cells.number("innovazione", *innovation);
    cells.text("note", note.as_ref());
    let status = status.map(|status| match status {
        Status::Updated => "diff-word-updated",
        Status::Eliminated => "diff-word-eliminated",
        Status::Inserted => "diff-word-inserted",
        Status::Confirmed => "diff-word-confirmed",
        Status::Neutralised => "diff-word-neutralised",
    });
    cells.word("stato", status);
    cells.list("atto", acts);
    cells.text("stampato", whole.as_ref());
    cells.text("stampato_indicatori", indicators.as_ref());
    cells.text("stampato_obiettivi", children.as_ref());
}

fn put_targets(cells: &mut Cells, targets: &Targets) {
    let Targets { year, other_years, periodic, steps } = targets;
    cells.expected("target", year.as_ref());
    for (year, expected) in other_years {
        cells.expected(format!("target_{year}"), Some(expected));
    }
    for (day, expected) in periodic {
        cells.expected(format!("periodico_{day}"), Some(expected));
    }
    for (score, expected) in steps {
        cells.expected(format!("soglia_{}", number::format(*score)), Some(expected));
    }
}

pub(super) fn offices(plan: &Plan) -> Vec<Row> {
    let row = |office: &Office| {
        let Office { code, name, parent, kind, head, row: _ } = office;
        let mut cells = Cells::default();
        cells.text("nome", Some(name));
        cells.text("padre", parent.as_ref());
        cells.text("tipo", kind.as_ref());
        cells.text("responsabile", head.as_ref());
        cells.row(Item::Office { code: code.clone() }, name)
    };
    plan.offices.iter().map(row).collect()
}

pub(super) fn events(plan: &Plan) -> Vec<Row> {
    let row = |event: &Event| {
        let Event { name, date, act, row: _ } = event;
        let mut cells = Cells::default();
        cells.day("data", *date);
        cells.text("atto", act.as_ref());
        cells.row(Item::Event { name: name.clone() }, "")
    };
    plan.events.iter().map(row).collect()
}

pub(super) fn answers(plan: &Plan) -> Vec<Row> {
    let row = |answer: &Answer| {
        let Answer { code, parent, column, written, means, by, on, row: _ } = answer;
        let mut cells = Cells::default();
        cells.text("scritto", Some(written));
        cells.text("significa", Some(means));
        cells.text("da", by.as_ref());
        cells.day("il", *on);
        let (code, parent) = (code.clone(), parent.clone());
        cells.row(Item::Answer { code, parent, column: column.clone() }, "")
    };
    plan.answers.iter().map(row).collect()
}

pub(super) fn reading_item(reading: &Reading) -> Item {
    Item::Reading {
        indicator: reading.indicator.clone(),
        date: reading.date,
        part: reading.part,
        body: reading.body.clone(),
    }
}

pub(super) fn reading(reading: &Reading) -> Row {
    let mut cells = Cells::default();
    match &reading.observed {
        Observed::Number(quantity) => cells.put("valore", Some(quantity.written())),
        Observed::Quotient { numerator, denominator, stated } => {
            cells.put("valore", stated.as_ref().map(|stated| stated.written()));
            cells.number("numeratore", Some(*numerator));
            cells.number("denominatore", Some(*denominator));
        }
        Observed::Done(day) => cells.day("fatto_il", Some(*day)),
        Observed::YesNo(yes) => cells.word("valore", Some(yes_no(*yes))),
        Observed::Judgement(mark) => cells.number("giudizio", Some(*mark)),
        Observed::NotAvailable => cells.put("valore", Some("N/D".to_owned())),
        Observed::Unread(text) => cells.put("valore", Some(text.clone())),
    }
    let state = reading.state.map(|state| match state {
        ReadingState::Recorded => "diff-word-recorded",
        ReadingState::Checked => "diff-word-checked",
    });
    cells.word("stato", state);
    cells.text("fonte", reading.source.as_ref());
    cells.text("nota", reading.note.as_ref());
    cells.put("registrato_il", reading.recorded_at.map(|at: DateTime| at.to_string()));
    cells.text("registrato_da", reading.recorded_by.as_ref());
    cells.text("motivo", reading.reason.as_ref());
    cells.row(reading_item(reading), "")
}

pub(super) fn rules(rules: &Rules) -> Vec<Row> {
    let Rules { valid_from, indicator, node, print, bands } = rules;
    let IndicatorRules { cap, floor, at_most, steps, late_points_per_day, underestimated_from } =
        indicator;
    let mut cells = Cells::default();
    cells.day("valido_dal", *valid_from);
    cells.number("indicatore.massimo", *cap);
    cells.number("indicatore.minimo", Some(*floor));
    let at_most = match at_most {
        AtMostRule::Linear => "diff-word-linear",
        AtMostRule::Hyperbolic => "diff-word-hyperbolic",
    };
    cells.word("indicatore.minore_uguale", Some(at_most));
    let steps = match steps {
        StepsRule::Stairs => "diff-word-stairs",
        StepsRule::Interpolate => "diff-word-interpolate",
    };
    cells.word("indicatore.soglie", Some(steps));
    cells.number("indicatore.ritardo_punti_al_giorno", Some(*late_points_per_day));
    cells.number("indicatore.sovrastima_oltre", Some(*underestimated_from));
    put_node_rules(&mut cells, node);
    let PrintRules { decimals, rounding } = print;
    cells.put("stampa.decimali", Some(decimals.to_string()));
    let rounding = match rounding {
        Rounding::HalfUp => "diff-word-half-up",
        Rounding::Truncate => "diff-word-truncate",
    };
    cells.word("stampa.arrotonda", Some(rounding));
    let band = |band: &Band| format!("{} {}", number::format(band.from), band.name);
    let bands: Vec<String> = bands.iter().map(band).collect();
    cells.list("fasce", &bands);
    for band in &rules.bands {
        cells.put(format!("fasce.{}.colore", band.name), Some(Arg::Named(colour(band.colour))));
        cells.put(format!("fasce.{}.forma", band.name), Some(Arg::Named(shape(band.shape))));
    }
    vec![cells.row(Item::Rules, "")]
}

fn put_node_rules(cells: &mut Cells, node: &NodeRules) {
    let NodeRules { missing, not_due, without_weights } = node;
    let missing = match missing {
        MissingRule::Zero => "diff-word-zero",
        MissingRule::Exclude => "diff-word-exclude",
        MissingRule::Block => "diff-word-block",
    };
    cells.word("nodo.mancante", Some(missing));
    let not_due = match not_due {
        NotDueRule::Zero => "diff-word-zero",
        NotDueRule::Exclude => "diff-word-exclude",
    };
    cells.word("nodo.non_scaduto", Some(not_due));
    let without = match without_weights {
        WithoutWeightsRule::NoScore => "diff-word-none",
        WithoutWeightsRule::Equal => "diff-word-equal",
    };
    cells.word("nodo.senza_pesi", Some(without));
}

fn colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Green => "diff-word-green",
        Colour::Olive => "diff-word-olive",
        Colour::Amber => "diff-word-amber",
        Colour::Red => "diff-word-red",
        Colour::Blue => "diff-word-blue",
        Colour::Grey => "diff-word-grey",
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Tick => "diff-word-tick",
        Shape::ThreeQuarters => "diff-word-three-quarters",
        Shape::Half => "diff-word-half",
        Shape::Triangle => "diff-word-triangle",
        Shape::Circle => "diff-word-circle",
        Shape::Square => "diff-word-square",
    }
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "word-yes" } else { "word-no" }
}
