//! The pages over a throw-away database with Modena's monitoring, for people of one role each.
//! Not here: any test.

use std::path::Path;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use tempfile::TempDir;
use tower::ServiceExt;
use traguardo::access::{Grant, Person, Role, Scope};
use traguardo::office::Office;
use traguardo_store::Store;
use traguardo_web::Entrance;

use super::sending::form;
use super::{by, store};

/// The home of the plan.
pub const HOME: &str = super::SAMPLE;

/// A database with the plan of Modena, whose area 1 has an office.
pub struct Desk {
    pub store: Store,
    _folder: TempDir,
}

/// An answer, read to its end; what it says is what eyes see of it.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub body: String,
}

pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

pub async fn modena() -> Desk {
    let mut hand_in = traguardo_files::read(&root().join("examples/modena-2020")).unwrap();
    let office = |code: &str| Office {
        code: code.to_owned(),
        name: format!("Area {code}"),
        parent: None,
        kind: None,
        head: None,
        row: 0,
    };
    hand_in.plan.offices = vec![office("AREA1"), office("AREA2")];
    let (store, folder) = store().await;
    let (plan, readings, rules) = (&hand_in.plan, &hand_in.readings, &hand_in.rules);
    store.save(plan, readings, rules, &by(plan.year), |_, _| ()).await.unwrap();
    Desk { store, _folder: folder }
}

pub fn body() -> Scope {
    Scope::Body("cciaa_mo".to_owned())
}

pub fn of_office(office: &str) -> Scope {
    Scope::Office { body: "cciaa_mo".to_owned(), office: office.to_owned() }
}

impl Desk {
    /// An answer to somebody with one role.
    pub async fn ask(&self, role: Role, scope: Scope, request: Request<Body>) -> Answer {
        let grants = vec![Grant { role, scope }];
        let id = role.name().to_owned();
        let person = Person { name: id.clone(), id, grants };
        self.answer(Entrance::Demo(vec![person]), request).await
    }

    pub async fn answer(&self, entrance: Entrance, request: Request<Body>) -> Answer {
        let router = traguardo_web::router_with(self.store.clone(), entrance);
        let answer = router.oneshot(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let to = parts.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        let bytes = to_bytes(body, 8_000_000).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, to: to.unwrap_or_default(), body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Role::Evaluator, body(), get(path)).await
    }

    pub async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(Role::Evaluator, body(), post(path, fields)).await
    }
}

pub fn get(path: &str) -> Request<Body> {
    Request::get(format!("{HOME}{path}")).body(Body::empty()).unwrap()
}

pub fn post(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    form(&format!("{HOME}{path}"), fields)
}

impl Answer {
    /// The tables of the page: of each its rows, of each row its cells as a reader sees them.
    pub fn tables(&self) -> Vec<Vec<Vec<String>>> {
        let table = |text: &str| {
            let text = text.split_once("</table>").map_or(text, |(table, _)| table);
            text.split("<tr").skip(1).map(cells).collect()
        };
        self.body.split("<table").skip(1).map(table).collect()
    }

    pub fn says(&self, text: &str) -> bool {
        plain(&self.body).contains(text)
    }
}

fn cells(row: &str) -> Vec<String> {
    let mut cells = Vec::new();
    for piece in row.replace("<th", "<td").split("<td").skip(1) {
        cells.push(plain(&format!("<{piece}")));
    }
    cells
}

/// What a reader sees: no markup, no words that are only read aloud.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut hidden = false;
    for piece in html.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        hidden = tag.contains("visually-hidden") || (hidden && !tag.starts_with('/'));
        if !hidden {
            text.push_str(words);
            text.push(' ');
        }
    }
    let text = text.replace("&#39;", "'").replace("&#62;", ">").replace("&#60;", "<");
    text.replace("&#38;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}
