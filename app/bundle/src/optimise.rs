//! Makes the modules small with `wasm-opt`.

use crate::{Outcome, Plan};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What rustc's target already uses; anything newer would shut out browsers for nothing.
const OPTIONS: [&str; 8] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Optimises every module of `package` in place.
pub(crate) fn modules(plan: &Plan, package: &Path) -> Outcome<()> {
    let tool = tool(plan)?;
    let modules: Vec<PathBuf> = fs::read_dir(package)?
        .map(|entry| entry.map(|entry| entry.path()))
        .filter(|path| path.as_ref().map_or(true, |path| path.extension().is_some_and(|end| end == "wasm")))
        .collect::<Result<_, _>>()?;
    println!("bundle: optimising {} modules", modules.len());
    for module in modules {
        let status = Command::new(&tool).args(OPTIONS).arg(&module).arg("-o").arg(&module).status()?;
        if !status.success() {
            return Err(format!("wasm-opt {}: {status}", module.display()).into());
        }
    }
    Ok(())
}

/// Only the pinned npm package. Some Linux distributions carry an older binaryen that exits 0 and writes modules
/// which never hydrate, so nothing is taken from `PATH`.
fn tool(plan: &Plan) -> Outcome<PathBuf> {
    let tool = plan.root.join("end2end/node_modules/.bin/wasm-opt");
    if tool.exists() {
        Ok(tool)
    } else {
        Err("wasm-opt is missing; run `npm --prefix end2end ci` (it is npm's `binaryen`, pinned there)".into())
    }
}
