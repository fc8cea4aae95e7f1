//! Sending a letter that was put down.

use super::{
    Language, Letter,
    compose::{Names, compose},
    put::Addressed,
};
use crate::{Domain, Error, db::sql, digest, keys::Purpose};

#[derive(sqlx::FromRow)]
struct Recipient {
    name: String,
    email: String,
    locale: Option<String>,
    account: String,
}

/// Sends a letter in its recipient's language. Who has left the account meanwhile, or is disabled, gets none; nor does anybody
/// once no mail server is configured any more, or when the link in it has become too old. What changed of late is looked up only now, as the recipient.
///
/// # Errors
/// [`Error::Mail`] when the mail server does not take it; [`Error::Key`] when it was sealed by another installation.
pub(crate) async fn send(domain: &Domain, details: &str) -> Result<(), Error> {
    let Some(mailer) = &domain.mail else { return Ok(()) };
    let sealed: Vec<u8> = serde_json::from_str(details)?;
    let Addressed { account, person, mut letter } =
        serde_json::from_slice(&domain.keys.unseal(Purpose::Mail, &sealed)?)?;
    if letter.until().is_some_and(|until| until <= domain.clock.now()) {
        return Ok(());
    }
    if let Letter::Digest { digest, .. } = &mut letter {
        let Some(found) = digest::for_recipient(domain, account, person).await? else { return Ok(()) };
        *digest = found;
    }
    let recipient: Option<Recipient> =
        sql(include_str!("recipient.sql")).bind(account.0).bind(person.0).fetch_optional(&domain.db).await?;
    let Some(Recipient { name, email, locale, account }) = recipient else { return Ok(()) };
    let language = locale.as_deref().map(Language::from_tag).unwrap_or_default();
    let names = Names { id: person, person: &name, account: &account, origin: &mailer.origin };
    let (subject, text) = compose(language, &letter, &names);
    Ok(mailer.send((name, &email), &subject, text).await?)
}
