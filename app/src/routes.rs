//! Addresses to pages.

use crate::{landing::Landing, method::Method, ui::NotFound};
use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::{
    Lazy, SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

/// The whole application. It also runs once at the server's start, outside of any request, to list the routes: so
/// nothing here may need a request or a database.
///
/// Every route is rendered with [`SsrMode::Async`], so that its page is whole without JavaScript.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Title text="Seatscope" />
        <Router>
            <FlatRoutes fallback=NotFound>
                <Route path=path!("/") view=Landing ssr=SsrMode::Async />
                <Route path=path!("/method") view={Lazy::<Method>::new()} ssr=SsrMode::Async />
            </FlatRoutes>
        </Router>
    }
}
