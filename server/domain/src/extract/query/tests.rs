use super::*;
use crate::extract::Question;
use model::{FileFormat, FileOrder};

fn asked(text: &str) -> Result<Question, BadQuery> {
    let query: Query = text.parse()?;
    let order = FileOrder { query: Some(text.into()), ..FileOrder::all(query.dataset, FileFormat::Csv) };
    Question::of(&order, None)
}

#[test]
fn queries_are_read_without_regard_to_case() {
    let query: Query = "select distinct customername, totalsoldseats From seatssubscriptionsandrevenue \
         where isautorenew='N' and MPNId=6096123 AND CustomerName not like 'Fab%' AND Month >= '2026-05-01' \
         AND SubscriptionState not in ('Suspended', \"Other\") order by TotalSoldSeats, CustomerName asc limit 5 timespan last_3_months"
        .parse()
        .unwrap();
    assert_eq!((query.dataset, query.period, query.limit), (Dataset::Subscriptions, FilePeriod::Newest(3), Some(5)));
    assert_eq!(query.select, ["customername", "totalsoldseats"]);
    let hows: Vec<Is> = query.conditions.iter().map(|it| it.how).collect();
    assert_eq!(hows, [Is::Equal, Is::Equal, Is::NotLike, Is::AtLeast, Is::NotIn]);
    assert_eq!(query.conditions[4].values, ["Suspended", "Other"]);
    // The highest first, unless it says otherwise.
    assert_eq!(query.order, [("TotalSoldSeats".into(), true), ("CustomerName".into(), false)]);
}

#[test]
fn spans_are_months_years_or_all() {
    for (text, period) in [
        ("", FilePeriod::Newest(6)),
        ("TIMESPAN LAST_MONTH", FilePeriod::Newest(1)),
        ("TIMESPAN LAST_1_YEAR", FilePeriod::Newest(12)),
        ("TIMESPAN last_24_months", FilePeriod::Newest(24)),
        ("TIMESPAN LIFETIME", FilePeriod::All),
    ] {
        let query: Query = format!("SELECT * FROM AzureUsage {text}").parse().unwrap();
        assert_eq!(query.period, period, "{text}");
    }
}

#[test]
fn what_makes_no_sense_says_so() {
    for wrong in [
        "",
        "SELECT",
        "SELECT FROM AzureUsage",
        "SELECT * FROM Nothing",
        "SELECT *, Month FROM AzureUsage",
        "SELECT Month, month FROM AzureUsage",
        "SELECT Nobody FROM AzureUsage",
        "SELECT Month FROM AzureUsage WHERE",
        "SELECT Month FROM AzureUsage WHERE Month",
        "SELECT Month FROM AzureUsage WHERE Month = ",
        "SELECT Month FROM AzureUsage WHERE Month = 'x'",
        "SELECT Month FROM AzureUsage WHERE Month = '2026-10-01' OR Month = '2026-09-01'",
        "SELECT Month FROM AzureUsage WHERE CustomerName > 'a'",
        "SELECT Month FROM AzureUsage WHERE ACR_USD LIKE '1%'",
        "SELECT Month FROM AzureUsage WHERE CustomerName NOT = 'a'",
        "SELECT Month FROM AzureUsage WHERE CustomerName IN ()",
        "SELECT Month FROM AzureUsage WHERE CustomerName IN ('a'",
        "SELECT Month FROM AzureUsage WHERE CustomerName = 'a",
        "SELECT Month FROM AzureUsage ORDER BY CustomerName",
        "SELECT Month FROM AzureUsage ORDER Month",
        "SELECT Month FROM AzureUsage LIMIT all",
        "SELECT Month FROM AzureUsage LIMIT -1",
        "SELECT Month FROM AzureUsage TIMESPAN LAST_7_DAYS",
        "SELECT Month FROM AzureUsage TIMESPAN LAST_0_MONTHS",
        "SELECT Month FROM AzureUsage TIMESPAN TOMORROW",
        "SELECT Month FROM AzureUsage; DROP TABLE account",
        "SELECT Month FROM AzureUsage LIMIT 1 LIMIT 2",
        "SELECT TotalActiveSeats FROM AzureUsage",
        "DELETE FROM AzureUsage",
    ] {
        assert!(asked(wrong).is_err(), "{wrong}");
    }
    assert!(asked(&format!("SELECT Month FROM AzureUsage WHERE CustomerName = '{}'", "x".repeat(LONGEST))).is_err());
}

/// The vendor's own queries are right, whatever of their columns is kept here.
#[test]
fn queries_of_the_vendors_documentation_are_taken() {
    for query in [
        "SELECT PGAMpnId,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,FirstUseDate,SubscriptionState,Month,\
         ServiceName,MeterCategory,UsageUnits,UsageQuantity,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,\
         CustomerMarket,MpnId,PartnerName,PartnerLocationID,PartnerAttributionType,SalesChannel,EnrollmentNumber,\
         IsACRDuplicateAtPGALevel,ResellerID,ResellerName,MonthlySubscriptionLevelACR,TotalACR FROM AzureUsage \
         TIMESPAN LAST_6_MONTHS",
        "SELECT PGAMpnId,MpnId,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,SubscriptionState,month,IsAutoRenew,\
         CustomerName,CustomerTenantId,CustomerTpid,DUNSNumber,CustomerSegment,TopSegment,CustomerMarket,ProductFamily,\
         ReportingProductName,Product,RawProductName,ProductPartNumber,SKU,RevSumDivisionName,PartnerName,SolutionArea,\
         PartnerLocationID,PartnerAttributionType,SalesChannel,PricingLevel,EnrollmentNumber,IsDuplicateRowForPGA,\
         SubscriptionStartMonth,TotalSoldSeats,TotalAssignedSeats,BilledRevenueUSD,AzureConsumedRevenueUSD \
         FROM SeatsSubscriptionsAndRevenue",
        "SELECT CustomerTenantId,CustomerTpid,WorkloadName,Month,PaidAvailableUnits,MonthlyActiveUsers,CustomerName,\
         CustomerMarket,CustomerSegment,MPNId,PartnerName,PartnerLocationID,PartnerAttributionType,IsDuplicateRowForPGA \
         FROM OfficeUsage",
        "SELECT ResellerMpnId,ResellerName,ResellerMarket,IndirectProviderMPNId,IndirectProviderName,Month,Product,\
         SubscriptionID,AvailableSeats,AssignedSeats,BilledRevenueUSD,CustomerName,CustomerTPid,CustomerSegment,\
         CustomerMarket,ResellerStatus FROM CloudProductsResellerPerformance",
        "SELECT CustomerId,CustomerTenantId,CustomerName,CustomerCountry,DateKey,AppName,UserCount FROM TeamsUsage3PApps",
        "SELECT CustomerId,CustomerTenantId,MonthKey,SubWorkload,DesktopUsers,WebUsers,MobileUsers,AllUpPartiticipants \
         FROM TeamsUsageWorkload",
        "SELECT CustomerId,CustomerTenantId,DateKey,SubWorkload,MeetingCount,MeetingDuration FROM TeamsUsageMeetingsAndCalls",
    ] {
        let heads = asked(query).unwrap_or_else(|bad| panic!("{bad}: {query}")).heads();
        assert_eq!(heads.len(), query.split(',').count(), "{query}");
    }
}
