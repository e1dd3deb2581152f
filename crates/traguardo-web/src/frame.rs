//! What every page has around its content: title, header, menu, path, footer.
//! Not here: the content of any page.

use traguardo::access::{Action, On, Person};
use traguardo::question;
use traguardo::text::Lang;

use crate::address::{Addresses, with_query};
use crate::asset;
use crate::page;
use crate::view::View;
use crate::visitor::{Entrance, Visitor};
use crate::words::Words;

/// A link.
#[derive(Debug, Clone)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// Whether it leads here.
    pub current: bool,
}

/// A label with a text.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// The text.
    pub text: String,
    /// Where there is more of it.
    pub url: Option<String>,
}

/// A language to choose.
#[derive(Debug, Clone)]
pub struct Language {
    /// `ITA`.
    pub label: &'static str,
    /// `Italiano`.
    pub title: String,
    /// `it`.
    pub lang: &'static str,
    /// This page in it.
    pub url: String,
    /// Whether the page is in it.
    pub current: bool,
}

/// An entry of the menu.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// Whether the page is this one.
    pub current: bool,
    /// How many things wait there.
    pub count: Option<usize>,
}

/// The date to which the page refers, and how to change it.
#[derive(Debug, Clone)]
pub struct SituationDate {
    /// In words.
    pub words: String,
    /// As a date input has it.
    pub iso: String,
    /// Where the form goes.
    pub action: String,
    /// What the form keeps: the language, and whatever else the page was asked for.
    pub kept: Vec<(&'static str, String)>,
    /// The checkpoints of the plan.
    pub checkpoints: Vec<Link>,
}

/// What stands around the content.
#[derive(Clone)]
pub struct Frame {
    /// The language of the page.
    pub lang: &'static str,
    /// The title of the window.
    pub title: String,
    /// Where the front-end files are.
    pub assets: &'static str,
    /// The list of plans.
    pub start_url: String,
    /// The body, or the product where there is none.
    pub owner: String,
    /// The home of the plan.
    pub home_url: String,
    /// The plan.
    pub subtitle: String,
    /// The languages.
    pub languages: Vec<Language>,
    /// The date, on pages of a plan.
    pub situation: Option<SituationDate>,
    /// The menu.
    pub nav: Vec<NavItem>,
    /// The path to this page.
    pub crumbs: Vec<Link>,
    /// What the footer says.
    pub facts: Vec<Fact>,
    /// The accessibility statement.
    pub accessibility_url: String,
    /// The version of the product.
    pub version: &'static str,
    /// Who has signed in, with their role.
    pub who: Option<String>,
    /// Where one signs in, and out.
    pub sign_in_url: String,
    /// Who a demonstration can be gone on as, if it is one.
    pub demo: Option<Demo>,
    /// What every form carries.
    pub token: String,
    words: Words,
}

/// The choice of a person of the demonstration.
#[derive(Debug, Clone)]
pub struct Demo {
    /// Where the form goes.
    pub action: String,
    /// Where one comes back to.
    pub here: String,
    /// The people.
    pub people: Vec<Choice>,
}

/// Something to choose.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What the form sends.
    pub name: String,
    /// What it says.
    pub label: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// Where a page stands: the parts of its path, and the menu entry that it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct Spot<'a> {
    /// The parts of its path inside the plan.
    pub path: &'a [&'a str],
    /// The part of the path of its menu entry.
    pub menu: &'a str,
}

impl Frame {
    /// The frame of a page outside any plan.
    #[must_use]
    pub fn start(title: &str, path: &[&str], lang: Lang) -> Self {
        let words = Words::of(lang);
        let addresses = Addresses::start(lang);
        let product = words.say("page-product");
        let visitor = Visitor::current();
        Self {
            lang: lang.code(),
            title: words.tell("page-title", &[("page", title.into()), ("plan", product.into())]),
            assets: asset::BASE.as_str(),
            start_url: addresses.page(&[]),
            owner: words.say("plans-title"),
            home_url: addresses.page(&[]),
            subtitle: words.say("page-subtitle"),
            languages: languages(&addresses, path, words),
            situation: None,
            nav: Vec::new(),
            crumbs: Vec::new(),
            facts: Vec::new(),
            accessibility_url: addresses.page(&["accessibilita"]),
            version: env!("CARGO_PKG_VERSION"),
            who: visitor.person.as_ref().map(|person| named(person, words)),
            sign_in_url: sign_in_url(&visitor, &addresses),
            demo: demo(&visitor, &addresses),
            token: visitor.form_token(),
            words,
        }
    }

    /// The frame of a page of a plan.
    #[must_use]
    pub fn plan(view: &View<'_>, title: &str, spot: Spot<'_>) -> Self {
        let words = view.words;
        let plan = format!("{} {}", view.report.plan.body.name, view.report.plan.year);
        let years = years(&view.report.plan.horizon, view.report.plan.year);
        Self {
            title: words.tell("page-title", &[("page", title.into()), ("plan", plan.into())]),
            owner: view.report.plan.body.name.clone(),
            home_url: view.addresses.page(&[]),
            subtitle: words.tell("page-plan", &[("years", years.into())]),
            languages: languages(&view.addresses, spot.path, words),
            situation: Some(situation(view, spot.path)),
            nav: nav(view, spot.menu),
            facts: facts(view),
            ..Self::start(title, &[], words.lang())
        }
    }

    /// The same frame where the address is whatever somebody asked for: the other language is
    /// then asked for at the same address.
    #[must_use]
    pub fn of_any_address(mut self) -> Self {
        for language in &mut self.languages {
            language.url = format!("?lang={}", language.lang);
        }
        self
    }

    /// The same frame where the page was asked for something besides the date and the language:
    /// both can be changed without losing it.
    #[must_use]
    pub fn with_query(mut self, query: &[(&'static str, String)]) -> Self {
        for language in &mut self.languages {
            language.url = with_query(std::mem::take(&mut language.url), query);
        }
        if let Some(situation) = &mut self.situation {
            situation.kept.extend_from_slice(query);
            for link in &mut situation.checkpoints {
                link.url = with_query(std::mem::take(&mut link.url), query);
            }
        }
        self
    }

    /// The same frame with a path to the page, the last part of which is the page itself.
    #[must_use]
    pub fn with_crumbs(mut self, crumbs: Vec<Link>) -> Self {
        self.crumbs = crumbs;
        self
    }

    /// A text without parameters, for templates.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }
}

/// Somebody with their role; with the first of several, and how many more.
fn named(person: &Person, words: Words) -> String {
    let mut roles: Vec<_> = person.grants.iter().map(|grant| grant.role).collect();
    roles.sort_unstable();
    roles.dedup();
    match roles.as_slice() {
        [] => person.name.clone(),
        [only] => format!("{} · {}", person.name, words.say(only.key())),
        [first, more @ ..] => {
            format!("{} · {} +{}", person.name, words.say(first.key()), more.len())
        }
    }
}

/// Where one signs in, to come back to the page; whoever has signed in sees there who they are.
fn sign_in_url(visitor: &Visitor, addresses: &Addresses) -> String {
    let url = addresses.page(&["accedi"]);
    let here = &visitor.here;
    if visitor.person.is_some() || here.len() < 2 || here.starts_with("/accedi") {
        return url;
    }
    with_query(url, &[("dopo", here.clone())])
}

fn demo(visitor: &Visitor, addresses: &Addresses) -> Option<Demo> {
    let Entrance::Demo(people) = &*visitor.entrance else { return None };
    let current = visitor.person.as_ref().map(|person| &*person.id);
    let choice = |person: &Person| Choice {
        name: person.id.clone(),
        label: person.name.clone(),
        is_chosen: Some(&*person.id) == current,
    };
    Some(Demo {
        action: addresses.page(&["dimostrazione"]),
        here: visitor.here.clone(),
        people: people.iter().map(choice).collect(),
    })
}

fn languages(addresses: &Addresses, path: &[&str], words: Words) -> Vec<Language> {
    [(Lang::It, "ITA", "page-language-it"), (Lang::En, "ENG", "page-language-en")]
        .map(|(lang, label, key)| Language {
            label,
            title: words.say(key),
            lang: lang.code(),
            url: addresses.in_language(lang).page(path),
            current: lang == words.lang(),
        })
        .into()
}

fn situation(view: &View<'_>, path: &[&str]) -> SituationDate {
    let checkpoints = view.report.plan.checkpoint_dates().into_iter().map(|date| Link {
        label: view.words.texts.day(date),
        url: view.addresses.at(date).page(path),
        current: date == view.at(),
    });
    SituationDate {
        words: view.words.texts.day(view.at()),
        iso: view.at().to_string(),
        action: view.addresses.path(path),
        kept: view.addresses.kept().into_iter().filter(|(name, _)| *name != "al").collect(),
        checkpoints: checkpoints.collect(),
    }
}

/// The menu: only what the plan has something to show on.
fn nav(view: &View<'_>, menu: &str) -> Vec<NavItem> {
    let item = |part: &str, key: &str, count: usize| NavItem {
        label: view.words.say(key),
        url: if part.is_empty() { view.addresses.page(&[]) } else { view.addresses.page(&[part]) },
        current: part == menu,
        count: (count > 0).then_some(count),
    };
    let years = page::years::is_there(view);
    let open = question::open(view.report.plan).len();
    let has_rows = !view.report.plan.nodes.is_empty();
    if !has_rows {
        // The plan is a draft only: there is nothing else of it yet.
        let draft = item(page::revisions::PATH, "next-year-nav", 0);
        let url = view.addresses.page(&[page::revisions::PATH, "bozza"]);
        return vec![NavItem { url, ..draft }];
    }
    let edits = may(view, Action::EditDraft);
    let sees_work = sees_work(view);
    [
        Some(item("", "nav-overview", 0)),
        Some(item("albero", "nav-tree", 0)),
        years.then(|| item("quadro-pluriennale", "nav-years", 0)),
        has_rows.then(|| item("cascata", "nav-cascade", 0)),
        has_rows.then(|| item("elenchi", "nav-lists", 0)),
        (open > 0 || !view.report.plan.answers.is_empty())
            .then(|| item("domande", "nav-questions", open)),
        Some(item("mancanti", "nav-missing", view.report.measured().missing)),
        sees_work.then(|| item("verifiche", "nav-rounds", 0)),
        Some(item("problemi", "nav-issues", view.report.issues.len())),
        (page::collection::is_for(Visitor::current().person.as_ref()))
            .then(|| item("da-compilare", "nav-collection", 0)),
        (page::checking::is_for(Visitor::current().person.as_ref()))
            .then(|| item("da-verificare", "nav-checking", 0)),
        Some(item("revisioni", "nav-revisions", 0)),
        edits.then(|| item("carica", "nav-upload", 0)),
        sees_work.then(|| item("solleciti", "nav-reminders", 0)),
        page::audit::is_there(view).then(|| item("verifica-stampa", "nav-audit", 0)),
        page::desk::is_there(view).then(|| item("tavolo-oiv", "nav-desk", 0)),
        may(view, Action::SeeTrail).then(|| item("registro", "nav-register", 0)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether whoever asks sees the work on the plan.
#[must_use]
pub fn sees_work(view: &View<'_>) -> bool {
    may(view, Action::SeeWork)
}

pub fn may(view: &View<'_>, action: Action) -> bool {
    Visitor::current().may(action, On::Body(&view.report.plan.body.ipa)).is_ok()
}

fn facts(view: &View<'_>) -> Vec<Fact> {
    let words = view.words;
    let rules = view.report.rules.valid_from.map_or_else(
        || words.say("page-rules-undated"),
        |from| words.tell("page-rules-from", &[("date", from.into())]),
    );
    let last = view.report.readings.list.iter().filter_map(|r| r.date).max();
    let data = last.map_or_else(
        || words.say("page-data-none"),
        |date| words.tell("page-data-until", &[("date", date.into())]),
    );
    vec![
        Fact { label: words.say("page-situation"), text: words.texts.day(view.at()), url: None },
        Fact {
            label: words.say("page-rules"),
            text: rules,
            url: Some(view.addresses.page(&["regole"])),
        },
        Fact { label: words.say("page-data"), text: data, url: None },
    ]
}

/// The years of a plan: `2020–2022`, or the one year.
#[must_use]
pub fn years(horizon: &[i16], year: i16) -> String {
    let first = horizon.iter().min().copied().unwrap_or(year);
    let last = horizon.iter().max().copied().unwrap_or(year);
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}
