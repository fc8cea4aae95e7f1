//! Which person an identity belongs to.

use super::{
    failure::{Failure, refused},
    provider::Provider,
    token::Vouched,
};
use crate::{
    Domain, Error, access,
    access::Caller,
    audit,
    audit::Action,
    clock::moment,
    db::{Tx, sql},
    session::Browser,
};
use model::{
    AccountId, ConnectedIdentity, Permission, PersonId,
    ProviderFailure::{self, OtherPerson},
    SignInMethod, Visitor,
};
use serde_json::json;
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

/// Gives an identity that is nobody's to a person.
pub(super) async fn put(
    tx: &mut Tx,
    domain: &Domain,
    provider: &Provider,
    vouched: &Vouched,
    (account, person): (AccountId, PersonId),
) -> Result<(), Failure> {
    let now = domain.clock.seconds();
    let put = sql(include_str!("connect.sql"))
        .bind(provider.issuer().as_str())
        .bind(&vouched.subject)
        .bind(person.0)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    if put == 0 {
        return Err(refused(OtherPerson, "the identity has just become another person's"));
    }
    let details = json!({ "connected": provider.issuer().as_str() });
    audit::record(tx, now, account, Some(person), Action::IdentityChanged, &person.to_string(), &details).await?;
    Ok(())
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
    let accounts: Vec<Uuid> = sql(include_str!("accounts.sql")).bind(person.0).scalars(&mut tx).await?;
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
    visitor: &Visitor,
) -> Result<(), Failure> {
    let mut tx = domain.db.write().await?;
    match find(&mut tx, provider, vouched).await? {
        Some(owner) if owner != visitor.person => {
            return Err(refused(OtherPerson, "the identity is another person's"));
        }
        Some(_) => {}
        None => put(&mut tx, domain, provider, vouched, (visitor.account, visitor.person)).await?,
    }
    used(&mut tx, domain, provider, vouched).await?;
    tx.commit().await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    issuer: String,
    linked_at: i64,
    last_used_at: Option<i64>,
}

/// The identities of whoever is signed in.
///
/// # Errors
/// [`Error::Denied`] when the caller may not; [`Error::Db`] when the database fails.
pub async fn connected(domain: &Domain, caller: &Caller) -> Result<Vec<ConnectedIdentity>, Error> {
    let scope = caller.may(Permission::OwnProfile)?;
    let Some(person) = scope.actor() else { return Ok(Vec::new()) };
    let rows: Vec<Row> = sql(include_str!("connected.sql")).bind(person.0).fetch_all(&domain.db).await?;
    let identity = |row: Row| ConnectedIdentity {
        issuer: row.issuer,
        since: moment(row.linked_at),
        last_used: row.last_used_at.map(moment),
    };
    Ok(rows.into_iter().map(identity).collect())
}

/// Forgets the identities of whoever is signed in, at this issuer.
///
/// # Errors
/// [`Error::Denied`] when the caller has not proved a moment ago who they are; [`Error::NotFound`] when there is none;
/// [`Error::LastAdmin`] when nobody would be left to act in one of their accounts; [`Error::Db`] when the database fails.
pub async fn disconnect(domain: &Domain, caller: &Caller, issuer: &str) -> Result<(), Error> {
    let scope = caller.may_now(Permission::OwnProfile)?;
    let person = scope.actor().ok_or(Error::NotFound)?;
    let mut tx = domain.db.write().await?;
    let accounts: Vec<Uuid> = sql(include_str!("accounts.sql")).bind(person.0).scalars(&mut tx).await?;
    let mut admins = Vec::with_capacity(accounts.len());
    for account in accounts.into_iter().map(AccountId) {
        tx.lock_account(account).await?;
        admins.push((account, access::acting(&mut tx, account).await?));
    }
    let gone = sql(include_str!("disconnect.sql")).bind(person.0).bind(issuer).execute(&mut tx).await?;
    if gone == 0 {
        return Err(Error::NotFound);
    }
    for (account, before) in admins {
        if before > 0 && access::acting(&mut tx, account).await? == 0 {
            return Err(Error::LastAdmin);
        }
    }
    let (now, account, subject) = (domain.clock.seconds(), scope.account(), person.to_string());
    let details = json!({ "disconnected": issuer });
    audit::record(&mut tx, now, account, Some(person), Action::IdentityChanged, &subject, &details).await?;
    tx.commit().await?;
    Ok(())
}
