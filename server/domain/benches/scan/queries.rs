//! What the licence page asks.

use super::facts::{MONTHS, month};
use domain::{
    fact::{Dim, Measure},
    scan::{Filter, Query, Top},
};
use model::Dataset;

const DEPLOYMENT: (Dataset, &str, [Measure; 2]) =
    (Dataset::LicenseDeployment, "deployment", [Measure::Sold, Measure::Assigned]);
const USAGE: (Dataset, &str, [Measure; 2]) = (Dataset::LicenseUsage, "usage", [Measure::Qualified, Measure::Active]);

/// Names and queries; every trend's name begins so.
pub(crate) fn all() -> Vec<(String, Query)> {
    let mut all = Vec::new();
    for (dataset, name, measures) in [DEPLOYMENT, USAGE] {
        let over = |from: i32, filters: Vec<Filter>| Query {
            filters,
            measures: measures.to_vec(),
            by_month: true,
            ..Query::of(dataset, (from..MONTHS).map(month).collect())
        };
        let last = |group: &[Dim], filters: Vec<Filter>| Query {
            group: group.to_vec(),
            by_month: false,
            ..over(MONTHS - 1, filters)
        };
        let mut add = |what: &str, query| all.push((format!("{what}, {name}"), query));
        add("figures, 2 months", over(MONTHS - 2, vec![]));
        add("figures, 2 months, filtered", over(MONTHS - 2, filters(5)));
        add(
            "figures, 2 months, customers counted",
            Query { distinct: Some(Dim::Customer), ..over(MONTHS - 2, filters(2)) },
        );
        add("trend", over(0, vec![]));
        for (what, filters) in filtered() {
            add(&format!("trend, {what}"), over(0, filters));
        }
        add("trend of one customer", over(0, vec![Filter::In(Dim::Customer, vec![4711])]));
        add("trend by product", Query { group: vec![Dim::Product], ..over(0, vec![]) });
        add("by product", last(&[Dim::Product], vec![]));
        add("by product, filtered", last(&[Dim::Product], filters(5)));
        if dataset == Dataset::LicenseUsage {
            add("by workload", last(&[Dim::Workload], vec![]));
            add("by workload, filtered", last(&[Dim::Workload], filters(5)));
            add("trend by workload", Query { group: vec![Dim::Workload], ..over(0, vec![]) });
        }
        add("by market", last(&[Dim::Market], vec![]));
        add("by customer (bands, table)", last(&[Dim::Customer], vec![]));
        add("by customer, product+channel", last(&[Dim::Customer], filters(2)));
        add("by customer, filtered", last(&[Dim::Customer], filters(5)));
        let top = Some(Top { by: 0, limit: 50 });
        add("by customer, largest 50", Query { top, ..last(&[Dim::Customer], vec![]) });
        let distinct = Some(Dim::Customer);
        add("trend, customers counted", Query { distinct, ..over(0, vec![]) });
        add(
            "trend, customers with any, filtered",
            Query { distinct, ..over(0, [filters(5), vec![Filter::Positive(measures[1])]].concat()) },
        );
        add(
            "customers of 24 months by product",
            Query { group: vec![Dim::Product], distinct, by_month: false, ..over(0, vec![]) },
        );
        let pivot = vec![Dim::Product, Dim::Market, Dim::Segment, Dim::Channel];
        add("pivot: month, product, market, segment, channel", Query { group: pivot, ..over(0, vec![]) });
    }
    all
}

/// Product, channel, market, segment, location: the first `n` of them.
fn filters(n: usize) -> Vec<Filter> {
    let all = [
        Filter::In(Dim::Product, vec![2, 3, 7]),
        Filter::In(Dim::Channel, vec![1, 2]),
        Filter::In(Dim::Market, vec![1, 2, 3, 4, 5, 6]),
        Filter::In(Dim::Segment, vec![1, 2]),
        Filter::In(Dim::Location, (1..=20).collect()),
    ];
    all.into_iter().take(n).collect()
}

fn filtered() -> Vec<(&'static str, Vec<Filter>)> {
    let [product, channel, market, segment, location] = [0, 1, 2, 3, 4].map(|n| vec![filters(5)[n].clone()]);
    vec![
        ("one product", vec![Filter::In(Dim::Product, vec![3])]),
        ("3 products", product),
        ("channel", channel),
        ("market", market),
        ("segment", segment),
        ("location", location),
        ("product+channel+market+segment+location", filters(5)),
        (
            "nearly all: 12 products, 20 markets",
            vec![Filter::In(Dim::Product, (1..=12).collect()), Filter::In(Dim::Market, (1..=20).collect())],
        ),
        ("every second market", vec![Filter::In(Dim::Market, (1..=24).step_by(2).collect())]),
    ]
}
