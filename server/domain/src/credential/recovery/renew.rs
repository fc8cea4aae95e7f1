//! Making recovery codes.

use super::code;
use crate::{Domain, Error, access::Caller, audit::Action, credential::change::Change, db::sql};
use serde_json::json;

/// How many there are.
const CODES: usize = 10;

/// Makes ten new codes and shows them, this once. Those made before are void, and all other sessions of the person end.
///
/// # Errors
/// [`Error::NotFound`] when the caller has no second factor that they could stand in for; [`Error::Denied`] when the caller has
/// to prove again who they are.
pub async fn renew(domain: &Domain, caller: &Caller) -> Result<Vec<String>, Error> {
    let mut change = Change::begin(domain, caller).await?;
    if !change.factors().await?.second() {
        return Err(Error::NotFound);
    }
    let codes: Vec<String> = (0..CODES).map(|_| code::new()).collect::<Result<_, _>>()?;
    sql(include_str!("clear.sql")).bind(change.person().0).execute(&mut change.tx).await?;
    for code in &codes {
        sql(include_str!("add.sql"))
            .bind(change.person().0)
            .bind(code::hash(code))
            .bind(change.now)
            .execute(&mut change.tx)
            .await?;
    }
    change.done(Action::RecoveryCodesMade, &json!({ "codes": CODES })).await?;
    Ok(codes)
}
