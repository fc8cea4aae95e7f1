//! Compresses files ahead of time, as small as can be.

use crate::Outcome;
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

const COMPRESSIBLE: [&str; 7] = ["css", "ico", "js", "json", "svg", "txt", "wasm"];

/// Writes `x.br` and `x.gz` beside every compressible file `x` below `folder`.
pub(crate) fn folder(folder: &Path) -> Outcome<()> {
    for path in files(folder)? {
        if path.extension().is_some_and(|end| COMPRESSIBLE.iter().any(|known| end == *known)) {
            file(&path)?;
        }
    }
    Ok(())
}

/// All files below `folder`, sorted.
pub(crate) fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn file(path: &Path) -> Outcome<()> {
    let data = fs::read(path)?;
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    brotli::BrotliCompress(&mut &data[..], &mut File::create(format!("{}.br", path.display()))?, &params)?;
    let gz = File::create(format!("{}.gz", path.display()))?;
    let mut gz = flate2::write::GzEncoder::new(gz, flate2::Compression::best());
    gz.write_all(&data)?;
    gz.finish()?;
    Ok(())
}
