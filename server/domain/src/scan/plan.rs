//! From a question to what the loops need: which columns, which tables, how large.

use super::{
    distinct::Distinct,
    filter::{IdSet, Limits},
    query::{Filter, Query},
};
use crate::fact::{Dim, FactError, Measure, Overrides, Schema, Segment, schema};
use model::{Dataset, Month};
use std::{collections::BTreeMap, sync::Arc};

/// Groups in memory at most, months included: with three sums 32 MB a thread.
const MOST_GROUPS: u64 = 1 << 20;

/// A dimension of the groups: its ids times `stride` make up a group's key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digit {
    pub dim: Dim,
    /// The column among [`Plan::dims`]; nothing when the run's customer gives it.
    pub column: Option<usize>,
    pub stride: u32,
    pub size: u32,
}

/// A part to be read and the place of its month.
#[derive(Clone, Debug)]
pub(super) struct Task {
    pub segment: Arc<Segment>,
    pub month: usize,
}

/// A query made ready for the segments there are.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) query: Query,
    /// In order, each once.
    pub(super) months: Vec<Month>,
    pub(super) tasks: Vec<Task>,
    /// Columns that the loops read, beside the customers.
    pub(super) dims: Vec<Dim>,
    /// The query's measures, then those that only a filter reads.
    pub(super) measures: Vec<Measure>,
    /// Customers that pass.
    pub(super) customers: Option<IdSet>,
    /// What must hold of the customer's attributes.
    pub(super) given: Vec<(Dim, IdSet)>,
    /// What must hold of rows, by column; most selective first.
    pub(super) tests: Vec<(usize, IdSet)>,
    /// Between what measures must lie, by column; days count from the month's last.
    pub(super) spans: Vec<(usize, Limits)>,
    /// In the query's order.
    pub(super) digits: Vec<Digit>,
    /// Groups of one month.
    pub(super) groups: usize,
    pub(super) distinct: Distinct,
    /// Whether a customer may be in several parts, and customers in no order.
    pub(super) merges: bool,
    /// The highest ids that are laid over rows.
    told: [(Dim, u32); 2],
    /// A filter that passes nothing: the answer is empty.
    nothing: bool,
}

type Segments = BTreeMap<(Dataset, Month), Vec<Arc<Segment>>>;

impl Plan {
    pub(crate) fn of(query: &Query, segments: &Segments, overrides: &Overrides) -> Result<Self, FactError> {
        let schema = schema(query.dataset).ok_or(FactError::NotFacts(query.dataset))?;
        let mut months = query.months.clone();
        months.sort_unstable();
        months.dedup();
        let tasks = months.iter().enumerate().flat_map(|(place, &month)| {
            let parts = segments.get(&(query.dataset, month)).into_iter().flatten();
            parts.map(move |segment| Task { segment: Arc::clone(segment), month: place })
        });
        let mut plan = Self {
            query: query.clone(),
            tasks: tasks.collect(),
            months,
            dims: Vec::new(),
            measures: Vec::new(),
            customers: None,
            given: Vec::new(),
            tests: Vec::new(),
            spans: Vec::new(),
            digits: Vec::new(),
            groups: 1,
            distinct: Distinct::No,
            merges: overrides.merges(),
            told: [Dim::Customer, Dim::Market].map(|dim| (dim, overrides.highest(dim))),
            nothing: false,
        };
        plan.take_measures(schema)?;
        for filter in &query.filters {
            plan.take_filter(filter, schema, segments)?;
        }
        plan.tests.sort_by_key(|(_, set)| set.share());
        plan.take_groups(schema, segments)?;
        if let Some(dim) = query.distinct {
            let column = plan.column(dim, schema)?;
            let ids = u64::from(plan.highest(dim, segments)) + 1;
            // Parts of a month never share a customer, so within a month their counts add up.
            let apart = (query.by_month || plan.months.len() <= 1) && !plan.merges;
            plan.distinct = Distinct::plan(column, apart, plan.cells() as u64, ids);
        }
        Ok(plan)
    }

    /// Groups of all months.
    pub(super) fn cells(&self) -> usize {
        self.groups * if self.query.by_month { self.months.len() } else { 1 }
    }

    /// Rows to be read; 0 when what stands beside the segments is enough.
    pub(crate) fn work(&self) -> u64 {
        if self.nothing || self.is_plain() {
            return 0;
        }
        self.tasks.iter().map(|task| u64::from(task.segment.rows)).sum()
    }

    fn is_plain(&self) -> bool {
        let filtered = self.customers.is_some() || !self.given.is_empty() || !self.tests.is_empty();
        let counted = matches!(self.distinct, Distinct::No | Distinct::CustomersApart);
        !filtered
            && self.spans.is_empty()
            && self.digits.is_empty()
            && counted
            && self.measures.iter().all(|m| m.adds())
    }

    /// Sums, rows and customers by cell, from what stands beside the segments.
    pub(super) fn summaries(&self) -> impl Iterator<Item = (usize, &Segment)> {
        let tasks = if self.nothing { &[] } else { self.tasks.as_slice() };
        tasks.iter().map(|task| (if self.query.by_month { task.month } else { 0 }, &*task.segment))
    }

    /// Whether the customers' attributes are needed.
    pub(super) fn needs_attributes(&self) -> bool {
        !self.given.is_empty() || self.digits.iter().any(|d| d.column.is_none() && d.dim != Dim::Customer)
    }

    fn take_measures(&mut self, schema: Schema) -> Result<(), FactError> {
        self.measures.clone_from(&self.query.measures);
        for filter in &self.query.filters {
            let limits = match *filter {
                Filter::Within(measure, low, high) => Some((measure, Limits::Values(low, high))),
                Filter::Days(measure, first, last) => Some((measure, Limits::Days(first, last))),
                Filter::In(..) => None,
            };
            if let Some((measure, limits)) = limits {
                let known = self.measures.iter().position(|&m| m == measure);
                self.spans.push((known.unwrap_or(self.measures.len()), limits));
                if known.is_none() {
                    self.measures.push(measure);
                }
            }
        }
        let unknown = self.measures.iter().find(|m| !schema.measures.contains(m));
        unknown.map_or(Ok(()), |m| self.missing(m.key()))
    }

    fn take_filter(&mut self, filter: &Filter, schema: Schema, segments: &Segments) -> Result<(), FactError> {
        let Filter::In(dim, ids) = filter else { return Ok(()) };
        let set = IdSet::new(ids, self.highest(*dim, segments));
        self.nothing |= set.is_empty();
        // A filter on a column that does not exist is an error even if it would pass everything.
        if set.is_all() {
            return self.check(*dim, schema);
        }
        match (*dim, self.attribute(*dim, schema)?) {
            (Dim::Customer, _) => {
                let both = |id: &u32| self.customers.as_ref().is_none_or(|known| known.mask(*id) != 0);
                let ids: Vec<u32> = ids.iter().copied().filter(both).collect();
                let both = IdSet::new(&ids, self.highest(*dim, segments));
                self.nothing |= both.is_empty();
                self.customers = Some(both);
            }
            (_, true) => self.given.push((*dim, set)),
            (_, false) => {
                let column = self.add_dim(*dim);
                self.tests.push((column, set));
            }
        }
        Ok(())
    }

    fn take_groups(&mut self, schema: Schema, segments: &Segments) -> Result<(), FactError> {
        let mut groups = 1_u64;
        for &dim in self.query.group.clone().iter().rev() {
            let column = match (dim, self.attribute(dim, schema)?) {
                // A customer has several locations: its licences cannot be told apart by them.
                (Dim::Location, true) => return self.missing(dim.key()),
                (Dim::Customer, _) | (_, true) => None,
                (_, false) => Some(self.add_dim(dim)),
            };
            let size = self.highest(dim, segments) + 1;
            let stride = u32::try_from(groups).map_err(|_| FactError::TooManyGroups(groups))?;
            self.digits.push(Digit { dim, column, stride, size });
            groups = groups.saturating_mul(u64::from(size));
            let all = groups.saturating_mul(if self.query.by_month { self.months.len() as u64 } else { 1 });
            if all > MOST_GROUPS {
                return Err(FactError::TooManyGroups(all));
            }
        }
        self.digits.reverse();
        self.groups = usize::try_from(groups).unwrap_or(usize::MAX);
        Ok(())
    }

    fn add_dim(&mut self, dim: Dim) -> usize {
        self.dims.iter().position(|&d| d == dim).unwrap_or_else(|| {
            self.dims.push(dim);
            self.dims.len() - 1
        })
    }

    /// Whether the customer gives this dimension, the rows having no such column.
    fn attribute(&self, dim: Dim, schema: Schema) -> Result<bool, FactError> {
        self.check(dim, schema).map(|()| !schema.dims.contains(&dim))
    }

    fn check(&self, dim: Dim, schema: Schema) -> Result<(), FactError> {
        let known = schema.dims.contains(&dim) || matches!(dim, Dim::Market | Dim::Segment | Dim::Location);
        if known { Ok(()) } else { self.missing(dim.key()) }
    }

    fn missing<T>(&self, column: &'static str) -> Result<T, FactError> {
        Err(FactError::NoColumn { dataset: self.query.dataset, column })
    }

    /// The column of what is counted; nothing for the customers.
    fn column(&mut self, dim: Dim, schema: Schema) -> Result<Option<usize>, FactError> {
        if dim == Dim::Customer {
            return Ok(None);
        }
        if !schema.dims.contains(&dim) {
            return self.missing(dim.key());
        }
        Ok(Some(self.add_dim(dim)))
    }

    /// The highest id of a dimension in the months asked for, the customers' attributes included.
    fn highest(&self, dim: Dim, segments: &Segments) -> u32 {
        let of = |segment: &Segment| segment.summary.highest.get(dim.key()).copied().unwrap_or(0);
        let own = self.tasks.iter().map(|task| of(&task.segment));
        let customers = self.months.iter().filter_map(|month| segments.get(&(Dataset::Customers, *month))).flatten();
        let given = customers.map(|segment| of(segment)).filter(|_| dim != Dim::Customer);
        let told = self.told.iter().filter(|(of, _)| *of == dim).map(|(_, highest)| *highest);
        own.chain(given).chain(told).max().unwrap_or(0)
    }
}
