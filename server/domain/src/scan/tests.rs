//! The scan against a loop over rows that anyone can check by reading.

mod naive;

use super::{Filter, Group, Plan, Query, Source, Top, run};
use crate::fact::{Attributes, Columns, Dim, FactError, Measure, Overrides, Part, Segment, schema, testing::Stored};
use model::{Dataset, Month};
use naive::naive;
use proptest::{collection::vec, prelude::*, sample::select};
use std::{collections::BTreeMap, sync::Arc};

const DATASETS: [Dataset; 4] =
    [Dataset::LicenseDeployment, Dataset::LicenseUsage, Dataset::Subscriptions, Dataset::Customers];

fn month(n: i32) -> Month {
    Month::new(2026, 1).unwrap().plus(n)
}

/// The rows of all months of a dataset.
type Months = BTreeMap<(Dataset, Month), Columns>;

/// Encoded parts in memory.
struct Memory {
    segments: BTreeMap<(Dataset, Month), Vec<Arc<Segment>>>,
    stored: Vec<Stored>,
}

impl Memory {
    fn of(facts: &Months, most: usize) -> Self {
        let mut memory = Self { segments: BTreeMap::new(), stored: Vec::new() };
        for (&(dataset, month), columns) in facts {
            for part in Stored::parts(dataset, month, columns, most) {
                memory.segments.entry((dataset, month)).or_default().push(Arc::clone(&part.segment));
                memory.stored.push(part);
            }
        }
        memory
    }

    fn ask(&self, query: &Query, threads: usize) -> Result<(u64, Vec<Group>), FactError> {
        let plan = Plan::of(query, &self.segments, &Overrides::default())?;
        let found = if plan.work() == 0 { plan.summarise() } else { run(&plan, self, threads)? };
        Ok(plan.groups(&found))
    }
}

impl Source for Memory {
    fn part(&self, segment: &Segment, dims: &[Dim], measures: &[Measure]) -> Result<Part, FactError> {
        self.stored.iter().find(|stored| stored.segment.key == segment.key).unwrap().part(dims, measures)
    }

    fn attributes(&self, month: Month) -> Result<Arc<Attributes>, FactError> {
        let parts = self.segments.get(&(Dataset::Customers, month)).into_iter().flatten();
        let parts: Vec<Part> = parts.map(|s| self.part(s, &Attributes::DIMS, &[]).unwrap()).collect();
        Ok(Arc::new(Attributes::of(&parts)))
    }
}

/// Small ids, sometimes so large that a column needs the next width; measures of every width.
fn columns(dataset: Dataset) -> impl Strategy<Value = Columns> {
    let schema = schema(dataset).unwrap();
    let id = prop_oneof![8 => 0_u32..6, 1 => 0_u32..40, 1 => 250_u32..300];
    let wide = select(vec![1_i64, 1, 1, 1000, 1_000_000, 1 << 40]);
    let value = prop_oneof![3 => -5_i64..20, 1 => Just(0)];
    let row = (vec(id, schema.dims.len()), vec(value, schema.measures.len()));
    (vec(row, 0..60), vec(wide, schema.measures.len())).prop_map(move |(rows, wide)| {
        let mut columns = Columns::new(schema);
        for (ids, values) in rows {
            columns.dims.iter_mut().zip(ids).for_each(|(column, id)| column.push(id));
            let values = values.iter().zip(&wide).map(|(value, wide)| value * wide);
            columns.measures.iter_mut().zip(values).for_each(|(column, value)| column.push(value));
        }
        if let Some(counted) = schema.dims.iter().position(|&dim| dim == Dim::Counted) {
            columns.dims[counted].iter_mut().for_each(|id| *id %= 2);
        }
        columns.sort();
        columns
    })
}

/// Months 0 to 3 of a dataset and of the customers, some of them missing.
fn facts(dataset: Dataset) -> impl Strategy<Value = Months> {
    let of = move |dataset: Dataset| {
        vec(proptest::option::weighted(0.8, columns(dataset)), 4).prop_map(move |months| {
            let months = (0..).zip(months).filter_map(|(n, rows)| rows.map(|rows| ((dataset, month(n)), rows)));
            months.filter(|(_, rows)| rows.rows() > 0).collect::<Months>()
        })
    };
    (of(Dataset::Customers), of(dataset)).prop_map(|(mut all, own)| {
        all.extend(own);
        all
    })
}

fn query(dataset: Dataset) -> impl Strategy<Value = Query> {
    let own = schema(dataset).unwrap();
    let mut filtered: Vec<Dim> = [own.dims, &[Dim::Market, Dim::Segment, Dim::Location]].concat();
    filtered.sort_unstable();
    filtered.dedup();
    let grouped: Vec<Dim> =
        filtered.iter().copied().filter(|dim| *dim != Dim::Location || own.dims.contains(dim)).collect();
    let counted: Vec<Dim> =
        own.dims.iter().copied().filter(|dim| matches!(dim, Dim::Customer | Dim::Subscription)).collect();
    let ids = prop_oneof![vec(0_u32..6, 1..4), vec(0_u32..40, 1..30), vec(0_u32..300, 100..200), Just(vec![])];
    let filter = prop_oneof![
        5 => (select(filtered), ids).prop_map(|(dim, ids)| Filter::In(dim, ids)),
        1 => (select(own.measures), -3_i64..9, -3_i64..200).prop_map(|(it, low, high)| Filter::Within(it, low, high)),
        // Days of small numbers lie long before any month.
        1 => (select(own.measures), -30_000_i64..-19_000, -21_000_i64..0).prop_map(|(it, low, high)| Filter::Days(it, low, high)),
    ];
    let parts = (
        vec((-1_i32..5).prop_map(month), 1..6),
        prop_oneof![2 => Just(vec![]), 3 => vec(filter, 1..4)],
        proptest::sample::subsequence(grouped, 0..3).prop_shuffle(),
        any::<bool>(),
        proptest::sample::subsequence(own.measures.to_vec(), 0..=own.measures.len()).prop_shuffle(),
        proptest::option::of(select(counted)),
        proptest::option::of((any::<prop::sample::Index>(), 0_usize..8)),
    );
    parts.prop_map(move |(months, filters, group, by_month, measures, distinct, top)| {
        let top = top.filter(|_| !measures.is_empty());
        let top = top.map(|(by, limit)| Top { by: by.index(measures.len()), limit });
        Query { dataset, months, filters, group, by_month, measures, distinct, top }
    })
}

proptest! {
    #[test]
    fn the_scan_is_the_loop(
        (facts, queries) in select(&DATASETS[..]).prop_flat_map(|d| (facts(d), vec(query(d), 4))),
        most in 1_usize..40,
        threads in 1_usize..4,
    ) {
        let memory = Memory::of(&facts, most);
        for query in queries {
            match memory.ask(&query, threads) {
                Ok(answer) => prop_assert_eq!(answer, naive(&facts, &query), "{:?}", query),
                Err(FactError::TooManyGroups(_)) => {}
                Err(error) => prop_assert!(false, "{error}"),
            }
        }
    }
}

#[test]
fn blocks_larger_than_one_are_walked_whole() {
    // More rows of one customer than a block has, between small ones; all paths.
    let dataset = Dataset::LicenseDeployment;
    let mut columns = Columns::new(schema(dataset).unwrap());
    for row in 0..30_000_u32 {
        let customer = if (5_000..15_000).contains(&row) { 500 } else { row / 7 % 900 };
        for (column, id) in columns.dims.iter_mut().zip([customer, row % 5, row % 3, row % 11]) {
            column.push(id);
        }
        columns.measures[0].push(i64::from(row % 1000));
        columns.measures[1].push(i64::from(row) * 1000);
    }
    columns.sort();
    let facts = Months::from([((dataset, month(0)), columns)]);
    let memory = Memory::of(&facts, 1 << 18);
    let filters = [
        vec![],
        vec![Filter::In(Dim::Customer, (400..700).collect())],
        vec![Filter::In(Dim::Customer, vec![500, 3])],
        vec![Filter::In(Dim::Product, vec![1, 2]), Filter::Within(Measure::Sold, 1, i64::MAX)],
        vec![Filter::In(Dim::Customer, (0..899).collect()), Filter::In(Dim::Channel, (0..9).collect())],
    ];
    for filters in filters {
        for group in [vec![], vec![Dim::Customer], vec![Dim::Product], vec![Dim::Channel, Dim::Customer]] {
            for distinct in [None, Some(Dim::Customer)] {
                let query = Query {
                    filters: filters.clone(),
                    group: group.clone(),
                    measures: vec![Measure::Assigned, Measure::Sold],
                    distinct,
                    ..Query::of(dataset, vec![month(0)])
                };
                assert!(memory.ask(&query, 2).unwrap() == naive(&facts, &query), "{query:?}");
            }
        }
    }
}

#[test]
fn unknown_is_not_zero() {
    let memory = Memory::of(&Months::new(), 10);
    let query = Query { measures: vec![Measure::Sold], ..Query::of(Dataset::LicenseDeployment, vec![month(0)]) };
    assert_eq!(memory.ask(&query, 1).unwrap(), (0, vec![]));
}

#[test]
fn what_a_dataset_does_not_know_is_refused() {
    let memory = Memory::of(&Months::new(), 10);
    let base = Query::of(Dataset::LicenseDeployment, vec![month(0)]);
    let queries = [
        Query { group: vec![Dim::Workload], ..base.clone() },
        Query { group: vec![Dim::Location], ..base.clone() },
        Query { distinct: Some(Dim::Subscription), ..base.clone() },
        Query { measures: vec![Measure::Active], ..base.clone() },
        Query { filters: vec![Filter::Within(Measure::Active, 1, i64::MAX)], ..base.clone() },
        Query { filters: vec![Filter::In(Dim::State, vec![0])], ..base.clone() },
    ];
    for query in queries {
        assert!(matches!(memory.ask(&query, 1), Err(FactError::NoColumn { .. })), "{query:?}");
    }
    assert!(matches!(memory.ask(&Query::of(Dataset::Profile, vec![]), 1), Err(FactError::NotFacts(_))));
}
