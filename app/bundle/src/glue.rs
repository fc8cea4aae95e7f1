//! Splits the linked module into a main part and lazy areas, and writes the JavaScript that joins them.

use crate::Outcome;
use std::{collections::BTreeMap, fs, path::Path};

/// For each lazy area, the modules it needs: what the server tells the browser to fetch with the main one.
pub(crate) type Areas = BTreeMap<String, Vec<String>>;

/// Stem of the main module, its glue and the style sheet.
pub(crate) const NAME: &str = "seatscope";
/// The loader of the lazy areas, imported by the glue.
pub(crate) const LOADER: &str = "split.js";

/// Fills `package` with the modules and their glue.
///
/// Always splits, in debug too: an unsplit build with lazy areas in it compiles and renders, and never hydrates.
pub(crate) fn generate(linked: &[u8], workshop: &Path, package: &Path) -> Outcome<Areas> {
    println!("bundle: splitting");
    let main = workshop.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(linked);
    options.output_dir = package;
    options.main_out_path = &main;
    let glue = format!("./{NAME}.js");
    options.main_module = &glue;
    let loader = format!("./{LOADER}");
    options.link_name = &loader;
    let split = wasm_split_cli_support::transform(options).map_err(|error| format!("split: {error:#}"))?;

    wasm_bindgen_cli_support::Bindgen::new()
        .keep_lld_exports(true) // the areas import them
        .demangle(false)
        .typescript(false)
        .input_path(&main)
        .out_name(NAME)
        .web(true)
        .and_then(|bindgen| bindgen.generate(package))
        .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    fs::rename(package.join(format!("{NAME}_bg.wasm")), package.join(format!("{NAME}.wasm")))?;
    // The splitter adds a hash to the name of the function.
    let area = |name: String| name.rsplit_once('_').map(|(area, _)| area.to_owned()).unwrap_or(name);
    Ok(split.prefetch_map.into_iter().map(|(name, modules)| (area(name), modules)).collect())
}
