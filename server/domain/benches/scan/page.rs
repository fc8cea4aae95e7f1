//! The licence page's answers as whole, through the domain's own functions: what a visit costs beside the drawing.

use super::{Failure, measure};
use domain::{Domain, access::Caller, clock::Clock, db::Address, licenses};
use model::{CustomerQuery, CustomerSort, LicenseChoices, LicenseFilter, MonthRange};
use std::time::Instant;

/// Measures report, table of customers and choices on what the account has.
pub(crate) async fn measure(domain: &Domain, caller: &Caller, runs: u32) -> Result<(), Failure> {
    let choices = licenses::choices(domain, caller).await?;
    let (Some(&first), Some(&last)) = (choices.months.first(), choices.months.last()) else {
        return Err("no licence rows to measure".into());
    };
    println!("\nfirst touch of whole answers, with an empty cache (ms)");
    let cold = Domain::open(&domain.data, &Address::File(domain.data.join("seatscope.db")), Clock::system()).await?;
    let start = Instant::now();
    licenses::report(&cold, caller, &over(first, last, LicenseFilter::default())).await?;
    println!("{:52} {:8.1}   < 400", "report, all months", measure::millis(start.elapsed()));

    measure::head("whole answers of the licence page", runs, "rows");
    let every = choices.months.len();
    for (name, months) in [("2 months", 2), ("13 months (as opened)", 13), ("all months", every)] {
        let from = choices.months[every.saturating_sub(months)];
        let target = target(months);
        for (kind, filter) in filters(&choices) {
            let filter = over(from, last, filter);
            let ask = || async { Ok(licenses::report(domain, caller, &filter).await?.trend.len()) };
            measure::line(&format!("report, {name}{kind}"), runs, target, ask).await?;
        }
    }
    for (name, query) in tables(&choices) {
        let ask = || async { Ok(licenses::customers(domain, caller, &query).await?.rows.len()) };
        measure::line(&format!("table of customers{name}"), runs, target(2), ask).await?;
    }
    let ask = || async { Ok(licenses::choices(domain, caller).await?.months.len()) };
    measure::line("choices of the filters", runs, target(2), ask).await
}

/// Milliseconds that an answer may take, by the months it reads.
const fn target(months: usize) -> f64 {
    if months <= 2 { 2.0 } else { 8.0 }
}

fn over(from: model::Month, to: model::Month, filter: LicenseFilter) -> LicenseFilter {
    LicenseFilter { months: Some(MonthRange { from, to }), ..filter }
}

/// Without a filter, with the usual one, and with all of them at once.
fn filters(choices: &LicenseChoices) -> Vec<(&'static str, LicenseFilter)> {
    let half = |all: &[String]| all.iter().step_by(2).cloned().collect::<Vec<_>>();
    let locations: Vec<String> = choices.locations.iter().map(|(id, _)| id.clone()).collect();
    let all = LicenseFilter {
        months: None,
        products: half(&choices.products),
        workloads: half(&choices.workloads),
        markets: half(&choices.markets),
        segments: half(&choices.segments),
        channels: half(&choices.channels),
        locations: half(&locations),
    };
    let product =
        LicenseFilter { products: all.products.iter().take(1).cloned().collect(), ..LicenseFilter::default() };
    let market = LicenseFilter { markets: all.markets.clone(), ..LicenseFilter::default() };
    vec![
        ("", LicenseFilter::default()),
        (", one product", product),
        (", every second market", market),
        (", half of all six filters", all),
    ]
}

fn tables(choices: &LicenseChoices) -> Vec<(&'static str, CustomerQuery)> {
    let filter = filters(choices).pop().map(|(_, filter)| filter).unwrap_or_default();
    let plain = CustomerQuery::default();
    let by_name = CustomerQuery { sort: CustomerSort::Name, page: 3, ..plain.clone() };
    let search = CustomerQuery { search: "er".into(), ..plain.clone() };
    vec![
        ("", plain),
        (", by name, page 4", by_name),
        (", searched", search),
        (", half of all six filters", CustomerQuery { filter, ..CustomerQuery::default() }),
    ]
}
