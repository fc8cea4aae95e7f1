//! Azure by day, and spending budgets, as tables and as the API answers.

use super::*;
use model::{BadCell, Dataset};

const DAILY: &str = "PartnerId,PartnerName,CustomerId,CustomerName,CustomerDomainName,MpnId,SubscriptionId,ChargeStartDate,UsageDate,MeterType,MeterCategory,MeterId,MeterSubCategory,MeterName,Unit,Quantity,BillingPreTaxTotal,BillingCurrency,PricingPreTaxTotal,PricingCurrency,Tags,EntitlementId\n";
const SUB: &str = "aaaaaaaa-0000-0000-0000-000000000001";
const TENANT: &str = "3CEAAF30-8142-48EA-91D9-3080F9B439FC";

fn row(day: &str, meter: &str, units: &str, cost: &str, currency: &str) -> String {
    format!(
        "{TENANT},Fabrikam,{TENANT},Contoso,contoso.example,9000010,,2026-10-01,{day},1 Hour,Virtual Machines,{meter},,D2 v3,1 Hour,{units},{cost},{currency},9,USD,,{SUB}\n"
    )
}

#[test]
fn days_units_and_currencies_are_read() {
    let text = format!(
        "{DAILY}{}{}",
        row("10/31/2026", "m1", "0.000024", "1.07", "TWD"),
        row("10/31/2026", "m1", "2.5", "-0.5", "EUR")
    );
    let mut parsed = good(text);
    assert_eq!((parsed.dataset, parsed.rows), (Dataset::DailyUsage, 2));
    assert_eq!(parsed.notes, [ImportNote::DateOrder { day_first: false }], "two spellings of the partner lose nothing");
    assert_eq!(parsed.customers[0].domain, "contoso.example");
    assert_eq!(terms(&parsed, Dim::Meter), [("m1".into(), "D2 v3".into())]);
    assert_eq!(terms(&parsed, Dim::Currency).len(), 2);
    let schema = schema(parsed.dataset).unwrap();
    let rows = parsed.take_month(month("2026-10")).unwrap();
    let day = schema.dims.iter().position(|dim| *dim == Dim::Day).unwrap();
    assert_eq!(rows.dims[day], [31, 31]);
    assert_eq!((&rows.measures[0][..], &rows.measures[1][..]), (&[24, 2_500_000][..], &[1_070_000, -500_000][..]));
}

#[test]
fn a_cost_without_a_currency_is_set_aside() {
    let lenient = Expect { max_bad_percent: 100, ..expect() };
    let parsed = read_with(format!("{DAILY}{}", row("2026-10-31", "m1", "1", "1", "")).as_bytes(), &lenient).1.unwrap();
    assert_eq!((&*parsed.bad[0].column, parsed.bad[0].reason), ("BillingCurrency", BadCell::Empty));
}

#[test]
fn budgets_come_as_the_api_answers_and_unknown_is_not_zero() {
    let item = |tenant: u32, budget: &str, cost: &str| {
        format!(
            r#"{{"budget":{budget},"percentUsed":0,"resourceId":"3CEAAF30-8142-48EA-91D9-{tenant:012}","resourceName":"Contoso, \"Ltd\"","totalCost":{cost},"currencyLocale":"en-US","lastModifiedDate":"2026-10-12T08:01:02.1234567+00:00","attributes":{{"objectType":"CustomerMonthlyUsageRecord"}}}}"#
        )
    };
    let items = [item(1, r#"{"amount":100.0}"#, "602.84"), item(2, "null", "5.0"), item(3, r#"{"ammount":7}"#, "null")];
    let text = format!(
        "\u{feff}{{\"totalCount\":3,\"items\":[{}],\"attributes\":{{\"objectType\":\"Collection\"}}}}",
        items.join(",")
    );
    let (dir, parsed) = read_with(text.as_bytes(), &expect());
    let mut parsed = parsed.unwrap();
    assert_eq!((parsed.dataset, parsed.rows, &parsed.notes[..]), (Dataset::SpendingBudgets, 3, &[][..]));
    assert_eq!(parsed.customers[0].name, "Contoso, \"Ltd\"");
    let rows = parsed.take_month(month("2026-10")).unwrap();
    assert_eq!(rows.dims[3], [3, 2, 1], "which of budget and cost are named");
    assert_eq!(rows.measures[0], [100_000_000, 0, 7_000_000]);
    assert_eq!(rows.measures[1], [602_840_000, 5_000_000, 0]);
    assert!(!dir.path().join("in.table").exists(), "what was needed to read it is gone");
}

#[test]
fn the_answer_of_daily_rated_usage_is_its_file() {
    let text = format!(
        r#"[{{"customerId":"{TENANT}","usageDate":"2026-10-02T00:00:00Z","entitlementId":"{SUB}","meterName":"D2","quantity":1e-6,"billingPreTaxTotal":0.01,"billingCurrency":"USD","tags":{{"a":1}}}}]"#
    );
    let mut parsed = good(text);
    assert_eq!(parsed.dataset, Dataset::DailyUsage);
    assert_eq!(sums(&mut parsed, false)[&month("2026-10")]["units_micros"], 1);
}

#[test]
fn a_page_is_not_taken_for_the_whole_answer() {
    let row = |n: u32| {
        format!(
            r#"{{"processedDateTime":"2026-10-01T00:00:00","serviceCode":"o365","customerTenantId":"3CEAAF30-8142-48EA-91D9-{n:012}","productName":"E3","licensesSold":5,"licensesDeployed":3}}"#
        )
    };
    let page = |rows: &[String], next: &str, of: &str| {
        format!(r#"{{"Value":[{}],"@nextLink":{next},"TotalCount":{of}}}"#, rows.join(","))
    };
    assert_eq!(
        note(page(&[row(1), row(2)], r#""/v1?skip=2""#, "3")),
        ImportNote::Page { rows: 2, of: 3, month: Some(month("2026-10")) }
    );
    assert_eq!(note(page(&[row(3)], "null", "3")), ImportNote::Page { rows: 1, of: 3, month: Some(month("2026-10")) });
    assert_eq!(
        note(page(&[row(3)], r#""/v1?skip=1""#, "null")),
        ImportNote::Page { rows: 1, of: 0, month: Some(month("2026-10")) }
    );
    let mut whole = good(page(&[row(1), row(2), row(3)], "null", "3"));
    assert_eq!((whole.dataset, sums(&mut whole, false)[&month("2026-10")]["sold"]), (Dataset::LicenseDeployment, 15));
}

#[test]
fn spellings_that_one_answer_mixes_are_one_column() {
    let row = |n: u32, spelt: &str| {
        format!(
            r#"{{"processedDateTime":"2026-10-01T00:00:00","workloadName":"Exchange","customerTenantId":"3CEAAF30-8142-48EA-91D9-{n:012}","productName":"E3","licensesQualified":5,"{spelt}":3.0}}"#
        )
    };
    let mut parsed = good(format!("[{},{}]", row(1, "licenseActive"), row(2, "licensesActive")));
    assert_eq!((parsed.dataset, &parsed.notes[..]), (Dataset::LicenseUsage, &[][..]));
    assert_eq!(sums(&mut parsed, false)[&month("2026-10")]["active"], 6);
}
