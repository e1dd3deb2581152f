//! Adopting the draft by an act, with the document of the act where it is sent along.
//! Not here: what adopting does, which is the store's.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use traguardo::access::{Action, On};
use traguardo::period::parse_date;
use traguardo::revision::Act;

use super::{Given, LONGEST, shown, to};
use crate::attachment;
use crate::fault::Fault;
use crate::own_form::OwnMultipart;
use crate::page::next_year::first;
use crate::page::revisions::PATH;
use crate::query::Asked;
use crate::router::{App, OfPlan, view_of};
use crate::visitor;
use crate::words::Words;

/// The most letters of the name of a file.
const NAME: usize = 200;

/// What the form of an adoption sends.
#[derive(Default)]
struct Sent {
    given: Given,
    file: Option<(String, Vec<u8>)>,
    is_too_large: bool,
}

/// Adopts the draft by an act.
pub async fn adopt(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    form: OwnMultipart,
) -> Response {
    let words = Words::of(asked.lang());
    let adopted = async {
        let by = visitor::permitted(Action::Adopt, On::Body(&plan.0));
        let (form, by) = form.only_if(by).await?;
        let sent = Sent::read(form).await?;
        let again = |said: String| {
            let given = sent.given.clone();
            shown(&app, &plan, &asked, vec![said], given, StatusCode::UNPROCESSABLE_ENTITY)
        };
        let act = match sent.act(words) {
            Ok(act) => act,
            Err(said) => return Ok(again(said).await),
        };
        let stored = first::load(&app, &plan).await?;
        let act = match &sent.file {
            None => act,
            Some((name, bytes)) => match app.store().keep_act(name, bytes.clone()).await {
                Ok(file) => Act { file: Some(file), ..act },
                Err(error) => return Ok(again(words.texts.sentence(&error.sentence())).await),
            },
        };
        let of = (plan.0.as_str(), stored.plan.year);
        match app.store().adopt(of, sent.given.versione, &act, &by).await {
            Ok(_) => view_of(&stored, &asked, |view| Ok(to(view, &[PATH]))),
            Err(error) => Ok(again(words.texts.sentence(&error.sentence())).await),
        }
    };
    adopted.await.unwrap_or_else(|fault: Fault| fault.answer(asked.lang()))
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
            let text =
                || String::from_utf8_lossy(&bytes).trim().chars().take(LONGEST + 1).collect();
            match called.as_str() {
                "versione" => {
                    let text: String = text();
                    sent.given.versione = text.parse().unwrap_or_default();
                }
                "organo" => sent.given.organo = text(),
                "numero" => sent.given.numero = text(),
                "data" => sent.given.data = text(),
                "documento" if !file.is_empty() => sent.file = Some((file, bytes)),
                _ => {}
            }
        }
        if let Some((name, _)) = &mut sent.file {
            let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
            *name = last.chars().filter(|c| !c.is_control()).take(NAME).collect();
        }
        Ok(sent)
    }

    /// The act, if it is all there and its document is one that is taken.
    fn act(&self, words: Words) -> Result<Act, String> {
        if self.is_too_large {
            return Err(attachment::too_large(words));
        }
        if let Some((name, bytes)) = &self.file {
            attachment::media(name, bytes, words)?;
        }
        act(&self.given).ok_or_else(|| words.say("draft-no-act"))
    }
}

fn act(given: &Given) -> Option<Act> {
    let short = |text: &str| {
        let text = text.trim();
        let is_short = text.chars().count() <= LONGEST && !text.contains('\0');
        (!text.is_empty() && is_short).then(|| text.to_owned())
    };
    let date = parse_date(given.data.trim()).ok()?;
    Some(Act { organ: short(&given.organo)?, number: short(&given.numero)?, date, file: None })
}
