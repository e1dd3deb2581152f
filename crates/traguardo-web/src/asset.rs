//! The front-end files, embedded in the binary and served under an address that names their content.
//! Not here: making them, see `assets/build.mjs`.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/dist/"]
struct Dist;

/// What tells this set of files from any other.
static FINGERPRINT: LazyLock<String> = LazyLock::new(fingerprint);

/// Where the files are served: `/static/<fingerprint>`.
pub static BASE: LazyLock<String> = LazyLock::new(|| format!("/static/{}", *FINGERPRINT));

const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

fn fingerprint() -> String {
    Dist::get("fingerprint.txt")
        .and_then(|file| String::from_utf8(file.data.into_owned()).ok())
        .unwrap_or_default()
}

/// One file. An address with an old fingerprint gets a 404, never a newer file.
pub async fn asset(Path((print, name)): Path<(String, String)>, asked: HeaderMap) -> Response {
    let tag = format!("\"{print}\"");
    let Some(kind) = kind(&name).filter(|_| print == *FINGERPRINT) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let has = |header: header::HeaderName, part: &str| {
        asked.get(header).and_then(|v| v.to_str().ok()).is_some_and(|v| v.contains(part))
    };
    let shared = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, FOR_A_YEAR.to_owned())];
    if has(header::IF_NONE_MATCH, &tag) {
        return (StatusCode::NOT_MODIFIED, shared).into_response();
    }
    let packed = has(header::ACCEPT_ENCODING, "gzip")
        .then(|| Dist::get(&format!("{name}.gz")))
        .flatten()
        .map(|file| (file, Some("gzip")));
    let Some((file, encoding)) = packed.or_else(|| Dist::get(&name).map(|file| (file, None)))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let bytes = match file.data {
        Cow::Borrowed(bytes) => axum::body::Bytes::from_static(bytes),
        Cow::Owned(bytes) => bytes.into(),
    };
    let mut answer = (shared, [(header::CONTENT_TYPE, kind)], bytes).into_response();
    answer.headers_mut().insert(header::VARY, header::HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        let value = header::HeaderValue::from_static(encoding);
        answer.headers_mut().insert(header::CONTENT_ENCODING, value);
    }
    answer
}

fn kind(name: &str) -> Option<&'static str> {
    Some(match name.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => return None,
    })
}
