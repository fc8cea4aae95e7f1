//! Which person an identity belongs to.

use super::{
    failure::{Failure, refused},
    provider::Provider,
    token::Vouched,
};
use crate::{
    Domain, Error,
    access::Caller,
    audit,
    audit::Action,
    credential::Change,
    db::{Tx, sql},
    session::Browser,
};
use model::{
    AccountId, PersonId,
    ProviderFailure::{self, OtherPerson},
    SignInMethod,
};
use serde_json::{Value, json};
use uuid::Uuid;

/// Whom the identity belongs to.
pub(super) async fn find(tx: &mut Tx, provider: &Provider, vouched: &Vouched) -> Result<Option<PersonId>, Error> {
    let person: Option<Uuid> = sql(include_str!("find.sql"))
        .bind(provider.issuer().as_str())
        .bind(&vouched.subject)
        .scalar_optional(tx)
        .await?;
    Ok(person.map(PersonId))
}

/// Gives an identity that is nobody's to a person who has come by an invitation to the account.
pub(super) async fn put(
    tx: &mut Tx,
    domain: &Domain,
    provider: &Provider,
    vouched: &Vouched,
    (account, person): (AccountId, PersonId),
) -> Result<(), Failure> {
    insert(tx, domain, provider, vouched, person).await?;
    let (now, subject) = (domain.clock.seconds(), person.to_string());
    let details = connected(provider);
    audit::record(tx, now, account, Some(person), Action::IdentityChanged, &subject, &details).await?;
    Ok(())
}

async fn insert(
    tx: &mut Tx,
    domain: &Domain,
    provider: &Provider,
    vouched: &Vouched,
    person: PersonId,
) -> Result<(), Failure> {
    let inserted = sql(include_str!("connect.sql"))
        .bind(provider.issuer().as_str())
        .bind(&vouched.subject)
        .bind(person.0)
        .bind(domain.clock.seconds())
        .execute(tx)
        .await?;
    if inserted == 0 { Err(refused(OtherPerson, "the identity has just become another person's")) } else { Ok(()) }
}

fn connected(provider: &Provider) -> Value {
    json!({ "connected": provider.issuer().as_str() })
}

/// Remembers that the identity was used.
pub(super) async fn used(tx: &mut Tx, domain: &Domain, provider: &Provider, vouched: &Vouched) -> Result<(), Error> {
    sql(include_str!("used.sql"))
        .bind(provider.issuer().as_str())
        .bind(&vouched.subject)
        .bind(domain.clock.seconds())
        .bind(vouched.second_factor)
        .execute(tx)
        .await?;
    Ok(())
}

/// Says in the audit trails of a person's accounts that a sign-in of theirs failed.
pub(super) async fn failed(
    domain: &Domain,
    person: PersonId,
    what: ProviderFailure,
    browser: &Browser,
) -> Result<(), Error> {
    let (now, subject) = (domain.clock.seconds(), person.to_string());
    let details = json!({ "by": SignInMethod::Oidc, "why": what.key(), "ip": browser.ip });
    let mut tx = domain.db.write().await?;
    let accounts: Vec<Uuid> = sql(include_str!("../credential/accounts.sql")).bind(person.0).scalars(&mut tx).await?;
    for account in accounts.into_iter().map(AccountId) {
        audit::record(&mut tx, now, account, None, Action::SignInFailed, &subject, &details).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Connects the identity to whoever is signed in.
pub(super) async fn connect(
    domain: &Domain,
    provider: &Provider,
    vouched: &Vouched,
    caller: &Caller,
) -> Result<(), Failure> {
    let mut change = Change::begin(domain, caller).await?;
    let person = change.person();
    match find(&mut change.tx, provider, vouched).await? {
        Some(owner) if owner != person => return Err(refused(OtherPerson, "the identity is another person's")),
        Some(_) => return Ok(()),
        None => insert(&mut change.tx, domain, provider, vouched, person).await?,
    }
    used(&mut change.tx, domain, provider, vouched).await?;
    change.done(Action::IdentityChanged, &connected(provider)).await?;
    Ok(())
}

/// Forgets the identities of whoever is signed in, at this issuer.
///
/// # Errors
/// [`Error::Denied`] when the caller has not proved a moment ago who they are; [`Error::NotFound`] when there is none;
/// [`Error::LastAdmin`] when nobody would be left to act in one of their accounts; [`Error::Db`] when the database fails.
pub async fn disconnect(domain: &Domain, caller: &Caller, issuer: &str) -> Result<(), Error> {
    let mut change = Change::begin(domain, caller).await?;
    let person = change.person().0;
    let gone = sql(include_str!("disconnect.sql")).bind(person).bind(issuer).execute(&mut change.tx).await?;
    if gone == 0 {
        return Err(Error::NotFound);
    }
    change.done(Action::IdentityChanged, &json!({ "disconnected": issuer })).await
}
