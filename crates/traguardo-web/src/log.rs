//! One line of log for each request: which page it was, how it ended, how long it took.
//! Not here: who asked, from where, and for whom: addresses, queries and names stay out of it.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;

/// By which a line of the log is found again.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Writes the line, and tells the browser the number of the request.
pub async fn write(request: Request, next: Next) -> Response {
    let (id, method) = (next_id(), known(request.method()));
    // The template of the address, `/enti/{ipa}`, and never what stands in its place.
    let matched = request.extensions().get::<MatchedPath>();
    let route = matched.map_or_else(|| "-".to_owned(), |path| path.as_str().to_owned());
    let started = Instant::now();
    let mut answer = next.run(request).await;
    let micros = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
    let status = answer.status().as_u16();
    if answer.status().is_server_error() {
        tracing::error!(request = id, method, route, status, micros, "richiesta");
    } else {
        tracing::info!(request = id, method, route, status, micros, "richiesta");
    }
    if let Ok(id) = HeaderValue::from_str(&id) {
        answer.headers_mut().insert(REQUEST_ID, id);
    }
    answer
}

/// When the process began and how many requests came before: never the same twice.
fn next_id() -> String {
    static STARTED: LazyLock<u64> = LazyLock::new(|| {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        since.as_secs()
    });
    static COUNT: AtomicU64 = AtomicU64::new(1);
    format!("{:x}-{}", *STARTED, COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The name of a method; whoever sends one of his own could write anything in it.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::PATCH => "PATCH",
        Method::OPTIONS => "OPTIONS",
        _ => "-",
    }
}
