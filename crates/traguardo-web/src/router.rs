//! The index of the program: every address and the page behind it.
//! Not here: what the pages show.

mod collecting;
mod evaluating;
mod revising;

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::middleware;
use axum::response::Response;
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use traguardo::access::{Action, On};
use traguardo::question::keep_answers;
use traguardo::report::Report;
use traguardo::text::Lang;
use traguardo::tree::Tree;
use traguardo_files::HandIn;
use traguardo_store::{Store, Stored};

use crate::fault::Fault;
use crate::own_form::{OwnForm, OwnMultipart};
use crate::page;
use crate::page::explanation;
use crate::page::questions::Given;
use crate::page::rounds;
use crate::page::target::Phrased;
use crate::page::upload;
use crate::query::Asked;
use crate::selection::Filters;
use crate::view::View;
use crate::visitor::{self, Entrance};
use crate::words::Words;
use crate::{asset, headers, log};

/// The most bytes of a form with a pasted table: the table, and what was said of it.
const FORM_BYTES: usize = (8 << 20) + (2 << 20);

/// What all pages have in common.
#[derive(Debug, Clone)]
pub struct App {
    store: Arc<Store>,
    entrance: Arc<Entrance>,
}

/// The pages over a store.
pub fn router(store: Store) -> Router {
    router_with(store, Entrance::SignIn)
}

/// The pages over a store, for whoever comes in this way.
pub fn router_with(store: Store, entrance: Entrance) -> Router {
    let app = App { store: Arc::new(store), entrance: Arc::new(entrance) };
    Router::new()
        .route("/", get(plans))
        .route("/enti/{ipa}/piani/{year}", get(overview))
        .route("/enti/{ipa}/piani/{year}/albero", get(tree))
        .route("/enti/{ipa}/piani/{year}/nodi/{code}", get(node))
        .route("/enti/{ipa}/piani/{year}/indicatori/{code}", get(indicator))
        .route("/enti/{ipa}/piani/{year}/spiega/{node}", get(explain_node))
        .route("/enti/{ipa}/piani/{year}/spiega/{node}/{indicator}", get(explain_use))
        .route("/enti/{ipa}/piani/{year}/quadro-pluriennale", get(years))
        .route("/enti/{ipa}/piani/{year}/cascata", get(cascade))
        .route("/enti/{ipa}/piani/{year}/elenchi", get(lists))
        .route("/enti/{ipa}/piani/{year}/elenchi/csv", get(lists_file))
        .route("/enti/{ipa}/piani/{year}/mancanti", get(missing))
        .route("/enti/{ipa}/piani/{year}/problemi", get(issues))
        .route("/enti/{ipa}/piani/{year}/verifica-stampa", get(page::audit::show))
        .route("/enti/{ipa}/piani/{year}/domande", get(questions).post(give_answer))
        .route("/enti/{ipa}/piani/{year}/domande/lettura", get(meaning))
        .route("/enti/{ipa}/piani/{year}/foglio.xlsx", get(page::workbook::show))
        .merge(evaluating::routes())
        .route(
            "/enti/{ipa}/piani/{year}/carica",
            get(upload::form).post(upload::look).layer(DefaultBodyLimit::max(upload::FORM_BYTES)),
        )
        .route(
            "/enti/{ipa}/piani/{year}/carica/salva",
            post(upload::save).layer(DefaultBodyLimit::max(upload::FORM_BYTES)),
        )
        .route(
            "/enti/{ipa}/piani/{year}/solleciti",
            get(page::reminders::show).post(page::reminders::set),
        )
        .merge(closed())
        .merge(collecting::routes())
        .merge(revising::routes())
        .route("/target", get(target))
        .route("/importa", get(import_form).post(import).layer(DefaultBodyLimit::max(FORM_BYTES)))
        .route("/accedi", get(page::sign_in::show).post(page::sign_in::sign_in))
        .route("/accedi/password", post(page::sign_in::change_password))
        .route("/utenti", get(page::users::list).post(page::users::add))
        .route("/utenti/{id}", get(page::users::one).post(page::users::change))
        .route("/esci", post(page::sign_in::sign_out))
        .route("/esci/ovunque", post(page::sign_in::sign_out_everywhere))
        .route("/dimostrazione", post(page::sign_in::go_on_as))
        .route("/accessibilita", get(accessibility))
        .route("/salute", get(|| async { "ok" }))
        .route("/static/{fingerprint}/{*name}", get(asset::asset))
        .method_not_allowed_fallback(method)
        .fallback(nowhere)
        .with_state(app.clone())
        .layer(CatchPanicLayer::custom(|_| Fault::Page.answer(Lang::default())))
        .layer(middleware::from_fn_with_state(app, visitor::know))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(headers::add))
        .layer(middleware::from_fn(log::write))
}

/// What is closed, and what became of it: rounds, histories, the register of changes.
fn closed() -> Router<App> {
    Router::new()
        .route("/enti/{ipa}/piani/{year}/verifiche", get(rounds::list))
        .route("/enti/{ipa}/piani/{year}/verifiche/{day}", get(rounds::show).post(rounds::close))
        .route("/enti/{ipa}/piani/{year}/verifiche/{day}/oggi", get(rounds::compare))
        .route("/enti/{ipa}/piani/{year}/verifiche/{day}/documento.txt", get(rounds::record))
        .route("/enti/{ipa}/piani/{year}/verifiche/{day}/documento.json", get(rounds::record_json))
        .route("/enti/{ipa}/piani/{year}/verifiche/{day}/spiega/{node}", get(rounds::explain_node))
        .route(
            "/enti/{ipa}/piani/{year}/verifiche/{day}/spiega/{node}/{indicator}",
            get(rounds::explain_use),
        )
        .route("/enti/{ipa}/piani/{year}/nodi/{code}/storia", get(page::story::node))
        .route("/enti/{ipa}/piani/{year}/indicatori/{code}/storia", get(page::story::indicator))
        .route("/enti/{ipa}/piani/{year}/registro", get(page::trail::of_body))
        .route("/enti/{ipa}/piani/{year}/registro.csv", get(page::trail::file_of_body))
        .route("/registro", get(page::trail::whole))
        .route("/registro.csv", get(page::trail::whole_file))
}

/// The code of a body and the year, as an address has them.
pub type OfPlan = (String, String);
type OfCode = (String, String, String);
type OfUse = (String, String, String, String);

async fn plans(State(app): State<App>, Query(asked): Query<Asked>) -> Response {
    match (app.store.list().await, app.store.first_drafts().await) {
        (Ok(plans), Ok(drafts)) => page::plans::page(&plans, &drafts, asked.lang()),
        _ => Fault::Store.answer(asked.lang()),
    }
}

async fn overview(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    match app.load(&plan).await {
        Ok(stored) => view_of(&stored, &asked, |view| Ok(page::overview::page(view)))
            .unwrap_or_else(|fault| fault.answer(asked.lang())),
        Err(fault) => page::next_year::first::instead(&app, &plan, &asked, fault).await,
    }
}

async fn tree(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    app.show(&plan, &asked, |view| Ok(page::tree::page(view))).await
}

async fn node(
    State(app): State<App>,
    Path((ipa, year, code)): Path<OfCode>,
    Query(asked): Query<Asked>,
) -> Response {
    app.show(&(ipa, year), &asked, |view| page::node::page(view, &code)).await
}

async fn indicator(
    State(app): State<App>,
    Path((ipa, year, code)): Path<OfCode>,
    Query(asked): Query<Asked>,
) -> Response {
    let plan = (ipa, year);
    match page::indicator::proposals(&app, &plan).await {
        Ok(proposals) => {
            let page = |view: &View<'_>| page::indicator::page(view, &code, &proposals);
            app.show(&plan, &asked, page).await
        }
        Err(fault) => fault.answer(asked.lang()),
    }
}

async fn explain_node(
    State(app): State<App>,
    Path((ipa, year, node)): Path<OfCode>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let beside = is_beside(&headers);
    let what = explanation::Asked { node: &node, indicator: None, beside, note: None };
    let answer = app.show(&(ipa, year), &asked, |view| explanation::page(view, what)).await;
    either_way(answer)
}

async fn explain_use(
    State(app): State<App>,
    Path((ipa, year, node, indicator)): Path<OfUse>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let beside = is_beside(&headers);
    let what = explanation::Asked { node: &node, indicator: Some(&indicator), beside, note: None };
    let answer = app.show(&(ipa, year), &asked, |view| explanation::page(view, what)).await;
    either_way(answer)
}

async fn years(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(filters): Query<Filters>,
) -> Response {
    app.show(&plan, &asked, |view| Ok(page::years::page(view, &filters))).await
}

async fn cascade(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    app.show(&plan, &asked, |view| Ok(page::cascade::page(view))).await
}

async fn lists(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(filters): Query<Filters>,
) -> Response {
    app.show(&plan, &asked, |view| Ok(page::lists::page(view, &filters))).await
}

async fn lists_file(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(filters): Query<Filters>,
) -> Response {
    app.show(&plan, &asked, |view| Ok(page::lists::file(view, &filters))).await
}

async fn missing(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    app.show(&plan, &asked, |view| Ok(page::missing::page(view))).await
}

async fn issues(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
) -> Response {
    app.show(&plan, &asked, |view| Ok(page::issues::page(view))).await
}

async fn questions(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(given): Query<Given>,
) -> Response {
    app.show(&plan, &asked, |view| Ok(page::questions::page(view, &given))).await
}

async fn give_answer(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    OwnForm(given): OwnForm<Given>,
) -> Response {
    let answered = app.answer(&plan, &asked, &given).await;
    answered.unwrap_or_else(|fault| fault.answer(asked.lang()))
}

async fn meaning(
    State(app): State<App>,
    Path(plan): Path<OfPlan>,
    Query(asked): Query<Asked>,
    Query(given): Query<Given>,
) -> Response {
    app.show(&plan, &asked, |view| Ok(page::questions::meaning(view, &given))).await
}

async fn target(
    Query(asked): Query<Asked>,
    Query(phrased): Query<Phrased>,
    headers: HeaderMap,
) -> Response {
    let words = Words::of(asked.lang());
    let year = jiff::Zoned::now().year();
    either_way(page::target::page(phrased, year, words, is_beside(&headers)))
}

async fn import_form(Query(asked): Query<Asked>) -> Response {
    match visitor::permitted_somewhere(Action::EditDraft) {
        Ok(()) => page::import::form(asked.lang()),
        Err(fault) => fault.answer(asked.lang()),
    }
}

async fn import(
    State(app): State<App>,
    Query(asked): Query<Asked>,
    form: OwnMultipart,
) -> Response {
    let lang = asked.lang();
    let form = match form.only_if(visitor::permitted_somewhere(Action::EditDraft)).await {
        Ok((form, ())) => form,
        Err(fault) => return fault.answer(lang),
    };
    let Some(sent) = page::import::Sent::read(form.0).await else {
        return page::import::unread(lang);
    };
    // A large table takes a moment: other answers need not wait for it.
    let taken = visitor::apart(move || page::import::take(sent, lang)).await;
    match taken {
        Ok(page::import::Task::Show(page)) => page,
        Ok(page::import::Task::Store(ready)) => app.take_in(*ready, lang).await,
        Err(fault) => fault.answer(lang),
    }
}

async fn accessibility(Query(asked): Query<Asked>) -> Response {
    page::accessibility::page(asked.lang())
}

async fn nowhere(request: Request) -> Response {
    Fault::Address.answer(asked_at(request.uri()).lang())
}

async fn method(request: Request) -> Response {
    Fault::Method.answer(asked_at(request.uri()).lang())
}

/// What an address asks for; nothing where it cannot be read.
pub fn asked_at(address: &Uri) -> Asked {
    Query::try_from_uri(address).map(|Query(asked)| asked).unwrap_or_default()
}

/// Whether the explanation is to open beside the page that asks for it.
pub fn is_beside(headers: &HeaderMap) -> bool {
    headers.get("hx-request").is_some_and(|value| value == "true")
}

/// One address answers with a page or with a part of it: whoever keeps answers must know.
pub fn either_way(mut answer: Response) -> Response {
    answer.headers_mut().append(header::VARY, HeaderValue::from_static("hx-request"));
    answer
}

impl App {
    /// The data.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Stores a pasted plan. One that is there is replaced only where somebody who has seen the
    /// difference said so; its readings and rules stay.
    async fn take_in(&self, mut ready: page::import::Ready, lang: Lang) -> Response {
        let words = Words::of(lang);
        let (ipa, year) = (ready.hand_in.plan.body.ipa.clone(), ready.hand_in.plan.year);
        let signature = match visitor::permitted(Action::EditDraft, On::Body(&ipa)) {
            Ok(signature) => signature,
            Err(Fault::Refused(refusal)) => {
                return page::import::again(ready, refusal.said(words.texts), lang);
            }
            Err(fault) => return fault.answer(lang),
        };
        match self.store.load(&ipa, year).await {
            Ok(known) if !ready.sent.replaces() => {
                keep_answers(&mut ready.hand_in.plan, &known.plan.answers);
                let difference = traguardo::difference::diff(&known.plan, &ready.hand_in.plan);
                return page::import::confirm(ready, &difference, lang);
            }
            Ok(known) => {
                keep_answers(&mut ready.hand_in.plan, &known.plan.answers);
                ready.hand_in.rules = known.rules;
            }
            Err(error) if matches!(error.fault, traguardo_store::Fault::PlanUnknown { .. }) => {}
            Err(_) => return page::import::again(ready, words.say("import-not-saved"), lang),
        }
        let HandIn { plan, readings, rules, .. } = &ready.hand_in;
        match self.store.save(plan, readings, rules, &signature, |_, _| ()).await {
            Ok(_) => page::import::stored(&ready, lang),
            Err(error) => {
                let fault = words.texts.sentence(&error.sentence());
                page::import::again(ready, fault, lang)
            }
        }
    }

    /// How people get in.
    pub fn entrance(&self) -> &Arc<Entrance> {
        &self.entrance
    }

    /// Loads a plan, scores it and shows a page of it.
    pub async fn show(
        &self,
        plan: &OfPlan,
        asked: &Asked,
        page: impl FnOnce(&View<'_>) -> Result<Response, Fault>,
    ) -> Response {
        let shown = match self.load(plan).await {
            Ok(stored) => view_of(&stored, asked, page),
            Err(fault) => Err(fault),
        };
        shown.unwrap_or_else(|fault| fault.answer(asked.lang()))
    }

    /// Keeps an answer to the question of a target, or shows the form again with what is wrong.
    async fn answer(&self, plan: &OfPlan, asked: &Asked, given: &Given) -> Result<Response, Fault> {
        let stored = self.load(plan).await?;
        let by = page::questions::may_answer(&stored.plan, &Tree::of(&stored.plan), given)?;
        let words = Words::of(asked.lang());
        match page::questions::answer_of(&stored.plan, given, &by, words) {
            Ok(answer) => {
                let kept = self.store.answer(&plan.0, stored.plan.year, &answer, &by).await;
                kept.map_err(|_| Fault::Store)?;
                view_of(&stored, asked, |view| Ok(page::questions::done(view, given)))
            }
            Err(said) => {
                view_of(&stored, asked, |view| Ok(page::questions::refused(view, given, said)))
            }
        }
    }

    /// Loads a plan.
    pub async fn load(&self, (ipa, year): &OfPlan) -> Result<Stored, Fault> {
        let unknown = || Fault::Plan { ipa: ipa.clone(), year: year.clone() };
        let number: i16 = year.parse().map_err(|_| unknown())?;
        self.store.load(ipa, number).await.map_err(|error| fault(&error.fault, unknown()))
    }
}

/// Scores a plan on the day asked for and lets a page be made of it.
pub fn view_of<T>(
    stored: &Stored,
    asked: &Asked,
    page: impl FnOnce(&View<'_>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let chosen = asked.at()?;
    let today = jiff::Zoned::now().date();
    let at = chosen.unwrap_or_else(|| stored.plan.situation_date(&stored.readings, today));
    let report = Report::new(&stored.plan, &stored.readings, &stored.rules, at);
    page(&View::new(report, chosen, Words::of(asked.lang())))
}

fn fault(of_store: &traguardo_store::Fault, unknown: Fault) -> Fault {
    match of_store {
        traguardo_store::Fault::PlanUnknown { .. } => unknown,
        _ => Fault::Store,
    }
}
