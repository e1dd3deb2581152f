//! The sample of readings to verify, why each was drawn, and a work paper for each.
//! Not here: the draw, see [`traguardo::desk::draw`].

use std::collections::HashSet;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use traguardo::access::{Action, On};
use traguardo::desk::{Candidate, Sample, Verdict, WorkPaper, candidates};
use traguardo::text::Arg;
use traguardo_store::{DeskEntry, Signature};

use super::keep;
use super::sitting::{Sitting, sit};
use crate::fault::Fault;
use crate::frame::{Frame, Link, Spot};
use crate::own_form::OwnForm;
use crate::page::answer;
use crate::query::Asked;
use crate::rich::Rich;
use crate::router::{App, OfPlan};
use crate::show;
use crate::visitor;
use crate::words::{capital, digits};

/// The code of a body, the year, the number of a sample and the position of a reading.
type OfPaper = (String, String, String, String);

/// How many readings are drawn where nobody says so, and at most.
const SIZE: usize = 8;
const SIZE_MOST: usize = 100;
/// A text of more letters is none.
const LONGEST: usize = 6000;

#[derive(Template)]
#[template(path = "desk_sample.html")]
struct SamplePage {
    frame: Frame,
    sentence: Rich,
    basis: (String, Option<(String, String)>),
    fault: Option<String>,
    rows: Vec<Row>,
    drawn: Option<Facts>,
    may_write: bool,
    action: String,
    size: String,
    seed: String,
    csv_url: String,
}

/// How the sample was drawn.
struct Facts {
    by: String,
    seed: u32,
    candidates: usize,
    again: bool,
}

struct Row {
    turn: usize,
    title: String,
    minor: String,
    url: String,
    actual: String,
    why: Vec<String>,
    verdict: String,
    found: String,
}

#[derive(Template)]
#[template(path = "desk_paper.html")]
struct PaperPage {
    frame: Frame,
    title: String,
    kicker: String,
    fault: Option<String>,
    meanwhile: Option<String>,
    facts: Vec<(String, String)>,
    why: Vec<String>,
    may_write: bool,
    action: String,
    back: String,
    looked_at: String,
    found: String,
    verdicts: Vec<(&'static str, String, bool)>,
    after: usize,
    signed: Option<String>,
}

/// The sample of the round, or how to draw one.
pub async fn sample(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    let shown = sit(&app, &plan, &asked, |sitting| {
        Ok(answer(&sample_page(sitting, None, ("", "")), asked.lang()))
    });
    shown.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Draws a sample and keeps it.
pub async fn draw_sample(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(sent): OwnForm<Vec<(String, String)>>,
) -> Response {
    let drawn = async {
        let by = visitor::permitted(Action::WriteEvaluation, On::Body(&plan.0))?;
        let field = |name: &str| {
            let found = sent.iter().find(|(known, _)| known == name);
            found.map(|(_, text)| text.trim().to_owned()).unwrap_or_default()
        };
        let (size, seed) = (field("quante"), field("seme"));
        let drawn = sit(&app, &plan, &asked, |sitting| {
            let wanted = size.parse().ok().filter(|size| (1..=SIZE_MOST).contains(size));
            let from = match seed.as_str() {
                "" => Some(seed_of_now(&by)),
                text => text.parse().ok(),
            };
            let (Some(wanted), Some(from)) = (wanted, from) else {
                let said = sitting.view.words.say("desk-draw-fault");
                let page = sample_page(sitting, Some(said), (&size, &seed));
                let page = answer(&page, asked.lang());
                return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, page).into_response()));
            };
            let revision = u32::try_from(sitting.revision).unwrap_or_default();
            let proven: HashSet<usize> = sitting.evidence.iter().map(|one| one.reading).collect();
            let list = candidates(&sitting.view.report, |at| proven.contains(&at));
            let sample = Sample::of(sitting.round, revision, from, wanted, list);
            Ok(Ok((sample, sitting.view.addresses.page(&["tavolo-oiv", "campione"]))))
        });
        match drawn.await? {
            Err(page) => Ok(page),
            Ok((sample, back)) => {
                keep(&app, &plan, &[DeskEntry::Sample(sample)], &by, &asked).await?;
                Ok(Redirect::to(&back).into_response())
            }
        }
    };
    drawn.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// The work paper of a drawn reading.
pub async fn paper(
    State(app): State<App>,
    Path((ipa, year, sample, reading)): Path<OfPaper>,
    Query(asked): Query<Asked>,
) -> Response {
    let plan = (ipa, year);
    let shown = sit(&app, &plan, &asked, |sitting| {
        let page = paper_page(sitting, &sample, &reading, None)?;
        Ok(answer(&page, asked.lang()))
    });
    shown.await.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

/// Keeps a work paper.
pub async fn write_paper(
    State(app): State<App>,
    Path((ipa, year, sample, reading)): Path<OfPaper>,
    Query(asked): Query<Asked>,
    OwnForm(sent): OwnForm<Vec<(String, String)>>,
) -> Response {
    let plan = (ipa, year);
    let written = async {
        let by = visitor::permitted(Action::WriteEvaluation, On::Body(&plan.0))?;
        let field = |name: &str| {
            let found = sent.iter().find(|(known, _)| known == name);
            found.map(|(_, text)| text.replace("\r\n", "\n").trim().to_owned()).unwrap_or_default()
        };
        let typed = Typed {
            looked_at: field("guardato"),
            found: field("trovato"),
            verdict: field("esito"),
        };
        let entry = sit(&app, &plan, &asked, |sitting| {
            let (number, _) = drawn(sitting, &sample, &reading)?;
            let position = reading.parse().map_err(|_| Fault::Address)?;
            let after = field("dopo").parse().unwrap_or(0);
            Ok(typed.paper(number, position).map(|what| DeskEntry::Paper { what, after }))
        });
        let refused = match entry.await? {
            Err(key) => Some((key.to_owned(), StatusCode::UNPROCESSABLE_ENTITY, true)),
            Ok(entry) => keep(&app, &plan, &[entry], &by, &asked)
                .await?
                .map(|said| (said, StatusCode::CONFLICT, false)),
        };
        sit(&app, &plan, &asked, |sitting| {
            let Some((said, status, is_key)) = refused else {
                let back = sitting.view.addresses.page(&["tavolo-oiv", "campione"]);
                return Ok(Redirect::to(&back).into_response());
            };
            let said = if is_key { sitting.view.words.say(&said) } else { said };
            let page = paper_page(sitting, &sample, &reading, Some((&typed, said)))?;
            Ok((status, answer(&page, asked.lang())).into_response())
        })
        .await
    };
    written.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
}

/// What was typed into a work paper.
struct Typed {
    looked_at: String,
    found: String,
    verdict: String,
}

impl Typed {
    fn paper(&self, sample: usize, reading: usize) -> Result<WorkPaper, &'static str> {
        let (looked_at, found) = (self.looked_at.clone(), self.found.clone());
        if [&looked_at, &found].iter().any(|t| t.chars().count() > LONGEST || t.contains('\0')) {
            return Err("desk-too-long");
        }
        let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.name() == self.verdict);
        let verdict = verdict.ok_or("desk-paper-no-verdict")?;
        if verdict != Verdict::Open && (looked_at.is_empty() || found.is_empty()) {
            return Err("desk-paper-blank");
        }
        Ok(WorkPaper { sample, reading, looked_at, found, verdict })
    }
}

/// A seed that nobody chose: of the moment and of who draws.
fn seed_of_now(by: &Signature) -> u32 {
    let now = jiff::Timestamp::now().as_microsecond().unsigned_abs();
    let who = by.who.bytes().fold(0_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(byte));
    u32::try_from(now.wrapping_add(who) & 0xffff_ffff).unwrap_or_default()
}

fn sample_page(
    sitting: &Sitting<'_>,
    fault: Option<String>,
    (size, seed): (&str, &str),
) -> SamplePage {
    let (view, words) = (sitting.view, sitting.view.words);
    let path = ["tavolo-oiv", "campione"];
    let title = words.say("desk-sample-title");
    let at = sitting.desk.sample(sitting.round);
    let rows = at.map(|at| rows(sitting, at)).unwrap_or_default();
    let done = rows.iter().filter(|row| row.verdict != words.say("desk-verdict-none")).count();
    let args: [(&str, Arg<'_>); 3] =
        [("count", rows.len().into()), ("done", done.into()), ("round", sitting.round.into())];
    let facts = |at: usize| {
        let kept = &sitting.desk.samples[at];
        Facts {
            by: signed(&kept.by, &kept.at.to_string()),
            seed: kept.what.seed,
            candidates: kept.what.candidates.len(),
            again: kept.what.draws_again(),
        }
    };
    SamplePage {
        frame: Frame::plan(sitting.around, &title, Spot { path: &path, menu: "tavolo-oiv" })
            .with_crumbs(crumbs(sitting, &title)),
        sentence: Rich::new(&words.tell("desk-sample-sentence", &args)),
        basis: sitting.basis(&path),
        fault,
        drawn: at.map(facts),
        rows,
        may_write: sitting.may_write,
        action: view.addresses.page(&path),
        size: if size.is_empty() { SIZE.to_string() } else { size.to_owned() },
        seed: seed.to_owned(),
        csv_url: view.addresses.page(&["tavolo-oiv", "csv", "campione"]),
    }
}

/// The readings of a sample, in the order of the draw.
fn rows(sitting: &Sitting<'_>, at: usize) -> Vec<Row> {
    let (view, words) = (sitting.view, sitting.view.words);
    let row = |(turn, candidate): (usize, &Candidate)| {
        let reading = view.report.readings.list.get(candidate.reading);
        let paper = sitting.desk.paper(at, candidate.reading);
        let paper = paper.map(|at| &sitting.desk.papers[at].what);
        let position = candidate.reading.to_string();
        let number = (at + 1).to_string();
        Row {
            turn,
            title: title(sitting, candidate),
            minor: candidate.indicator.clone(),
            url: view.addresses.page(&["tavolo-oiv", "campione", &number, &position]),
            actual: reading.map(|reading| show::observed(reading, words)).unwrap_or_default(),
            why: why(sitting, candidate),
            verdict: words.say(paper.map_or("desk-verdict-none", |paper| paper.verdict.key())),
            found: paper.map(|paper| paper.found.clone()).unwrap_or_default(),
        }
    };
    (1..).zip(sitting.desk.samples[at].what.drawn()).map(row).collect()
}

/// The lines of the sample as a table: for a workbook or a file.
pub fn lines(sitting: &Sitting<'_>) -> Vec<Vec<String>> {
    let words = sitting.view.words;
    let head = [
        "desk-turn",
        "word-code",
        "word-indicator",
        "word-actual",
        "desk-why",
        "desk-verdict",
        "desk-looked-at",
        "desk-found",
    ];
    let mut lines = vec![head.map(|key| words.say(key)).to_vec()];
    let Some(at) = sitting.desk.sample(sitting.round) else { return lines };
    for (row, candidate) in rows(sitting, at).into_iter().zip(sitting.desk.samples[at].what.drawn())
    {
        let paper = sitting.desk.paper(at, candidate.reading);
        let looked_at = paper.map(|at| sitting.desk.papers[at].what.looked_at.clone());
        lines.push(vec![
            row.turn.to_string(),
            row.minor,
            row.title,
            row.actual,
            row.why.join("; "),
            row.verdict,
            looked_at.unwrap_or_default(),
            row.found,
        ]);
    }
    lines
}

/// A drawn reading, by the number of its sample and its position: the place of the sample.
fn drawn<'a>(
    sitting: &Sitting<'a>,
    sample: &str,
    reading: &str,
) -> Result<(usize, &'a Candidate), Fault> {
    let number: usize = sample.parse().map_err(|_| Fault::Address)?;
    let position: usize = reading.parse().map_err(|_| Fault::Address)?;
    let at = number.checked_sub(1).ok_or(Fault::Address)?;
    let sample = sitting.desk.samples.get(at).ok_or(Fault::Address)?;
    let found = sample.what.drawn().into_iter().find(|one| one.reading == position);
    Ok((at, found.ok_or(Fault::Address)?))
}

fn paper_page(
    sitting: &Sitting<'_>,
    sample: &str,
    reading: &str,
    again: Option<(&Typed, String)>,
) -> Result<PaperPage, Fault> {
    let (view, words) = (sitting.view, sitting.view.words);
    let (at, candidate) = drawn(sitting, sample, reading)?;
    let place = sitting.desk.paper(at, candidate.reading);
    let standing = place.map(|place| &sitting.desk.papers[place]);
    let (typed, fault) = match again {
        Some((typed, fault)) => (Some(typed), Some(fault)),
        None => (None, None),
    };
    let text =
        |typed: Option<&String>, kept: Option<&String>| typed.or(kept).cloned().unwrap_or_default();
    let kept = standing.map(|paper| &paper.what);
    let verdict = typed.map_or_else(
        || kept.map_or("open", |paper| paper.verdict.name()).to_owned(),
        |typed| typed.verdict.clone(),
    );
    let path = ["tavolo-oiv", "campione", sample, reading];
    let title = title(sitting, candidate);
    let mut crumbs = crumbs(sitting, &words.say("desk-sample-title"));
    let back = view.addresses.page(&["tavolo-oiv", "campione"]);
    if let Some(last) = crumbs.last_mut() {
        (last.url, last.current) = (back.clone(), false);
    }
    crumbs.push(Link { label: candidate.indicator.clone(), url: String::new(), current: true });
    let told =
        |paper: &traguardo::desk::Written<WorkPaper>| signed(&paper.by, &paper.at.to_string());
    Ok(PaperPage {
        frame: Frame::plan(sitting.around, &title, Spot { path: &path, menu: "tavolo-oiv" })
            .with_crumbs(crumbs),
        kicker: words.say("desk-paper-title"),
        title,
        meanwhile: fault.as_ref().and(kept).map(|paper| paper.found.clone()),
        fault,
        facts: facts(sitting, candidate),
        why: why(sitting, candidate),
        may_write: sitting.may_write,
        action: view.addresses.page(&path),
        back,
        looked_at: text(typed.map(|t| &t.looked_at), kept.map(|k| &k.looked_at)),
        found: text(typed.map(|t| &t.found), kept.map(|k| &k.found)),
        verdicts: Verdict::ALL
            .map(|one| (one.name(), capital(&words.say(one.key())), one.name() == verdict))
            .into(),
        after: place.map_or(0, |place| place + 1),
        signed: standing.map(told),
    })
}

/// What is known of a reading.
fn facts(sitting: &Sitting<'_>, candidate: &Candidate) -> Vec<(String, String)> {
    let words = sitting.view.words;
    let Some(reading) = sitting.view.report.readings.list.get(candidate.reading) else {
        return Vec::new();
    };
    let proves = |one: &&traguardo::collection::Evidence| one.reading == candidate.reading;
    let proofs: Vec<&str> = sitting.evidence.iter().filter(proves).map(|o| &*o.name).collect();
    let all = [
        ("word-actual", Some(show::observed(reading, words))),
        ("desk-day", reading.date.map(digits)),
        ("desk-recorded-at", reading.recorded_at.map(|at| digits(at.date()))),
        ("desk-recorded-by", reading.recorded_by.clone()),
        ("desk-source", reading.source.clone()),
        ("desk-note", reading.note.clone()),
        ("desk-evidence", Some(proofs.join(", "))),
    ];
    let known = all.into_iter().filter_map(|(key, text)| Some((words.say(key), text?)));
    known.filter(|(_, text)| !text.is_empty()).collect()
}

fn title(sitting: &Sitting<'_>, candidate: &Candidate) -> String {
    let indicator = sitting.view.report.indicator(&candidate.indicator);
    indicator.map_or_else(|| candidate.indicator.clone(), |indicator| indicator.title.clone())
}

fn why(sitting: &Sitting<'_>, candidate: &Candidate) -> Vec<String> {
    let texts = sitting.view.words.texts;
    candidate.reasons().iter().map(|reason| texts.sentence(reason)).collect()
}

/// Who and when, as pages have it.
pub fn signed(by: &str, at: &str) -> String {
    let at = at.replace('T', " ");
    format!("{by}, {}", at.get(..16).unwrap_or(&at))
}

/// The path from the home to a page of the desk.
pub fn crumbs(sitting: &Sitting<'_>, title: &str) -> Vec<Link> {
    let view = sitting.view;
    let mut crumbs = view.crumbs(None);
    let url = view.addresses.page(&["tavolo-oiv"]);
    crumbs.push(Link { label: view.words.say("desk-title"), url, current: false });
    crumbs.push(Link { label: title.to_owned(), url: String::new(), current: true });
    crumbs
}
