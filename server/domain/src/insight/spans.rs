//! Figures and charts whose months are not those that the page shows: the twelve before this one, those to come, and the last hours of the log.

use super::{
    ask::counted,
    board::Board,
    source::{Logged, Source, held, source},
};
use crate::{
    Error, activity,
    clock::moment,
    fact::{Dim, Measure},
    scan::{Filter, Group, Query, last_day},
};
use jiff::tz::TimeZone;
use model::{Block, Course, CourseKind, Dataset, Figure, Metric, Month, Series, Title};

/// How long a trailing window is.
const TRAILING: i32 = 12;
/// How many months ahead are looked at.
const AHEAD: i32 = 6;

impl Board<'_> {
    /// Billed revenue of the twelve months before this one, whatever the page shows and is narrowed to. Unknown months are told.
    pub(super) async fn trailing(&self, metric: Metric) -> Result<Figure, Error> {
        let this = Month::of(TimeZone::UTC.to_datetime(moment(self.domain.clock.seconds())).date());
        let window: Vec<Month> = (1..=TRAILING).rev().map(|back| this.plus(-back)).collect();
        let known: Vec<Month> =
            window.iter().copied().filter(|month| self.known(metric.dataset()).contains(month)).collect();
        let query = Query {
            by_month: true,
            measures: vec![Measure::RevenueCents],
            filters: counted(metric.dataset()),
            ..Query::of(metric.dataset(), known.clone())
        };
        let groups = self.reading.scan(&query).await?;
        let of = |month: &Month| {
            let sum = groups.iter().find(|group| group.month == Some(*month)).map_or(0, |group| group.sums[0]);
            known.contains(month).then_some(sum)
        };
        let course: Vec<Option<i64>> = window.iter().map(of).collect();
        let now = (!known.is_empty()).then(|| course.iter().flatten().sum());
        Ok(Figure { metric, now, before: None, course, window: Some((known.len(), window.len())) })
    }

    /// What the last 24 hours of the activity log tell, whatever months the page shows. Records name no product, market or state:
    /// unknown where the page is narrowed.
    pub(super) async fn logged(&self, metric: Metric) -> Result<Figure, Error> {
        let mut now = None;
        if let Source::Logged(what, operation, group) = source(metric)
            && self.query.narrowed.is_empty()
        {
            let found = activity::last_day(self.domain, &self.reading.scope, operation, group).await?;
            now = found.map(|found| match what {
                Logged::Records => found.records,
                Logged::Customers => found.customers,
            });
        }
        Ok(Figure { metric, now, before: None, course: Vec::new(), window: None })
    }

    /// Held subscriptions of the last month shown by the month of their end, those to come.
    pub(super) async fn due(&self, title: Title, metrics: &[Metric]) -> Result<Block, Error> {
        let from = self.months.to;
        let months: Vec<Month> = (1..=AHEAD).map(|ahead| from.plus(ahead)).collect();
        let narrowed = self.filters(Dataset::Subscriptions);
        let narrowed = narrowed.filter(|_| self.known(Dataset::Subscriptions).contains(&from));
        let mut found = Vec::with_capacity(months.len());
        for month in months.iter().filter(|_| narrowed.is_some()) {
            let own = [
                Filter::In(Dim::State, held().to_vec()),
                Filter::Within(Measure::Ends, last_day(month.plus(-1)) + 1, last_day(*month)),
            ];
            let query = Query {
                filters: narrowed.iter().flatten().cloned().chain(own).collect(),
                group: vec![Dim::AutoRenew],
                distinct: Some(Dim::Subscription),
                ..Query::of(Dataset::Subscriptions, vec![from])
            };
            found.push(self.reading.scan(&query).await?);
        }
        let series = metrics.iter().filter_map(|metric| {
            let Source::Due(renews) = source(*metric) else { return None };
            let count = |groups: &Vec<Group>| {
                let due = groups.iter().filter(|group| renews.contains(&group.ids[0]));
                due.map(|group| i64::try_from(group.distinct).unwrap_or(i64::MAX)).sum()
            };
            let values = (0..months.len()).map(|at| found.get(at).map(count)).collect();
            Some(Series { metric: *metric, name: None, values })
        });
        let series = series.collect();
        Ok(Block::Course(Course { title, kind: CourseKind::Stacked, months, series }))
    }
}
