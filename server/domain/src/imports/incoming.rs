//! A file that has arrived and waits to be taken in.

use crate::{
    Domain,
    ingest::{ReceiveError, Received, Receiver, receive},
};
use model::ImportId;
use std::{
    io::Read,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};
use uuid::Uuid;

/// The largest file that is received, in bytes.
pub const MOST_BYTES: u64 = 16 << 30;

/// A received file under the id of its import.
#[derive(Debug)]
pub struct Incoming {
    pub(super) id: ImportId,
    pub(super) name: String,
    pub(super) received: Received,
}

/// A file while it arrives, piece by piece.
#[derive(Debug)]
pub struct Arriving {
    id: ImportId,
    name: String,
    receiver: Receiver,
}

impl Arriving {
    /// Begins to receive a file of that name. Unless it is finished, nothing of it stays.
    ///
    /// # Errors
    /// [`ReceiveError`] when the data directory cannot be written.
    pub fn new(domain: &Domain, name: &str) -> Result<Self, ReceiveError> {
        let id = ImportId(Uuid::now_v7());
        let receiver = Receiver::new(&domain.data, &id.to_string(), MOST_BYTES)?;
        Ok(Self { id, name: name.to_owned(), receiver })
    }

    /// The next piece.
    ///
    /// # Errors
    /// [`ReceiveError`] when the disk fails or the file becomes too large.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ReceiveError> {
        self.receiver.push(bytes)
    }

    /// The whole file is there.
    ///
    /// # Errors
    /// [`ReceiveError`] when the disk fails.
    pub fn finish(self) -> Result<Incoming, ReceiveError> {
        Ok(Incoming { id: self.id, name: self.name, received: self.receiver.finish()? })
    }
}

impl Incoming {
    /// Receives a whole stream; blocks.
    ///
    /// # Errors
    /// [`ReceiveError`] when the stream or the disk fails, or it is too long.
    pub fn read(domain: &Domain, name: &str, source: &mut dyn Read) -> Result<Self, ReceiveError> {
        let id = ImportId(Uuid::now_v7());
        let received = receive(source, &domain.data, &id.to_string(), MOST_BYTES)?;
        Ok(Self { id, name: name.to_owned(), received })
    }

    /// The id that its import will have.
    #[must_use]
    pub const fn id(&self) -> ImportId {
        self.id
    }

    pub(super) fn path(&self) -> &Path {
        &self.received.path
    }

    /// Moves the file to where it stays.
    pub(super) async fn keep(self, domain: &Domain) -> std::io::Result<()> {
        let dir = domain.data.join("kept");
        tokio::fs::create_dir_all(&dir).await?;
        tokio::fs::rename(self.received.path, dir.join(self.id.to_string())).await
    }

    pub(super) async fn remove(self) {
        // A file left behind is swept away at the next start.
        tokio::fs::remove_file(self.received.path).await.ok();
    }
}

/// Removes what interrupted imports left behind: files in `incoming` that nobody has touched for a day.
///
/// # Errors
/// An I/O error when the directory cannot be read.
pub fn sweep(domain: &Domain) -> std::io::Result<()> {
    let dir: PathBuf = domain.data.join("incoming");
    if !dir.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        let age = SystemTime::now().duration_since(entry.metadata()?.modified()?).unwrap_or_default();
        if age > Duration::from_hours(24) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
