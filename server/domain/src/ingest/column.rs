//! The vendor's columns over all its datasets, and every spelling of them seen in files, documents and its API.

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
    TenantDomain = "TenantDomainName";
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
    AutoRenew = "IsAutoRenew";
    DupPga = "IsDuplicateRowForPGA" | "IsACRDuplicateAtPGALevel" | "IsDuplicateAtPGALevel";
    DupPgaAttach = "IsACRDuplicateAtPGAAttachTypeLevel" | "IsDuplicateAtPGAAttachTypeLevel" | "IsDuplicateAtPgaAttributionTypeLevel";
    DupPartner = "IsACRDuplicateAtMPNLevel" | "IsDuplicateAtMPNLevel";
    ResellerId = "ResellerID";
    ResellerMpnId = "ResellerMPNId";
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
    Reason = "Reason";
}

impl Column {
    /// How many columns there are.
    pub(super) const COUNT: usize = SPELLINGS.len();

    /// The vendor's current name.
    pub(super) fn vendor(self) -> &'static str {
        SPELLINGS[self as usize].1[0]
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
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_spelling_means_two_columns() {
        let mut seen = HashSet::new();
        for (column, names) in SPELLINGS {
            let own: HashSet<String> = names.iter().map(|name| normal(name)).collect();
            for name in own {
                assert!(seen.insert(name), "{column:?}");
            }
            assert_eq!(Column::of(column.vendor()), Some(*column));
        }
    }

    #[test]
    fn spellings_of_all_generations_meet() {
        for (header, column) in [
            ("PGA_MPNID", Column::PgaId),
            ("MPN ID", Column::PartnerId),
            ("Enrollment ID", Column::Enrollment),
            (" customer_tpid ", Column::CustomerTpid),
            ("licenseActive", Column::LicensesActive),
            ("日期-時間", Column::ActivityTime),
        ] {
            assert_eq!(Column::of(header), Some(column), "{header}");
        }
        assert_eq!(Column::of("Shoe size"), None);
    }
}
