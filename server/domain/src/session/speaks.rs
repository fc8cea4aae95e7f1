//! The language that a person reads.

use crate::{Domain, Error, db::sql};
use model::PersonId;

/// Remembers the language, by its tag, in which a person uses the pages: letters to them are written in it.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn speaks(domain: &Domain, person: PersonId, tag: &str) -> Result<(), Error> {
    let mut tx = domain.db.write().await?;
    sql(include_str!("speaks.sql")).bind(person.0).bind(tag).execute(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}
