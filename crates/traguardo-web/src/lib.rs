//! Pages of a plan's scores: server-rendered, without scripts needed, embedded with their look.
//! Not here: the domain, the database, and the command that starts the server.

mod address;
mod asset;
mod attachment;
mod chart;
mod cookie;
mod csv;
mod download;
mod due;
mod example;
mod fault;
mod figure;
mod filter_form;
mod frame;
mod headers;
mod history;
mod icicle;
mod legend;
mod log;
mod own_form;
mod page;
mod parts;
mod passage;
mod phrase;
mod proxy;
mod query;
mod regulation;
mod rich;
mod router;
mod same_origin;
mod selection;
mod show;
mod view;
mod visitor;
mod words;

pub use due::{Due, due};
pub use proxy::Place;
pub use router::{router, router_with};
pub use visitor::Entrance;

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::{Extension, middleware};
use tokio::net::TcpListener;
use traguardo_store::Store;

use crate::same_origin::BaseAddress;

/// Serves the pages of a store until `stop` is done, then lets open answers end. `place` says what
/// stands between the browsers and us.
///
/// # Errors
/// Whatever the operating system says of the listener.
pub async fn serve(
    listener: TcpListener,
    store: Store,
    entrance: Entrance,
    place: Place,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let known = Extension(BaseAddress(place.base_address.clone()));
    let settle = middleware::from_fn_with_state(Arc::new(place), proxy::settle);
    let pages = router_with(store, entrance).layer(known).layer(settle);
    let service = pages.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}
