//! The rules of the draft in a form: tried with their effect, or saved through the one door.
//! Not here: reading what was typed, see `traguardo_files::rules`, and adopting the draft.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use traguardo::access::{Action, On};
use traguardo::edit::{Edit, apply};
use traguardo::issue::Issue;
use traguardo::rules::{Rule, Rules};
use traguardo_files::rules::{read_keys, words as words_of, written};
use traguardo_store::{Draft, DraftSaved, Stored};

use super::line::sentence_of;
use super::preview::{Preview, preview};
use super::{PATH, line};
use crate::address::with_query;
use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::own_form::OwnForm;
use crate::page::draft::{load, second};
use crate::page::{answer, revisions};
use crate::query::Asked;
use crate::router::{App, OfPlan, is_beside, view_of};
use crate::view::View;
use crate::visitor;
use crate::words::Words;

/// The fields of a band.
const BAND: [(&str, &str); 4] = [
    ("da", "rules-draft-band-from"),
    ("nome", "rules-draft-band-name"),
    ("colore", "rules-draft-band-colour"),
    ("forma", "rules-draft-band-shape"),
];
/// The most bands that the form has, and how many blank ones it offers.
const BANDS: usize = 12;
const BLANK: usize = 2;
/// A text of more letters is none.
const LONGEST: usize = 200;
const VALID_FROM: &str = "valido_dal";

/// What came of the last form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Came {
    salvate: String,
}

/// The keys as they were typed.
type Typed = BTreeMap<String, String>;

/// How the page is shown.
#[derive(Default)]
struct Said {
    typed: Typed,
    issues: Vec<Issue>,
    faults: Vec<String>,
    note: Option<&'static str>,
    is_saved: bool,
    /// The rules whose effect is shown; none where what was typed are none.
    rules: Option<Rules>,
}

#[derive(Template)]
#[template(path = "rules_form.html")]
struct FormPage {
    frame: Frame,
    faults: Vec<String>,
    note: Option<String>,
    is_saved: bool,
    valid: Field,
    groups: Vec<Group>,
    bands: Vec<Band>,
    outcome: Outcome,
    version: i64,
    action: String,
    back_url: String,
}

/// What stands beside the form: what the rules that are typed change.
#[derive(Template)]
#[template(path = "part/rules_preview.html")]
struct Outcome {
    frame: Words,
    faults: Vec<String>,
    preview: Option<Preview>,
    /// All of it in a sentence, to be read out.
    said: String,
}

struct Group {
    title: String,
    fields: Vec<Field>,
}

struct Band {
    title: String,
    fields: Vec<Field>,
}

/// A field, with what the draft holds where that is something else.
struct Field {
    id: String,
    key: String,
    label: String,
    help: Option<String>,
    held: String,
    there: Option<String>,
    fault: Option<String>,
    choices: Vec<Choice>,
}

struct Choice {
    word: &'static str,
    label: String,
    is_chosen: bool,
}

/// The form with the rules of the draft.
pub async fn show(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(came): Query<Came>,
) -> Response {
    let made = async {
        visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let (stored, draft) = load(&app, &plan).await?;
        let is_saved = !came.salvate.is_empty();
        let said = Said {
            typed: keys(&draft.contents.rules),
            note: is_saved.then_some("rules-draft-saved"),
            is_saved,
            rules: Some(draft.contents.rules.clone()),
            ..Said::default()
        };
        shown(&stored, &draft, &asked, said, StatusCode::OK)
    };
    made.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// Tries or saves the rules, or shows the form again with what was typed. Whoever is still typing is
/// told what they change, and nothing is saved.
pub async fn save(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    OwnForm(mut typed): OwnForm<Typed>,
) -> Response {
    let words = Words::of(asked.lang());
    let saved = async {
        let by = visitor::permitted(Action::EditDraft, On::Body(&plan.0))?;
        let (stored, draft) = load(&app, &plan).await?;
        let seen: i64 = typed.remove("versione").and_then(|v| v.parse().ok()).unwrap_or_default();
        let is_trial = typed.remove("azione").is_some_and(|action| action == "prova");
        typed.remove(crate::own_form::TOKEN);
        if is_beside(&headers) {
            let is_seen = draft.version == seen;
            return view_of(&stored, &asked, |view| {
                Ok(typing(view, &stored, &draft, &typed, is_seen))
            });
        }
        let wrong = StatusCode::UNPROCESSABLE_ENTITY;
        let rules = match read(&typed, &draft, words) {
            Ok(rules) => rules,
            Err(said) => return shown(&stored, &draft, &asked, *said, wrong),
        };
        let again = |draft: &Draft, faults: Vec<String>, status| {
            let note = faults.is_empty().then_some("rules-draft-not-saved");
            let (typed, rules) = (typed.clone(), Some(rules.clone()));
            let said = Said { typed, faults, note, rules, ..Said::default() };
            shown(&stored, draft, &asked, said, status)
        };
        if draft.version != seen {
            return again(&draft, vec![second(&draft.saved, words)], StatusCode::CONFLICT);
        }
        if is_trial {
            return again(&draft, Vec::new(), StatusCode::OK);
        }
        let edit = Edit::SetRules(Box::new(rules.clone()));
        let changed = apply(&draft.contents, &edit).map_err(|_| Fault::Page)?;
        match app.store().save_draft(&changed, seen, "rules", &by).await {
            Ok(DraftSaved::Saved(_)) => view_of(&stored, &asked, |view| {
                let own = view.addresses.page(&[revisions::PATH, "bozza", PATH]);
                let url = with_query(own, &[("salvate", "1".to_owned())]);
                Ok(Redirect::to(&url).into_response())
            }),
            Ok(DraftSaved::Second { first, .. }) => {
                let (_, draft) = load(&app, &plan).await?;
                again(&draft, vec![second(&first, words)], StatusCode::CONFLICT)
            }
            Err(error) => again(&draft, vec![words.texts.sentence(&error.sentence())], wrong),
        }
    };
    saved.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// What the rules as they are typed change, as a part of the page.
fn typing(
    view: &View<'_>,
    stored: &Stored,
    draft: &Draft,
    typed: &Typed,
    is_seen: bool,
) -> Response {
    let words = view.words;
    let outcome = match read(typed, draft, words) {
        Ok(rules) => {
            let meanwhile = (!is_seen).then(|| second(&draft.saved, words));
            outcome(view, stored, draft, Some(&rules), meanwhile.into_iter().collect())
        }
        Err(said) => outcome(view, stored, draft, None, said.told(words)),
    };
    answer(&outcome, words.lang())
}

/// The rules that were typed, or how the page says what is wrong with them.
fn read(typed: &Typed, draft: &Draft, words: Words) -> Result<Rules, Box<Said>> {
    if !is_form(typed) {
        let rules = draft.contents.rules.clone();
        let faults = vec![words.say("rules-draft-unknown")];
        let said = Said { typed: keys(&rules), faults, rules: Some(rules), ..Said::default() };
        return Err(Box::new(said));
    }
    read_keys(&in_order(typed)).map_err(|issues| {
        let faults = vec![words.tell("rules-draft-wrong", &[("count", issues.len().into())])];
        Box::new(Said { typed: typed.clone(), issues, faults, ..Said::default() })
    })
}

fn shown(
    stored: &Stored,
    draft: &Draft,
    asked: &Asked,
    said: Said,
    status: StatusCode,
) -> Result<Response, Fault> {
    view_of(stored, asked, |view| {
        let page = page(view, stored, draft, &said);
        Ok((status, answer(&page, view.words.lang())).into_response())
    })
}

fn page(view: &View<'_>, stored: &Stored, draft: &Draft, said: &Said) -> FormPage {
    let words = view.words;
    let there = keys(&draft.contents.rules);
    let form = Form { said, there: &there, words };
    let own = [revisions::PATH, "bozza", PATH];
    // Each fault stands at its field.
    let wrong = if said.rules.is_none() { said.faults.clone() } else { Vec::new() };
    FormPage {
        frame: Frame::plan(
            view,
            &words.say("rules-draft-title"),
            Spot { path: &own, menu: revisions::PATH },
        ),
        faults: said.faults.clone(),
        note: said.note.map(|note| words.say(note)),
        is_saved: said.is_saved,
        valid: form.field(VALID_FROM, words.say("rules-name-valid-from")),
        groups: form.groups(),
        bands: form.bands(),
        outcome: outcome(view, stored, draft, said.rules.as_ref(), wrong),
        version: draft.version,
        action: view.addresses.page(&own),
        back_url: view.addresses.page(&[revisions::PATH, "bozza"]),
    }
}

fn outcome(
    view: &View<'_>,
    stored: &Stored,
    draft: &Draft,
    rules: Option<&Rules>,
    faults: Vec<String>,
) -> Outcome {
    let effect = |rules: &Rules| preview(view, &draft.contents.plan, (&stored.rules, rules));
    let preview = rules.map(effect);
    let said = faults.first().or(preview.as_ref().map(|preview| &preview.said));
    Outcome { said: said.cloned().unwrap_or_default(), frame: view.words, faults, preview }
}

impl Said {
    /// What is wrong: in a sentence, then one by one.
    fn told(&self, words: Words) -> Vec<String> {
        let issues = self.issues.iter().map(|issue| words.texts.issue(issue));
        self.faults.iter().cloned().chain(issues).collect()
    }
}

/// What the fields are made from.
struct Form<'a> {
    said: &'a Said,
    there: &'a Typed,
    words: Words,
}

impl Form<'_> {
    fn groups(&self) -> Vec<Group> {
        let field = |rule: &Rule| self.field(rule.key(), self.words.say(rule.text()));
        let group = |(_, title, rules): (&str, &str, &[Rule])| Group {
            title: self.words.say(title),
            fields: rules.iter().map(field).collect(),
        };
        line::GROUPS.into_iter().map(group).collect()
    }

    fn bands(&self) -> Vec<Band> {
        let last = self.said.typed.keys().filter_map(|key| band_of(key)).max().unwrap_or_default();
        let count = (last + usize::from(last < BANDS)).clamp(BLANK, BANDS);
        let band = |number: usize| Band {
            title: self.words.tell("rules-draft-band", &[("number", number.into())]),
            fields: BAND
                .iter()
                .map(|(name, text)| {
                    self.field(&format!("fasce.{number}.{name}"), self.words.say(text))
                })
                .collect(),
        };
        (1..=count).map(band).collect()
    }

    fn field(&self, key: &str, label: String) -> Field {
        let held = self.said.typed.get(key).cloned().unwrap_or_default();
        let there = self.there.get(key).cloned().unwrap_or_default();
        let of_key = |issue: &&Issue| issue.place.column.as_deref() == Some(key);
        let fault = self.said.issues.iter().find(of_key);
        let help = help(key).map(|text| self.words.say(text));
        let choice = |word: &'static str| Choice {
            word,
            label: self.choice(key, word),
            is_chosen: word == held,
        };
        // What the draft holds is of interest where somebody else has changed it.
        let differs = !self.said.faults.is_empty() && there != held && !there.is_empty();
        Field {
            id: key.replace('.', "-"),
            key: key.to_owned(),
            label,
            help,
            there: differs.then_some(there),
            fault: fault.map(|issue| self.words.texts.issue(issue)),
            choices: words_of(key).into_iter().map(choice).collect(),
            held,
        }
    }

    fn choice(&self, key: &str, word: &str) -> String {
        let (colours, shapes) = (words_of(".colore"), words_of(".forma"));
        let named = |list: &[&str], keys: [&str; 6]| {
            let at = list.iter().position(|known| *known == word)?;
            keys.get(at).map(|key| self.words.say(&format!("diff-word-{key}")))
        };
        let band = match key.rsplit('.').next() {
            Some("colore") => named(&colours, ["green", "olive", "amber", "red", "blue", "grey"]),
            Some("forma") => {
                named(&shapes, ["tick", "three-quarters", "half", "triangle", "circle", "square"])
            }
            _ => None,
        };
        band.unwrap_or_else(|| self.words.say(sentence_of(key, word)))
    }
}

fn help(key: &str) -> Option<&'static str> {
    Some(match key {
        VALID_FROM => "rules-help-valid-from",
        "indicatore.massimo" => "rules-help-cap",
        "indicatore.minimo" => "rules-help-floor",
        "indicatore.ritardo_punti_al_giorno" => "rules-help-late",
        "indicatore.sovrastima_oltre" => "rules-help-underestimated",
        "stampa.decimali" => "rules-help-decimals",
        _ => return None,
    })
}

/// The keys of rules as the form has them.
fn keys(rules: &Rules) -> Typed {
    let mut keys: Typed = written(rules).into_iter().filter(|(key, _)| key != "fasce").collect();
    keys.entry(VALID_FROM.to_owned()).or_default();
    keys
}

/// The number of the band that a key is of.
fn band_of(key: &str) -> Option<usize> {
    let (number, field) = key.strip_prefix("fasce.")?.split_once('.')?;
    let is_field = BAND.iter().any(|(name, _)| *name == field);
    number.parse().ok().filter(|number| is_field && (1..=BANDS).contains(number))
}

/// The keys that the form has, in its order, each with what was typed.
fn in_order(typed: &Typed) -> Vec<(String, String)> {
    let single = Rule::ALL.into_iter().filter(|rule| *rule != Rule::Bands).map(Rule::key);
    let single = std::iter::once(VALID_FROM).chain(single).map(String::from);
    let of_band = |number| BAND.iter().map(move |(name, _)| format!("fasce.{number}.{name}"));
    let bands = (1..=BANDS).flat_map(of_band).filter(|key| typed.contains_key(key));
    let pair = |key: String| {
        let text = typed.get(&key).cloned().unwrap_or_default();
        (key, text)
    };
    single.chain(bands).map(pair).collect()
}

/// Whether the form has these fields and such texts.
fn is_form(typed: &Typed) -> bool {
    let is_key = |key: &str| {
        key == VALID_FROM || band_of(key).is_some() || Rule::ALL.iter().any(|r| r.key() == key)
    };
    let is_text = |text: &str| text.chars().count() <= LONGEST && !text.contains('\0');
    typed.iter().all(|(key, text)| is_key(key) && is_text(text))
}
