//! Whether what is sent comes from a page of ours: a form of another site must change nothing.
//! Not here: who may change what, and the token of a form.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, HeaderName, Uri, header};
use axum::response::Response;

use crate::fault::Fault;
use crate::router::asked_at;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");

/// A request sent by a page of ours. A handler that changes something takes it as an argument:
/// others are answered before it runs.
#[derive(Debug, Clone, Copy)]
pub struct SameOrigin;

/// The address by which browsers know the pages, if somebody has said it.
#[derive(Debug, Clone)]
pub struct BaseAddress(pub Option<String>);

impl SameOrigin {
    /// Whether a request is sent by a page of ours.
    #[must_use]
    pub fn sent(headers: &HeaderMap, known: &Extensions) -> bool {
        is_same_origin(headers, known.get::<BaseAddress>().and_then(|base| base.0.as_deref()))
    }
}

impl<S: Sync> FromRequestParts<S> for SameOrigin {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        if Self::sent(&parts.headers, &parts.extensions) {
            Ok(Self)
        } else {
            Err(Fault::OtherSite.answer(asked_at(&parts.uri).lang()))
        }
    }
}

/// Browsers say where a request comes from: in `Sec-Fetch-Site`, or, on plain HTTP, in `Origin`.
/// A request with neither is refused: no browser of today sends one. Where somebody has said by
/// which address browsers know the pages, no header of a proxy is believed.
#[must_use]
pub fn is_same_origin(headers: &HeaderMap, base: Option<&str>) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(&FETCH_SITE) {
        return site == "same-origin";
    }
    let Some(origin) = text(&header::ORIGIN).and_then(|origin| origin.parse::<Uri>().ok()) else {
        return false;
    };
    let Some(sender) = origin.authority() else { return false };
    if let Some(base) = base {
        let known = base.parse::<Uri>().ok();
        let authority = known.as_ref().and_then(Uri::authority);
        return authority.is_some_and(|known| known.as_str().eq_ignore_ascii_case(sender.as_str()));
    }
    // A proxy in front of us has the name that the browser knows in the second of them.
    [header::HOST, FORWARDED_HOST]
        .iter()
        .filter_map(text)
        .any(|host| host.eq_ignore_ascii_case(sender.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(headers: &[(&'static str, &'static str)]) -> bool {
        let named = |(name, text): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), header::HeaderValue::from_static(text))
        };
        is_same_origin(&headers.iter().map(named).collect(), None)
    }

    #[test]
    fn only_pages_of_ours_may_send() {
        assert!(sent(&[("sec-fetch-site", "same-origin")]));
        for other in ["cross-site", "same-site", "none", ""] {
            assert!(!sent(&[("sec-fetch-site", other)]), "{other}");
        }
        // What the browser says of the site counts before what it says of the origin.
        let both = [
            ("sec-fetch-site", "cross-site"),
            ("origin", "http://piani.ente.it"),
            ("host", "piani.ente.it"),
        ];
        assert!(!sent(&both));
        assert!(sent(&[("origin", "http://Piani.ente.it:8080"), ("host", "piani.ente.it:8080")]));
        assert!(!sent(&[("origin", "http://piani.ente.it"), ("host", "piani.ente.it:8080")]));
        assert!(!sent(&[("origin", "null"), ("host", "piani.ente.it")]));
        let proxied = [
            ("origin", "https://piani.ente.it"),
            ("host", "127.0.0.1:8080"),
            ("x-forwarded-host", "piani.ente.it"),
        ];
        assert!(sent(&proxied));
        let named = |(name, text): &(&'static str, &'static str)| {
            (HeaderName::from_static(name), header::HeaderValue::from_static(text))
        };
        let proxied: HeaderMap = proxied.iter().map(named).collect();
        assert!(is_same_origin(&proxied, Some("https://Piani.ente.it")));
        assert!(!is_same_origin(&proxied, Some("https://altro.ente.it")));
        assert!(!sent(&[("host", "piani.ente.it")]));
        assert!(!sent(&[]));
    }
}
