//! Using a code.

use super::secret::AppSecret;
use crate::{
    Domain, Error,
    db::{Tx, sql},
    keys::Purpose,
};
use model::PersonId;

/// Uses a code up: whether it was the person's, of about now, and not used before.
pub(in crate::credential) async fn spend(
    tx: &mut Tx,
    domain: &Domain,
    person: PersonId,
    code: &str,
) -> Result<bool, Error> {
    let sealed: Option<Vec<u8>> = sql(include_str!("secret.sql")).bind(person.0).scalar_optional(&mut *tx).await?;
    let Some(sealed) = sealed else { return Ok(false) };
    let secret = AppSecret::of(&domain.keys.unseal(Purpose::SecondFactor, &sealed)?, "")?;
    let Some(step) = secret.step(code, domain.clock.seconds()) else { return Ok(false) };
    // Guarded: of two who send the same code at once, one gets in.
    Ok(sql(include_str!("spend.sql")).bind(person.0).bind(step).execute(&mut *tx).await? == 1)
}
