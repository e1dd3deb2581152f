//! The addresses at which readings are recorded, checked and proved.
//! Not here: all others, see [`crate::router`].

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use super::App;
use crate::attachment;
use crate::page::{checking, collection, evidence, upload};

/// Da compilare, Da verificare and the evidence.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/enti/{ipa}/piani/{year}/da-compilare",
            get(collection::show).post(collection::save_all),
        )
        .route("/enti/{ipa}/piani/{year}/da-compilare/voce", post(collection::save_one))
        .route("/enti/{ipa}/piani/{year}/da-compilare/foglio.xlsx", get(collection::workbook::file))
        .route(
            "/enti/{ipa}/piani/{year}/da-compilare/foglio",
            get(collection::workbook::form)
                .post(collection::workbook::look)
                .layer(DefaultBodyLimit::max(upload::FORM_BYTES)),
        )
        .route(
            "/enti/{ipa}/piani/{year}/da-compilare/foglio/salva",
            post(collection::workbook::save).layer(DefaultBodyLimit::max(upload::FORM_BYTES)),
        )
        .route("/enti/{ipa}/piani/{year}/da-verificare", get(checking::show).post(checking::mark))
        .route(
            "/enti/{ipa}/piani/{year}/prove/{position}",
            get(evidence::show)
                .post(evidence::add)
                .layer(DefaultBodyLimit::max(attachment::FORM_BYTES)),
        )
        .route("/enti/{ipa}/piani/{year}/prove/file/{sha256}", get(evidence::file))
}
