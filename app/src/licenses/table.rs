//! The table of all customers.

use super::{
    api,
    view::{address, changed, sorted},
};
use crate::{
    loaded::loaded,
    routes::to,
    text::format,
    typed::typed,
    ui::{EmptyState, Pager, PercentCell, SearchField, SkeletonTable, SortHeader, TableWrap, Tag, TagKind, use_text},
};
use leptos::prelude::*;
use leptos_router::components::Form;
use model::{CustomerPage, CustomerQuery, CustomerRow, CustomerSort, Percent};

/// Below this usage a customer is marked, in hundredths of a percent.
const LOW_USAGE: i64 = 3_000;

/// All customers of the last month, searched, sorted and paged by the address. The search box stands outside of what is
/// loaded anew, so that typing goes on while rows come and go.
#[component]
pub fn CustomerTable(
    /// What the address asks for.
    query: Memo<CustomerQuery>,
) -> impl IntoView {
    let t = use_text().licenses();
    let page = Resource::new(move || query.get(), api::customers);
    let count = move || Suspend::new(async move { page.await.map(|page| format::count(u64::from(page.total))).ok() });
    view! {
        <section class="card" id="customers" tabindex="-1">
            <div class="card-head">
                <h2>{t.customers} <span class="count"><Transition>{count}</Transition></span></h2>
                <Search query />
            </div>
            {loaded(page, || view! { <SkeletonTable /> }.into_any(), move |page| found(&query.get_untracked(), page))}
        </section>
    }
    .into_any()
}

fn found(query: &CustomerQuery, page: CustomerPage) -> AnyView {
    let t = use_text().licenses();
    if page.rows.is_empty() {
        return view! { <EmptyState icon="search" title=t.nothing_title lead=t.nothing_lead /> }.into_any();
    }
    let (number, total, paging) = (query.page, page.total, query.clone());
    let href = move |page: u32| format!("{}#customers", address(&CustomerQuery { page, ..paging.clone() }));
    let rows = rows(query, page.rows);
    view! {
        <TableWrap label=t.customers>{rows}</TableWrap>
        <Pager page=number size=CustomerPage::SIZE total href />
    }
    .into_any()
}

/// Searches as one types; Enter does the same without JavaScript.
#[component]
fn Search(query: Memo<CustomerQuery>) -> impl IntoView {
    let t = use_text().licenses();
    let on_input = typed(move |search| changed(&query.read_untracked(), |query| query.search = search));
    let value = query.read_untracked().search.clone();
    let kept = move || {
        let pairs = query.read().to_pairs().into_iter().filter(|(name, _)| !["q", "page"].contains(name));
        pairs.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view()
    };
    view! {
        <Form method="GET" action=to::LICENSES>
            {kept} <SearchField name="q" label=t.search_customers value on_input />
        </Form>
    }
    .into_any()
}

fn rows(query: &CustomerQuery, rows: Vec<CustomerRow>) -> AnyView {
    let t = use_text().licenses();
    let head = |sort: CustomerSort, label: &'static str, num: bool| {
        let natural = matches!(sort, CustomerSort::Name | CustomerSort::Market);
        let ascending = (query.sort == sort).then_some(query.ascending != natural);
        view! { <SortHeader label href=sorted(query, sort) ascending num /> }
    };
    view! {
        <table class="table list" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    {head(CustomerSort::Name, t.col_customer, false)}
                    {head(CustomerSort::Market, t.col_market, false)}
                    {head(CustomerSort::Sold, t.col_sold, true)}
                    {head(CustomerSort::Assigned, t.col_assigned, true)}
                    {head(CustomerSort::Deployment, t.col_deployment, true)}
                    {head(CustomerSort::Unassigned, t.col_unassigned, true)}
                    {head(CustomerSort::Usage, t.col_usage, true)}
                    <th scope="col" role="columnheader">{t.col_remarks}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(row: CustomerRow) -> AnyView {
    let t = use_text().licenses();
    let seats = row.seats;
    let low = seats.usage().is_some_and(|usage: Percent| usage.hundredths() < LOW_USAGE);
    let remark = low.then(|| view! { <Tag kind=TagKind::Warning label=t.low_adoption title=t.low_adoption_why /> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="name"><a href=to::customer(&row.id) title=row.name.clone()>{row.name.clone()}</a></th>
            <td role="cell" class="wide nowrap">{row.market}</td>
            <td role="cell" class="num" data-label=t.col_sold>{format::int_or_none(seats.sold)}</td>
            <td role="cell" class="num" data-label=t.col_assigned>{format::int_or_none(seats.assigned)}</td>
            <PercentCell value=seats.deployment() class="assigned" label=t.col_deployment />
            <td role="cell" class="num no-phone" data-label=t.col_unassigned>{format::int_or_none(seats.unassigned())}</td>
            <PercentCell value=seats.usage() class="active" label=t.col_usage />
            <td role="cell" class="wide">{remark}</td>
        </tr>
    }
    .into_any()
}
