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
