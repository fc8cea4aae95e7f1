//! Usage datasets, Azure and resellers.

use super::*;
use model::{BadCell, Dataset};

const OFFICE: &str = "PGAMpnId\tCustomerTenantId\tCustomerTpid\tWorkloadName\tMonth\tPaidAvailableUnits\tMonthlyActiveUsers\tCustomerName\tMPNId\tPartnerAttributionType\tIsDuplicateRowForPGA\n";
const BY_SKU: &str = "SubscriptionId,SubscriptionStatus,Month,SKU,FreeVsPaidSKU,CustomerName,CustomerTenantId,MPNId,PartnerAttachType,AvailableSeats,AssignedSeats,ActiveSeats,DeploymentOpportunity,ActiveUsagePercent\n";
const EMS: &str =
    "SubscriptionId,SubscriptionStatus,Month,SKU,CustomerTenantId,PaidAvailableUnits,MonthlyActiveUsers\n";
const AZURE: &str = "PGAMpnId,MPNId,SubscriptionId,Month,PartnerAttributionType,ServiceLevel1,ServiceLevel3,UsageUnits,UsageQuantity,CustomerTenantId,IsACRDuplicateAtPGALevel,IsACRDuplicateAtPGAAttachTypeLevel,IsACRDuplicateAtMPNLevel,ACR_USD\n";
const AZURE_2021: &str =
    "MPNId,SubscriptionId,Month,PartnerAttributionType,ServiceName,MeterCategory,UsageUnits,CustomerTenantId,ACR_USD\n";
const RESELLERS: &str = "PGAMpnId,ResellerMPNId,ResellerName,Month,Product,SubscriptionId,AvailableSeats,AssignedSeats,BilledRevenueUSD,CustomerName,CustomerTpid,ResellerStatus\n";
const SUB: &str = "aaaaaaaa-0000-0000-0000-000000000001";
const TENANT: &str = "3CEAAF30-8142-48EA-91D9-3080F9B439FC";

fn sku(sku: &str, month: &str, attribution: &str, seats: &str) -> String {
    format!("{SUB},In Grace Period,{month},{sku},Paid,Contoso,{TENANT},9000010,{attribution},{seats},5,3,1,42.86\n")
}

#[test]
fn office_usage_counts_each_fact_once() {
    let row = |attribution: &str, duplicate: u8| {
        format!("9000001\t{TENANT}\t500\tExchange\t2026-10-01\t12\t9\tContoso\t9000010\t{attribution}\t{duplicate}\n")
    };
    let mut parsed = good(format!("{OFFICE}{}{}", row("Partner admin link", 0), row("CSP Tier 1", 1)));
    assert_eq!((parsed.dataset, parsed.notes.len()), (Dataset::OfficeUsage, 0));
    assert_eq!(terms(&parsed, Dim::Workload), [("exchange".into(), "Exchange".into())]);
    let all = &sums(&mut parsed, true)[&month("2026-10")];
    assert_eq!((all["paid_units"], all["monthly_users"]), (12, 9));
}

#[test]
fn the_rows_of_power_bi_tell_it_from_dynamics() {
    for (name, dataset) in [
        ("POWER BI PRO", Dataset::PowerBiUsage),
        ("Power_BI premium", Dataset::PowerBiUsage),
        ("DYNAMICS 365 SALES ENTERPRISE", Dataset::DynamicsUsage),
    ] {
        let text = format!("{BY_SKU}{}{}", sku(name, "2026-10-01", "CSP T1", "7"), sku(name, "2026-10-01", "PAL", "7"));
        let mut parsed = good(text);
        assert_eq!((parsed.dataset, &parsed.notes[..]), (dataset, &[ImportNote::EstimatedDuplicates][..]));
        let all = &sums(&mut parsed, true)[&month("2026-10")];
        assert_eq!((all["seats"], all["assigned"], all["active_seats"]), (7, 5, 3), "one fact, two attributions");
    }
    let later = BY_SKU.replace("PartnerAttachType", "PartnerAttachType,PartnerHierarchy");
    assert_eq!((good(BY_SKU).dataset, good(later).dataset), (Dataset::DynamicsUsage, Dataset::PowerBiUsage));
}

#[test]
fn enterprise_mobility_is_by_subscription() {
    let mut parsed = good(format!("{EMS}{SUB},Open,Oct-26,EMS E3,{TENANT},20,11\n"));
    assert_eq!(parsed.dataset, Dataset::EmsUsage);
    let all = &sums(&mut parsed, true)[&month("2026-10")];
    assert_eq!((all["paid_units"], all["monthly_users"]), (20, 11));
}

/// The vendor's own example: three rows of one fact of 100 dollars.
#[test]
fn azure_flags_say_which_row_counts() {
    let row = |partner: &str, attribution: &str, flags: &str| {
        format!("9000001,{partner},{SUB},2023-07-01,{attribution},Compute,VM,Hours,1,{TENANT},{flags},100.00\n")
    };
    let text = format!(
        "{AZURE}{}{}{}",
        row("9000010", "Partner admin link", "0,0,0"),
        row("9000010", "CSP Tier 1", "1,0,1"),
        row("9000020", "Partner admin link", "1,1,0"),
    );
    let july = month("2023-07");
    assert_eq!(sums(&mut good(&text), false)[&july]["acr_nanos"], 300_000_000_000);
    assert_eq!(sums(&mut good(&text), true)[&july]["acr_nanos"], 100_000_000_000);
    let parsed = good(text);
    assert_eq!(parsed.dataset, Dataset::AzureUsage);
    assert_eq!(terms(&parsed, Dim::AzureService), [("compute".into(), "Compute".into())]);
}

#[test]
fn azure_without_flags_is_estimated_and_equal_meters_stay_apart() {
    let row = |attribution: &str, service: &str, day: &str, amount: &str| {
        format!("9000010,{SUB},{day},{attribution},{service},Compute,Hours,{TENANT},{amount}\n")
    };
    let tiny =
        ["CSP T1", "CSP T1", "PAL"].map(|kind| row(kind, "Virtual Machines", "2020-07-01", "0.000000004")).concat();
    let text = format!("{AZURE_2021}{tiny}{}", row("PAL", "", "2020-07-31", "0.00"));
    let mut parsed = good(text);
    assert_eq!((parsed.dataset, &parsed.notes[..]), (Dataset::AzureUsage, &[ImportNote::EstimatedDuplicates][..]));
    let labels: Vec<String> = terms(&parsed, Dim::AzureService).into_iter().map(|term| term.1).collect();
    assert_eq!(labels, ["Virtual Machines", "Compute"], "the category stands in for the name");
    assert_eq!(sums(&mut parsed, true)[&month("2020-07")]["acr_nanos"], 8, "days of one month, two meters");
}

#[test]
fn resellers_go_by_their_id_and_show_their_name() {
    let row = |id: &str, sub: &str| {
        format!("9000001,{id},Adatum Reseller,2026-10-01,Office365,{sub},5,4,62.50,Contoso,500,Active\n")
    };
    let deal = row("9300002", "00000000-0000-0000-0000-000000000000");
    let mut parsed = good(format!("{RESELLERS}{}{deal}", row("9300001", SUB)));
    assert_eq!((parsed.dataset, parsed.notes.len()), (Dataset::ResellerPerformance, 0));
    assert_eq!(terms(&parsed, Dim::Reseller)[0], ("9300001".into(), "Adatum Reseller".into()));
    assert_eq!(parsed.customers[0].tenant, "tpid:500");
    assert_eq!(sums(&mut parsed, true)[&month("2026-10")]["revenue_cents"], 6250);

    let lenient = Expect { max_bad_percent: 100, ..expect() };
    let parsed = read_with(format!("{RESELLERS}{}", row("", SUB)).as_bytes(), &lenient).1.unwrap();
    assert_eq!((&*parsed.bad[0].column, parsed.bad[0].reason), ("ResellerMPNId", BadCell::Empty));
}
