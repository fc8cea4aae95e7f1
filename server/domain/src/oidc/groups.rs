//! Roles that follow the provider's groups, in the accounts that want it. What people have given is never touched.

use crate::{
    Domain, Error,
    access::Caller,
    audit,
    audit::Action,
    db::{Tx, sql},
    people::change::{Act, Change, Via, change},
};
use model::{AccountId, Permission, PersonId, Role};
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Gives and takes roles in every account of a person that maps groups, so that they match the groups the person is in now.
/// Where that would leave nobody to act, the person stays MPN partner admin, and the audit trail says so.
pub(super) async fn follow(domain: &Domain, person: PersonId, groups: &[String]) -> Result<(), Error> {
    let accounts: Vec<Uuid> = sql(include_str!("mapped_accounts.sql")).bind(person.0).scalars(&domain.db).await?;
    for account in accounts.into_iter().map(AccountId) {
        match follow_in(domain, account, person, groups, false).await {
            Err(Error::LastAdmin) => follow_in(domain, account, person, groups, true).await?,
            done => done?,
        }
    }
    Ok(())
}

async fn follow_in(
    domain: &Domain,
    account: AccountId,
    person: PersonId,
    groups: &[String],
    stays_admin: bool,
) -> Result<(), Error> {
    let now = domain.clock.seconds();
    let mut tx = domain.db.write_people(account).await?;
    let Some(wanted) = wanted(&mut tx, account, person, groups).await? else { return Ok(()) };
    let held: Vec<(String, String)> =
        sql(include_str!("held.sql")).bind(account.0).bind(person.0).bind(now).fetch_all(&mut tx).await?;
    let held: Vec<(Role, bool)> =
        held.iter().filter_map(|(key, via)| Some((Role::from_key(key)?, via == Via::Group.key()))).collect();
    let stays = |role: &Role| wanted.contains(role) || stays_admin && *role == Role::PartnerAdmin;
    let take = held.iter().filter(|(_, by_group)| *by_group).map(|(role, _)| *role).filter(|role| !stays(role));
    let act = Act::Roles {
        give: wanted
            .iter()
            .filter(|role| held.iter().all(|(held, _)| held != *role))
            .map(|role| (*role, None))
            .collect(),
        take: take.collect(),
    };
    if stays_admin {
        let details = json!({ "role": Role::PartnerAdmin });
        audit::record(&mut tx, now, account, None, Action::GroupsRefused, &person.to_string(), &details).await?;
    }
    // Nobody asks: an MPN partner admin has allowed it for all who sign in.
    let scope = Caller::host(account).may(Permission::AssignRoles)?;
    let change_of = Change { person, act, reason: String::new(), via: Via::Group };
    change(&mut tx, domain, &scope, &change_of).await?;
    tx.commit().await?;
    Ok(())
}

/// The roles that the groups give; nothing when the account does not map groups (any more), or the person is no longer in it.
async fn wanted(
    tx: &mut Tx,
    account: AccountId,
    person: PersonId,
    groups: &[String],
) -> Result<Option<BTreeSet<Role>>, Error> {
    let guest: Option<i64> =
        sql(include_str!("mapped_member.sql")).bind(account.0).bind(person.0).scalar_optional(&mut *tx).await?;
    let Some(guest) = guest else { return Ok(None) };
    let rules: Vec<(String, String)> = sql(include_str!("rules.sql")).bind(account.0).fetch_all(&mut *tx).await?;
    let named = rules.iter().filter(|(group, _)| groups.contains(group)).filter_map(|(_, key)| Role::from_key(key));
    Ok(Some(named.filter(|role| guest == 0 || role.for_guests()).collect()))
}
