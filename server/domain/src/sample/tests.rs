//! Reads the files back with another reader and checks what every plan promises.

mod days;
mod small;

use super::*;
use model::Dataset;
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, HashSet},
    fs,
    path::Path,
};

const HEADERS: [(&str, &str, &str); 9] = [
    ("profile.tsv", "MPNId\tPartnerName\tPGA_MPNId\tPGA_PartnerName\tCity\tCountry\tHierarchyLevel", "\r\n"),
    (
        "customers_and_tenants.tsv",
        "PGAMpnId\tCustomerName\tCustomerTenantId\tCustomerTpid\tDUNSNumber\tCustomerSegment\tTopSegment\tCustomerMarket\tCustomerStatus\tCustomerTenantName\tCustomerTenantCountry\tTenantDomainName\tProduct\tSKU\tMonth\tMPNId\tPartnerName\tPartnerLocation\tPartnerAttributionType\tSalesChannel\tIsDuplicateRowForPGA\tAvailableSeats\tBilledRevenueUSD\tAzureConsumedRevenueUSD",
        "\r\n",
    ),
    (
        "subscription_details.tsv",
        "PGAMpnId\tSubscriptionId\tSubscriptionStartDate\tSubscriptionEndDate\tSubscriptionState\tMonth\tIsAutoRenew\tCustomerName\tCustomerTenantId\tCustomerTpid\tDUNSNumber\tCustomerSegment\tTopSegment\tCustomerMarket\tProduct\tRawProductName\tSKU\tMPNId\tPartnerName\tPartnerLocation\tPartnerAttributionType\tSalesChannel\tIsDuplicateRowForPGA\tResellerID\tResellerName\tAvailableSeatsEOP\tAvailableSeats\tBilledRevenueUSD",
        "\r\n",
    ),
    (
        "license_deployment.csv",
        "processedDateTime,serviceCode,serviceName,channel,customerTenantId,customerName,productId,productName,licensesDeployed,licensesSold",
        "\n",
    ),
    (
        "license_usage.csv",
        "processedDateTime,workloadCode,workloadName,serviceCode,serviceName,channel,customerTenantId,customerName,productId,productName,licensesActive,licensesQualified",
        "\n",
    ),
    (
        "office_usage.tsv",
        "PGAMpnId\tCustomerTenantId\tCustomerTpid\tWorkloadName\tMonth\tPaidAvailableUnits\tMonthlyActiveUsers\tCustomerName\tCustomerMarket\tCustomerSegment\tMPNId\tPartnerName\tPartnerLocation\tPartnerAttributionType\tIsDuplicateRowForPGA",
        "\r\n",
    ),
    (
        "dynamics_usage.tsv",
        "PGAMpnId\tSubscriptionId\tSubscriptionStartDate\tSubscriptionEndDate\tSubscriptionStatus\tMonth\tSKU\tSKUId\tFreeVsPaidSKU\tCustomerName\tCustomerTenantId\tCustomerTpid\tCustomerSegment\tCustomerMarket\tMPNId\tPartnerName\tPartnerLocation\tPartnerAttachType\tAvailableSeats\tAssignedSeats\tActiveSeats\tDeploymentOpportunity\tActiveUsagePercent",
        "\r\n",
    ),
    (
        "powerbi_usage.tsv",
        "PGAMpnId\tSubscriptionId\tSubscriptionStartDate\tSubscriptionEndDate\tSubscriptionStatus\tMonth\tSKU\tSKUId\tFreeVsPaidSKU\tCustomerName\tCustomerTenantId\tCustomerTpid\tCustomerSegment\tCustomerMarket\tMPNId\tPartnerName\tPartnerLocation\tPartnerAttachType\tAvailableSeats\tAssignedSeats\tActiveSeats\tDeploymentOpportunity\tActiveUsagePercent",
        "\r\n",
    ),
    (
        "azure_usage.tsv",
        "PGAMpnId\tSubscriptionId\tSubscriptionStartDate\tSubscriptionEndDate\tFirstUseDate\tSubscriptionState\tMonth\tServiceLevel1\tServiceLevel2\tServiceLevel3\tUsageUnits\tUsageQuantity\tCustomerName\tCustomerTenantId\tCustomerTpid\tCustomerSegment\tCustomerMarket\tMPNId\tPartnerName\tPartnerLocation\tPartnerAttributionType\tSalesChannel\tIsACRDuplicateAtPGALevel\tIsACRDuplicateAtPGAAttachTypeLevel\tIsACRDuplicateAtMPNLevel\tMonthlySubscriptionLevelACR\tACR_USD",
        "\r\n",
    ),
];

fn small() -> SamplePlan {
    SamplePlan {
        license_rows: 2_000,
        months: 6,
        by_day: false,
        small: false,
        ..SamplePlan::demo(Month::new(2026, 10).unwrap())
    }
}

fn written(plan: &SamplePlan) -> (tempfile::TempDir, Vec<SampleFile>) {
    let dir = tempfile::tempdir().unwrap();
    let files = write(dir.path(), plan).unwrap();
    (dir, files)
}

/// Rows as maps from column to cell.
fn rows(dir: &Path, name: &str) -> Vec<HashMap<String, String>> {
    let delimiter = if name.ends_with("tsv") { b'\t' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_path(dir.join(name)).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

fn int(row: &HashMap<String, String>, column: &str) -> i64 {
    row[column].parse().unwrap()
}

/// The beginning of the hash of all bytes of a plan's first files.
fn digest(dir: &Path, files: usize) -> u64 {
    let mut hash = Sha256::new();
    for (name, ..) in &HEADERS[..files] {
        hash.update(fs::read(dir.join(name)).unwrap());
    }
    hash.finalize().iter().take(8).fold(0, |all, byte| all << 8 | u64::from(*byte))
}

#[test]
fn a_plan_gives_the_same_bytes_today_and_tomorrow() {
    let all = HEADERS.len();
    let (first, _) = written(&small());
    let (second, _) = written(&small());
    assert_eq!(digest(first.path(), all), digest(second.path(), all));
    let (other, _) = written(&SamplePlan { seed: 29, ..small() });
    assert_ne!(digest(first.path(), all), digest(other.path(), all));
    // Measurements are compared over years: change these only together with what is generated.
    assert_eq!(digest(first.path(), 5), 13_440_314_580_419_781_868, "licences and subscriptions");
    assert_eq!(digest(first.path(), all), 13_997_437_817_366_932_127);
}

#[test]
fn files_have_the_vendors_headers_line_ends_and_the_rows_that_were_reported() {
    let (dir, files) = written(&small());
    assert_eq!(files.len(), HEADERS.len());
    for (file, (name, header, end)) in files.iter().zip(HEADERS) {
        assert_eq!(file.path, dir.path().join(name));
        let text = fs::read_to_string(&file.path).unwrap();
        assert_eq!(text.lines().next().unwrap(), header);
        assert!(text.ends_with(end) && text.matches('\n').count() == text.matches(end).count(), "{name}");
        assert_eq!(rows(dir.path(), name).len() as u64, file.rows, "{name}");
    }
}

#[test]
fn licence_rows_are_as_many_as_asked_for() {
    for (license_rows, months) in [(1_000, 1), (5_000, 13), (60_000, 24)] {
        let (_dir, files) = written(&SamplePlan { license_rows, months, ..small() });
        let rows: u64 = files[3..5].iter().map(|file| file.rows).sum();
        assert!(rows.abs_diff(license_rows) * 50 <= license_rows, "{rows} instead of {license_rows}");
    }
}

#[test]
fn the_files_agree_with_each_other() {
    let plan = SamplePlan::demo(Month::new(2026, 10).unwrap());
    let (dir, _) = written(&plan);
    let key = |row: &HashMap<String, String>, month: &str, tenant: &str, sku: &str| {
        (row[month][..10].to_owned(), row[tenant].clone(), row[sku].clone())
    };
    let mut seats = HashMap::new();
    let (mut ids, mut states) = (HashSet::new(), HashSet::new());
    for row in rows(dir.path(), "subscription_details.tsv") {
        ids.insert(row["SubscriptionId"].clone());
        states.insert(row["SubscriptionState"].clone());
        if row["IsDuplicateRowForPGA"] == "0" {
            seats.insert(key(&row, "Month", "CustomerTenantId", "SKU"), int(&row, "AvailableSeatsEOP"));
        }
    }
    assert_eq!(states.len(), 3);
    let mut customers = HashSet::new();
    for row in rows(dir.path(), "customers_and_tenants.tsv") {
        let key = key(&row, "Month", "CustomerTenantId", "SKU");
        assert_eq!(seats[&key], int(&row, "AvailableSeats"));
        customers.insert(key);
        ids.insert(row["CustomerTenantId"].clone());
    }
    let mut bands: HashMap<String, (i64, i64)> = HashMap::new();
    for row in rows(dir.path(), "license_deployment.csv") {
        let key = key(&row, "processedDateTime", "customerTenantId", "productName");
        assert!(customers.contains(&key), "{key:?}");
        assert_eq!(seats[&key], int(&row, "licensesSold"));
        ids.insert(row["productId"].clone());
        if key.0 == plan.last.first_day() {
            let sum = bands.entry(key.1).or_default();
            *sum = (sum.0 + int(&row, "licensesDeployed"), sum.1 + int(&row, "licensesSold"));
        }
    }
    for row in rows(dir.path(), "license_usage.csv") {
        let key = key(&row, "processedDateTime", "customerTenantId", "productName");
        assert_eq!(seats[&key], int(&row, "licensesQualified"));
    }
    let mut counts = model::Bands::default();
    for (assigned, sold) in bands.into_values() {
        counts.add(model::Percent::of(assigned, sold));
    }
    assert!(counts.counts.iter().all(|&count| count > 0), "{counts:?}");
    for id in ids {
        let guid: uuid::Uuid = id.parse().unwrap();
        assert!(guid.get_version_num() == 4 && id == id.to_uppercase(), "{id}");
    }
}

#[test]
fn usage_files_agree_with_the_subscriptions() {
    let (dir, _) = written(&SamplePlan::demo(Month::new(2026, 10).unwrap()));
    let seats: HashMap<(String, String), i64> = rows(dir.path(), "subscription_details.tsv")
        .iter()
        .map(|row| ((row["SubscriptionId"].clone(), row["Month"].clone()), int(row, "AvailableSeatsEOP")))
        .collect();
    for name in ["dynamics_usage.tsv", "powerbi_usage.tsv"] {
        let rows = rows(dir.path(), name);
        assert!(rows.len() > 50, "{name}: {}", rows.len());
        for row in rows {
            assert_eq!(seats[&(row["SubscriptionId"].clone(), row["Month"].clone())], int(&row, "AvailableSeats"));
            assert_eq!(int(&row, "AvailableSeats") - int(&row, "AssignedSeats"), int(&row, "DeploymentOpportunity"));
        }
    }
    let mut units = (0, 0);
    for row in rows(dir.path(), "office_usage.tsv").iter().filter(|row| row["IsDuplicateRowForPGA"] == "0") {
        units = (units.0 + int(row, "PaidAvailableUnits"), units.1 + int(row, "MonthlyActiveUsers"));
    }
    let licences = rows(dir.path(), "license_usage.csv");
    let office = licences.iter().filter(|row| row["serviceCode"] == "o365");
    let sum =
        office.fold((0, 0), |sum, row| (sum.0 + int(row, "licensesQualified"), sum.1 + int(row, "licensesActive")));
    assert_eq!(units, sum);

    let azure = rows(dir.path(), "azure_usage.tsv");
    let customers = |month: &str| {
        azure.iter().filter(|row| row["Month"] == month).map(|row| &row["CustomerTenantId"]).collect::<HashSet<_>>()
    };
    assert!(customers("2026-10-01").len() > 20, "{}", customers("2026-10-01").len());
    assert!(azure.iter().any(|row| row["IsACRDuplicateAtPGALevel"] == "1"));
}

#[test]
fn an_indirect_account_names_its_resellers() {
    let mut plan = small();
    plan.account.direct = false;
    let (dir, files) = written(&plan);
    assert_eq!(files[2].dataset, Dataset::Subscriptions);
    let counted = |name: &str| rows(dir.path(), name).len() as u64;
    let last = files.last().unwrap();
    assert_eq!((last.dataset, last.rows), (Dataset::ResellerPerformance, counted("reseller_performance.tsv")));
    let live =
        rows(dir.path(), "customers_and_tenants.tsv").iter().filter(|row| row["IsDuplicateRowForPGA"] == "0").count();
    assert_eq!(last.rows, live as u64, "every subscription of every month");
    for row in rows(dir.path(), "subscription_details.tsv") {
        assert!(row["ResellerID"].starts_with("93") && !row["ResellerName"].is_empty());
        assert_eq!(row["SalesChannel"], "CSP indirect");
    }
}

#[test]
fn a_plan_that_makes_no_sense_is_refused_and_an_empty_one_writes_headers() {
    let dir = tempfile::tempdir().unwrap();
    let mut plan = small();
    plan.account.locations.clear();
    assert!(write(dir.path(), &plan).is_err());
    assert!(write(dir.path(), &SamplePlan { months: 30_000, ..small() }).is_err());
    let files = write(dir.path(), &SamplePlan { months: 0, ..small() }).unwrap();
    assert!(files[1..].iter().all(|file| file.rows == 0));
}
