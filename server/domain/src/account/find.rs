//! Finding accounts, for the host's command line.

use crate::{Domain, Error, db::sql};
use model::{AccountId, Program};
use uuid::Uuid;

/// A partner account as the operator sees it.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// The id of the partner's global account.
    pub mpn_id: String,
    /// The company's name.
    pub name: String,
}

/// The account with this MPN id.
///
/// # Errors
/// [`Error::NotFound`], or [`Error::Db`] when the database fails.
pub async fn by_mpn_id(domain: &Domain, mpn_id: &str) -> Result<Account, Error> {
    list(domain).await?.into_iter().find(|account| account.mpn_id == mpn_id).ok_or(Error::NotFound)
}

/// All accounts.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain) -> Result<Vec<Account>, Error> {
    let rows: Vec<(Uuid, String, String)> = sql(include_str!("list.sql")).fetch_all(&domain.db).await?;
    Ok(rows.into_iter().map(|(id, mpn_id, name)| Account { id: AccountId(id), mpn_id, name }).collect())
}

/// The programs of an account; keys that this version does not know are left out.
pub(crate) async fn programs(domain: &Domain, account: AccountId) -> Result<Vec<Program>, Error> {
    let keys: Vec<String> = sql(include_str!("programs.sql")).bind(account.0).scalars(&domain.db).await?;
    Ok(keys.iter().filter_map(|key| Program::from_key(key)).collect())
}
