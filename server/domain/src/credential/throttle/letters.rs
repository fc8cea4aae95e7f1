//! How many letters with a link somebody may ask for.

use super::{
    count::{count, key},
    network::network,
    rule::{LETTER, LETTERS},
};
use crate::{Error, db::Tx, keys::Keys};
use model::Invalid;

/// Counts a letter to an e-mail address, in lower case, that a network asks for. The counts are apart from those of failed
/// sign-ins: asking keeps nobody from signing in.
///
/// # Errors
/// [`Invalid::TooManyLetters`] when it comes too early.
pub(crate) async fn letter_asked(tx: &mut Tx, keys: &Keys, email: &str, ip: &str, now: i64) -> Result<(), Error> {
    let counts = [(key(keys, "letter", email), LETTER), (key(keys, "letters", &network(ip)), LETTERS)];
    for (key, rule) in counts {
        if count(tx, &key, rule, now).await?.is_some() {
            return Err(Error::Invalid(Invalid::TooManyLetters));
        }
    }
    Ok(())
}
