//! What is measured.

use crate::Dataset;
use serde::{Deserialize, Serialize};

/// In what a metric is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Pieces: customers, subscriptions, seats.
    Count,
    /// US cents.
    UsdCents,
    /// Hundredths of a percent.
    Percent,
}

macro_rules! metrics {
    ($($(#[$doc:meta])* $name:ident = $key:literal in $unit:ident of $dataset:ident, $flow:literal;)*) => {
        /// A figure that pages, files and the catalogue of definitions know by the same key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Metric {$(
            $(#[$doc])*
            #[serde(rename = $key)]
            $name,
        )*}

        impl Metric {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable key.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {$(Self::$name => $key,)*}
            }

            /// The metric of a key.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|metric| metric.key() == key)
            }

            /// In what it is counted.
            #[must_use]
            pub const fn unit(self) -> Unit {
                match self {$(Self::$name => Unit::$unit,)*}
            }

            /// The dataset that it comes from: without its rows the figure is unknown.
            #[must_use]
            pub const fn dataset(self) -> Dataset {
                match self {$(Self::$name => Dataset::$dataset,)*}
            }

            /// Whether months add up. A stock is that of the last month.
            #[must_use]
            pub const fn is_flow(self) -> bool {
                match self {$(Self::$name => $flow,)*}
            }
        }
    };
}

impl Metric {
    /// Whether more of it is bad news.
    #[must_use]
    pub const fn is_loss(self) -> bool {
        matches!(
            self,
            Self::CustomersChurned
                | Self::Idle
                | Self::SubscriptionsSuspended
                | Self::SubscriptionsDeprovisioned
                | Self::SubscriptionsChurned
                | Self::SubscriptionsEnding
                | Self::SubscriptionsExpired
                | Self::EndsDue
                | Self::AtRisk
                | Self::SeatsReduced
                | Self::AzureCustomersWithout
                | Self::AzureCustomersChurned
                | Self::AzureSubscriptionsChurned
                | Self::AzureSubscriptionsIdle
                | Self::ResellersChurned
        )
    }
}

metrics! {
    /// Customers with rows.
    Customers = "customers" in Count of Customers, false;
    /// Customers without rows in the month before.
    CustomersNew = "customers_new" in Count of Customers, true;
    /// Customers of the month before without rows.
    CustomersChurned = "customers_churned" in Count of Customers, true;
    /// Estimated charges: billed revenue before tax.
    Charges = "charges" in UsdCents of Subscriptions, true;
    /// Licences sold, of the licence rows.
    Sold = "sold" in Count of LicenseDeployment, false;
    /// Licences assigned.
    Assigned = "assigned" in Count of LicenseDeployment, false;
    /// Assigned of sold.
    Deployment = "deployment" in Percent of LicenseDeployment, false;
    /// Seats that entitle to a workload.
    Qualified = "qualified" in Count of LicenseUsage, false;
    /// People active in 28 days, summed over workloads.
    Active = "active" in Count of LicenseUsage, false;
    /// Seats that entitle to a workload and that nobody used.
    Idle = "idle" in Count of LicenseUsage, false;
    /// Active of qualified.
    Usage = "usage" in Percent of LicenseUsage, false;
    /// Subscriptions that are active, in grace or suspended.
    Subscriptions = "subscriptions" in Count of Subscriptions, false;
    /// Subscriptions that are active or in grace.
    SubscriptionsActive = "subscriptions_active" in Count of Subscriptions, false;
    /// Suspended subscriptions.
    SubscriptionsSuspended = "subscriptions_suspended" in Count of Subscriptions, false;
    /// Deprovisioned subscriptions.
    SubscriptionsDeprovisioned = "subscriptions_deprovisioned" in Count of Subscriptions, false;
    /// Subscriptions first seen in the month.
    SubscriptionsNew = "subscriptions_new" in Count of Subscriptions, true;
    /// Subscriptions that became deprovisioned in the month.
    SubscriptionsChurned = "subscriptions_churned" in Count of Subscriptions, true;
    /// Subscriptions that end within 30 days of the month's end and renew by themselves.
    SubscriptionsRenewing = "subscriptions_renewing" in Count of Subscriptions, false;
    /// Subscriptions that end within 30 days of the month's end and do not renew by themselves.
    SubscriptionsEnding = "subscriptions_ending" in Count of Subscriptions, false;
    /// Subscriptions whose end lies before the month's end.
    SubscriptionsExpired = "subscriptions_expired" in Count of Subscriptions, false;
    /// Subscriptions that end in a month to come and renew by themselves.
    RenewalsDue = "renewals_due" in Count of Subscriptions, false;
    /// Subscriptions that end in a month to come and do not renew by themselves.
    EndsDue = "ends_due" in Count of Subscriptions, false;
    /// Billed revenue of the twelve months before this one.
    RevenueTtm = "revenue_ttm" in UsdCents of Subscriptions, true;
    /// Trials that end within 30 days and are not paid.
    TrialsEnding = "trials_ending" in Count of SubscriptionAnalytics, false;
    /// Subscriptions whose trial became paid.
    TrialsConverted = "trials_converted" in Count of SubscriptionAnalytics, true;
    /// Trials that are over.
    TrialsEnded = "trials_ended" in Count of SubscriptionAnalytics, true;
    /// Those of them that were paid.
    TrialsKept = "trials_kept" in Count of SubscriptionAnalytics, true;
    /// Paid ones of the trials that are over.
    TrialConversion = "trial_conversion" in Percent of SubscriptionAnalytics, true;
    /// Subscriptions renewed in the last 30 days.
    RenewedRecently = "renewed_recently" in Count of SubscriptionAnalytics, false;
    /// Active subscriptions that the vendor thinks are likely to be lost.
    AtRisk = "at_risk" in Count of SubscriptionAnalytics, false;
    /// Subscriptions made in the last 24 hours.
    NewToday = "new_today" in Count of SubscriptionAnalytics, false;
    /// Customers added in the last 24 hours of the activity log.
    CustomersToday = "customers_today" in Count of ActivityLog, false;
    /// Orders and changes of subscriptions in the last 24 hours of the activity log.
    ChangesToday = "changes_today" in Count of ActivityLog, false;
    /// Seats of the subscriptions at the end of the month.
    Seats = "seats" in Count of Subscriptions, false;
    /// Seats added to subscriptions.
    SeatsAdded = "seats_added" in Count of Subscriptions, true;
    /// Seats taken from subscriptions.
    SeatsReduced = "seats_reduced" in Count of Subscriptions, true;
    /// Azure consumed revenue.
    Consumption = "consumption" in UsdCents of AzureUsage, true;
    /// Customers with Azure rows.
    AzureCustomers = "azure_customers" in Count of AzureUsage, false;
    /// Customers of the month without Azure rows.
    AzureCustomersWithout = "azure_customers_without" in Count of AzureUsage, false;
    /// Customers with Azure rows and none in the month before.
    AzureCustomersNew = "azure_customers_new" in Count of AzureUsage, true;
    /// Customers with Azure rows in the month before and none now.
    AzureCustomersChurned = "azure_customers_churned" in Count of AzureUsage, true;
    /// Subscriptions with Azure rows.
    AzureSubscriptions = "azure_subscriptions" in Count of AzureUsage, false;
    /// Subscriptions with Azure rows and none in the month before.
    AzureSubscriptionsNew = "azure_subscriptions_new" in Count of AzureUsage, true;
    /// Subscriptions with Azure rows in the month before and none now.
    AzureSubscriptionsChurned = "azure_subscriptions_churned" in Count of AzureUsage, true;
    /// Subscriptions with Azure rows in an earlier month and none in this.
    AzureSubscriptionsIdle = "azure_subscriptions_idle" in Count of AzureUsage, false;
    /// Subscriptions with Azure rows in both months, of those in the month before.
    AzureRetention = "azure_retention" in Percent of AzureUsage, false;
    /// Resellers who are not suspended and not gone.
    Resellers = "resellers" in Count of ResellerPerformance, false;
    /// Resellers without rows in the month before.
    ResellersNew = "resellers_new" in Count of ResellerPerformance, true;
    /// Resellers of the month before without rows.
    ResellersChurned = "resellers_churned" in Count of ResellerPerformance, true;
    /// Resellers with revenue in the month.
    ResellersTransacting = "resellers_transacting" in Count of ResellerPerformance, false;
    /// Billed revenue of all resellers.
    ResellerRevenue = "reseller_revenue" in UsdCents of ResellerPerformance, true;
    /// Subscriptions that resellers sold.
    ResellerSubscriptions = "reseller_subscriptions" in Count of ResellerPerformance, false;
    /// Seats that resellers sold.
    ResellerSeats = "reseller_seats" in Count of ResellerPerformance, false;
    /// Paid available units of Office 365.
    OfficeUnits = "office_units" in Count of OfficeUsage, false;
    /// People active in the calendar month, summed over workloads.
    OfficeUsers = "office_users" in Count of OfficeUsage, false;
    /// Those of the units.
    OfficeShare = "office_share" in Percent of OfficeUsage, false;
    /// Seats of Dynamics 365.
    DynamicsSeats = "dynamics_seats" in Count of DynamicsUsage, false;
    /// Assigned ones.
    DynamicsAssigned = "dynamics_assigned" in Count of DynamicsUsage, false;
    /// Those with usage.
    DynamicsActive = "dynamics_active" in Count of DynamicsUsage, false;
    /// Seats with usage of all.
    DynamicsShare = "dynamics_share" in Percent of DynamicsUsage, false;
    /// Seats of Power BI.
    PowerBiSeats = "power_bi_seats" in Count of PowerBiUsage, false;
    /// Assigned ones.
    PowerBiAssigned = "power_bi_assigned" in Count of PowerBiUsage, false;
    /// Those with usage.
    PowerBiActive = "power_bi_active" in Count of PowerBiUsage, false;
    /// Seats with usage of all.
    PowerBiShare = "power_bi_share" in Percent of PowerBiUsage, false;
    /// Paid available units of Enterprise Mobility.
    EmsUnits = "ems_units" in Count of EmsUsage, false;
    /// People active in the calendar month.
    EmsUsers = "ems_users" in Count of EmsUsage, false;
    /// Those of the units.
    EmsShare = "ems_share" in Percent of EmsUsage, false;
    /// Customers with meetings in Teams.
    TeamsCustomers = "teams_customers" in Count of TeamsMeetings, false;
    /// Meetings.
    TeamsMeetings = "teams_meetings" in Count of TeamsMeetings, true;
    /// Hours of them, whole ones.
    TeamsHours = "teams_hours" in Count of TeamsMeetings, true;
    /// Minutes of a meeting on average, whole ones.
    TeamsMinutes = "teams_minutes" in Count of TeamsMeetings, true;
    /// Users of a part of Teams, on any device.
    TeamsUsers = "teams_users" in Count of TeamsWorkload, false;
    /// Those on desktops.
    TeamsDesktop = "teams_desktop" in Count of TeamsWorkload, false;
    /// Those in browsers.
    TeamsWeb = "teams_web" in Count of TeamsWorkload, false;
    /// Those on phones.
    TeamsMobile = "teams_mobile" in Count of TeamsWorkload, false;
    /// Users of an app inside Teams, added over days.
    AppUserDays = "app_user_days" in Count of TeamsApps, true;
}
