//! Product analytics: how customers use the licences they bought.

use super::{
    Figures, api,
    filters::{FilterBar, stated},
    table::CustomerTable,
    view::{banded, changed, chosen_bands, toggled, use_query},
};
use crate::{
    chart::{BandChart, TrendChart},
    imports,
    loaded::loaded,
    routes::to,
    text::format,
    ui::{
        Breakdown, BreakdownBy, Card, Drop, EmptyState, Fresh, GuideLink, PageHead, Period, ShareMenu, SkeletonCards,
        Stated, TableWrap, mark_ready, state, use_text,
    },
    views::{self, Views},
    visit::{here, use_visit},
};
use leptos::prelude::*;
use leptos_meta::Title;
use model::{CustomerQuery, CustomerSort, Dataset, Freshness, LicenseChoices, LicenseReport, query_string};

/// The page.
pub(crate) fn page() -> AnyView {
    let query = use_query();
    let filter = Memo::new(move |_| query.read().filter.clone());
    let choices = Resource::new(|| (), |()| api::choices());
    let fresh = Resource::new(|| (), |()| imports::api::how_fresh());
    let data = Resource::new(
        move || filter.get(),
        move |filter| async move { Ok((api::report(filter).await?, choices.await?, fresh.await?)) },
    );
    let saved = views::load();
    mark_ready("licenses");
    view! {
        <Title text=(use_text().nav.title)(use_text().licenses().title) />
        <div class="page">
            {views::open_with(to::LICENSES, saved)}
            {loaded(
                data,
                || view! { <SkeletonCards /> }.into_any(),
                move |(report, choices, fresh)| content(query, report, choices, &fresh, saved),
            )}
        </div>
    }
    .into_any()
}

fn content(
    query: Memo<CustomerQuery>,
    report: LicenseReport,
    choices: LicenseChoices,
    fresh: &[Freshness],
    saved: Views,
) -> AnyView {
    let t = use_text().licenses();
    let (months, now) = (report.months, use_visit().now);
    let newest = fresh.iter().find(|f| f.dataset == Dataset::LicenseDeployment);
    let (month, imported) = newest.map_or((None, None), |f| (f.newest, f.imported));
    let Some(months) = months else {
        return view! {
            <PageHead title=t.title lead=t.lead />
            <EmptyState title=t.empty_title lead=t.empty_lead>
                <a class="btn primary" href=to::DATA>{use_text().landing.start_import}</a>
            </EmptyState>
        }
        .into_any();
    };
    let asked = query.get_untracked();
    let kept = asked.to_pairs().into_iter().filter(|(name, _)| !["from", "to", "page"].contains(name)).collect();
    let known = choices.months.clone();
    // Whoever asks for products has what was asked for.
    let left_out = (!report.left_out.is_empty() && asked.filter.products.is_empty())
        .then(|| view! { <p class="caption">{(t.left_out)(&report.left_out.join(" · "))}</p> });
    let stated = state(Stated {
        period: format::months(use_text().locale, months),
        filters: stated(&asked, &choices),
        fresh: Stated::fresh(use_text(), month, imported, now),
    });
    let period = view! { <Period action=to::LICENSES kept known shown=Some(months) /> };
    view! {
        <PageHead title=t.title lead=t.lead>
            <GuideLink href=to::HELP_ADOPTION />
            {views::views_menu(to::LICENSES, saved)}
            <ShareMenu />
            <Fresh month imported now />
            {period}
            {move || download(&query.read())}
        </PageHead>
        {stated}
        {move || view! { <FilterBar query=query.get() choices=choices.clone() /> }}
        <Figures report=report.clone() href=move |sort: CustomerSort| {
            Some(format!("{}#customers", changed(&query.read_untracked(), |q| (q.sort, q.ascending) = (sort, false))))
        } />
        <div>{left_out}</div>
        {charts(query, report)}
        <CustomerTable query />
    }
    .into_any()
}

fn charts(query: Memo<CustomerQuery>, report: LicenseReport) -> AnyView {
    let t = use_text().licenses();
    let month = report.months.map(|months| months.to);
    let LicenseReport { trend, by_product, by_workload, bands_deployment, bands_usage, customers, .. } = report;
    let narrowed =
        move |list: &'static str| Callback::new(move |name: String| toggled(&query.read_untracked(), list, name));
    let bands = month.map(|month| move || {
        let href = move |(measure, band)| format!("{}#customers", banded(&query.read_untracked(), measure, band));
        view! {
            <BandChart deployment=bands_deployment usage=bands_usage customers month href chosen=chosen_bands(&query.read()) />
        }
    });
    view! {
        <div class="grid wide-narrow">
            <TrendChart id="trend" points=trend incomplete=None />
            {bands}
        </div>
        <div class="grid two">
            <Card title=t.by_product>
                <TableWrap label=t.by_product>
                    <Breakdown by=BreakdownBy::Product rows=by_product href=narrowed("product") />
                </TableWrap>
            </Card>
            <Card title=t.by_workload>
                <TableWrap label=t.by_workload>
                    <Breakdown by=BreakdownBy::Workload rows=by_workload href=narrowed("workload") />
                </TableWrap>
            </Card>
        </div>
    }
    .into_any()
}

/// The files hold exactly what the address asks for, all pages of it.
fn download(query: &CustomerQuery) -> AnyView {
    let t = use_text().licenses();
    let pairs = CustomerQuery { page: 0, ..query.clone() }.to_pairs();
    let file = |end: &str| here(&format!("/export/licenses.{end}?{}", query_string(&pairs)));
    let (csv, tsv) = (file("csv"), file("tsv"));
    view! {
        <Drop label=ViewFnOnce::from(move || t.download) panel="menu" end=true>
            <a href=csv download="" rel="external">{t.download_csv}</a>
            <a href=tsv download="" rel="external">{t.download_tsv}</a>
            <p class="menu-title">{t.download_note}</p>
        </Drop>
    }
    .into_any()
}
