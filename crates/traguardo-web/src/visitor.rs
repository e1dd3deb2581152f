//! Who asks: the session behind a request, known to every page until its answer is made.
//! Not here: signing in, see [`crate::page::sign_in`], and what roles may do.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use traguardo::access::{Action, On, Person, Refusal, may, may_somewhere};
use traguardo_store::{Signature, form_token, new_token};

use crate::cookie::{self, Cookie};
use crate::fault::Fault;
use crate::router::App;

tokio::task_local! {
    /// The header of every page names who asks: handing it through all of them by argument would
    /// put it into every page's function for the sake of one line.
    static VISITOR: Arc<Visitor>;
}

/// How people get in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Entrance {
    /// They sign in.
    #[default]
    SignIn,
    /// Whoever comes is the first of these, and may go on as any other: a demonstration, on one's
    /// own machine.
    Demo(Vec<Person>),
}

/// Whoever asks for a page.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    /// Who it is, if they have signed in.
    pub person: Option<Person>,
    /// How people get in.
    pub entrance: Arc<Entrance>,
    /// The address of the page that asks, or whose form is sent: where one comes back to.
    pub here: String,
    /// What the browser keeps: the token of the session, or of the form before there is one.
    kept: Option<String>,
}

/// Who does something, as the trail will name them, where they may do it. Every handler that
/// changes something asks it, and every page that is not open to all.
///
/// # Errors
/// [`Fault::Refused`], which answers the reason why not and offers to sign in.
pub fn permitted(action: Action, on: On<'_>) -> Result<Signature, Fault> {
    let visitor = Visitor::current();
    visitor.may(action, on).map_err(Fault::Refused)?;
    Ok(visitor.signature())
}

/// The same where it is not known yet on what, in one body: somewhere in it is enough.
///
/// # Errors
/// [`Fault::Refused`], where they may do it nowhere in the body.
pub fn permitted_in(action: Action, ipa: &str) -> Result<Signature, Fault> {
    let visitor = Visitor::current();
    match visitor.may(action, On::Body(ipa)) {
        // What is granted for an office is granted in its body.
        Ok(()) | Err(Refusal::WholeBody { .. }) => Ok(visitor.signature()),
        Err(refusal) => Err(Fault::Refused(refusal)),
    }
}

/// The same where it is not known yet on what: in a form that says it only when it is sent.
///
/// # Errors
/// [`Fault::Refused`], where they may do it nowhere.
pub fn permitted_somewhere(action: Action) -> Result<(), Fault> {
    may_somewhere(Visitor::current().person.as_ref(), action).map_err(Fault::Refused)
}

impl Visitor {
    /// Whoever asks for the page that is being made.
    #[must_use]
    pub fn current() -> Arc<Self> {
        VISITOR.try_with(Arc::clone).unwrap_or_default()
    }

    /// Whether they may do something.
    ///
    /// # Errors
    /// The reason why not.
    pub fn may(&self, action: Action, on: On<'_>) -> Result<(), Refusal> {
        may(self.person.as_ref(), action, on)
    }

    /// Whether nobody needs to sign in here.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        matches!(*self.entrance, Entrance::Demo(_))
    }

    /// Who it is, as the trail names them, and now.
    #[must_use]
    pub fn signature(&self) -> Signature {
        let who = self.person.as_ref().map(Person::signed);
        Signature { who: who.unwrap_or_default(), at: jiff::Zoned::now().datetime() }
    }

    /// What every form that changes something carries, so that it is known to be ours.
    #[must_use]
    pub fn form_token(&self) -> String {
        self.kept.as_deref().map(form_token).unwrap_or_default()
    }

    /// Whether a form carries what it should.
    #[must_use]
    pub fn knows(&self, sent: &str) -> bool {
        let own = self.form_token();
        // As long for the first letter that differs as for the last.
        let differing = own.bytes().zip(sent.bytes()).filter(|(a, b)| a != b).count();
        !own.is_empty() && own.len() == sent.len() && differing == 0
    }

    /// The token of the session.
    #[must_use]
    pub fn session_token(&self) -> Option<&str> {
        self.kept.as_deref().filter(|_| self.person.is_some() && !self.is_demo())
    }
}

/// Does something that takes a moment on a thread of its own, where others need not wait for it and
/// where it is still known who asks.
///
/// # Errors
/// [`Fault::Page`] where it breaks off.
pub async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Fault> {
    let visitor = Visitor::current();
    let done = tokio::task::spawn_blocking(move || VISITOR.sync_scope(visitor, work)).await;
    done.map_err(|_| Fault::Page)
}

/// Finds out who asks, and lets the page be made.
pub async fn know(State(app): State<App>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    // The files of the look are the same for everybody.
    if request.uri().path().starts_with("/static/") {
        return next.run(request).await;
    }
    let mut given = None;
    let (person, kept) = match &**app.entrance() {
        Entrance::Demo(people) => {
            let kept = cookie::read(headers, Cookie::Form);
            // Nobody passes by the page for signing in, where others get theirs.
            let new = if kept.is_none() { new_token().ok() } else { None };
            given = new.as_deref().map(|token| cookie::set(headers, Cookie::Form, Some(token)));
            (chosen(people, headers), kept.or(new))
        }
        Entrance::SignIn => found(&app, headers).await,
    };
    let here = here(&request);
    let visitor = Visitor { person, entrance: Arc::clone(app.entrance()), here, kept };
    let is_signed_in = visitor.session_token().is_some();
    let mut answer = VISITOR.scope(Arc::new(visitor), next.run(request)).await;
    let headers = answer.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("cookie"));
    if let Some(cookie) = given {
        headers.append(header::SET_COOKIE, cookie);
    }
    if is_signed_in {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    answer
}

/// Whoever the cookies belong to, with the token they keep. A store that cannot answer knows
/// nobody: the page says the rest.
async fn found(app: &App, headers: &HeaderMap) -> (Option<Person>, Option<String>) {
    let form = cookie::read(headers, Cookie::Form);
    let Some(token) = cookie::read(headers, Cookie::Session) else { return (None, form) };
    match app.store().session(&token, jiff::Timestamp::now()).await {
        Ok(Some(session)) => (Some(session.person), Some(token)),
        _ => (None, form),
    }
}

/// The person of the demonstration that the browser goes on as.
fn chosen(people: &[Person], headers: &HeaderMap) -> Option<Person> {
    let kept = cookie::read(headers, Cookie::Person);
    let of = |kept: String| people.iter().find(|person| person_mark(&person.id) == kept);
    kept.and_then(of).or_else(|| people.first()).cloned()
}

/// How a browser remembers a person of the demonstration.
#[must_use]
pub fn person_mark(id: &str) -> String {
    form_token(id)
}

/// The address that is asked for; of a form that is sent, the address of the page it stands on.
fn here(request: &Request) -> String {
    let own = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
    if request.method().is_safe() {
        return own.to_owned();
    }
    let from = request.headers().get(header::REFERER).and_then(|from| from.to_str().ok());
    // What it says of the host is left out: one comes back to nothing but an address of ours.
    let from = from.and_then(|from| from.parse::<Uri>().ok()).and_then(|from| {
        from.authority()?;
        from.path_and_query().map(|from| from.as_str().to_owned())
    });
    from.unwrap_or_else(|| request.uri().path().to_owned())
}
