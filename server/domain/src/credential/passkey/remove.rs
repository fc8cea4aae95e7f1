//! Removing a passkey.

use crate::{Domain, Error, access::Caller, audit::Action, credential::change::Change, db::sql};
use passki::Passki;
use serde_json::json;

/// Removes one of the caller's passkeys, named by its [`model::Passkey::id`]. All their other sessions end.
///
/// # Errors
/// [`Error::NotFound`] when they have no such one; [`Error::Invalid`] when their password is too short to stand alone;
/// [`Error::LastAdmin`] when an account that demands a second factor would be left without somebody who can act;
/// [`Error::Denied`] when the caller has to prove again who they are.
pub async fn remove(domain: &Domain, caller: &Caller, id: &str) -> Result<(), Error> {
    let id = Passki::base64_decode(id).map_err(|_| Error::NotFound)?;
    let mut change = Change::begin(domain, caller).await?;
    let removed: Option<String> =
        sql(include_str!("remove.sql")).bind(change.person().0).bind(id).scalar_optional(&mut change.tx).await?;
    let name = removed.ok_or(Error::NotFound)?;
    change.second_factor_removed().await?;
    change.done(Action::PasskeyChanged, &json!({ "removed": name })).await
}
