//! Puts modules that areas share into few files: a request for each of them costs more than its bytes, and together they compress
//! better.

use crate::{
    Outcome,
    glue::{Areas, LOADER},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Modules below so many bytes are packed, whoever needs them.
const SMALL: u64 = 12_000;
/// Modules over so many bytes stay alone: what is large is worth a request, and the files come side by side.
const LARGE: u64 = 100_000;
/// The area that most people land in.
const LANDING: &str = "figures";
/// An area without charts: what it shares with the landing page everybody needs.
const PLAIN: &str = "colleagues";

/// What the loader calls in place of a request. A pack that did not come is asked for again the next time.
const PART: &str = r#"
const packs = {};
function part(name, from, to) {
    packs[name] ??= fetch(new URL(`./${name}.wasm`, import.meta.url)).then((answer) => {
        if (!answer.ok) throw new Error(`${name}.wasm: ${answer.status}`);
        return answer.arrayBuffer();
    });
    packs[name].catch(() => { delete packs[name]; });
    return packs[name].then((all) => new Response(all.slice(from, to), { headers: { "content-type": "application/wasm" } }));
}
"#;

/// Packs the shared modules of `package`: what all need, what the landing page needs beyond that, and of the rest the small ones.
/// The loader and the areas know of it afterwards.
pub(crate) fn shared(package: &Path, areas: &mut Areas) -> Outcome<()> {
    let needs = |area| -> BTreeSet<&String> { areas.get(area).into_iter().flatten().collect() };
    let (landing, plain) = (needs(LANDING), needs(PLAIN));
    let mut packs: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for entry in fs::read_dir(package)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".wasm").filter(|stem| stem.starts_with("chunk_")) else { continue };
        let stem = stem.to_owned();
        let size = entry.metadata()?.len();
        let pack = match (landing.contains(&stem), plain.contains(&stem)) {
            _ if size > LARGE => continue,
            (true, true) => "common",
            (true, false) => "charts",
            _ if size < SMALL => "small",
            _ => continue,
        };
        packs.entry(pack).or_default().push(stem);
    }
    let mut loader = fs::read_to_string(package.join(LOADER))?;
    for (pack, names) in &mut packs {
        names.sort();
        println!("bundle: packed {} modules into {pack}.wasm", names.len());
        put(package, pack, names, &mut loader)?;
    }
    if packs.is_empty() {
        return Ok(());
    }
    loader.push_str(PART);
    fs::write(package.join(LOADER), loader)?;
    for modules in areas.values_mut() {
        for (pack, names) in &packs {
            let before = modules.len();
            modules.retain(|module| !names.contains(module));
            if modules.len() < before {
                modules.push((*pack).to_owned());
            }
        }
    }
    Ok(())
}

/// Writes one pack.
fn put(package: &Path, pack: &str, names: &[String], loader: &mut String) -> Outcome<()> {
    let mut packed = Vec::new();
    for name in names {
        let path = package.join(format!("{name}.wasm"));
        let from = packed.len();
        packed.extend(fs::read(&path)?);
        let request = format!(r#"fetch(new URL("./{name}.wasm", import.meta.url))"#);
        if !loader.contains(&request) {
            return Err(format!("pack: {LOADER} does not fetch {name}.wasm as it used to").into());
        }
        *loader = loader.replace(&request, &format!(r#"part("{pack}", {from}, {})"#, packed.len()));
        fs::remove_file(path)?;
    }
    Ok(fs::write(package.join(format!("{pack}.wasm")), packed)?)
}
