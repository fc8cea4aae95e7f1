//! What a weekly letter tells.

use super::{changes, want::wanted};
use crate::{Domain, Error, people};
use model::{AccountId, Digest, Permission, PersonId};

/// What its recipient may see of the last week at the moment it is sent; nothing for whoever lost the role or stopped the letter
/// since it was put down, and when there is no news.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn for_recipient(
    domain: &Domain,
    account: AccountId,
    person: PersonId,
) -> Result<Option<Digest>, Error> {
    if !wanted(domain, account, person).await? {
        return Ok(None);
    }
    let recipient = people::later(domain, account, person).await?;
    let Some(recipient) = recipient.filter(|it| it.opens(Permission::ViewLicenses)) else { return Ok(None) };
    Ok(Some(changes(domain, &recipient).await?).filter(Digest::is_news))
}
