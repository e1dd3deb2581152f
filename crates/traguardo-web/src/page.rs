//! The pages, one file each, in the order of the menu.
//! Not here: their addresses, see [`crate::router`].

pub mod accessibility;
pub mod audit;
pub mod cascade;
pub mod checking;
pub mod collection;
pub mod desk;
pub mod draft;
pub mod evidence;
pub mod explanation;
pub mod import;
pub mod indicator;
pub mod issues;
pub mod lists;
pub mod missing;
pub mod next_year;
pub mod node;
pub mod overview;
pub mod plans;
pub mod questions;
pub mod reminders;
pub mod revisions;
pub mod rounds;
pub mod rules;
pub mod sign_in;
pub mod story;
pub mod target;
pub mod trail;
pub mod tree;
pub mod upload;
pub mod users;
pub mod workbook;
pub mod years;

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use traguardo::text::Lang;

use crate::fault::Fault;

/// A template as an answer.
fn answer(template: &impl Template, lang: Lang) -> Response {
    match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(_) => Fault::Page.answer(lang),
    }
}
