//! Joins `style/main.css` and what it imports into one sheet.

use crate::{Outcome, Plan, glue::NAME};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
    targets::{Browsers, Targets},
};
use std::{fs, path::Path};

/// Browsers two years back: newer syntax (nesting, `light-dark()`) is lowered to what they know.
const BROWSERS: Browsers = Browsers {
    chrome: Some(120 << 16),
    edge: Some(120 << 16),
    firefox: Some(121 << 16),
    safari: Some(17 << 16 | 2 << 8),
    ios_saf: Some(17 << 16 | 2 << 8),
    android: None,
    ie: None,
    opera: None,
    samsung: None,
};

/// Writes the sheet into `package`; minified in release.
pub(crate) fn sheet(plan: &Plan, package: &Path) -> Outcome<()> {
    let files = FileProvider::new();
    let mut bundler = Bundler::new(&files, None, ParserOptions::default());
    let mut sheet = bundler.bundle(&plan.root.join("style/main.css")).map_err(|error| format!("style: {error}"))?;
    let targets = Targets { browsers: Some(BROWSERS), ..Targets::default() };
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| format!("style: {error}"))?;
    let css = sheet
        .to_css(PrinterOptions { minify: plan.release, targets, ..PrinterOptions::default() })
        .map_err(|error| format!("style: {error}"))?;
    fs::write(package.join(format!("{NAME}.css")), css.code)?;
    Ok(())
}
