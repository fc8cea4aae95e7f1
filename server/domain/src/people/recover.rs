//! The emergency door: the host's command line gives an account an MPN partner admin.

use super::{
    change::{Act, Change, Via, change},
    join::{Joining, join},
};
use crate::{Domain, Error, access::Caller, audit, audit::Action, db::sql, secret::Secret, session};
use model::{AccountId, Permission, PersonId, Role, Standing};
use serde_json::json;
use uuid::Uuid;

/// The person of an account who has an e-mail address, also when disabled.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Db`] when the database fails.
pub async fn by_email(domain: &Domain, account: AccountId, email: &str) -> Result<PersonId, Error> {
    let person: Option<Uuid> = sql(include_str!("by_email.sql"))
        .bind(account.0)
        .bind(email.trim().to_lowercase())
        .scalar_optional(&domain.db)
        .await?;
    person.map(PersonId).ok_or(Error::NotFound)
}

/// Makes a person MPN partner admin of an account without end, adding and enabling them where need be, whether or not there is
/// one who can act; answers with the secret of a sign-in link. Told to the other MPN partner admins, and audited as what it is.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn recover(domain: &Domain, account: AccountId, email: &str) -> Result<Secret, Error> {
    let scope = Caller::host(account).may(Permission::AssignRoles)?;
    let known = match by_email(domain, account, email).await {
        Ok(person) => Some(person),
        Err(Error::NotFound) => None,
        Err(error) => return Err(error),
    };
    let mut tx = domain.db.write_people(account).await?;
    let person = if let Some(person) = known {
        person
    } else {
        let joining = Joining { email, name: email, guest: false };
        join(&mut tx, domain, &scope, joining).await?.ok_or(Error::NotFound)?
    };
    let give = Act::Roles { give: [(Role::PartnerAdmin, None)].into(), take: Vec::new() };
    for act in [Act::Standing(Standing::Enabled), give] {
        change(&mut tx, domain, &scope, &Change { person, act, reason: String::new(), via: Via::Host }).await?;
    }
    let (now, subject) = (domain.clock.seconds(), person.to_string());
    audit::record(&mut tx, now, account, None, Action::AccountRecovered, &subject, &json!({})).await?;
    let link = session::make_in(&mut tx, domain, account, person).await?;
    tx.commit().await?;
    Ok(link)
}
