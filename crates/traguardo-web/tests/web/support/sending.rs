//! Forms as the browser of `somebody` sends them from our own pages.
//! Not here: what is answered.

use axum::body::Body;
use axum::http::{HeaderValue, Request, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::somebody::{COOKIE, token};

/// Fields as a form or an address carries them, with what every form carries.
pub fn letters(fields: &[(&str, &str)]) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let token = token();
    let own = [("gettone", &*token)];
    let pairs = own.iter().chain(fields).map(|(name, text)| format!("{name}={}", encoded(text)));
    pairs.collect::<Vec<_>>().join("&")
}

/// A form of fields.
pub fn form(address: &str, fields: &[(&str, &str)]) -> Request<Body> {
    sent(address, "application/x-www-form-urlencoded", letters(fields).into_bytes())
}

/// The same, as a page sends it by itself while somebody is typing.
pub fn by_script(mut request: Request<Body>) -> Request<Body> {
    request.headers_mut().insert("hx-request", HeaderValue::from_static("true"));
    request
}

/// A form that can carry a file: the field of the file, its name and what is in it.
pub fn parts(
    address: &str,
    fields: &[(&str, &str)],
    file: Option<(&str, &str, &[u8])>,
) -> Request<Body> {
    let mut body = Vec::new();
    let mut part = |head: &str, bytes: &[u8]| {
        let head = format!("--limite\r\nContent-Disposition: form-data; name={head}\r\n\r\n");
        body.extend(head.into_bytes());
        body.extend_from_slice(bytes);
        body.extend(b"\r\n");
    };
    let token = token();
    for (name, text) in [("gettone", &*token)].iter().chain(fields) {
        part(&format!("\"{name}\""), text.as_bytes());
    }
    if let Some((field, name, bytes)) = file {
        part(&format!("\"{field}\"; filename=\"{name}\""), bytes);
    }
    body.extend(b"--limite--\r\n");
    sent(address, "multipart/form-data; boundary=limite", body)
}

fn sent(address: &str, kind: &str, body: Vec<u8>) -> Request<Body> {
    Request::post(address)
        .header(header::CONTENT_TYPE, kind)
        .header(header::COOKIE, COOKIE)
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap()
}
