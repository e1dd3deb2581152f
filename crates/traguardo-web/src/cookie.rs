//! The cookies: of a session, of a form before there is one, of a person of the demonstration.
//! Not here: what their tokens open.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::proxy::FORWARDED_PROTO;

const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");

/// A cookie of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cookie {
    /// Says whose session it is.
    Session,
    /// Says which form is answered, for whoever has not signed in.
    Form,
    /// Says as whom one goes on in a demonstration.
    Person,
}

impl Cookie {
    /// Its name. The prefix makes the browser refuse it from any other host, path or plain HTTP.
    fn name(self, is_secure: bool) -> &'static str {
        match (self, is_secure) {
            (Self::Session, true) => "__Host-traguardo",
            (Self::Session, false) => "traguardo",
            (Self::Form, true) => "__Host-traguardo-form",
            (Self::Form, false) => "traguardo-form",
            (Self::Person, true) => "__Host-traguardo-person",
            (Self::Person, false) => "traguardo-person",
        }
    }
}

/// The token in a cookie, if the browser sent one that can be a token.
#[must_use]
pub fn read(headers: &HeaderMap, cookie: Cookie) -> Option<String> {
    let name = cookie.name(is_secure(headers));
    let sent = headers.get_all(header::COOKIE).iter().filter_map(|text| text.to_str().ok());
    let mut pairs = sent.flat_map(|text| text.split(';')).filter_map(|pair| pair.split_once('='));
    let (_, token) = pairs.find(|(sent, _)| sent.trim() == name)?;
    let token = token.trim();
    let is_token = token.len() == 64 && token.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_token.then(|| token.to_owned())
}

/// The header that gives the browser a token; without one, takes it away. It goes when the browser
/// is closed: a desk may be another's tomorrow.
#[must_use]
pub fn set(headers: &HeaderMap, cookie: Cookie, token: Option<&str>) -> HeaderValue {
    let is_secure = is_secure(headers);
    let name = cookie.name(is_secure);
    let secure = if is_secure { "; Secure" } else { "" };
    let age = if token.is_none() { "; Max-Age=0" } else { "" };
    let token = token.unwrap_or_default();
    let text = format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

/// As whoever runs the pages has said it; else everywhere but on one's own machine, where there is
/// no encryption and nobody between.
fn is_secure(headers: &HeaderMap) -> bool {
    match headers.get(FORWARDED_PROTO).map(HeaderValue::as_bytes) {
        Some(b"https") => return true,
        Some(b"http") => return false,
        _ => {}
    }
    let host = headers.get(FORWARDED_HOST).or_else(|| headers.get(header::HOST));
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let address = name.parse::<std::net::IpAddr>();
    let is_own = name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|a| a.is_loopback());
    !is_own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(host: &'static str) -> HeaderMap {
        [(header::HOST, HeaderValue::from_static(host))].into_iter().collect()
    }

    #[test]
    fn a_cookie_is_secure_unless_the_machine_is_ones_own() {
        let set = |host| set(&from(host), Cookie::Session, Some("ab")).to_str().unwrap().to_owned();
        let plain = "traguardo=ab; Path=/; HttpOnly; SameSite=Lax";
        for own in ["localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:80", "127.8.8.8"] {
            assert_eq!(set(own), plain, "{own}");
        }
        let secure = "__Host-traguardo=ab; Path=/; HttpOnly; SameSite=Lax; Secure";
        for other in ["piani.ente.it", "192.168.1.2:8080", "localhost.ente.it", "[2001:db8::1]", ""]
        {
            assert_eq!(set(other), secure, "{other}");
        }
    }

    #[test]
    fn only_what_can_be_a_token_is_read() {
        let token = "0123456789abcdef".repeat(4);
        let read = |sent: &str| {
            let mut headers = from("localhost");
            headers.insert(header::COOKIE, HeaderValue::from_str(sent).unwrap());
            read(&headers, Cookie::Session)
        };
        assert_eq!(read(&format!("altro=1; traguardo={token}")), Some(token.clone()));
        assert_eq!(read(&format!("__Host-traguardo={token}")), None);
        for bad in ["traguardo=", "traguardo=abc", &format!("traguardo={token}0"), "traguardo"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
