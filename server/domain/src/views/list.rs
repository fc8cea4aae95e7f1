//! One's own views.

use crate::{Domain, Error, access::Caller, db::sql};
use model::{Permission, SavedView, ViewId};
use uuid::Uuid;

/// The caller's views in this account, page by page and A to Z.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller) -> Result<Vec<SavedView>, Error> {
    let scope = caller.may(Permission::OwnViews)?;
    let rows: Vec<(Uuid, String, String, String, i64)> = sql(include_str!("list.sql"))
        .bind(scope.account().0)
        .bind(scope.actor().map(|person| person.0))
        .fetch_all(&domain.db)
        .await?;
    let view = |(id, name, page, query, standard): (Uuid, String, String, String, i64)| SavedView {
        id: ViewId(id),
        name,
        page,
        query,
        standard: standard == 1,
    };
    let mut views: Vec<SavedView> = rows.into_iter().map(view).collect();
    // Here, not in SQL: the databases fold case for Latin letters only.
    views.sort_by_cached_key(|view| (view.page.clone(), view.name.to_lowercase(), view.id));
    Ok(views)
}
