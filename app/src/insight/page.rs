//! The view of all pages of figures.

use super::{
    api::ask,
    filters::{self, filters},
    ranking::ranking,
};
use crate::{
    chart::CourseChart,
    imports::FreshTable,
    loaded::loaded,
    routes::to,
    text::{
        Text,
        format::{self, change, change_points},
    },
    ui::{
        Card, EmptyState, Fresh, GuideLink, KpiCard, PageHead, Period, ShareMenu, SkeletonCards, Stated, mark_ready,
        state, use_text,
    },
    views::{self, Views},
    visit::use_visit,
};
use jiff::Timestamp;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use model::{Block, Figure, Freshness, Insight, InsightPage, InsightQuery, Month, Percent, Unit, pairs};

/// Overview.
pub(crate) fn overview() -> AnyView {
    page(InsightPage::Overview)
}

/// Customers.
pub(crate) fn customers() -> AnyView {
    page(InsightPage::Customers)
}

/// Subscriptions.
pub(crate) fn subscriptions() -> AnyView {
    page(InsightPage::Subscriptions)
}

/// Azure.
pub(crate) fn azure() -> AnyView {
    page(InsightPage::Azure)
}

/// Growth.
pub(crate) fn growth() -> AnyView {
    page(InsightPage::Growth)
}

/// Workloads.
pub(crate) fn workloads() -> AnyView {
    page(InsightPage::Workloads)
}

/// Resellers.
pub(crate) fn resellers() -> AnyView {
    page(InsightPage::Resellers)
}

fn page(which: InsightPage) -> AnyView {
    let search = use_location().search;
    let query = Memo::new(move |_| InsightQuery::from_pairs(&pairs(&search.read())));
    let data = Resource::new(move || query.get(), move |query| ask(which, query));
    let saved = views::load();
    mark_ready(which.key());
    let (title, _) = use_text().insight().page(which);
    view! {
        <Title text=(use_text().nav.title)(title) />
        <div class="page">
            {views::open_with(to::insight(which), saved)}
            {loaded(
                data,
                || view! { <SkeletonCards /> }.into_any(),
                move |insight| content(which, &query.get_untracked(), insight, saved),
            )}
        </div>
    }
    .into_any()
}

fn content(which: InsightPage, query: &InsightQuery, insight: Insight, saved: Views) -> AnyView {
    let text = use_text();
    let t = text.insight();
    let (title, lead) = t.page(which);
    let Insight { months, compared, known, fresh, choices, figures, blocks } = insight;
    let Some(shown) = months else {
        return view! {
            <PageHead title lead />
            <EmptyState title=t.nothing_title lead=t.nothing_lead>
                <a class="btn primary" href=to::DATA>{text.landing.start_import}</a>
            </EmptyState>
        }
        .into_any();
    };
    let kept = InsightQuery { months: None, ..query.clone() }.to_pairs();
    let versus = Versus {
        span: compared.map(|span| format::months(text.locale, span)).unwrap_or_default(),
        month: format::month_name(text.locale, shown.to.plus(-1)),
        compares: query.compare.is_some(),
    };
    let figures = figures.into_iter().map(|it| figure(it, &versus)).collect_view();
    let address = to::insight(which);
    let query = query.clone();
    let (month, imported) = oldest(&fresh);
    let stated = state(Stated {
        period: format::months(text.locale, shown),
        filters: filters::stated(&query, &choices),
        fresh: Stated::fresh(text, month, imported, use_visit().now),
    });
    let bar = filters(which, &query, choices);
    let blocks = blocks.into_iter().map(|block| match block {
        Block::Course(course) => view! { <CourseChart course /> }.into_any(),
        Block::Ranking(table) => ranking(which, &query, &table),
    });
    let guide = match which {
        InsightPage::Overview => to::HELP,
        InsightPage::Customers => to::HELP_ADOPTION,
        _ => to::HELP_GROWTH,
    };
    view! {
        <PageHead title lead>
            <GuideLink href=guide />
            {views::views_menu(address, saved)}
            <ShareMenu />
            <Fresh month imported now=use_visit().now />
            {more(text, which)}
            <Period action=address kept known shown=Some(shown) />
        </PageHead>
        {stated}
        {bar}
        <div class="kpis">{figures}</div>
        <div class=if which == InsightPage::Customers { "grid" } else { "grid two" }>{blocks.collect_view()}</div>
        <Card title=t.data>
            <FreshTable fresh />
        </Card>
    }
    .into_any()
}

/// The way to the page that says more about the same.
fn more(text: &'static Text, which: InsightPage) -> Option<AnyView> {
    match which {
        InsightPage::Overview => {
            Some(view! { <a class="btn" href=to::DIGEST rel="external">{text.nav.digest}</a> }.into_any())
        }
        InsightPage::Azure => Some(view! { <a class="btn" href=to::AZURE_DAYS>{text.azure().title}</a> }.into_any()),
        _ => None,
    }
}

/// The month and the import of the dataset that lies furthest back: the page is no fresher than that.
fn oldest(fresh: &[Freshness]) -> (Option<Month>, Option<Timestamp>) {
    let oldest = fresh.iter().filter(|it| it.newest.is_some()).min_by_key(|it| it.newest);
    oldest.map_or((None, None), |it| (it.newest, it.imported))
}

/// What figures are compared with.
struct Versus {
    span: String,
    month: String,
    compares: bool,
}

fn figure(figure: Figure, versus: &Versus) -> AnyView {
    let text = use_text();
    let Figure { metric, now, before, course, window } = figure;
    let locale = text.locale;
    let by_span = metric.is_flow() || versus.compares;
    let (shown, change) = if metric.unit() == Unit::Percent {
        let percent = |value: Option<i64>| value.map(Percent::from_hundredths);
        (format::percent(locale, percent(now)), change_points(locale, percent(before), percent(now)))
    } else {
        (format::value_short(locale, metric.unit(), now), change(locale, before, now))
    };
    let change =
        change.map(|(direction, words)| (if metric.is_loss() { direction.opposite() } else { direction }, words));
    let needs = now.is_none().then(|| (text.insight().needs)((text.imports().dataset)(metric.dataset())));
    let course = course.into_iter().map(|value| value.map(crate::chart::scale::number)).collect();
    let versus = if by_span { versus.span.clone() } else { versus.month.clone() };
    // An unknown figure says what it needs; others without a change, of how many months they are.
    let aside = needs.clone().or_else(|| window.map(|(known, of)| (text.insight().months_known)(known, of)));
    let kpi = text.insight().metric(metric);
    view! { <KpiCard id=metric.key() kpi figure=shown change versus course more=needs aside /> }.into_any()
}
