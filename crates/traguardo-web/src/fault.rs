//! What is answered when there is nothing to show: a status, a sentence and a way on.
//! Not here: issues of a plan, which are shown on its pages.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use traguardo::text::Lang;

use crate::frame::{Frame, Link};
use crate::view::View;
use crate::words::Words;

/// Why a page cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The address leads nowhere.
    Address,
    /// The body has no plan for the year.
    Plan {
        /// The code of the body.
        ipa: String,
        /// The year as asked for.
        year: String,
    },
    /// The plan has no node with the code.
    Node {
        /// The code.
        code: String,
        /// The home of the plan.
        home: String,
    },
    /// The plan has no indicator with the code.
    Indicator {
        /// The code.
        code: String,
        /// The home of the plan.
        home: String,
    },
    /// The date asked for is not one.
    Date(String),
    /// The page takes no data.
    Method,
    /// What was sent does not come from a page of ours.
    OtherSite,
    /// What was sent is not what a form of ours sends.
    Sent,
    /// The data cannot be read.
    Store,
    /// The page cannot be put together.
    Page,
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage {
    frame: Frame,
    code: String,
    title: String,
    sentence: String,
    link: Link,
}

impl Fault {
    /// The plan of a view has no node with this code.
    #[must_use]
    pub fn node(view: &View<'_>, code: &str) -> Self {
        Self::Node { code: code.to_owned(), home: view.addresses.page(&[]) }
    }

    /// The plan of a view has no indicator with this code.
    #[must_use]
    pub fn indicator(view: &View<'_>, code: &str) -> Self {
        Self::Indicator { code: code.to_owned(), home: view.addresses.page(&[]) }
    }

    /// The page that says so.
    #[must_use]
    pub fn answer(&self, lang: Lang) -> Response {
        let words = Words::of(lang);
        let status = self.status();
        let key = self.key();
        let frame = Frame::start(&words.say(key), &[], lang).of_any_address();
        let link = match self {
            Self::Node { home, .. } | Self::Indicator { home, .. } => {
                Link { label: words.say("fault-back-plan"), url: home.clone(), current: false }
            }
            _ => Link {
                label: words.say("fault-back-plans"),
                url: frame.start_url.clone(),
                current: false,
            },
        };
        let page = FaultPage {
            code: words.tell("fault-code", &[("code", status.as_str().into())]),
            title: words.say(key),
            sentence: self.sentence(words),
            frame,
            link,
        };
        match page.render() {
            Ok(html) => (status, Html(html)).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Address | Self::Plan { .. } | Self::Node { .. } | Self::Indicator { .. } => {
                StatusCode::NOT_FOUND
            }
            Self::Date(_) | Self::Sent => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::OtherSite => StatusCode::FORBIDDEN,
            Self::Store => StatusCode::SERVICE_UNAVAILABLE,
            Self::Page => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::Address => "fault-not-found",
            Self::Plan { .. } => "fault-plan",
            Self::Node { .. } => "fault-node",
            Self::Indicator { .. } => "fault-indicator",
            Self::Date(_) => "fault-date",
            Self::Method => "fault-method",
            Self::OtherSite => "fault-other-site",
            Self::Sent => "fault-sent",
            Self::Store => "fault-store",
            Self::Page => "fault-page",
        }
    }

    fn sentence(&self, words: Words) -> String {
        let key = format!("{}-sentence", self.key());
        match self {
            Self::Plan { ipa, year } => {
                words.tell(&key, &[("ipa", ipa.as_str().into()), ("year", year.as_str().into())])
            }
            Self::Node { code, .. } | Self::Indicator { code, .. } => {
                words.tell(&key, &[("code", code.as_str().into())])
            }
            Self::Date(found) => words.tell(&key, &[("found", found.as_str().into())]),
            Self::Address
            | Self::Method
            | Self::OtherSite
            | Self::Sent
            | Self::Store
            | Self::Page => words.say(&key),
        }
    }
}
