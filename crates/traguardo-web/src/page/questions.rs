//! The open questions of a plan: each target that waits for a person, and a form to answer it.
//! Not here: keeping answers, which is the store's.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::plan::Plan;
use traguardo::question::{self, Refusal};
use traguardo::score::PartOf;
use traguardo::target::Target;
use traguardo::target::answer::Answer;
use traguardo::tree::Tree;
use traguardo_store::Signature;

use crate::address::with_query;
use crate::fault::Fault;
use crate::figure::Figure;
use crate::frame::{Frame, Spot};
use crate::page::answer;
use crate::phrase::{asked, told};
use crate::rich::Rich;
use crate::view::View;
use crate::visitor;
use crate::words::{Words, digits};

const PATH: [&str; 1] = ["domande"];
/// A meaning of more letters is none.
const LONGEST: usize = 1000;
/// What the form sends for a meaning written by hand.
const OTHER: &str = "altro";

/// What the form of a question sends.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Given {
    /// The code of the indicator or node.
    #[serde(default)]
    pub codice: String,
    /// The node that uses the indicator; empty for a node.
    #[serde(default)]
    pub padre: String,
    /// The column of the target.
    #[serde(default)]
    pub colonna: String,
    /// The target as it was written when the question was asked.
    #[serde(default)]
    pub scritto: String,
    /// The proposal chosen, or `altro`.
    #[serde(default)]
    pub proposta: String,
    /// The meaning written by hand.
    #[serde(default)]
    pub significa: String,
}

#[derive(Template)]
#[template(path = "questions.html")]
struct QuestionsPage {
    frame: Frame,
    sentence: Rich,
    saved: Option<Saved>,
    lost: Option<String>,
    open: Vec<Card>,
    answered: Vec<Card>,
    action: String,
    read_url: String,
}

/// A target with its form.
struct Card {
    id: usize,
    title: String,
    url: String,
    minor: String,
    column: String,
    written: String,
    sentence: String,
    proposals: Vec<Proposal>,
    given: Given,
    fault: Option<String>,
    means: Option<String>,
    by: Option<String>,
    may: bool,
}

struct Proposal {
    text: String,
    chosen: bool,
}

/// What an answer has changed.
struct Saved {
    sentence: Rich,
    figure: Option<Figure>,
}

/// What the language makes of a meaning while one writes it.
#[derive(Template)]
#[template(path = "part/meaning.html")]
struct Meant {
    tone: &'static str,
    shape: &'static str,
    text: String,
}

/// The page. `given` is what was just saved, by its place.
#[must_use]
pub fn page(view: &View<'_>, given: &Given) -> Response {
    let saved = saved(view, given);
    answer(&whole(view, None, saved), view.words.lang())
}

/// The page with an answer that cannot be taken, and nothing of it lost.
#[must_use]
pub fn refused(view: &View<'_>, given: &Given, fault: String) -> Response {
    let page = whole(view, Some((given, fault)), None);
    (StatusCode::UNPROCESSABLE_ENTITY, answer(&page, view.words.lang())).into_response()
}

/// Back to the page, once an answer is kept.
#[must_use]
pub fn done(view: &View<'_>, given: &Given) -> Response {
    let place = [
        ("codice", given.codice.clone()),
        ("padre", given.padre.clone()),
        ("colonna", given.colonna.clone()),
    ];
    Redirect::to(&with_query(view.addresses.page(&PATH), &place)).into_response()
}

/// Who answers, if they may answer this question.
///
/// # Errors
/// [`Fault::Refused`].
pub fn may_answer(plan: &Plan, tree: &Tree, given: &Given) -> Result<Signature, Fault> {
    let used =
        |used: &traguardo::plan::Use| used.indicator == given.codice && used.node == given.padre;
    let on = match (plan.uses.iter().position(used), tree.node(&given.codice)) {
        (Some(used), _) => On::Use(plan, tree, used),
        (None, Some(node)) => On::Node(plan, tree, node),
        // Nothing of the plan: the answer will say so, to those who may answer for all of it.
        (None, None) => On::Body(&plan.body.ipa),
    };
    visitor::permitted(Action::AnswerQuestion, on)
}

/// The answer that a form gives, if the plan can be read with it.
///
/// # Errors
/// A sentence that says what is wrong.
pub fn answer_of(
    plan: &Plan,
    given: &Given,
    by: &Signature,
    words: Words,
) -> Result<Answer, String> {
    let say = |key: &str| Err(words.say(key));
    let written = given.significa.trim();
    let chosen = given.proposta.trim();
    let means = match (chosen, written) {
        ("" | OTHER, "") => return say("question-no-meaning"),
        ("" | OTHER, written) => written,
        (chosen, "") => chosen,
        (chosen, written) if chosen == written => chosen,
        _ => return say("question-two-meanings"),
    };
    if means.chars().count() > LONGEST || means.contains('\0') {
        return say("target-too-long");
    }
    let answer = Answer {
        code: given.codice.clone(),
        parent: (!given.padre.is_empty()).then(|| given.padre.clone()),
        column: given.colonna.clone(),
        written: given.scritto.clone(),
        means: means.to_owned(),
        by: Some(by.who.clone()),
        on: Some(by.at.date()),
        row: 0,
    };
    match question::answered(plan, answer.clone()) {
        Ok(_) => Ok(answer),
        Err(refusal) => Err(refusal_told(&refusal, means, words)),
    }
}

/// What the language makes of a meaning, as a line under its field.
#[must_use]
pub fn meaning(view: &View<'_>, given: &Given) -> Response {
    let words = view.words;
    let written = Given { proposta: String::new(), ..given.clone() };
    let by = Signature { who: String::new(), at: view.at().into() };
    let meant = if given.significa.trim().is_empty() {
        Meant { tone: "grey", shape: "ring", text: String::new() }
    } else {
        match answer_of(view.report.plan, &written, &by, words) {
            Ok(answer) => {
                let target = read_with(view.report.plan, answer);
                let told = target.map(|target| told(&target, words)).unwrap_or_default();
                let text = words.tell("question-read", &[("target", told.into())]);
                Meant { tone: "green", shape: "tick", text }
            }
            Err(text) => Meant { tone: "amber", shape: "half", text },
        }
    };
    answer(&meant, words.lang())
}

fn read_with(plan: &Plan, answer: Answer) -> Option<Target> {
    let (code, parent, column) =
        (answer.code.clone(), answer.parent.clone(), answer.column.clone());
    let plan = question::answered(plan, answer).ok()?;
    question::target(&plan, &code, parent.as_deref(), &column)?.target().cloned()
}

fn refusal_told(refusal: &Refusal, means: &str, words: Words) -> String {
    match refusal {
        Refusal::NoSuchTarget => words.say("question-gone"),
        Refusal::WrittenOtherwise(now) => {
            words.tell("question-changed", &[("now", now.as_str().into())])
        }
        Refusal::StillOpen(question) => {
            let sentence = asked(question, words).sentence;
            let args = [("means", means.into()), ("sentence", sentence.into())];
            words.tell("question-still-open", &args)
        }
    }
}

fn whole(
    view: &View<'_>,
    refused: Option<(&Given, String)>,
    saved: Option<Saved>,
) -> QuestionsPage {
    let words = view.words;
    let title = words.say("questions-title");
    let mut open = open_cards(view);
    let mut answered = answered_cards(view, open.len());
    let lost = refused.and_then(|(given, fault)| place(&mut open, &mut answered, given, fault));
    let tree = Tree::of(view.report.plan);
    for card in open.iter_mut().chain(&mut answered) {
        card.may = may_answer(view.report.plan, &tree, &card.given).is_ok();
    }
    let count = open.len();
    let args = [("count", count.into()), ("answered", answered.len().into())];
    QuestionsPage {
        frame: Frame::plan(view, &title, Spot { path: &PATH, menu: PATH[0] }),
        sentence: Rich::new(&words.tell("questions-sentence", &args)),
        saved,
        lost,
        open,
        answered,
        action: view.addresses.page(&PATH),
        read_url: view.addresses.page(&["domande", "lettura"]),
    }
}

/// Puts what was typed back where it was typed; where that place is no more, what it said is told.
fn place(open: &mut [Card], answered: &mut [Card], given: &Given, fault: String) -> Option<String> {
    let same = |card: &&mut Card| {
        (&card.given.codice, &card.given.padre, &card.given.colonna)
            == (&given.codice, &given.padre, &given.colonna)
    };
    let Some(card) = open.iter_mut().chain(answered).find(same) else {
        return Some(format!("{fault} {}", given.significa).trim().to_owned());
    };
    for proposal in &mut card.proposals {
        proposal.chosen = proposal.text == given.proposta;
    }
    // The place stays, with the text that stands there now.
    card.given.proposta.clone_from(&given.proposta);
    card.given.significa.clone_from(&given.significa);
    card.fault = Some(fault);
    None
}

fn open_cards(view: &View<'_>) -> Vec<Card> {
    let open = question::open(view.report.plan);
    let card = |(id, open): (usize, question::Open<'_>)| {
        let asked = asked(open.question, view.words);
        let (code, parent) = codes(view.report.plan, open.of);
        let given = Given {
            codice: code,
            padre: parent.unwrap_or_default(),
            colonna: open.column,
            scritto: open.expected.verbatim.clone(),
            ..Given::default()
        };
        Card {
            sentence: asked.sentence,
            proposals: proposals(asked.proposals),
            ..card(view, id, given)
        }
    };
    open.into_iter().enumerate().map(card).collect()
}

fn proposals(texts: Vec<String>) -> Vec<Proposal> {
    texts.into_iter().map(|text| Proposal { text, chosen: false }).collect()
}

/// Answers that are in force: those to targets that are written otherwise by now change nothing.
fn answered_cards(view: &View<'_>, first: usize) -> Vec<Card> {
    let plan = view.report.plan;
    let in_force = |answer: &&Answer| {
        let Answer { code, parent, column, written, .. } = answer;
        let target = question::target(plan, code, parent.as_deref(), column);
        target.is_some_and(|target| question::same_words(&target.verbatim, written))
            && !question::is_open(plan, code, parent.as_deref(), column)
    };
    let card = |(id, answer): (usize, &Answer)| {
        let given = Given {
            codice: answer.code.clone(),
            padre: answer.parent.clone().unwrap_or_default(),
            colonna: answer.column.clone(),
            scritto: answer.written.clone(),
            ..Given::default()
        };
        let on = answer.on.map(digits);
        let by = [answer.by.clone(), on].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Card {
            means: Some(answer.means.clone()),
            by: (!by.is_empty()).then_some(by),
            ..card(view, first + id, given)
        }
    };
    plan.answers.iter().filter(in_force).enumerate().map(card).collect()
}

fn card(view: &View<'_>, id: usize, given: Given) -> Card {
    let plan = view.report.plan;
    let words = view.words;
    let (title, url) = if given.padre.is_empty() {
        let node = view.node(&given.codice).map(|at| plan.nodes[at].title.clone());
        (node, view.addresses.node(&given.codice))
    } else {
        let at = used(plan, &given.codice, &given.padre);
        (at.map(|at| view.report.use_title(at).to_owned()), view.addresses.indicator(&given.codice))
    };
    let under = [given.codice.as_str(), given.padre.as_str()];
    let minor: Vec<&str> = under.into_iter().filter(|code| !code.is_empty()).collect();
    Card {
        id,
        title: title.unwrap_or_else(|| given.codice.clone()),
        url,
        minor: minor.join(" · "),
        column: column(&given.colonna, plan.year, words),
        written: given.scritto.clone(),
        sentence: String::new(),
        proposals: Vec::new(),
        given,
        fault: None,
        means: None,
        by: None,
        may: false,
    }
}

fn codes(plan: &Plan, of: PartOf) -> (String, Option<String>) {
    match of {
        PartOf::Node(at) => (plan.nodes[at].code.clone(), None),
        PartOf::Use(at) => (plan.uses[at].indicator.clone(), Some(plan.uses[at].node.clone())),
    }
}

fn used(plan: &Plan, code: &str, parent: &str) -> Option<usize> {
    plan.uses.iter().position(|used| used.indicator == code && used.node == parent)
}

/// The name of a column in words: `target 2021`, `soglia 80`.
fn column(column: &str, year: i16, words: Words) -> String {
    match column.split_once('_') {
        None => words.tell("question-column-year", &[("year", year.to_string().into())]),
        Some(("target", year)) => words.tell("question-column-year", &[("year", year.into())]),
        Some(("periodico", date)) => {
            let day = traguardo::period::parse_date(date).map(digits);
            let day = day.unwrap_or_else(|_| date.to_owned());
            words.tell("question-column-periodic", &[("date", day.into())])
        }
        Some((_, score)) => words.tell("question-column-step", &[("score", score.into())]),
    }
}

fn saved(view: &View<'_>, given: &Given) -> Option<Saved> {
    let plan = view.report.plan;
    let parent = (!given.padre.is_empty()).then_some(given.padre.as_str());
    let target = question::target(plan, &given.codice, parent, &given.colonna)?;
    let Some(read) = target.target() else {
        // A step waits for its target, or a target for its steps.
        let of_it = |answer: &&Answer| {
            (answer.code.as_str(), answer.parent.as_deref(), answer.column.as_str())
                == (given.codice.as_str(), parent, given.colonna.as_str())
        };
        let answer = plan.answers.iter().find(of_it)?;
        let args =
            [("written", target.verbatim.as_str().into()), ("means", answer.means.as_str().into())];
        let sentence = Rich::new(&view.words.tell("question-kept", &args));
        return Some(Saved { sentence, figure: None });
    };
    let args =
        [("written", target.verbatim.as_str().into()), ("target", told(read, view.words).into())];
    // Only what is asked of the plan's own year has a score now.
    let at = parent.and_then(|parent| used(plan, &given.codice, parent));
    let at = at.filter(|_| given.colonna == "target" || given.colonna.starts_with("periodico"));
    Some(Saved {
        sentence: Rich::new(&view.words.tell("question-saved", &args)),
        figure: at.map(|at| view.use_figure(at)),
    })
}
