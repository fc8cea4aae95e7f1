//! Files set aside for imports.

use crate::{Domain, Error, db::sql, imports};
use std::{io::ErrorKind, path::PathBuf};
use uuid::Uuid;

/// Removes the rejected rows and the kept files of imports that ended longer ago than their account keeps them, and what
/// interrupted imports left behind.
pub(super) async fn remove(domain: &Domain) -> Result<(), Error> {
    let old: Vec<Uuid> = sql(include_str!("old_imports.sql")).bind(domain.clock.seconds()).scalars(&domain.db).await?;
    let domain = domain.clone();
    let removing = move || {
        for file in old.iter().flat_map(|import| set_aside(&domain, *import)) {
            match std::fs::remove_file(file) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        imports::sweep(&domain)
    };
    Ok(tokio::task::spawn_blocking(removing).await.map_err(std::io::Error::other)??)
}

fn set_aside(domain: &Domain, import: Uuid) -> [PathBuf; 2] {
    ["quarantine", "kept"].map(|dir| domain.data.join(dir).join(import.to_string()))
}
