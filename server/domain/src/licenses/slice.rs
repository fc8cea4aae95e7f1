//! The licence page's filter as filters of the scan.

use crate::{
    Domain, Error,
    access::Scope,
    fact::{Attributes, Dim, Measure},
    reading::Reading,
    scan::{Filter, Group, Query},
};
use model::{Dataset, LicenseFilter, Month, MonthRange, Seats};
use std::sync::Arc;

/// How many months are shown when none are asked for: a year and the month it is compared with.
const DEFAULT_MONTHS: i32 = 13;

/// What the page is narrowed to, with the words behind the ids.
pub(super) struct Slice {
    pub(super) reading: Reading,
    /// The months shown; nothing when no licence rows are there.
    pub(super) months: Option<MonthRange>,
    filter: LicenseFilter,
    customer: Option<u32>,
}

impl Slice {
    pub(super) async fn new(domain: &Domain, scope: Scope, filter: &LicenseFilter) -> Result<Self, Error> {
        let reading = Reading::new(domain, scope).await?;
        let months = match filter.months {
            Some(range) => Some(range),
            None => default_months(&super::choices::months(domain, &scope).await?),
        };
        Ok(Self { reading, months, filter: filter.clone(), customer: None })
    }

    /// All months of one customer.
    pub(super) async fn of_customer(domain: &Domain, scope: Scope, customer: u32) -> Result<Self, Error> {
        let known = super::choices::months(domain, &scope).await?;
        let months = known.first().zip(known.last()).map(|(from, to)| MonthRange { from: *from, to: *to });
        let filter = LicenseFilter { months, ..LicenseFilter::default() };
        Ok(Self { customer: Some(customer), ..Self::new(domain, scope, &filter).await? })
    }

    /// Scans one licence dataset.
    pub(super) async fn scan(
        &self,
        dataset: Dataset,
        months: Vec<Month>,
        group: &[Dim],
        by_month: bool,
    ) -> Result<Vec<Group>, Error> {
        let query = Query {
            filters: self.filters(dataset),
            group: group.to_vec(),
            by_month,
            measures: measures(dataset).to_vec(),
            ..Query::of(dataset, months)
        };
        self.reading.scan(&query).await
    }

    /// What the customers' own rows of a month say of them.
    pub(super) async fn attributes(&self, month: Month) -> Result<Arc<Attributes>, Error> {
        Ok(self.reading.facts.attributes(month).await?)
    }

    /// Deployment rows carry no workload: a workload filter narrows usage only, and the page says so.
    fn filters(&self, dataset: Dataset) -> Vec<Filter> {
        let filter = &self.filter;
        let dictionary = &self.reading.dictionary;
        let narrow =
            |dim: Dim, labels: &[String]| (!labels.is_empty()).then(|| Filter::In(dim, dictionary.ids(dim, labels)));
        // Whoever asks for a product sees it, whether it counts in totals or not.
        let counted = || dictionary.counted_products().map(|ids| Filter::In(Dim::Product, ids));
        let mut filters: Vec<Filter> = narrow(Dim::Product, &filter.products).or_else(counted).into_iter().collect();
        filters.extend(narrow(Dim::Market, &filter.markets));
        filters.extend(narrow(Dim::Segment, &filter.segments));
        filters.extend(narrow(Dim::Channel, &filter.channels));
        filters.extend(narrow(Dim::Location, &filter.locations));
        if dataset == Dataset::LicenseUsage {
            filters.extend(narrow(Dim::Workload, &filter.workloads));
        }
        filters.extend(self.customer.map(|customer| Filter::In(Dim::Customer, vec![customer])));
        filters
    }
}

fn default_months(known: &[Month]) -> Option<MonthRange> {
    let (first, last) = (*known.first()?, *known.last()?);
    Some(MonthRange { from: first.max(last.plus(1 - DEFAULT_MONTHS)), to: last })
}

/// The measures of a licence dataset: first what is counted, then of how many.
pub(super) const fn measures(dataset: Dataset) -> [Measure; 2] {
    match dataset {
        Dataset::LicenseUsage => [Measure::Active, Measure::Qualified],
        _ => [Measure::Assigned, Measure::Sold],
    }
}

/// Puts a group's sums, in the order of [`measures`], where they belong.
pub(super) fn add(seats: &mut Seats, dataset: Dataset, group: &Group) {
    let (part, whole) = (Some(group.sums[0]), Some(group.sums[1]));
    if dataset == Dataset::LicenseUsage {
        (seats.active, seats.qualified) = (part, whole);
    } else {
        (seats.assigned, seats.sold) = (part, whole);
    }
}
