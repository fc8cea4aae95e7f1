//! The small datasets: Enterprise Mobility, Teams, and how subscriptions stand.

use super::{
    calendar::Calendar,
    customer::Customer,
    rows::{Of, TSV},
    subscription::{State, after},
    text,
};
use jiff::{ToSpan, civil::Date};
use serde_json::json;

/// Parts of Teams, and how many of a hundred people use each.
const PARTS: [(&str, i64); 4] = [("AllUp", 100), ("Chats", 94), ("Meetings", 70), ("Calls", 31)];
/// Apps, and how many of a hundred people use each.
const APPS: [(&str, i64); 4] = [("Polls Now", 22), ("Board Room", 14), ("Task Garden", 9), ("Sign Here", 4)];

impl Of<'_> {
    /// Rows of Enterprise Mobility usage.
    pub(super) fn ems(&self, out: &mut Vec<u8>) -> u64 {
        let (customer, subscription, product) = (self.customer, self.subscription, self.subscription.product);
        if product.family != "EMS" {
            return 0;
        }
        let mut rows = 0;
        for snapshot in self.live() {
            TSV.cells(out, &[&self.account.mpn_id, &subscription.id, &self.calendar.months[snapshot.month].text]);
            TSV.cells(out, &[product.sku, "Active", &customer.name, &customer.tenant, &customer.tpid]);
            TSV.cells(out, &[customer.segment.name, customer.market]);
            self.location(out);
            TSV.cells(out, &[self.account.sells().0, "0"]);
            TSV.numbers(out, &[snapshot.seats]);
            text::number(out, snapshot.assigned * customer.power_bi / 1000);
            out.extend_from_slice(TSV.line_end());
            rows += 1;
        }
        rows
    }

    /// The subscription as the API's analytics answer it after the last month.
    pub(super) fn stands(&self, out: &mut Vec<u8>) -> u64 {
        let (customer, subscription) = (self.customer, self.subscription);
        let (Some(snapshot), Some(month)) = (subscription.snapshots.last(), self.calendar.months.last()) else {
            return 0;
        };
        // Everything that the months do not say comes from the id.
        let number = subscription.id.bytes().map(i64::from).sum::<i64>() + snapshot.seats;
        let term_end = after(subscription.start, subscription.term, month.last);
        let end = subscription.end.unwrap_or(term_end);
        let renewed = term_end.saturating_add((-subscription.term).days());
        let renewed = Some(renewed).filter(|day| subscription.end.is_none() && *day > subscription.start);
        let trial = match number % 12 {
            0 => Some(month.last.saturating_add((15 + number % 40).days())),
            1..=3 => Some(subscription.start.saturating_add(30.days())),
            _ => None,
        };
        let paid = trial.filter(|_| (1..=2).contains(&(number % 12))).map(|day| day.saturating_add((-3).days()));
        let midnight = |day: Date| format!("{day}T00:00:00");
        let record = json!({
            "customerTenantId": customer.tenant,
            "customerName": customer.name,
            "customerMarket": customer.market,
            "id": subscription.id,
            "status": if snapshot.state == State::Disabled { "SUSPENDED".to_owned() } else { snapshot.state.text().to_uppercase() },
            "productName": subscription.product.sku,
            "autoRenewEnabled": subscription.end.is_none(),
            "creationDate": format!("{}T09:30:00", subscription.start),
            "effectiveStartDate": midnight(subscription.start),
            "commitmentEndDate": midnight(end),
            "trialStartDate": trial.map(|day| midnight(day.saturating_add((-30).days()))),
            "trialEndDate": trial.map(midnight),
            "trialToPaidConversionDate": paid.map(midnight),
            "lastRenewalDate": renewed.map(midnight),
            "deprovisionedDate": (snapshot.state == State::Deprovisioned).then(|| midnight(month.last)),
            "licenseCount": snapshot.seats,
            "churnRisk": match number % 11 {
                0 => "High",
                1..=3 => "Medium",
                _ => "Low",
            },
        });
        if !out.ends_with(b"[") {
            out.extend_from_slice(b",\n");
        }
        out.extend_from_slice(record.to_string().as_bytes());
        1
    }
}

/// The people of a customer who use Teams, by month.
fn people(customer: &Customer, calendar: &Calendar) -> Vec<i64> {
    let mut people = vec![0; calendar.months.len()];
    for subscription in &customer.subscriptions {
        let teams = subscription.product.workloads.iter().position(|workload| workload.name == "Teams");
        let Some(teams) = teams else { continue };
        for snapshot in subscription.snapshots.iter().filter(|snapshot| snapshot.state != State::Deprovisioned) {
            people[snapshot.month] += snapshot.active[teams];
        }
    }
    people
}

/// Rows of Teams: monthly users, meetings of a day, users of apps on a day.
pub(super) fn teams(outs: [&mut Vec<u8>; 3], customer: &Customer, calendar: &Calendar) -> [u64; 3] {
    let [monthly, meetings, apps] = outs;
    let mut rows = [0; 3];
    for (month, people) in calendar.months.iter().zip(people(customer, calendar)).filter(|(_, people)| *people > 0) {
        for (part, share) in PARTS {
            let users = (people * share / 100).max(1);
            TSV.cells(monthly, &[&customer.tenant, &month.text, part]);
            TSV.numbers(monthly, &[users * 4 / 5, users / 6, users * 3 / 5]);
            text::number(monthly, users);
            monthly.extend_from_slice(TSV.line_end());
            rows[0] += 1;
        }
        for week in [5, 12, 19, 26] {
            let day = format!("{}{week:02}", &month.text[..8]);
            let count = (people * 13 / 10).max(1);
            TSV.cells(meetings, &[&customer.tenant, &day, "Meetings"]);
            TSV.numbers(meetings, &[count]);
            text::amount(meetings, count * 71);
            meetings.extend_from_slice(TSV.line_end());
            rows[1] += 1;
            for (app, share) in APPS {
                let users = people * share / 100;
                if users > 0 {
                    TSV.cells(apps, &[&customer.tenant, &day, app]);
                    text::number(apps, users);
                    apps.extend_from_slice(TSV.line_end());
                    rows[2] += 1;
                }
            }
        }
    }
    rows
}
