//! Access audit: who did what, newest first.

use super::{
    api::{self, Verify},
    state::ChainState,
};
use crate::{
    loaded::loaded,
    routes::to,
    text::format,
    ui::{
        Card, EmptyState, Field, PageHead, SearchField, SkeletonTable, mark_ready, record_files, record_pager, use_text,
    },
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::Form, hooks::use_location};
use model::{AuditFilter, AuditLine, AuditPage as Found, PersonId, pairs};

/// The page.
pub(crate) fn page() -> AnyView {
    let search = use_location().search;
    let filter = Memo::new(move |_| AuditFilter::from_pairs(&pairs(&search.read())));
    let verify = ServerAction::<Verify>::new();
    let data =
        Resource::new(move || (filter.get(), verify.version().get()), async |(filter, _)| api::list(filter).await);
    mark_ready("audit");
    let text = use_text();
    let t = &text.audit;
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page">
            <PageHead title=t.title lead=t.lead>{move || record_files("audit", &AuditFilter { before: None, ..filter.get() }.to_pairs())}</PageHead>
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), move |found| content(&filter.get_untracked(), verify, found))}
        </div>
    }
    .into_any()
}

fn content(filter: &AuditFilter, verify: ServerAction<Verify>, found: Found) -> AnyView {
    let t = &use_text().audit;
    let Found { lines, older, actions, people, checked } = found;
    let address = |before| to::with(to::AUDIT, &AuditFilter { before, ..filter.clone() }.to_pairs());
    let (newest, older) = (filter.before.map(|_| address(None)), older.map(|seq| address(Some(seq))));
    let rows = if lines.is_empty() {
        view! { <EmptyState icon="search" title=t.none_title lead=t.none_lead /> }.into_any()
    } else {
        view! {
            <Card title=t.rows>
                <ol class="timeline">{lines.into_iter().map(line).collect_view()}</ol>
                {record_pager(t.rows, [(t.newest, newest), (t.older, older)])}
            </Card>
        }
        .into_any()
    };
    view! {
        {filters(filter, actions, people)}
        {rows}
        <ChainState checked verify />
    }
    .into_any()
}

fn line(line: AuditLine) -> AnyView {
    let text = use_text();
    let when = format!("#{} · {}", line.seq, format::date_time(text.locale, line.at));
    let when = if line.ip.is_empty() { when } else { format!("{when} · {}", line.ip) };
    let why = if line.reason.is_empty() { String::new() } else { (text.audit.reason)(&line.reason) };
    view! {
        <li>
            <p>{line.told}</p>
            <Show when={let why = why.clone(); move || !why.is_empty()}><p class="caption">{why.clone()}</p></Show>
            <p class="caption">{when}</p>
        </li>
    }
    .into_any()
}

fn filters(filter: &AuditFilter, actions: Vec<(String, String)>, people: Vec<(PersonId, String)>) -> AnyView {
    let t = &use_text().audit;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let option =
        |value: String, name: String, chosen: bool| view! { <option value=value selected=chosen>{name}</option> };
    let (action, person, from, to_day) = (filter.action.clone(), filter.person, day(filter.from), day(filter.to));
    let search = filter.search.clone();
    let unknown = Some(action.clone()).filter(|key| !key.is_empty() && actions.iter().all(|(known, _)| known != key));
    let actions = unknown.map(|key| (key.clone(), key)).into_iter().chain(actions);
    let actions = actions
        .map(|(key, name)| {
            let chosen = key == action;
            option(key, name, chosen)
        })
        .collect_view();
    let people = people.into_iter().map(|(id, name)| option(id.to_string(), name, person == Some(id))).collect_view();
    view! {
        <Form method="GET" action=to::AUDIT>
            <div class="list-tools">
                <SearchField name="q" label=t.search value=search />
                <Field id="from" label=t.from><input type="date" id="from" name="from" value=from /></Field>
                <Field id="to" label=t.to><input type="date" id="to" name="to" value=to_day /></Field>
                <Field id="action" label=t.action>
                    <select id="action" name="action"><option value="">{t.all_actions}</option> {actions}</select>
                </Field>
                <Field id="person" label=t.person>
                    <select id="person" name="person"><option value="">{t.everybody}</option> {people}</select>
                </Field>
                <button class="btn">{t.apply}</button>
                <a class="btn quiet" href=to::AUDIT>{t.clear}</a>
            </div>
        </Form>
    }
    .into_any()
}
