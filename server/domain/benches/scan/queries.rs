//! What the licence page asks (`src/licenses` of the domain), with the worst combinations of its filters.

use super::facts::{MONTHS, month};
use domain::{
    fact::{Dim, Measure},
    scan::{Filter, Query},
};
use model::Dataset;

/// A query to be timed.
pub(crate) struct Asked {
    pub(crate) name: String,
    pub(crate) query: Query,
    /// Milliseconds that the median may take.
    pub(crate) target: f64,
}

/// The measures in the order in which the page asks for them.
const DEPLOYMENT: (Dataset, &str, [Measure; 2]) =
    (Dataset::LicenseDeployment, "deployment", [Measure::Assigned, Measure::Sold]);
const USAGE: (Dataset, &str, [Measure; 2]) = (Dataset::LicenseUsage, "usage", [Measure::Active, Measure::Qualified]);

/// Names and queries; every trend's name begins so.
pub(crate) fn all() -> Vec<Asked> {
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
        let mut add = |what: &str, target, query| all.push(Asked { name: format!("{what}, {name}"), query, target });
        for (what, filters) in [("", vec![]), (", all filters", every(dataset))] {
            add(&format!("figures, 2 months{what}"), 2.0, over(MONTHS - 2, filters.clone()));
            let part = if dataset == Dataset::LicenseUsage { Dim::Workload } else { Dim::Product };
            add(&format!("by {}{what}", part.key()), 2.0, last(&[part], filters.clone()));
            add(&format!("by customer (bands, table){what}"), 2.0, last(&[Dim::Customer], filters));
        }
        add("by customer, product+channel", 2.0, last(&[Dim::Customer], every(dataset)[..2].to_vec()));
        for (what, filters) in filtered(dataset) {
            add(&format!("trend, 24 months{what}"), 8.0, over(0, filters));
        }
        let one = vec![Filter::In(Dim::Customer, vec![4711])];
        add("trend of one customer", 8.0, over(0, one.clone()));
        if dataset == Dataset::LicenseDeployment {
            let group = vec![Dim::Market, Dim::Segment];
            add("trend of one customer's market", 8.0, Query { group, ..over(0, one) });
        }
        // Not asked by the page as it is: the worst that its filters and columns could be combined to.
        let distinct = Some(Dim::Customer);
        add("beyond: 24 months, customers counted", 8.0, Query { distinct, ..over(0, every(dataset)) });
        let group = vec![Dim::Product, Dim::Market, Dim::Segment, Dim::Channel];
        add("beyond: pivot of month and four columns", 40.0, Query { group, ..over(0, vec![]) });
    }
    all
}

/// All filters of the page at once; about half of each column's values. Deployment knows no workload.
fn every(dataset: Dataset) -> Vec<Filter> {
    let mut all = vec![
        Filter::In(Dim::Product, vec![2, 3, 5, 7, 8, 11, 13]),
        Filter::In(Dim::Channel, vec![1, 2]),
        Filter::In(Dim::Market, (1..=24).step_by(2).collect()),
        Filter::In(Dim::Segment, vec![1, 2, 4]),
        Filter::In(Dim::Location, (1..=30).collect()),
    ];
    if dataset == Dataset::LicenseUsage {
        all.push(Filter::In(Dim::Workload, vec![1, 2, 4, 6, 9, 12]));
    }
    all
}

fn filtered(dataset: Dataset) -> Vec<(String, Vec<Filter>)> {
    let mut all = vec![
        (String::new(), vec![]),
        (", one product".into(), vec![Filter::In(Dim::Product, vec![3])]),
        (
            ", nearly all products, markets".into(),
            vec![Filter::In(Dim::Product, (1..=12).collect()), Filter::In(Dim::Market, (1..=20).collect())],
        ),
    ];
    for filter in every(dataset) {
        if let Filter::In(dim, _) = &filter {
            all.push((format!(", half of {}", dim.key()), vec![filter]));
        }
    }
    all.push((", half of all filters".into(), every(dataset)));
    all
}
