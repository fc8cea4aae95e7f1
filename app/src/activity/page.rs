//! Activity log: who of the partner did what to which customer, newest first.

use super::{
    api,
    filters::{filters, stated},
    record::record,
};
use crate::{
    loaded::loaded,
    routes::to,
    ui::{
        Card, EmptyState, GuideLink, PageHead, ShareMenu, SkeletonTable, mark_ready, record_files, record_pager, state,
        use_text,
    },
    views,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use model::{ActivityFilter, ActivityPage, pairs};

/// The page.
pub(crate) fn page() -> AnyView {
    let search = use_location().search;
    let filter = Memo::new(move |_| ActivityFilter::from_pairs(&pairs(&search.read())));
    let data = Resource::new(move || filter.get(), api::list);
    let kept = views::load();
    mark_ready("activity");
    let text = use_text();
    let t = text.activity();
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page">
            <PageHead title=t.title lead=t.lead>{views::open_with(to::ACTIVITY, kept)}<GuideLink href=to::HELP_ACTIVITY />{views::views_menu(to::ACTIVITY, kept)}<ShareMenu />{move || record_files("activity", &ActivityFilter { before: None, ..filter.get() }.to_pairs())}</PageHead>
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), move |found| content(&filter.get_untracked(), found))}
        </div>
    }
    .into_any()
}

fn content(filter: &ActivityFilter, found: ActivityPage) -> AnyView {
    let t = use_text().activity();
    let ActivityPage { from, to: last, rows, older, operations, actors } = found;
    let shown = ActivityFilter { from, to: last, ..filter.clone() };
    let address = |before| to::with(to::ACTIVITY, &ActivityFilter { before, ..shown.clone() }.to_pairs());
    let (newest, older) = (filter.before.map(|_| address(None)), older.map(|id| address(Some(id))));
    let rows = if rows.is_empty() {
        view! {
            <EmptyState icon="search" title=t.none_title lead=t.none_lead>
                <a class="btn" href=to::DATA>{t.import}</a>
            </EmptyState>
        }
        .into_any()
    } else {
        view! {
            <Card title=t.rows>
                <ol class="records">{rows.into_iter().map(record).collect_view()}</ol>
                {record_pager(t.rows, [(t.newest, newest), (t.older, older)])}
            </Card>
        }
        .into_any()
    };
    view! {
        {state(stated(&shown))}
        {filters(&shown, operations, actors)}
        {rows}
    }
    .into_any()
}
