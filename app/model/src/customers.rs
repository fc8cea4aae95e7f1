//! Customers: the table of all of them, and one in full.

use crate::{Band, LicenseFilter, LicenseReport, Seats};
use serde::{Deserialize, Serialize};

/// By what the table of customers is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerSort {
    /// Name, A to Z.
    Name,
    /// Market.
    Market,
    /// Licences sold.
    #[default]
    Sold,
    /// Licences assigned.
    Assigned,
    /// Deployment %.
    Deployment,
    /// Seats sold and not assigned.
    Unassigned,
    /// Usage %.
    Usage,
}

impl CustomerSort {
    /// All of them, in the order of the table's columns.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Market, Self::Sold, Self::Assigned, Self::Deployment, Self::Unassigned, Self::Usage];

    /// The key as it stands in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Market => "market",
            Self::Sold => "sold",
            Self::Assigned => "assigned",
            Self::Deployment => "deployment",
            Self::Unassigned => "unassigned",
            Self::Usage => "usage",
        }
    }

    /// The sort of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.key() == key)
    }
}

/// Which page of the table of customers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerQuery {
    /// The page's filter.
    pub filter: LicenseFilter,
    /// Part of the customer's name, in any case.
    pub search: String,
    /// Only customers of this band of deployment %.
    pub deployment: Option<Band>,
    /// Only customers of this band of usage %.
    pub usage: Option<Band>,
    /// The order.
    pub sort: CustomerSort,
    /// Smallest first; otherwise largest first (names: A first unless reversed).
    pub ascending: bool,
    /// Columns that are left out.
    pub hidden: Vec<CustomerSort>,
    /// Pages of 50, from 0.
    pub page: u32,
}

/// One customer of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// The customer's tenant, lower case.
    pub id: String,
    /// Its name, as last spelt.
    pub name: String,
    /// Its market; empty when unknown.
    pub market: String,
    /// Its stocks in the last month.
    pub seats: Seats,
}

/// A page of the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerPage {
    /// The rows, at most [`CustomerPage::SIZE`].
    pub rows: Vec<CustomerRow>,
    /// How many customers match in all.
    pub total: u32,
}

impl CustomerPage {
    /// Rows of a page.
    pub const SIZE: u32 = 50;
}

/// One customer in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerDetail {
    /// The customer's tenant, lower case.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its market; empty when unknown.
    pub market: String,
    /// Its segment; empty when unknown.
    pub segment: String,
    /// Its tenant's domain; empty when unknown.
    pub domain: String,
    /// Its licences over all months.
    pub report: LicenseReport,
    /// What the partner says of it, for whoever may change that.
    pub overrides: Option<CustomerOverrides>,
}

/// What the partner says of a customer in place of what the vendor's rows say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerOverrides {
    /// The vendor's name.
    pub vendor_name: String,
    /// The name in its place; empty: the vendor's.
    pub name: String,
    /// The market; empty: the vendor's.
    pub market: String,
    /// Tenants that count as part of it, A to Z.
    pub merged: Vec<MergedTenant>,
    /// The markets that can be chosen.
    pub markets: Vec<String>,
}

/// A tenant that counts as part of another customer. What the partner said of it is kept for the day it is split off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedTenant {
    /// The tenant, lower case.
    pub tenant: String,
    /// The vendor's name.
    pub vendor_name: String,
    /// The name in its place; empty: the vendor's.
    pub name: String,
    /// The market; empty: the vendor's.
    pub market: String,
}

/// What a form asks to be said of a customer. Whatever is empty is as the vendor's rows say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomerOverride {
    /// The name.
    pub name: String,
    /// The market.
    pub market: String,
    /// The customer that it counts as part of: its tenant, or its name where only one has it.
    pub part_of: String,
}

impl CustomerOverride {
    /// The longest name, in characters.
    pub const LONGEST_NAME: usize = 200;
}
