use super::*;
use crate::{
    access::Caller,
    export::{Separator, Table},
    fact::{Dim, schema},
    sample::{self, SamplePlan},
    scan::Query,
    testing::TestDomain,
};
use model::{Dataset, FileFormat, FileOrder, ImportState, Month, MonthRange, Permission, Role};

/// An account with everything that a direct partner's sample has.
async fn filled() -> (TestDomain, Caller) {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let dir = tempfile::tempdir().unwrap();
    let plan = SamplePlan { license_rows: 900, months: 4, ..SamplePlan::demo("2026-10".parse().unwrap()) };
    for file in sample::write(dir.path(), &plan).unwrap() {
        let given = std::fs::read_to_string(&file.path).unwrap();
        assert_eq!(test.import(&admin, &given).await.state, ImportState::Done, "{:?}", file.dataset);
    }
    (test, admin)
}

/// Everything that a question gives, as a comma-separated file.
async fn text(test: &TestDomain, caller: &Caller, ask: &Ask) -> String {
    let mut table = Table::new(Separator::Comma);
    table.row(ask.select.iter().map(|at| ask.columns()[*at].name)).unwrap();
    let mut rows = rows(test, caller, Permission::Export, ask).await.unwrap();
    while let Some(batch) = rows.next(100).await.unwrap() {
        for row in 0..batch.len() {
            let cells: Vec<String> = (0..ask.select.len()).map(|at| batch.cell(row, at).to_string()).collect();
            table.row(cells.iter().map(String::as_str)).unwrap();
        }
    }
    String::from_utf8(table.take().unwrap()).unwrap()
}

fn column(dataset: Dataset, name: &str) -> usize {
    place(columns(dataset).unwrap().iter().map(|it| it.name), name).unwrap()
}

async fn sums(test: &TestDomain, caller: &Caller, dataset: Dataset) -> Vec<(Month, u64, Vec<i64>)> {
    let scope = caller.may(Permission::ViewLicenses).unwrap();
    let mut sums = Vec::new();
    for (month, _) in test.facts.now(&scope).await.unwrap().months(dataset) {
        let dims = schema(dataset).unwrap().dims;
        let measures = schema(dataset).unwrap().measures.to_vec();
        let by: Vec<Dim> = dims.iter().copied().filter(|dim| matches!(dim, Dim::Counted | Dim::State)).collect();
        let query = Query { group: by, measures, ..Query::of(dataset, vec![month]) };
        for group in &test.facts.scan(&scope, &query).await.unwrap().rows {
            sums.push((month, group.rows, group.sums.to_vec()));
        }
    }
    sums
}

/// What is taken out under the vendor's names and given in to another account says the same there.
#[tokio::test]
async fn what_comes_out_goes_in_again() {
    let (test, admin) = filled().await;
    let other = test.account("9000002", &[model::Program::CspDirect]).await;
    let other = test.person(other, "b@f.example", &[Role::PartnerAdmin]).await;
    let mut compared = 0;
    for dataset in datasets() {
        let before = sums(&test, &admin, dataset).await;
        // What the vendor's API answers as of a day has no such file, and units alone are read from it only.
        if before.is_empty() || dataset == Dataset::SubscriptionAnalytics {
            continue;
        }
        let file = text(&test, &admin, &Ask::all(dataset).unwrap()).await;
        let import = test.import(&other, &file).await;
        assert_eq!(import.state, ImportState::Done, "{dataset:?}: {import:?}");
        assert_eq!(sums(&test, &other, dataset).await, before, "{dataset:?}");
        compared += 1;
    }
    assert!(compared >= 10, "{compared}");
}

/// A file as a spreadsheet of the region reads it, of some months only; JSON keeps numbers and what is unknown apart.
#[tokio::test]
async fn files_are_written_as_asked_and_end_with_the_right() {
    let (test, admin) = filled().await;
    let october = MonthRange { from: "2026-10".parse().unwrap(), to: "2026-10".parse().unwrap() };
    let whole = async |format, months| {
        let mut download = download(&test, &admin, &FileOrder::all(Dataset::AzureUsage, format), months).await.unwrap();
        let mut all = Vec::new();
        while let Some(piece) = download.next().await.unwrap() {
            all.extend(piece);
        }
        String::from_utf8(all).unwrap()
    };
    let (tabs, semicolons) = (whole(FileFormat::Tsv, None).await, whole(FileFormat::Semicolons, Some(october)).await);
    let commas = text(&test, &admin, &Ask::all(Dataset::AzureUsage).unwrap()).await;
    assert_eq!(tabs.lines().next().unwrap(), commas.lines().next().unwrap().replace(',', "\t"));
    assert_eq!(tabs.lines().count(), commas.lines().count());
    let head = semicolons.lines().next().unwrap();
    assert!(head.starts_with('\u{feff}') && head.ends_with(";ACR_USD"), "{head}");
    let row = semicolons.lines().nth(1).unwrap();
    assert!(row.contains(";2026-10-01;") && row.rsplit(';').next().unwrap().contains(','), "{row}");
    assert_eq!(semicolons.lines().count() - 1, tabs.lines().filter(|line| line.contains("\t2026-10-01\t")).count());
    let lines = whole(FileFormat::JsonLines, Some(october)).await;
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert!(first["ACR_USD"].is_number() && first["PartnerName"].is_null() && first["Month"] == "2026-10-01");

    let mut download =
        download(&test, &admin, &FileOrder::all(Dataset::AzureUsage, FileFormat::Csv), None).await.unwrap();
    download.look_again_at_once();
    let mut tx = test.db.write().await.unwrap();
    crate::db::sql("update role_grant set revoked_at = 1").execute(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert!(matches!(download.next().await, Err(crate::Error::Denied(_))));
}

/// Filters, orders and groups against loops over all rows as text.
#[tokio::test]
async fn filters_orders_and_groups_are_those_of_a_loop() {
    let (test, admin) = filled().await;
    let dataset = Dataset::Subscriptions;
    let at = |name: &str| column(dataset, name);
    let all = Ask {
        select: ["Month", "SKU", "AvailableSeatsEOP", "BilledRevenueUSD", "SubscriptionId", "CustomerName"]
            .map(at)
            .to_vec(),
        ..Ask::all(dataset).unwrap()
    };
    let lines = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    let every = lines(&text(&test, &admin, &all).await);
    let seats = |line: &String| line.split(',').nth(2).unwrap().parse::<i64>().unwrap();
    let leaf = |name: &str, must: Must| Test::Leaf(Leaf { column: at(name), by: By::Itself, must });
    let september = Value::date("2026-09-01").unwrap();
    let test_of = Test::All(vec![
        leaf("Month", Must::Be(How::Equal, september)),
        Test::Any(vec![
            leaf("SKU", Must::Have(Where::Anywhere, "365".into())),
            Test::Not(Box::new(leaf("AvailableSeatsEOP", Must::Be(How::AtMost, Value::whole(40))))),
        ]),
    ]);
    let ask = Ask { test: test_of, ..all.clone() };
    let expected: Vec<String> = every
        .iter()
        .filter(|line| line.starts_with("2026-09") && (line.contains("365") || seats(line) > 40))
        .cloned()
        .collect();
    assert!(expected.len() > 10 && expected.len() < every.len() / 3);
    assert_eq!(lines(&text(&test, &admin, &ask).await), expected);
    assert_eq!(count(&test, &admin, Permission::Export, &ask).await.unwrap(), expected.len() as u64);

    let order = vec![Order { column: at("AvailableSeatsEOP"), descending: true }];
    let top = Ask { order, skip: 3, top: Some(7), ..ask.clone() };
    let mut sorted = expected.clone();
    sorted.sort_by_key(|line| std::cmp::Reverse(seats(line)));
    assert_eq!(lines(&text(&test, &admin, &top).await), sorted[3..10]);
    let some = Ask { skip: 5, top: Some(200), ..all.clone() };
    assert_eq!(lines(&text(&test, &admin, &some).await), every[5..205]);

    let made = |name: &str, how| Made { name: name.into(), how };
    let makes = vec![
        made("n", Make::Rows),
        made("s", Make::Sum(at("AvailableSeatsEOP"))),
        made("c", Make::Different(at("CustomerTenantId"))),
        made("h", Make::Highest(at("AvailableSeatsEOP"))),
        made("m", Make::Mean(at("AvailableSeatsEOP"))),
    ];
    let of = Groups { by: vec![at("SKU")], makes };
    let (_, rows) = groups(&test, &admin, Permission::Export, &ask, &of).await.unwrap();
    let total: i64 = expected.iter().map(seats).sum();
    let cell = |row: &Row, at: usize| if let Value::Number { units, .. } = row[at] { units } else { panic!("{row:?}") };
    assert_eq!(rows.iter().map(|row| cell(row, 2)).sum::<i64>(), total);
    assert_eq!(rows.iter().map(|row| cell(row, 1)).sum::<i64>(), i64::try_from(expected.len()).unwrap());
    for row in &rows {
        let sku = row[0].to_string();
        let of: Vec<i64> = expected.iter().filter(|line| line.split(',').nth(1) == Some(&sku)).map(seats).collect();
        assert_eq!(cell(row, 4), *of.iter().max().unwrap(), "{sku}");
        let mean = (of.iter().sum::<i64>() * 2_000_000 + 1).div_euclid(i64::try_from(of.len()).unwrap() * 2);
        assert!((cell(row, 5) - mean).abs() <= 1, "{sku}");
    }
    let nobody = Ask { test: Test::Always(false), ..ask };
    let (_, none) = groups(&test, &admin, Permission::Export, &nobody, &Groups { by: vec![], ..of }).await.unwrap();
    assert_eq!(none, [vec![Value::whole(0), Value::Nothing, Value::whole(0), Value::Nothing, Value::Nothing]]);
}

/// A subscription is found by its GUID in any case, and rows go on where a cursor stands.
#[tokio::test]
async fn a_subscription_is_found_and_a_cursor_goes_on() {
    let (test, admin) = filled().await;
    let id = column(Dataset::AzureUsage, "SubscriptionId");
    let all = Ask { select: vec![id], ..Ask::all(Dataset::AzureUsage).unwrap() };
    let every = text(&test, &admin, &all).await;
    let guid = every.lines().nth(7).unwrap();
    let must = Must::Be(How::Equal, Value::Text(guid.to_uppercase().into()));
    let one = Ask { test: Test::Leaf(Leaf { column: id, by: By::Itself, must }), ..all.clone() };
    let found = text(&test, &admin, &one).await;
    assert_eq!(found.lines().skip(1).count(), every.lines().filter(|line| *line == guid).count());
    assert!(found.lines().skip(1).all(|line| line == guid));

    let mut first = rows(&test, &admin, Permission::Export, &all).await.unwrap();
    let begun = first.next(10).await.unwrap().unwrap().len();
    let mut second = rows(&test, &admin, Permission::Export, &all).await.unwrap();
    second.go_to(first.cursor().unwrap());
    let mut rest = 0;
    while let Some(batch) = second.next(1000).await.unwrap() {
        rest += batch.len();
    }
    assert_eq!(begun + rest, every.lines().count() - 1);
}

/// Who may not see a dataset, or not take it that way, gets no row of it.
#[tokio::test]
async fn rows_need_both_rights() {
    let (test, _) = filled().await;
    let nobody = test.person(test.account, "n@f.example", &[Role::BillingAdmin]).await;
    let ask = Ask::all(Dataset::AzureUsage).unwrap();
    for way in [Permission::Export, Permission::ReadFeed] {
        assert!(matches!(rows(&test, &nobody, way, &ask).await, Err(crate::Error::Denied(_))));
        assert!(matches!(count(&test, &nobody, way, &ask).await, Err(crate::Error::Denied(_))));
        let of = Groups::default();
        assert!(matches!(groups(&test, &nobody, way, &ask, &of).await, Err(crate::Error::Denied(_))));
    }
    let reseller = test.account("9000003", &[model::Program::CspIndirectReseller]).await;
    let reseller = test.person(reseller, "r@f.example", &[Role::PartnerAdmin]).await;
    assert!(matches!(rows(&test, &reseller, Permission::Export, &ask).await, Err(crate::Error::Denied(_))));
}
