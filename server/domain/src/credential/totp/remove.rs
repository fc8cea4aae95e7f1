//! Removing one's authenticator app.

use crate::{Domain, Error, access::Caller, audit::Action, credential::change::Change, db::sql};
use serde_json::json;

/// Removes the caller's authenticator app. All their other sessions end.
///
/// # Errors
/// [`Error::NotFound`] when they have none; [`Error::Invalid`] when their password is too short to stand alone;
/// [`Error::LastAdmin`] when an account that demands a second factor would be left without somebody who can act;
/// [`Error::Denied`] when the caller has to prove again who they are.
pub async fn remove(domain: &Domain, caller: &Caller) -> Result<(), Error> {
    let mut change = Change::begin(domain, caller).await?;
    let removed = sql(include_str!("remove.sql")).bind(change.person().0).execute(&mut change.tx).await?;
    if removed == 0 {
        return Err(Error::NotFound);
    }
    change.second_factor_removed().await?;
    change.done(Action::AuthenticatorChanged, &json!({ "set": false })).await
}
