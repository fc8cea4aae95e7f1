//! Rejected rows that come back mended.

use super::*;
use model::{ImportId, NoMend};

/// Forty customers with two licences each, of which the last `bad` cannot be read.
fn file(bad: usize) -> String {
    let rows: Vec<_> = (1..=40).map(|customer| ("2026-10", customer, "E3", 1, 2)).collect();
    let given = deployment(&rows);
    let lines = given.lines().enumerate();
    let spoil =
        |(at, line): (usize, &str)| if at + bad > 40 { line.replace(",1,2", ",1,two") } else { line.to_owned() };
    lines.map(spoil).fold(String::new(), |given, line| given + &line + "\n")
}

async fn rejected(test: &TestDomain, admin: &Caller, id: ImportId) -> String {
    std::fs::read_to_string(quarantine(test, admin, id).await.unwrap().unwrap()).unwrap()
}

async fn october(test: &TestDomain, admin: &Caller) -> Option<i64> {
    sold(test, admin).await.last().unwrap().1
}

fn why(import: &ImportRow) -> NoMend {
    assert_eq!(import.state, ImportState::Refused, "{:?}", import.notes);
    let [ImportNote::NothingToMend { why }] = import.notes[..] else { panic!("{:?}", import.notes) };
    why
}

#[tokio::test]
async fn mended_rows_join_the_month_that_they_were_rejected_from() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let first = import(&test, &admin, &file(2)).await;
    assert_eq!((first.rows, first.bad_rows, october(&test, &admin).await), (38, 2, Some(76)));

    let bad = rejected(&test, &admin, first.id).await;
    assert!(bad.starts_with(&format!("{HEADER},Reason {}\n", first.id)), "{bad}");
    let mended = import(&test, &admin, &bad.replace(",two", ",7")).await;
    assert_eq!((mended.state, mended.rows), (ImportState::Done, 2), "{:?}", mended.notes);
    assert_eq!(mended.notes, [ImportNote::Mends { file: "file.csv".into() }]);
    assert_eq!(october(&test, &admin).await, Some(76 + 14));
    let change = &mended.months[0];
    assert_eq!((change.rows_before, change.rows), (Some(38), 40));
    assert!(change.totals.contains(&("sold".into(), Some(76), 90)), "{:?}", change.totals);

    let again = import(&test, &admin, &bad.replace(",two", ",8")).await;
    assert_eq!(why(&again), NoMend::TooMany { rows: 2, left: 0 }, "rows are not added twice");
    assert_eq!(october(&test, &admin).await, Some(90));
}

#[tokio::test]
async fn rows_may_be_mended_piece_by_piece_and_undone() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let first = import(&test, &admin, &file(2)).await;
    let bad = rejected(&test, &admin, first.id).await;
    let lines: Vec<&str> = bad.lines().collect();
    let piece = |line: usize| format!("{}\n{}\n", lines[0], lines[line].replace(",two", ",5"));
    let one = import(&test, &admin, &piece(1)).await;
    let two = import(&test, &admin, &piece(2)).await;
    assert_eq!((one.state, two.state, october(&test, &admin).await), (ImportState::Done, ImportState::Done, Some(86)));
    assert_eq!(two.months[0].rows_before, Some(39));
    let same = import(&test, &admin, &file(2)).await;
    assert!(matches!(same.notes[..], [ImportNote::Repeated { replaced: false, .. }]), "its rows are all there");

    super::super::undo(&test, &admin, two.id).await.unwrap();
    assert_eq!(october(&test, &admin).await, Some(81));
    let two = import(&test, &admin, &piece(2)).await;
    assert_eq!(
        (two.state, october(&test, &admin).await),
        (ImportState::Done, Some(86)),
        "what was undone can be mended again"
    );
}

#[tokio::test]
async fn a_mended_row_may_bring_a_new_month() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let given =
        file(0) + &file(1).lines().last().unwrap().replace("2026-10-01", "2026-13-01").replace("two", "3") + "\n";
    let first = import(&test, &admin, &given).await;
    let bad = rejected(&test, &admin, first.id).await;
    let mended = import(&test, &admin, &bad.replace("2026-13-01", "2026-09-01")).await;
    assert_eq!((mended.state, mended.months[0].rows_before), (ImportState::Done, None));
    assert_eq!(sold(&test, &admin).await, [("2026-09".into(), Some(3)), ("2026-10".into(), Some(80))]);
}

#[tokio::test]
async fn without_its_rows_there_is_nothing_to_mend() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let other = test.account("9100001", &[Program::CspIndirectProvider]).await;
    let stranger = test.person(other, "a@n.example", &[Role::PartnerAdmin]).await;
    let refused = import(&test, &admin, &file(9)).await;
    assert_eq!(refused.state, ImportState::Refused);
    let of_refused = rejected(&test, &admin, refused.id).await.replace(",two", ",2");
    assert_eq!(why(&import(&test, &admin, &of_refused).await), NoMend::NotIn);
    assert!(sold(&test, &admin).await.is_empty(), "nine rows are not the month");

    let first = import(&test, &admin, &file(1)).await;
    let bad = rejected(&test, &admin, first.id).await.replace(",two", ",2");
    assert_eq!(why(&import(&test, &stranger, &bad).await), NoMend::Unknown, "another account's imports are unknown");
    let whole = file(0).replacen(HEADER, &format!("{HEADER},Reason {}", first.id), 1).replace(",1,2\n", ",1,2,\n");
    assert_eq!(why(&import(&test, &admin, &whole).await), NoMend::TooMany { rows: 40, left: 1 });

    import(&test, &admin, &deployment(&[("2026-10", 1, "E3", 1, 500)])).await;
    assert_eq!(why(&import(&test, &admin, &bad).await), NoMend::Replaced { month: "2026-10".parse().unwrap() });
    assert_eq!(october(&test, &admin).await, Some(500));
}

#[tokio::test]
async fn what_a_few_rows_cannot_tell_is_not_guessed() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    // Day first, as the whole file shows; the one bad row on its own would be read as a day of April.
    let day_first = file(1).replace("2026-10-01", "13/7/2026").replacen("two", "zwei", 1);
    let first = import(&test, &admin, &day_first).await;
    assert!(first.notes.contains(&ImportNote::DateOrder { day_first: true }));
    let bad = rejected(&test, &admin, first.id).await.replace("zwei", "2").replace("13/7/2026", "7/4/2026");
    assert_eq!(why(&import(&test, &admin, &bad).await), NoMend::Dates);
    assert_eq!(import(&test, &admin, &bad.replace("7/4/2026", "2026-07-13")).await.state, ImportState::Done);

    let two_dates = file(1) + &deployment(&[("2026-10", 1, "E3", 1, 2)]).replace("10-01", "10-31").replace(HEADER, "");
    let first = import(&test, &admin, &two_dates).await;
    let bad = rejected(&test, &admin, first.id).await.replace(",two", ",2");
    assert_eq!(why(&import(&test, &admin, &bad).await), NoMend::Snapshots);
}

#[tokio::test]
async fn a_mended_duplicate_of_a_row_that_counts_does_not() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let row = |n: u32, attribution: &str, seats: &str| {
        format!("2026-10-01,00000000-0000-4000-8000-{n:012},E3,{attribution},{seats},1\n")
    };
    let header = "Month,CustomerTenantId,SKU,PartnerAttributionType,AvailableSeats,BilledRevenueUSD\n";
    let good: String = (1..=40).map(|n| row(n, "CSP Tier 1", "5")).collect();
    let first =
        import(&test, &admin, &(header.to_owned() + &good + &row(1, "DAP", "five") + &row(41, "DAP", "five"))).await;
    assert_eq!((first.dataset, first.rows, first.bad_rows), (Some(Dataset::Customers), 40, 2), "{:?}", first.notes);
    let bad = rejected(&test, &admin, first.id).await;
    let mended = import(&test, &admin, &bad.replace("five", "5")).await;
    assert_eq!((mended.state, mended.months[0].rows), (ImportState::Done, 42), "{:?}", mended.notes);
    let scope = admin.may(model::Permission::ViewLicenses).unwrap();
    let query = Query {
        filters: vec![Filter::In(Dim::Counted, vec![1])],
        measures: vec![Measure::Seats],
        ..Query::of(Dataset::Customers, vec!["2026-10".parse().unwrap()])
    };
    let seats = test.facts.scan(&scope, &query).await.unwrap().rows[0].sums[0];
    assert_eq!(seats, 41 * 5, "customer 1 has its five seats once, customer 41 is new");
}
