//! Azure subscriptions: what a customer consumes of which service, in cents.

use super::{calendar::Calendar, customer::Customer, dice::Dice, plan::SampleAccount, rows::TSV, text};
use jiff::civil::Date;

/// A service: level, name, unit, what it costs compared with others, cents of a unit.
pub(super) const SERVICES: [(&str, &str, &str, i64, i64); 5] = [
    ("Compute", "Virtual Machines", "Hours", 9, 24),
    ("Storage", "Blob Storage", "GB", 4, 2),
    ("Databases", "SQL Database", "vCore Hours", 6, 31),
    ("Networking", "Bandwidth", "GB", 2, 8),
    ("AI + Machine Learning", "Azure OpenAI", "1K Tokens", 5, 3),
];

/// An Azure subscription with its consumption.
pub(super) struct Azure {
    pub(super) id: String,
    start: Date,
    location: usize,
    /// Whether further attributions repeat its rows.
    repeated: bool,
    /// Place of the month, place of the service, cents.
    pub(super) rows: Vec<(usize, usize, i64)>,
}

impl Azure {
    /// The subscription of three customers in ten, from the place of their first month to that of their last.
    pub(super) fn new(dice: &mut Dice, calendar: &Calendar, months: (usize, usize), locations: usize) -> Option<Self> {
        if !dice.chance(300) {
            return None;
        }
        let (first, last) = months;
        let mut azure = Self {
            id: text::guid(dice.guid()),
            start: calendar.months.get(first)?.first,
            location: dice.place(locations),
            repeated: dice.chance(200),
            rows: Vec::new(),
        };
        let scale = dice.between(300, 9000);
        let grows = dice.between(-15, 60);
        let used: Vec<usize> = (0..SERVICES.len()).filter(|_| dice.chance(450)).collect();
        for month in first..=last {
            for &service in &used {
                let trend = 1000 + grows * i64::try_from(month - first).unwrap_or(0);
                let cents = scale * SERVICES[service].3 * trend.max(200) / 1000 * dice.between(800, 1250) / 1000;
                azure.rows.push((month, service, cents + 1));
            }
        }
        Some(azure)
    }

    /// Its rows, attributions and all.
    pub(super) fn rows(
        &self,
        out: &mut Vec<u8>,
        customer: &Customer,
        account: &SampleAccount,
        calendar: &Calendar,
    ) -> u64 {
        let (own, channel) = account.sells();
        let other = (self.location + 1) % account.locations.len();
        // The flags: a duplicate for the account, for the attribution in the account, for the location.
        let repeated = [
            (self.location, "Partner admin link", "0\t0\t0\t"),
            (self.location, own, "1\t0\t1\t"),
            (other, "Partner admin link", "1\t1\t0\t"),
        ];
        let single = [(self.location, own, "0\t0\t0\t")];
        let attributions = if self.repeated { &repeated[..] } else { &single };
        let mut start = Vec::new();
        text::date(&mut start, self.start);
        let mut rows = 0;
        for &(month, service, cents) in &self.rows {
            let (level, name, unit, _, price) = SERVICES[service];
            let of_month = self.rows.iter().filter(|row| row.0 == month).map(|row| row.2).sum();
            for (place, attribution, flags) in attributions {
                TSV.cells(out, &[&account.mpn_id, &self.id]);
                out.extend_from_slice(&start);
                out.extend_from_slice(b"\t\t");
                out.extend_from_slice(&start);
                out.push(TSV.delimiter());
                TSV.cells(out, &["Active", &calendar.months[month].text, level, level, name, unit]);
                text::amount(out, 100 * cents / price);
                out.push(TSV.delimiter());
                TSV.cells(out, &[&customer.name, &customer.tenant, &customer.tpid]);
                let location = &account.locations[*place];
                TSV.cells(out, &[customer.segment.name, customer.market, &location.mpn_id, &location.name]);
                TSV.cells(out, &[&location.country, attribution, channel]);
                out.extend_from_slice(flags.as_bytes());
                text::amount(out, of_month);
                out.push(TSV.delimiter());
                text::amount(out, cents);
                out.extend_from_slice(TSV.line_end());
                rows += 1;
            }
        }
        rows
    }
}
