//! The pages of figures.

use super::Facet;
use crate::{Dataset, Permission};
use serde::{Deserialize, Serialize};

/// A page of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InsightPage {
    /// The most important of all pages.
    Overview,
    /// All customers.
    Customers,
    /// Subscriptions and their seats.
    Subscriptions,
    /// Azure consumption.
    Azure,
    /// Customers and charges.
    Growth,
    /// What the vendor counts of the use of its services.
    Workloads,
    /// Resellers of an indirect provider.
    Resellers,
}

impl InsightPage {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::Customers,
        Self::Subscriptions,
        Self::Azure,
        Self::Growth,
        Self::Workloads,
        Self::Resellers,
    ];

    /// The key as it stands in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Customers => "customers",
            Self::Subscriptions => "subscriptions",
            Self::Azure => "azure",
            Self::Growth => "growth",
            Self::Workloads => "workloads",
            Self::Resellers => "resellers",
        }
    }

    /// The page of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.key() == key)
    }

    /// The right that opens it.
    #[must_use]
    pub const fn permission(self) -> Permission {
        match self {
            Self::Overview | Self::Customers | Self::Workloads => Permission::ViewLicenses,
            Self::Subscriptions | Self::Azure | Self::Growth => Permission::ViewGrowth,
            Self::Resellers => Permission::ViewResellers,
        }
    }

    /// The datasets that it shows.
    #[must_use]
    pub const fn datasets(self) -> &'static [Dataset] {
        use Dataset::{
            ActivityLog, AzureUsage, Customers, DynamicsUsage, EmsUsage, LicenseDeployment, LicenseUsage, OfficeUsage,
            PowerBiUsage, ResellerPerformance, SubscriptionAnalytics, Subscriptions, TeamsApps, TeamsMeetings,
            TeamsWorkload,
        };
        match self {
            Self::Overview => {
                &[LicenseDeployment, LicenseUsage, Customers, Subscriptions, AzureUsage, ResellerPerformance]
            }
            Self::Customers => &[LicenseDeployment, LicenseUsage, Customers, Subscriptions, AzureUsage],
            Self::Subscriptions => &[Subscriptions, SubscriptionAnalytics, ActivityLog],
            Self::Azure => &[AzureUsage, Customers],
            Self::Growth => &[Customers, Subscriptions, ActivityLog],
            Self::Workloads => {
                &[OfficeUsage, DynamicsUsage, PowerBiUsage, EmsUsage, TeamsMeetings, TeamsWorkload, TeamsApps]
            }
            Self::Resellers => &[ResellerPerformance],
        }
    }

    /// By what it can be narrowed.
    #[must_use]
    pub const fn facets(self) -> &'static [Facet] {
        use Facet::{Family, Location, Market, Product, Segment, Service, State};
        match self {
            Self::Overview => &[Market, Segment],
            Self::Customers | Self::Workloads => &[Market, Segment, Location],
            Self::Subscriptions => &[Product, State, Market, Segment, Location],
            Self::Azure => &[Service, Market, Segment, Location],
            Self::Growth => &[Product, Market, Segment, Location],
            Self::Resellers => &[Family, Market, Segment],
        }
    }
}
