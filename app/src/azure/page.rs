//! Azure by day: what was metered and what it is estimated to cost, and how much of the budgets is used.

use super::api;
use crate::{
    chart::{PercentBar, Spark, scale::number},
    loaded::loaded,
    routes::to,
    text::format,
    ui::{
        Card, Crumbs, EmptyState, Field, PageHead, SearchField, ShareMenu, SkeletonTable, Stated, TableWrap,
        mark_ready, state, use_text,
    },
    views,
};
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::Form, hooks::use_location};
use model::{Budget, DailyQuery, DailyReport, InsightPage, MeterUse, pairs};

/// The page.
pub(crate) fn page() -> AnyView {
    let search = use_location().search;
    let query = Memo::new(move |_| DailyQuery::from_pairs(&pairs(&search.read())));
    let data = Resource::new(move || query.get(), api::days);
    let saved = views::load();
    mark_ready("azure-days");
    let text = use_text();
    let t = text.azure();
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page">
            {views::open_with(to::AZURE_DAYS, saved)}
            <Crumbs above=vec![(text.nav.azure.to_owned(), to::insight(InsightPage::Azure).to_owned())] here=t.title />
            <PageHead title=t.title lead=t.lead>{views::views_menu(to::AZURE_DAYS, saved)}<ShareMenu /></PageHead>
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), move |report| content(&query.get_untracked(), report))}
        </div>
    }
    .into_any()
}

fn content(query: &DailyQuery, report: DailyReport) -> AnyView {
    let t = use_text().azure();
    let DailyReport { days, meters, budgets } = report;
    let stated = days.map(|(from, last)| stated(query, from, last));
    let form = days.map(|days| form(query, days));
    let used = if meters.is_empty() {
        view! {
            <EmptyState title=t.none_title lead=t.none_lead>
                <a class="btn" href=to::DATA>{use_text().landing.start_import}</a>
            </EmptyState>
        }
        .into_any()
    } else {
        self::meters(meters)
    };
    let budgets = (!budgets.is_empty()).then(|| self::budgets(budgets));
    view! {
        {stated}
        <div>{form}</div>
        {used}
        <div>{budgets}</div>
    }
    .into_any()
}

/// What the figures are about, for paper.
fn stated(query: &DailyQuery, from: Date, last: Date) -> AnyView {
    let text = use_text();
    let day = |day| format::date(text.locale, day);
    let customer =
        (!query.customer.is_empty()).then(|| (text.licenses().chip)(text.activity().customer, &query.customer));
    let period = format!("{} – {}", day(from), day(last));
    state(Stated { period, filters: customer.into_iter().collect(), fresh: None })
}

fn form(query: &DailyQuery, (from, last): (Date, Date)) -> AnyView {
    let text = use_text();
    let t = text.activity();
    let customer = query.customer.clone();
    view! {
        <Form method="GET" action=to::AZURE_DAYS>
            <div class="list-tools">
                <SearchField name="customer" label=t.customer value=customer />
                <Field id="from" label=t.from><input type="date" id="from" name="from" value=from.to_string() /></Field>
                <Field id="to" label=t.to><input type="date" id="to" name="to" value=last.to_string() /></Field>
                <button class="btn">{t.apply}</button>
                <a class="btn quiet" href=to::AZURE_DAYS>{t.clear}</a>
            </div>
        </Form>
    }
    .into_any()
}

fn meters(meters: Vec<MeterUse>) -> AnyView {
    let t = use_text().azure();
    let row = |it: MeterUse| {
        let course = it.course.iter().map(|units| units.map(|units| number(units.0))).collect();
        let name = if it.meter.is_empty() { use_text().insight().unknown_name.to_owned() } else { it.meter };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" class="name">{name} " " <span class="caption">{it.category}</span></th>
                <td role="cell" data-label=t.by_day><Spark values=course class="assigned" /></td>
                <td role="cell" class="num" data-label=t.units>{format::micros(it.units)} " " <span class="caption">{it.unit}</span></td>
                <td role="cell" class="num" data-label=t.subscriptions>{format::count(it.subscriptions as u64)}</td>
                <td role="cell" class="num" data-label=t.cost>{format::money(it.cost, &it.currency)}</td>
            </tr>
        }
    };
    let count = format::count(meters.len() as u64);
    view! {
        <Card title=t.meters count>
            <TableWrap label=t.meters>
                <table class="table list" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t.meter}</th>
                            <th scope="col" role="columnheader">{t.by_day}</th>
                            <th scope="col" role="columnheader" class="num">{t.units}</th>
                            <th scope="col" role="columnheader" class="num">{t.subscriptions}</th>
                            <th scope="col" role="columnheader" class="num" title=t.cost_why>{t.cost}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{meters.into_iter().map(row).collect_view()}</tbody>
                </table>
            </TableWrap>
            <p class="caption">{t.cost_why}</p>
        </Card>
    }
    .into_any()
}

fn budgets(budgets: Vec<Budget>) -> AnyView {
    let text = use_text();
    let t = text.azure();
    let row = |it: Budget| {
        let used = it.used();
        let over = used.is_some_and(|used| used.hundredths() >= 10_000);
        let name = if it.name.is_empty() { it.customer.clone() } else { it.name };
        let href = to::customer(&it.customer);
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" class="name"><a href=href>{name}</a></th>
                <td role="cell" class=if over { "num down" } else { "num" } data-label=t.used>
                    <span class="with-bar">
                        {used.map(|used| view! { <PercentBar value=Some(used) class="assigned" /> })}
                        <span>{format::percent(text.locale, used)}</span>
                    </span>
                </td>
                <td role="cell" class="num" data-label=t.budget>{format::money(it.budget, &it.currency)}</td>
                <td role="cell" class="num" data-label=t.cost>{format::money(it.cost, &it.currency)}</td>
                <td role="cell" class="nowrap" data-label=t.as_of>{format::date(text.locale, it.as_of)}</td>
            </tr>
        }
    };
    let count = format::count(budgets.len() as u64);
    view! {
        <Card title=t.budgets count>
            <TableWrap label=t.budgets>
                <table class="table list" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t.customer}</th>
                            <th scope="col" role="columnheader" class="num" title=t.used_why>{t.used}</th>
                            <th scope="col" role="columnheader" class="num">{t.budget}</th>
                            <th scope="col" role="columnheader" class="num">{t.cost}</th>
                            <th scope="col" role="columnheader">{t.as_of}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{budgets.into_iter().map(row).collect_view()}</tbody>
                </table>
            </TableWrap>
            <p class="caption">{t.used_why}</p>
        </Card>
    }
    .into_any()
}
