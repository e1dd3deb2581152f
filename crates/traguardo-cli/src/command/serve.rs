//! `traguardo serve --db URL`: the pages of the plans in a database.
//! Not here: the pages.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;

use clap::ArgMatches;
use tokio::net::TcpListener;
use traguardo::text::Texts;
use traguardo_store::Store;
use traguardo_web::{Entrance, Place};

use super::{Done, user};
use crate::fault::{DONE, Fault};
use crate::settings::{self, Settings};
use crate::{input, output};

pub fn run(matches: &ArgMatches, words: &Texts) -> Done {
    let settings = settings::read(matches)?;
    input::runtime()?.block_on(async {
        let listener = listen(&settings).await?;
        let store =
            Store::open(&settings.database).await?.or_data_folder(Path::new(&settings.data));
        let is_first = store.accounts().await?.is_empty();
        if is_first && std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
            user::first_administrator(&store, words).await?;
        } else if is_first {
            let database = store.shown().to_owned();
            output::tell(&words.say("cli-first-account", &[("database", database.into())]));
        }
        serve(listener, store, Entrance::SignIn, settings.place, words).await
    })
}

/// Takes the port before anything else is done: who finds it taken has lost nothing.
pub async fn listen(settings: &Settings) -> Result<TcpListener, Fault> {
    let Settings { host, port, .. } = settings;
    TcpListener::bind((host.as_str(), *port)).await.map_err(|error| {
        let key = match error.kind() {
            std::io::ErrorKind::AddrInUse => "cli-port-taken",
            std::io::ErrorKind::PermissionDenied => "cli-port-forbidden",
            _ => "cli-port-failed",
        };
        Fault::machine(key, &error).with("host", host).with("port", port.to_string())
    })
}

/// Says the address, and serves until somebody stops the process.
pub async fn serve(
    listener: TcpListener,
    store: Store,
    entrance: Entrance,
    place: Place,
    words: &Texts,
) -> Done {
    let address = listener.local_addr()?;
    let url = format!("http://{}", readable(address));
    output::tell(&words.say("cli-serving", &[("url", url.into())]));
    if let Some(known) = &place.base_address {
        output::tell(&words.say("cli-serving-as", &[("url", known.as_str().into())]));
    }
    log_to_output();
    traguardo_web::serve(listener, store, entrance, place, stop())
        .await
        .map_err(|error| Fault::machine("cli-serve-failed", &error))?;
    output::tell(&words.say("cli-stopped", &[]));
    Ok(ExitCode::from(DONE))
}

/// Our own lines of log on standard output, as JSON unless a person looks at it. Lines of
/// libraries stay out: they might say what people wrote.
fn log_to_output() {
    use tracing_subscriber::filter::{LevelFilter, Targets};
    use tracing_subscriber::layer::SubscriberExt;
    use tracing_subscriber::util::SubscriberInitExt;
    let ours = Targets::new().with_target("traguardo", LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer().with_target(false);
    let registry = tracing_subscriber::registry().with(ours);
    // Fails only where somebody listens already.
    let _ = if std::io::stdout().is_terminal() {
        registry.with(lines.with_ansi(false)).try_init()
    } else {
        registry.with(lines.json().flatten_event(true)).try_init()
    };
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
