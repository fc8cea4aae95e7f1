//! Renaming a view, making it the one that its page opens with, taking it away.

use super::{proper, save::none_standard};
use crate::{Domain, Error, access::Caller, db::sql};
use model::{Invalid, Permission, ViewChange, ViewId};

/// Changes one of the caller's views in this account.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when it is not the caller's; [`Error::Invalid`] for a name that is
/// none; [`Error::Db`] when the database fails.
pub async fn change(domain: &Domain, caller: &Caller, view: ViewId, change: &ViewChange) -> Result<(), Error> {
    let scope = caller.may(Permission::OwnViews)?;
    let person = scope.actor().ok_or(Error::NotFound)?;
    let mut tx = domain.db.write_people(scope.account()).await?;
    let of_mine = |text| sql(text).bind(scope.account().0).bind(person.0).bind(view.0);
    let page: Option<String> = of_mine(include_str!("one.sql")).scalar_optional(&mut tx).await?;
    let page = page.ok_or(Error::NotFound)?;
    match change {
        ViewChange::Rename(name) => {
            let name = proper(name).ok_or(Error::Invalid(Invalid::ViewName))?;
            of_mine(include_str!("rename.sql")).bind(name).execute(&mut tx).await?;
        }
        ViewChange::Standard => {
            none_standard(&mut tx, &scope, person, &page).await?;
            of_mine(include_str!("set_standard.sql")).bind(1_i64).execute(&mut tx).await?;
        }
        ViewChange::NotStandard => {
            of_mine(include_str!("set_standard.sql")).bind(0_i64).execute(&mut tx).await?;
        }
        ViewChange::Delete => {
            of_mine(include_str!("delete.sql")).execute(&mut tx).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
