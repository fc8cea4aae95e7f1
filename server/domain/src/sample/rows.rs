//! The rows of one customer. What is the same in every month is put together once and copied.

use super::{
    calendar::Calendar,
    catalog::Workload,
    customer::Customer,
    plan::SampleAccount,
    subscription::{Snapshot, State, Subscription, after},
    text::{self, Form},
};

pub(super) const TSV: Form = Form::Tsv;
const CSV: Form = Form::Csv;

/// A subscription with all that its rows name.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub(super) account: &'a SampleAccount,
    pub(super) calendar: &'a Calendar,
    pub(super) customer: &'a Customer,
    pub(super) subscription: &'a Subscription,
}

impl Of<'_> {
    /// Snapshots in which it still had seats.
    pub(super) fn live(&self) -> impl Iterator<Item = &Snapshot> {
        self.subscription.snapshots.iter().filter(|snapshot| snapshot.state != State::Deprovisioned)
    }

    /// The attributions that repeat each of its rows, with their duplicate flags. The lower type wins.
    pub(super) fn whose(&self) -> Vec<(&'static str, &'static str)> {
        let (own, _) = self.account.sells();
        if self.subscription.repeated { vec![("Partner admin link", "0"), (own, "1")] } else { vec![(own, "0")] }
    }

    /// The same as cells, with the channel.
    fn attributions(&self) -> Vec<Vec<u8>> {
        let (_, channel) = self.account.sells();
        let cells = |(attribution, duplicate)| {
            let mut out = Vec::new();
            TSV.cells(&mut out, &[attribution, channel, duplicate]);
            out
        };
        self.whose().into_iter().map(cells).collect()
    }

    /// Id, name and country of the location.
    pub(super) fn location(&self, out: &mut Vec<u8>) {
        let location = &self.account.locations[self.subscription.location];
        TSV.cells(out, &[&location.mpn_id, &location.name, &location.country]);
    }

    /// Rows of subscription details, attributions and all.
    pub(super) fn details(&self, out: &mut Vec<u8>) -> u64 {
        let (customer, subscription, product) = (self.customer, self.subscription, self.subscription.product);
        let (mut head, mut middle, mut reseller) = (Vec::new(), Vec::new(), Vec::new());
        TSV.cells(&mut head, &[&self.account.mpn_id, &subscription.id]);
        text::date(&mut head, subscription.start);
        head.push(TSV.delimiter());
        let renews = if subscription.end.is_none() { "Yes" } else { "No" };
        TSV.cells(&mut middle, &[renews, &customer.name, &customer.tenant, &customer.tpid, &customer.duns]);
        TSV.cells(&mut middle, &[customer.segment.name, customer.segment.top, customer.market]);
        TSV.cells(&mut middle, &[product.family, product.raw, product.sku]);
        self.location(&mut middle);
        let (id, name) = customer.reseller.as_ref().map_or(("", ""), |(id, name)| (id, name));
        TSV.cells(&mut reseller, &[id, name]);
        let attributions = self.attributions();
        let (mut end, mut rows) = (subscription.start, 0);
        for snapshot in &subscription.snapshots {
            let month = &self.calendar.months[snapshot.month];
            end = subscription.end.unwrap_or_else(|| after(end, subscription.term, month.last));
            for attribution in &attributions {
                out.extend_from_slice(&head);
                text::date(out, end);
                out.push(TSV.delimiter());
                TSV.cells(out, &[snapshot.state.text(), &month.text]);
                out.extend_from_slice(&middle);
                out.extend_from_slice(attribution);
                out.extend_from_slice(&reseller);
                text::number(out, snapshot.seats);
                out.push(TSV.delimiter());
                text::number(out, snapshot.change);
                out.push(TSV.delimiter());
                text::amount(out, snapshot.seats * product.price);
                out.extend_from_slice(TSV.line_end());
                rows += 1;
            }
        }
        rows
    }

    /// Rows of customers and tenants.
    pub(super) fn customers(&self, out: &mut Vec<u8>) -> u64 {
        let (customer, product) = (self.customer, self.subscription.product);
        let (mut head, mut middle) = (Vec::new(), Vec::new());
        let domain = format!("customer{}.example", customer.tpid);
        TSV.cells(&mut head, &[&self.account.mpn_id, &customer.name, &customer.tenant, &customer.tpid, &customer.duns]);
        TSV.cells(&mut head, &[customer.segment.name, customer.segment.top, customer.market, "Active"]);
        TSV.cells(&mut head, &[&customer.name, customer.market, &domain, product.family, product.sku]);
        self.location(&mut middle);
        let attributions = self.attributions();
        let mut rows = 0;
        for snapshot in self.live() {
            for attribution in &attributions {
                out.extend_from_slice(&head);
                out.extend_from_slice(self.calendar.months[snapshot.month].text.as_bytes());
                out.push(TSV.delimiter());
                out.extend_from_slice(&middle);
                out.extend_from_slice(attribution);
                text::number(out, snapshot.seats);
                out.push(TSV.delimiter());
                text::amount(out, snapshot.seats * product.price);
                out.extend_from_slice(b"\t0.00\r\n");
                rows += 1;
            }
        }
        rows
    }

    /// The cells of a licence row between the month and its two numbers.
    fn license(&self, workload: Option<&Workload>) -> Option<Vec<u8>> {
        let (code, service) = self.subscription.product.service?;
        let mut out = Vec::new();
        if let Some(workload) = workload {
            CSV.cells(&mut out, &[workload.code, workload.name]);
        }
        CSV.cells(&mut out, &[code, service, "reseller", &self.customer.tenant, &self.customer.name]);
        CSV.cells(&mut out, &[self.subscription.product.id, self.subscription.product.sku]);
        Some(out)
    }

    /// Rows of licence deployment.
    pub(super) fn deployment(&self, out: &mut Vec<u8>) -> u64 {
        let Some(cells) = self.license(None) else { return 0 };
        let mut rows = 0;
        for snapshot in self.live() {
            self.license_row(out, snapshot, &cells, snapshot.assigned);
            rows += 1;
        }
        rows
    }

    /// Rows of licence usage.
    pub(super) fn usage(&self, out: &mut Vec<u8>) -> u64 {
        let workloads = self.subscription.product.workloads.iter();
        let cells: Vec<Vec<u8>> = workloads.filter_map(|workload| self.license(Some(workload))).collect();
        let mut rows = 0;
        for snapshot in self.live() {
            for (cells, active) in cells.iter().zip(snapshot.active) {
                self.license_row(out, snapshot, cells, active);
                rows += 1;
            }
        }
        rows
    }

    /// A licence row: assigned of sold, or active of qualified.
    fn license_row(&self, out: &mut Vec<u8>, snapshot: &Snapshot, cells: &[u8], part: i64) {
        out.extend_from_slice(self.calendar.months[snapshot.month].text.as_bytes());
        out.extend_from_slice(b"T00:00:00,");
        out.extend_from_slice(cells);
        text::number(out, part);
        out.push(CSV.delimiter());
        text::number(out, snapshot.seats);
        out.extend_from_slice(CSV.line_end());
    }
}

/// The rows of the account itself: the global id, then its locations.
pub(super) fn profile(out: &mut Vec<u8>, account: &SampleAccount) -> u64 {
    let mut row = |id: &str, name: &str, city: &str, country: &str, level: &str| {
        TSV.cells(out, &[id, name, &account.mpn_id, &account.name, city, country, level]);
        TSV.end_line(out);
    };
    if let Some(head) = account.locations.first() {
        row(&account.mpn_id, &account.name, &head.city, &head.country, "HeadQuarters");
    }
    for location in &account.locations {
        row(&location.mpn_id, &location.name, &location.city, &location.country, "Location");
    }
    1 + account.locations.len() as u64
}
