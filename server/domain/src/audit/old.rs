//! Rows from before there was a chain.

use super::{
    anchor,
    chain::{Head, NOTHING, Row, put},
};
use crate::db::{Db, DbError, sql};
use model::AccountId;
use std::path::Path;
use uuid::Uuid;

/// Chains what older versions of the program wrote, once: accounts that have no head yet. One that has been anchored had a
/// head, so it is left as it is, for [`super::verify`] to tell.
///
/// # Errors
/// [`DbError`] when the database fails.
pub(crate) async fn chain_old(db: &Db, data: &Path) -> Result<(), DbError> {
    let without: Vec<Uuid> = sql(include_str!("without_head.sql")).scalars(db).await?;
    for account in without.into_iter().map(AccountId) {
        if anchor::of(data, account).is_ok_and(|anchors| anchors.is_empty()) {
            chain(db, account).await?;
        }
    }
    Ok(())
}

async fn chain(db: &Db, account: AccountId) -> Result<(), DbError> {
    let mut tx = db.write_people(account).await?;
    let head: Option<Head> = sql(include_str!("head.sql")).bind(account.0).fetch_optional(&mut tx).await?;
    if head.is_some() {
        // Another server was quicker.
        return Ok(());
    }
    let (mut seq, mut hash) = (0, NOTHING);
    loop {
        let rows: Vec<Row> = sql(include_str!("rows.sql"))
            .bind(account.0)
            .bind(seq)
            .bind(super::verify::PIECE)
            .fetch_all(&mut tx)
            .await?;
        let Some(last) = rows.last() else { break };
        let newest = last.seq;
        for row in rows {
            hash = row.hash_after(&hash, account);
            sql(include_str!("set_hash.sql")).bind(account.0).bind(row.seq).bind(&hash[..]).execute(&mut tx).await?;
        }
        seq = newest;
    }
    let head = Head::sealed(tx.keys(), account, seq, &hash);
    put(&mut tx, account, head).await?;
    tx.commit().await
}
