//! Taking a file away.

use super::{list::one, may, path};
use crate::{
    Domain, Error,
    access::Caller,
    audit::{self, Action},
};
use model::{FileId, FileRow, FileState};
use serde_json::json;
use std::path::PathBuf;

/// A file that is there.
#[derive(Clone, Debug)]
pub struct File {
    /// What it is.
    pub row: FileRow,
    /// Where it lies.
    pub path: PathBuf,
    /// What stands beside its rows, as lines of text.
    pub notes: String,
}

/// A file of the caller's, as long as they may see its rows. Who takes it away, and when, is in the audit trail.
///
/// # Errors
/// [`Error::Denied`] without the right to take rows away or to see the dataset; [`Error::NotFound`] when the caller has no such
/// file, or it is not there (any more); [`Error::Db`] when the database fails.
pub async fn open(domain: &Domain, caller: &Caller, id: FileId) -> Result<File, Error> {
    let found = one(domain, caller, id).await?;
    let row = found.file(domain.files.keep_days)?;
    let (scope, _) = may(caller, row.order.dataset)?;
    let path = path(domain, id);
    if row.state != FileState::Made || !path.is_file() {
        return Err(Error::NotFound);
    }
    let mut tx = domain.db.write().await?;
    let (at, details) = (domain.clock.seconds(), json!({ "file": id, "rows": row.rows }));
    let what = row.order.dataset.key();
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, what, &details).await?;
    tx.commit().await?;
    Ok(File { row, path, notes: found.notes })
}
