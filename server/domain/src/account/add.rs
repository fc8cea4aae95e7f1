//! Adding a partner account.

use crate::{Domain, Error, audit};
use model::{AccountId, Program};
use serde_json::json;
use uuid::Uuid;

/// What an account starts with.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The id of the partner's global account.
    pub mpn_id: String,
    /// The company's name.
    pub name: String,
    /// The programs it takes part in.
    pub programs: Vec<Program>,
    /// Locations: MPN id and name.
    pub locations: Vec<(String, String)>,
}

/// Adds an account. Nothing when the MPN id is taken.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn add(domain: &Domain, new: &NewAccount) -> Result<Option<AccountId>, Error> {
    let id = AccountId(Uuid::now_v7());
    let now = domain.clock.seconds();
    let mut tx = domain.db.write().await?;
    let added = sqlx::query(include_str!("add.sql"))
        .bind(id.0)
        .bind(&new.mpn_id)
        .bind(&new.name)
        .bind(now)
        .execute(&mut *tx)
        .await?
        .rows_affected();
    if added == 0 {
        return Ok(None);
    }
    for program in &new.programs {
        sqlx::query(include_str!("add_program.sql")).bind(id.0).bind(program.key()).execute(&mut *tx).await?;
    }
    for (mpn_id, name) in &new.locations {
        sqlx::query(include_str!("put_location.sql"))
            .bind(id.0)
            .bind(mpn_id)
            .bind(name)
            .bind("")
            .bind("")
            .execute(&mut *tx)
            .await?;
    }
    let details = json!({ "programs": new.programs });
    audit::record(&mut tx, now, id, None, audit::Action::AccountAdded, &new.mpn_id, &details).await?;
    tx.commit().await?;
    Ok(Some(id))
}
