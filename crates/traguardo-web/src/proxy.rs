//! What stands between the browsers and us: whose headers are believed, and what browsers see.
//! Not here: cookies and origins, which look at the headers that are left here.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri};
use axum::middleware::Next;
use axum::response::Response;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
/// Whether the browser speaks HTTPS.
pub const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Where the pages stand, as whoever runs them has said it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The address by which browsers know the pages, where it is another than the one they are
    /// asked at.
    pub base_address: Option<String>,
    /// The proxies whose word is taken for where a request comes from.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether cookies go over HTTPS only; unsaid, everywhere but on one's own machine, or as the
    /// address says by which browsers know the pages.
    pub secure_cookies: Option<bool>,
}

/// Leaves of a request what is believed: nothing that a proxy says unless it is one of ours.
pub async fn settle(State(place): State<Arc<Place>>, mut request: Request, next: Next) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0);
    if let Some(peer) = peer {
        let from = believed(request.headers_mut(), peer.ip(), &place);
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(from, peer.port())));
    }
    next.run(request).await
}

/// Where a request comes from, and its headers as far as they are believed. The last address that
/// is none of our proxies is the one that our outermost proxy has seen: those before it anybody
/// can have written.
fn believed(headers: &mut HeaderMap, peer: IpAddr, place: &Place) -> IpAddr {
    let is_ours = |address: &IpAddr| place.trusted_proxies.contains(address);
    let mut from = peer;
    if is_ours(&peer) {
        let told = headers.get_all(FORWARDED_FOR).iter().filter_map(|told| told.to_str().ok());
        let hops: Vec<Option<IpAddr>> =
            told.flat_map(|told| told.split(',')).map(|hop| hop.trim().parse().ok()).collect();
        let outer = hops.into_iter().rev().find(|hop| !hop.as_ref().is_some_and(is_ours));
        from = outer.flatten().unwrap_or(peer);
    } else if !place.trusted_proxies.is_empty() {
        headers.remove(FORWARDED_HOST);
        headers.remove(FORWARDED_PROTO);
    }
    let base = place.base_address.as_ref().and_then(|base| base.parse::<Uri>().ok());
    let host = base.as_ref().and_then(Uri::authority).map(|host| host.as_str());
    if let Some(host) = host.and_then(|host| HeaderValue::from_str(host).ok()) {
        headers.insert(FORWARDED_HOST, host);
    }
    let scheme = match place.secure_cookies {
        Some(true) => Some("https"),
        Some(false) => Some("http"),
        None => base.as_ref().and_then(Uri::scheme_str).filter(|scheme| *scheme == "https"),
    };
    match scheme.and_then(|scheme| HeaderValue::from_str(scheme).ok()) {
        Some(scheme) => {
            headers.insert(FORWARDED_PROTO, scheme);
        }
        // What a proxy says of it is nobody's setting: the host decides.
        None => {
            headers.remove(FORWARDED_PROTO);
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(
        peer: &str,
        place: &Place,
        headers: &[(HeaderName, &'static str)],
    ) -> (String, String) {
        let named =
            headers.iter().map(|(name, text)| (name.clone(), HeaderValue::from_static(text)));
        let mut headers: HeaderMap = named.collect();
        let from = believed(&mut headers, peer.parse().unwrap(), place).to_string();
        let left = [FORWARDED_HOST, FORWARDED_PROTO]
            .map(|name| headers.get(name).map_or("-", |text| text.to_str().unwrap()).to_owned());
        (from, left.join(" "))
    }

    fn behind_a_proxy() -> Place {
        let trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
        Place { trusted_proxies, ..Place::default() }
    }

    #[test]
    fn only_a_proxy_of_ours_says_where_a_request_comes_from() {
        let told = [(FORWARDED_FOR, "192.0.2.7"), (FORWARDED_HOST, "piani.ente.it")];
        let from = |peer, place: &Place| asked(peer, place, &told);
        assert_eq!(
            from("127.0.0.1", &behind_a_proxy()),
            ("192.0.2.7".into(), "piani.ente.it -".into())
        );
        assert_eq!(from("192.0.2.9", &behind_a_proxy()), ("192.0.2.9".into(), "- -".into()));
        assert_eq!(from("127.0.0.1", &Place::default()).0, "127.0.0.1");
    }

    #[test]
    fn what_the_browser_wrote_before_our_proxy_is_not_believed() {
        let from = |told| asked("127.0.0.1", &behind_a_proxy(), &[(FORWARDED_FOR, told)]).0;
        assert_eq!(from("198.51.100.1, 192.0.2.7"), "192.0.2.7");
        assert_eq!(from("192.0.2.7, 127.0.0.1"), "192.0.2.7");
        assert_eq!(from("192.0.2.7, niente"), "127.0.0.1");
        assert_eq!(from("127.0.0.1"), "127.0.0.1");
        assert_eq!(from(""), "127.0.0.1");
    }

    #[test]
    fn the_address_that_browsers_know_decides_and_the_setting_before_it() {
        let place = |base: &str, secure_cookies| Place {
            base_address: Some(base.to_owned()),
            secure_cookies,
            ..behind_a_proxy()
        };
        let told = [(FORWARDED_HOST, "altro.it"), (FORWARDED_PROTO, "http")];
        let left = |place: &Place| asked("127.0.0.1", place, &told).1;
        assert_eq!(left(&place("https://piani.ente.it", None)), "piani.ente.it https");
        assert_eq!(left(&place("http://piani.ente.it", None)), "piani.ente.it -");
        assert_eq!(left(&place("http://piani.ente.it", Some(true))), "piani.ente.it https");
        assert_eq!(left(&place("https://piani.ente.it", Some(false))), "piani.ente.it http");
    }
}
