//! What a page of figures is narrowed to and compared with: as chips, and the form that changes it.

use crate::{
    routes::to,
    text::{Text, format},
    ui::{Chip, FilterForm, FilterGroup, SearchField, use_text},
};
use leptos::prelude::*;
use leptos_router::components::Form;
use model::{Compare, Facet, InsightPage, InsightQuery};

/// The bar of filters.
pub(super) fn filters(
    page: InsightPage,
    query: &InsightQuery,
    choices: Vec<(Facet, Vec<(String, String)>)>,
) -> AnyView {
    let text = use_text();
    let t = text.licenses();
    let named = choices.clone();
    let address = |query: &InsightQuery| to::with(to::insight(page), &query.to_pairs());
    let chips = query.narrowed.iter().map(|(facet, value)| {
        let href = address(&query.toggled(*facet, value));
        view! { <Chip what=text.insight().facet(*facet) value=name(text, &named, *facet, value) href /> }.into_any()
    });
    let chips: Vec<AnyView> = chips.collect();
    let clear = (!chips.is_empty()).then(|| {
        let href = address(&InsightQuery { narrowed: Vec::new(), ..query.clone() });
        view! { <a class="btn link" href=href>{t.clear}</a> }
    });
    let held = |facet: Facet, value: &str| query.narrowed.iter().any(|(f, v)| *f == facet && v == value);
    let groups = choices.into_iter().map(|(facet, values)| FilterGroup {
        name: facet.key(),
        legend: text.insight().facet(facet),
        values: values
            .into_iter()
            .map(|(key, name)| {
                let checked = held(facet, &key);
                let name = shown(text, facet, &name);
                (key, name, checked)
            })
            .collect(),
    });
    let groups = groups.collect();
    let offered = |name: &str| named.iter().any(|(facet, _)| facet.key() == name);
    let kept = query.to_pairs().into_iter().filter(|(name, _)| !offered(name)).collect();
    view! {
        <div class="filter-bar">
            <div class="chips">{chips}</div>
            <FilterForm action=to::insight(page) kept groups />
            {search(text, page, query)}
            {compare(text, page, query)}
            {clear}
        </div>
    }
    .into_any()
}

/// What a value of a facet is called.
fn name(text: &'static Text, choices: &[(Facet, Vec<(String, String)>)], facet: Facet, value: &str) -> String {
    let values = choices.iter().find(|(it, _)| *it == facet).map_or(&[][..], |(_, values)| values);
    let known = values.iter().find(|(key, _)| key == value).map_or(value, |(_, name)| name);
    shown(text, facet, known)
}

/// What the page is narrowed to, in words.
pub(super) fn stated(query: &InsightQuery, choices: &[(Facet, Vec<(String, String)>)]) -> Vec<String> {
    let text = use_text();
    let t = text.insight();
    let say = |what: &str, value: &str| (text.licenses().chip)(what, value);
    let narrowed =
        query.narrowed.iter().map(|(facet, value)| say(t.facet(*facet), &name(text, choices, *facet, value)));
    narrowed.chain((!query.search.is_empty()).then(|| say(t.search, &query.search))).collect()
}

/// The search among all customers.
fn search(text: &'static Text, page: InsightPage, query: &InsightQuery) -> Option<AnyView> {
    let rest = InsightQuery { search: String::new(), ..query.clone() }.to_pairs();
    let kept = rest.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let (kept, value) = (kept.collect_view(), query.search.clone());
    let form = view! {
        <Form method="GET" action=to::insight(page)>
            <SearchField name="q" label=text.insight().search value />
            {kept}
        </Form>
    };
    (page == InsightPage::Customers).then(|| form.into_any())
}

/// Links to the same page compared with something else.
fn compare(text: &'static Text, page: InsightPage, query: &InsightQuery) -> AnyView {
    let t = text.insight();
    let ways =
        [(None, t.compare_none), (Some(Compare::Previous), t.compare_previous), (Some(Compare::Year), t.compare_year)];
    let links = ways.into_iter().map(|(compare, words)| {
        let href = to::with(to::insight(page), &InsightQuery { compare, ..query.clone() }.to_pairs());
        let current = (query.compare == compare).then_some("true");
        view! { <a href=href aria-current=current>{words}</a> }
    });
    view! {
        <span class="caption">{t.compare}</span>
        <div class="segmented" role="group" aria-label=t.compare>{links.collect_view()}</div>
    }
    .into_any()
}

fn shown(text: &'static Text, facet: Facet, value: &str) -> String {
    match facet {
        Facet::State => text.insight().state(value).unwrap_or(value).to_owned(),
        Facet::Product | Facet::Family => format::product(value),
        _ => value.to_owned(),
    }
}
