//! Compiles package `client` to WebAssembly.

use crate::{Outcome, Plan};
use std::{fs, process::Command};

const TRIPLE: &str = "wasm32-unknown-unknown";

/// The linked module with its relocations (the flags are in `.cargo/config.toml`), which the splitter needs.
pub(crate) fn client(plan: &Plan) -> Outcome<Vec<u8>> {
    let profile = if plan.release { "wasm-release" } else { "wasm-dev" };
    println!("bundle: compiling the browser side ({profile})");
    let status = Command::new("cargo")
        .current_dir(&plan.root)
        .args(["build", "--package", "client", "--lib", "--target", TRIPLE, "--profile", profile])
        .status()?;
    if !status.success() {
        return Err(format!("cargo build of package client: {status}").into());
    }
    let path = plan.target.join(TRIPLE).join(profile).join("client.wasm");
    fs::read(&path).map_err(|error| format!("{}: {error}", path.display()).into())
}
