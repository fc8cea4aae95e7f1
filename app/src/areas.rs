//! The areas of the browser side: the code of an area's pages is loaded when the first of them is opened. What several areas share lies in
//! files of its own, the small ones packed into one.

use crate::{
    activity, audit, azure, customers, find, imports, insight, licenses, me, notices, people, requests, reviews,
    settings,
};
use leptos::{lazy, prelude::*};
use leptos_router::LazyRoute;

/// Areas, and the routes of their pages.
macro_rules! areas {
    ($($(#[$doc:meta])* $area:ident($which:ident) { $($page:ident => $view:path,)* })*) => {$(
        enum $which {$($page,)*}

        $(#[$doc])*
        #[lazy($area)]
        fn $area(page: $which) -> AnyView {
            #[cfg(feature = "ssr")]
            crate::shell::name_modules(stringify!($area));
            match page {$($which::$page => $view(),)*}
        }

        $(
            pub(crate) struct $page;

            impl LazyRoute for $page {
                fn data() -> Self {
                    Self
                }

                async fn view(_: Self) -> AnyView {
                    $area($which::$page).await
                }
            }
        )*
    )*};
}

areas! {
    /// How customers use their licences.
    analytics(Analytics) {
        Licenses => licenses::page,
        Customer => customers::page,
    }
    /// What is done to customers.
    log(Log) {
        Activity => activity::page,
    }
    /// Figures of all kinds.
    figures(Figures) {
        Overview => insight::overview,
        Customers => insight::customers,
        Subscriptions => insight::subscriptions,
        Azure => insight::azure,
        AzureDays => azure::page,
        Growth => insight::growth,
        Workloads => insight::workloads,
        Resellers => insight::resellers,
    }
    /// Who is here, and what they may do.
    colleagues(Colleagues) {
        Users => people::list_page,
        Bulk => people::bulk_page,
        Person => people::person_page,
        Who => people::who_page,
    }
    /// Deciding over access, and hearing of it.
    oversight(Oversight) {
        Requests => requests::page,
        Review => reviews::page,
        Notices => notices::page,
    }
    /// What goes in.
    data(Imports) {
        Data => imports::page,
    }
    /// Pages of a few short lists, and what lies over pages.
    lists(Lists) {
        Me => me::page,
        Audit => audit::page,
        Tokens => settings::tokens_page,
        Account => settings::account_page,
        Palette => find::palette,
        Keys => find::keys,
    }
}
