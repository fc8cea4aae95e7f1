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
    ui::{
        Columns, EmptyState, Pager, PercentCell, SearchField, SkeletonTable, SortHeader, TableWrap, Tag, TagKind,
        use_text,
    },
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
                <div class="card-tools"><Search query /> {move || columns(&query.read())}</div>
            </div>
            {loaded(page, || view! { <SkeletonTable /> }.into_any(), move |page| found(&query.get_untracked(), &page))}
        </section>
    }
    .into_any()
}

fn found(query: &CustomerQuery, page: &CustomerPage) -> AnyView {
    let t = use_text().licenses();
    if page.rows.is_empty() {
        return view! { <EmptyState icon="search" title=t.nothing_title lead=t.nothing_lead /> }.into_any();
    }
    let (number, total, paging) = (query.page, page.total, query.clone());
    let href = move |page: u32| format!("{}#customers", address(&CustomerQuery { page, ..paging.clone() }));
    let rows = rows(query, &page.rows);
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

/// What a column is called.
fn column(column: CustomerSort) -> &'static str {
    let t = use_text().licenses();
    match column {
        CustomerSort::Name => t.col_customer,
        CustomerSort::Market => t.col_market,
        CustomerSort::Sold => t.col_sold,
        CustomerSort::Assigned => t.col_assigned,
        CustomerSort::Deployment => t.col_deployment,
        CustomerSort::Unassigned => t.col_unassigned,
        CustomerSort::Usage => t.col_usage,
    }
}

/// The menu of columns: all but the customers' names can be left out.
fn columns(query: &CustomerQuery) -> AnyView {
    let choice = |it: CustomerSort| (column(it), !query.hidden.contains(&it), address(&query.switched(it)));
    let columns: Vec<_> = CustomerSort::ALL.into_iter().skip(1).map(choice).collect();
    view! { <Columns columns /> }.into_any()
}

fn rows(query: &CustomerQuery, rows: &[CustomerRow]) -> AnyView {
    let t = use_text().licenses();
    let shown: Vec<CustomerSort> = CustomerSort::ALL.into_iter().filter(|it| !query.hidden.contains(it)).collect();
    let head = |sort: CustomerSort| {
        let natural = matches!(sort, CustomerSort::Name | CustomerSort::Market);
        let ascending = (query.sort == sort).then_some(query.ascending != natural);
        view! { <SortHeader label=column(sort) href=sorted(query, sort) ascending num=!natural /> }
    };
    let heads = shown.iter().copied().map(head).collect_view();
    view! {
        <table class="table list" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    {heads}
                    <th scope="col" role="columnheader">{t.col_remarks}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.iter().map(|it| row(it, &shown)).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(row: &CustomerRow, shown: &[CustomerSort]) -> AnyView {
    let t = use_text().licenses();
    let seats = row.seats;
    let low = seats.usage().is_some_and(|usage: Percent| usage.hundredths() < LOW_USAGE);
    let remark = low.then(|| view! { <Tag kind=TagKind::Warning label=t.low_adoption title=t.low_adoption_why /> });
    let cells = shown.iter().map(|it| cell(row, *it)).collect_view();
    view! {
        <tr role="row">
            {cells}
            <td role="cell" class="wide">{remark}</td>
        </tr>
    }
    .into_any()
}

fn cell(row: &CustomerRow, shown: CustomerSort) -> AnyView {
    let (seats, label) = (row.seats, column(shown));
    let number = |value: Option<i64>, class: &'static str| {
        view! { <td role="cell" class=class data-label=label>{format::int_or_none(value)}</td> }.into_any()
    };
    match shown {
        CustomerSort::Name => view! {
            <th scope="row" role="rowheader" class="name"><a href=to::customer(&row.id) title=row.name.clone()>{row.name.clone()}</a></th>
        }
        .into_any(),
        CustomerSort::Market => view! { <td role="cell" class="wide nowrap">{row.market.clone()}</td> }.into_any(),
        CustomerSort::Sold => number(seats.sold, "num"),
        CustomerSort::Assigned => number(seats.assigned, "num"),
        CustomerSort::Unassigned => number(seats.unassigned(), "num no-phone"),
        CustomerSort::Deployment => view! { <PercentCell value=seats.deployment() class="assigned" label /> }.into_any(),
        CustomerSort::Usage => view! { <PercentCell value=seats.usage() class="active" label /> }.into_any(),
    }
}
