use super::{Figures, name, subscriptions::states};
use domain::{
    Domain,
    access::Caller,
    growth::{self, CustomerMonth},
};
use model::Month;
use serde_json::{Map, json};

pub(crate) async fn figures(domain: &Domain, caller: &Caller, month: Option<Month>) -> Figures {
    let report = growth::report(domain, caller, month).await?;
    let month = |it: CustomerMonth| {
        (it.month.to_string(), json!({ "active": it.active, "new": it.new, "churned": it.churned }))
    };
    let market = |(market, customers): (String, u64)| (name(market), json!(customers));
    Ok(json!({
        "customers_by_month": report.months.into_iter().map(month).collect::<Map<_, _>>(),
        "customers_by_market": report.by_market.into_iter().map(market).collect::<Map<_, _>>(),
        "states": states(report.states),
    }))
}
