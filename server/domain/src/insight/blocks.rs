//! Figures, charts and tables of a board.

use super::{
    ask::Ask,
    board::{Answer, Board, Rows},
    label::labels,
    source::dim,
};
use crate::Error;
use model::{Block, Course, CourseKind, Facet, Figure, Metric, MonthRange, Ranking, RankingRow, Series, Title};
use std::{cmp::Reverse, collections::HashMap};

/// Rows of a table on a page, unless all are asked for.
const ROWS: usize = 10;
/// Rows of a table that is a page of its own.
const PAGE_ROWS: usize = 50;
/// Rows of the table that is asked for whole; its file has the rest.
const MANY_ROWS: usize = 1_000;
/// Values of a facet that have a colour of their own; the rest are one.
const COLOURS: usize = 5;

impl Board<'_> {
    fn asked(metrics: &[Metric], range: MonthRange) -> Ask {
        Ask { metrics: metrics.to_vec(), by: None, by_month: true, months: range.months().collect() }
    }

    /// The figures at the top. Stocks are compared with the month before, or the compared span's last; flows with the span.
    pub(super) async fn figures(&self, metrics: &[Metric]) -> Result<Vec<Figure>, Error> {
        let compared = self.compared();
        let (shown, now) = self.courses_and_totals(metrics, self.months).await?;
        let (earlier, before) = self.courses_and_totals(metrics, compared).await?;
        let figure = |(at, metric): (usize, &Metric)| {
            let course = by_month(&shown, at, self.months);
            let then = by_month(&earlier, at, compared);
            // Spans with gaps compare with nothing.
            let before = match (metric.is_flow(), self.query.compare) {
                (true, _) => before[at].filter(|_| then.iter().all(Option::is_some)),
                (false, None) if course.len() > 1 => course[course.len() - 2],
                (false, _) => then.last().copied().flatten(),
            };
            let now = if metric.is_flow() { now[at] } else { course.last().copied().flatten() };
            Figure { metric: *metric, now, before, course }
        };
        Ok(metrics.iter().enumerate().map(figure).collect())
    }

    /// Month by month, and all months in one: amounts add up before they are rounded.
    async fn courses_and_totals(
        &self,
        metrics: &[Metric],
        range: MonthRange,
    ) -> Result<(Answer, Vec<Option<i64>>), Error> {
        let asked = Self::asked(metrics, range);
        let courses = self.answer(&asked).await?;
        let totals = self.answer(&Ask { by_month: false, ..asked }).await?.remove(&(None, 0));
        Ok((courses, totals.unwrap_or_else(|| vec![None; metrics.len()])))
    }

    /// Metrics month by month.
    pub(super) async fn course(&self, title: Title, kind: CourseKind, metrics: &[Metric]) -> Result<Block, Error> {
        let answer = self.answer(&Self::asked(metrics, self.months)).await?;
        let series = metrics.iter().enumerate().map(|(at, metric)| Series {
            metric: *metric,
            name: None,
            values: by_month(&answer, at, self.months),
        });
        Ok(Block::Course(Course { title, kind, months: self.months.months().collect(), series: series.collect() }))
    }

    /// A flow month by month, told apart by the largest values of a facet.
    pub(super) async fn stacked(&self, title: Title, metric: Metric, facet: Facet) -> Result<Block, Error> {
        let ask = Ask { by: Some(dim(facet)), ..Self::asked(&[metric], self.months) };
        let answer = self.answer(&ask).await?;
        let whole = by_month(&self.answer(&Self::asked(&[metric], self.months)).await?, 0, self.months);
        let mut totals: Vec<(Reverse<i64>, u32)> =
            totals(&answer).into_iter().map(|(id, sum)| (Reverse(sum), id)).collect();
        totals.sort_unstable();
        let ids: Vec<u32> = totals.iter().take(COLOURS).map(|(_, id)| *id).collect();
        let names = labels(self, facet, &ids).await?;
        let months = || self.months.months();
        let of = |id: u32| {
            // A known month in which a value has no rows has nothing of it.
            let value = |month| answer.get(&(Some(month), id)).and_then(|values| values[0]).unwrap_or(0);
            months().zip(&whole).map(|(month, whole)| whole.map(|_| value(month))).collect()
        };
        let own = ids.iter().zip(names);
        let mut series: Vec<Series> =
            own.map(|(id, (_, name))| Series { metric, name: Some(name), values: of(*id) }).collect();
        if totals.len() > COLOURS {
            let told = |at: usize| series.iter().filter_map(|it| it.values[at]).sum::<i64>();
            let values = whole.iter().enumerate().map(|(at, whole)| whole.map(|whole| whole - told(at))).collect();
            series.push(Series { metric, name: None, values });
        }
        Ok(Block::Course(Course { title, kind: CourseKind::Stacked, months: months().collect(), series }))
    }

    /// The values of a facet with their figures, the largest of the first metric first.
    pub(super) async fn ranking(&self, title: Title, facet: Facet, metrics: &[Metric]) -> Result<Block, Error> {
        self.ranked(title, facet, metrics, |row| Reverse(row.0)).await
    }

    /// The values of a facet whose first metric changed most against the compared months.
    pub(super) async fn movers(&self, title: Title, facet: Facet, metrics: &[Metric]) -> Result<Block, Error> {
        self.ranked(title, facet, metrics, |(now, before)| Reverse((now - before).abs())).await
    }

    async fn ranked<K: Ord>(
        &self,
        title: Title,
        facet: Facet,
        metrics: &[Metric],
        order: impl Fn((i64, i64)) -> K,
    ) -> Result<Block, Error> {
        let by =
            |metrics: &[Metric], range| Ask { by: Some(dim(facet)), by_month: false, ..Self::asked(metrics, range) };
        let compared = match self.query.compare {
            None if !metrics[0].is_flow() => MonthRange { from: self.months.to.plus(-1), to: self.months.to.plus(-1) },
            _ => self.compared(),
        };
        let now = self.answer(&by(metrics, self.months)).await?;
        let before = self.answer(&by(&metrics[..1], compared)).await?;
        let first = |answer: &Answer, id| answer.get(&(None, id)).and_then(|values| values[0]);
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
        let mut ids: Vec<u32> = now.keys().map(|(_, id)| *id).collect();
        if !self.query.search.is_empty() {
            let wanted = self.query.search.to_lowercase();
            let named = labels(self, facet, &ids).await?;
            let mut found = named.iter().map(|(key, name)| *key == wanted || name.to_lowercase().contains(&wanted));
            ids.retain(|_| found.next().unwrap_or(false));
        }
        match self.query.sort.and_then(|sort| metrics.iter().position(|metric| *metric == sort)) {
            // Unknown comes last.
            Some(at) => ids.sort_by_cached_key(|id| (Reverse(now[&(None, *id)][at]), *id)),
            None => ids.sort_by_cached_key(|id| {
                let then = if comparable { first(&before, *id).unwrap_or(0) } else { 0 };
                (order((first(&now, *id).unwrap_or(0), then)), *id)
            }),
        }
        ids.retain(|id| now[&(None, *id)].iter().any(|value| value.is_some_and(|value| value != 0)));
        let total = ids.len();
        ids.truncate(match self.rows {
            Rows::All => usize::MAX,
            Rows::Shown if self.query.whole == Some(title) => MANY_ROWS,
            Rows::Shown if title == Title::AllCustomers => PAGE_ROWS,
            Rows::Shown => ROWS,
        });
        let names = labels(self, facet, &ids).await?;
        let filled: Vec<bool> = metrics.iter().map(|it| is_known(it, self.months)).collect();
        let rows = ids.iter().zip(names).map(|(id, (key, name))| {
            let values = now[&(None, *id)].iter().zip(&filled);
            let values = values.zip(metrics).map(|((value, filled), metric)| {
                let zero = *filled && metric.unit() != model::Unit::Percent;
                value.or(zero.then_some(0))
            });
            let before = comparable.then(|| first(&before, *id).unwrap_or(0));
            RankingRow { key, name, values: values.collect(), before }
        });
        let needs = if is_known(&metrics[0], self.months) { None } else { Some(metrics[0].dataset()) };
        Ok(Block::Ranking(Ranking { title, facet, metrics: metrics.to_vec(), rows: rows.collect(), total, needs }))
    }
}

/// A metric month by month.
fn by_month(answer: &Answer, at: usize, range: MonthRange) -> Vec<Option<i64>> {
    range.months().map(|month| answer.get(&(Some(month), 0)).and_then(|values| values[at])).collect()
}

fn totals(answer: &Answer) -> HashMap<u32, i64> {
    let mut totals = HashMap::new();
    for ((_, id), values) in answer {
        *totals.entry(*id).or_default() += values[0].unwrap_or(0);
    }
    totals
}
