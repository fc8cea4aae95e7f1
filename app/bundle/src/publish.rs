//! Lays out the finished site: `public/*` at its root, everything built in one folder named after its contents.
//!
//! One hash for the whole folder, not one a file: glue, loader and modules name each other relatively and only ever
//! work together, so they may as well move together. Whatever is in the folder can be cached for ever.

use crate::{
    Outcome, Plan, compress,
    glue::{Areas, NAME},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// `pkg/manifest.json`, which the server reads once at its start.
#[derive(Serialize, Deserialize)]
struct Manifest {
    /// Name of the folder below `pkg`.
    folder: String,
    script: String,
    module: String,
    style: String,
    areas: Areas,
    /// Fingerprint of what the site was built from.
    inputs: String,
}

/// An empty folder to build in.
pub(crate) fn empty_workshop(plan: &Plan) -> Outcome<PathBuf> {
    let workshop = plan.workshop();
    let _ = fs::remove_dir_all(&workshop);
    let package = workshop.join("package");
    fs::create_dir_all(&package)?;
    Ok(package)
}

/// Changes whenever the site would: compiled client, style, public files, and this program.
pub(crate) fn fingerprint(plan: &Plan, linked: &[u8]) -> Outcome<String> {
    let mut hash = Sha256::new();
    hash.update(linked);
    hash.update(fs::read(std::env::current_exe()?)?);
    for folder in ["style", "public"] {
        add_folder(&mut hash, &plan.root.join(folder))?;
    }
    Ok(short(&hash.finalize()))
}

/// Whether the site was built from the same inputs.
pub(crate) fn is_fresh(plan: &Plan, inputs: &str) -> bool {
    fs::read(plan.site().join("pkg/manifest.json"))
        .ok()
        .and_then(|text| serde_json::from_slice::<Manifest>(&text).ok())
        .is_some_and(|manifest| manifest.inputs == inputs)
}

/// Puts the site together and lets it take the place of the old one.
pub(crate) fn site(plan: &Plan, package: &Path, areas: Areas, inputs: String) -> Outcome<()> {
    let mut hash = Sha256::new();
    add_folder(&mut hash, package)?;
    let folder = short(&hash.finalize());

    let new = plan.workshop().join("site");
    fs::create_dir_all(new.join("pkg"))?;
    for file in compress::files(&plan.root.join("public"))? {
        fs::copy(&file, new.join(file.file_name().ok_or("a public file without a name")?))?;
    }
    fs::rename(package, new.join("pkg").join(&folder))?;
    if plan.release {
        println!("bundle: compressing");
        compress::folder(&new)?;
    }
    let manifest = Manifest {
        folder,
        script: format!("{NAME}.js"),
        module: format!("{NAME}.wasm"),
        style: format!("{NAME}.css"),
        areas,
        inputs,
    };
    fs::write(new.join("pkg/manifest.json"), serde_json::to_vec_pretty(&manifest)?)?;
    let _ = fs::remove_dir_all(plan.site());
    fs::rename(new, plan.site())?;
    Ok(())
}

/// Names and contents, each with its length, so that no two folders run together.
fn add_folder(hash: &mut Sha256, folder: &Path) -> Outcome<()> {
    for path in compress::files(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().into_owned();
        let data = fs::read(&path)?;
        for part in [name.as_bytes(), &data] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    Ok(())
}

/// The first 16 hexadecimal digits: plenty to tell builds apart.
fn short(digest: &[u8]) -> String {
    digest.iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
