//! Product analytics: what the licence page asks and what it gets.

use crate::{Band, Month, MonthRange, Percent};
use serde::{Deserialize, Serialize};

/// What the licence page is narrowed to. An empty list means all. Names are the vendor's spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct LicenseFilter {
    /// The months; nothing means the last twelve with data and the one before them.
    pub months: Option<MonthRange>,
    /// Products.
    pub products: Vec<String>,
    /// Workloads.
    pub workloads: Vec<String>,
    /// Customer markets.
    pub markets: Vec<String>,
    /// Customer segments.
    pub segments: Vec<String>,
    /// Sales channels.
    pub channels: Vec<String>,
    /// Partner locations, by MPN id.
    pub locations: Vec<String>,
}

/// The four stocks of a month or of a slice of it. `None` is *unknown* (no such rows), which is not zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seats {
    /// Licences sold.
    pub sold: Option<i64>,
    /// Licences assigned to a person.
    pub assigned: Option<i64>,
    /// Seats that entitle to a workload, summed over workloads.
    pub qualified: Option<i64>,
    /// People active in the last 28 days, summed over workloads.
    pub active: Option<i64>,
}

impl Seats {
    /// Assigned of sold.
    #[must_use]
    pub fn deployment(self) -> Option<Percent> {
        Percent::of(self.assigned?, self.sold?)
    }

    /// Active of qualified.
    #[must_use]
    pub fn usage(self) -> Option<Percent> {
        Percent::of(self.active?, self.qualified?)
    }

    /// Seats sold and not assigned; below zero when more are assigned than were sold.
    #[must_use]
    pub fn unassigned(self) -> Option<i64> {
        Some(self.sold? - self.assigned?)
    }
}

/// One month of the trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// The month.
    pub month: Month,
    /// Its stocks.
    pub seats: Seats,
}

/// One product or workload of the last month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slice {
    /// The vendor's spelling.
    pub name: String,
    /// Its stocks.
    pub seats: Seats,
}

/// How many customers lie in each band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bands {
    /// Counts in the order of [`Band::ALL`].
    pub counts: [u32; 6],
    /// Customers whose percentage has no value.
    pub without_value: u32,
}

impl Bands {
    /// Counts one customer.
    pub fn add(&mut self, percent: Option<Percent>) {
        match percent {
            Some(p) => self.counts[p.band() as usize] += 1,
            None => self.without_value += 1,
        }
    }

    /// The count of a band.
    #[must_use]
    pub const fn of(&self, band: Band) -> u32 {
        self.counts[band as usize]
    }
}

/// Everything above the table of customers, for the filter's months.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenseReport {
    /// The months that were read; nothing when no licence rows have been imported.
    pub months: Option<MonthRange>,
    /// Month by month, oldest first; a month without rows has unknown stocks.
    pub trend: Vec<TrendPoint>,
    /// Products of the last month, most seats first.
    pub by_product: Vec<Slice>,
    /// Workloads of the last month, most qualified first.
    pub by_workload: Vec<Slice>,
    /// Customers by deployment %.
    pub bands_deployment: Bands,
    /// Customers by usage %.
    pub bands_usage: Bands,
    /// Customers with deployment rows in the last month.
    pub customers: u32,
    /// Products that are left out of these totals, A to Z.
    pub left_out: Vec<String>,
}

impl LicenseReport {
    /// The last month's stocks: what the figures at the top show.
    #[must_use]
    pub fn now(&self) -> Seats {
        self.trend.last().map(|point| point.seats).unwrap_or_default()
    }

    /// The month before the last.
    #[must_use]
    pub fn before(&self) -> Seats {
        self.trend.iter().rev().nth(1).map(|point| point.seats).unwrap_or_default()
    }
}

/// What can be chosen in the filters, in the vendor's spelling.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenseChoices {
    /// All months with licence rows, oldest first.
    pub months: Vec<Month>,
    /// Products.
    pub products: Vec<String>,
    /// Workloads.
    pub workloads: Vec<String>,
    /// Markets.
    pub markets: Vec<String>,
    /// Segments.
    pub segments: Vec<String>,
    /// Channels.
    pub channels: Vec<String>,
    /// Locations: MPN id and name.
    pub locations: Vec<(String, String)>,
}
