//! The log as a file: exactly what a filter finds, however much it is, in pieces.

use super::{
    list::{piece, told, with_days},
    search::Search,
};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    audit::{self, Action},
    export::Pieces,
};
use model::{ActivityFilter, ActivityRow, Permission};
use serde_json::json;

/// Rows of a piece.
const PIECE: usize = 1_000;

/// An export under way.
pub struct Export {
    domain: Domain,
    scope: Scope,
    search: Search,
    before: Option<i64>,
    ended: bool,
}

/// Begins an export, and says so in the audit trail.
///
/// # Errors
/// [`Error::Denied`] without the right to see the log or to export; [`Error::Db`] when the database fails.
pub async fn export(domain: &Domain, caller: &Caller, filter: &ActivityFilter) -> Result<Export, Error> {
    caller.may(Permission::Export)?;
    let scope = caller.may(Permission::ViewActivity)?;
    let filter = with_days(domain, &scope, filter).await?;
    let mut tx = domain.db.write().await?;
    let (at, details) = (domain.clock.seconds(), json!({ "filter": filter }));
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, "activity", &details).await?;
    tx.commit().await?;
    let search = Search::new(&filter, domain.db.on_postgres());
    Ok(Export { domain: domain.clone(), scope, search, before: filter.before, ended: false })
}

impl Pieces for Export {
    type Row = ActivityRow;

    async fn next(&mut self) -> Result<Vec<ActivityRow>, Error> {
        if self.ended {
            return Ok(Vec::new());
        }
        let rows = piece(&self.domain, &self.scope, &self.search, self.before, PIECE).await?;
        self.ended = rows.len() < PIECE;
        self.before = rows.last().map(|row| row.id);
        told(&self.domain, &self.scope, rows).await
    }
}
