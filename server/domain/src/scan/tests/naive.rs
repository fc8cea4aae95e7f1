//! The answer by a loop over rows.

use super::Months;
use crate::{
    fact::{Columns, Dim, Measure, schema},
    scan::{Filter, Group, Query, Top},
};
use jiff::civil::Date;
use model::{Dataset, Month};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// A row as the loop sees it.
struct Row<'a> {
    dataset: Dataset,
    month: Month,
    columns: &'a Columns,
    customers: Option<&'a Columns>,
    at: usize,
}

impl Row<'_> {
    fn own(&self, dim: Dim) -> Option<u32> {
        let place = schema(self.dataset)?.dims.iter().position(|&d| d == dim)?;
        Some(self.columns.dims[place][self.at])
    }

    /// All ids that the row has, of its own or from its customer.
    fn ids(&self, dim: Dim) -> Vec<u32> {
        if let Some(id) = self.own(dim) {
            return vec![id];
        }
        let Some(customers) = self.customers else { return vec![0] };
        let customer = self.own(Dim::Customer).unwrap();
        let at = |dim: Dim| schema(Dataset::Customers).unwrap().dims.iter().position(|&d| d == dim).unwrap();
        let rows: Vec<usize> =
            (0..customers.rows()).filter(|&row| customers.dims[at(Dim::Customer)][row] == customer).collect();
        let ids = |row: &usize| customers.dims[at(dim)][*row];
        if rows.is_empty() {
            vec![0]
        } else if dim == Dim::Location {
            rows.iter().map(ids).collect()
        } else {
            let counted = rows.iter().filter(|row| customers.dims[at(Dim::Counted)][**row] == 1);
            vec![counted.map(ids).find(|&id| id != 0).unwrap_or(0)]
        }
    }

    fn value(&self, measure: Measure) -> i64 {
        let place = schema(self.dataset).unwrap().measures.iter().position(|&m| m == measure).unwrap();
        self.columns.measures[place][self.at]
    }

    fn passes(&self, filter: &Filter) -> bool {
        match filter {
            Filter::In(dim, ids) => self.ids(*dim).iter().any(|id| ids.contains(id)),
            Filter::Within(measure, low, high) => (*low..=*high).contains(&self.value(*measure)),
            Filter::Days(measure, first, last) => {
                let value = self.value(*measure);
                let day = |date: Date| date.duration_since(jiff::civil::date(1970, 1, 1)).as_hours() / 24;
                let end = day(self.month.first_day().parse::<Date>().unwrap().last_of_month());
                value > 0 && (*first..=*last).contains(&(value - end))
            }
        }
    }
}

/// By what rows are told apart.
type Key = (Option<Month>, Vec<u32>);

pub(super) fn naive(facts: &Months, query: &Query) -> (u64, Vec<Group>) {
    let mut groups: BTreeMap<Key, (Group, BTreeSet<u32>)> = BTreeMap::new();
    let months: BTreeSet<Month> = query.months.iter().copied().collect();
    for month in months {
        let Some(columns) = facts.get(&(query.dataset, month)) else { continue };
        let customers = facts.get(&(Dataset::Customers, month));
        for at in 0..columns.rows() {
            let row = Row { month, dataset: query.dataset, columns, customers, at };
            if !query.filters.iter().all(|filter| row.passes(filter)) {
                continue;
            }
            let ids: Vec<u32> = query.group.iter().map(|&dim| row.ids(dim)[0]).collect();
            let month = query.by_month.then_some(month);
            let (group, seen) = groups.entry((month, ids.clone())).or_default();
            group.month = month;
            group.ids = ids.into();
            group.sums.resize(query.measures.len(), 0);
            for (sum, &measure) in group.sums.iter_mut().zip(&query.measures) {
                *sum += row.value(measure);
            }
            group.rows += 1;
            seen.extend(query.distinct.map(|dim| row.own(dim).unwrap()));
            group.distinct = seen.len() as u64;
        }
    }
    let mut groups: Vec<Group> = groups.into_values().map(|(group, _)| group).collect();
    let total = groups.len() as u64;
    if let Some(Top { by, limit }) = query.top {
        groups.sort_by_key(|group| Reverse(group.sums[by]));
        groups.truncate(limit);
    }
    (total, groups)
}
