//! Azure by day, and budgets.

use super::*;

#[test]
fn the_days_of_azure_add_up_to_its_months() {
    let (dir, files) = written(&SamplePlan::demo(Month::new(2026, 10).unwrap()));
    let cents = |row: &HashMap<String, String>, column: &str| row[column].replace('.', "").parse::<i64>().unwrap();
    let mut days: HashMap<(String, String), i64> = HashMap::new();
    for row in rows(dir.path(), "daily_rated_usage.csv") {
        let rate = if row["BillingCurrency"] == "TWD" { 32 } else { 1 };
        *days.entry((row["EntitlementId"].clone(), row["UsageDate"][..7].to_owned())).or_default() +=
            cents(&row, "BillingPreTaxTotal") / rate;
    }
    let mut months: HashMap<(String, String), i64> = HashMap::new();
    for row in rows(dir.path(), "azure_usage.tsv") {
        let month = row["Month"][..7].to_owned();
        if row["IsACRDuplicateAtPGALevel"] == "0" && ["2026-09", "2026-10"].contains(&&*month) {
            *months.entry((row["SubscriptionId"].clone(), month)).or_default() += cents(&row, "ACR_USD");
        }
    }
    assert_eq!(days, months);
    let records: serde_json::Value =
        serde_json::from_slice(&fs::read(dir.path().join("customer_usage_records.json")).unwrap()).unwrap();
    let items = records["items"].as_array().unwrap();
    assert_eq!(items.len() as u64, files.last().unwrap().rows);
    let none = items.iter().filter(|item| item["budget"].is_null()).count();
    let over = items.iter().filter(|item| item["percentUsed"].as_i64().unwrap() > 100).count();
    assert!(none > 0 && over > 0 && none + over < items.len(), "{none} without, {over} over, of {}", items.len());
}
