//! Putting a letter down, to be sent once what it tells of has happened.

use super::Letter;
use crate::{
    Domain, Error,
    db::Tx,
    jobs::{self, Kind},
    keys::Purpose,
};
use model::{AccountId, PersonId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A letter with its recipient.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Addressed {
    pub(super) account: AccountId,
    pub(super) person: PersonId,
    #[serde(flatten)]
    pub(super) letter: Letter,
}

/// Puts a letter down in the transaction of what it tells of. Nothing when no mail server is configured. What waits is sealed: a
/// link in it signs somebody in.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn put(
    tx: &mut Tx,
    domain: &Domain,
    (account, person): (AccountId, PersonId),
    letter: Letter,
) -> Result<(), Error> {
    if domain.mail.is_none() {
        return Ok(());
    }
    let addressed = serde_json::to_vec(&Addressed { account, person, letter })?;
    let sealed = domain.keys.seal(Purpose::Mail, &addressed)?;
    let key = format!("mail {}", Uuid::now_v7());
    jobs::put(tx, Kind::Mail, &key, &serde_json::to_string(&sealed)?, domain.clock.seconds()).await?;
    Ok(())
}
