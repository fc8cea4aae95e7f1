use super::{Figures, name};
use domain::{
    Domain,
    access::Caller,
    usage::{self, SeatUsage},
};
use model::Month;
use serde_json::{Map, Value, json};

pub(super) async fn figures(domain: &Domain, caller: &Caller, month: Month) -> Figures {
    let report = usage::report(domain, caller, month).await?;
    let workload = |it: usage::WorkloadUsage| (name(it.name), json!({ "pau": it.paid_units, "mau": it.monthly_users }));
    Ok(json!({
        "office_usage": report.office.into_iter().map(workload).collect::<Map<_, _>>(),
        "dynamics_usage": seats(report.dynamics),
        "powerbi_usage": seats(report.power_bi),
    }))
}

fn seats(seats: SeatUsage) -> Value {
    json!({ "available": seats.available, "assigned": seats.assigned, "active": seats.active })
}
