use super::*;
use model::Micros;

fn answer(rows: &[(&str, &str)]) -> String {
    let row = |(day, units): &(&str, &str)| {
        let id = "00000000-0000-4000-8000-000000000001";
        format!(
            r#"{{"customerTenantId":"{id}","subscriptionId":"{id}","usageDate":"{day}T00:00:00","meterCategory":"Compute","meterSubcategory":"Meter a","meterUnit":"Hours","consumptionMeterId":"a","quantity":{units}}}"#
        )
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    format!(r#"{{"Value":[{}],"@nextLink":null,"TotalCount":{}}}"#, rows.join(","), rows.len())
}

#[tokio::test]
async fn units_without_a_cost_leave_it_unknown_and_give_way_to_rated_rows() {
    let test = TestDomain::new().await;
    let admin = test.person(test.account, "a@f.example", &[Role::PartnerAdmin]).await;
    let file = answer(&[("2026-10-01", "1.5"), ("2026-10-01", "2"), ("2026-11-02", "7")]);
    assert_eq!(test.import(&admin, &file).await.state, ImportState::Done);
    let query = DailyQuery { from: Some("2026-10-01".parse().unwrap()), ..DailyQuery::default() };
    let query = DailyQuery { to: Some("2026-11-30".parse().unwrap()), ..query };
    let told = async || {
        let found = days(&test, &admin, &query).await.unwrap();
        let meter = |it: model::MeterUse| (it.meter, it.currency, it.units.0, it.cost.map(|cost| cost.0));
        found.meters.into_iter().map(meter).collect::<Vec<_>>()
    };
    assert_eq!(told().await, [("Meter a".to_owned(), String::new(), 10_500_000, None)], "not 0");
    let newest = days(&test, &admin, &DailyQuery::default()).await.unwrap();
    assert_eq!(newest.days.map(|(_, to)| to), Some("2026-11-02".parse().unwrap()));
    assert_eq!(newest.meters[0].course.last(), Some(&Some(Micros(7_000_000))));

    let id = "00000000-0000-4000-8000-000000000001";
    let rated = format!("{DAILY}{id},Customer 1,2026-10-05,{id},a,Meter a,Hours,4,9,TWD\n");
    assert_eq!(test.import(&admin, &rated).await.state, ImportState::Done);
    let expected = [
        ("Meter a".to_owned(), String::new(), 7_000_000, None),
        ("Meter a".to_owned(), "TWD".to_owned(), 4_000_000, Some(9_000_000)),
    ];
    assert_eq!(told().await, expected, "October is of the rated rows alone");
}
