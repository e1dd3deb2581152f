//! The form of a row of the draft: its cells, and taking it away or out of the count.
//! Not here: what the edits do, see [`traguardo::edit`].

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::edit::{Contents, Edit, Refusal, RowOf, Slot, apply_all};
use traguardo::number::{self, Decimal};
use traguardo::plan::{Card, Details, Node, Quotas, Use};
use traguardo_store::{Draft, DraftSaved, Stored};

use super::{LONGEST, load, second, to};
use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::page::desk::proposal;
use crate::page::revisions::PATH;
use crate::query::Asked;
use crate::router::{App, OfPlan, view_of};
use crate::view::View;
use crate::visitor;
use crate::words::Words;

/// What the form of a row sends.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Typed {
    codice: String,
    padre: String,
    versione: i64,
    azione: String,
    titolo: String,
    livello: String,
    target: String,
    peso: String,
    responsabile: String,
    rilevatore: String,
    note: String,
    atto: String,
}

#[derive(Template)]
#[template(path = "draft_row.html")]
struct RowPage {
    frame: Frame,
    title: String,
    /// What the OIV proposes about it.
    beside: Vec<String>,
    faults: Vec<String>,
    fields: Vec<Field>,
    typed: Typed,
    is_new: bool,
    is_out: bool,
    version: i64,
    action: String,
    back_url: String,
}

/// A field of the form, with what the draft holds where that is something else.
struct Field {
    name: &'static str,
    label: String,
    held: String,
    there: Option<String>,
}

impl Typed {
    /// The codes that name the row.
    fn row(&self) -> (&str, &str) {
        (&self.codice, &self.padre)
    }
}

type CellOf = fn(&Typed) -> &String;

/// The form of a row; blank for a new node.
pub async fn form(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(place): Query<Typed>,
) -> Response {
    let made = async {
        visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let (stored, draft) = load(&app, &plan).await?;
        let typed = if place.codice.is_empty() {
            Typed::default()
        } else {
            there(&draft.contents, &place).ok_or(Fault::Address)?
        };
        let beside = proposal::beside(&app, &plan, typed.row(), Words::of(asked.lang())).await?;
        shown((&stored, &draft, beside), &asked, typed, Vec::new(), StatusCode::OK)
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Saves a row, or shows the form again with what was typed.
pub async fn save(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(typed): OwnForm<Typed>,
) -> Response {
    let words = Words::of(asked.lang());
    let saved = async {
        let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let (stored, draft) = load(&app, &plan).await?;
        let beside = proposal::beside(&app, &plan, typed.row(), words).await?;
        let again = |draft: &Draft, said: String, status| {
            shown((&stored, draft, beside.clone()), &asked, typed.clone(), vec![said], status)
        };
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        if draft.version != typed.versione {
            return again(&draft, second(&draft.saved, words), StatusCode::CONFLICT);
        }
        let edits = match edits(&draft.contents, &typed, words) {
            Ok(edits) => edits,
            Err(said) => return again(&draft, said, wrong),
        };
        let changed = match apply_all(&draft.contents, &edits) {
            Ok(changed) => changed,
            Err((_, refusal)) => return again(&draft, told(&refusal, words), wrong),
        };
        let row = row_of(&typed).name();
        match app.store().save_draft(&changed, typed.versione, &row, &by).await {
            Ok(DraftSaved::Saved(_)) => {
                view_of(&stored, &asked, |view| Ok(to(view, &[PATH, "bozza"])))
            }
            Ok(DraftSaved::Second { first, .. }) => {
                let (_, draft) = load(&app, &plan).await?;
                again(&draft, second(&first, words), StatusCode::CONFLICT)
            }
            Err(error) => again(&draft, words.texts.sentence(&error.sentence()), wrong),
        }
    };
    saved.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

fn shown(
    (stored, draft, beside): (&Stored, &Draft, Vec<String>),
    asked: &Asked,
    typed: Typed,
    faults: Vec<String>,
    status: StatusCode,
) -> Result<Response, Fault> {
    view_of(stored, asked, |view| {
        let page = page(view, (draft, beside), typed, faults);
        Ok((status, answer(&page, view.words.lang())).into_response())
    })
}

fn page(
    view: &View<'_>,
    (draft, beside): (&Draft, Vec<String>),
    typed: Typed,
    faults: Vec<String>,
) -> RowPage {
    let words = view.words;
    let known = there(&draft.contents, &typed);
    let title = if known.is_none() {
        words.say("draft-new-node")
    } else {
        words.tell("draft-row-title", &[("row", row_of(&typed).name().into())])
    };
    let spot = Spot { path: &[PATH, "bozza", "riga"], menu: PATH };
    RowPage {
        frame: Frame::plan(view, &title, spot),
        title,
        beside,
        faults,
        fields: fields(&typed, known.as_ref(), words),
        is_new: known.is_none(),
        is_out: details(&draft.contents, &typed).is_some_and(Details::is_out),
        typed,
        version: draft.version,
        action: view.addresses.page(&[PATH, "bozza", "riga"]),
        back_url: view.addresses.page(&[PATH, "bozza"]),
    }
}

fn fields(typed: &Typed, known: Option<&Typed>, words: Words) -> Vec<Field> {
    let cells: [(&'static str, CellOf); 9] = [
        ("codice", |t| &t.codice),
        ("padre", |t| &t.padre),
        ("titolo", |t| &t.titolo),
        ("livello", |t| &t.livello),
        ("target", |t| &t.target),
        ("peso", |t| &t.peso),
        ("responsabile", |t| &t.responsabile),
        ("rilevatore", |t| &t.rilevatore),
        ("note", |t| &t.note),
    ];
    let is_asked = |name: &str| match name {
        "codice" | "padre" => known.is_none(),
        "livello" => known.is_none() || typed.padre.is_empty(),
        _ => true,
    };
    let field = |(name, cell): (&'static str, CellOf)| Field {
        name,
        label: words.say(&format!("draft-field-{name}")),
        held: cell(typed).clone(),
        there: known.map(|known| cell(known).clone()).filter(|there| there != cell(typed)),
    };
    cells.into_iter().filter(|(name, _)| is_asked(name)).map(field).collect()
}

/// A row as the form has it; `None` where there is none.
fn there(contents: &Contents, place: &Typed) -> Option<Typed> {
    let plan = &contents.plan;
    let details = details(contents, place)?;
    let (titolo, livello) = match row_of(place) {
        RowOf::Node(code) => {
            let node = plan.nodes.iter().find(|node| node.code == code)?;
            (node.title.clone(), node.level.clone())
        }
        RowOf::Use { indicator, node } => {
            let used = plan.uses.iter().find(|u| u.indicator == indicator && u.node == node)?;
            let own = plan.indicators.iter().find(|i| i.code == indicator);
            let own = own.map(|own| own.title.clone()).unwrap_or_default();
            (used.title.clone().unwrap_or(own), String::new())
        }
    };
    Some(Typed {
        codice: place.codice.clone(),
        padre: place.padre.clone(),
        titolo,
        livello,
        target: details.targets.year.as_ref().map(|e| e.verbatim.clone()).unwrap_or_default(),
        peso: details.weight.map(number::format).unwrap_or_default(),
        responsabile: details.responsible.join(", "),
        rilevatore: details.collectors.join(", "),
        note: details.note.clone().unwrap_or_default(),
        ..Typed::default()
    })
}

fn details<'a>(contents: &'a Contents, place: &Typed) -> Option<&'a Details> {
    let plan = &contents.plan;
    match row_of(place) {
        RowOf::Node(code) => {
            plan.nodes.iter().find(|node| node.code == code).map(|node| &node.details)
        }
        RowOf::Use { indicator, node } => {
            let same = |u: &&Use| u.indicator == indicator && u.node == node;
            plan.uses.iter().find(same).map(|used| &used.details)
        }
    }
}

/// The row that is meant: a new one is a node, and so is one without the node that uses it.
fn row_of(typed: &Typed) -> RowOf {
    if typed.padre.is_empty() || typed.azione == "aggiungi" {
        RowOf::Node(typed.codice.trim().to_owned())
    } else {
        RowOf::Use { indicator: typed.codice.clone(), node: typed.padre.clone() }
    }
}

/// The edits that make the row what was typed.
fn edits(contents: &Contents, typed: &Typed, words: Words) -> Result<Vec<Edit>, String> {
    let texts = [&typed.titolo, &typed.livello, &typed.target, &typed.note, &typed.codice];
    let more = [&typed.responsabile, &typed.rilevatore, &typed.atto, &typed.padre];
    let is_long = |text: &&String| text.chars().count() > LONGEST || text.contains('\0');
    if texts.into_iter().chain(more).any(|text| is_long(&text)) {
        return Err(words.say("draft-too-long"));
    }
    let row = row_of(typed);
    match (typed.azione.as_str(), &row) {
        ("togli", RowOf::Node(code)) => return Ok(vec![Edit::RemoveNode { code: code.clone() }]),
        ("togli", RowOf::Use { indicator, node }) => {
            let (indicator, node) = (indicator.clone(), node.clone());
            return Ok(vec![Edit::RemoveUse { indicator, node }]);
        }
        ("neutralizza", _) => return Ok(vec![Edit::Neutralise { row, act: typed.atto.clone() }]),
        _ => {}
    }
    let mut edits = Vec::new();
    let known = if typed.azione == "aggiungi" {
        edits.push(Edit::AddNode(Box::new(new_node(typed))));
        let (titolo, livello) = (typed.titolo.clone(), typed.livello.clone());
        Typed { titolo, livello, ..Typed::default() }
    } else {
        there(contents, typed).ok_or_else(|| words.say("draft-row-gone"))?
    };
    let is_use = matches!(row, RowOf::Use { .. });
    if typed.titolo != known.titolo || (!is_use && typed.livello != known.livello) {
        edits.push(renamed(contents, &row, typed));
    }
    if typed.peso != known.peso {
        let weight = weight(&typed.peso).map_err(|()| words.say("draft-no-weight"))?;
        edits.push(Edit::SetWeight { row: row.clone(), weight });
    }
    cells(row, typed, &known, &mut edits);
    Ok(edits)
}

fn cells(row: RowOf, typed: &Typed, known: &Typed, edits: &mut Vec<Edit>) {
    if typed.target != known.target {
        let written = Some(typed.target.clone());
        edits.push(Edit::SetTarget { row: row.clone(), slot: Slot::Year, written });
    }
    let owners = (&typed.responsabile, &typed.rilevatore);
    if owners != (&known.responsabile, &known.rilevatore) {
        let (responsible, collectors) = (codes(owners.0), codes(owners.1));
        edits.push(Edit::SetOwners { row: row.clone(), responsible, collectors });
    }
    if typed.note != known.note {
        edits.push(Edit::SetNote { row, note: Some(typed.note.clone()) });
    }
}

fn renamed(contents: &Contents, row: &RowOf, typed: &Typed) -> Edit {
    match row {
        RowOf::Use { indicator, node } => {
            let own = contents.plan.indicators.iter().find(|i| i.code == *indicator);
            let is_own = own.is_some_and(|own| own.title == typed.titolo);
            let title = (!is_own).then(|| typed.titolo.clone());
            Edit::Retitle { indicator: indicator.clone(), node: node.clone(), title }
        }
        RowOf::Node(code) => {
            let known = contents.plan.nodes.iter().find(|node| node.code == *code);
            Edit::ChangeNode {
                code: code.clone(),
                parent: known.and_then(|node| node.parent.clone()),
                level: typed.livello.clone(),
                title: typed.titolo.clone(),
                quotas: known.map(|node| node.quotas).unwrap_or_default(),
            }
        }
    }
}

fn new_node(typed: &Typed) -> Node {
    let parent = typed.padre.trim();
    Node {
        code: typed.codice.trim().to_owned(),
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
        level: typed.livello.trim().to_owned(),
        title: typed.titolo.trim().to_owned(),
        quotas: Quotas::default(),
        card: Card::default(),
        details: Details::default(),
    }
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

fn told(refusal: &Refusal, words: Words) -> String {
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
