//! The body's own list of context tags: seen, changed, added to, and retired.
//! Not here: where they are used.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use traguardo::access::{Action, On};
use traguardo::desk::Tag;
use traguardo_store::DeskEntry;

use super::keep;
use super::sample::crumbs;
use super::sitting::{Sitting, sit};
use crate::fault::Fault;
use crate::frame::{Frame, Spot};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::query::Asked;
use crate::router::{App, OfPlan};
use crate::visitor;

/// How many tags a list has at most, and how long a cell of it is.
const MOST: usize = 20;
const LONGEST: usize = 400;

#[derive(Template)]
#[template(path = "desk_tags.html")]
struct TagsPage {
    frame: Frame,
    fault: Option<String>,
    tags: Vec<Tag>,
    may_write: bool,
    action: String,
    after: usize,
}

/// The list.
pub async fn tags(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = sit(&app, &plan, &asked, |sitting| {
        Ok(answer(&page(sitting, sitting.tags.clone(), None), asked.lang()))
    });
    shown.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Keeps the list.
pub async fn write_tags(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(sent): OwnForm<Vec<(String, String)>>,
) -> Response {
    let written = async {
        let by = visitor::permitted(Action::WriteEvaluation, On::Body(&plan.0))?;
        let typed = read(&sent);
        let after = sent.iter().find(|(name, _)| name == "dopo");
        let after = after.and_then(|(_, text)| text.parse().ok()).unwrap_or(0);
        let fault = if typed.iter().any(is_wrong) || typed.len() > MOST {
            Some(("desk-tag-fault".to_owned(), StatusCode::UNPROCESSABLE_ENTITY))
        } else {
            let entry = DeskEntry::Tags { tags: typed.clone(), after };
            let said = keep(&app, &plan, &[entry], &by, &asked).await?;
            said.map(|said| (said, StatusCode::CONFLICT))
        };
        sit(&app, &plan, &asked, |sitting| {
            let Some((said, status)) = fault else {
                let back = sitting.view.addresses.page(&["tavolo-oiv", "contesti"]);
                return Ok(Redirect::to(&back).into_response());
            };
            // The name of a text is its own text where there is none of that name.
            let said = sitting.view.words.say(&said);
            Ok((status, answer(&page(sitting, typed, Some(said)), asked.lang())).into_response())
        })
        .await
    };
    written.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// The rows of the form that have a name; those without a code are new and are given one.
fn read(sent: &[(String, String)]) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    for number in 0..=MOST {
        let field = |name: &str| {
            let name = format!("{name}_{number}");
            let found = sent.iter().find(|(known, _)| *known == name);
            found.map(|(_, text)| text.trim().to_owned()).unwrap_or_default()
        };
        let (code, name) = (field("codice"), field("nome"));
        if code.is_empty() && name.is_empty() {
            continue;
        }
        let code = if code.is_empty() { new_code(&name, &tags) } else { code };
        tags.push(Tag {
            code,
            name,
            adjustment: field("misura"),
            advice: field("leva"),
            retired: field("ritirato") == "si",
        });
    }
    tags
}

/// A code made of a name, which no other tag has.
fn new_code(name: &str, tags: &[Tag]) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let slug: String = name.chars().take(24).map(plain).collect();
    let slug = slug.trim_matches('-');
    let taken = |code: &str| tags.iter().any(|tag| tag.code == code);
    let mut code = if slug.is_empty() { "contesto".to_owned() } else { slug.to_owned() };
    while taken(&code) {
        code.push('x');
    }
    code
}

fn is_wrong(tag: &Tag) -> bool {
    let texts = [&tag.code, &tag.name, &tag.adjustment, &tag.advice];
    tag.name.is_empty()
        || tag.code.contains(char::is_whitespace)
        || texts.iter().any(|text| text.chars().count() > LONGEST || text.contains('\0'))
}

fn page(sitting: &Sitting<'_>, mut tags: Vec<Tag>, fault: Option<String>) -> TagsPage {
    let view = sitting.view;
    let path = ["tavolo-oiv", "contesti"];
    let title = view.words.say("desk-tags-title");
    if sitting.may_write && tags.len() < MOST && tags.last().is_none_or(|tag| !tag.name.is_empty())
    {
        tags.push(Tag::default());
    }
    TagsPage {
        frame: Frame::plan(sitting.around, &title, Spot { path: &path, menu: "tavolo-oiv" })
            .with_crumbs(crumbs(sitting, &title)),
        fault,
        tags,
        may_write: sitting.may_write,
        action: view.addresses.page(&path),
        after: sitting.desk.tags.len(),
    }
}
