//! Azure by day, and what customers may spend on it.

use crate::{Micros, Percent};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a subscription used of one metered resource on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DailyUse {
    /// The day.
    pub day: Date,
    /// The customer's tenant.
    pub customer: String,
    /// The customer's name; empty when unknown.
    pub name: String,
    /// The subscription's id.
    pub subscription: String,
    /// The metered resource; empty when unknown.
    pub meter: String,
    /// Its category; empty when unknown.
    pub category: String,
    /// What its units are; empty when unknown.
    pub unit: String,
    /// The currency of the cost.
    pub currency: String,
    /// Units used.
    pub units: Micros,
    /// The cost before tax; nothing where the rows have units only.
    pub cost: Option<Micros>,
}

/// What the page of Azure by day is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct DailyQuery {
    /// The first day; nothing means thirty days before the last.
    pub from: Option<Date>,
    /// The last day; nothing means the newest with rows.
    pub to: Option<Date>,
    /// Part of the customer's name, in any case, or the tenant.
    pub customer: String,
}

impl DailyQuery {
    /// Reads an address. What it does not understand it leaves out.
    #[must_use]
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let one = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, value)| value.trim());
        let day = |name| one(name).and_then(|text| text.parse().ok());
        Self { from: day("from"), to: day("to"), customer: one("customer").unwrap_or_default().to_owned() }
    }
}

/// Azure by day: every metered resource, and the customers' budgets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DailyReport {
    /// The days shown; nothing when no daily rows have been imported.
    pub days: Option<(Date, Date)>,
    /// The metered resources, highest cost first within each currency.
    pub meters: Vec<MeterUse>,
    /// The customers by share of their budget.
    pub budgets: Vec<Budget>,
}

/// A metered resource over the days shown. Units and currencies stay apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeterUse {
    /// Its name; empty when unknown.
    pub meter: String,
    /// Its category; empty when unknown.
    pub category: String,
    /// What its units are; empty when unknown.
    pub unit: String,
    /// The currency of the cost.
    pub currency: String,
    /// Units used.
    pub units: Micros,
    /// The estimated cost before tax; nothing where the rows have units only.
    pub cost: Option<Micros>,
    /// How many subscriptions used it.
    pub subscriptions: usize,
    /// Units of each day shown; days without rows are unknown.
    pub course: Vec<Option<Micros>>,
}

/// A customer's spending budget. Nothing is *unknown*: no budget was set, or no cost is there yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// The customer's tenant.
    pub customer: String,
    /// The customer's name; empty when unknown.
    pub name: String,
    /// The currency of both amounts, or the locale that stands for it; empty when unknown.
    pub currency: String,
    /// What may be spent in a month.
    pub budget: Option<Micros>,
    /// What has been spent in the month.
    pub cost: Option<Micros>,
    /// The day the vendor wrote it down.
    pub as_of: Date,
}

impl Budget {
    /// The share of the budget that is used; above 100 % it is overspent. Nothing without a cost or a budget above zero.
    #[must_use]
    pub fn used(&self) -> Option<Percent> {
        Percent::of(self.cost?.0, self.budget?.0)
    }
}
