//! A plan as a workbook to work in, its scores as live formulas.
//! Not here: what stands in it, see `traguardo_files`.

use axum::extract::{Path, Query, State};
use axum::response::Response;

use crate::download::{self, WORKBOOK};
use crate::fault::Fault;
use crate::query::Asked;
use crate::router::{App, OfPlan};
use crate::view::View;

/// The file, for whoever asks.
pub async fn show(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    app.show(&plan, &asked, file).await
}

/// The file, named after the body, the year and the day of its scores.
///
/// # Errors
/// [`Fault::Page`] where a spreadsheet cannot hold the plan.
pub fn file(view: &View<'_>) -> Result<Response, Fault> {
    let bytes = traguardo_files::workbook_with_scores(&view.report, view.words.texts)
        .map_err(|_| Fault::Page)?;
    let plan = view.report.plan;
    let name = format!("{}-{}-{}", plan.body.ipa, plan.year, view.at());
    Ok(download::answer(bytes, WORKBOOK, &name, "xlsx"))
}
