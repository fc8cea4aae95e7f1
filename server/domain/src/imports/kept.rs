//! Files that no page shows, to be downloaded again.

use super::one;
use crate::{
    Domain, Error,
    access::Caller,
    audit::{self, Action},
};
use model::{ImportId, ImportNote, ImportState, Permission};
use serde_json::json;
use std::path::PathBuf;

/// The file of an import as it came, if its dataset is one that is kept: its name, and where it lies. Who asks for it, and when, is
/// in the audit trail.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the account has no such import, or its file is not kept (any more);
/// [`Error::Db`] when the database fails.
pub async fn file(domain: &Domain, caller: &Caller, id: ImportId) -> Result<(String, PathBuf), Error> {
    let scope = caller.may(Permission::Import)?;
    let import = one(domain, caller, id).await?;
    let path = domain.data.join("kept").join(id.to_string());
    if import.state != ImportState::Done || !import.notes.contains(&ImportNote::Kept) || !path.is_file() {
        return Err(Error::NotFound);
    }
    let mut tx = domain.db.write().await?;
    let (at, details) = (domain.clock.seconds(), json!({ "import": id, "rows": import.rows }));
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, &import.file, &details).await?;
    tx.commit().await?;
    Ok((import.file, path))
}
