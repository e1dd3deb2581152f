//! The addresses of the OIV's desk and of its minutes.
//! Not here: all others, see [`crate::router`].

use axum::Router;
use axum::routing::{get, post};

use super::App;
use crate::page::desk;

/// The desk of the OIV and its minutes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/enti/{ipa}/piani/{year}/tavolo-oiv", get(desk::desk).post(desk::write))
        .route(
            "/enti/{ipa}/piani/{year}/tavolo-oiv/contesti",
            get(desk::tags).post(desk::write_tags),
        )
        .route(
            "/enti/{ipa}/piani/{year}/tavolo-oiv/campione",
            get(desk::sample).post(desk::draw_sample),
        )
        .route(
            "/enti/{ipa}/piani/{year}/tavolo-oiv/campione/{sample}/{reading}",
            get(desk::paper).post(desk::write_paper),
        )
        .route(
            "/enti/{ipa}/piani/{year}/tavolo-oiv/obiettivi-individuali",
            get(desk::individuals).post(desk::write_individual),
        )
        .route("/enti/{ipa}/piani/{year}/tavolo-oiv/proposte/{number}", post(desk::decide))
        .route("/enti/{ipa}/piani/{year}/tavolo-oiv/consultazioni", get(desk::looks))
        .route("/enti/{ipa}/piani/{year}/tavolo-oiv/foglio.xlsx", get(desk::workbook_file))
        .route("/enti/{ipa}/piani/{year}/tavolo-oiv/csv/{table}", get(desk::csv_file))
        .route("/enti/{ipa}/piani/{year}/verbale", get(desk::minutes).post(desk::write_minutes))
}
