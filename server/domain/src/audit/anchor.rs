//! Heads of the chains outside of the database: whoever cuts rows off and puts an older head back is found by them.

use crate::{Domain, Error, db::sql};
use model::AccountId;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs::{File, OpenOptions},
    io::{BufRead, BufReader, ErrorKind, Write},
    path::Path,
};
use uuid::Uuid;

/// The file in the data directory, one head a line.
pub(super) const FILE: &str = "audit-heads.jsonl";

/// A head as it was at some time.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Line {
    /// When it was written down.
    at: String,
    account: Uuid,
    seq: i64,
    /// Hexadecimal, as is `mac`.
    hash: String,
    mac: String,
}

/// Writes down the head of every chain that has grown since the last time.
///
/// # Errors
/// [`Error::Io`] when the file cannot be written; [`Error::Db`] when the database fails.
pub(crate) async fn anchor(domain: &Domain) -> Result<(), Error> {
    let heads: Vec<(Uuid, i64, Vec<u8>, Vec<u8>)> = sql(include_str!("heads.sql")).fetch_all(&domain.db).await?;
    let (path, at) = (domain.data.join(FILE), domain.clock.now().to_string());
    tokio::task::spawn_blocking(move || write(&path, &at, &heads)).await.map_err(std::io::Error::other)??;
    Ok(())
}

fn write(path: &Path, at: &str, heads: &[(Uuid, i64, Vec<u8>, Vec<u8>)]) -> std::io::Result<()> {
    let mut known = BTreeMap::new();
    let torn = read(path, |line| {
        known.insert(line.account, line.seq);
    })?;
    let mut text = String::new();
    if torn {
        text.push('\n');
    }
    for (account, seq, hash, mac) in heads.iter().filter(|(account, seq, ..)| known.get(account) != Some(seq)) {
        let line = Line { at: at.to_owned(), account: *account, seq: *seq, hash: hex(hash), mac: hex(mac) };
        text.push_str(&serde_json::to_string(&line)?);
        text.push('\n');
    }
    if text.is_empty() {
        return Ok(());
    }
    let mut file = append(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn append(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// What is written down of an account: hash by sequence number.
///
/// # Errors
/// An I/O error when the file is there and cannot be read.
pub(super) fn of(data: &Path, account: AccountId) -> std::io::Result<BTreeMap<i64, String>> {
    let mut heads = BTreeMap::new();
    read(&data.join(FILE), |line| {
        if line.account == account.0 {
            heads.insert(line.seq, line.hash);
        }
    })?;
    Ok(heads)
}

/// Tells each line; answers whether the last one was cut short, by a crash or a full disk. What is no line is left out.
fn read(path: &Path, mut each: impl FnMut(Line)) -> std::io::Result<bool> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    let (mut lines, mut text) = (BufReader::new(file), Vec::new());
    while lines.read_until(b'\n', &mut text)? > 0 {
        if let Ok(line) = serde_json::from_slice(&text) {
            each(line);
        }
        if text.last() != Some(&b'\n') {
            return Ok(true);
        }
        text.clear();
    }
    Ok(false)
}

/// The head as auditors write it down.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
