//! Keeping a view.

use super::proper;
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    db::{Tx, sql},
};
use model::{Invalid, Permission, PersonId, SavedView, ViewId, view_state};
use uuid::Uuid;

/// How many views a person has at most in an account.
const MOST: i64 = 100;

/// The longest query, in bytes: a filter of every product that there is fits.
const LONGEST: usize = 4000;

/// What is kept.
#[derive(Clone, Debug, Default)]
pub struct NewView {
    /// What it is called.
    pub name: String,
    /// The path of a page whose state is its address.
    pub page: String,
    /// The query of the address, with or without its question mark.
    pub query: String,
    /// Whether the page shall open with it.
    pub standard: bool,
}

/// Keeps a view for the caller, in place of one that they have called the same on the same page.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Invalid`] for a name or an address that is none, or when there are too many;
/// [`Error::Db`] when the database fails.
pub async fn save(domain: &Domain, caller: &Caller, new: &NewView) -> Result<SavedView, Error> {
    let scope = caller.may(Permission::OwnViews)?;
    let person = scope.actor().ok_or(Error::NotFound)?;
    let name = proper(&new.name).ok_or(Error::Invalid(Invalid::ViewName))?;
    let query = view_state(&new.query);
    if !has_views(&new.page) || query.len() > LONGEST {
        return Err(Error::Invalid(Invalid::Request));
    }
    // No two of a person's at once, so that they do not become too many.
    let mut tx = domain.db.write_people(scope.account()).await?;
    let (account, id) = (scope.account().0, ViewId(Uuid::now_v7()));
    sql(include_str!("replace.sql")).bind(account).bind(person.0).bind(&new.page).bind(name).execute(&mut tx).await?;
    let held: i64 = sql(include_str!("count.sql")).bind(account).bind(person.0).scalar(&mut tx).await?;
    if held >= MOST {
        return Err(Error::Invalid(Invalid::TooManyViews));
    }
    if new.standard {
        none_standard(&mut tx, &scope, person, &new.page).await?;
    }
    sql(include_str!("put.sql"))
        .bind(account)
        .bind(id.0)
        .bind(person.0)
        .bind(name)
        .bind(&new.page)
        .bind(&query)
        .bind(i64::from(new.standard))
        .bind(domain.clock.seconds())
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(SavedView { id, name: name.to_owned(), page: new.page.clone(), query, standard: new.standard })
}

/// Lets a page open as it is.
pub(super) async fn none_standard(tx: &mut Tx, scope: &Scope, person: PersonId, page: &str) -> Result<(), Error> {
    sql(include_str!("none_standard.sql")).bind(scope.account().0).bind(person.0).bind(page).execute(tx).await?;
    Ok(())
}

/// Whether a page's state is its address.
fn has_views(page: &str) -> bool {
    let report = page.strip_prefix("/analytics/").is_some_and(|rest| {
        (1..=40).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    });
    report || ["/analytics", "/analytics/azure/days", "/activity", "/customers"].contains(&page)
}
