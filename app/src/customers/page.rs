//! A customer's licences over all months.

use super::{api, overrides::overrides};
use crate::{
    chart::TrendChart,
    licenses::Figures,
    loaded::loaded,
    routes::to,
    settings::outcome,
    text::format,
    ui::{
        Breakdown, BreakdownBy, Card, Crumbs, EmptyState, Notice, PageHead, SkeletonCards, TableWrap, mark_ready,
        use_text,
    },
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use model::{CustomerDetail, Facet, InsightPage, InsightQuery, Permission};

/// The page.
pub(crate) fn page() -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").unwrap_or_default());
    let data = Resource::new(move || id.get(), api::detail);
    mark_ready("customer");
    view! {
        <div class="page">{loaded(data, || view! { <SkeletonCards /> }.into_any(), content)}</div>
    }
    .into_any()
}

fn content(customer: CustomerDetail) -> AnyView {
    let text = use_text();
    let (t, list) = (text.customer(), text.nav.customers);
    let CustomerDetail { id, name, market, segment, domain, report, overrides: said } = customer;
    let known = |value: String| if value.is_empty() { t.not_known.to_owned() } else { value };
    let product = |product: String| to::with(to::LICENSES, &[("product", product)]);
    let workload = |workload: String| to::with(to::LICENSES, &[("workload", workload)]);
    let month = report.months.map(|months| format::month(text.locale, months.to)).unwrap_or_default();
    let lead = (t.lead)(&month);
    let has_rows = report.trend.iter().any(|point| point.seats.sold.is_some() || point.seats.qualified.is_some());
    let figures = if has_rows {
        let trend = report.trend.clone();
        let (products, workloads) = (report.by_product.clone(), report.by_workload.clone());
        let none = Callback::new(|_| None);
        // Seats nobody has are the first thing to talk about with a customer.
        let advice = match report.now().unassigned().unwrap_or(0) {
            0 => None,
            n @ 1.. => Some((t.unassigned_advice)(n.unsigned_abs())),
            n => Some((t.over_assigned)(n.unsigned_abs())),
        };
        view! {
            <Figures report href=none />
            {advice.map(|advice| view! { <Notice>{advice}</Notice> })}
            <TrendChart id="trend" points=trend title=(t.trend)(&name) incomplete=None />
            <div class="grid two">
                <Card title=t.by_product>
                    <TableWrap label=t.by_product>
                        <Breakdown by=BreakdownBy::Product rows=products href=product />
                    </TableWrap>
                </Card>
                <Card title=t.by_workload>
                    <TableWrap label=t.by_workload>
                        <Breakdown by=BreakdownBy::Workload rows=workloads href=workload />
                    </TableWrap>
                </Card>
            </div>
        }
        .into_any()
    } else {
        view! { <EmptyState title=t.no_rows_title lead=t.no_rows_lead /> }.into_any()
    };
    let more = more(&id, &name);
    let said = said.map(|said| overrides(&id, said));
    view! {
        <Title text=(text.nav.title)(&name) />
        <Crumbs above=vec![(list.to_owned(), to::insight(InsightPage::Customers).to_owned())] here=name.clone() />
        <PageHead title=name.clone() lead>{more}</PageHead>
        <div>{outcome(t.saved)}</div>
        {figures}
        <Card title=t.facts>
            <dl class="facts">
                <dt>{t.market}</dt><dd>{known(market)}</dd>
                <dt>{t.segment}</dt><dd>{known(segment)}</dd>
                <dt>{t.domain}</dt><dd>{known(domain)}</dd>
                <dt>{t.tenant}</dt><dd>{id}</dd>
            </dl>
        </Card>
        <div>{said}</div>
    }
    .into_any()
}

/// The other pages, narrowed to this customer; those that the account's programs close are left out.
fn more(tenant: &str, name: &str) -> AnyView {
    let t = &use_text().nav;
    let programs = use_visit().visitor.map(|visitor| visitor.programs).unwrap_or_default();
    let query = InsightQuery { narrowed: vec![(Facet::Customer, tenant.to_owned())], ..InsightQuery::default() };
    let pages = [(InsightPage::Subscriptions, t.subscriptions), (InsightPage::Azure, t.azure)];
    let open = pages.into_iter().filter(|(page, _)| page.permission().allowed_in(&programs));
    let mut links: Vec<(String, &'static str)> =
        open.map(|(page, name)| (to::with(to::insight(page), &query.to_pairs()), name)).collect();
    if Permission::ViewActivity.allowed_in(&programs) {
        links.push((to::with(to::ACTIVITY, &[("customer", name.to_owned())]), t.activity));
    }
    let links =
        links.into_iter().map(|(href, name)| view! { <a class="btn small" href=href>{name}</a> }).collect_view();
    // The server makes the report whole: the link leaves the browser's routes.
    let review = to::review(tenant);
    view! {
        {links}
        <a class="btn small" href=review rel="external">{use_text().customer().review}</a>
    }
    .into_any()
}
