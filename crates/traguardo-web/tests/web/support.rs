//! A site over a throw-away database, and what it answers.
//! Not here: any test.

pub mod monitoring;
pub mod sending;
pub mod somebody;

use std::path::Path;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use tempfile::TempDir;
use tower::ServiceExt;
use traguardo::period::parse_moment;
use traguardo::plan::Plan;
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::{Signature, Store};
use traguardo_web::Entrance;

/// The home of the plan with several years.
pub const HOME: &str = "/enti/c_prova/piani/2019";

/// The home of the core's sample plan.
pub const SAMPLE: &str = "/enti/cciaa_mo/piani/2020";

/// The pages over a database of their own.
pub struct Site {
    pub store: Store,
    router: axum::Router,
    _folder: TempDir,
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Bytes,
    pub body: String,
}

/// The site of the plan with several years, for whoever comes in this way.
pub async fn site_for(entrance: Entrance) -> Site {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/browser/plans/pluriennale");
    let hand_in = traguardo_files::read(&plan).unwrap();
    let site = Site::empty(entrance).await;
    site.save(&hand_in.plan, &hand_in.readings, &hand_in.rules).await;
    site
}

/// The site of the core's sample plan, for whoever comes in this way.
pub async fn sample_for(entrance: Entrance) -> Site {
    let site = Site::empty(entrance).await;
    site.save(&sample::plan(), &sample::readings(), &Rules::default()).await;
    site
}

/// Whoever hands in what tests start from, in July of a year.
pub fn by(year: i16) -> Signature {
    let at = parse_moment(&format!("{year}-07-21 10:30")).unwrap();
    Signature { who: "Ufficio d'esempio".to_owned(), at }
}

/// A store of its own and the folder that it lives in.
pub async fn store() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("t.db").display());
    (Store::open(&url).await.unwrap(), folder)
}

impl Site {
    /// A site without any plan.
    pub async fn empty(entrance: Entrance) -> Self {
        let (store, folder) = store().await;
        let router = traguardo_web::router_with(store.clone(), entrance);
        Self { store, router, _folder: folder }
    }

    /// Stores a plan with its readings.
    pub async fn save(&self, plan: &Plan, readings: &Readings, rules: &Rules) {
        self.store.save(plan, readings, rules, &by(plan.year), |_, _| ()).await.unwrap();
    }

    /// Asks for a page.
    pub async fn get(&self, address: &str) -> Answer {
        self.ask(Request::get(address).body(Body::empty()).unwrap()).await
    }

    /// Asks for whatever is asked.
    pub async fn ask(&self, request: Request<Body>) -> Answer {
        Answer::read(self.router.clone().oneshot(request).await.unwrap()).await
    }
}

impl Answer {
    async fn read(answer: axum::response::Response) -> Self {
        let (parts, body) = answer.into_parts();
        let bytes = to_bytes(body, 64_000_000).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Self { status: parts.status, headers: parts.headers, bytes, body }
    }

    /// A header, or nothing.
    pub fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |text| text.to_str().unwrap())
    }

    /// What a hidden field carries.
    pub fn field(&self, name: &str) -> String {
        let (_, after) = self.body.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        let text = after.split_once('"').unwrap().0;
        let text = text.replace("&#62;", ">").replace("&#60;", "<").replace("&#39;", "'");
        text.replace("&#43;", "+").replace("&#61;", "=")
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
