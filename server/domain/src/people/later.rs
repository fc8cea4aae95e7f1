//! People whose work goes on while they are not there.

use super::roles;
use crate::{
    Domain, Error,
    access::{Caller, Maker},
    account,
    db::sql,
};
use model::{AccountId, PersonId};

/// Who acts for a person that has asked for something earlier: with what the person may now, not then. Nothing when they are no
/// enabled member any more.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn later(domain: &Domain, account: AccountId, person: PersonId) -> Result<Option<Caller>, Error> {
    let found: Option<(i64, i64)> =
        sql(include_str!("later.sql")).bind(account.0).bind(person.0).fetch_optional(&domain.db).await?;
    let Some((needs, has)) = found else { return Ok(None) };
    let roles = roles(domain, account, person).await?;
    let maker = Maker { person, roles, second_factor: needs == 0 || has > 0 };
    Ok(Some(Caller::later(account, account::programs(domain, account).await?, maker)))
}
