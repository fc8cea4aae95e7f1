//! Recovery codes: ten, each good once in place of a second factor that is lost.

mod code;
mod renew;
#[cfg(test)]
mod tests;

pub use renew::renew;

use crate::{
    Error,
    db::{Tx, sql},
};
use model::PersonId;

/// Uses a code up: whether it was the person's, and not used before.
pub(super) async fn spend(tx: &mut Tx, person: PersonId, typed: &str, now: i64) -> Result<bool, Error> {
    let Some(hash) = code::hash(typed) else { return Ok(false) };
    Ok(sql(include_str!("spend.sql")).bind(person.0).bind(hash).bind(now).execute(&mut *tx).await? == 1)
}
