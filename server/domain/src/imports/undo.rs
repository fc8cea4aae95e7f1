//! Ways back: stopping an import while it runs, and taking one back that is in.

use super::pages::joined;
use crate::{
    Domain, Error,
    access::Caller,
    audit::{self, Action},
    db::sql,
};
use model::{ImportId, ImportState, Invalid, Permission};
use serde_json::json;

/// Stops a running import; one that has ended stays as it is.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the account has no such import.
pub async fn cancel(domain: &Domain, caller: &Caller, id: ImportId) -> Result<(), Error> {
    let scope = caller.may(Permission::Import)?;
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let state: Option<String> =
        sql(include_str!("state.sql")).bind(scope.account().0).bind(id.0).scalar_optional(&mut tx).await?;
    state.ok_or(Error::NotFound)?;
    let file: Option<String> =
        sql(include_str!("cancel.sql")).bind(scope.account().0).bind(id.0).bind(now).scalar_optional(&mut tx).await?;
    if let Some(file) = file {
        let details = json!({ "file": file, "state": ImportState::Cancelled });
        let (account, actor) = (scope.account(), scope.actor());
        audit::record(&mut tx, now, account, actor, Action::Imported, &id.to_string(), &details).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Takes an import back: its months are again what they were before it, or gone if they were not there. Locations, and the
/// names of customers, stay as they are. One that has been taken back already stays so.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the account has no such import; [`Error::Stale`] when it is
/// not in, has no months, or one of them has been replaced or mended since; [`Error::Invalid`] when what it replaced is no
/// longer kept.
pub async fn undo(domain: &Domain, caller: &Caller, id: ImportId) -> Result<(), Error> {
    let scope = caller.may(Permission::Import)?;
    let account = scope.account();
    let mut tx = domain.db.write_facts(account).await?;
    let import: Option<(String, String)> =
        sql(include_str!("state.sql")).bind(account.0).bind(id.0).fetch_optional(&mut tx).await?;
    let (state, file) = import.ok_or(Error::NotFound)?;
    if state == ImportState::Undone.key() {
        return Ok(());
    }
    if sql(include_str!("predecessor_gone.sql")).bind(account.0).bind(id.0).scalar::<i64>(&mut tx).await? > 0 {
        return Err(Error::Invalid(Invalid::NothingToPutBack));
    }
    let updated = sql(include_str!("undo.sql")).bind(account.0).bind(id.0).execute(&mut tx).await?;
    if updated == 0 {
        return Err(Error::Stale { by: None });
    }
    // In this order: a month has one current import at most.
    let taken = sql(include_str!("take_back.sql")).bind(account.0).bind(id.0).execute(&mut tx).await?;
    let put = sql(include_str!("put_back.sql")).bind(account.0).bind(id.0).execute(&mut tx).await?;
    // The other pages of its answer can be given in again, too.
    sql(include_str!("undo_pages.sql")).bind(account.0).bind(joined(id, &file)?).execute(&mut tx).await?;
    sql(include_str!("new_version.sql")).bind(account.0).execute(&mut tx).await?;
    let details = json!({ "file": file, "months": taken, "restored": put });
    let (now, actor) = (domain.clock.seconds(), scope.actor());
    audit::record(&mut tx, now, account, actor, Action::ImportUndone, &id.to_string(), &details).await?;
    tx.commit().await?;
    Ok(())
}
