//! Files that have been kept long enough.

use super::{part, path};
use crate::{Domain, Error, db::sql};
use model::FileId;
use std::{fs, io::ErrorKind};
use uuid::Uuid;

/// Removes files that have been kept long enough, and what is known of those that were never made.
///
/// # Errors
/// [`Error::Io`] when a file cannot be removed; [`Error::Db`] when the database fails.
pub(crate) async fn sweep(domain: &Domain) -> Result<(), Error> {
    let oldest = domain.clock.seconds() - domain.files.keep_days * 86_400;
    let mut tx = domain.db.write().await?;
    let old: Vec<Uuid> = sql(include_str!("forget.sql")).bind(oldest).scalars(&mut tx).await?;
    tx.commit().await?;
    let domain = domain.clone();
    let removing = move || {
        for id in old.into_iter().map(FileId) {
            for file in [path(&domain, id), part(&domain, id)] {
                match fs::remove_file(file) {
                    Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
            }
        }
        Ok(())
    };
    Ok(tokio::task::spawn_blocking(removing).await.map_err(std::io::Error::other)??)
}
