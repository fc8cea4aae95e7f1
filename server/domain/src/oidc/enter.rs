//! From a person whom the provider vouches for to a session.

use super::{
    failure::{Failure, refused},
    groups, identity,
    provider::Provider,
    token::Vouched,
};
use crate::{
    Domain, Error,
    db::Tx,
    session::{self, Browser, Proof, SignedIn},
};
use model::{
    AccountId, PersonId,
    ProviderFailure::{Closed, Link, OtherPerson, Unknown},
    SignInMethod, Visitor,
};

/// Signs in whoever is connected to the identity, in the account that they were in last.
pub(super) async fn sign_in(
    domain: &Domain,
    provider: &Provider,
    vouched: &Vouched,
    browser: &Browser,
) -> Result<SignedIn, Failure> {
    let mut tx = domain.db.write().await?;
    let person = identity::find(&mut tx, provider, vouched).await?;
    let person = person.ok_or_else(|| refused(Unknown, "nobody is connected to this identity"))?;
    let Some(account) = session::last_account(&mut tx, person).await? else {
        drop(tx);
        identity::failed(domain, person, Closed, browser).await?;
        return Err(refused(Closed, "the person has no open account"));
    };
    enter(tx, domain, provider, vouched, (account, person), browser).await
}

/// Uses an invitation. It connects the identity only when the person has never been anywhere here: whoever has proves first
/// that they are that person.
pub(super) async fn invited(
    domain: &Domain,
    provider: &Provider,
    vouched: &Vouched,
    link: &[u8],
    browser: &Browser,
) -> Result<SignedIn, Failure> {
    let mut tx = domain.db.write().await?;
    let found = identity::find(&mut tx, provider, vouched).await?;
    let used = session::use_link(&mut tx, domain, link).await.map_err(|error| match error {
        Error::Invalid(_) => refused(Link, "the invitation is unknown, used or too old"),
        other => other.into(),
    })?;
    let who = (used.account, used.person);
    match found {
        Some(owner) if owner != used.person => return Err(refused(OtherPerson, "the identity is another person's")),
        None if !used.newcomer || used.own_ways > 0 => {
            return Err(refused(Link, "the person has another way to sign in"));
        }
        None => identity::put(&mut tx, domain, provider, vouched, who).await?,
        Some(_) => {}
    }
    enter(tx, domain, provider, vouched, who, browser).await
}

/// Proves again who is signed in: the session goes on under a new secret.
pub(super) async fn step_up(
    domain: &Domain,
    provider: &Provider,
    vouched: &Vouched,
    visitor: &Visitor,
) -> Result<SignedIn, Failure> {
    let mut tx = domain.db.write().await?;
    if identity::find(&mut tx, provider, vouched).await? != Some(visitor.person) {
        return Err(refused(OtherPerson, "somebody else signed in at the provider"));
    }
    identity::used(&mut tx, domain, provider, vouched).await?;
    let signed_in = session::renew(&mut tx, domain, visitor, proof(vouched)).await?;
    tx.commit().await?;
    Ok(signed_in)
}

async fn enter(
    mut tx: Tx,
    domain: &Domain,
    provider: &Provider,
    vouched: &Vouched,
    who: (AccountId, PersonId),
    browser: &Browser,
) -> Result<SignedIn, Failure> {
    identity::used(&mut tx, domain, provider, vouched).await?;
    let signed_in = session::begin(&mut tx, domain, who, proof(vouched), browser).await?;
    tx.commit().await?;
    // Nobody holds the session's secret yet: it opens nothing that the groups are about to take.
    if provider.groups().is_some() {
        groups::follow(domain, who.1, &vouched.groups).await?;
    }
    Ok(signed_in)
}

/// A provider that remembers the person signs them in without asking: what it does not say was proved a moment ago is old.
fn proof(vouched: &Vouched) -> Proof {
    Proof {
        method: SignInMethod::Oidc,
        second_factor: vouched.second_factor,
        at: vouched.proved_at.unwrap_or_default(),
        account_only: false,
    }
}
