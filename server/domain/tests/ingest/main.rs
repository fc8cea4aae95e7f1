//! Reading the vendor's files: every dataset and generation, and everything that is not one.

#![expect(clippy::unwrap_used, reason = "tests")]

mod analytics;
mod daily;
mod good;
mod hostile;
mod samples;
mod usage;
mod wrong;

use domain::{
    fact::{Dim, Measure, schema},
    ingest::{Expect, Limits, Parsed, Progress, ReadError, Refusal, read},
};
use model::{ImportNote, Month};
use std::{collections::BTreeMap, fs, ops::ControlFlow, path::Path};
use tempfile::TempDir;

/// What the tests' account expects.
fn expect() -> Expect {
    Expect {
        mpn_id: "9000001".into(),
        max_bad_percent: 5,
        now: jiff::civil::DateTime::constant(2026, 11, 22, 9, 0, 0, 0),
        pages: Vec::new(),
        limits: Limits::default(),
    }
}

/// Reads `bytes` as a file; the directory keeps what was written beside it.
fn read_with(bytes: &[u8], expect: &Expect) -> (TempDir, Result<Parsed, ReadError>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("in");
    fs::write(&path, bytes).unwrap();
    let parsed = read(&path, dir.path(), expect, &|_: Progress| ControlFlow::Continue(()));
    (dir, parsed)
}

fn good(bytes: impl AsRef<[u8]>) -> Parsed {
    read_with(bytes.as_ref(), &expect()).1.unwrap()
}

fn refused(bytes: impl AsRef<[u8]>) -> Refusal {
    match read_with(bytes.as_ref(), &expect()).1 {
        Err(ReadError::Refused(refusal)) => *refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn note(bytes: impl AsRef<[u8]>) -> ImportNote {
    refused(bytes).note
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// Sums of each month's measures by key; `counted` takes only the rows that count.
fn sums(parsed: &mut Parsed, counted: bool) -> BTreeMap<Month, BTreeMap<&'static str, i64>> {
    let columns = schema(parsed.dataset).unwrap();
    let flag = columns.dims.iter().position(|dim| *dim == Dim::Counted);
    let mut all = BTreeMap::new();
    for month in parsed.months() {
        let rows = parsed.take_month(month).unwrap();
        let sum = |(values, measure): (&Vec<i64>, &Measure)| {
            let counts = |row: usize| !counted || flag.is_none_or(|at| rows.dims[at][row] == 1);
            let sum = values.iter().enumerate().filter(|(row, _)| counts(*row)).map(|(_, value)| value).sum();
            (measure.key(), sum)
        };
        all.insert(month, rows.measures.iter().zip(columns.measures).map(sum).collect());
    }
    all
}

fn terms(parsed: &Parsed, dim: Dim) -> Vec<(String, String)> {
    parsed.terms(dim).map(|term| (term.key.into_owned(), term.label.into_owned())).collect()
}

fn exists(path: Option<impl AsRef<Path>>) -> bool {
    path.is_some_and(|path| path.as_ref().exists())
}

const DEPLOYMENT: &str = "processedDateTime,serviceCode,serviceName,channel,customerTenantId,customerName,productId,productName,licensesDeployed,licensesSold\n";
const USAGE: &str = "processedDateTime,workloadCode,workloadName,serviceCode,serviceName,channel,customerTenantId,customerName,productId,productName,licensesActive,licensesQualified\n";
/// The generation of 2021-10 without the columns that do not matter here.
const SUBSCRIPTIONS: &str = "PGAMpnId\tSubscriptionId\tSubscriptionStartDate\tSubscriptionEndDate\tSubscriptionState\tMonth\tIsAutoRenew\tCustomerName\tCustomerTenantId\tCustomerTpid\tCustomerSegment\tCustomerMarket\tSKU\tMPNId\tPartnerAttributionType\tSalesChannel\tIsDuplicateRowForPGA\tAvailableSeatsEOP\tAvailableSeats\tBilledRevenueUSD\n";
const SUBSCRIPTIONS_2021: &str = "SubscriptionId\tSubscriptionStartDate\tSubscriptionEndDate\tSubscriptionState\tMonth\tIsAutoRenew\tCustomerName\tCustomerTenantId\tCustomerTpid\tCustomerSegment\tCustomerMarket\tSKU\tMPNId\tPartnerAttributionType\tSalesChannel\tAvailableSeats\tRevenueUSD\n";
const SUBSCRIPTIONS_API: &str = "PGAMpnId,MpnId,SubscriptionId,SubscriptionStartDate,SubscriptionEndDate,SubscriptionState,month,IsAutoRenew,CustomerName,CustomerTenantId,CustomerTpid,CustomerSegment,CustomerMarket,Product,SKU,PartnerName,PartnerLocationID,PartnerAttributionType,SalesChannel,IsDuplicateRowForPGA,TotalSoldSeats,TotalAssignedSeats,BilledRevenueUSD\n";
const CUSTOMERS: &str = "PGAMpnId\tCustomerName\tCustomerTenantId\tCustomerTpid\tDUNSNumber\tCustomerSegment\tCustomerMarket\tCustomerStatus\tCustomerTenantName\tTenantDomainName\tProduct\tSKU\tMonth\tMPNId\tPartnerAttributionType\tSalesChannel\tIsDuplicateRowForPGA\tAvailableSeats\tBilledRevenueUSD\tAzureConsumedRevenueUSD\n";
const PROFILE: &str = "MPNId\tPartnerName\tPGA_MPNId\tPGA_PartnerName\tCity\tCountry\tHierarchyLevel\n";

/// A good deployment row.
fn deployment(date: &str, tenant: u32, name: &str, deployed: &str, sold: &str) -> String {
    format!(
        "{date},o365,Microsoft Office 365,reseller,3CEAAF30-8142-48EA-91D9-{tenant:012},{name},,OFFICE 365 E3,{deployed},{sold}\n"
    )
}

/// A good row of the 2021-10 generation.
fn subscription(id: &str, month: &str, attribution: &str, duplicate: u8, seats: &str) -> String {
    format!(
        "9000001\t{id}\t2025-10-23\t2026-10-22\tActive\t{month}\tYes\tContoso\t3CEAAF30-8142-48EA-91D9-3080F9B439FC\t500\tSMB\tTaiwan\tE3\t9000010\t{attribution}\tCSP\t{duplicate}\t{seats}\t7\t12.50\n"
    )
}
