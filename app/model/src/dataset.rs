//! The vendor's datasets, by the names that its downloads and its API use.

use serde::{Deserialize, Serialize};

macro_rules! datasets {
    ($($(#[$doc:meta])* $name:ident = $key:literal),* $(,)?) => {
        /// A dataset of the vendor.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Dataset {$(
            $(#[$doc])*
            #[serde(rename = $key)]
            $name,
        )*}

        impl Dataset {
            /// All datasets that a header can be recognised as.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable key: what is stored, shown beside the translated name, and taken by the command line.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {$(Self::$name => $key,)*}
            }
        }
    };
}

datasets! {
    /// Licences sold and assigned, per customer, product and month.
    LicenseDeployment = "LicenseDeployment",
    /// Licences qualified and active, per customer, product, workload and month.
    LicenseUsage = "LicenseUsage",
    /// Subscription details.
    Subscriptions = "SeatsSubscriptionsAndRevenue",
    /// Subscriptions as the analytics of the vendor's API answer them: as they stand on the day.
    SubscriptionAnalytics = "SubscriptionAnalytics",
    /// Customers and revenue.
    Customers = "CustomersAndTenants",
    /// The account's own locations.
    Profile = "Profile",
    /// Office 365 usage.
    OfficeUsage = "OfficeUsage",
    /// Enterprise Mobility usage.
    EmsUsage = "EMSUsage",
    /// Dynamics 365 usage.
    DynamicsUsage = "DynamicsUsage",
    /// Power BI usage.
    PowerBiUsage = "PowerBIUsage",
    /// Azure usage.
    AzureUsage = "AzureUsage",
    /// Azure units and cost by day and metered resource, as they are rated for the invoice.
    DailyUsage = "DailyRatedUsage",
    /// Azure units by day and metered resource, as the vendor's API answers them: without cost.
    DailyUnits = "DailyUnits",
    /// What customers may spend on Azure in a month, and have spent.
    SpendingBudgets = "SpendingBudgets",
    /// Resellers of an indirect provider.
    ResellerPerformance = "ResellerPerformance",
    /// Teams meetings and calls.
    TeamsMeetings = "TeamsUsageMeetingsAndCalls",
    /// Teams monthly usage.
    TeamsWorkload = "TeamsUsageWorkload",
    /// Teams third-party apps.
    TeamsApps = "TeamsUsage3PApps",
    /// The customers' activity log, as the vendor's page exports it and as its API answers.
    ActivityLog = "ActivityLog",
    /// Trainings, exams and certifications.
    Training = "TrainingCompletions",
    /// Learning paths and modules.
    Learn = "MSLearn",
    /// Competencies, as they were until 2022.
    Competencies = "CompetencySummaryHistory",
    /// What counts towards a competency; the vendor's own spelling.
    CompetencyProgress = "CompetencyPeformanceRequirement",
    /// Agreements that expire.
    RenewalsPropensity = "CLASAgreementRenewalsPropensity",
    /// Customers likely to buy Microsoft 365.
    M365Propensity = "CLASM365Propensity",
    /// Customers likely to buy Dynamics 365.
    D365Propensity = "CLASD365Propensity",
    /// Customers likely to buy Azure.
    AzurePropensity = "CLASAzurePropensity",
    /// Customers likely to buy Surface.
    SurfacePropensity = "CLASSurfacePropensity",
}

impl Dataset {
    /// The datasets whose rows are read.
    pub const IMPORTED: [Self; 19] = [
        Self::LicenseDeployment,
        Self::LicenseUsage,
        Self::Subscriptions,
        Self::SubscriptionAnalytics,
        Self::Customers,
        Self::Profile,
        Self::OfficeUsage,
        Self::EmsUsage,
        Self::DynamicsUsage,
        Self::PowerBiUsage,
        Self::AzureUsage,
        Self::DailyUsage,
        Self::DailyUnits,
        Self::SpendingBudgets,
        Self::ResellerPerformance,
        Self::TeamsMeetings,
        Self::TeamsWorkload,
        Self::TeamsApps,
        Self::ActivityLog,
    ];

    /// The datasets whose files are checked, kept and given out again, and shown nowhere.
    pub const KEPT: [Self; 9] = [
        Self::Training,
        Self::Learn,
        Self::Competencies,
        Self::CompetencyProgress,
        Self::RenewalsPropensity,
        Self::M365Propensity,
        Self::D365Propensity,
        Self::AzurePropensity,
        Self::SurfacePropensity,
    ];

    /// After how many days the vendor publishes it anew; nothing where the vendor says nothing.
    /// Source: the vendor's table of data frequencies.
    #[must_use]
    pub const fn refresh_days(self) -> Option<i64> {
        match self {
            Self::AzureUsage => Some(4),
            Self::Customers | Self::Subscriptions | Self::ResellerPerformance | Self::Training => Some(5),
            Self::OfficeUsage
            | Self::EmsUsage
            | Self::DynamicsUsage
            | Self::PowerBiUsage
            | Self::TeamsMeetings
            | Self::TeamsWorkload
            | Self::TeamsApps
            | Self::Learn => Some(3),
            Self::Profile | Self::DailyUsage => Some(1),
            Self::LicenseDeployment
            | Self::LicenseUsage
            | Self::SubscriptionAnalytics
            | Self::DailyUnits
            | Self::SpendingBudgets
            | Self::ActivityLog
            | Self::Competencies
            | Self::CompetencyProgress
            | Self::RenewalsPropensity
            | Self::M365Propensity
            | Self::D365Propensity
            | Self::AzurePropensity
            | Self::SurfacePropensity => None,
        }
    }

    /// Whether its rows say how things stand when they are given in, and name no month: they are of the month of the import.
    #[must_use]
    pub const fn is_snapshot(self) -> bool {
        matches!(self, Self::SubscriptionAnalytics)
    }

    /// The dataset of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|dataset| dataset.key() == key)
    }
}
