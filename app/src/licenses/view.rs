//! The page's view state as it stands in the address, and the addresses of its neighbours.

use crate::{chart::BandMeasure, routes::to};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use model::{Band, CustomerQuery, CustomerSort, pairs};

/// What the address asks for.
pub(super) fn use_query() -> Memo<CustomerQuery> {
    let search = use_location().search;
    Memo::new(move |_| CustomerQuery::from_pairs(&pairs(&search.read())))
}

/// The page in this state.
pub(super) fn address(query: &CustomerQuery) -> String {
    to::with(to::LICENSES, &query.to_pairs())
}

/// The same state changed a little; the table starts at its first page again.
pub(super) fn changed(query: &CustomerQuery, change: impl FnOnce(&mut CustomerQuery)) -> String {
    let mut query = CustomerQuery { page: 0, ..query.clone() };
    change(&mut query);
    address(&query)
}

/// Narrowed to one product or workload, or back when it is that already.
pub(super) fn toggled(query: &CustomerQuery, list: &'static str, value: String) -> String {
    changed(query, |query| {
        if let Some(values) = query.filter.list_mut(list) {
            if let Some(at) = values.iter().position(|held| *held == value) {
                values.remove(at);
            } else {
                values.push(value);
            }
        }
    })
}

/// Narrowed to one band, or back.
pub(super) fn banded(query: &CustomerQuery, measure: BandMeasure, band: Band) -> String {
    changed(query, |query| {
        let place = match measure {
            BandMeasure::Deployment => &mut query.deployment,
            BandMeasure::Usage => &mut query.usage,
        };
        *place = (*place != Some(band)).then_some(band);
    })
}

/// Sorted by a column: largest first, then the other way round. Names and markets begin with A.
pub(super) fn sorted(query: &CustomerQuery, sort: CustomerSort) -> String {
    changed(query, |query| {
        query.ascending = query.sort == sort && !query.ascending;
        query.sort = sort;
    })
}

/// The bands that the page is narrowed to.
pub(super) fn chosen_bands(query: &CustomerQuery) -> Vec<(BandMeasure, Band)> {
    let deployment = query.deployment.map(|band| (BandMeasure::Deployment, band));
    deployment.into_iter().chain(query.usage.map(|band| (BandMeasure::Usage, band))).collect()
}
