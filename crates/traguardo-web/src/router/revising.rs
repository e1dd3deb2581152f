//! The addresses of the revisions of a plan, of its rules, and of drafts.
//! Not here: all others, see [`crate::router`].

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::App;
use crate::attachment;
use crate::page::{draft, next_year, revisions, rules, upload};

/// Revisions, rules, and the draft of the next revision.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/enti/{ipa}/piani/{year}/revisioni", get(revisions::list))
        .route("/enti/{ipa}/piani/{year}/revisioni/registro/{format}", get(revisions::file))
        .route("/enti/{ipa}/piani/{year}/revisioni/atti/{number}", get(revisions::act_file))
        .route("/enti/{ipa}/piani/{year}/revisioni/confronto", get(revisions::compared))
        .route("/enti/{ipa}/piani/{year}/revisioni/al", get(revisions::standing))
        .route("/enti/{ipa}/piani/{year}/revisioni/bozza", get(draft::show).post(draft::make))
        .route(
            "/enti/{ipa}/piani/{year}/revisioni/bozza/riga",
            get(draft::row::form).post(draft::row::save),
        )
        .route("/enti/{ipa}/piani/{year}/anno-nuovo", get(next_year::show).post(next_year::make))
        .route("/enti/{ipa}/piani/{year}/regole", get(rules::show).post(rules::open))
        .route(
            "/enti/{ipa}/piani/{year}/revisioni/bozza/regole",
            get(rules::form::show).post(rules::form::save),
        )
        .route(
            "/enti/{ipa}/piani/{year}/revisioni/bozza/adotta",
            post(draft::adopting::adopt).layer(DefaultBodyLimit::max(attachment::FORM_BYTES)),
        )
        .route("/enti/{ipa}/piani/{year}/revisioni/bozza/abbandona", post(draft::give_up))
        .route(
            "/enti/{ipa}/piani/{year}/revisioni/bozza/foglio",
            post(draft::workbook).layer(DefaultBodyLimit::max(upload::FORM_BYTES)),
        )
}
