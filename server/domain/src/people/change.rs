//! The one way in which memberships and roles change, whoever asks: a page, the command line, an identity provider's groups,
//! a decided request, a review. No change that leaves nobody to act gets past it.

mod actor;
mod roles;
mod standing;

pub(crate) use actor::still_allowed;

use super::expire;
use crate::{
    Domain, Error, access,
    access::Scope,
    db::{Tx, sql},
};
use model::{Invalid, PersonId, Role, Standing};
use std::collections::BTreeMap;

/// How a change came; kept with each grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// User details.
    Page,
    /// User management, for several people at once.
    Bulk,
    /// A request that was approved.
    Request,
    /// An access review.
    Review,
    /// The host's command line.
    Host,
    /// Groups of the identity provider.
    Group,
}

impl Via {
    /// What is stored.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Bulk => "bulk",
            Self::Request => "request",
            Self::Review => "review",
            Self::Host => "host",
            Self::Group => "group",
        }
    }
}

/// What shall change.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// Roles to give, each with the second from which it counts for nothing any more (nothing: it stays), and roles to take.
    /// A role that is held with another end is given anew.
    Roles { give: BTreeMap<Role, Option<i64>>, take: Vec<Role> },
    /// Disabling, enabling, removing.
    Standing(Standing),
}

/// A change of one person in one account.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub person: PersonId,
    pub act: Act,
    /// Why, in the words of who does it.
    pub reason: String,
    pub via: Via,
}

/// What a change came to; empty when everything was so already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changed {
    /// Roles given, those with a new end among them.
    pub given: Vec<Role>,
    /// Roles taken.
    pub taken: Vec<Role>,
}

/// Makes a change inside a transaction of [`write_people`](crate::db::Db::write_people) of the scope's account, which holds
/// off every other one; nothing lasts unless that is committed. Acts at the person's next request.
///
/// # Errors
/// [`Error::Denied`] when the actor may not (any more); [`Error::NotFound`] when the account has no such person;
/// [`Error::Invalid`] for a role that guests may not hold, an end date that has passed, or the actor's own; [`Error::LastAdmin`]
/// when nobody would be left to act as MPN partner admin.
pub(crate) async fn change(tx: &mut Tx, domain: &Domain, scope: &Scope, change: &Change) -> Result<Changed, Error> {
    let (account, now) = (scope.account(), domain.clock.seconds());
    actor::still_allowed(tx, scope, now).await?;
    expire::sweep(tx, account, now).await?;
    let member: Option<(i64, Option<i64>)> =
        sql(include_str!("change/member.sql")).bind(account.0).bind(change.person.0).fetch_optional(&mut *tx).await?;
    let (guest, disabled_at) = member.ok_or(Error::NotFound)?;
    let admins_before = access::acting(tx, account).await?;
    let changed = match &change.act {
        Act::Roles { give, .. } if guest == 1 && give.keys().any(|role| !role.for_guests()) => {
            return Err(Error::Invalid(Invalid::GuestRole));
        }
        Act::Roles { give, take } => roles::change(tx, domain, scope, change, (give, take)).await?,
        Act::Standing(Standing::Disabled) if disabled_at.is_none() => {
            standing::disable(tx, domain, scope, change).await?
        }
        Act::Standing(Standing::Enabled) if disabled_at.is_some() => {
            standing::enable(tx, domain, scope, change).await?
        }
        Act::Standing(Standing::Removed) => standing::remove(tx, domain, scope, change).await?,
        Act::Standing(_) => Changed::default(),
    };
    if admins_before > 0 && access::acting(tx, account).await? == 0 {
        return Err(Error::LastAdmin);
    }
    Ok(changed)
}

/// Makes the page's version of a person old.
async fn bump(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<(), Error> {
    sql(include_str!("bump.sql")).bind(scope.account().0).bind(person.0).execute(tx).await?;
    Ok(())
}
