//! A question in the words of pages, and how it becomes scans.

use super::{
    answer::Take,
    source::{Source, active, held, is_counted, source},
};
use crate::{
    fact::{Dim, Measure, schema},
    scan::{Filter, Query, last_day},
};
use model::{Dataset, Metric, Month};
use std::collections::BTreeMap;

/// What is asked: metrics, by what, of which months. The same value answers figures, charts, tables and files; a comparison is
/// the same question of other months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ask {
    /// What.
    pub(super) metrics: Vec<Metric>,
    /// A row for each value of it.
    pub(super) by: Option<Dim>,
    /// A row for each month as well.
    pub(super) by_month: bool,
    /// Of which months; of a stock counts the last, unless by month.
    pub(super) months: Vec<Month>,
    /// The last month that the page shows: how things stand on the day of the import is told for it.
    pub(super) shown: Month,
}

/// One scan, and which of the asked metrics it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) query: Query,
    pub(super) takes: Vec<(usize, Take)>,
    /// The month that the rows tell of, where it is not theirs.
    pub(super) of: Option<Month>,
}

impl Ask {
    /// The scans that answer it: metrics of the same rows share one. What came and went is found otherwise.
    ///
    /// `known` are the months with rows, `narrowed` the filters of a dataset; nothing where it cannot be narrowed so.
    pub(super) fn steps(
        &self,
        known: &BTreeMap<Dataset, Vec<Month>>,
        narrowed: impl Fn(Dataset) -> Option<Vec<Filter>>,
    ) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for (at, metric) in self.metrics.iter().enumerate() {
            let dataset = metric.dataset();
            let Some(filters) = narrowed(dataset) else { continue };
            let known = known.get(&dataset).map_or(&[][..], Vec::as_slice);
            let months = self.months_of(*metric, known);
            if months.is_empty() {
                continue;
            }
            let Some((filters, want)) = rows(*metric, filters) else { continue };
            let mut step = |months, filters, of| {
                let query = self.query(dataset, months, filters);
                add(&mut steps, Step { query, takes: Vec::new(), of }, at, &want);
            };
            match known.last().filter(|_| dataset.is_snapshot()) {
                None => step(months, filters, None),
                Some(newest) => {
                    for month in months {
                        step(vec![*newest], dated(*metric, month, filters.clone()), Some(month));
                    }
                }
            }
        }
        steps
    }

    /// The known months among those asked that count for a metric.
    pub(super) fn months_of(&self, metric: Metric, known: &[Month]) -> Vec<Month> {
        let last = self.months.last().copied();
        let newest = known.last().copied().filter(|_| metric.dataset().is_snapshot());
        let wanted = |month: &Month| match newest {
            Some(newest) if metric.is_flow() => *month <= newest,
            Some(_) => *month == self.shown,
            None => known.contains(month) && (self.by_month || metric.is_flow() || last == Some(*month)),
        };
        self.months.iter().copied().filter(wanted).collect()
    }

    fn query(&self, dataset: Dataset, months: Vec<Month>, filters: Vec<Filter>) -> Query {
        // By month where nothing else tells rows apart: the billionths of a year of all may be beyond 64 bits.
        let by_month = self.by_month || self.by.is_none();
        Query { group: self.by.into_iter().collect(), by_month, filters, ..Query::of(dataset, months) }
    }
}

/// Which rows a metric is of, and what of them.
fn rows(metric: Metric, mut filters: Vec<Filter>) -> Option<(Vec<Filter>, Want)> {
    match source(metric) {
        Source::Sum(measure) => Some((filters, Want::Sum(measure))),
        Source::Distinct(dim, states) => {
            if !states.is_empty() {
                filters.push(Filter::In(Dim::State, states.to_vec()));
            }
            Some((filters, Want::Distinct(dim)))
        }
        Source::Above(dim, measure) => {
            filters.push(Filter::Within(measure, 1, i64::MAX));
            Some((filters, Want::Distinct(dim)))
        }
        Source::Ends(first, last, renews) => {
            filters.push(Filter::In(Dim::State, held().to_vec()));
            if !renews.is_empty() {
                filters.push(Filter::In(Dim::AutoRenew, renews.to_vec()));
            }
            filters.push(Filter::Days(Measure::Ends, first, last));
            Some((filters, Want::Distinct(Dim::Subscription)))
        }
        Source::Stand(states, spans) => {
            if !states.is_empty() {
                filters.push(Filter::In(Dim::State, states.to_vec()));
            }
            filters.extend(spans.iter().map(|(measure, first, last)| Filter::Within(*measure, *first, *last)));
            Some((filters, Want::Distinct(Dim::Subscription)))
        }
        Source::Dated(_, spans) => {
            filters.extend(spans.iter().map(|(measure, first, last)| Filter::Within(*measure, *first, *last)));
            Some((filters, Want::Distinct(Dim::Subscription)))
        }
        Source::Risk(risks) => {
            filters.extend([Filter::In(Dim::State, active().to_vec()), Filter::In(Dim::Risk, risks.to_vec())]);
            Some((filters, Want::Distinct(Dim::Subscription)))
        }
        Source::Due(_)
        | Source::Logged(..)
        | Source::Moved(..)
        | Source::SeatsMoved(_)
        | Source::Without
        | Source::Idle(_)
        | Source::Retained(_)
        | Source::Share(..)
        | Source::Less(..)
        | Source::Minutes(..) => None,
    }
}

/// Of rows with a date only those whose date lies in the month.
fn dated(metric: Metric, month: Month, mut filters: Vec<Filter>) -> Vec<Filter> {
    if let Source::Dated(measure, _) = source(metric) {
        filters.push(Filter::Within(measure, last_day(month.plus(-1)) + 1, last_day(month)));
    }
    filters
}

enum Want {
    Sum(Measure),
    Distinct(Dim),
}

/// Adds to a scan of the same rows, or begins one.
fn add(steps: &mut Vec<Step>, new: Step, metric: usize, want: &Want) {
    let rows = |step: &Step| (step.of, step.query.dataset, step.query.months.clone(), step.query.filters.clone());
    let free = |step: &Step| match want {
        Want::Sum(_) => true,
        Want::Distinct(dim) => step.query.distinct.is_none_or(|other| other == *dim),
    };
    let at = steps.iter().position(|step| rows(step) == rows(&new) && free(step)).unwrap_or_else(|| {
        steps.push(new);
        steps.len() - 1
    });
    let step = &mut steps[at];
    let take = match *want {
        Want::Sum(measure) => {
            let place = step.query.measures.iter().position(|it| *it == measure).unwrap_or_else(|| {
                step.query.measures.push(measure);
                step.query.measures.len() - 1
            });
            Take::Sum(place)
        }
        Want::Distinct(dim) => {
            step.query.distinct = Some(dim);
            Take::Distinct
        }
    };
    step.takes.push((metric, take));
}

/// Whether rows of a dataset can be narrowed or told apart by a dimension: they have it, or their customers do.
pub(super) fn has(dataset: Dataset, dim: Dim) -> bool {
    let own = schema(dataset).is_some_and(|schema| schema.dims.contains(&dim));
    // Customers have no market in the month of a snapshot before their own rows of it come.
    own || !dataset.is_snapshot() && matches!(dim, Dim::Market | Dim::Segment | Dim::Location)
}

/// The filter that leaves attribution duplicates out, where rows have them.
pub(super) fn counted(dataset: Dataset) -> Vec<Filter> {
    if is_counted(dataset) { vec![Filter::In(Dim::Counted, vec![1])] } else { Vec::new() }
}
