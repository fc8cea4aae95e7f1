use super::{Figures, name};
use domain::{Domain, access::Caller, azure};
use model::{Month, UsdCents};
use serde_json::{Map, Value, json};

pub(crate) async fn figures(domain: &Domain, caller: &Caller, from: Option<Month>, to: Option<Month>) -> Figures {
    let report = azure::report(domain, caller, from, to).await?;
    let amount = |amount: UsdCents| amount.to_string();
    let month = |(month, acr): (Month, Option<UsdCents>)| (month.to_string(), json!(acr.map(amount)));
    let service = |(service, acr): (String, UsdCents)| (name(service), json!(amount(acr)));
    let customer = |(customer, acr): (String, UsdCents)| json!({ "customer": customer, "acr_usd": amount(acr) });
    Ok(json!({
        "acr_usd": report.acr.map(amount),
        "by_month": report.by_month.into_iter().map(month).collect::<Map<_, _>>(),
        "by_service": report.by_service.into_iter().map(service).collect::<Map<_, _>>(),
        "top": report.top.into_iter().map(customer).collect::<Vec<Value>>(),
        "customers_with_usage": report.customers,
    }))
}
