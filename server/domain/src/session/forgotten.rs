//! A link by letter, for who has forgotten their password.
//!
//! Whether anybody has the e-mail address is found out by the background worker. What the request itself does is the same for
//! everybody's and nobody's, so that its answer tells nothing, nor does the time it takes.

use super::{Browser, LinkKind, last_account, make_and_write};
use crate::{
    Domain, Error,
    access::Caller,
    credential,
    db::sql,
    jobs::{self, Kind},
    keys::Purpose,
};
use model::{Permission, PersonId};
use uuid::Uuid;

/// Longer, in bytes, is no e-mail address (RFC 5321).
const LONGEST: usize = 254;

/// Asks for a link to be sent to an e-mail address. It goes out if its person may sign in to some account, and leads to the one
/// that they were in last.
///
/// # Errors
/// [`Error::NotFound`] when no mail server is configured; [`Invalid::TooManyLetters`](model::Invalid::TooManyLetters), whether or
/// not anybody has the address.
pub async fn forgotten(domain: &Domain, email: &str, browser: &Browser) -> Result<(), Error> {
    if domain.mail.is_none() {
        return Err(Error::NotFound);
    }
    let email = email.trim().to_lowercase();
    if email.len() > LONGEST {
        return Ok(());
    }
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    credential::letter_asked(&mut tx, &domain.keys, &email, &browser.ip, now).await?;
    let sealed = domain.keys.seal(Purpose::Mail, email.as_bytes())?;
    let key = format!("{} {}", Kind::Forgotten.key(), Uuid::now_v7());
    jobs::put(&mut tx, Kind::Forgotten, &key, &serde_json::to_string(&sealed)?, now).await?;
    Ok(tx.commit().await?)
}

/// The worker's part: makes the link, and puts the letter down that brings it. Nothing for who may not sign in anywhere.
///
/// # Errors
/// [`Error::Key`] when the address was sealed by another installation; [`Error::Db`] when the database fails.
pub(crate) async fn answer_forgotten(domain: &Domain, details: &str) -> Result<(), Error> {
    if domain.mail.is_none() {
        return Ok(());
    }
    let sealed: Vec<u8> = serde_json::from_str(details)?;
    let email = domain.keys.unseal(Purpose::Mail, &sealed)?;
    let email = String::from_utf8_lossy(&email);
    let mut tx = domain.db.write().await?;
    let person: Option<Uuid> = sql(include_str!("forgotten.sql")).bind(&*email).scalar_optional(&mut tx).await?;
    let Some(person) = person.map(PersonId) else { return Ok(()) };
    let Some(account) = last_account(&mut tx, person).await? else { return Ok(()) };
    // Nobody of the account vouches for whoever asked: the mailbox does.
    let scope = Caller::host(account).may(Permission::ManagePeople)?;
    make_and_write(&mut tx, domain, &scope, person, LinkKind::Forgotten, None).await?;
    Ok(tx.commit().await?)
}
