//! Which columns make a dataset.

use super::column::Column;
use model::Dataset;

/// The columns of a dataset over all its generations.
pub(super) struct Definition {
    pub(super) dataset: Dataset,
    /// Without any of these it is not this dataset. Of several in one entry any will do; the first is what a
    /// refusal names.
    pub(super) required: &'static [&'static [Column]],
    /// May be there.
    pub(super) optional: &'static [Column],
}

/// A list of columns.
macro_rules! all {
    ($($name:ident),* $(,)?) => {
        &[$(Column::$name),*]
    };
}

/// What most rows say about the customer.
macro_rules! with_customer {
    ($($more:ident),* $(,)?) => {
        all![
            PgaId, PartnerId, PartnerName, PartnerLocation, Attribution, CustomerName, CustomerTenantId, CustomerTpid,
            Duns, CustomerSegment, TopSegment, CustomerMarket, Industry, Vertical, Eou, Month, DupPga, DupPgaAttach,
            DupPartner, Reason, $($more),*
        ]
    };
}

/// What rows by SKU say about it.
macro_rules! with_sku {
    ($($more:ident),* $(,)?) => {
        with_customer![
            SubscriptionStart, SubscriptionEnd, SkuId, SalesModel, DetailedSalesModel, PartnerHierarchy, SalesChannel,
            $($more),*
        ]
    };
}

mod kept;
mod teams;

use kept::KEPT;
use teams::TEAMS;

const TENANT: &[Column] = all![CustomerTenantId, CustomerTpid];
/// The customer where rows call the tenant so.
const CUSTOMER: &[Column] = all![CustomerTenantId, CustomerId];
/// The same where the customer is the resource that a budget is of.
const BUDGETED: &[Column] = all![CustomerTenantId, CustomerId, ResourceId, SubscriptionId];
const PRODUCT: &[Column] = all![Sku, RawProductName, ReportingProductName, Product];

const SEATS_BY_SKU: &[&[Column]] = &[
    all![SubscriptionId],
    TENANT,
    all![Sku],
    all![Month],
    all![AvailableSeats],
    all![AssignedSeats],
    all![ActiveSeats],
];

/// All datasets; where two have the same header, the first wins.
pub(super) fn all() -> impl Iterator<Item = &'static Definition> {
    FACTS.iter().chain(TEAMS).chain(KEPT)
}

/// Those whose rows are read.
const FACTS: &[Definition] = &[
    Definition {
        dataset: Dataset::LicenseDeployment,
        required: &[all![Processed, Month], TENANT, all![ProductName], all![LicensesDeployed], all![LicensesSold]],
        optional: all![CustomerName, ServiceCode, ServiceName, SalesChannel, ProductId, DeploymentPercent, Reason],
    },
    Definition {
        dataset: Dataset::LicenseUsage,
        required: &[
            all![Processed, Month],
            TENANT,
            all![ProductName],
            all![Workload, WorkloadCode],
            all![LicensesActive],
            all![LicensesQualified],
        ],
        optional: all![CustomerName, ServiceCode, ServiceName, SalesChannel, ProductId, UsagePercent, Reason],
    },
    Definition {
        dataset: Dataset::Subscriptions,
        required: &[
            all![SubscriptionId],
            all![Month],
            all![SubscriptionState, Status],
            TENANT,
            PRODUCT,
            all![AvailableSeats, SeatsEop, TotalSoldSeats],
            all![BilledRevenue],
        ],
        optional: with_customer! {
            SubscriptionStart, SubscriptionEnd, SubscriptionStartMonth, AutoRenew, ProductFamily, PartNumber,
            RevSumDivision, SolutionArea, SalesChannel, PricingLevel, Enrollment, ResellerId, ResellerName,
            AssignedSeats, AzureRevenue, CporRevenue, CporSeats, CporUsers,
        },
    },
    Definition {
        dataset: Dataset::SubscriptionAnalytics,
        required: &[all![SubscriptionId], CUSTOMER, all![Status], all![AutoRenew], all![Created], all![LicenseCount]],
        optional: all! {
            CustomerName, CustomerMarket, ProductName, PartnerId, PartnerName, EffectiveStart, CommitmentEnd, TrialStart,
            TrialEnd, Converted, LastUsage, LastRenewal, Deprovisioned, ChurnRisk, Unread, Reason,
        },
    },
    Definition {
        dataset: Dataset::Customers,
        required: &[TENANT, all![Month], PRODUCT, all![AvailableSeats, TotalSoldSeats], all![BilledRevenue]],
        optional: with_customer! {
            CustomerStatus, CustomerTenantName, CustomerTenantCountry, TenantDomain, PartNumber, SalesChannel,
            AzureRevenue, CporRevenue, CporSeats, CporUsers,
        },
    },
    Definition {
        dataset: Dataset::Profile,
        required: &[all![PartnerId], all![PartnerName], all![PgaId], all![Country], all![HierarchyLevel]],
        optional: all![PgaName, City, Reason],
    },
    Definition {
        dataset: Dataset::OfficeUsage,
        required: &[TENANT, all![Workload], all![Month], all![PaidUnits], all![ActiveUsers]],
        optional: with_customer! {},
    },
    Definition {
        dataset: Dataset::EmsUsage,
        required: &[all![SubscriptionId], TENANT, all![Sku], all![Month], all![PaidUnits], all![ActiveUsers]],
        optional: with_sku! {
            SubscriptionState, FreeVsPaid, Aatp, Mcas, AadpUnits, IntuneUnits, AzipUnits, AadpUsers, IntuneUsers,
            AzipUsers, Mdm, Mam, Sspr,
        },
    },
    Definition {
        dataset: Dataset::DynamicsUsage,
        required: SEATS_BY_SKU,
        optional: with_sku! {
            SubscriptionState, FreeVsPaid, RevSumDivision, RevSumCategory, DeploymentOpportunity, ActiveUsagePercent,
        },
    },
    // Some generations have the columns of Dynamics: the rows tell them apart then.
    Definition {
        dataset: Dataset::PowerBiUsage,
        required: SEATS_BY_SKU,
        optional: with_sku! { SubscriptionState, FreeVsPaid, DeploymentOpportunity, ActiveUsagePercent },
    },
    Definition {
        dataset: Dataset::AzureUsage,
        required: &[
            all![SubscriptionId],
            TENANT,
            all![Month, UsageDate],
            all![ServiceLevel1, ServiceName, MeterCategory],
            all![UsageUnits, UsageQuantity],
            all![AzureRevenue],
        ],
        optional: with_customer! {
            SubscriptionStart, SubscriptionEnd, SubscriptionState, FirstUse, ServiceLevel2, ServiceLevel3,
            ServiceLevel4, ServiceGroup2, ServiceGroup3, ServiceInfluencer, ComputeOs, ComputeSoftware, SalesChannel,
            Enrollment, ResellerId, ResellerName, AdminType, AssociationType, SubscriptionAcr,
        },
    },
    Definition {
        dataset: Dataset::DailyUsage,
        required: &[
            CUSTOMER,
            all![UsageDate],
            all![Entitlement, SubscriptionId],
            all![MeterId, MeterName],
            all![Quantity],
            all![BillingTotal, PricingTotal],
            all![BillingCurrency, PricingCurrency],
        ],
        optional: all! {
            PartnerId, PartnerName, CustomerName, TenantDomain, CustomerCountry, ResellerMpnId, ProductId, ProductName, SkuId,
            MeterCategory, MeterSubCategory, MeterUnit, UnitType, Unread, Reason,
        },
    },
    Definition {
        dataset: Dataset::DailyUnits,
        required: &[
            CUSTOMER,
            all![UsageDate],
            all![SubscriptionId],
            all![MeterId, MeterName],
            all![MeterCategory],
            all![MeterUnit],
            all![Quantity],
        ],
        optional: all![CustomerName, MeterSubCategory, Unread, Reason],
    },
    Definition {
        dataset: Dataset::SpendingBudgets,
        required: &[BUDGETED, all![LastModified], all![TotalCost], all![BudgetAmount, BudgetUsed]],
        optional: all![CustomerName, ResourceName, TenantDomain, BillingCurrency, Unread, Reason],
    },
    Definition {
        dataset: Dataset::ResellerPerformance,
        required: &[
            all![ResellerMpnId],
            all![Month],
            all![SubscriptionId],
            TENANT,
            all![AvailableSeats],
            all![BilledRevenue],
            all![ResellerStatus],
        ],
        optional: with_customer! { ResellerName, ResellerMarket, ProviderId, ProviderName, Product, AssignedSeats },
    },
    Definition {
        dataset: Dataset::ActivityLog,
        required: &[all![ActivityTime], all![ActivityAction], all![ActivityUser]],
        optional: all![ActivityCustomer, CustomerName, Status, ActivityDetails, Reason],
    },
];
