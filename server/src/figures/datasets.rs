use super::{Figures, name};
use domain::{
    Domain,
    access::Caller,
    usage::{self, SeatUsage, TeamsUsage},
};
use model::Month;
use serde_json::{Map, Value, json};

pub(crate) async fn figures(domain: &Domain, caller: &Caller, month: Month) -> Figures {
    let report = usage::report(domain, caller, month).await?;
    let workload = |it: usage::WorkloadUsage| (name(it.name), json!({ "pau": it.paid_units, "mau": it.monthly_users }));
    Ok(json!({
        "office_usage": report.office.into_iter().map(workload).collect::<Map<_, _>>(),
        "dynamics_usage": seats(report.dynamics),
        "powerbi_usage": seats(report.power_bi),
        "ems_usage": { "pau": report.ems.paid_units, "mau": report.ems.monthly_users },
        "teams": teams(report.teams),
    }))
}

/// By part of Teams, and by app.
fn teams(teams: TeamsUsage) -> Value {
    let meeting = |it: usage::MeetingUsage| {
        (name(it.name), json!({ "meetings": it.count, "hours": it.hours.to_string(), "customers": it.customers }))
    };
    let people = |it: usage::PeopleUsage| {
        (name(it.name), json!({ "desktop": it.desktop, "web": it.web, "mobile": it.mobile, "all": it.all }))
    };
    let app = |it: usage::AppUsage| (name(it.name), json!({ "user_days": it.user_days, "customers": it.customers }));
    json!({
        "meetings": teams.meetings.into_iter().map(meeting).collect::<Map<_, _>>(),
        "users": teams.people.into_iter().map(people).collect::<Map<_, _>>(),
        "apps": teams.apps.into_iter().map(app).collect::<Map<_, _>>(),
    })
}

fn seats(seats: SeatUsage) -> Value {
    json!({ "available": seats.available, "assigned": seats.assigned, "active": seats.active })
}
