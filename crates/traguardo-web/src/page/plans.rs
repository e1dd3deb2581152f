//! The list of bodies and plans.
//! Not here: their scores, which the home of each plan has.

use askama::Template;
use axum::response::Response;
use traguardo::access::Action;
use traguardo::text::Lang;
use traguardo_store::Listed;

use crate::address::Addresses;
use crate::frame::Frame;
use crate::page::answer;
use crate::rich::Rich;
use crate::visitor::permitted_somewhere;
use crate::words::{Words, digits};

#[derive(Template)]
#[template(path = "plans.html")]
struct Plans {
    frame: Frame,
    sentence: Rich,
    rows: Vec<Row>,
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

/// The page.
#[must_use]
pub fn page(plans: &[Listed], lang: Lang) -> Response {
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
        target_url: Addresses::start(lang).page(&["target"]),
        import_url: link(Action::EditDraft, "importa"),
        users_url: link(Action::ManageAccounts, "utenti"),
    };
    answer(&page, lang)
}
