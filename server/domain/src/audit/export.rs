//! The trail as a file: exactly what a filter finds, however much it is, in pieces.

use super::{Told, list::piece, search::Search};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    audit::{self, Action},
    export::Pieces,
};
use model::{AuditFilter, Permission};
use serde_json::json;

/// Rows of a piece.
const PIECE: usize = 1_000;

/// An export under way.
pub struct Export {
    domain: Domain,
    scope: Scope,
    search: Search,
    before: i64,
}

/// Begins an export, and says so in the trail; that row is not part of it.
///
/// # Errors
/// [`Error::Denied`] without the right to read the trail or to export; [`Error::Db`] when the database fails.
pub async fn export(domain: &Domain, caller: &Caller, filter: &AuditFilter) -> Result<Export, Error> {
    caller.may(Permission::Export)?;
    let scope = caller.may(Permission::ReadAudit)?;
    let search = Search::new(domain, &scope, filter).await?;
    let newest = piece(domain, &scope, &search, filter.before, 1).await?;
    let before = newest.first().map_or(0, |row| row.seq + 1);
    let mut tx = domain.db.write().await?;
    let (at, details) = (domain.clock.seconds(), json!({ "filter": filter }));
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, "audit", &details).await?;
    tx.commit().await?;
    Ok(Export { domain: domain.clone(), scope, search, before })
}

impl Pieces for Export {
    type Row = Told;

    async fn next(&mut self) -> Result<Vec<Told>, Error> {
        let rows = piece(&self.domain, &self.scope, &self.search, Some(self.before), PIECE).await?;
        self.before = rows.last().map_or(0, |row| row.seq);
        Ok(rows)
    }
}
