//! Signing in by password.

use super::Plain;
use crate::{
    Domain, Error,
    credential::{failed, throttle::Tries},
    db::sql,
    session::Browser,
};
use model::{Invalid, PersonId, Refusal, SignInMethod};
use uuid::Uuid;

/// Whose password it is. The caller begins the session.
///
/// Somebody unknown, a wrong password, a person without a password and one who is disabled in every account all get the same
/// answer after the same work: the same reads, one hash, one write. Only being right costs more.
///
/// # Errors
/// [`Invalid::Proof`] when it is nobody's, or the try came too early; [`Error::Busy`] when too many wait for their turn.
pub async fn check(domain: &Domain, email: &str, plain: Plain, browser: &Browser) -> Result<PersonId, Error> {
    let email = email.trim().to_lowercase();
    let tries = Tries::new(&domain.keys, &email, &browser.ip);
    tries.held(domain).await?;
    let place = domain.hasher.queue()?;
    let found: Option<(Uuid, Option<String>)> =
        sql(include_str!("find.sql")).bind(&email).fetch_optional(&domain.db).await?;
    let (person, phc) = found.map_or((None, None), |(person, phc)| (Some(PersonId(person)), phc));

    // Counted before it is looked at: many tries at once are no more tries.
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    tries.failed(&mut tx, now).await?;
    let noted = failed::note(&mut tx, person, SignInMethod::Password, browser, now).await?;
    tx.commit().await?;

    let compared = place.compare(plain, phc).await?;
    let Some(person) = person.filter(|_| compared.right) else {
        return Err(Error::Invalid(Invalid::Proof(Refusal::Password)));
    };
    let mut tx = domain.db.write().await?;
    tries.right(&mut tx, now).await?;
    failed::take_back(&mut tx, &noted).await?;
    if let Some(phc) = compared.renewed {
        sql(include_str!("renew.sql")).bind(person.0).bind(phc).execute(&mut tx).await?;
    }
    tx.commit().await?;
    Ok(person)
}
