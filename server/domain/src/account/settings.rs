//! The settings of a partner account: what its MPN partner admins set, and what only the operator does.

use crate::{
    Domain, Error,
    access::{self, Caller, Scope},
    audit,
    audit::Action,
    db::{Tx, sql},
    licenses, oidc,
};
use model::{AccountId, AccountSettings, Invalid, Permission, Settings};
use serde_json::{Map, Value, json};

#[derive(sqlx::FromRow)]
struct Row {
    mpn_id: String,
    name: String,
    needs_second_factor: i64,
    idle_seconds: i64,
    session_seconds: i64,
    keep_days: i64,
}

impl Row {
    fn settings(&self) -> Settings {
        Settings {
            name: self.name.clone(),
            second_factor: self.needs_second_factor == 1,
            idle_minutes: self.idle_seconds / 60,
            session_hours: self.session_seconds / 3600,
            keep_days: self.keep_days,
        }
    }
}

/// The settings of the caller's account.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn settings(domain: &Domain, caller: &Caller) -> Result<AccountSettings, Error> {
    let account = caller.may(Permission::ManageAccount)?.account();
    let row: Row = sql(include_str!("settings.sql")).bind(account.0).fetch_one(&domain.db).await?;
    let locations = sql(include_str!("../licenses/locations.sql")).bind(account.0).fetch_all(&domain.db).await?;
    let programs = super::programs(domain, account).await?;
    let groups = match oidc::provider_of_groups(domain) {
        Some(provider) => Some((provider, oidc::mapping(domain, caller).await?)),
        None => None,
    };
    let products = licenses::products(domain, caller).await?;
    Ok(AccountSettings { settings: row.settings(), mpn_id: row.mpn_id, programs, locations, groups, products })
}

/// Changes settings of the caller's account; each change is audited with what was before. They act at everybody's next
/// request, save a session's length, which acts at the next sign-in.
///
/// # Errors
/// [`Error::Denied`] without the right or a fresh proof of it; [`Error::Invalid`] for a value out of bounds;
/// [`Error::LastAdmin`] when a second factor is demanded and no MPN partner admin has one. In all of these nothing has changed.
pub async fn change(domain: &Domain, caller: &Caller, new: &Settings) -> Result<(), Error> {
    let scope = caller.may_now(Permission::ManageAccount)?;
    let new = Settings { name: new.name.trim().to_owned(), ..new.clone() };
    if !new.is_sound() {
        return Err(Error::Invalid(Invalid::Setting));
    }
    let account = scope.account();
    let mut tx = domain.db.write_people(account).await?;
    let admins_before = access::acting(&mut tx, account).await?;
    let old: Row = sql(include_str!("settings.sql")).bind(account.0).fetch_one(&mut tx).await?;
    put(&mut tx, account, &new).await?;
    if admins_before > 0 && access::acting(&mut tx, account).await? == 0 {
        return Err(Error::LastAdmin);
    }
    audited(&mut tx, domain, &scope, &old.settings(), &new).await?;
    tx.commit().await?;
    Ok(())
}

async fn put(tx: &mut Tx, account: AccountId, new: &Settings) -> Result<(), Error> {
    sql(include_str!("put_settings.sql"))
        .bind(account.0)
        .bind(&new.name)
        .bind(new.second_factor)
        .bind(new.idle_minutes * 60)
        .bind(new.session_hours * 3600)
        .bind(new.keep_days)
        .execute(tx)
        .await?;
    Ok(())
}

/// One row for all that changed, each with the old and the new value; none when nothing did.
async fn audited(tx: &mut Tx, domain: &Domain, scope: &Scope, old: &Settings, new: &Settings) -> Result<(), Error> {
    let (old, new) = (serde_json::to_value(old)?, serde_json::to_value(new)?);
    let changed = |(name, new): (&String, &Value)| {
        (old[name] != *new).then(|| (name.clone(), json!({ "old": old[name], "new": new })))
    };
    let changed: Map<String, Value> = new.as_object().into_iter().flatten().filter_map(changed).collect();
    if !changed.is_empty() {
        let (account, now) = (scope.account(), domain.clock.seconds());
        let (subject, changed) = (account.to_string(), Value::Object(changed));
        audit::record(tx, now, account, scope.actor(), Action::SettingChanged, &subject, &changed).await?;
    }
    Ok(())
}
