//! The pages of figures, Azure by day and the log: whole answers, and every scan that they are made of.

use super::{
    Failure,
    facts::{FAMILIES, LOCATIONS, MARKETS, MONTHS, PRODUCTS, SEGMENTS, SERVICES, month},
    measure,
    scans::{Heard, Scan},
    words::{tenant, word},
};
use domain::{Domain, access::Caller, fact::Dim, insight};
use model::{Facet, InsightPage, InsightQuery, Month, MonthRange};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    time::{Duration, Instant},
};

/// Measures each page over few and many months, with and without a filter.
pub(crate) async fn measure(
    domain: &Domain,
    caller: &Caller,
    runs: u32,
    only: &str,
    heard: &Heard,
) -> Result<(), Failure> {
    let mut anew = domain.clone();
    anew.facts = anew.facts.without_answers();
    measure::head("whole answers of the pages of figures", runs, "scans");
    let scans: RefCell<BTreeMap<String, (Scan, Vec<Duration>)>> = RefCell::default();
    for page in InsightPage::ALL {
        for (name, query) in asked(page, month(MONTHS - 1)) {
            let name = format!("{}{name}", page.key());
            if !name.contains(only) {
                continue;
            }
            heard.take();
            let start = Instant::now();
            insight::page(&anew, caller, page, &query).await?;
            let first = measure::millis(start.elapsed());
            heard.take();
            let ask = || async {
                insight::page(&anew, caller, page, &query).await?;
                let found = heard.take();
                let count = found.len();
                for scan in found {
                    let mut scans = scans.borrow_mut();
                    let entry = scans.entry(scan.name()).or_default();
                    entry.1.push(scan.took);
                    entry.0 = scan;
                }
                Ok(count)
            };
            measure::line(&format!("{name} (first: {first:.0})"), runs, 20.0, ask).await?;
            let again = || async {
                insight::page(domain, caller, page, &query).await.map(|_| heard.take().len()).map_err(Failure::from)
            };
            measure::line(&format!("{name}, asked again"), runs, 20.0, again).await?;
        }
    }
    measure::head("scans of these pages: dataset, by, months, filters", runs, "");
    for (name, (scan, mut times)) in scans.into_inner() {
        let target = if scan.months() <= 2 { 2.0 } else { 8.0 };
        measure::row(&name, "", &mut times, "", target);
    }
    Ok(())
}

/// As opened, of two months, of all months, and these narrowed by all that the page can be narrowed by.
fn asked(page: InsightPage, last: Month) -> Vec<(&'static str, InsightQuery)> {
    let over = |months: i32, narrowed: Vec<(Facet, String)>| InsightQuery {
        months: Some(MonthRange { from: last.plus(1 - months), to: last }),
        narrowed,
        ..InsightQuery::default()
    };
    let half = |(facet, dim, count): (Facet, Dim, u32)| {
        (1..=count).step_by(2).map(move |id| (facet, word(dim, id))).collect::<Vec<_>>()
    };
    let all = [
        (Facet::Market, Dim::Market, MARKETS),
        (Facet::Segment, Dim::Segment, SEGMENTS),
        (Facet::Product, Dim::Product, PRODUCTS),
        (Facet::Service, Dim::AzureService, SERVICES),
        (Facet::Family, Dim::Family, FAMILIES),
        (Facet::Location, Dim::Location, LOCATIONS),
    ];
    let filters: Vec<_> = all.into_iter().filter(|(facet, ..)| page.facets().contains(facet)).flat_map(half).collect();
    let customer = vec![(Facet::Customer, tenant(4711))];
    vec![
        (", as opened", InsightQuery::default()),
        (", 2 months", over(2, Vec::new())),
        (", 2 months, half of all filters", over(2, filters.clone())),
        (", 24 months", over(24, Vec::new())),
        (", 24 months, half of all filters", over(24, filters)),
        (", 24 months, one customer", over(24, customer)),
    ]
}
