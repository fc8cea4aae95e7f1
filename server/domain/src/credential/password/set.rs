//! Setting and removing one's own password.

use super::{Plain, policy};
use crate::{Domain, Error, access::Caller, audit::Action, credential::change::Change, db::sql};
use model::{Invalid, Permission};
use serde_json::json;

/// Sets the caller's password, the first one or another. All their other sessions end.
///
/// # Errors
/// [`Invalid::Password`] with why it is not good enough; [`Error::Busy`]; [`Error::Denied`] when the caller has to prove again
/// who they are.
pub async fn set(domain: &Domain, caller: &Caller, plain: Plain) -> Result<(), Error> {
    // Asked before the hash, so that nobody makes the server work without being allowed to; and again, at the change.
    caller.may_now(Permission::OwnProfile)?;
    let visitor = caller.visitor().ok_or(Error::NotFound)?;
    let second_factor = Change::begin(domain, caller).await?.factors().await?.second();
    let about = ["seatscope", &visitor.account_name, &visitor.name, &visitor.email];
    policy::judge(&plain, second_factor, &about).map_err(|problem| Error::Invalid(Invalid::Password(problem)))?;
    let stands_alone = policy::stands_alone(&plain);
    let phc = domain.hasher.queue()?.hash(plain).await?;

    let mut change = Change::begin(domain, caller).await?;
    if !stands_alone && !change.factors().await?.second() {
        // The second factor went while the hash was made.
        return Err(Error::Invalid(Invalid::Password(policy::TOO_SHORT)));
    }
    sql(include_str!("set.sql"))
        .bind(change.person().0)
        .bind(phc)
        .bind(change.now)
        .bind(stands_alone)
        .execute(&mut change.tx)
        .await?;
    change.done(Action::PasswordChanged, &json!({ "set": true })).await
}

/// Removes the caller's password: from then on they sign in with a passkey, an identity provider or a link. All their other
/// sessions end.
///
/// # Errors
/// [`Error::NotFound`] when they have none; [`Error::Denied`] when the caller has to prove again who they are.
pub async fn remove(domain: &Domain, caller: &Caller) -> Result<(), Error> {
    let mut change = Change::begin(domain, caller).await?;
    let removed = sql(include_str!("remove.sql")).bind(change.person().0).execute(&mut change.tx).await?;
    if removed == 0 {
        return Err(Error::NotFound);
    }
    change.done(Action::PasswordChanged, &json!({ "set": false })).await
}
