//! How the numbers are made: the first lazy area.

use crate::ui::mark_ready;
use leptos::prelude::*;
use leptos_router::{LazyRoute, components::A, lazy_route};

/// The page's data. None so far; resources of a lazy page start in [`LazyRoute::data`], while its code loads.
pub struct Method;

#[lazy_route]
impl LazyRoute for Method {
    fn data() -> Self {
        Self
    }

    fn view(page: Self) -> AnyView {
        let Method = page; // not `Self`: the macro moves this body into a function of its own
        mark_ready("method");
        let open = RwSignal::new(false);
        view! {
            <main>
                <h1>"How the numbers are made"</h1>
                <button type="button" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                    "In short"
                </button>
                <p hidden=move || !open.get()>"Whole months, as the vendor publishes them."</p>
                <p>
                    <A href="/">"Back"</A>
                </p>
            </main>
        }
        .into_any()
    }
}
