use super::Figures;
use domain::{Domain, access::Caller, fact::STATES, subscriptions};
use model::Month;
use serde_json::{Map, Value, json};

pub(crate) async fn figures(domain: &Domain, caller: &Caller, month: Month) -> Figures {
    let report = subscriptions::report(domain, caller, month).await?;
    Ok(json!({
        "seats": report.seats,
        "billed_revenue_usd": report.billed_revenue.map(|amount| amount.to_string()),
        "states": states(report.states),
        "new": report.new,
        "churned": report.churned,
    }))
}

/// Subscriptions by state; each null when unknown.
pub(super) fn states(states: Option<[u64; STATES.len()]>) -> Map<String, Value> {
    let count = |at: usize| json!(states.map(|states| states[at]));
    STATES.iter().enumerate().map(|(at, state)| ((*state).to_owned(), count(at))).collect()
}
