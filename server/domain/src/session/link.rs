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
    /// Any other.
    SignIn,
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
    let (key, minutes) = match kind {
        LinkKind::Invitation => ("invitation", INVITATION_MINUTES),
        LinkKind::SignIn => ("sign_in", LINK_MINUTES),
    };
    sql(include_str!("make_link.sql"))
        .bind(Secret::hash(secret.text()))
        .bind(scope.account().0)
        .bind(person.0)
        .bind(now)
        .bind(now + minutes * 60)
        .bind(key)
        .bind(scope.actor().map(|actor| actor.0))
        .execute(&mut *tx)
        .await?;
    let (subject, details) = (person.to_string(), json!({ "kind": key }));
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

/// Consumes a link and begins a session in its account; the first time it also confirms the person there.
///
/// # Errors
/// [`Error::Invalid`] for a link that cannot be used (any more); [`Error::Db`] when the database fails.
pub async fn sign_in(domain: &Domain, link: &str, browser: &Browser) -> Result<SignedIn, Error> {
    let mut tx = domain.db.write().await?;
    let who = use_link(&mut tx, domain, &Secret::hash(link)).await?;
    let proof = Proof { method: SignInMethod::Link, second_factor: false, at: domain.clock.seconds() };
    let signed_in = begin(&mut tx, domain, who, proof, browser).await?;
    tx.commit().await?;
    Ok(signed_in)
}

/// Consumes the link of a hash inside a transaction that begins a session; the first time it also confirms the person there.
///
/// # Errors
/// As [`sign_in`].
pub(crate) async fn use_link(tx: &mut Tx, domain: &Domain, hash: &[u8]) -> Result<(AccountId, PersonId), Error> {
    let now = domain.clock.seconds();
    let used: Option<(Uuid, Uuid)> =
        sql(include_str!("use_link.sql")).bind(hash).bind(now).fetch_optional(&mut *tx).await?;
    let (account, person) = used.ok_or(Error::Invalid(Invalid::Link))?;
    let member = sql(include_str!("confirm.sql")).bind(account).bind(person).bind(now).execute(&mut *tx).await?;
    if member == 0 {
        return Err(Error::Invalid(Invalid::Link));
    }
    credential::forgive(tx, &domain.keys, PersonId(person)).await?;
    Ok((AccountId(account), PersonId(person)))
}
