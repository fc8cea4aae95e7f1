use super::*;

fn header(text: &str) -> Vec<String> {
    text.split(',').map(Into::into).collect()
}

const DEPLOYMENT: &str = "processedDateTime,serviceCode,serviceName,channel,customerTenantId,customerName,productId,productName,licensesDeployed,licensesSold";
const SUBSCRIPTIONS: &str = "SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,SubscriptionState,Month,IsAutoRenew,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,Product,SKU,MPNId,PartnerName,PartnerLocation,PartnerAttributionType,SalesChannel,AvailableSeats,RevenueUSD,Enrollment ID";

#[test]
fn generations_are_told_apart() {
    let of = |text: &str| recognise(&header(text)).map(|r| (r.dataset, r.generation)).unwrap();
    assert_eq!(of(SUBSCRIPTIONS), (Dataset::Subscriptions, Generation::WithoutFlags));
    let eop = SUBSCRIPTIONS.replace("AvailableSeats", "IsDuplicateRowForPGA,AvailableSeatsEOP,AvailableSeats");
    assert_eq!(of(&eop), (Dataset::Subscriptions, Generation::WithFlags));
    let api = SUBSCRIPTIONS.replace("AvailableSeats", "IsDuplicateRowForPGA,TotalSoldSeats");
    assert_eq!(of(&api), (Dataset::Subscriptions, Generation::Api));
    assert_eq!(of(DEPLOYMENT).0, Dataset::LicenseDeployment);
}

#[test]
fn usage_azure_and_resellers_are_told_apart_in_the_spelling_of_the_api() {
    let sku = "SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,SubscriptionStatus,Month,SKU,SKUId,FreeVsPaidSKU,SalesModel,DetailedSalesModel,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,MPNId,PartnerName,PartnerLocationID,PartnerAttachType";
    for (text, dataset) in [
        (
            "CustomerTenantId,CustomerTpid,WorkloadName,Month,PaidAvailableUnits,MonthlyActiveUsers,CustomerName,CustomerMarket,CustomerSegment,MPNId,PartnerName,PartnerLocationID,PartnerAttributionType,IsDuplicateRowForPGA".to_owned(),
            Dataset::OfficeUsage,
        ),
        (
            format!("{sku},PartnerHierarchy,PaidAvailableUnits,MonthlyActiveUsers,AADPPaidAvailableUnits,IntuneMonthlyActiveUsers"),
            Dataset::EmsUsage,
        ),
        (
            format!("{sku},RevSumDivisionName,AvailableSeats,AssignedSeats,ActiveSeats,DeploymentOpportunity,ActiveUsagePercent"),
            Dataset::DynamicsUsage,
        ),
        (
            "PGAMpnId,SubscriptionId,SubscriptionStartDate,SubscriptionState,Month,ServiceName,MeterCategory,UsageUnits,UsageQuantity,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,MpnId,PartnerName,PartnerLocationID,PartnerAttributionType,SalesChannel,EnrollmentNumber,IsACRDuplicateAtPGALevel,ResellerID,ResellerName,MonthlySubscriptionLevelACR,TotalACR".to_owned(),
            Dataset::AzureUsage,
        ),
        (
            "Date-Time (UTC),Affected customer,Action,Performed by,Status,Additional information".to_owned(),
            Dataset::ActivityLog,
        ),
        ("日期-時間,受影響的客戶,動作,執行者,狀態,其他資訊".to_owned(), Dataset::ActivityLog),
        (
            "ResellerMpnId,ResellerName,ResellerMarket,IndirectProviderMPNId,IndirectProviderName,Month,Product,SubscriptionID,AvailableSeats,AssignedSeats,BilledRevenueUSD,CustomerName,CustomerTPid,CustomerSegment,CustomerMarket,ResellerStatus".to_owned(),
            Dataset::ResellerPerformance,
        ),
    ] {
        let known = recognise(&header(&text)).unwrap();
        assert_eq!((known.dataset, known.unknown.len()), (dataset, 0), "{text}");
    }
}

#[test]
fn a_missing_column_is_named_as_the_vendor_names_it() {
    for (gone, text, dataset, column) in [
        ("SubscriptionId,", SUBSCRIPTIONS, Dataset::Subscriptions, "SubscriptionId"),
        (",RevenueUSD", SUBSCRIPTIONS, Dataset::Subscriptions, "BilledRevenueUSD"),
        (",licensesSold", DEPLOYMENT, Dataset::LicenseDeployment, "licensesSold"),
    ] {
        let (seen, note) = recognise(&header(&text.replace(gone, ""))).unwrap_err();
        assert_eq!(seen, Some(dataset));
        assert!(matches!(note, ImportNote::MissingColumn { column: c, .. } if c == column), "{gone}");
    }
}

#[test]
fn kept_datasets_are_named_and_strange_ones_are_not() {
    let text = "CustomerId,CustomerTenantId,MonthKey,SubWorkload,DesktopUsers,WebUsers,MobileUsers,AllUpPartiticipants";
    assert_eq!(recognise(&header(text)).unwrap().dataset, Dataset::TeamsWorkload);
    for (text, dataset) in [
        (
            "PGAMpnId,UserName,UserId,TrainingName,TrainingType,Products,Roles,CompletionDate,MPNId,PartnerName,Country",
            Dataset::Learn,
        ),
        ("TrainingActivityId,TrainingTitle,TrainingType,TrainingCompletionDate", Dataset::Training),
        ("CompetencyName,CompetencyLevel,CompetencyStatus,CompetencyStartDate", Dataset::Competencies),
        (
            "CompetencyName,CompetencyAttainmentOptionName,Month,MetricName,MetricMonthlyContribution,GoldThreshold",
            Dataset::CompetencyProgress,
        ),
        ("MPNID,AccountName,LicenseProgram,AgreementID,AgreementEndDate,ExpiringRevenue", Dataset::RenewalsPropensity),
        ("AccountName,Domain,HasAWS,AzureCluster,AzureFit,AzureIntent,Azure_Migrate", Dataset::AzurePropensity),
        ("AccountName,D365CECluster,D365CEFit,D365CEIntent,D365FOCluster", Dataset::D365Propensity),
    ] {
        let got = recognise(&header(text)).unwrap();
        assert_eq!((got.dataset, got.unknown.len()), (dataset, 0), "{text}");
    }
    for text in ["name,shoe size", "a", "CompetencyName,Level,Status"] {
        let (seen, note) = recognise(&header(text)).unwrap_err();
        assert_eq!((seen, note), (None, ImportNote::Unknown { columns: header(text) }));
    }
}

#[test]
fn what_is_not_known_is_listed() {
    let got = recognise(&header(&format!("{DEPLOYMENT},Shoe size,licenses_sold"))).unwrap();
    assert_eq!(got.unknown, ["Shoe size", "licenses_sold"]);
}

#[test]
fn a_last_column_of_reasons_names_the_import_that_the_rows_are_of() {
    let id = "0199c0de-0000-7000-8000-000000000001";
    let base = "Month,CustomerTenantId,productName,licensesDeployed,licensesSold";
    let read = |text: String| recognise(&header(&text)).unwrap();
    let named = read(format!("{base},Reason {id}"));
    assert_eq!((named.mends, named.unknown.len()), (Some((5, id.parse().unwrap())), 0));
    assert_eq!(read(format!("{base},reason  {id},,")).mends, named.mends, "as a spreadsheet saves it");
    assert_eq!(read(format!("{base},Reason")).mends, None);
    assert_eq!(read(format!("Reason {id},{base}")).mends, None, "only the last column says so");
    let other = read(format!("{base},Reason code"));
    assert_eq!((other.mends, other.unknown), (None, vec!["Reason code".to_owned()]));
}
