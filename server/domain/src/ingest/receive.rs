//! A file on its way in: to the data directory, hashed and counted as it passes.

use sha2::{Digest, Sha256};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    path::{Path, PathBuf},
};

/// A file that arrived in whole and is safe on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Where it is.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: [u8; 32],
}

/// Why a file did not arrive.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveError {
    /// It is larger than allowed.
    #[error("the file is larger than {0} bytes")]
    TooLarge(u64),
    /// The disk or the quota is full.
    #[error("the disk is full")]
    NoSpace,
    /// Reading or writing failed.
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for ReceiveError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoSpace,
            _ => Self::Io(error),
        }
    }
}

/// A file being received. Unless finished, nothing of it stays.
#[derive(Debug)]
pub struct Receiver {
    file: File,
    path: PathBuf,
    hash: Sha256,
    bytes: u64,
    limit: u64,
    finished: bool,
}

impl Receiver {
    /// Opens `incoming/<id>` in the data directory, which must not be there yet.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn new(data_dir: &Path, id: &str, limit: u64) -> Result<Self, ReceiveError> {
        let dir = data_dir.join("incoming");
        fs::create_dir_all(&dir)?;
        let path = dir.join(id);
        let file = OpenOptions::new().write(true).create_new(true).open(&path)?;
        Ok(Self { file, path, hash: Sha256::new(), bytes: 0, limit, finished: false })
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// When the file becomes too large or the disk fails.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ReceiveError> {
        self.bytes += bytes.len() as u64;
        if self.bytes > self.limit {
            return Err(ReceiveError::TooLarge(self.limit));
        }
        self.hash.update(bytes);
        Ok(self.file.write_all(bytes)?)
    }

    /// All bytes are there: makes them last.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn finish(mut self) -> Result<Received, ReceiveError> {
        self.file.sync_all()?;
        if let Some(dir) = self.path.parent() {
            sync_dir(dir)?;
        }
        self.finished = true;
        let sha256 = std::mem::take(&mut self.hash).finalize().into();
        Ok(Received { path: self.path.clone(), bytes: self.bytes, sha256 })
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        if !self.finished {
            // Nothing can be done about a failure here; the start-up sweep of `incoming` takes what is left.
            fs::remove_file(&self.path).ok();
        }
    }
}

/// A new name in a directory is only durable once the directory itself is. Windows has no such call.
fn sync_dir(dir: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
}

/// Receives a whole stream into `incoming/<id>` of the data directory.
///
/// # Errors
/// When the stream fails, is too long, or the disk fails; nothing stays then.
pub fn receive(source: &mut dyn Read, data_dir: &Path, id: &str, limit: u64) -> Result<Received, ReceiveError> {
    let mut receiver = Receiver::new(data_dir, id, limit)?;
    let mut buffer = vec![0; 256 << 10];
    loop {
        match source.read(&mut buffer) {
            Ok(0) => return receiver.finish(),
            Ok(n) => receiver.push(&buffer[..n])?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrives_with_its_hash_or_not_at_all() {
        let dir = tempfile::tempdir().unwrap();
        let got = receive(&mut &b"abc"[..], dir.path(), "one", 3).unwrap();
        assert_eq!((got.bytes, got.sha256[0], got.sha256[31]), (3, 0xba, 0xad));
        assert_eq!(fs::read(&got.path).unwrap(), b"abc");
        assert!(matches!(receive(&mut &b"abcd"[..], dir.path(), "two", 3), Err(ReceiveError::TooLarge(3))));
        assert!(!dir.path().join("incoming/two").exists());
        assert!(receive(&mut &b"x"[..], dir.path(), "one", 3).is_err(), "an id is used once");
        assert_eq!(fs::read(&got.path).unwrap(), b"abc");
    }
}
