//! Figures, charts and tables of a board.

use super::{
    answer::Answer,
    ask::Ask,
    board::{Board, Rows},
    label::labels,
    source::dim,
};
use crate::Error;
use model::{Block, Course, CourseKind, Facet, Figure, Metric, MonthRange, Ranking, RankingRow, Series, Title};
use std::cmp::Reverse;

/// Rows of a table on a page, unless all are asked for.
const ROWS: usize = 10;
/// Rows of a table that is a page of its own.
const PAGE_ROWS: usize = 50;
/// Rows of the table that is asked for whole; its file has the rest.
const MANY_ROWS: usize = 1_000;
/// Values of a facet that have a colour of their own; the rest are one.
const COLOURS: usize = 5;

/// What a table's first rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// The largest of the first metric.
    Largest,
    /// Those whose first metric changed most against the compared months.
    Moved,
}

impl Board<'_> {
    fn asked(&self, metrics: &[Metric], range: MonthRange) -> Ask {
        let months = range.months().collect();
        Ask { metrics: metrics.to_vec(), by: None, by_month: true, months, shown: self.months.to }
    }

    /// The figures at the top. Stocks are compared with the month before, or the compared span's last; flows with the span.
    pub(super) async fn figures(&self, metrics: &[Metric]) -> Result<Vec<Figure>, Error> {
        let compared = self.compared();
        let shown = self.answer(&self.asked(metrics, self.months)).await?;
        let flows: Vec<Metric> = metrics.iter().copied().filter(|metric| metric.is_flow()).collect();
        let earlier = self.answer(&self.asked(&flows, compared)).await?;
        // The month that stocks are compared with is often among those shown.
        let last = if self.query.compare.is_some() { compared.to } else { self.months.to.plus(-1) };
        let shown_too = self.months.months().any(|month| month == last);
        let stocks = |metric: &&Metric| !metric.is_flow() && !shown_too;
        let stocks: Vec<Metric> = metrics.iter().filter(stocks).copied().collect();
        let then = self.answer(&self.asked(&stocks, MonthRange { from: last, to: last })).await?;
        let figure = |(at, metric): (usize, &Metric)| {
            let course = by_month(&shown, at, self.months);
            let of = |metrics: &[Metric]| metrics.iter().position(|it| it == metric);
            let before = if let Some(at) = of(&flows) {
                // Spans with gaps compare with nothing.
                let whole = by_month(&earlier, at, compared).iter().all(Option::is_some);
                earlier.total(at, 0).filter(|_| whole)
            } else if shown_too {
                shown.value(at, last, 0)
            } else {
                of(&stocks).and_then(|at| then.value(at, last, 0))
            };
            let now = if metric.is_flow() { shown.total(at, 0) } else { course.last().copied().flatten() };
            Figure { metric: *metric, now, before, course, window: None }
        };
        Ok(metrics.iter().enumerate().map(figure).collect())
    }

    /// Metrics month by month.
    pub(super) async fn course(&self, title: Title, kind: CourseKind, metrics: &[Metric]) -> Result<Block, Error> {
        let answer = self.answer(&self.asked(metrics, self.months)).await?;
        let series = metrics.iter().enumerate().map(|(at, metric)| Series {
            metric: *metric,
            name: None,
            values: by_month(&answer, at, self.months),
        });
        Ok(Block::Course(Course { title, kind, months: self.months.months().collect(), series: series.collect() }))
    }

    /// A flow month by month, told apart by the largest values of a facet.
    pub(super) async fn stacked(&self, title: Title, metric: Metric, facet: Facet) -> Result<Block, Error> {
        self.parted(title, CourseKind::Stacked, metric, facet).await
    }

    /// A metric month by month, told apart by the largest values of a facet.
    pub(super) async fn parted(
        &self,
        title: Title,
        kind: CourseKind,
        metric: Metric,
        facet: Facet,
    ) -> Result<Block, Error> {
        let ask = Ask { by: Some(dim(facet)), ..self.asked(&[metric], self.months) };
        let answer = self.answer(&ask).await?;
        let whole = by_month(&self.answer(&self.asked(&[metric], self.months)).await?, 0, self.months);
        let mut totals: Vec<(Reverse<i64>, u32)> =
            (0..answer.ids()).filter_map(|id| Some((Reverse(answer.total(0, id)?), id))).collect();
        totals.retain(|(sum, _)| sum.0 != 0);
        totals.sort_unstable();
        let ids: Vec<u32> = totals.iter().take(COLOURS).map(|(_, id)| *id).collect();
        let names = labels(self, facet, &ids).await?;
        let months = || self.months.months();
        // A known month in which a value has no rows has nothing of it.
        let of = |id: u32| months().map(|month| answer.value(0, month, id)).collect();
        let own = ids.iter().zip(names);
        let mut series: Vec<Series> =
            own.map(|(id, (_, name))| Series { metric, name: Some(name), values: of(*id) }).collect();
        if totals.len() > COLOURS {
            let told = |at: usize| series.iter().filter_map(|it| it.values[at]).sum::<i64>();
            let values = whole.iter().enumerate().map(|(at, whole)| whole.map(|whole| whole - told(at))).collect();
            series.push(Series { metric, name: None, values });
        }
        Ok(Block::Course(Course { title, kind, months: months().collect(), series }))
    }

    /// The values of a facet with their figures, the largest of the first metric first.
    pub(super) async fn ranking(&self, title: Title, facet: Facet, metrics: &[Metric]) -> Result<Block, Error> {
        self.ranked(title, facet, metrics, Order::Largest).await
    }

    /// The values of a facet whose first metric changed most against the compared months.
    pub(super) async fn movers(&self, title: Title, facet: Facet, metrics: &[Metric]) -> Result<Block, Error> {
        self.ranked(title, facet, metrics, Order::Moved).await
    }

    async fn ranked(&self, title: Title, facet: Facet, offered: &[Metric], order: Order) -> Result<Block, Error> {
        let is_shown = |(at, metric): &(usize, &Metric)| *at == 0 || !self.query.hidden.contains(metric);
        let metrics: Vec<Metric> = offered.iter().enumerate().filter(is_shown).map(|(_, metric)| *metric).collect();
        let metrics = metrics.as_slice();
        let by =
            |metrics: &[Metric], range| Ask { by: Some(dim(facet)), by_month: false, ..self.asked(metrics, range) };
        let compared = match self.query.compare {
            None if !metrics[0].is_flow() => MonthRange { from: self.months.to.plus(-1), to: self.months.to.plus(-1) },
            _ => self.compared(),
        };
        let now = self.answer(&by(metrics, self.months)).await?;
        let before = self.answer(&by(&metrics[..1], compared)).await?;
        let is_known = |metric: &Metric, range: MonthRange| {
            let asked = by(&[*metric], range);
            self.filters(metric.dataset()).is_some()
                && !asked.months_of(*metric, self.known(metric.dataset())).is_empty()
        };
        // Spans with gaps compare with nothing.
        let whole = |metric: Metric| {
            let known = by(&[metric], compared).months_of(metric, self.known(metric.dataset())).len();
            known == if metric.is_flow() { compared.months().count() } else { 1 }
        };
        let comparable = is_known(&metrics[0], compared) && whole(metrics[0]);
        let then = |id: u32| if comparable { before.total(0, id).unwrap_or(0) } else { 0 };
        let first = |id: u32| now.total(0, id).unwrap_or(0);
        let sorted = self.query.sort.and_then(|sort| metrics.iter().position(|metric| *metric == sort));
        let weight = |id: u32| match (sorted, order) {
            // Unknown comes last.
            (Some(at), _) => now.total(at, id),
            (None, Order::Largest) => Some(first(id)),
            (None, Order::Moved) => Some((first(id) - then(id)).abs()),
        };
        // What has gone altogether moved most, and has no figures any more.
        let is_shown = |id: &u32| {
            let mut values = (0..metrics.len()).filter_map(|at| now.total(at, *id));
            values.any(|value| value != 0) || (order == Order::Moved && then(*id) != 0)
        };
        let mut ids: Vec<u32> = (0..now.ids().max(before.ids())).filter(is_shown).collect();
        if !self.query.search.is_empty() {
            let wanted = self.query.search.to_lowercase();
            let named = labels(self, facet, &ids).await?;
            let mut found = named.iter().map(|(key, name)| *key == wanted || name.to_lowercase().contains(&wanted));
            ids.retain(|_| found.next().unwrap_or(false));
        }
        let total = ids.len();
        let most = match self.rows {
            Rows::All => total,
            Rows::Shown if self.query.whole == Some(title) => MANY_ROWS,
            Rows::Shown if title == Title::AllCustomers => PAGE_ROWS,
            Rows::Shown => ROWS,
        };
        let mut weighed: Vec<(Reverse<Option<i64>>, u32)> = ids.iter().map(|id| (Reverse(weight(*id)), *id)).collect();
        if most < total {
            weighed.select_nth_unstable(most);
            weighed.truncate(most);
        }
        weighed.sort_unstable();
        let ids: Vec<u32> = weighed.into_iter().map(|(_, id)| id).collect();
        let names = labels(self, facet, &ids).await?;
        let rows = ids.iter().zip(names).map(|(id, (key, name))| {
            let values = (0..metrics.len()).map(|at| now.total(at, *id)).collect();
            RankingRow { key, name, values, before: comparable.then(|| then(*id)) }
        });
        let needs = if is_known(&metrics[0], self.months) { None } else { Some(metrics[0].dataset()) };
        Ok(Block::Ranking(Ranking {
            title,
            facet,
            metrics: metrics.to_vec(),
            offered: offered.to_vec(),
            rows: rows.collect(),
            total,
            needs,
        }))
    }
}

/// A metric month by month.
pub(super) fn by_month(answer: &Answer, at: usize, range: MonthRange) -> Vec<Option<i64>> {
    range.months().map(|month| answer.value(at, month, 0)).collect()
}
