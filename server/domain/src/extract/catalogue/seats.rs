//! Seats, subscriptions, usage and resellers.

use crate::{
    extract::column::{
        Column,
        Holds::{Code, CustomerName, Date, Domain, Duplicate, Measure, Month, Subscription, Tenant, Term, Word},
        RISK_WORDS, STATE_WORDS, YES_NO, columns,
    },
    fact::{
        Dim::{
            Attribution, AutoRenew, Channel, Family, Location, Market, MarketCode, Product, Reseller, Risk, Segment,
            Service, State, Status, Workload,
        },
        Measure::{
            Active, ActiveSeats, Assigned, AzureCents, Converted, Created, Ends, Gone, MonthlyUsers, PaidUnits,
            Qualified, Renewed, RevenueCents, Seats, Sold, Starts, TrialEnds, TrialStarts, Used,
        },
    },
};

pub(super) const DEPLOYMENT: &[Column] = columns! {
    "processedDateTime" = Month, "serviceCode" = Term(Service), "serviceName", "channel" = Term(Channel),
    "customerTenantId" = Tenant, "customerName" = CustomerName, "productId", "productName" = Term(Product),
    "licensesDeployed" = Measure(Assigned, 0), "licensesSold" = Measure(Sold, 0),
};

pub(super) const USAGE: &[Column] = columns! {
    "processedDateTime" = Month, "workloadCode", "workloadName" = Term(Workload), "serviceCode" = Term(Service),
    "serviceName", "channel" = Term(Channel), "customerTenantId" = Tenant, "customerName" = CustomerName, "productId",
    "productName" = Term(Product), "licensesActive" = Measure(Active, 0), "licensesQualified" = Measure(Qualified, 0),
};

pub(super) const CUSTOMERS: &[Column] = columns! {
    "PGAMpnId", "CustomerName" = CustomerName, "CustomerTenantId" = Tenant, "CustomerTpid", "DUNSNumber",
    "CustomerSegment" = Term(Segment), "TopSegment", "CustomerMarket" = Term(Market), "CustomerStatus",
    "CustomerTenantName", "CustomerTenantCountry", "TenantDomainName" = Domain, "Product", "RawProductName",
    "SKU" = Term(Product), "Month" = Month, "MPNId" = Term(Location), "PartnerName", "PartnerLocation",
    "PartnerAttributionType" = Term(Attribution), "SalesChannel" = Term(Channel), "IndustryName", "VerticalName", "EOU",
    "IsDuplicateRowForPGA" = Duplicate, "AvailableSeats" = Measure(Seats, 0),
    "BilledRevenueUSD" = Measure(RevenueCents, 2), "AzureConsumedRevenueUSD" = Measure(AzureCents, 2), "CPORRevenue",
    "CPORPaidSeats", "CPORActiveUsers",
};

pub(super) const SUBSCRIPTIONS: &[Column] = columns! {
    "PGAMpnId", "SubscriptionId" = Subscription, "SubscriptionStartDate" = Date(Starts),
    "SubscriptionEndDate" = Date(Ends), "SubscriptionState" = Word(State, &STATE_WORDS), "Month" = Month,
    "IsAutoRenew" = Word(AutoRenew, &YES_NO), "CustomerName" = CustomerName, "CustomerTenantId" = Tenant,
    "CustomerTpid", "DUNSNumber", "CustomerSegment" = Term(Segment), "TopSegment", "CustomerMarket" = Term(Market),
    "ReportingProductName", "Product", "RawProductName", "ProductPartNumber", "SKU" = Term(Product),
    "RevSumDivisionName", "SolutionArea", "MPNId" = Term(Location), "PartnerName", "PartnerLocation",
    "PartnerAttributionType" = Term(Attribution), "SalesChannel" = Term(Channel), "IndustryName", "VerticalName", "EOU",
    "PricingLevel", "EnrollmentNumber", "IsDuplicateRowForPGA" = Duplicate, "SubscriptionStartMonth", "ResellerID",
    "ResellerName", "AvailableSeatsEOP" = Measure(Seats, 0), "AvailableSeats",
    "BilledRevenueUSD" = Measure(RevenueCents, 2), "AzureConsumedRevenueUSD", "CPORRevenue", "CPORPaidSeats",
    "CPORActiveUsers",
};

pub(super) const ANALYTICS: &[Column] = columns! {
    "month" = Month, "customerTenantId" = Tenant, "customerName" = CustomerName, "customerMarket" = Term(MarketCode),
    "id" = Subscription, "status" = Term(Status), "productName" = Term(Product), "creationDate" = Date(Created),
    "autoRenewEnabled" = Word(AutoRenew, &YES_NO), "effectiveStartDate" = Date(Starts),
    "commitmentEndDate" = Date(Ends), "trialStartDate" = Date(TrialStarts), "trialEndDate" = Date(TrialEnds),
    "lastUsageDate" = Date(Used), "trialToPaidConversionDate" = Date(Converted), "lastRenewalDate" = Date(Renewed),
    "deprovisionedDate" = Date(Gone), "churnRisk" = Word(Risk, &RISK_WORDS), "licenseCount" = Measure(Seats, 0),
};

pub(super) const OFFICE: &[Column] = columns! {
    "PGAMpnId", "CustomerTenantId" = Tenant, "CustomerTpid", "WorkloadName" = Term(Workload), "Month" = Month,
    "PaidAvailableUnits" = Measure(PaidUnits, 0), "MonthlyActiveUsers" = Measure(MonthlyUsers, 0),
    "CustomerName" = CustomerName, "CustomerMarket" = Term(Market), "CustomerSegment" = Term(Segment), "IndustryName",
    "VerticalName", "EOU", "MPNId" = Term(Location), "PartnerName", "PartnerLocation",
    "PartnerAttributionType" = Term(Attribution), "IsDuplicateRowForPGA" = Duplicate,
};

pub(super) const EMS: &[Column] = columns! {
    "PGAMpnId", "SubscriptionId" = Subscription, "SubscriptionStartDate", "SubscriptionEndDate",
    "SubscriptionStatus" = Word(State, &STATE_WORDS), "Month" = Month, "SKU" = Term(Product), "SKUId", "FreeVsPaidSKU",
    "SalesModel", "DetailedSalesModel", "CustomerName" = CustomerName, "CustomerTenantId" = Tenant, "CustomerTpid",
    "CustomerSegment" = Term(Segment), "CustomerMarket" = Term(Market), "IndustryName", "VerticalName", "EOU",
    "MPNId" = Term(Location), "PartnerName", "PartnerLocation", "PartnerAttributionType" = Term(Attribution),
    "PartnerHierarchy", "PaidAvailableUnits" = Measure(PaidUnits, 0), "MonthlyActiveUsers" = Measure(MonthlyUsers, 0),
    "AATPActiveUsage", "MCASActiveUsage", "AADPPaidAvailableUnits", "IntunePaidAvailableUnits",
    "AzipPaidAvailableUnits", "AADPMonthlyActiveUsers", "IntuneMonthlyActiveUsers", "AzipMonthlyActiveUsers", "MDM",
    "MAM", "SSPR",
};

pub(super) const DYNAMICS: &[Column] = columns! {
    "PGAMpnId", "SubscriptionId" = Subscription, "SubscriptionStartDate", "SubscriptionEndDate",
    "SubscriptionStatus" = Word(State, &STATE_WORDS), "Month" = Month, "RevSumDivisionName", "RevSumCategoryName",
    "SKU" = Term(Product), "SKUId", "FreeVsPaidSKU", "SalesModel", "DetailedSalesModel", "CustomerName" = CustomerName,
    "CustomerTenantId" = Tenant, "CustomerTpid", "CustomerSegment" = Term(Segment), "CustomerMarket" = Term(Market),
    "IndustryName", "VerticalName", "EOU", "MPNId" = Term(Location), "PartnerName", "PartnerLocation",
    "PartnerAttachType" = Term(Attribution), "AvailableSeats" = Measure(Seats, 0),
    "AssignedSeats" = Measure(Assigned, 0), "ActiveSeats" = Measure(ActiveSeats, 0), "DeploymentOpportunity",
    "ActiveUsagePercent",
};

pub(super) const POWER_BI: &[Column] = columns! {
    "PGAMpnId", "SubscriptionId" = Subscription, "SubscriptionStartDate", "SubscriptionEndDate",
    "SubscriptionStatus" = Word(State, &STATE_WORDS), "Month" = Month, "SKU" = Term(Product), "SKUId", "FreeVsPaidSKU",
    "SalesModel", "DetailedSalesModel", "CustomerName" = CustomerName, "CustomerTenantId" = Tenant, "CustomerTpid",
    "CustomerSegment" = Term(Segment), "CustomerMarket" = Term(Market), "IndustryName", "VerticalName", "EOU",
    "MPNId" = Term(Location), "PartnerName", "PartnerLocation", "PartnerAttachType" = Term(Attribution),
    "PartnerHierarchy", "AvailableSeats" = Measure(Seats, 0), "AssignedSeats" = Measure(Assigned, 0),
    "ActiveSeats" = Measure(ActiveSeats, 0), "DeploymentOpportunity", "ActiveUsagePercent",
};

pub(super) const RESELLERS: &[Column] = columns! {
    "PGAMpnId", "ResellerMPNId" = Code(Reseller), "ResellerName" = Term(Reseller), "ResellerMarket",
    "IndirectProviderMPNId", "IndirectProviderName", "Month" = Month, "Product" = Term(Family),
    "SubscriptionId" = Subscription, "AvailableSeats" = Measure(Seats, 0), "AssignedSeats",
    "BilledRevenueUSD" = Measure(RevenueCents, 2), "CustomerTenantId" = Tenant, "CustomerName" = CustomerName,
    "CustomerTpid", "CustomerSegment" = Term(Segment), "CustomerMarket" = Term(Market),
    "ResellerStatus" = Word(State, &STATE_WORDS), "IndustryName", "VerticalName", "EOU",
};
