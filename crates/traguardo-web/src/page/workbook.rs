//! A plan as a workbook to work in, its scores as live formulas.
//! Not here: what stands in it, see `traguardo_files`.

use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::fault::Fault;
use crate::view::View;

const SORT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The file, named after the body, the year and the day of its scores.
///
/// # Errors
/// [`Fault::Page`] where a spreadsheet cannot hold the plan.
pub fn file(view: &View<'_>) -> Result<Response, Fault> {
    let bytes = traguardo_files::workbook_with_scores(&view.report, view.words.texts)
        .map_err(|_| Fault::Page)?;
    let plan = view.report.plan;
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let ipa: String = plan.body.ipa.chars().map(plain).collect();
    let name = format!("attachment; filename=\"{ipa}-{}-{}.xlsx\"", plan.year, view.at());
    let headers = [(header::CONTENT_TYPE, SORT.to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}
