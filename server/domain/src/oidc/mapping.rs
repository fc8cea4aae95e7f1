//! Which roles the provider's groups give in an account: set by its MPN partner admins.

use crate::{Domain, Error, access::Caller, audit, audit::Action, db::sql, people::change::still_allowed};
use model::{GroupMapping, Invalid, Permission, Role};
use serde_json::json;
use std::collections::BTreeSet;

/// How many rules an account may have.
const MOST_RULES: usize = 200;

/// How long a group's name may be, in bytes.
const LONGEST_NAME: usize = 256;

/// The rules of the caller's account.
///
/// # Errors
/// [`Error::Denied`] when the caller may not; [`Error::Db`] when the database fails.
pub async fn mapping(domain: &Domain, caller: &Caller) -> Result<GroupMapping, Error> {
    let account = caller.may(Permission::ManageAccount)?.account();
    let on: i64 = sql(include_str!("maps_groups.sql")).bind(account.0).scalar(&domain.db).await?;
    let rules = sql(include_str!("rules.sql")).bind(account.0).fetch_all(&domain.db).await?;
    Ok(known(on, rules))
}

/// Replaces the rules of the caller's account. They act when a person next signs in by the provider.
///
/// # Errors
/// [`Error::Denied`] when the caller may not, or has not proved a moment ago who they are; [`Error::Invalid`] for too many
/// rules, or a group without a name; [`Error::Db`] when the database fails.
pub async fn set_mapping(domain: &Domain, caller: &Caller, mapping: &GroupMapping) -> Result<(), Error> {
    let scope = caller.may_now(Permission::ManageAccount)?;
    let rules: BTreeSet<(&str, Role)> = mapping.rules.iter().map(|(group, role)| (group.trim(), *role)).collect();
    if rules.len() > MOST_RULES || rules.iter().any(|(group, _)| group.is_empty() || group.len() > LONGEST_NAME) {
        return Err(Error::Invalid(Invalid::Setting));
    }
    let (account, now) = (scope.account(), domain.clock.seconds());
    let mut tx = domain.db.write_people(account).await?;
    still_allowed(&mut tx, &scope, now).await?;
    let on: i64 = sql(include_str!("maps_groups.sql")).bind(account.0).scalar(&mut tx).await?;
    let old = known(on, sql(include_str!("rules.sql")).bind(account.0).fetch_all(&mut tx).await?);
    sql(include_str!("set_maps_groups.sql")).bind(account.0).bind(mapping.on).execute(&mut tx).await?;
    sql(include_str!("clear_rules.sql")).bind(account.0).execute(&mut tx).await?;
    for (group, role) in &rules {
        sql(include_str!("put_rule.sql")).bind(account.0).bind(*group).bind(role.key()).execute(&mut tx).await?;
    }
    let changed = json!({ "group_mapping": { "old": old, "new": { "on": mapping.on, "rules": rules } } });
    let subject = account.to_string();
    audit::record(&mut tx, now, account, scope.actor(), Action::SettingChanged, &subject, &changed).await?;
    tx.commit().await?;
    Ok(())
}

fn known(on: i64, rules: Vec<(String, String)>) -> GroupMapping {
    let rules = rules.into_iter().filter_map(|(group, key)| Some((group, Role::from_key(&key)?)));
    GroupMapping { on: on == 1, rules: rules.collect() }
}
