//! Which columns make a dataset.

use super::column::Column::{self, *};
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

/// What most rows say about the customer.
macro_rules! with_customer {
    ($($more:ident),* $(,)?) => {
        &[
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

const TENANT: &[Column] = &[CustomerTenantId, CustomerTpid];
const PRODUCT: &[Column] = &[Sku, RawProductName, ReportingProductName, Product];

/// All datasets; where two have the same header, the first wins.
pub(super) const DEFINITIONS: &[Definition] = &[
    Definition {
        dataset: Dataset::LicenseDeployment,
        required: &[&[Processed, Month], TENANT, &[ProductName], &[LicensesDeployed], &[LicensesSold]],
        optional: &[CustomerName, ServiceCode, ServiceName, SalesChannel, ProductId, DeploymentPercent, Reason],
    },
    Definition {
        dataset: Dataset::LicenseUsage,
        required: &[
            &[Processed, Month],
            TENANT,
            &[ProductName],
            &[Workload, WorkloadCode],
            &[LicensesActive],
            &[LicensesQualified],
        ],
        optional: &[CustomerName, ServiceCode, ServiceName, SalesChannel, ProductId, UsagePercent, Reason],
    },
    Definition {
        dataset: Dataset::Subscriptions,
        required: &[
            &[SubscriptionId],
            &[Month],
            &[SubscriptionState, Status],
            TENANT,
            PRODUCT,
            &[AvailableSeats, SeatsEop, TotalSoldSeats],
            &[BilledRevenue],
        ],
        optional: with_customer![
            SubscriptionStart,
            SubscriptionEnd,
            SubscriptionStartMonth,
            AutoRenew,
            ProductFamily,
            PartNumber,
            RevSumDivision,
            SolutionArea,
            SalesChannel,
            PricingLevel,
            Enrollment,
            ResellerId,
            ResellerName,
            AssignedSeats,
            AzureRevenue,
            CporRevenue,
            CporSeats,
            CporUsers,
        ],
    },
    Definition {
        dataset: Dataset::Customers,
        required: &[TENANT, &[Month], PRODUCT, &[AvailableSeats, TotalSoldSeats], &[BilledRevenue]],
        optional: with_customer![
            CustomerStatus,
            CustomerTenantName,
            CustomerTenantCountry,
            TenantDomain,
            PartNumber,
            SalesChannel,
            AzureRevenue,
            CporRevenue,
            CporSeats,
            CporUsers,
        ],
    },
    Definition {
        dataset: Dataset::Profile,
        required: &[&[PartnerId], &[PartnerName], &[PgaId], &[Country], &[HierarchyLevel]],
        optional: &[PgaName, City, Reason],
    },
    Definition {
        dataset: Dataset::OfficeUsage,
        required: &[TENANT, &[Workload], &[Month], &[PaidUnits], &[ActiveUsers]],
        optional: with_customer![],
    },
    Definition {
        dataset: Dataset::EmsUsage,
        required: &[&[SubscriptionId], &[Sku], &[Month], &[PaidUnits], &[ActiveUsers]],
        optional: with_sku![
            SubscriptionState,
            FreeVsPaid,
            Aatp,
            Mcas,
            AadpUnits,
            IntuneUnits,
            AzipUnits,
            AadpUsers,
            IntuneUsers,
            AzipUsers,
            Mdm,
            Mam,
            Sspr,
        ],
    },
    Definition {
        dataset: Dataset::DynamicsUsage,
        required: &[&[SubscriptionId], &[Sku], &[Month], &[FreeVsPaid], &[AvailableSeats], &[ActiveSeats]],
        optional: with_sku![
            SubscriptionState,
            RevSumDivision,
            RevSumCategory,
            AssignedSeats,
            DeploymentOpportunity,
            ActiveUsagePercent,
        ],
    },
    Definition {
        dataset: Dataset::PowerBiUsage,
        required: &[
            &[SubscriptionId],
            &[Sku],
            &[Month],
            &[FreeVsPaid],
            &[PartnerHierarchy],
            &[AvailableSeats],
            &[ActiveSeats],
        ],
        optional: with_sku![SubscriptionState, AssignedSeats, DeploymentOpportunity, ActiveUsagePercent],
    },
    Definition {
        dataset: Dataset::AzureUsage,
        required: &[&[SubscriptionId], &[Month], &[UsageUnits], &[AzureRevenue]],
        optional: with_customer![
            SubscriptionStart,
            SubscriptionEnd,
            SubscriptionState,
            FirstUse,
            ServiceName,
            MeterCategory,
            ServiceLevel1,
            ServiceLevel2,
            ServiceLevel3,
            ServiceLevel4,
            ServiceGroup2,
            ServiceGroup3,
            ServiceInfluencer,
            ComputeOs,
            ComputeSoftware,
            UsageQuantity,
            SalesChannel,
            Enrollment,
            ResellerId,
            ResellerName,
            AdminType,
            AssociationType,
            SubscriptionAcr,
        ],
    },
    Definition {
        dataset: Dataset::ResellerPerformance,
        required: &[&[ResellerMpnId], &[Month], &[SubscriptionId], &[AvailableSeats], &[ResellerStatus]],
        optional: with_customer![
            ResellerName,
            ResellerMarket,
            ProviderId,
            ProviderName,
            Product,
            AssignedSeats,
            BilledRevenue,
        ],
    },
    Definition {
        dataset: Dataset::TeamsMeetings,
        required: &[&[CustomerTenantId], &[UsageDate, Month], &[SubWorkload], &[MeetingCount], &[MeetingHours]],
        optional: with_customer![CustomerId, CustomerCountry, CustomerCountryCode],
    },
    Definition {
        dataset: Dataset::TeamsWorkload,
        required: &[&[CustomerTenantId], &[Month], &[SubWorkload], &[UsersDesktop], &[UsersWeb], &[UsersMobile]],
        optional: with_customer![CustomerId, CustomerCountry, CustomerCountryCode, UsersAll],
    },
    Definition {
        dataset: Dataset::TeamsApps,
        required: &[&[CustomerTenantId], &[UsageDate, Month], &[AppName], &[UserCount]],
        optional: with_customer![CustomerId, CustomerCountry, CustomerCountryCode],
    },
    Definition {
        dataset: Dataset::ActivityLog,
        required: &[&[ActivityTime], &[ActivityAction], &[ActivityUser]],
        optional: &[ActivityCustomer, CustomerName, Status, ActivityDetails, Reason],
    },
    Definition {
        dataset: Dataset::Training,
        required: &[&[TrainingId], &[TrainingTitle], &[TrainingType], &[TrainingDate]],
        optional: &[
            PgaId,
            PartnerId,
            PartnerName,
            PartnerCity,
            PartnerCountry,
            FirstName,
            LastName,
            Email,
            CorpEmail,
            ExpirationDate,
            ActivationStatus,
            Month,
            IcMcp,
            McpId,
            AadUserId,
        ],
    },
    Definition {
        dataset: Dataset::Learn,
        required: &[&[LearnUserId], &[TrainingName], &[TrainingType], &[CompletionDate]],
        optional: &[
            PgaId,
            PartnerId,
            PartnerName,
            LearnUser,
            LearnProducts,
            LearnRoles,
            Country,
            CustomerMarket,
            Reason,
        ],
    },
];
