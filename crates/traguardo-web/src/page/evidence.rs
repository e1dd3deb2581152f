//! What proves a reading: files and links, seen by whoever works on the plan, added by whoever may
//! record the reading. Not here: the keeping of files, which is the store's.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use traguardo::access::{Action, On};
use traguardo::collection::{Evidence, Proof};
use traguardo::number;
use traguardo::reading::Reading;
use traguardo::tree::Tree;
use traguardo_store::{Offered, OfferedContent, Signature, Stored};

use crate::attachment;
use crate::fault::Fault;
use crate::frame::{Frame, Link, Spot};
use crate::own_form::OwnMultipart;
use crate::page::answer;
use crate::query::Asked;
use crate::router::{App, OfPlan, view_of};
use crate::show;
use crate::view::View;
use crate::visitor::{self, Visitor};
use crate::words::{Words, moment};

/// The most characters of a name or an address.
const NAME: usize = 500;

/// A piece of evidence as it is listed.
struct Item {
    name: String,
    url: String,
    is_link: bool,
    minor: String,
    hash: Option<String>,
}

#[derive(Template)]
#[template(path = "evidence.html")]
struct EvidencePage {
    frame: Frame,
    title: String,
    observed: String,
    minor: String,
    items: Vec<Item>,
    action: Option<String>,
    back: Link,
    fault: Option<String>,
    saved: Option<String>,
    accept: String,
    limit: String,
    link: String,
    name: String,
}

/// What was sent.
#[derive(Default)]
struct Sent {
    file: Option<(String, Vec<u8>)>,
    link: String,
    name: String,
    is_too_large: bool,
}

/// The evidence of a reading.
pub async fn show(
    State(app): State<App>,
    Path((ipa, year, position)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = match app.load(&(ipa, year)).await {
        Ok(stored) => shown(&stored, &asked, &position, None, None, &Sent::default()),
        Err(fault) => Err(fault),
    };
    shown.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Adds a file or a link.
pub async fn add(
    State(app): State<App>,
    Path((ipa, year, position)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    form: OwnMultipart,
) -> Response {
    let added = add_whole(&app, &(ipa, year), &position, &asked, form).await;
    added.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

async fn add_whole(
    app: &App,
    plan: &OfPlan,
    position: &str,
    asked: &Asked,
    form: OwnMultipart,
) -> Result<Response, Fault> {
    let words = Words::of(asked.lang());
    let (form, _) = form.only_if(visitor::permitted_in(Action::RecordReading, &plan.0)).await?;
    let stored = app.load(plan).await?;
    let (at, reading) = reading(&stored, position)?;
    let (form, signature) = form.only_if(permitted(&stored, reading)).await?;
    let sent = Sent::read(form).await?;
    let content = match content(&sent, words) {
        Ok(content) => content,
        Err(said) => return shown(&stored, asked, position, Some(said), None, &sent),
    };
    let offered = Offered { reading: at, name: name(&sent), content };
    match app.store().prove(&plan.0, stored.plan.year, offered, &signature).await {
        Ok(_) => {
            let said = words.say("evidence-saved");
            let stored = app.load(plan).await?;
            shown(&stored, asked, position, None, Some(said), &Sent::default())
        }
        Err(error) => {
            let said = words.texts.sentence(&error.sentence());
            shown(&stored, asked, position, Some(said), None, &sent)
        }
    }
}

/// A file of evidence, to be kept and not shown: it comes from somewhere else.
pub async fn file(
    State(app): State<App>,
    Path((ipa, year, sha256)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let file = file_whole(&app, &(ipa, year), &sha256).await;
    file.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

async fn file_whole(app: &App, plan: &OfPlan, hash: &str) -> Result<Response, Fault> {
    let stored = app.load(plan).await?;
    visitor::permitted(Action::SeeWork, On::Body(&stored.plan.body.ipa))?;
    let same = |evidence: &&Evidence| matches!(&evidence.proof, Proof::File { sha256, .. } if sha256 == hash);
    // Only what this plan names: another body's files are behind another address.
    let evidence = stored.evidence.iter().find(same).ok_or(Fault::Address)?;
    let bytes = app.store().evidence(hash).await.map_err(|_| Fault::Store)?;
    let bytes = bytes.ok_or(Fault::Address)?;
    attachment::answer(&evidence.name, bytes)
}

impl Sent {
    async fn read(form: OwnMultipart) -> Result<Self, Fault> {
        let OwnMultipart(mut form) = form;
        let mut sent = Self::default();
        while let Some(field) = form.next_field().await.map_err(|_| Fault::TooLarge)? {
            let called = field.name().unwrap_or_default().to_owned();
            let file = field.file_name().unwrap_or_default().to_owned();
            let Some(bytes) = attachment::read(field).await? else {
                sent.is_too_large = true;
                continue;
            };
            let text = || String::from_utf8_lossy(&bytes).trim().chars().take(NAME + 1).collect();
            match called.as_str() {
                "file" if !file.is_empty() => sent.file = Some((file, bytes)),
                "collegamento" => sent.link = text(),
                "nome" => sent.name = text(),
                _ => {}
            }
        }
        Ok(sent)
    }
}

/// What is called how: as somebody says, else as the file is called, else as the link goes on.
fn name(sent: &Sent) -> String {
    let own = Some(sent.name.as_str()).filter(|name| !name.is_empty());
    let file = sent.file.as_ref().map(|(name, _)| name.as_str());
    let last = |name: &str| name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    own.map(str::to_owned).or_else(|| file.map(last)).unwrap_or_else(|| sent.link.clone())
}

/// What is offered, if it is something that is taken.
fn content(sent: &Sent, words: Words) -> Result<OfferedContent, String> {
    let too_long = |text: &str| text.chars().count() > NAME || text.contains('\0');
    if too_long(&sent.name) || too_long(&sent.link) {
        return Err(words.tell("evidence-long", &[("most", NAME.into())]));
    }
    if sent.is_too_large {
        return Err(attachment::too_large(words));
    }
    match (&sent.file, sent.link.as_str()) {
        (None, "") => Err(words.say("evidence-nothing")),
        (Some(_), link) if !link.is_empty() => Err(words.say("evidence-both")),
        (None, link) => {
            let is_web = ["https://", "http://"].iter().any(|start| link.starts_with(start));
            let is_whole = is_web && !link.contains(char::is_whitespace);
            is_whole
                .then(|| OfferedContent::Link(link.to_owned()))
                .ok_or_else(|| words.say("evidence-link"))
        }
        (Some((file, bytes)), _) => {
            let media = attachment::media(file, bytes, words)?.to_owned();
            Ok(OfferedContent::File { media, bytes: bytes.clone() })
        }
    }
}

fn reading<'a>(stored: &'a Stored, position: &str) -> Result<(usize, &'a Reading), Fault> {
    let at: usize = position.parse().map_err(|_| Fault::Address)?;
    Ok((at, stored.readings.list.get(at).ok_or(Fault::Address)?))
}

/// Who adds evidence, if they may record the reading that it is for.
fn permitted(stored: &Stored, reading: &Reading) -> Result<Signature, Fault> {
    let (plan, tree) = (&stored.plan, Tree::of(&stored.plan));
    let mut refused = Fault::Address;
    for (at, used) in plan.uses.iter().enumerate() {
        if used.indicator != reading.indicator {
            continue;
        }
        match visitor::permitted(Action::RecordReading, On::Use(plan, &tree, at)) {
            Ok(signature) => return Ok(signature),
            Err(fault) => refused = fault,
        }
    }
    Err(refused)
}

fn shown(
    stored: &Stored,
    asked: &Asked,
    position: &str,
    fault: Option<String>,
    saved: Option<String>,
    sent: &Sent,
) -> Result<Response, Fault> {
    visitor::permitted(Action::SeeWork, On::Body(&stored.plan.body.ipa))?;
    let (_, of) = reading(stored, position)?;
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    view_of(stored, asked, |view| {
        let words = view.words;
        let path = ["prove", position];
        let indicator = view.report.indicator(&of.indicator);
        let date = of.date.map(crate::words::digits).unwrap_or_default();
        let is_record = crate::page::collection::is_for(Visitor::current().person.as_ref());
        let back = if is_record { "da-compilare" } else { "da-verificare" };
        let key = if is_record { "collection-title" } else { "checking-title" };
        let page = EvidencePage {
            frame: Frame::plan(
                view,
                &words.say("evidence-title"),
                Spot { path: &path, menu: back },
            ),
            title: indicator.map_or_else(|| of.indicator.clone(), |i| i.title.clone()),
            observed: show::observed(of, words),
            minor: format!("{} · {date}", of.indicator),
            items: items(view, stored, of),
            action: permitted(stored, of).is_ok().then(|| view.addresses.page(&path)),
            back: Link { label: words.say(key), url: view.addresses.page(&[back]), current: false },
            fault,
            saved,
            accept: attachment::accept(),
            limit: attachment::limit(words),
            link: sent.link.clone(),
            name: sent.name.clone(),
        };
        Ok((status, answer(&page, words.lang())).into_response())
    })
}

/// What proves a reading, or those of the same thing that it has taken the place of.
fn items(view: &View<'_>, stored: &Stored, reading: &Reading) -> Vec<Item> {
    let of_it = |evidence: &&Evidence| {
        stored.readings.list.get(evidence.reading).is_some_and(|other| other.rivals(reading))
    };
    let item = |evidence: &Evidence| {
        let mut minor = format!("{}, {}", evidence.by, moment(evidence.at));
        let (url, is_link, hash) = match &evidence.proof {
            Proof::Link(link) => (link.clone(), true, None),
            Proof::File { bytes, sha256, .. } => {
                let kilobytes = number::format((bytes.div_ceil(1024)).into());
                minor = format!("{kilobytes} kB · {minor}");
                (view.addresses.page(&["prove", "file", sha256]), false, Some(sha256.clone()))
            }
        };
        Item { name: evidence.name.clone(), url, is_link, minor, hash }
    };
    stored.evidence.iter().filter(of_it).map(item).collect()
}
