//! A site over a throw-away database that holds the plan of `tests/browser/plans`.
//! Not here: any test.

use std::path::Path;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tempfile::TempDir;
use tower::ServiceExt;
use traguardo::period::parse_moment;
use traguardo_store::{Signature, Store};
use traguardo_web::Entrance;

/// The home of the plan.
pub const HOME: &str = "/enti/c_prova/piani/2019";

/// The pages over a database of their own.
pub struct Site {
    router: axum::Router,
    _folder: TempDir,
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

/// The site of the plan with several years, for whoever comes in this way.
pub async fn site_for(entrance: Entrance) -> Site {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/browser/plans/pluriennale");
    let hand_in = traguardo_files::read(&plan).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    let store = Store::open(&url).await.unwrap();
    let by = Signature { who: "prova".to_owned(), at: parse_moment("2019-07-21 10:30").unwrap() };
    let (plan, readings, rules) = (&hand_in.plan, &hand_in.readings, &hand_in.rules);
    store.save(plan, readings, rules, &by, |_, _| ()).await.unwrap();
    Site { router: traguardo_web::router_with(store, entrance), _folder: folder }
}

impl Site {
    /// The pages over a store in a folder that goes away with them.
    #[allow(dead_code, reason = "most tests are about the one plan")]
    pub fn over(store: Store, entrance: Entrance, folder: TempDir) -> Self {
        Self { router: traguardo_web::router_with(store, entrance), _folder: folder }
    }

    /// Asks for a page.
    pub async fn get(&self, address: &str) -> Answer {
        self.ask(Request::get(address).body(Body::empty()).unwrap()).await
    }

    /// Asks for whatever is asked.
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 8_000_000).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, body }
    }
}

impl Answer {
    /// A header, or nothing.
    pub fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |text| text.to_str().unwrap())
    }

    /// The body without markup, its spaces brought down to one.
    pub fn words(&self) -> String {
        let mut words = String::new();
        let body = self.body.split_once("<main").map_or(self.body.as_str(), |(_, main)| main);
        for piece in body.split('<') {
            let text = piece.split_once('>').map_or(piece, |(_, text)| text);
            words.push_str(text);
            words.push(' ');
        }
        let words = words.replace("&#39;", "'").replace("&#62;", ">").replace("&#60;", "<");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether it says something.
    pub fn says(&self, text: &str) -> bool {
        self.words().contains(text)
    }
}
