//! The vendor's columns over all its datasets, and every spelling of them seen in files, documents and its API.

use model::Dataset;

macro_rules! columns {
    ($($name:ident = $vendor:literal $(| $alias:literal)*;)*) => {
        /// A column, whatever a file's generation calls it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Column {$($name,)*}

        /// Each column's spellings, the vendor's current one first.
        const SPELLINGS: &[(Column, &[&str])] = &[$((Column::$name, &[$vendor $(, $alias)*]),)*];
    };
}

columns! {
    PartnerId = "MPNId" | "PartnerID";
    PgaId = "PGAMpnId" | "PGAPartnerID" | "GlobalPartnerID";
    PgaName = "PGA_PartnerName";
    PartnerName = "PartnerName";
    PartnerLocation = "PartnerLocation" | "PartnerLocationID";
    PartnerCity = "PartnerCityLocation";
    PartnerCountry = "PartnerCountryLocation";
    PartnerHierarchy = "PartnerHierarchy";
    HierarchyLevel = "HierarchyLevel" | "AccountType" | "MPNType";
    City = "City";
    Country = "Country";
    Attribution = "PartnerAttributionType" | "PartnerAttachType" | "PartnerAssociationType" | "AttachType";
    CustomerName = "CustomerName";
    CustomerTenantId = "CustomerTenantId" | "TenantId";
    CustomerTpid = "CustomerTpid";
    CustomerId = "CustomerId";
    Duns = "DUNSNumber";
    CustomerSegment = "CustomerSegment";
    TopSegment = "TopSegment";
    CustomerMarket = "CustomerMarket";
    CustomerStatus = "CustomerStatus";
    CustomerTenantName = "CustomerTenantName";
    CustomerTenantCountry = "CustomerTenantCountry";
    CustomerCountry = "CustomerCountry";
    CustomerCountryCode = "CustomerCountryCode";
    TenantDomain = "TenantDomainName" | "CustomerDomainName";
    Industry = "IndustryName";
    Vertical = "VerticalName";
    Eou = "EOU";
    Month = "Month" | "MonthKey" | "Date" | "FiscalMonthName";
    Product = "Product";
    ProductFamily = "ProductFamily";
    RawProductName = "RawProductName";
    ReportingProductName = "ReportingProductName";
    PartNumber = "ProductPartNumber";
    Sku = "SKU";
    SkuId = "SKUId";
    ProductId = "productId";
    ProductName = "productName";
    FreeVsPaid = "FreeVsPaidSKU";
    SalesModel = "SalesModel";
    DetailedSalesModel = "DetailedSalesModel";
    SalesChannel = "SalesChannel" | "channel";
    PricingLevel = "PricingLevel";
    RevSumDivision = "RevSumDivisionName";
    RevSumCategory = "RevSumCategoryName";
    SolutionArea = "SolutionArea";
    Enrollment = "EnrollmentNumber" | "EnrollmentID";
    SubscriptionId = "SubscriptionId" | "SubscriptionGuid" | "id";
    SubscriptionStart = "SubscriptionStartDate";
    SubscriptionEnd = "SubscriptionEndDate";
    SubscriptionStartMonth = "SubscriptionStartMonth";
    SubscriptionState = "SubscriptionState" | "SubscriptionStatus";
    Status = "Status" | "operationStatus" | "狀態";
    AutoRenew = "IsAutoRenew" | "autoRenewEnabled";
    Created = "creationDate";
    EffectiveStart = "effectiveStartDate";
    CommitmentEnd = "commitmentEndDate";
    TrialStart = "trialStartDate"; TrialEnd = "trialEndDate";
    Converted = "trialToPaidConversionDate";
    LastUsage = "lastUsageDate"; LastRenewal = "lastRenewalDate";
    Deprovisioned = "deprovisionedDate";
    LicenseCount = "licenseCount"; SubscriptionCount = "subscriptionCount";
    ChurnRisk = "churnRisk";
    DupPga = "IsDuplicateRowForPGA" | "IsACRDuplicateAtPGALevel" | "IsDuplicateAtPGALevel";
    DupPgaAttach = "IsACRDuplicateAtPGAAttachTypeLevel" | "IsDuplicateAtPGAAttachTypeLevel" | "IsDuplicateAtPgaAttributionTypeLevel";
    DupPartner = "IsACRDuplicateAtMPNLevel" | "IsDuplicateAtMPNLevel";
    ResellerId = "ResellerID";
    ResellerMpnId = "ResellerMPNId" | "Tier2MpnId";
    ResellerName = "ResellerName";
    ResellerMarket = "ResellerMarket";
    ResellerStatus = "ResellerStatus";
    ProviderId = "IndirectProviderMPNId";
    ProviderName = "IndirectProviderName";
    AvailableSeats = "AvailableSeats";
    SeatsEop = "AvailableSeatsEOP";
    TotalSoldSeats = "TotalSoldSeats" | "TotalAvailableSeats";
    AssignedSeats = "AssignedSeats" | "TotalAssignedSeats";
    ActiveSeats = "ActiveSeats" | "TotalActiveSeats";
    DeploymentOpportunity = "DeploymentOpportunity";
    ActiveUsagePercent = "ActiveUsagePercent";
    BilledRevenue = "BilledRevenueUSD" | "RevenueUSD" | "TotalRevenue";
    AzureRevenue = "AzureConsumedRevenueUSD" | "ACR_USD" | "TotalACR";
    SubscriptionAcr = "MonthlySubscriptionLevelACR";
    CporRevenue = "CPORRevenue";
    CporSeats = "CPORPaidSeats";
    CporUsers = "CPORActiveUsers";
    PaidUnits = "PaidAvailableUnits" | "TotalPaidAvailableUnits";
    ActiveUsers = "MonthlyActiveUsers" | "TotalMonthlyActiveUsers";
    AadpUnits = "AADPPaidAvailableUnits";
    IntuneUnits = "IntunePaidAvailableUnits";
    AzipUnits = "AzipPaidAvailableUnits";
    AadpUsers = "AADPMonthlyActiveUsers";
    IntuneUsers = "IntuneMonthlyActiveUsers";
    AzipUsers = "AzipMonthlyActiveUsers";
    Aatp = "AATPActiveUsage";
    Mcas = "MCASActiveUsage";
    Mdm = "MDM";
    Mam = "MAM";
    Sspr = "SSPR";
    FirstUse = "FirstUseDate";
    ServiceLevel1 = "ServiceLevel1";
    ServiceLevel2 = "ServiceLevel2";
    ServiceLevel3 = "ServiceLevel3";
    ServiceLevel4 = "ServiceLevel4";
    ServiceGroup2 = "ServiceGroup2";
    ServiceGroup3 = "ServiceGroup3";
    ServiceInfluencer = "ServiceInfluencer";
    MeterCategory = "MeterCategory";
    MeterId = "MeterId" | "consumptionMeterId";
    MeterName = "MeterName";
    MeterSubCategory = "MeterSubCategory";
    MeterUnit = "Unit" | "meterUnit";
    UnitType = "UnitType";
    Quantity = "Quantity";
    Entitlement = "EntitlementId";
    BillingTotal = "BillingPreTaxTotal";
    BillingCurrency = "BillingCurrency" | "currencyCode" | "currencyLocale";
    PricingTotal = "PricingPreTaxTotal";
    PricingCurrency = "PricingCurrency";
    BudgetAmount = "budgetAmount" | "budgetAmmount" | "budget";
    BudgetUsed = "percentUsed";
    TotalCost = "totalCost";
    LastModified = "lastModifiedDate";
    ResourceId = "resourceId";
    ResourceName = "resourceName" | "name";
    ComputeOs = "ComputeOS";
    ComputeSoftware = "ComputeCoreSoftware";
    UsageUnits = "UsageUnits";
    UsageQuantity = "UsageQuantity";
    AdminType = "AdminType";
    AssociationType = "AssociationType";
    Processed = "processedDateTime";
    WorkloadCode = "workloadCode";
    Workload = "WorkloadName" | "Workload" | "Workloads";
    ServiceCode = "serviceCode";
    ServiceName = "ServiceName";
    LicensesDeployed = "licensesDeployed";
    LicensesSold = "licensesSold";
    DeploymentPercent = "deploymentPercent";
    LicensesActive = "licensesActive" | "licenseActive";
    LicensesQualified = "licensesQualified";
    UsagePercent = "usagePercent";
    UsageDate = "DateKey" | "usageDate";
    SubWorkload = "SubWorkload";
    MeetingCount = "MeetingCount";
    MeetingHours = "MeetingDuration";
    UsersDesktop = "DesktopUsers";
    UsersWeb = "WebUsers";
    UsersMobile = "MobileUsers";
    UsersAll = "AllUpParticipants" | "AllUpPartiticipants";
    AppName = "AppName" | "3PAppName";
    UserCount = "UserCount";
    ActivityTime = "Date-Time" | "Date-Time (UTC)" | "Date/Time" | "Date/Time (UTC)" | "operationDate" | "日期-時間" | "日期-時間 (UTC)" | "日期/時間" | "日期/時間 (UTC)";
    ActivityCustomer = "Affected customer" | "受影響客戶" | "受影響的客戶";
    ActivityAction = "Action" | "operationType" | "動作";
    ActivityUser = "Partner user" | "Performed by" | "userPrincipalName" | "合作夥伴使用者" | "執行者";
    ActivityDetails = "Additional information" | "customizedData" | "其他資訊";
    TrainingId = "TrainingActivityId";
    TrainingTitle = "TrainingTitle";
    TrainingType = "TrainingType";
    TrainingDate = "TrainingCompletionDate";
    TrainingName = "TrainingName";
    FirstName = "IndividualFirstName";
    LastName = "IndividualLastName";
    Email = "Email";
    CorpEmail = "CorpEmail";
    ExpirationDate = "ExpirationDate";
    ActivationStatus = "ActivationStatus";
    IcMcp = "IcMCP";
    McpId = "MCPID";
    AadUserId = "AADUserId";
    LearnUser = "UserName";
    LearnUserId = "UserId";
    LearnProducts = "Products";
    LearnRoles = "Roles";
    CompletionDate = "CompletionDate";
    CompetencyName = "CompetencyName";
    CompetencyLevel = "CompetencyLevel"; CompetencyStatus = "CompetencyStatus";
    CompetencyOption = "CompetencyAttainmentOptionName";
    MetricName = "MetricName"; MetricContribution = "MetricMonthlyContribution";
    TtmAggregate = "TTMAggregate";
    AccountName = "AccountName";
    AgreementId = "AgreementID"; AgreementEnd = "AgreementEndDate";
    ExpiringRevenue = "ExpiringRevenue";
    M365Cluster = "M365Cluster";
    M365Fit = "M365Fit"; M365Intent = "M365Intent";
    D365Cluster = "D365BCCluster" | "D365FOCluster" | "D365CECluster";
    D365Fit = "D365BCFit" | "D365FOFit" | "D365CEFit"; D365Intent = "D365BCIntent" | "D365FOIntent" | "D365CEIntent";
    AzureCluster = "AzureCluster";
    AzureFit = "AzureFit"; AzureIntent = "AzureIntent";
    SurfaceCluster = "SurfaceCluster";
    SurfaceFit = "SurfaceFit"; SurfaceIntent = "SurfaceIntent";
    Reason = "Reason";
    // Known, and read by nothing: one meaning for all of them is enough.
    Unread = "AvailabilityId" | "SkuName" | "PublisherName" | "PublisherId" | "SubscriptionDescription" | "ChargeStartDate"
        | "ChargeEndDate" | "ChargeType" | "InvoiceNumber" | "MeterType" | "MeterRegion" | "ResourceLocation"
        | "ConsumedService" | "ResourceGroup" | "ResourceURI" | "UnitPrice" | "EffectiveUnitPrice" | "ServiceInfo1"
        | "ServiceInfo2" | "Tags" | "AdditionalInfo" | "PCToBCExchangeRate" | "PCToBCExchangeRateDate"
        | "EntitlementDescription" | "PartnerEarnedCreditPercentage" | "CreditPercentage" | "CreditType" | "BenefitOrderId"
        | "BenefitId" | "BenefitType" | "usdTotalCost" | "isUpgraded"
        | "subscriptionType" | "friendlyName" | "providerName" | "billingCycleName" | "currentStateEndDate"
        | "subscriptionName" | "reservationOrderId" | "reservationId" | "serviceType";
}

impl Column {
    /// How many columns there are.
    pub(super) const COUNT: usize = SPELLINGS.len();

    /// The vendor's current name.
    pub(super) fn vendor(self) -> &'static str {
        SPELLINGS[self as usize].1[0]
    }

    /// Whether several columns of a file may have this meaning, because no dataset reads any of them. That of the partner has
    /// two spellings in daily-rated files: one is an MPN id, the other a tenant.
    pub(super) fn may_repeat(self, dataset: Dataset) -> bool {
        self == Self::Unread || (self == Self::PartnerId && dataset == Dataset::DailyUsage)
    }

    /// The column of a header cell.
    pub(super) fn of(header: &str) -> Option<Self> {
        let header = normal(header);
        SPELLINGS.iter().find(|(_, names)| names.iter().any(|name| normal(name) == header)).map(|(column, _)| *column)
    }
}

/// What makes two spellings of a header one: lower case, no spaces, underscores or dashes.
pub(super) fn normal(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
