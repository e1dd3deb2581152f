//! The edits that make a row of the draft what somebody typed.
//! Not here: what the edits do, see [`traguardo::edit`].

use traguardo::edit::{Contents, Edit, Refusal, RowOf, Slot};
use traguardo::indicator::Indicator;
use traguardo::number::{self, Decimal};
use traguardo::plan::{Card, Details, Node, Quotas, Use};

use super::cells::{Cells, FACT, NEW_NODE, NEW_USE, Typed, facts, indicator, node, there};
use crate::page::draft::LONGEST;
use crate::words::Words;

/// The edits that make the row what was typed; none where it says what the draft says. A field that
/// was not sent changes nothing.
///
/// # Errors
/// The sentence that says what cannot be read.
pub fn edits(contents: &Contents, typed: &Typed, words: Words) -> Result<Vec<Edit>, String> {
    let place = [&typed.place.codice, &typed.place.padre];
    let texts = typed.cells.0.iter().map(|(_, text)| text).chain(place);
    if texts.into_iter().any(|text| text.chars().count() > LONGEST || text.contains('\0')) {
        return Err(words.say("draft-too-long"));
    }
    let row = typed.place.row();
    match (typed.action.as_str(), &row) {
        ("togli", RowOf::Node(code)) => return Ok(vec![Edit::RemoveNode { code: code.clone() }]),
        ("togli", RowOf::Use { indicator, node }) => {
            let (indicator, node) = (indicator.clone(), node.clone());
            return Ok(vec![Edit::RemoveUse { indicator, node }]);
        }
        ("neutralizza", _) => {
            let act = typed.cells.text("atto").to_owned();
            return Ok(vec![Edit::Neutralise { row, act }]);
        }
        _ => {}
    }
    let mut edits = Vec::new();
    let cells = &typed.cells;
    let known = match typed.place.nuovo.as_str() {
        NEW_NODE => {
            edits.push(Edit::AddNode(Box::new(new_node(typed, words)?)));
            Cells::default()
        }
        NEW_USE => {
            new_use(contents, typed, words, &mut edits)?;
            Cells::default()
        }
        _ => there(contents, &row).ok_or_else(|| words.say("draft-row-gone"))?,
    };
    if !typed.place.is_new() {
        edits.extend(named(&row, cells, &known, words)?);
    }
    let is_other = |name: &str| cells.get(name).is_some_and(|text| text != known.text(name));
    if is_other("peso") {
        let weight = weight(cells.text("peso")).map_err(|()| words.say("draft-no-weight"))?;
        edits.push(Edit::SetWeight { row: row.clone(), weight });
    }
    targets(&row, cells, &known, words, &mut edits)?;
    if is_other("responsabile") || is_other("rilevatore") {
        let of = |name| codes(cells.get(name).unwrap_or(known.text(name)));
        let (responsible, collectors) = (of("responsabile"), of("rilevatore"));
        edits.push(Edit::SetOwners { row: row.clone(), responsible, collectors });
    }
    if is_other("note") {
        edits.push(Edit::SetNote { row, note: Some(cells.text("note").to_owned()) });
    }
    Ok(edits)
}

/// What calls a row that is there something else, or puts it elsewhere.
fn named(row: &RowOf, cells: &Cells, known: &Cells, words: Words) -> Result<Vec<Edit>, String> {
    let is_other = |name: &str| cells.get(name).is_some_and(|text| text != known.text(name));
    let of = |name: &str| cells.get(name).unwrap_or(known.text(name)).trim().to_owned();
    let mut edits = Vec::new();
    match row {
        RowOf::Node(code) => {
            let asked = ["titolo", "livello", "sotto", "quota_indicatori", "quota_obiettivi"];
            if asked.into_iter().any(is_other) {
                edits.push(Edit::ChangeNode {
                    code: code.clone(),
                    parent: Some(of("sotto")).filter(|parent| !parent.is_empty()),
                    level: of("livello"),
                    title: of("titolo"),
                    quotas: quotas(&of("quota_indicatori"), &of("quota_obiettivi"), words)?,
                });
            }
        }
        RowOf::Use { indicator: code, node } => {
            if is_other("titolo") {
                let title = Some(of("titolo")).filter(|title| !title.is_empty());
                let (indicator, node) = (code.clone(), node.clone());
                edits.push(Edit::Retitle { indicator, node, title });
            }
            if known.0.iter().any(|(name, _)| name.starts_with(FACT) && is_other(name)) {
                let facts = facts(&cells.over(known), code);
                edits.extend(facts.map(|facts| Edit::PutIndicator(Box::new(facts))));
            }
        }
    }
    Ok(edits)
}

/// The targets that are others, and the one that is added.
fn targets(
    row: &RowOf,
    cells: &Cells,
    known: &Cells,
    words: Words,
    edits: &mut Vec<Edit>,
) -> Result<(), String> {
    let mut set = |slot: Slot, text: &str| {
        let written = Some(text.to_owned());
        edits.push(Edit::SetTarget { row: row.clone(), slot, written });
    };
    for (name, text) in &cells.0 {
        if let Ok(slot) = name.parse::<Slot>()
            && text != known.text(name)
        {
            set(slot, text);
        }
    }
    let phrase = cells.text("altro_target").trim();
    if phrase.is_empty() {
        return Ok(());
    }
    let slot = other_slot(cells).ok_or_else(|| words.say("draft-target-which"))?;
    let name = slot.to_string();
    if !known.text(&name).is_empty() || !cells.text(&name).is_empty() {
        return Err(words.say("draft-target-there"));
    }
    set(slot, phrase);
    Ok(())
}

/// Which target is added: one of those that are offered, or one by its year, day or points.
fn other_slot(cells: &Cells) -> Option<Slot> {
    let which = cells.text("altro_quale");
    if let Some(slot) = which.parse().ok().filter(|slot| *slot != Slot::Year) {
        return Some(slot);
    }
    let more = cells.text("altro_dove").trim();
    let slot = format!("{which}_{more}").parse::<Slot>().ok()?;
    match slot {
        Slot::Step(score) => {
            (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&score).then_some(slot)
        }
        Slot::OtherYear(year) => (1990..=2200).contains(&year).then_some(slot),
        Slot::Year | Slot::Periodic(_) => Some(slot),
    }
}

fn new_node(typed: &Typed, words: Words) -> Result<Node, String> {
    let of = |name: &str| typed.cells.text(name).trim().to_owned();
    // A link to the form names the parent as the place of the new row.
    let parent = Some(of("sotto")).filter(|parent| !parent.is_empty());
    Ok(Node {
        code: typed.place.codice.trim().to_owned(),
        parent,
        level: of("livello"),
        title: of("titolo"),
        quotas: quotas(&of("quota_indicatori"), &of("quota_obiettivi"), words)?,
        card: Card::default(),
        details: Details::default(),
    })
}

/// A use of an indicator that is there as it is, or of a new one with its facts.
fn new_use(
    contents: &Contents,
    typed: &Typed,
    words: Words,
    edits: &mut Vec<Edit>,
) -> Result<(), String> {
    let RowOf::Use { indicator: code, node: of } = typed.place.row() else { return Ok(()) };
    if node(contents, &RowOf::Node(of.clone())).is_none() {
        return Err(words.say("draft-use-where"));
    }
    let facts = facts(&typed.cells, &code);
    let says =
        |facts: &Indicator| *facts != Indicator { code: code.clone(), ..Indicator::default() };
    match indicator(contents, &code) {
        Some(_) if facts.as_ref().is_some_and(says) => {
            return Err(words.tell("draft-indicator-there", &[("code", code.into())]));
        }
        Some(_) => {}
        None => edits.push(Edit::PutIndicator(Box::new(facts.unwrap_or_default()))),
    }
    let title = Some(typed.cells.text("titolo").trim().to_owned()).filter(|t| !t.is_empty());
    let details = Details::default();
    edits.push(Edit::AddUse(Box::new(Use { indicator: code, node: of, title, details })));
    Ok(())
}

fn quotas(indicators: &str, children: &str, words: Words) -> Result<Quotas, String> {
    let read = |text| {
        let quota = weight(text).ok().filter(|quota| {
            quota.is_none_or(|quota| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&quota))
        });
        quota.ok_or_else(|| words.say("draft-no-quota"))
    };
    Ok(Quotas { indicators: read(indicators)?, children: read(children)? })
}

/// A weight as people write it; blank: none.
fn weight(text: &str) -> Result<Option<Decimal>, ()> {
    let text = text.trim().trim_end_matches('%').trim();
    if text.is_empty() {
        return Ok(None);
    }
    number::parse(text).map(Some).map_err(|_| ())
}

fn codes(text: &str) -> Vec<String> {
    let codes = text.split([',', '|', ';']).map(str::trim).filter(|code| !code.is_empty());
    codes.map(String::from).collect()
}

/// Why an edit cannot be taken, in words.
pub fn told(refusal: &Refusal, words: Words) -> String {
    let row = |key: &str, row: String| words.tell(key, &[("row", row.into())]);
    match refusal {
        Refusal::NoSuchRow(of) => row("draft-refused-no-row", of.name()),
        Refusal::NamedTwice(of) => row("draft-refused-twice", of.name()),
        Refusal::Taken(of) => row("draft-refused-taken", of.name()),
        Refusal::IsOut(of) => row("draft-refused-out", of.name()),
        Refusal::NoSuchParent(code) | Refusal::NoSuchIndicator(code) => {
            row("draft-refused-no-row", code.clone())
        }
        Refusal::UnderItself(code) => row("draft-refused-under-itself", code.clone()),
        Refusal::Blank(column) => {
            words.tell("draft-refused-blank", &[("column", (*column).to_owned().into())])
        }
        Refusal::WeightOutOfRange(_) => words.say("draft-no-weight"),
        Refusal::NoAct => words.say("draft-refused-no-act"),
        Refusal::Answer(_) | Refusal::OfAnotherPlan { .. } => words.say("draft-row-gone"),
    }
}
