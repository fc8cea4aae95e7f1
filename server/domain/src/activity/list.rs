//! Reading the log: newest first, narrowed.

use super::{
    Days,
    details::{changes, more},
    search::{FEW, Search},
    span::span,
};
use crate::{
    Domain, Error,
    access::{Caller, Scope},
    clock::moment,
    db::sql,
};
use model::{ActivityFilter, ActivityPage, ActivityRow, Permission};
use std::collections::HashMap;

/// Rows of a page.
const PAGE: usize = 50;

/// A record as it is read.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Stored {
    pub(super) id: i64,
    at: i64,
    at_text: String,
    key: Option<String>,
    tenant: String,
    customer: String,
    operation: String,
    status: String,
    actor: String,
    application: String,
    resource: String,
    old_value: String,
    new_value: String,
    information: String,
    more: String,
}

/// A page of the log.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn list(domain: &Domain, caller: &Caller, filter: &ActivityFilter) -> Result<ActivityPage, Error> {
    let scope = caller.may(Permission::ViewActivity)?;
    let filter = with_days(domain, &scope, filter).await?;
    let mut rows =
        piece(domain, &scope, &Search::new(&filter, domain.db.on_postgres()), filter.before, PAGE + 1).await?;
    let further = rows.len() > PAGE;
    rows.truncate(PAGE);
    let choices = domain.choices.get(&domain.db, &scope).await?;
    Ok(ActivityPage {
        from: filter.from,
        to: filter.to,
        older: rows.last().filter(|_| further).map(|row| row.id),
        rows: told(domain, &scope, rows).await?,
        operations: choices.operations.clone(),
        actors: choices.actors.clone(),
    })
}

/// The filter with its days: without any, the month up to the newest record.
pub(super) async fn with_days(
    domain: &Domain,
    scope: &Scope,
    filter: &ActivityFilter,
) -> Result<ActivityFilter, Error> {
    let mut filter = filter.clone();
    if filter.from.is_none() && filter.to.is_none() {
        let newest = span(domain, scope).await?.map(|span| span.newest);
        filter.to = newest;
        filter.from = newest.and_then(Days::month_before);
    }
    Ok(filter)
}

/// The next records, at most so many, all before the one named.
pub(super) async fn piece(
    domain: &Domain,
    scope: &Scope,
    search: &Search,
    before: Option<i64>,
    most: usize,
) -> Result<Vec<Stored>, Error> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    if let Some((count, newest)) = search.among_few(scope.account(), before, limit) {
        let there: i64 = count.scalar(&domain.db).await?;
        let rows: Vec<Stored> = newest.fetch_all(&domain.db).await?;
        if there <= FEW || rows.len() >= most {
            return Ok(rows);
        }
    }
    Ok(search.statement(scope.account(), before, limit).fetch_all(&domain.db).await?)
}

/// Records as they are shown, each with the tenant of its customer's page where there is one.
pub(super) async fn told(domain: &Domain, scope: &Scope, rows: Vec<Stored>) -> Result<Vec<ActivityRow>, Error> {
    let tenants: Vec<&str> = rows.iter().map(|row| row.tenant.as_str()).filter(|it| !it.is_empty()).collect();
    let nameless = |row: &&Stored| row.tenant.is_empty() && !row.customer.is_empty();
    let names: Vec<&str> = rows.iter().filter(nameless).map(|row| row.customer.as_str()).collect();
    let found: Vec<(String, String)> = sql(include_str!("customers.sql"))
        .on_postgres(include_str!("customers.postgres.sql"))
        .bind(scope.account().0)
        .bind(serde_json::to_string(&tenants)?)
        .bind(serde_json::to_string(&names)?)
        .fetch_all(&domain.db)
        .await?;
    let mut by_name: HashMap<&str, Vec<&str>> = HashMap::new();
    for (tenant, name) in &found {
        by_name.entry(name).or_default().push(tenant);
    }
    let tenant = |row: &Stored| {
        if !row.tenant.is_empty() {
            return found.iter().any(|(tenant, _)| *tenant == row.tenant).then(|| row.tenant.clone());
        }
        // The vendor's page gives names; one that two customers have leads nowhere.
        match by_name.get(row.customer.as_str()).map(Vec::as_slice) {
            Some([tenant]) => Some((*tenant).to_owned()),
            _ => None,
        }
    };
    let tell = |row: Stored| ActivityRow {
        id: row.id,
        at: moment(row.at),
        tenant: tenant(&row),
        changes: changes(&row.old_value, &row.new_value),
        more: more(&row.more),
        key: row.key,
        at_text: row.at_text,
        customer_id: row.tenant,
        customer: row.customer,
        operation: row.operation,
        status: row.status,
        actor: row.actor,
        application: row.application,
        resource: row.resource,
        information: row.information,
    };
    Ok(rows.into_iter().map(tell).collect())
}
