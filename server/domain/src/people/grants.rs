//! Where roles come from, and how they came and went.

use crate::{Domain, Error, access::Caller, clock::moment, db::sql};
use model::{AccountId, Grant, Permission, PersonId, RoleChange, Turn};

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    role: String,
    granted_at: i64,
    granted_by: Option<String>,
    via: String,
    reason: String,
    until_at: Option<i64>,
    revoked_at: Option<i64>,
    ended: Option<String>,
    revoked_by: Option<String>,
    revoke_reason: String,
}

/// The caller's own roles, and where they come from.
///
/// # Errors
/// [`Error::Denied`] when the caller may not; [`Error::Db`] when the database fails.
pub async fn own(domain: &Domain, caller: &Caller) -> Result<Vec<Grant>, Error> {
    let scope = caller.may(Permission::OwnProfile)?;
    let Some(person) = scope.actor() else { return Ok(Vec::new()) };
    Ok(held(read(domain, scope.account(), person).await?, domain.clock.seconds()))
}

/// All grants that a person ever had in an account, newest first.
pub(super) async fn read(domain: &Domain, account: AccountId, person: PersonId) -> Result<Vec<Row>, Error> {
    Ok(sql(include_str!("history.sql")).bind(account.0).bind(person.0).fetch_all(&domain.db).await?)
}

/// Those that count now.
pub(super) fn held(rows: Vec<Row>, now: i64) -> Vec<Grant> {
    rows.into_iter().filter(|row| row.ended_at(now).is_none()).map(Row::grant).collect()
}

/// All of them as gains and losses, newest first.
pub(super) fn history(rows: &[Row], now: i64) -> Vec<RoleChange> {
    let mut changes: Vec<RoleChange> = rows.iter().flat_map(|row| row.changes(now)).flatten().collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.at));
    changes
}

impl Row {
    /// When it ended, and how; an end date counts whether or not anything has written that down.
    fn ended_at(&self, now: i64) -> Option<(i64, Turn)> {
        match (self.revoked_at, self.ended.as_deref(), self.until_at) {
            (Some(at), Some("expired"), _) => Some((at, Turn::Expired)),
            (Some(at), Some("removed"), _) => Some((at, Turn::Removed)),
            (Some(at), ..) => Some((at, Turn::Revoked)),
            (None, _, Some(until)) if until <= now => Some((until, Turn::Expired)),
            (None, ..) => None,
        }
    }

    fn changes(&self, now: i64) -> [Option<RoleChange>; 2] {
        let lost = self.ended_at(now).map(|(at, turn)| RoleChange {
            at: moment(at),
            role: self.role.clone(),
            turn,
            until: None,
            by: self.revoked_by.clone(),
            reason: self.revoke_reason.clone(),
        });
        let gained = RoleChange {
            at: moment(self.granted_at),
            role: self.role.clone(),
            turn: Turn::Given,
            until: self.until_at.map(moment),
            by: self.granted_by.clone(),
            reason: self.reason.clone(),
        };
        [lost, Some(gained)]
    }

    fn grant(self) -> Grant {
        Grant {
            role: self.role,
            at: moment(self.granted_at),
            by: self.granted_by,
            via: self.via,
            reason: self.reason,
            until: self.until_at.map(moment),
        }
    }
}
