//! How many sessions a person has at a time.

use crate::{
    Domain, Error,
    db::{Tx, sql},
};
use model::PersonId;

/// Ends the oldest sessions of a person who has more than ten, so that forgotten browsers do not stay open for ever.
pub(super) async fn limit(tx: &mut Tx, domain: &Domain, person: PersonId) -> Result<(), Error> {
    sql(include_str!("limit.sql")).bind(person.0).bind(domain.clock.seconds()).execute(tx).await?;
    Ok(())
}
