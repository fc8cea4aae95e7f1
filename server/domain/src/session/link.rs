//! One-time links. Opening one changes nothing; only the button on the page it shows consumes it.

use super::{Browser, Proof, SignedIn, begin};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    audit,
    audit::Action,
    credential,
    db::{Tx, sql},
    secret::Secret,
};
use model::{AccountId, Invalid, Permission, PersonId, SignInMethod};
use serde_json::json;
use uuid::Uuid;

/// How long a link can be used, in minutes.
pub const LINK_MINUTES: i64 = 15;

/// How long an invitation can be used, in minutes.
pub const INVITATION_MINUTES: i64 = 7 * 24 * 60;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    /// The first sign-in.
    Invitation,
    /// Any other that somebody made.
    SignIn,
    /// Instead of a forgotten password, by letter.
    Forgotten,
}

impl LinkKind {
    /// How long one can be used, in minutes.
    pub(super) const fn minutes(self) -> i64 {
        match self {
            Self::Invitation => INVITATION_MINUTES,
            Self::SignIn | Self::Forgotten => LINK_MINUTES,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::SignIn => "sign_in",
            Self::Forgotten => "forgotten",
        }
    }
}

/// Whom a usable link signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkHolder {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
}

/// Makes a link for a person of an account, and says so in the audit trail.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such person; [`Error::Db`] when the database fails.
pub async fn make(domain: &Domain, account: AccountId, email: &str) -> Result<Secret, Error> {
    let email = email.trim().to_lowercase();
    let mut tx = domain.db.write().await?;
    let person: Option<Uuid> =
        sql(include_str!("member_by_email.sql")).bind(account.0).bind(&email).scalar_optional(&mut tx).await?;
    let person = PersonId(person.ok_or(Error::NotFound)?);
    let link = make_in(&mut tx, domain, account, person).await?;
    tx.commit().await?;
    Ok(link)
}

/// The same inside a transaction that has more to do.
pub(crate) async fn make_in(
    tx: &mut Tx,
    domain: &Domain,
    account: AccountId,
    person: PersonId,
) -> Result<Secret, Error> {
    let scope = Caller::host(account).may(Permission::ManagePeople)?;
    make_for(tx, domain, &scope, person, LinkKind::SignIn).await
}

/// Makes a link of a kind for a person of the scope's account, inside a transaction that knows them to be a member.
pub(crate) async fn make_for(
    tx: &mut Tx,
    domain: &Domain,
    scope: &Scope,
    person: PersonId,
    kind: LinkKind,
) -> Result<Secret, Error> {
    let (secret, now) = (Secret::new()?, domain.clock.seconds());
    sql(include_str!("make_link.sql"))
        .bind(Secret::hash(secret.text()))
        .bind(scope.account().0)
        .bind(person.0)
        .bind(now)
        .bind(now + kind.minutes() * 60)
        .bind(kind.key())
        .bind(scope.actor().map(|actor| actor.0))
        .execute(&mut *tx)
        .await?;
    let (subject, details) = (person.to_string(), json!({ "kind": kind.key() }));
    audit::record(tx, now, scope.account(), scope.actor(), Action::LinkMade, &subject, &details).await?;
    Ok(secret)
}

/// Whom a link would sign in; nothing when it is unknown, used, too old, or the person is disabled.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn holder(domain: &Domain, link: &str) -> Result<Option<LinkHolder>, Error> {
    let row: Option<(String, String)> = sql(include_str!("link_holder.sql"))
        .bind(Secret::hash(link))
        .bind(domain.clock.seconds())
        .fetch_optional(&domain.db)
        .await?;
    Ok(row.map(|(name, email)| LinkHolder { name, email }))
}

/// Consumes a link and begins a session in its account; the first time it also confirms the person there. Somebody with a
/// password, passkey or identity of their own joins only when `beside`, who is signed in already, is them by one of these:
/// otherwise whoever made such a thing in their name elsewhere would come in with them.
///
/// # Errors
/// [`Error::Invalid`] for a link that cannot be used (any more), or not alone; [`Error::Db`] when the database fails.
pub async fn sign_in(
    domain: &Domain,
    link: &str,
    beside: Option<&Caller>,
    browser: &Browser,
) -> Result<SignedIn, Error> {
    let mut tx = domain.db.write().await?;
    let used = use_link(&mut tx, domain, &Secret::hash(link)).await?;
    let proved = match beside.and_then(Caller::visitor) {
        Some(visitor) => {
            let read = sql(include_str!("proved.sql")).bind(visitor.session.0).bind(used.person.0);
            read.scalar::<i64>(&mut tx).await? > 0
        }
        None => false,
    };
    if used.joins && used.own_ways > 0 && !proved {
        return Err(Error::Invalid(Invalid::LinkAlone));
    }
    let proof = Proof {
        method: SignInMethod::Link,
        second_factor: false,
        at: domain.clock.seconds(),
        account_only: used.by_admin && !proved,
    };
    let signed_in = begin(&mut tx, domain, (used.account, used.person), proof, browser).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// A link that has just been used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Used {
    pub account: AccountId,
    pub person: PersonId,
    /// Whether an admin of the account made it, who can vouch for nobody elsewhere; else the host did.
    pub by_admin: bool,
    /// Whether the person enters the account for the first time.
    pub joins: bool,
    /// Whether the person had been in no account at all.
    pub newcomer: bool,
    /// How many passwords, passkeys and identities they have.
    pub own_ways: i64,
}

/// Consumes the link of a hash inside a transaction that begins a session; the first time it also confirms the person there.
///
/// # Errors
/// As [`sign_in`].
pub(crate) async fn use_link(tx: &mut Tx, domain: &Domain, hash: &[u8]) -> Result<Used, Error> {
    let now = domain.clock.seconds();
    let used: Option<(Uuid, Uuid, i64)> =
        sql(include_str!("use_link.sql")).bind(hash).bind(now).fetch_optional(&mut *tx).await?;
    let (account, person, by_admin) = used.ok_or(Error::Invalid(Invalid::Link))?;
    // What the person has must not change between looking and confirming.
    credential::lock_accounts(tx, PersonId(person)).await?;
    let before: Option<(i64, i64, i64)> =
        sql(include_str!("before_link.sql")).bind(account).bind(person).fetch_optional(&mut *tx).await?;
    let (joins, confirmed, own_ways) = before.ok_or(Error::Invalid(Invalid::Link))?;
    sql(include_str!("confirm.sql")).bind(account).bind(person).bind(now).execute(&mut *tx).await?;
    credential::forgive(tx, &domain.keys, PersonId(person)).await?;
    Ok(Used {
        account: AccountId(account),
        person: PersonId(person),
        by_admin: by_admin == 1,
        joins: joins == 1,
        newcomer: confirmed == 0,
        own_ways,
    })
}
