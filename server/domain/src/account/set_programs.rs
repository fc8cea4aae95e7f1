//! The programs that an account takes part in: the operator's, for they decide what the account may see at all.

use crate::{
    Domain, Error,
    audit::{self, Action},
    db::sql,
};
use model::{AccountId, Program};
use serde_json::json;
use std::collections::BTreeSet;

/// Replaces an account's programs. It acts at everybody's next request, and is audited as the host's.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn set_programs(domain: &Domain, account: AccountId, programs: &BTreeSet<Program>) -> Result<(), Error> {
    let old = super::programs(domain, account).await?;
    let mut tx = domain.db.write().await?;
    sql(include_str!("clear_programs.sql")).bind(account.0).execute(&mut tx).await?;
    for program in programs {
        sql(include_str!("add_program.sql")).bind(account.0).bind(program.key()).execute(&mut tx).await?;
    }
    let changed = json!({ "programs": { "old": old, "new": programs } });
    let (now, subject) = (domain.clock.seconds(), account.to_string());
    audit::record(&mut tx, now, account, None, Action::SettingChanged, &subject, &changed).await?;
    tx.commit().await?;
    Ok(())
}
