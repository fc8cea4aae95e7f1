//! Addresses to pages.

use crate::{
    areas::{
        Account, Activity, Audit, Azure, AzureDays, Bulk, Customer, Customers, Data, Growth, Licenses, Me, Notices,
        Overview, Person, Requests, Resellers, Review, Subscriptions, Tokens, Users, Who, Workloads,
    },
    frame::Frame,
    landing::Landing,
    ui::NotFound,
    visit::provide_visit,
};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    Lazy, SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};
#[cfg(feature = "ssr")]
use model::Role;
use model::{InsightPage, PersonId, query_string};

/// The whole application. It also runs once at the server's start, outside of any request, to list the routes: so
/// nothing here may need a request or a database.
///
/// Every route is rendered with [`SsrMode::Async`], so that its page is whole without JavaScript.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_visit();
    view! {
        <Router>
            <Frame>
                <FlatRoutes fallback=NotFound>
                    <Route path=path!("/") view=Landing ssr=SsrMode::Async />
                    <Route path=path!("/analytics/licenses") view={Lazy::<Licenses>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/analytics") view={Lazy::<Overview>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/analytics/subscriptions") view={Lazy::<Subscriptions>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/analytics/azure") view={Lazy::<Azure>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/analytics/azure/days") view={Lazy::<AzureDays>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/analytics/growth") view={Lazy::<Growth>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/analytics/workloads") view={Lazy::<Workloads>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/analytics/resellers") view={Lazy::<Resellers>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/activity") view={Lazy::<Activity>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers") view={Lazy::<Customers>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/customers/:id") view={Lazy::<Customer>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/users") view={Lazy::<Users>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/users/bulk") view={Lazy::<Bulk>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/access/who") view={Lazy::<Who>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/users/:id") view={Lazy::<Person>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/access/requests") view={Lazy::<Requests>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/access/review") view={Lazy::<Review>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/notices") view={Lazy::<Notices>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/access/log") view={Lazy::<Audit>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/settings/data") view={Lazy::<Data>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/settings/tokens") view={Lazy::<Tokens>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/settings/account") view={Lazy::<Account>::new()} ssr=SsrMode::Async />
                    <Route path=path!("/me") view={Lazy::<Me>::new()} ssr=SsrMode::Async />
                </FlatRoutes>
            </Frame>
        </Router>
    }
}

/// Addresses that pages link to, written in one place.
pub(crate) mod to {
    #[cfg(feature = "ssr")]
    use super::Role;
    use super::{InsightPage, PersonId, query_string};

    pub(crate) const HOME: &str = "/";
    #[cfg(feature = "ssr")]
    pub(crate) const SIGN_IN: &str = "/sign-in";
    pub(crate) const LICENSES: &str = "/analytics/licenses";
    pub(crate) const OVERVIEW: &str = "/analytics";
    pub(crate) const AZURE_DAYS: &str = "/analytics/azure/days";
    pub(crate) const ACTIVITY: &str = "/activity";
    pub(crate) const USERS: &str = "/users";
    pub(crate) const REQUESTS: &str = "/access/requests";
    pub(crate) const REVIEW: &str = "/access/review";
    pub(crate) const NOTICES: &str = "/notices";
    pub(crate) const BULK: &str = "/users/bulk";
    pub(crate) const WHO: &str = "/access/who";
    pub(crate) const AUDIT: &str = "/access/log";
    pub(crate) const DATA: &str = "/settings/data";
    pub(crate) const TOKENS: &str = "/settings/tokens";
    pub(crate) const ACCOUNT: &str = "/settings/account";
    pub(crate) const GROUPS: &str = "/settings/account/groups";
    pub(crate) const PRODUCTS: &str = "/settings/account/products";
    #[cfg(feature = "ssr")]
    pub(crate) const LOGO: &str = "/settings/brand/logo";
    pub(crate) const BRAND: &str = "/settings/brand";
    pub(crate) const FIND: &str = "/find";
    pub(crate) const DIGEST: &str = "/digest";
    pub(crate) const DOWNLOADS: &str = "/downloads";
    pub(crate) const FEED: &str = "/feed";
    pub(crate) const HELP: &str = "/help";
    pub(crate) const HELP_ADOPTION: &str = "/help/adoption";
    pub(crate) const HELP_ACTIVITY: &str = "/help/activity";
    pub(crate) const HELP_GROWTH: &str = "/help/growth";
    pub(crate) const ME: &str = "/me";
    pub(crate) const SECURITY: &str = "/me/security";
    pub(crate) const VIEWS: &str = "/me/views";

    /// An address of this site, as somebody may have forged it: another site's becomes the home page.
    #[cfg(feature = "ssr")]
    pub fn own(address: &str) -> String {
        let bytes = address.as_bytes();
        let elsewhere = matches!(bytes.get(1), Some(b'/' | b'\\'));
        let plain = bytes.iter().all(u8::is_ascii_graphic);
        if bytes.first() == Some(&b'/') && !elsewhere && plain { address.to_owned() } else { HOME.to_owned() }
    }

    /// An address with a view state.
    pub(crate) fn with(path: &str, pairs: &[(&str, String)]) -> String {
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", query_string(pairs)) }
    }

    /// A page of figures.
    pub(crate) const fn insight(page: InsightPage) -> &'static str {
        match page {
            InsightPage::Overview => OVERVIEW,
            InsightPage::Customers => "/customers",
            InsightPage::Subscriptions => "/analytics/subscriptions",
            InsightPage::Azure => "/analytics/azure",
            InsightPage::Growth => "/analytics/growth",
            InsightPage::Workloads => "/analytics/workloads",
            InsightPage::Resellers => "/analytics/resellers",
        }
    }

    /// A customer by tenant.
    pub(crate) fn customer(tenant: &str) -> String {
        format!("/customers/{tenant}")
    }

    /// Where what is said of a customer is sent to.
    pub(crate) fn overrides(tenant: &str) -> String {
        format!("/customers/{tenant}/overrides")
    }

    /// A customer's review report.
    pub(crate) fn review(tenant: &str) -> String {
        format!("/customers/{tenant}/review")
    }

    /// The same as a PDF.
    #[cfg(feature = "ssr")]
    pub(crate) fn review_pdf(tenant: &str) -> String {
        format!("/customers/{tenant}/review.pdf")
    }

    /// A person's User details after an update, with what it did.
    #[cfg(feature = "ssr")]
    pub(crate) fn updated(id: PersonId, given: &[Role], taken: &[Role]) -> String {
        let roles = |name, roles: &[Role]| roles.iter().map(|role| (name, role.key().to_owned())).collect::<Vec<_>>();
        with(&person(id), &[vec![("updated", String::new())], roles("given", given), roles("taken", taken)].concat())
    }

    /// A review, at one role of one person.
    #[cfg(feature = "ssr")]
    pub(crate) fn review_item(person: PersonId, role: Role) -> String {
        with(REVIEW, &[("at", format!("{person}-{}", role.key()))])
    }

    /// A person's User details.
    pub(crate) fn person(id: PersonId) -> String {
        format!("/users/{id}")
    }
}
