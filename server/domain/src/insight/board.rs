//! Where a page is put together: the data of one version, what the page is narrowed to, and the answers to its questions.

use super::{
    answer::Answer,
    ask::{Ask, counted, has},
    moves::moves,
    source::{Source, dim, source, state},
};
use crate::{
    Domain, Error,
    access::Scope,
    db::sql,
    fact::{Dim, STATES},
    reading::Reading,
    scan::Filter,
};
use model::{Dataset, Facet, InsightQuery, Metric, Month, MonthRange};
use std::collections::BTreeMap;

/// How many months are shown when none are asked for.
const DEFAULT_MONTHS: i32 = 12;

/// How many rows tables have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// The first of each, and many of the one that is asked for whole.
    Shown,
    /// All.
    All,
}

pub(super) struct Board<'a> {
    pub(super) domain: &'a Domain,
    pub(super) reading: Reading,
    pub(super) query: &'a InsightQuery,
    /// The months shown.
    pub(super) months: MonthRange,
    pub(super) rows: Rows,
    known: BTreeMap<Dataset, Vec<Month>>,
    narrowed: BTreeMap<Dim, Vec<u32>>,
}

impl<'a> Board<'a> {
    /// A board of some datasets; nothing when none of them has rows.
    pub(super) async fn new(
        domain: &'a Domain,
        scope: Scope,
        query: &'a InsightQuery,
        datasets: &[Dataset],
        rows: Rows,
    ) -> Result<Option<Self>, Error> {
        let reading = Reading::new(domain, scope).await?;
        let mut known = BTreeMap::new();
        for dataset in datasets {
            known.insert(*dataset, reading.months(*dataset));
        }
        let months = match query.months {
            Some(months) => Some(months),
            None => default_months(&known),
        };
        let Some(months) = months else { return Ok(None) };
        let mut board = Self { domain, reading, query, months, rows, known, narrowed: BTreeMap::new() };
        for (facet, value) in &query.narrowed {
            let found = board.id(*facet, value).await?;
            board.narrowed.entry(dim(*facet)).or_default().extend(found);
        }
        Ok(Some(board))
    }

    /// The id behind what stands in an address; nothing for what the account has never seen.
    async fn id(&self, facet: Facet, value: &str) -> Result<Option<u32>, Error> {
        Ok(match facet {
            Facet::Customer => self.reading.dictionary.tenant(value),
            Facet::State => state(value),
            Facet::Subscription => {
                let account = self.reading.scope.account().0;
                let id: Option<i64> = sql(include_str!("subscription.sql"))
                    .bind(account)
                    .bind(value.trim().to_lowercase())
                    .scalar_optional(&self.domain.db)
                    .await?;
                id.and_then(|id| u32::try_from(id).ok())
            }
            _ => self.reading.dictionary.ids(dim(facet), &[value.to_owned()]).first().copied(),
        })
    }

    /// The months of a dataset with rows, oldest first.
    pub(super) fn known(&self, dataset: Dataset) -> &[Month] {
        self.known.get(&dataset).map_or(&[], Vec::as_slice)
    }

    /// All months that the page's datasets have.
    pub(super) fn all_known(&self) -> Vec<Month> {
        let mut all: Vec<Month> = monthly(&self.known).flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// What the months shown are compared with: as asked, or else the months just before.
    pub(super) fn compared(&self) -> MonthRange {
        self.query.compare.unwrap_or(model::Compare::Previous).range(self.months)
    }

    /// The filters of a dataset; nothing where it cannot be narrowed as the page is, so that its figures are unknown.
    pub(super) fn filters(&self, dataset: Dataset) -> Option<Vec<Filter>> {
        let fits = self.narrowed.keys().all(|dim| has(dataset, *dim));
        fits.then(|| self.filters_that_fit(dataset))
    }

    /// The filters of a dataset, those left out that it cannot be narrowed by.
    pub(super) fn filters_that_fit(&self, dataset: Dataset) -> Vec<Filter> {
        let mut filters = counted(dataset);
        let licences = matches!(dataset, Dataset::LicenseDeployment | Dataset::LicenseUsage);
        if licences && !self.narrowed.contains_key(&Dim::Product) {
            filters.extend(self.reading.dictionary.counted_products().map(|ids| Filter::In(Dim::Product, ids)));
        }
        let fitting = self.narrowed.iter().filter(|(dim, _)| has(dataset, **dim));
        filters.extend(fitting.map(|(dim, ids)| Filter::In(*dim, ids.clone())));
        filters
    }

    /// What facets can be narrowed to.
    pub(super) fn choices(&self, facets: &[Facet]) -> Vec<(Facet, Vec<(String, String)>)> {
        let chosen = self.query.narrowed.iter().filter(|(facet, _)| *facet == Facet::Customer);
        let chosen: Vec<(String, String)> = chosen
            .filter_map(|(_, tenant)| {
                let customer = self.reading.dictionary.customer(self.reading.dictionary.tenant(tenant)?)?;
                Some((tenant.clone(), customer.name.clone()))
            })
            .collect();
        let all = facets.iter().map(|facet| {
            let labels = match facet {
                Facet::State => STATES.map(str::to_owned).to_vec(),
                _ => self.reading.dictionary.labels(dim(*facet)),
            };
            (*facet, labels.into_iter().map(|label| (label.clone(), label)).collect::<Vec<_>>())
        });
        all.chain([(Facet::Customer, chosen)]).filter(|(_, choices)| !choices.is_empty()).collect()
    }

    /// Answers a question.
    pub(super) async fn answer(&self, ask: &Ask) -> Result<Answer, Error> {
        // What is computed is computed of sums, so its parts are asked for as well.
        let mut whole = ask.clone();
        whole.metrics.extend(ask.metrics.iter().filter_map(|metric| parts(*metric)).flatten());
        let mut found = Vec::new();
        for step in whole.steps(&self.known, |dataset| self.filters(dataset)) {
            found.push((self.reading.facts.table(&step.query).await?, step));
        }
        let ids = found.iter().map(|(table, _)| table.ids).max().unwrap_or(1);
        let mut answer = Answer::new(whole.metrics.clone(), whole.months.clone(), whole.by_month, ids);
        for (table, step) in &found {
            answer.add(step.of.as_ref().map_or(&step.query.months[..], std::slice::from_ref), table, &step.takes);
        }
        if whole.by.is_none() {
            self.moved(&whole, &mut answer).await?;
        }
        Ok(answer)
    }

    /// What came and went: of all rows only, not by a dimension.
    async fn moved(&self, ask: &Ask, answer: &mut Answer) -> Result<(), Error> {
        for (at, metric) in ask.metrics.iter().enumerate() {
            let dataset = metric.dataset();
            let of = match source(*metric) {
                Source::Moved(dim, _) | Source::Idle(dim) | Source::Retained(dim) => dim,
                Source::SeatsMoved(_) => Dim::Subscription,
                Source::Without => Dim::Customer,
                _ => continue,
            };
            let Some(filters) = self.filters(dataset) else { continue };
            let moves = moves(self, dataset, of, filters).await?;
            for month in ask.months_of(*metric, self.known(dataset)) {
                let here = moves.get(&month).copied().unwrap_or_default();
                let value = match source(*metric) {
                    Source::Moved(_, way) => here.of(way),
                    Source::SeatsMoved(way) => here.seats(way),
                    Source::Idle(_) => here.idle(),
                    Source::Retained(_) => here.retained(),
                    _ => here.without(),
                };
                if let Some(value) = value {
                    answer.add_one(at, month, value);
                }
            }
        }
        Ok(())
    }
}

/// The metrics that a metric is computed from.
const fn parts(metric: Metric) -> Option<[Metric; 2]> {
    match source(metric) {
        Source::Share(part, of) => Some([part, of]),
        Source::Less(from, what) => Some([from, what]),
        Source::Minutes(hours, of) => Some([hours, of]),
        _ => None,
    }
}

/// The months of the datasets whose rows name one; of the others where there is nothing else.
fn monthly(known: &BTreeMap<Dataset, Vec<Month>>) -> impl Iterator<Item = &Vec<Month>> {
    let any = known.iter().any(|(dataset, months)| !dataset.is_snapshot() && !months.is_empty());
    known.iter().filter(move |(dataset, _)| !any || !dataset.is_snapshot()).map(|(_, months)| months)
}

fn default_months(known: &BTreeMap<Dataset, Vec<Month>>) -> Option<MonthRange> {
    let first = monthly(known).filter_map(|months| months.first()).min()?;
    let last = monthly(known).filter_map(|months| months.last()).max()?;
    Some(MonthRange { from: (*first).max(last.plus(1 - DEFAULT_MONTHS)), to: *last })
}
