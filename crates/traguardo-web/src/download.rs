//! Answers that a browser keeps as a file: what sort of file, and the name it is kept under.
//! Not here: what the files hold, and evidence, which keeps the name that its author gave it.

use axum::http::header;
use axum::response::{IntoResponse, Response};

/// The media type of a workbook.
pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file kept as `name.end`: what neither a header nor a folder takes in a name becomes a dash.
pub fn answer(content: impl IntoResponse, media: &'static str, name: &str, end: &str) -> Response {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let name: String = name.chars().map(plain).collect();
    let kept = format!("attachment; filename=\"{name}.{end}\"");
    let headers = [(header::CONTENT_TYPE, media.to_owned()), (header::CONTENT_DISPOSITION, kept)];
    (headers, content).into_response()
}
