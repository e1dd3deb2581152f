//! Serves one hand-in from a database that is thrown away: to look at pages while they are made.
//! Not here: the real server, which is `traguardo serve`.
//!
//! `cargo run -p traguardo-web --example serve -- examples/modena-2020 127.0.0.1:8099`

#![expect(clippy::print_stdout, reason = "an example says where it serves")]

use std::error::Error;

use tokio::net::TcpListener;
use traguardo_store::{Signature, Store};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("which folder or workbook?")?;
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:8099".to_owned());
    let folder = tempfile::tempdir()?;
    let store = Store::open(&format!("sqlite:{}", folder.path().join("t.db").display())).await?;
    let hand_in = traguardo_files::read(path.as_ref()).map_err(|bad| format!("{bad:?}"))?;
    let signature = Signature { who: "esempio".to_owned(), at: jiff::Zoned::now().datetime() };
    store.save(&hand_in.plan, &hand_in.readings, &hand_in.rules, &signature, |_, _| ()).await?;
    let listener = TcpListener::bind(address).await?;
    println!("http://{}", listener.local_addr()?);
    traguardo_web::serve(listener, store, std::future::pending()).await?;
    Ok(())
}
