//! Words behind the made-up ids, so that whole answers can be asked for: names of customers, products, markets and so on.

use super::{
    Failure,
    facts::{
        CHANNELS, FAMILIES, LOCATIONS, MARKETS, METERS, PRODUCTS, RESELLERS, SEGMENTS, SERVICES, WORKLOADS, month,
    },
};
use domain::{Domain, db::sql, fact::Dim};
use model::AccountId;

/// The word of an id; also the key it is found by, so it is in lower case.
pub(crate) fn word(dim: Dim, id: u32) -> String {
    format!("{}{id:02}", dim.key())
}

/// The tenant of a customer.
pub(crate) fn tenant(id: u32) -> String {
    format!("0e2e0000-0000-4000-8000-{id:012x}")
}

/// Gives every id of the facts a word.
pub(crate) async fn write(
    domain: &Domain,
    account: AccountId,
    customers: u32,
    subscriptions: u32,
) -> Result<(), Failure> {
    let mut tx = domain.db.write().await?;
    let terms = [
        (Dim::Product, PRODUCTS),
        (Dim::Workload, WORKLOADS),
        (Dim::Service, 1),
        (Dim::Channel, CHANNELS),
        (Dim::Market, MARKETS),
        (Dim::Segment, SEGMENTS),
        (Dim::Location, LOCATIONS),
        (Dim::Attribution, 1),
        (Dim::AzureService, SERVICES),
        (Dim::MeterCategory, SERVICES),
        (Dim::Meter, METERS),
        (Dim::Unit, 1),
        (Dim::Currency, 1),
        (Dim::Family, FAMILIES),
        (Dim::Reseller, RESELLERS),
        (Dim::Subscription, subscriptions),
    ];
    for (dim, count) in terms {
        for id in 1..=count {
            sql("insert into term (account_id, kind, id, key, label) values ($1, $2, $3, $4, $4)")
                .bind(account.0)
                .bind(dim.key())
                .bind(id)
                .bind(word(dim, id))
                .execute(&mut tx)
                .await?;
        }
    }
    for id in 1..=customers {
        sql("insert into customer (account_id, id, tenant, name, named_in) values ($1, $2, $3, $4, $5)")
            .bind(account.0)
            .bind(id)
            .bind(tenant(id))
            .bind(format!("Customer {}", u64::from(id) * 7919 % u64::from(customers)))
            .bind(month(0).first_day())
            .execute(&mut tx)
            .await?;
    }
    tx.commit().await?;
    Ok(())
}
