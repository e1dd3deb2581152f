//! What a form of ours sends: from our origin, by somebody signed in, with the token of its page.
//! Not here: whether they may do it, see [`crate::visitor::permitted`], and what the forms say.

use axum::Form;
use axum::body::{Body, Bytes};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{Extensions, HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::fault::{Fault, Typed};
use crate::router::asked_at;
use crate::same_origin::SameOrigin;
use crate::visitor::Visitor;

/// The name of the field that carries the token: the first of every form.
pub const TOKEN: &str = "gettone";

/// The fields of a form. A handler that changes something takes it as its last argument: whatever
/// is not a form of ours is answered before the handler runs.
#[derive(Debug, Clone)]
pub struct OwnForm<T>(pub T);

/// A form with files, of which the token is read already.
pub struct OwnMultipart(pub Multipart);

/// Fields that pages fill in by themselves.
const OURS: [&str; 12] = [
    TOKEN,
    "chiave",
    "visto",
    "verifica",
    "parte",
    "versione",
    "azione",
    "revisione",
    "rilevazioni",
    "esiti",
    "indicatore",
    "nodo",
];
/// The most fields that are given back, and the most characters of each.
const TYPED_FIELDS: usize = 200;
const TYPED_CHARS: usize = 4000;

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    gettone: String,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for OwnForm<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let lang = asked_at(request.uri()).lang();
        let told = |fault: Fault| fault.answer(lang);
        if !SameOrigin::sent(request.headers(), request.extensions()) {
            return Err(told(Fault::OtherSite));
        }
        let (parts, body) = request.into_parts();
        let whole = Bytes::from_request(Request::from_parts(parts.clone(), body), state).await;
        let whole = whole.map_err(|_| told(Fault::Sent))?;
        let again = || Request::from_parts(parts.clone(), Body::from(whole.clone()));
        let token = Form::<Token>::from_request(again(), state).await;
        let Form(token) = token.map_err(|_| told(Fault::Sent))?;
        let visitor = Visitor::current();
        let refused = match visitor.person {
            None => Some(Fault::SignIn),
            Some(_) if !visitor.knows(&token.gettone) => Some(Fault::OldForm),
            Some(_) => None,
        };
        if let Some(fault) = refused {
            // A session ends while somebody types: what they typed is given back to them.
            let fields = Form::<Vec<(String, String)>>::from_request(again(), state).await;
            let typed = fields.map(|Form(fields)| typed(fields)).unwrap_or_default();
            return Err(fault.answer_with(lang, typed));
        }
        let Form(form) = Form::from_request(again(), state).await.map_err(|_| told(Fault::Sent))?;
        Ok(Self(form))
    }
}

impl<S: Send + Sync> FromRequest<S> for OwnMultipart {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let lang = asked_at(request.uri()).lang();
        let told = |fault: Fault| fault.answer(lang);
        let refused = is_somebody(request.headers(), request.extensions()).err();
        let form = Multipart::from_request(request, state).await;
        let mut form = Self(form.map_err(|_| told(Fault::Sent))?);
        let refused = match refused {
            Some(fault) => Some(fault),
            None => form.token().await.err(),
        };
        match refused {
            None => Ok(form),
            // A session ends while somebody types: what they typed is given back to them.
            Some(fault @ (Fault::SignIn | Fault::OldForm)) => {
                let typed = typed(form.texts().await);
                Err(fault.answer_with(lang, typed))
            }
            Some(fault) => {
                form.pass_over().await;
                Err(told(fault))
            }
        }
    }
}

impl OwnMultipart {
    /// The form with what was asked of whoever sends it. Where that is refused, the form is passed
    /// over first.
    ///
    /// # Errors
    /// The fault that was answered.
    pub async fn only_if<T>(self, answer: Result<T, Fault>) -> Result<(Self, T), Fault> {
        match answer {
            Ok(answer) => Ok((self, answer)),
            Err(fault) => {
                self.pass_over().await;
                Err(fault)
            }
        }
    }

    /// Reads what is left to its end and keeps nothing: a browser whose file is not taken in shows
    /// a lost connection and not the page that says why.
    pub async fn pass_over(mut self) {
        while let Ok(Some(mut field)) = self.0.next_field().await {
            while let Ok(Some(_)) = field.chunk().await {}
        }
    }

    /// The fields that are no files, to the end of the form.
    async fn texts(mut self) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        while let Ok(Some(mut field)) = self.0.next_field().await {
            let name = field.name().filter(|_| field.file_name().is_none()).map(str::to_owned);
            let mut bytes = Vec::new();
            while let Ok(Some(chunk)) = field.chunk().await {
                if name.is_some() && bytes.len() + chunk.len() <= 4 * TYPED_CHARS {
                    bytes.extend(chunk);
                }
            }
            if let Some(name) = name.filter(|_| texts.len() < TYPED_FIELDS) {
                texts.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        texts
    }

    async fn token(&mut self) -> Result<(), Fault> {
        let first = self.0.next_field().await.map_err(|error| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
            _ => Fault::Sent,
        })?;
        let first = first.filter(|field| field.name() == Some(TOKEN)).ok_or(Fault::OldForm)?;
        if Visitor::current().knows(&short(first).await) { Ok(()) } else { Err(Fault::OldForm) }
    }
}

/// What somebody has typed among the fields of a form, each with the name of its field; not what
/// the page itself has put there, and nothing of a form with a password.
fn typed(fields: Vec<(String, String)>) -> Vec<Typed> {
    if fields.iter().any(|(name, _)| name.contains("password")) {
        return Vec::new();
    }
    let is_typed = |(name, text): &(String, String)| {
        let own = name.rsplit('.').next().unwrap_or(name);
        let is_ours = OURS.contains(&own) || own.ends_with("-era");
        !is_ours && !text.trim().is_empty()
    };
    let cut = |(name, text): (String, String)| Typed {
        name,
        text: text.chars().take(TYPED_CHARS).collect(),
    };
    fields.into_iter().filter(is_typed).take(TYPED_FIELDS).map(cut).collect()
}

/// A field as a text; nothing where it is longer than any token.
async fn short(mut field: Field<'_>) -> String {
    let mut bytes = Vec::new();
    while let Ok(Some(chunk)) = field.chunk().await {
        if bytes.len() + chunk.len() <= 256 {
            bytes.extend(chunk);
        } else {
            return String::new();
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Nobody may change anything, so nothing that nobody sends is looked at.
fn is_somebody(headers: &HeaderMap, known: &Extensions) -> Result<(), Fault> {
    if !SameOrigin::sent(headers, known) {
        return Err(Fault::OtherSite);
    }
    if Visitor::current().person.is_none() { Err(Fault::SignIn) } else { Ok(()) }
}
