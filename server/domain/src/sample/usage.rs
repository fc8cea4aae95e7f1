//! The rows of the usage datasets and of resellers.

use super::{
    calendar::Calendar,
    customer::Customer,
    plan::SampleAccount,
    rows::{Of, TSV},
    subscription::Snapshot,
    text,
};
use std::collections::BTreeMap;

impl Of<'_> {
    /// Rows of Dynamics 365 or Power BI usage, which have the same columns.
    pub(super) fn by_sku(&self, family: &str, out: &mut Vec<u8>) -> u64 {
        let (customer, subscription, product) = (self.customer, self.subscription, self.subscription.product);
        if product.family != family {
            return 0;
        }
        let (mut head, mut middle) = (Vec::new(), Vec::new());
        TSV.cells(&mut head, &[&self.account.mpn_id, &subscription.id]);
        text::date(&mut head, subscription.start);
        head.extend_from_slice(b"\t\tActive\t");
        TSV.cells(&mut middle, &[product.sku, product.id, "Paid", &customer.name, &customer.tenant, &customer.tpid]);
        TSV.cells(&mut middle, &[customer.segment.name, customer.market]);
        self.location(&mut middle);
        TSV.cell(&mut middle, if self.account.direct { "CSP T1" } else { "CSP T2" });
        let mut rows = 0;
        for snapshot in self.live() {
            out.extend_from_slice(&head);
            TSV.cell(out, &self.calendar.months[snapshot.month].text);
            out.extend_from_slice(&middle);
            let active = self.active_seats(snapshot);
            TSV.numbers(out, &[snapshot.seats, snapshot.assigned, active, snapshot.seats - snapshot.assigned]);
            text::amount(out, (10_000 * active + snapshot.seats / 2) / snapshot.seats.max(1));
            out.extend_from_slice(TSV.line_end());
            rows += 1;
        }
        rows
    }

    fn active_seats(&self, snapshot: &Snapshot) -> i64 {
        let without_workloads = snapshot.assigned * self.customer.power_bi / 1000;
        if self.subscription.product.workloads.is_empty() { without_workloads } else { snapshot.active[0] }
    }

    /// Rows of reseller performance; none where the partner sells itself.
    pub(super) fn resellers(&self, out: &mut Vec<u8>) -> u64 {
        let (customer, product) = (self.customer, self.subscription.product);
        let Some((id, name)) = &customer.reseller else { return 0 };
        let (mut head, mut tail) = (Vec::new(), Vec::new());
        let account = self.account;
        TSV.cells(&mut head, &[&account.mpn_id, id, name, customer.market, &account.mpn_id, &account.name]);
        TSV.cells(&mut tail, &[&customer.name, &customer.tpid, customer.segment.name, customer.market, "Active"]);
        TSV.end_line(&mut tail);
        let mut rows = 0;
        for snapshot in self.live() {
            out.extend_from_slice(&head);
            let month = &self.calendar.months[snapshot.month].text;
            TSV.cells(out, &[month, product.family, &self.subscription.id]);
            TSV.numbers(out, &[snapshot.seats, snapshot.assigned]);
            text::amount(out, snapshot.seats * product.price);
            out.push(TSV.delimiter());
            out.extend_from_slice(&tail);
            rows += 1;
        }
        rows
    }
}

/// Rows of Office 365 usage: those of all subscriptions of the customer together.
pub(super) fn office(out: &mut Vec<u8>, customer: &Customer, account: &SampleAccount, calendar: &Calendar) -> u64 {
    let of = customer.subscriptions.iter().map(|subscription| Of { account, calendar, customer, subscription });
    let office: Vec<Of<'_>> = of.filter(|of| of.subscription.product.family == "Office365").collect();
    let Some(first) = office.first() else { return 0 };
    let mut sums: BTreeMap<(usize, &str), (i64, i64)> = BTreeMap::new();
    for of in &office {
        for snapshot in of.live() {
            for (workload, active) in of.subscription.product.workloads.iter().zip(snapshot.active) {
                let sum = sums.entry((snapshot.month, workload.name)).or_default();
                *sum = (sum.0 + snapshot.seats, sum.1 + active);
            }
        }
    }
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    TSV.cells(&mut head, &[&account.mpn_id, &customer.tenant, &customer.tpid]);
    TSV.cells(&mut tail, &[&customer.name, customer.market, customer.segment.name]);
    first.location(&mut tail);
    let mut rows = 0;
    for ((month, workload), (units, users)) in sums {
        for (attribution, duplicate) in first.whose() {
            out.extend_from_slice(&head);
            TSV.cells(out, &[workload, &calendar.months[month].text]);
            TSV.numbers(out, &[units, users]);
            out.extend_from_slice(&tail);
            TSV.cells(out, &[attribution, duplicate]);
            TSV.end_line(out);
            rows += 1;
        }
    }
    rows
}
