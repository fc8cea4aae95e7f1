//! What the partner says of a customer in place of what the vendor's rows say: its name, its market, and whose part it is. The
//! rows themselves stay as they came.

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    audit,
    audit::Action,
    db::{Tx, sql},
    dictionary::{Customer, Dictionary, fold},
    fact::Dim,
    people::change::still_allowed,
};
use model::{AccountId, CustomerOverride, CustomerOverrides, Invalid, MergedTenant, Permission};
use serde_json::{Map, Value, json};

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    own_name: Option<String>,
    market: Option<String>,
    merged_into: Option<String>,
}

/// What is said of a customer, and what can be.
pub(super) async fn overrides(
    domain: &Domain,
    scope: &Scope,
    dictionary: &Dictionary,
    tenant: &str,
) -> Result<CustomerOverrides, Error> {
    let account = scope.account().0;
    let row: Row = sql(include_str!("overrides.sql")).bind(account).bind(tenant).fetch_one(&domain.db).await?;
    let merged: Vec<(String, String, String, String)> =
        sql(include_str!("merged.sql")).bind(account).bind(tenant).fetch_all(&domain.db).await?;
    let merged = merged.into_iter().map(|(tenant, vendor_name, name, market)| MergedTenant {
        tenant,
        vendor_name,
        name,
        market,
    });
    Ok(CustomerOverrides {
        vendor_name: row.name,
        name: row.own_name.unwrap_or_default(),
        market: row.market.unwrap_or_default(),
        merged: merged.collect(),
        markets: dictionary.labels(Dim::Market),
    })
}

/// Says of a customer what is asked for; whatever is empty is again as the vendor's rows say. Tenants that were part of a
/// customer which becomes part of another go with it. Audited with what was before.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] for no customer of the account; [`Error::Invalid`] for a name that
/// is too long, a market that no row names, or a main customer that is not exactly one other.
pub async fn set_overrides(
    domain: &Domain,
    caller: &Caller,
    tenant: &str,
    asked: &CustomerOverride,
) -> Result<(), Error> {
    caller.may(Permission::ViewLicenses)?;
    let scope = caller.may(Permission::ManageAccount)?;
    let (account, tenant) = (scope.account(), tenant.to_lowercase());
    let dictionary = domain.dictionaries.get(&domain.db, &scope).await?;
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let (name, market, part_of) = (some(&asked.name), some(&asked.market), some(&asked.part_of));
    if name.as_ref().is_some_and(|name| name.chars().count() > CustomerOverride::LONGEST_NAME) {
        return Err(Error::Invalid(Invalid::Name));
    }
    let market = match market {
        Some(label) if dictionary.ids(Dim::Market, std::slice::from_ref(&label)).is_empty() => {
            return Err(Error::Invalid(Invalid::Setting));
        }
        market => market,
    };
    let main = part_of.map(|text| main_customer(&dictionary, &tenant, &text)).transpose()?;
    let mut tx = domain.db.write_people(account).await?;
    still_allowed(&mut tx, &scope, domain.clock.seconds()).await?;
    let old: Option<Row> =
        sql(include_str!("overrides.sql")).bind(account.0).bind(&tenant).fetch_optional(&mut tx).await?;
    let old = old.ok_or(Error::NotFound)?;
    let changed = changes([
        ("name", old.own_name, name.clone()),
        ("market", old.market, market.clone()),
        ("part_of", old.merged_into, main.clone()),
    ]);
    if changed.is_empty() {
        return Ok(());
    }
    put(&mut tx, account, &tenant, [name, market.map(|market| fold(&market)), main]).await?;
    let now = domain.clock.seconds();
    audit::record(&mut tx, now, account, scope.actor(), Action::CustomerChanged, &tenant, &Value::Object(changed))
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Whom a customer is to be part of: by tenant, or by a name that one other customer alone has.
fn main_customer(dictionary: &Dictionary, tenant: &str, text: &str) -> Result<String, Error> {
    let folded = text.to_lowercase();
    let called = |it: &&Customer| it.tenant == folded || it.folded == folded;
    let mut found = dictionary.customers().filter(called);
    match (found.next(), found.next()) {
        (Some(main), None) if main.tenant != tenant => Ok(main.tenant.clone()),
        _ => Err(Error::Invalid(Invalid::MainCustomer)),
    }
}

/// What was and what is, of all that changes.
fn changes(all: [(&str, Option<String>, Option<String>); 3]) -> Map<String, Value> {
    let change = |(key, old, new): (&str, Option<String>, Option<String>)| {
        (old != new)
            .then(|| (key.to_owned(), json!({ "old": old.unwrap_or_default(), "new": new.unwrap_or_default() })))
    };
    all.into_iter().filter_map(change).collect()
}

async fn put(
    tx: &mut Tx,
    account: AccountId,
    tenant: &str,
    [name, market, main]: [Option<String>; 3],
) -> Result<(), Error> {
    sql(include_str!("put_overrides.sql"))
        .bind(account.0)
        .bind(tenant)
        .bind(name)
        .bind(market)
        .bind(main.clone())
        .execute(&mut *tx)
        .await?;
    if main.is_some() {
        sql(include_str!("move_merged.sql")).bind(account.0).bind(tenant).bind(main).execute(&mut *tx).await?;
    }
    sql(include_str!("../imports/new_version.sql")).bind(account.0).execute(tx).await?;
    Ok(())
}
