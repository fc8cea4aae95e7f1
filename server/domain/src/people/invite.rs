//! Adding a person on User management, and links that lead them in.

use super::{
    change::{Act, Change, Via, change},
    join::{Joining, join},
    name::proper,
};
use crate::{
    Domain, Error,
    access::Caller,
    db::sql,
    secret::Secret,
    session::{self, LinkKind},
};
use jiff::Timestamp;
use model::{Invalid, Permission, PersonId, Role};

/// A person to add.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Their e-mail address; compared without case.
    pub email: String,
    /// Their name.
    pub name: String,
    /// Whether they belong to another company.
    pub guest: bool,
    /// The roles they start with.
    pub roles: Vec<Role>,
    /// From when on those count for nothing; nothing: they stay.
    pub until: Option<Timestamp>,
    /// Why.
    pub reason: String,
}

/// Adds a person to the caller's account; answers with the secret of their invitation, which is shown once. With a mail server
/// configured a letter brings it to them, too.
///
/// # Errors
/// [`Error::Denied`] when the caller may not, or, for a person with roles, proved too long ago who they are;
/// [`Error::Invalid`] without a name or an address, for a member, and for roles as in
/// [`update_roles`](super::update_roles).
pub async fn invite(domain: &Domain, caller: &Caller, new: &Invitation) -> Result<(PersonId, Secret), Error> {
    let scope = if new.roles.is_empty() {
        caller.may(Permission::ManagePeople)?
    } else {
        caller.may_now(Permission::AssignRoles)?
    };
    let (local, host) = new.email.trim().split_once('@').unwrap_or_default();
    let name = proper(&new.name).filter(|_| !local.is_empty() && !host.is_empty());
    let name = name.ok_or(Error::Invalid(Invalid::Person))?;
    let mut tx = domain.db.write_people(scope.account()).await?;
    let joining = Joining { email: &new.email, name, guest: new.guest };
    let person = join(&mut tx, domain, &scope, joining).await?.ok_or(Error::Invalid(Invalid::Member))?;
    let until = new.until.map(Timestamp::as_second);
    let act = Act::Roles { give: new.roles.iter().map(|role| (*role, until)).collect(), take: Vec::new() };
    change(&mut tx, domain, &scope, &Change { person, act, reason: new.reason.clone(), via: Via::Page }).await?;
    let by = caller.visitor().map(|visitor| visitor.name.as_str());
    let link = session::make_and_write(&mut tx, domain, &scope, person, LinkKind::Invitation, by).await?;
    tx.commit().await?;
    Ok((person, link))
}

/// Makes a new link for a person: an invitation until they have signed in once, a sign-in link from then on, which proves no
/// second factor. The secret is shown once, and a letter brings it like an invitation.
///
/// # Errors
/// [`Error::Denied`] when the caller may not; [`Error::NotFound`] when the account has no such person, or they are disabled.
pub async fn link(domain: &Domain, caller: &Caller, person: PersonId) -> Result<Secret, Error> {
    let scope = caller.may_now(Permission::ManagePeople)?;
    let mut tx = domain.db.write_people(scope.account()).await?;
    // The right is read again under the lock; nothing else changes.
    let nothing = Act::Roles { give: [].into(), take: Vec::new() };
    change(&mut tx, domain, &scope, &Change { person, act: nothing, reason: String::new(), via: Via::Page }).await?;
    let confirmed: Option<Option<i64>> =
        sql(include_str!("confirmed.sql")).bind(scope.account().0).bind(person.0).scalar_optional(&mut tx).await?;
    let kind = match confirmed.ok_or(Error::NotFound)? {
        Some(_) => LinkKind::SignIn,
        None => LinkKind::Invitation,
    };
    let by = caller.visitor().map(|visitor| visitor.name.as_str());
    let link = session::make_and_write(&mut tx, domain, &scope, person, kind, by).await?;
    tx.commit().await?;
    Ok(link)
}
