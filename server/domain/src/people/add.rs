//! Adding a person from the host's command line.

use super::{
    change::{Act, Change, Via, change},
    join::{Joining, join},
    name::proper,
};
use crate::{Domain, Error, access, access::Caller, secret::Secret, session};
use model::{AccountId, Invalid, Permission, Role};

/// A person to add.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// Their e-mail address; compared without case.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The roles they start with.
    pub roles: Vec<Role>,
}

/// What came of adding.
#[derive(Clone, Debug)]
pub enum Added {
    /// A member now; the secret of their one-time sign-in link.
    Link(Secret),
    /// They are a member already.
    Member,
    /// The account has an acting MPN partner admin, who alone may make another.
    HasAdmin,
}

/// Adds a person to an account. MPN partner admin can be given here only while the account has no acting one.
///
/// # Errors
/// [`Invalid::Name`] for what is no name; [`Error::Db`] when the database fails.
pub async fn add(domain: &Domain, account: AccountId, new: &NewPerson) -> Result<Added, Error> {
    let scope = Caller::host(account).may(Permission::ManagePeople)?;
    let mut tx = domain.db.write_people(account).await?;
    if new.roles.contains(&Role::PartnerAdmin) && access::acting(&mut tx, account).await? > 0 {
        return Ok(Added::HasAdmin);
    }
    let name = proper(&new.name).ok_or(Error::Invalid(Invalid::Name))?;
    let joining = Joining { email: &new.email, name, guest: false };
    let Some(person) = join(&mut tx, domain, &scope, joining).await? else { return Ok(Added::Member) };
    let act = Act::Roles { give: new.roles.iter().map(|role| (*role, None)).collect(), take: Vec::new() };
    change(&mut tx, domain, &scope, &Change { person, act, reason: String::new(), via: Via::Host }).await?;
    let link = session::make_in(&mut tx, domain, account, person).await?;
    tx.commit().await?;
    Ok(Added::Link(link))
}
