//! What is answered when there is nothing to show: a status, a sentence and a way on.
//! Not here: issues of a plan, which are shown on its pages.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use traguardo::access::Refusal;
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
    /// What was sent is larger than any form of ours.
    TooLarge,
    /// A form does not carry what the page gave it.
    OldForm,
    /// Nobody has signed in who could send a form.
    SignIn,
    /// They may not do it.
    Refused(Refusal),
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
    typed: Vec<Typed>,
}

/// What somebody has typed in a form that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The name of the field.
    pub name: String,
    /// What was typed.
    pub text: String,
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
        self.answer_with(lang, Vec::new())
    }

    /// The page that says so and gives back what was typed, to be copied.
    #[must_use]
    pub fn answer_with(&self, lang: Lang, typed: Vec<Typed>) -> Response {
        let words = Words::of(lang);
        let status = self.status();
        let key = self.key();
        let frame = Frame::start(&words.say(key), &[], lang).of_any_address();
        let link = match self {
            Self::Node { home, .. } | Self::Indicator { home, .. } => {
                Link { label: words.say("fault-back-plan"), url: home.clone(), current: false }
            }
            Self::SignIn | Self::Refused(Refusal::NotSignedIn { .. }) => Link {
                label: words.say("fault-sign-in-link"),
                url: frame.sign_in_url.clone(),
                current: false,
            },
            Self::Refused(_) => Link {
                label: words.say("fault-other-person"),
                url: frame.sign_in_url.clone(),
                current: false,
            },
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
            typed,
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
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::OtherSite | Self::OldForm | Self::SignIn | Self::Refused(_) => {
                StatusCode::FORBIDDEN
            }
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
            Self::TooLarge => "fault-too-large",
            Self::OldForm => "fault-old-form",
            Self::SignIn | Self::Refused(Refusal::NotSignedIn { .. }) => "fault-sign-in",
            Self::Refused(_) => "fault-refused",
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
            Self::Refused(refusal) => refusal.said(words.texts),
            Self::Date(found) => words.tell(&key, &[("found", found.as_str().into())]),
            Self::Address
            | Self::Method
            | Self::OtherSite
            | Self::Sent
            | Self::TooLarge
            | Self::OldForm
            | Self::SignIn
            | Self::Store
            | Self::Page => words.say(&key),
        }
    }
}
