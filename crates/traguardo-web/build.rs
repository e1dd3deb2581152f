//! Refuses to build without the front-end files, with the command that makes them.
//! Not here: making them, which needs the npm registry and is `make assets`.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=assets/dist");
    println!("cargo::rerun-if-changed=templates");
    if Path::new("assets/dist/fingerprint.txt").exists() {
        return ExitCode::SUCCESS;
    }
    println!("cargo::error=the front-end files are missing: run `make assets` first");
    ExitCode::FAILURE
}
