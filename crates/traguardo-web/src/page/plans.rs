//! The list of bodies and plans.
//! Not here: their scores, which the home of each plan has.

use askama::Template;
use axum::response::Response;
use traguardo::access::{Action, On};
use traguardo::text::Lang;
use traguardo_store::{FirstDraft, Listed};

use crate::address::Addresses;
use crate::frame::Frame;
use crate::page::answer;
use crate::rich::Rich;
use crate::visitor::{Visitor, permitted_somewhere};
use crate::words::{Words, digits};

#[derive(Template)]
#[template(path = "plans.html")]
struct Plans {
    frame: Frame,
    sentence: Rich,
    rows: Vec<Row>,
    drafts: Vec<DraftOnly>,
    target_url: String,
    import_url: Option<String>,
    users_url: Option<String>,
}

struct Row {
    body: String,
    plan: String,
    size: String,
    saved: String,
    ipa: String,
    url: String,
}

/// A plan that is a draft only.
struct DraftOnly {
    title: String,
    saved: String,
    url: String,
}

/// The page.
#[must_use]
pub fn page(plans: &[Listed], drafts: &[FirstDraft], lang: Lang) -> Response {
    let words = Words::of(lang);
    let row = |plan: &Listed| Row {
        body: plan.body.name.clone(),
        plan: plan.year.to_string(),
        size: words.tell(
            "plans-size",
            &[
                ("nodes", plan.nodes.into()),
                ("indicators", plan.indicators.into()),
                ("readings", plan.readings.into()),
            ],
        ),
        saved: digits(plan.signature.at.date()),
        ipa: plan.body.ipa.clone(),
        url: Addresses::plan(&plan.body.ipa, plan.year, None, lang).page(&[]),
    };
    let link = |action, part| {
        let may = permitted_somewhere(action).is_ok();
        may.then(|| Addresses::start(lang).page(&[part]))
    };
    let page = Plans {
        frame: Frame::start(&words.say("plans-title"), &[], lang),
        sentence: Rich::new(&words.tell("plans-sentence", &[("plans", plans.len().into())])),
        rows: plans.iter().map(row).collect(),
        drafts: drafts.iter().filter_map(|draft| draft_only(draft, words)).collect(),
        target_url: Addresses::start(lang).page(&["target"]),
        import_url: link(Action::EditDraft, "importa"),
        users_url: link(Action::ManageAccounts, "utenti"),
    };
    answer(&page, lang)
}

/// A draft as those see it who may see the work on it.
fn draft_only(draft: &FirstDraft, words: Words) -> Option<DraftOnly> {
    Visitor::current().may(Action::SeeWork, On::Body(&draft.body.ipa)).ok()?;
    let of = Addresses::plan(&draft.body.ipa, draft.year, None, words.lang());
    let saved = [("who", draft.saved.who.clone().into()), ("date", draft.saved.at.date().into())];
    Some(DraftOnly {
        title: format!("{} {}", draft.body.name, draft.year),
        saved: words.tell("next-year-drafts-saved", &saved),
        url: of.page(&["revisioni", "bozza"]),
    })
}
