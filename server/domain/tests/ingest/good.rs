use super::*;
use flate2::{Compression, write::GzEncoder};
use model::Dataset;
use std::io::Write;

const SUB: &str = "6424550A-E36B-49B3-9DCB-369D2330FCF1";
const ZERO: &str = "00000000-0000-0000-0000-000000000000";

#[test]
fn deployment_rows_become_columns() {
    let text = format!(
        "{DEPLOYMENT}{}{}{}",
        deployment("2026-09-01T00:00:00", 1, "Contoso", "36", "206.0"),
        deployment("2026-10-01T00:00:00", 1, "Contoso Ltd", "40", "\"1,000\""),
        deployment("2026-09-01T00:00:00", 2, "日月光電", "0", "5"),
    );
    let mut parsed = good(text);
    assert_eq!((parsed.dataset, parsed.rows, parsed.bad_rows), (Dataset::LicenseDeployment, 3, 0));
    assert_eq!(parsed.notes, []);
    assert_eq!(terms(&parsed, Dim::Product), [("office 365 e3".into(), "OFFICE 365 E3".into())]);
    assert_eq!(terms(&parsed, Dim::Service), [("o365".into(), "o365".into())]);
    let named: Vec<_> = parsed.customers.iter().map(|c| (c.tenant.as_str(), c.name.as_str(), c.named_in)).collect();
    let tenant = |n| format!("3ceaaf30-8142-48ea-91d9-{n:012}");
    assert_eq!(
        named,
        [(&*tenant(1), "Contoso Ltd", month("2026-10")), (&*tenant(2), "日月光電", month("2026-09"))],
        "the newer month renames"
    );
    let september = parsed.take_month(month("2026-09")).unwrap();
    assert_eq!(september.dims, [vec![0, 1], vec![1, 1], vec![1, 1], vec![1, 1]]);
    assert_eq!(september.measures, [vec![206, 5], vec![36, 0]]);
    assert_eq!(parsed.months(), [month("2026-10")]);
    assert_eq!(parsed.take_month(month("2026-10")).unwrap().measures, [vec![1000], vec![40]]);
}

#[test]
fn only_the_newest_snapshot_of_a_month_and_service_counts() {
    let text = format!(
        "{DEPLOYMENT}{}{}{}{}",
        deployment("2026-10-09T00:00:00+00:00", 1, "Contoso", "1", "10"),
        deployment("2026-10-13T03:55:46.21Z", 1, "Contoso", "2", "20"),
        deployment("2026-10-09T00:00:00", 1, "Contoso", "4", "40").replace("o365", "crm"),
        deployment("2026-09-30T00:00:00", 1, "Contoso", "8", "80"),
    );
    let mut parsed = good(text);
    assert_eq!((parsed.rows, parsed.superseded), (4, 1));
    assert_eq!(parsed.notes, [ImportNote::Superseded { rows: 1 }]);
    let sold: Vec<i64> = sums(&mut parsed, false).values().map(|m| m["sold"]).collect();
    assert_eq!(sold, [80, 60]);
}

#[test]
fn usage_rows_know_the_misspelt_column_and_fall_back_to_codes() {
    let rows = "2026-10-01T00:00:00,EXO,Exchange,o365,Office,reseller,3CEAAF30-8142-48EA-91D9-3080F9B439FC,C,,E3,21,56\n2026-10-01T00:00:00,SPO,,,Office,,3CEAAF30-8142-48EA-91D9-3080F9B439FC,C,,E3,0,56\n";
    let mut parsed = good(format!("{}{rows}", USAGE.replace("licensesActive", "licenseActive")));
    assert_eq!(parsed.dataset, Dataset::LicenseUsage);
    let labels: Vec<String> = terms(&parsed, Dim::Workload).into_iter().map(|t| t.1).collect();
    assert_eq!(labels, ["Exchange", "SPO"]);
    let rows = parsed.take_month(month("2026-10")).unwrap();
    assert_eq!(rows.dims, [vec![0, 0], vec![1, 1], vec![1, 2], vec![1, 2], vec![1, 0]]);
    assert_eq!(rows.measures, [vec![56, 56], vec![21, 0]]);
}

#[test]
fn flags_say_which_row_counts_and_the_end_of_period_is_the_stock() {
    let text = format!(
        "{SUBSCRIPTIONS}{}{}{}",
        subscription(SUB, "2026-10-01", "Partner admin link", 0, "100"),
        subscription(SUB, "2026-10-01", "CSP Tier 1", 1, "100"),
        subscription(ZERO, "2026-10-01", "Deal registration", 0, "9"),
    );
    let mut parsed = good(&text);
    assert_eq!((parsed.dataset, parsed.rows), (Dataset::Subscriptions, 3));
    assert_eq!(parsed.notes, []);
    assert_eq!(parsed.location_ids().collect::<Vec<_>>(), ["9000010"]);
    assert_eq!(terms(&parsed, Dim::Subscription)[0].0, SUB.to_lowercase());
    let rows = parsed.take_month(month("2026-10")).unwrap();
    let columns = schema(parsed.dataset).unwrap();
    let dim = |dim| &rows.dims[columns.dims.iter().position(|d| *d == dim).unwrap()];
    assert_eq!(dim(Dim::Counted), &[1, 0, 0], "a deal registration is kept and never counts");
    assert_eq!((dim(Dim::State), dim(Dim::AutoRenew)), (&vec![1; 3], &vec![1; 3]));
    assert_eq!(rows.measures[0], [100, 100, 9]);
    assert_eq!(rows.measures[1], [1250; 3]);
    let day = |y, m, d| jiff::civil::Date::constant(y, m, d);
    let days = |date: jiff::civil::Date| i64::from(date.since(day(1970, 1, 1)).unwrap().get_days());
    assert_eq!((rows.measures[2][0], rows.measures[3][0]), (days(day(2025, 10, 23)), days(day(2026, 10, 22))));
    assert_eq!(sums(&mut good(&text), true)[&month("2026-10")]["seats"], 100);
}

#[test]
fn without_flags_the_best_attribution_counts_and_it_says_so() {
    let row = |sub: &str, month: &str, pid: &str, attribution: &str| {
        format!("{sub}\t2025-10-23\tNULL\tChurned\t{month}\tN\tContoso\t3CEAAF30-8142-48EA-91D9-3080F9B439FC\t500\tSMB\tTaiwan\tE3\t{pid}\t{attribution}\tCSP\t100\t1,234.50\n").replace("1,234.50", "\"1,234.50\"")
    };
    let text = format!(
        "{SUBSCRIPTIONS_2021}{}{}{}{}{}",
        row(SUB, "10/1/2026", "9000010", "CSP T1"),
        row(SUB, "10/1/2026", "9000010", "PAL"),
        row(SUB, "10/1/2026", "9000020", "Partner admin link"),
        row(SUB, "9/1/2026", "9000020", "DPOR"),
        row(ZERO, "9/1/2026", "9000020", "DPOR"),
    );
    let mut parsed = good(text);
    assert_eq!(parsed.notes, [ImportNote::DateOrder { day_first: false }, ImportNote::EstimatedDuplicates]);
    let keys: Vec<String> = terms(&parsed, Dim::Attribution).into_iter().map(|t| t.0).collect();
    assert_eq!(keys, ["csp tier 1", "partner admin link", "partner of record"], "short and long are one");
    let rows = parsed.take_month(month("2026-10")).unwrap();
    assert_eq!(rows.dims.last().unwrap(), &[0, 1, 0]);
    assert_eq!(rows.measures[1], [123_450; 3]);
    assert_eq!((rows.dims[3][0], rows.dims[4][0], rows.measures[3][0]), (4, 2, 0));
    assert_eq!(parsed.take_month(month("2026-09")).unwrap().dims.last().unwrap(), &[1, 0]);
}

#[test]
fn the_api_generation_gives_sold_seats() {
    let row = format!(
        "9000001,9000010,{SUB},2025-10-23T00:00:00,2026-11-17T00:00:00,In Grace Period,2026-10-01T00:00:00,Y,\"Contoso, Ltd\",{{3ceaaf30-8142-48ea-91d9-3080f9b439fc}},500,Corporate,US,Office365,E3,Fabrikam,Taiwan,PAL,CSP,False,42,30,1.005\n"
    );
    let mut parsed = good(format!("\u{feff}{SUBSCRIPTIONS_API}{row}"));
    assert_eq!((parsed.dataset, &*parsed.customers[0].name), (Dataset::Subscriptions, "Contoso, Ltd"));
    let rows = parsed.take_month(month("2026-10")).unwrap();
    assert_eq!((rows.measures[0][0], rows.measures[1][0], rows.dims[3][0], rows.dims[10][0]), (42, 101, 2, 1));
}

#[test]
fn customers_without_a_tenant_go_by_their_parent() {
    let row = |tenant: &str, name: &str, seats: &str| {
        format!(
            "9000001\tOld name\t{tenant}\t500\t012345678\tSMB\tTaiwan\tActive\t{name}\tcontoso.example\tOffice365\tE3\t2026-10-01\t9000010\tPAL\tCSP\t0\t{seats}\t10.00\tNULL\n"
        )
    };
    let text =
        format!("{CUSTOMERS}{}{}", row("", "Contoso", "3"), row("3CEAAF30-8142-48EA-91D9-3080F9B439FC", "", "4"));
    let mut parsed = good(text);
    assert_eq!(parsed.dataset, Dataset::Customers);
    let of: Vec<_> = parsed.customers.iter().map(|c| (c.tenant.as_str(), c.name.as_str(), c.duns.as_str())).collect();
    assert_eq!(
        of,
        [("tpid:500", "Contoso", "012345678"), ("3ceaaf30-8142-48ea-91d9-3080f9b439fc", "Old name", "012345678")]
    );
    let sums = sums(&mut parsed, true);
    let all = &sums[&month("2026-10")];
    assert_eq!((all["seats"], all["revenue_cents"], all["azure_cents"]), (7, 2000, 0));
}

#[test]
fn the_profile_lists_locations() {
    let text = format!(
        "{PROFILE}9000001\tFabrikam\t9000001\tFabrikam\tTaipei\tTaiwan\tHeadQuarters\n9000010\tFabrikam Taipei\t9000001\tFabrikam\tTaipei\tTaiwan\tLocation\n"
    );
    let parsed = good(text);
    assert_eq!((parsed.dataset, parsed.rows, parsed.months().len()), (Dataset::Profile, 2, 0));
    let of: Vec<_> = parsed.locations.iter().map(|l| (l.mpn_id.as_str(), l.headquarters)).collect();
    assert_eq!(of, [("9000001", true), ("9000010", false)]);
}

#[test]
fn encodings_delimiters_and_line_ends_do_not_matter() {
    let row = deployment("2026-10-01", 1, "日月光電, \u{2603}", "1", "2")
        .replace("日月光電, \u{2603}", "\"日月光電, \u{2603}\"");
    let text = format!("{DEPLOYMENT}{row}");
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        [mark.to_vec(), text.encode_utf16().flat_map(bytes).collect()].concat()
    };
    let mut gz = GzEncoder::new(Vec::new(), Compression::fast());
    gz.write_all(text.as_bytes()).unwrap();
    let tabs = text.replace(',', "\t").replace("日月光電\t", "日月光電,");
    let semicolons = tabs.replace('\t', ";");
    for (how, bytes) in [
        ("plain", text.clone().into_bytes()),
        ("mark", format!("\u{feff}{text}").into_bytes()),
        ("little endian", utf16([0xff, 0xfe], u16::to_le_bytes)),
        ("big endian", utf16([0xfe, 0xff], u16::to_be_bytes)),
        ("gz", gz.finish().unwrap()),
        ("tabs", tabs.into_bytes()),
        ("semicolons", semicolons.into_bytes()),
        ("crlf", text.replace('\n', "\r\n").into_bytes()),
        ("cr", text.replace('\n', "\r").into_bytes()),
        ("blank lines", format!("{text}\n\n  \n").into_bytes()),
        ("no last line end", text.trim_end().into()),
    ] {
        let mut parsed = good(bytes);
        assert_eq!(parsed.customers[0].name, "日月光電, \u{2603}", "{how}");
        assert_eq!((parsed.rows, sums(&mut parsed, false)[&month("2026-10")]["sold"]), (1, 2), "{how}");
    }
}

#[test]
fn header_only_is_an_empty_period() {
    for text in [DEPLOYMENT, USAGE, SUBSCRIPTIONS, SUBSCRIPTIONS_2021, SUBSCRIPTIONS_API, CUSTOMERS, PROFILE] {
        let parsed = good(text);
        assert_eq!((parsed.rows, parsed.months().len()), (0, 0));
        assert_eq!(parsed.notes, [ImportNote::NoRows]);
    }
}

#[test]
fn day_first_files_are_read_day_first() {
    let row = |date| subscription(SUB, date, "PAL", 0, "5");
    let parsed = good(format!("{SUBSCRIPTIONS}{}{}", row("1/1/2026"), row("01/10/2026 00:00:00")));
    assert_eq!(parsed.notes, [ImportNote::DateOrder { day_first: true }]);
    assert_eq!(parsed.months(), [month("2026-01"), month("2026-10")]);
    let starts = row("1/1/2026").replace("2025-10-23", "23/10/2025");
    assert_eq!(good(format!("{SUBSCRIPTIONS}{starts}")).notes, [ImportNote::DateOrder { day_first: true }]);
}

#[test]
fn unknown_columns_are_listed_and_left_out() {
    let text = format!("Shoe size,{DEPLOYMENT}44,{}", deployment("Oct-26", 1, "Contoso", "1", "2"));
    let mut parsed = good(text);
    assert_eq!(parsed.notes, [ImportNote::UnknownColumns { columns: vec!["Shoe size".into()] }]);
    assert_eq!(sums(&mut parsed, false)[&month("2026-10")]["sold"], 2);
}

#[test]
fn rows_beyond_the_limit_go_to_disk_and_come_back() {
    let mut text = DEPLOYMENT.to_owned();
    for n in 0..140_000_u32 {
        let date = if n % 2 == 0 { "2026-09-01" } else { "2026-10-01" };
        text += &deployment(date, n % 1000, "C", "1", &(n % 7).to_string());
    }
    let mut small = expect();
    small.limits.held = 1 << 20;
    let (dir, parsed) = read_with(text.as_bytes(), &small);
    let mut parsed = parsed.unwrap();
    assert!(dir.path().join("in.rows").exists());
    assert_eq!(sums(&mut parsed, false), sums(&mut good(&text), false));
    drop(parsed);
    assert!(!dir.path().join("in.rows").exists());
}
