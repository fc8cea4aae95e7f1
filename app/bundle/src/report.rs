//! Prints how big the site is, and fails when it outgrows its budget.

use crate::{
    Outcome, compress,
    glue::{LOADER, NAME},
};
use std::{fs, path::Path};

const KB: u64 = 1000;
const MAIN_MODULE: u64 = 300 * KB;
const AREA_MODULE: u64 = 80 * KB;
const SCRIPTS: u64 = 25 * KB;
const STYLE: u64 = 20 * KB;
const AREA_MODULES: usize = 40;

/// One file of the site, in bytes. A debug site has no compressed forms.
pub(crate) struct Size {
    name: String,
    raw: u64,
    gzip: Option<u64>,
    brotli: Option<u64>,
}

impl Size {
    /// What travels to a browser of today.
    fn sent(&self) -> u64 {
        self.brotli.unwrap_or(self.raw)
    }

    fn ends_with(&self, end: &str) -> bool {
        self.name.rsplit_once('.').is_some_and(|(_, found)| found == end)
    }

    fn is_main(&self) -> bool {
        self.name == format!("{NAME}.wasm")
    }

    fn is_area(&self) -> bool {
        self.ends_with("wasm") && !self.is_main()
    }
}

/// The sizes of all files of the site.
pub(crate) fn sizes(folder: &Path) -> Outcome<Vec<Size>> {
    let mut all = Vec::new();
    for path in compress::files(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let size =
            Size { name, raw: fs::metadata(&path)?.len(), gzip: beside(&path, "gz"), brotli: beside(&path, "br") };
        if !size.ends_with("br") && !size.ends_with("gz") && size.name != "manifest.json" {
            all.push(size);
        }
    }
    all.sort_by_key(|size| std::cmp::Reverse(size.raw));
    Ok(all)
}

fn beside(path: &Path, end: &str) -> Option<u64> {
    fs::metadata(format!("{}.{end}", path.display())).ok().map(|data| data.len())
}

/// The table.
pub(crate) fn print(sizes: &[Size]) {
    let cell = |size: Option<u64>| size.map_or_else(|| "-".to_owned(), |bytes| bytes.to_string());
    println!("{:<48} {:>10} {:>10} {:>10}", "file", "raw", "gzip", "brotli");
    for size in sizes {
        println!("{:<48} {:>10} {:>10} {:>10}", size.name, size.raw, cell(size.gzip), cell(size.brotli));
    }
    let areas = sizes.iter().filter(|size| size.is_area()).count();
    println!("{} files, {areas} of them lazy areas and what they share", sizes.len());
}

/// Names everything that is over its budget.
pub(crate) fn check(sizes: &[Size]) -> Outcome<()> {
    let scripts: u64 = sizes.iter().filter(|size| size.ends_with("js") && size.name != LOADER).map(Size::sent).sum();
    let mut over = Vec::new();
    let mut limit = |what: &str, bytes: u64, most: u64| {
        if bytes > most {
            over.push(format!("{what}: {bytes} bytes, {most} allowed"));
        }
    };
    limit("JavaScript", scripts, SCRIPTS);
    for size in sizes {
        match size {
            _ if size.is_main() => limit(&size.name, size.sent(), MAIN_MODULE),
            _ if size.is_area() => limit(&size.name, size.sent(), AREA_MODULE),
            _ if size.ends_with("css") => limit(&size.name, size.sent(), STYLE),
            _ => {}
        }
    }
    let areas = sizes.iter().filter(|size| size.is_area()).count();
    if areas > AREA_MODULES {
        over.push(format!("lazy areas: {areas} files, {AREA_MODULES} allowed"));
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!("over budget (compressed sizes)\n  {}", over.join("\n  ")).into())
    }
}
