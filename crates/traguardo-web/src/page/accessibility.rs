//! What is said of the accessibility of the pages.
//! Not here: the declaration that the law asks of each body.

use askama::Template;
use axum::response::Response;
use traguardo::text::Lang;

use crate::frame::{Fact, Frame};
use crate::page::answer;
use crate::words::Words;

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Accessibility {
    frame: Frame,
    parts: Vec<Fact>,
}

/// The page.
#[must_use]
pub fn page(lang: Lang) -> Response {
    let words = Words::of(lang);
    let part = |key: &str| Fact {
        label: words.say(key),
        text: words.say(&format!("{key}-text")),
        url: None,
    };
    let page = Accessibility {
        frame: Frame::start(&words.say("accessibility-title"), &["accessibilita"], lang),
        parts: ["accessibility-standard", "accessibility-how", "accessibility-declaration"]
            .map(part)
            .into(),
    };
    answer(&page, lang)
}
