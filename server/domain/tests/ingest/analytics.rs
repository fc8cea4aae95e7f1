//! Subscription analytics and Azure units, as the API answers.

use super::*;
use model::Dataset;

const TENANT: &str = "3CEAAF30-8142-48EA-91D9-3080F9B439FC";

/// A row of subscription `n`; `more` takes the place of what is null otherwise.
fn row(n: u32, status: &str, more: &str) -> String {
    format!(
        r#"{{"customerTenantId":"{TENANT}","customerName":"CONTOSO LTD","customerMarket":"TW","id":"0A1B2C3D-0000-0000-0000-{n:012}","status":"{status}","productName":"OFFICE 365 BUSINESS PREMIUM","subscriptionType":"Office","autoRenewEnabled":true,"partnerId":"0A1B2C3D-0000-0000-0000-0000000000CC","friendlyName":"OFFICE SUITE","partnerName":"Fabrikam","providerName":"Northwind","creationDate":"2026-11-21T19:29:38.037","effectiveStartDate":"2026-11-21T00:00:00","commitmentEndDate":"2027-11-20T00:00:00","currentStateEndDate":"2027-11-20T00:00:00","trialStartDate":"0001-01-01T00:00:00","deprovisionedDate":null,"licenseCount":12,"churnRisk":"High","billingCycleName":"MONTHLY"{more}}}"#
    )
}

fn answer(rows: &[String], next: &str, of: &str) -> String {
    format!("\u{feff}{{\"Value\":[{}],\"@nextLink\":{next},\"TotalCount\":{of}}}", rows.join(","))
}

#[test]
fn rows_without_a_month_are_of_the_day_of_the_import() {
    let dates = r#","trialEndDate":"2026-12-01T00:00:00","trialToPaidConversionDate":null,"lastRenewalDate":"2026-11-20T02:39:57.729","lastUsageDate":null"#;
    let rows = [row(1, "ACTIVE", dates), row(2, "Suspended ", ""), row(3, "WARNING", "")];
    for text in [answer(&rows, "null", "3"), format!("[{}]", rows.join(","))] {
        let mut parsed = good(text);
        assert_eq!((parsed.dataset, parsed.rows, &parsed.notes[..]), (Dataset::SubscriptionAnalytics, 3, &[][..]));
        assert_eq!(parsed.months(), [month("2026-11")]);
        assert_eq!(terms(&parsed, Dim::Status).len(), 3, "the vendor's own words are kept");
        let columns = schema(parsed.dataset).unwrap();
        let rows = parsed.take_month(month("2026-11")).unwrap();
        let dim = |dim: Dim| rows.dims[columns.dims.iter().position(|it| *it == dim).unwrap()].clone();
        let measure = |of: Measure| rows.measures[columns.measures.iter().position(|it| *it == of).unwrap()].clone();
        assert_eq!((dim(Dim::State), dim(Dim::Risk), dim(Dim::AutoRenew)), (vec![1, 3, 5], vec![3; 3], vec![1; 3]));
        assert_eq!(measure(Measure::Age)[0], 48_622, "thirteen and a half hours");
        assert_eq!(measure(Measure::TrialLeft), [10, 0, 0]);
        assert_eq!(measure(Measure::RenewedAgo), [3, 0, 0]);
        assert_eq!(measure(Measure::TrialStarts), [0; 3], "the year 1 is never");
    }
    assert_eq!(good(row(1, "ACTIVE", "")).rows, 1, "one alone");
}

#[test]
fn pages_wait_and_groups_are_refused() {
    let page = answer(&[row(1, "ACTIVE", "")], r#""/v1?skip=1""#, "2");
    assert_eq!(note(page), ImportNote::Page { rows: 1, of: 2, month: None });
    let grouped = r#"{"subscriptionType":"Office","subscriptionCount":"906","licenseCount":"7485"}"#.to_owned();
    assert_eq!(note(answer(&[grouped], "null", "1")), ImportNote::Grouped);
}

#[test]
fn azure_units_come_without_a_cost() {
    let row = format!(
        r#"{{"customerTenantId":"{TENANT}","customerName":"CONTOSO LTD","subscriptionId":"0A1B2C3D-0000-0000-0000-000000000001","subscriptionName":"Production","usageDate":"2026-10-31T00:00:00","resourceLocation":"EU West","meterCategory":"Virtual Machines","meterSubcategory":"D2 v3","meterUnit":"1 Hour","reservationOrderId":null,"reservationId":null,"consumptionMeterId":"m1","serviceType":"Compute","quantity":2.5}}"#
    );
    let mut parsed = good(answer(&[row], "null", "1"));
    assert_eq!((parsed.dataset, &parsed.notes[..]), (Dataset::DailyUnits, &[][..]));
    assert_eq!(terms(&parsed, Dim::Meter), [("m1".into(), "D2 v3".into())]);
    let rows = parsed.take_month(month("2026-10")).unwrap();
    assert_eq!((rows.dims[6][0], rows.measures.len(), rows.measures[0][0]), (31, 1, 2_500_000));
}
