//! One person in several partner accounts. Nothing of one shows in another: a switch ends the session in the one and begins a
//! session in the other.

use crate::{
    Domain, Error,
    access::Caller,
    audit,
    audit::Action,
    db::{Db, DbError, sql},
    secret::Secret,
    session::SignedIn,
};
use model::{AccountId, AccountName, PersonId};
use serde_json::json;
use uuid::Uuid;

/// The other accounts in which a person is a confirmed, enabled member, by name.
pub(crate) async fn others(db: &Db, person: PersonId, here: AccountId) -> Result<Vec<AccountName>, DbError> {
    let rows: Vec<(Uuid, String)> = sql(include_str!("others.sql")).bind(person.0).bind(here.0).fetch_all(db).await?;
    Ok(rows.into_iter().map(|(id, name)| AccountName { id: AccountId(id), name }).collect())
}

/// Leaves the account that the session looks at for another of the person's. What the person has proved, and when, comes
/// along, and so does the session's end: switching makes nothing fresher and nothing longer. Where the other account demands a
/// second factor that was not given, it stays closed until it is.
///
/// # Errors
/// [`Error::NotFound`] when the person is no confirmed, enabled member there, or the session has ended meanwhile.
pub async fn switch(domain: &Domain, caller: &Caller, to: AccountId) -> Result<SignedIn, Error> {
    let visitor = caller.visitor().ok_or(Error::NotFound)?;
    let (person, from, now) = (visitor.person, visitor.account, domain.clock.seconds());
    let token = Secret::new()?;
    let mut tx = domain.db.write().await?;
    let begun: Option<(String, Option<i64>)> = sql(include_str!("switch.sql"))
        .bind(visitor.session.0)
        .bind(to.0)
        .bind(now)
        .bind(Secret::hash(token.text()))
        .bind(Uuid::now_v7())
        .fetch_optional(&mut tx)
        .await?;
    let (method, second_factor) = begun.ok_or(Error::NotFound)?;
    sql(include_str!("leave.sql")).bind(visitor.session.0).bind(now).execute(&mut tx).await?;
    // Neither account's trail names the other.
    let subject = person.to_string();
    let left = json!({ "via": "switch" });
    audit::record(&mut tx, now, from, Some(person), Action::SignOut, &subject, &left).await?;
    let entered = json!({ "by": method, "second_factor": second_factor.is_some(), "via": "switch" });
    audit::record(&mut tx, now, to, Some(person), Action::SignIn, &subject, &entered).await?;
    tx.commit().await?;
    Ok(SignedIn { token, person })
}
