//! Azure by day, and what customers may spend on it.

use super::{
    azure::{Azure, SERVICES},
    calendar::{Calendar, MonthDay},
    customer::Customer,
    text::{self, Form},
};
use serde_json::json;

/// How many of the last months are written by day.
const MONTHS: usize = 2;
/// Taiwan dollars for a US dollar.
const TWD: i64 = 32;

impl Azure {
    /// Daily-rated rows: what the months hold, spread over their days; weekends are quieter.
    pub(super) fn daily(&self, out: &mut Vec<u8>, customer: &Customer, calendar: &Calendar) -> u64 {
        let from = calendar.months.len().saturating_sub(MONTHS);
        let (currency, rate) = currency(customer);
        let mut rows = 0;
        for &(month, service, cents) in self.rows.iter().filter(|(month, ..)| *month >= from) {
            let (category, meter, unit, _, price) = SERVICES[service];
            let month = &calendar.months[month];
            let whole = weight(month, i64::from(month.last.day()));
            for day in 1..=i64::from(month.last.day()) {
                let of_day = cents * weight(month, day) / whole - cents * weight(month, day - 1) / whole;
                Form::Csv.cells(out, &[&customer.tenant, &customer.name]);
                out.extend_from_slice(&month.text.as_bytes()[..8]);
                out.extend_from_slice(format!("{day:02},").as_bytes());
                Form::Csv.cells(out, &[category, &format!("meter-{service}"), meter, unit]);
                text::amount(out, 100 * of_day / price);
                out.push(b',');
                text::amount(out, of_day * rate);
                out.push(b',');
                Form::Csv.cells(out, &[currency, &self.id]);
                Form::Csv.end_line(out);
                rows += 1;
            }
        }
        rows
    }

    /// The customer's record of the last month, as the API answers. One in five has no budget.
    pub(super) fn budget(&self, out: &mut Vec<u8>, customer: &Customer, calendar: &Calendar) -> u64 {
        let Some(last) = calendar.months.len().checked_sub(1) else { return 0 };
        let (currency, rate) = currency(customer);
        let cents: i64 = self.rows.iter().filter(|row| row.0 == last).map(|row| row.2).sum();
        if cents == 0 {
            return 0;
        }
        let dollars = cents * rate / 100;
        // Between half and twice of what was spent, in hundreds.
        let amount = (cents % 5 > 0).then(|| (dollars * (10 + cents % 31) / 2000 + 1) * 100);
        let record = json!({
            "budget": amount.map(|amount| json!({ "amount": amount })),
            "percentUsed": amount.map_or(0, |amount| 100 * dollars / amount),
            "isUpgraded": true,
            "resourceId": customer.tenant,
            "resourceName": customer.name,
            "totalCost": dollars,
            "currencyCode": currency,
            "lastModifiedDate": format!("{}T06:00:00Z", calendar.months[last].last),
        });
        if !out.ends_with(b"[") {
            out.extend_from_slice(b",\n");
        }
        out.extend_from_slice(record.to_string().as_bytes());
        1
    }
}

fn currency(customer: &Customer) -> (&'static str, i64) {
    if customer.market == "Taiwan" { ("TWD", TWD) } else { ("USD", 1) }
}

/// Of the days of a month up to one of them.
fn weight(month: &MonthDay, day: i64) -> i64 {
    let first = i64::from(month.first.weekday().to_monday_zero_offset());
    (0..day).map(|passed| if (first + passed) % 7 < 5 { 10 } else { 6 }).sum()
}
