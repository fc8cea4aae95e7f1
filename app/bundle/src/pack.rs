//! Puts small modules that areas share into one file: a request for each of them costs more than its bytes.

use crate::{
    Outcome,
    glue::{LOADER, Preload},
};
use std::{fs, path::Path};

/// Modules below so many bytes are packed.
const SMALL: u64 = 12_000;
/// Stem of the file that they are packed into.
const PACK: &str = "small";

/// What the loader calls in place of a request. A pack that did not come is asked for again the next time.
const PART: &str = r#"
let pack;
function part(from, to) {
    pack ??= fetch(new URL("./small.wasm", import.meta.url)).then((answer) => {
        if (!answer.ok) throw new Error(`small.wasm: ${answer.status}`);
        return answer.arrayBuffer();
    });
    pack.catch(() => { pack = undefined; });
    return pack.then((all) => new Response(all.slice(from, to), { headers: { "content-type": "application/wasm" } }));
}
"#;

/// Packs the small shared modules of `package`, and has the loader and the preloads know of it.
pub(crate) fn small(package: &Path, preload: &mut Preload) -> Outcome<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(package)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix(".wasm").filter(|stem| stem.starts_with("chunk_"))
            && entry.metadata()?.len() < SMALL
        {
            names.push(stem.to_owned());
        }
    }
    names.sort();
    let mut loader = fs::read_to_string(package.join(LOADER))?;
    let mut packed = Vec::new();
    for name in &names {
        let path = package.join(format!("{name}.wasm"));
        let from = packed.len();
        packed.extend(fs::read(&path)?);
        let request = format!(r#"fetch(new URL("./{name}.wasm", import.meta.url))"#);
        if !loader.contains(&request) {
            return Err(format!("pack: {LOADER} does not fetch {name}.wasm as it used to").into());
        }
        loader = loader.replace(&request, &format!("part({from}, {})", packed.len()));
        fs::remove_file(path)?;
    }
    println!("bundle: packed {} small modules", names.len());
    if names.is_empty() {
        return Ok(());
    }
    loader.push_str(PART);
    fs::write(package.join(LOADER), loader)?;
    fs::write(package.join(format!("{PACK}.wasm")), packed)?;
    for modules in preload.values_mut() {
        let before = modules.len();
        modules.retain(|module| !names.contains(module));
        if modules.len() < before {
            modules.push(PACK.to_owned());
        }
    }
    Ok(())
}
