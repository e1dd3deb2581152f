//! Pages of a plan's scores: server-rendered, without scripts needed, embedded with their look.
//! Not here: the domain, the database, and the command that starts the server.

mod address;
mod asset;
mod chart;
mod cookie;
mod csv;
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
pub use router::{router, router_with};
pub use visitor::Entrance;

use std::future::Future;
use std::net::SocketAddr;

use axum::Extension;
use tokio::net::TcpListener;
use traguardo_store::Store;

use crate::same_origin::BaseAddress;

/// Serves the pages of a store until `stop` is done, then lets open answers end. `base_address` is
/// that by which browsers know the pages, where it is another than the one they are asked at.
///
/// # Errors
/// Whatever the operating system says of the listener.
pub async fn serve(
    listener: TcpListener,
    store: Store,
    entrance: Entrance,
    base_address: Option<String>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let pages = router_with(store, entrance).layer(Extension(BaseAddress(base_address)));
    let service = pages.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stop).await
}
