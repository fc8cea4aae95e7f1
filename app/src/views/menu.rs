//! The menu of a page's views, and the view that the page opens with.

use super::Views;
use crate::{
    routes::to,
    ui::{Drop, Icon, use_text},
    visit::here,
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, components::Redirect, hooks::use_location};
use model::{SavedView, unfiltered, view_state};

/// Leads from the page's bare address to the view that it opens with, once: who clears the filters then stays without.
pub(crate) fn open_with(page: &'static str, views: Views) -> AnyView {
    if use_location().search.with_untracked(|search| !search.is_empty()) {
        return ().into_any();
    }
    let lead = move || {
        Suspend::new(async move {
            let views = views.await.unwrap_or_default();
            let view = views.into_iter().find(|view| view.standard && view.page == page)?;
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            Some(view! { <Redirect path=view.address() options /> })
        })
    };
    view! { <Transition>{lead}</Transition> }.into_any()
}

/// A button with the page's views, and the form that keeps what is shown as another.
pub(crate) fn views_menu(page: &'static str, views: Views) -> AnyView {
    let menu = move || {
        Suspend::new(async move {
            let mut views = views.await.unwrap_or_default();
            views.retain(|view| view.page == page);
            menu(page, views)
        })
    };
    view! { <Transition>{menu}</Transition> }.into_any()
}

fn menu(page: &'static str, views: Vec<SavedView>) -> AnyView {
    let t = use_text().views();
    let search = use_location().search;
    let state = Memo::new(move |_| view_state(&search.read()));
    let shown = views.clone();
    let name = move || {
        let state = state.read();
        shown
            .iter()
            .find(|view| view.query == *state && !state.is_empty())
            .map_or(t.views.to_owned(), |view| view.name.clone())
    };
    let way_back =
        views.iter().any(|view| view.standard).then(|| view! { <a href=unfiltered(page)>{t.unfiltered}</a> });
    let links = views.into_iter().map(|view| {
        let (address, query) = (view.address(), view.query);
        let current = move || (*state.read() == query).then_some("true");
        let mark = if view.standard { t.standard } else { "" };
        view! { <a href=address aria-current=current><span>{view.name}</span><small class="spread">{mark}</small></a> }
    });
    let links = links.collect_view();
    let label = ViewFnOnce::from(move || {
        view! { <Icon name="bookmark" /><span class="visually-hidden">{t.menu}": "</span><span class="view-name">{name}</span> }
    });
    view! {
        <Drop label panel="menu" end=true>
            {links}
            {way_back}
            <form method="post" action=here("/me/views") class="view-form">
                <input type="hidden" name="page" value=page />
                <input type="hidden" name="query" value=state />
                <label class="menu-title" for="view-name">{t.save_as}</label>
                <input class="input" id="view-name" name="name" required maxlength="80" autocomplete="off" />
                <label class="check"><input type="checkbox" name="standard" value="on" /><span>{t.open_with}</span></label>
                <button class="btn">{t.save}</button>
            </form>
            <a href=to::VIEWS rel="external">{t.manage}</a>
        </Drop>
    }
    .into_any()
}
