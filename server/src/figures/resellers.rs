use super::Figures;
use domain::{
    Domain,
    access::Caller,
    resellers::{self, ResellerMonth},
};
use serde_json::{Map, json};

pub(crate) async fn figures(domain: &Domain, caller: &Caller) -> Figures {
    let month = |it: ResellerMonth| {
        let revenue = it.billed_revenue.map(|amount| amount.to_string());
        (it.month.to_string(), json!({ "active": it.active, "billed_revenue_usd": revenue }))
    };
    let months = resellers::report(domain, caller).await?;
    Ok(json!({ "by_month": months.into_iter().map(month).collect::<Map<_, _>>() }))
}
