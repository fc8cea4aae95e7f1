//! Activity log: who of the partner did what to which customer, newest first.

use super::{
    api,
    filters::{filters, stated},
    record::record,
};
use crate::{
    loaded::loaded,
    routes::to,
    ui::{Card, Drop, EmptyState, GuideLink, PageHead, SkeletonTable, mark_ready, state, use_text},
    views,
    visit::here,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use model::{ActivityFilter, ActivityPage, pairs, query_string};

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
            <PageHead title=t.title lead=t.lead>{views::open_with(to::ACTIVITY, kept)}<GuideLink href=to::HELP_ACTIVITY />{views::views_menu(to::ACTIVITY, kept)}{move || files(&filter.read())}</PageHead>
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), move |found| content(&filter.get_untracked(), found))}
        </div>
    }
    .into_any()
}

/// The ways to take away exactly what is shown, all pages of it.
fn files(filter: &ActivityFilter) -> AnyView {
    let t = use_text().licenses();
    let all = ActivityFilter { before: None, ..filter.clone() };
    let file = |end: &str| here(&format!("/export/activity.{end}?{}", query_string(&all.to_pairs())));
    let (csv, lines) = (file("csv"), file("jsonl"));
    view! {
        <Drop label=ViewFnOnce::from(move || t.download) panel="menu" end=true>
            <a href=csv download="" rel="external">"CSV"</a>
            <a href=lines download="" rel="external">"JSON Lines"</a>
        </Drop>
    }
    .into_any()
}

fn content(filter: &ActivityFilter, found: ActivityPage) -> AnyView {
    let t = use_text().activity();
    let ActivityPage { from, to: last, rows, older, operations, actors } = found;
    let shown = ActivityFilter { from, to: last, ..filter.clone() };
    let address = |before| to::with(to::ACTIVITY, &ActivityFilter { before, ..shown.clone() }.to_pairs());
    let step = |to: Option<String>, words: &'static str| match to {
        Some(href) => view! { <a class="btn small" href=href>{words}</a> }.into_any(),
        None => view! { <span class="btn small" aria-disabled="true">{words}</span> }.into_any(),
    };
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
                <nav class="pager" aria-label=t.rows>
                    <span class="button-row spread">{step(newest, t.newest)} {step(older, t.older)}</span>
                </nav>
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
