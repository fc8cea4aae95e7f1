//! Products that are left out of all totals of licences: those whose seats are free, or that nobody is meant to use.

use crate::{
    Domain, Error, access::Caller, audit, audit::Action, db::sql, dictionary::fold, fact::Dim,
    people::change::still_allowed,
};
use model::{Invalid, Permission};
use serde_json::json;
use std::collections::BTreeSet;

/// All products that the account has seen, and whether each is left out, A to Z.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn products(domain: &Domain, caller: &Caller) -> Result<Vec<(String, bool)>, Error> {
    let scope = caller.may(Permission::ManageAccount)?;
    let dictionary = domain.dictionaries.get(&domain.db, &scope).await?;
    let left_out: BTreeSet<String> = dictionary.products_left_out().into_iter().collect();
    let products = dictionary.labels(Dim::Product).into_iter();
    Ok(products.map(|product| (product.clone(), left_out.contains(&product))).collect())
}

/// Leaves these products out of totals and no others. Audited with what was before.
///
/// # Errors
/// [`Error::Denied`] without the right or a fresh proof of it; [`Error::Invalid`] for a product that no row names. Nothing has
/// changed then.
pub async fn leave_out(domain: &Domain, caller: &Caller, products: &[String]) -> Result<(), Error> {
    let scope = caller.may_now(Permission::ManageAccount)?;
    let dictionary = domain.dictionaries.get(&domain.db, &scope).await?;
    if dictionary.ids(Dim::Product, products).len() != products.len() {
        return Err(Error::Invalid(Invalid::Setting));
    }
    let old = dictionary.products_left_out();
    let mut new: Vec<String> = products.to_vec();
    new.sort_by_cached_key(|product| product.to_lowercase());
    new.dedup();
    if old == new {
        return Ok(());
    }
    let (account, now) = (scope.account(), domain.clock.seconds());
    let mut tx = domain.db.write_people(account).await?;
    still_allowed(&mut tx, &scope, domain.clock.seconds()).await?;
    sql(include_str!("leave_none_out.sql")).bind(account.0).execute(&mut tx).await?;
    for product in &new {
        sql(include_str!("leave_out.sql")).bind(account.0).bind(fold(product)).execute(&mut tx).await?;
    }
    sql(include_str!("../imports/new_version.sql")).bind(account.0).execute(&mut tx).await?;
    let (subject, changed) = (account.to_string(), json!({ "products_left_out": { "old": old, "new": new } }));
    audit::record(&mut tx, now, account, scope.actor(), Action::SettingChanged, &subject, &changed).await?;
    tx.commit().await?;
    Ok(())
}
