//! Disabling, enabling and removing a person, as an MPN partner admin or the host's command line asks for it.

use super::change::{Act, Change, Via, change};
use crate::{Domain, Error, access::Caller};
use model::{Permission, PersonId, Standing};

/// Makes a person stand as asked; nothing changes when they do already. Their sessions in the account end with it.
///
/// # Errors
/// [`Error::Denied`] when the caller may not; [`Error::NotFound`] when the account has no such person; [`Error::LastAdmin`]
/// when nobody would be left to act.
pub async fn stand(
    domain: &Domain,
    caller: &Caller,
    person: PersonId,
    standing: Standing,
    reason: &str,
) -> Result<(), Error> {
    let scope = caller.may_now(Permission::ManagePeople)?;
    let mut tx = domain.db.write_people(scope.account()).await?;
    let via = if scope.actor().is_some() { Via::Page } else { Via::Host };
    let wanted = Change { person, act: Act::Standing(standing), reason: reason.to_owned(), via };
    change(&mut tx, domain, &scope, &wanted).await?;
    tx.commit().await?;
    Ok(())
}
