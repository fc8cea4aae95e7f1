//! Adding a partner account.

use crate::{Domain, Error, audit, db::sql};
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
    /// Whether a second factor is demanded before analytics and granting.
    pub second_factor: bool,
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
    let added = sql(include_str!("add.sql"))
        .bind(id.0)
        .bind(&new.mpn_id)
        .bind(&new.name)
        .bind(now)
        .bind(new.second_factor)
        .execute(&mut tx)
        .await?;
    if added == 0 {
        return Ok(None);
    }
    for program in &new.programs {
        sql(include_str!("add_program.sql")).bind(id.0).bind(program.key()).execute(&mut tx).await?;
    }
    for (mpn_id, name) in &new.locations {
        sql(include_str!("put_location.sql"))
            .bind(id.0)
            .bind(mpn_id)
            .bind(name)
            .bind("")
            .bind("")
            .execute(&mut tx)
            .await?;
    }
    audit::begin(&mut tx, id).await?;
    let details = json!({ "programs": new.programs });
    audit::record(&mut tx, now, id, None, audit::Action::AccountAdded, &new.mpn_id, &details).await?;
    tx.commit().await?;
    Ok(Some(id))
}
