//! The sample files beside the repository, against totals that were computed without reading them.

use super::*;
use model::Dataset;
use serde_json::Value;
use std::path::PathBuf;

fn open(path: &Path, mpn_id: &str) -> Parsed {
    let work = tempfile::tempdir().unwrap();
    let expect = Expect { mpn_id: mpn_id.into(), ..expect() };
    let mut parsed = read(path, work.path(), &expect, &|_: Progress| ControlFlow::Continue(())).unwrap();
    assert_eq!((parsed.bad_rows, parsed.superseded), (0, 0), "{}", path.display());
    parsed.notes.retain(|note| !matches!(note, ImportNote::EstimatedDuplicates | ImportNote::DateOrder { .. }));
    assert_eq!(parsed.notes, [], "{}", path.display());
    parsed
}

/// Compares each month's sums with the expected object of objects.
fn compare(of: &str, sums: &BTreeMap<Month, BTreeMap<&'static str, i64>>, expected: &Value, names: [(&str, &str); 2]) {
    let expected = expected.as_object().unwrap();
    assert_eq!(sums.len(), expected.len(), "{of}");
    for (month, all) in sums {
        for (ours, theirs) in names {
            let want = &expected[&month.first_day()][theirs];
            let cents = want.as_str().map(|text| text.replace('.', "").parse().unwrap());
            assert_eq!(Some(all[ours]), cents.or(want.as_i64()), "{of} {month} {ours}");
        }
    }
}

fn account(dir: &Path) {
    let expected: Value = serde_json::from_slice(&fs::read(dir.join("expected.json")).unwrap()).unwrap();
    let mpn_id = expected["account"]["pga"].as_str().unwrap();
    let open = |file: &str| open(&dir.join(file), mpn_id);

    let licenses = &expected["licenses"];
    let mut parsed = open("license_deployment.csv");
    let names = [("sold", "sold"), ("assigned", "assigned")];
    compare("deployment", &sums(&mut parsed, false), &licenses["deployment_by_month"], names);
    let mut parsed = open("license_usage.csv");
    let names = [("qualified", "qualified"), ("active", "active")];
    compare("usage", &sums(&mut parsed, false), &licenses["usage_by_month"], names);
    pages(dir, "license_usage", &licenses["usage_by_month"], names);
    pages(dir, "license_deployment", &licenses["deployment_by_month"], [("sold", "sold"), ("assigned", "assigned")]);

    let months = &expected["subscription_details"]["by_month"];
    let names = [("seats", "seats"), ("revenue_cents", "billed_revenue_usd")];
    let mut parsed = open("subscription_details.tsv");
    assert_eq!(Some(parsed.rows), expected["subscription_details"]["rows"].as_u64());
    compare("subscriptions", &sums(&mut parsed, true), months, names);
    let last = months.as_object().unwrap().iter().next_back().unwrap();
    let last = Value::Object([(last.0.clone(), last.1.clone())].into_iter().collect());
    for file in ["subscription_details.gen2021.tsv", "subscription_details.api.csv"] {
        compare(file, &sums(&mut open(file), true), &last, names);
    }

    // Rows without seats are in the subscriptions only; they have neither seats nor revenue.
    let mut parsed = open("customers_and_tenants.tsv");
    assert_eq!(Some(parsed.rows), expected["customers"]["rows"].as_u64());
    assert_eq!(Some(parsed.customers.len() as u64), expected["account"]["customers"].as_u64());
    compare("customers", &sums(&mut parsed, true), months, names);

    usage(&open, &expected);

    let parsed = open("profile.tsv");
    assert_eq!(parsed.locations.iter().filter(|location| location.headquarters).count(), 1);
    assert_eq!(parsed.locations.len(), 3);
}

/// The pages of the API's answer are of the last month.
fn pages(dir: &Path, of: &str, expected: &Value, names: [(&str, &str); 2]) {
    let pages = (1..).map(|page| dir.join(format!("{of}.page{page}.json")));
    let mut pages: Vec<PathBuf> = pages.take_while(|page| page.is_file()).collect();
    let file = pages.pop().unwrap();
    let (work, expect) = (tempfile::tempdir().unwrap(), Expect { pages, ..expect() });
    let mut parsed = read(&file, work.path(), &expect, &|_: Progress| ControlFlow::Continue(())).unwrap();
    assert_eq!((parsed.bad_rows, &parsed.notes[..]), (0, &[][..]), "{of}");
    let (month, last) = expected.as_object().unwrap().iter().next_back().unwrap();
    let last = Value::Object([(month.clone(), last.clone())].into_iter().collect());
    compare(of, &sums(&mut parsed, false), &last, names);
}

/// The last month's sums of the usage files, all of Azure, and the resellers of an indirect provider.
fn usage(open: &dyn Fn(&str) -> Parsed, expected: &Value) {
    let last_month = |file: &str, dataset: Dataset| {
        let mut parsed = open(file);
        assert_eq!((parsed.dataset, Some(parsed.rows)), (dataset, expected[&file[..file.len() - 4]]["rows"].as_u64()));
        sums(&mut parsed, true).pop_last().unwrap().1
    };
    let office = last_month("office_usage.tsv", Dataset::OfficeUsage);
    let workloads = expected["office_usage"]["last_month"].as_object().unwrap();
    for (ours, theirs) in [("paid_units", "pau"), ("monthly_users", "mau")] {
        assert_eq!(office[ours], workloads.values().map(|workload| workload[theirs].as_i64().unwrap()).sum::<i64>());
    }
    for (file, dataset) in
        [("dynamics_usage.tsv", Dataset::DynamicsUsage), ("powerbi_usage.tsv", Dataset::PowerBiUsage)]
    {
        let sums = last_month(file, dataset);
        let want = &expected[&file[..file.len() - 4]]["last_month"];
        for (ours, theirs) in [("seats", "available"), ("assigned", "assigned"), ("active_seats", "active")] {
            assert_eq!(Some(sums[ours]), want[theirs].as_i64(), "{file} {theirs}");
        }
    }

    let mut parsed = open("azure_usage.tsv");
    assert_eq!(Some(parsed.rows), expected["azure"]["rows"].as_u64());
    for (month, sums) in sums(&mut parsed, true) {
        let want = expected["azure"]["by_month"][&month.first_day()].as_str().unwrap().replace('.', "");
        assert_eq!(sums["acr_nanos"], want.parse::<i64>().unwrap() * 10_000_000, "{month}");
    }
    if let Value::Object(_) = &expected["resellers"] {
        let mut parsed = open("reseller_performance.tsv");
        assert_eq!(Some(parsed.rows), expected["resellers"]["rows"].as_u64());
        let names = [("revenue_cents", "billed_revenue_usd"); 2];
        compare("resellers", &sums(&mut parsed, true), &expected["resellers"]["by_month"], names);
    }
}

#[test]
fn totals_are_those_of_the_generator() {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/samples"));
    let samples = std::env::var_os("SEATSCOPE_SAMPLES").map_or(beside, PathBuf::from);
    let Ok(accounts) = fs::read_dir(&samples) else {
        println!("skipped: no samples at {}", samples.display());
        return;
    };
    let mut seen = 0;
    for dir in accounts.map(|entry| entry.unwrap().path()).filter(|path| path.join("expected.json").exists()) {
        account(&dir);
        seen += 1;
    }
    assert!(seen > 0, "{}", samples.display());
}
