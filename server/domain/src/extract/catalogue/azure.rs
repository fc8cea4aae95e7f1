//! Azure: consumption by month, units and cost by day, budgets.

use crate::{
    extract::column::{
        Column,
        Holds::{Code, CustomerName, Day, Duplicate, Measure, Month, Named, Subscription, Tenant, Term},
        columns,
    },
    fact::{
        Dim::{Attribution, AzureService, Channel, Currency, Location, Market, Meter, MeterCategory, Segment, Unit},
        Measure::{AcrNanos, BudgetMicros, CostMicros, UnitsMicros},
    },
};

pub(super) const USAGE: &[Column] = columns! {
    "PGAMpnId", "SubscriptionId" = Subscription, "SubscriptionStartDate", "SubscriptionEndDate", "FirstUseDate",
    "SubscriptionState", "Month" = Month, "ServiceLevel1" = Term(AzureService), "ServiceLevel2", "ServiceLevel3",
    "ServiceLevel4", "ServiceGroup2", "ServiceGroup3", "ServiceInfluencer", "ComputeOS", "ComputeCoreSoftware",
    "UsageUnits", "UsageQuantity", "CustomerName" = CustomerName, "CustomerTenantId" = Tenant, "CustomerTpid",
    "CustomerSegment" = Term(Segment), "CustomerMarket" = Term(Market), "MPNId" = Term(Location), "PartnerName",
    "PartnerLocation", "PartnerAttributionType" = Term(Attribution), "SalesChannel" = Term(Channel), "EnrollmentNumber",
    "IsACRDuplicateAtPGALevel" = Duplicate, "IsACRDuplicateAtPGAAttachTypeLevel", "IsACRDuplicateAtMPNLevel",
    "ResellerID", "ResellerName", "IndustryName", "VerticalName", "EOU", "AdminType", "AssociationType",
    "MonthlySubscriptionLevelACR", "ACR_USD" = Measure(AcrNanos, 9),
};

pub(super) const DAILY: &[Column] = columns! {
    "CustomerId" = Tenant, "CustomerName" = CustomerName, "UsageDate" = Day, "EntitlementId" = Subscription,
    "MeterId" = Code(Meter), "MeterName" = Term(Meter), "MeterCategory" = Term(MeterCategory), "Unit" = Term(Unit),
    "Quantity" = Measure(UnitsMicros, 6), "BillingPreTaxTotal" = Measure(CostMicros, 6),
    "BillingCurrency" = Term(Currency),
};

pub(super) const UNITS: &[Column] = columns! {
    "customerTenantId" = Tenant, "customerName" = CustomerName, "usageDate" = Day, "subscriptionId" = Subscription,
    "meterId" = Code(Meter), "meterName" = Term(Meter), "meterCategory" = Term(MeterCategory), "meterUnit" = Term(Unit),
    "usageQuantity" = Measure(UnitsMicros, 6),
};

pub(super) const BUDGETS: &[Column] = columns! {
    "customerId" = Tenant, "customerName" = CustomerName, "lastModifiedDate" = Day,
    "budgetAmount" = Named(BudgetMicros, 6, 1), "totalCost" = Named(CostMicros, 6, 2), "currencyCode" = Term(Currency),
};
