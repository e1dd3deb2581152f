//! The edits that make a row of the draft what somebody typed.
//! Not here: what the edits do, see [`traguardo::edit`].

use traguardo::edit::{Contents, Edit, Refusal, RowOf, Slot};
use traguardo::indicator::Indicator;
use traguardo::number::{self, Decimal};
use traguardo::plan::{Card, Details, Difficulty, Node, Quotas, Use};

use super::cells::{Cells, FACT, NEW_NODE, NEW_USE, Typed, facts, indicator, node, there};
use crate::page::draft::LONGEST;
use crate::words::Words;

/// The edits that make the row what was typed; none where it says what the draft says. A field that
/// was not sent changes nothing.
///
/// # Errors
/// The sentence that says what cannot be read.
pub fn edits(contents: &Contents, typed: &Typed, words: Words) -> Result<Vec<Edit>, String> {
    let row = typed.place.row();
    let is_new = typed.place.is_new();
    let stored = if is_new { None } else { there(contents, &row) };
    if !is_text(typed, stored.as_ref()) {
        return Err(words.say("draft-too-long"));
    }
    if let Some(edit) = taken_out(typed, &row) {
        return Ok(vec![edit]);
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
        _ => stored.ok_or_else(|| words.say("draft-row-gone"))?,
    };
    if !is_new {
        edits.extend(named(&row, cells, &known, words)?);
    }
    if cells.differs("peso", &known) {
        let weight = weight(cells.text("peso")).map_err(|()| words.say("draft-no-weight"))?;
        edits.push(Edit::SetWeight { row: row.clone(), weight });
    }
    targets(&row, cells, &known, words, &mut edits)?;
    more(&row, cells, &known, words, &mut edits)?;
    // The row is called otherwise once it has moved: this comes last.
    if let RowOf::Use { indicator, node } = row
        && !is_new
        && cells.differs("usato_da", &known)
    {
        edits.push(Edit::MoveUse { indicator, node, to: cells.text("usato_da").to_owned() });
    }
    Ok(edits)
}

/// The row that was typed, where it is once the edits are made.
pub fn moved(row: RowOf, edits: &[Edit]) -> RowOf {
    match edits.last() {
        Some(Edit::MoveUse { indicator, to, .. }) => {
            RowOf::Use { indicator: indicator.clone(), node: to.clone() }
        }
        _ => row,
    }
}

/// Whether all that was typed can be kept. What the draft holds already is not asked again.
fn is_text(typed: &Typed, known: Option<&Cells>) -> bool {
    let place = [&typed.place.codice, &typed.place.padre];
    let is_fresh = |name: &str, text: &str| known.and_then(|known| known.get(name)) != Some(text);
    let fresh = typed.cells.0.iter().filter(|(name, text)| is_fresh(name, text));
    let mut texts = fresh.map(|(_, text)| text).chain(place);
    texts.all(|text| text.chars().count() <= LONGEST && !text.contains('\0'))
}

/// The edit that takes the row away, or out of the count, where that button was pressed.
fn taken_out(typed: &Typed, row: &RowOf) -> Option<Edit> {
    Some(match (typed.action.as_str(), row.clone()) {
        ("togli", RowOf::Node(code)) => Edit::RemoveNode { code },
        ("togli", RowOf::Use { indicator, node }) => Edit::RemoveUse { indicator, node },
        ("neutralizza", row) => {
            let act = typed.cells.text("atto").to_owned();
            Edit::Neutralise { row, act }
        }
        _ => return None,
    })
}

/// What calls a row that is there something else, or puts it elsewhere.
fn named(row: &RowOf, cells: &Cells, known: &Cells, words: Words) -> Result<Vec<Edit>, String> {
    let is_other = |name: &str| cells.differs(name, known);
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

/// Who answers for the row, and what else it says: its note, its card, its mission and the PIRA, the
/// marks of its difficulty.
fn more(
    row: &RowOf,
    cells: &Cells,
    known: &Cells,
    words: Words,
    edits: &mut Vec<Edit>,
) -> Result<(), String> {
    let of = |name: &str| cells.get(name).unwrap_or(known.text(name)).to_owned();
    let is_any = |names: &[&str]| names.iter().any(|name| cells.differs(name, known));
    if is_any(&["responsabile", "rilevatore"]) {
        let (responsible, collectors) = (codes(&of("responsabile")), codes(&of("rilevatore")));
        edits.push(Edit::SetOwners { row: row.clone(), responsible, collectors });
    }
    if is_any(&["note"]) {
        edits.push(Edit::SetNote { row: row.clone(), note: Some(of("note")) });
    }
    if let RowOf::Node(code) = row
        && is_any(&["riferimento", "tipologia", "beneficio", "risultato"])
    {
        edits.push(Edit::SetCard {
            code: code.clone(),
            reference: Some(of("riferimento")),
            kind: Some(of("tipologia")),
            benefit: Some(of("beneficio")),
            result: Some(of("risultato")),
        });
    }
    if is_any(&["missione", "pira"]) {
        let (mission, pira) = (Some(of("missione")), of("pira") == "si");
        edits.push(Edit::SetBelonging { row: row.clone(), mission, pira });
    }
    if is_any(&["complessita", "capacita", "innovazione"]) {
        let mark = |name| weight(&of(name)).map_err(|()| words.say("draft-no-mark"));
        let difficulty = Difficulty {
            complexity: mark("complessita")?,
            capability: mark("capacita")?,
            innovation: mark("innovazione")?,
        };
        edits.push(Edit::SetDifficulty { row: row.clone(), difficulty });
    }
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
        Refusal::MarkOutOfRange(_) => words.say("draft-no-mark"),
        Refusal::NoAct => words.say("draft-refused-no-act"),
        Refusal::Answer(_) | Refusal::OfAnotherPlan { .. } => words.say("draft-row-gone"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_of_the_draft_is_no_obstacle_and_a_new_one_is() {
        let long = Cells(vec![("beneficio".to_owned(), "a".repeat(LONGEST + 1))]);
        let typed = Typed { cells: long.clone(), ..Typed::default() };
        assert!(is_text(&typed, Some(&long)));
        assert!(!is_text(&typed, Some(&Cells::default())));
        assert!(!is_text(&typed, None));
    }
}
