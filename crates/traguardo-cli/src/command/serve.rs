//! `traguardo serve --db URL`: the pages of the plans in a database.
//! Not here: the pages.

use std::net::SocketAddr;
use std::process::ExitCode;

use clap::ArgMatches;
use tokio::net::TcpListener;
use traguardo::text::Texts;
use traguardo_store::Store;

use super::Done;
use crate::fault::{DONE, Fault};
use crate::{input, output};

/// Where the database is, unless somebody says otherwise: one file, made at the first run.
const DATABASE: &str = "sqlite:dati/traguardo.db";

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let url = matches.get_one::<String>("db").map_or(DATABASE, String::as_str);
    input::runtime()?.block_on(async {
        let listener = listen(matches).await?;
        let store = Store::open(url).await?;
        serve(listener, store, words).await
    })
}

/// Takes the port before anything else is done: who finds it taken has lost nothing.
pub async fn listen(matches: &ArgMatches) -> Result<TcpListener, Fault> {
    let host = input::argument(matches, "host");
    let port = matches.get_one::<u16>("port").copied().unwrap_or_default();
    TcpListener::bind((host.as_str(), port)).await.map_err(|error| {
        let key = match error.kind() {
            std::io::ErrorKind::AddrInUse => "cli-port-taken",
            std::io::ErrorKind::PermissionDenied => "cli-port-forbidden",
            _ => "cli-port-failed",
        };
        Fault::machine(key, &error).with("host", &host).with("port", port.to_string())
    })
}

/// Says the address, and serves until somebody stops the process.
pub async fn serve(listener: TcpListener, store: Store, words: &Texts) -> Done {
    let address = listener.local_addr()?;
    let url = format!("http://{}", readable(address));
    output::tell(&words.say("cli-serving", &[("url", url.into())]));
    traguardo_web::serve(listener, store, stop())
        .await
        .map_err(|error| Fault::machine("cli-serve-failed", &error))?;
    output::tell(&words.say("cli-stopped", &[]));
    Ok(ExitCode::from(DONE))
}

/// An address that a browser understands also where the server listens everywhere.
fn readable(address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        format!("localhost:{}", address.port())
    } else {
        address.to_string()
    }
}

/// Ends when the process is asked to stop: Ctrl+C, or the signal of whoever started it.
async fn stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}
