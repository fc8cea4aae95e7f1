//! The table of all customers.

use super::{
    api,
    view::{address, changed, sorted},
};
use crate::{
    loaded::loaded,
    routes::to,
    text::format,
    ui::{
        Card, EmptyState, Pager, PercentCell, SearchField, SkeletonTable, SortHeader, TableWrap, Tag, TagKind, use_text,
    },
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, components::Form, hooks::use_navigate};
use model::{CustomerPage, CustomerQuery, CustomerRow, CustomerSort, Percent};

/// Below this usage a customer is marked, in hundredths of a percent.
const LOW_USAGE: i64 = 3_000;

/// All customers of the last month, searched, sorted and paged by the address.
#[component]
pub fn CustomerTable(
    /// What the address asks for.
    query: Memo<CustomerQuery>,
) -> impl IntoView {
    let page = Resource::new(move || query.get(), api::customers);
    loaded(page, || view! { <SkeletonTable /> }.into_any(), move |page| card(&query.get_untracked(), page))
}

fn card(query: &CustomerQuery, page: CustomerPage) -> AnyView {
    let t = &use_text().licenses;
    let total = page.total;
    let search = search(query);
    let paging = query.clone();
    let href = move |page: u32| address(&CustomerQuery { page, ..paging.clone() });
    let number = query.page;
    let body = if page.rows.is_empty() {
        view! { <EmptyState icon="search" title=t.nothing_title lead=t.nothing_lead /> }.into_any()
    } else {
        let rows = rows(query, page.rows);
        view! {
            <TableWrap label=t.customers>{rows}</TableWrap>
            <Pager page=number size=CustomerPage::SIZE total href />
        }
        .into_any()
    };
    view! {
        <div id="customers">
            <Card title=t.customers count=format::count(u64::from(total)) tools=ViewFnOnce::from(move || search)>
                {body}
            </Card>
        </div>
    }
    .into_any()
}

/// Searches as one types; Enter does the same without JavaScript.
fn search(query: &CustomerQuery) -> AnyView {
    let t = &use_text().licenses;
    let navigate = use_navigate();
    let typed = query.clone();
    let on_input = Callback::new(move |search: String| {
        let to = changed(&typed, |query| query.search = search);
        navigate(&to, NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() });
    });
    let kept = query.to_pairs().into_iter().filter(|(name, _)| !["q", "page"].contains(name));
    let kept = kept.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    let value = query.search.clone();
    view! {
        <Form method="GET" action=to::LICENSES>
            {kept}
            <SearchField name="q" label=t.search_customers value on_input />
        </Form>
    }
    .into_any()
}

fn rows(query: &CustomerQuery, rows: Vec<CustomerRow>) -> AnyView {
    let t = &use_text().licenses;
    let head = |sort: CustomerSort, label: &'static str, num: bool| {
        let natural = matches!(sort, CustomerSort::Name | CustomerSort::Market);
        let ascending = (query.sort == sort).then_some(query.ascending != natural);
        view! { <SortHeader label href=sorted(query, sort) ascending num /> }
    };
    view! {
        <table class="table list">
            <thead>
                <tr>
                    {head(CustomerSort::Name, t.col_customer, false)}
                    {head(CustomerSort::Market, t.col_market, false)}
                    {head(CustomerSort::Sold, t.col_sold, true)}
                    {head(CustomerSort::Assigned, t.col_assigned, true)}
                    {head(CustomerSort::Deployment, t.col_deployment, true)}
                    {head(CustomerSort::Unassigned, t.col_unassigned, true)}
                    {head(CustomerSort::Usage, t.col_usage, true)}
                    <th scope="col">{t.col_remarks}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(row: CustomerRow) -> AnyView {
    let t = &use_text().licenses;
    let seats = row.seats;
    let low = seats.usage().is_some_and(|usage: Percent| usage.hundredths() < LOW_USAGE);
    let remark = low.then(|| view! { <Tag kind=TagKind::Warning label=t.low_adoption title=t.low_adoption_why /> });
    view! {
        <tr>
            <th scope="row" class="name"><a href=to::customer(&row.id) title=row.name.clone()>{row.name.clone()}</a></th>
            <td class="wide">{row.market}</td>
            <td class="num" data-label=t.col_sold>{format::int_or_none(seats.sold)}</td>
            <td class="num" data-label=t.col_assigned>{format::int_or_none(seats.assigned)}</td>
            <PercentCell value=seats.deployment() class="assigned" label=t.col_deployment />
            <td class="num no-phone" data-label=t.col_unassigned>{format::int_or_none(seats.unassigned())}</td>
            <PercentCell value=seats.usage() class="active" label=t.col_usage />
            <td class="wide">{remark}</td>
        </tr>
    }
    .into_any()
}
