//! What is said to a customer in its next report.

use super::{Kept, kept::kept};
use crate::{
    Domain, Error,
    access::Caller,
    audit::{self, Action},
    customers,
    db::sql,
    people::change::still_allowed,
};
use model::{Invalid, Permission};
use serde_json::json;

/// The longest comment, in characters.
pub const LONGEST_COMMENT: usize = 4_000;

/// Keeps the comment and the language of a customer's report for the next time. The audit trail says who changed which of them,
/// and no word of the comment.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] for no customer of the account; [`Error::Invalid`] for a comment that
/// is too long.
pub async fn keep(domain: &Domain, caller: &Caller, tenant: &str, new: &Kept) -> Result<(), Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let tenant = customers::detail(domain, caller, tenant).await?.id;
    let new = Kept { comment: new.comment.replace("\r\n", "\n").trim().to_owned(), ..new.clone() };
    if new.comment.chars().count() > LONGEST_COMMENT {
        return Err(Error::Invalid(Invalid::Comment));
    }
    let old = kept(domain, &scope, &tenant).await?;
    if old == new {
        return Ok(());
    }
    let (account, now) = (scope.account(), domain.clock.seconds());
    let mut tx = domain.db.write_people(account).await?;
    still_allowed(&mut tx, &scope, now).await?;
    sql(include_str!("keep.sql"))
        .bind(account.0)
        .bind(&tenant)
        .bind(new.language.clone())
        .bind(&new.comment)
        .execute(&mut tx)
        .await?;
    let changed = json!({ "comment": old.comment != new.comment, "language": old.language != new.language });
    audit::record(&mut tx, now, account, scope.actor(), Action::BriefingChanged, &tenant, &changed).await?;
    tx.commit().await?;
    Ok(())
}
