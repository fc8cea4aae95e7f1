//! Adding a person from the host's command line.

use crate::{Domain, Error, access, audit, audit::Action, db::sql, secret::Secret, session};
use model::{AccountId, PersonId, Role};
use serde_json::json;
use uuid::Uuid;

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
/// [`Error::Db`] when the database fails.
pub async fn add(domain: &Domain, account: AccountId, new: &NewPerson) -> Result<Added, Error> {
    let now = domain.clock.seconds();
    let email = new.email.trim().to_lowercase();
    let mut tx = domain.db.write_people(account).await?;
    if new.roles.contains(&Role::PartnerAdmin) && access::acting(&mut tx, account).await? > 0 {
        return Ok(Added::HasAdmin);
    }
    let person: Uuid = sql(include_str!("put_person.sql"))
        .bind(Uuid::now_v7())
        .bind(&email)
        .bind(new.name.trim())
        .bind(now)
        .scalar(&mut tx)
        .await?;
    let person = PersonId(person);
    let joined = sql(include_str!("join.sql")).bind(account.0).bind(person.0).bind(now).execute(&mut tx).await?;
    if joined == 0 {
        return Ok(Added::Member);
    }
    for role in &new.roles {
        sql(include_str!("grant.sql"))
            .bind(account.0)
            .bind(Uuid::now_v7())
            .bind(person.0)
            .bind(role.key())
            .bind(now)
            .bind(None::<Uuid>)
            .bind("")
            .execute(&mut tx)
            .await?;
    }
    let details = json!({ "roles": new.roles });
    audit::record(&mut tx, now, account, None, Action::PersonAdded, &person.to_string(), &details).await?;
    let link = session::make_in(&mut tx, domain, account, person).await?;
    tx.commit().await?;
    Ok(Added::Link(link))
}
