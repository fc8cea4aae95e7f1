//! User management: the people of the account.

use super::{add::add_form, api};
use crate::{
    loaded::loaded,
    routes::to,
    settings::outcome,
    text::{AccessText, format},
    typed::typed,
    ui::{
        Avatar, Card, EmptyState, Field, PageHead, SearchField, SkeletonTable, TableWrap, Tag, TagKind, mark_ready,
        use_text,
    },
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::Form, hooks::use_location};
use model::{PersonFilter, PersonRow, PersonState, Role, pairs};

/// The page.
pub(crate) fn page() -> AnyView {
    let search = use_location().search;
    let filter = Memo::new(move |_| PersonFilter::from_pairs(&pairs(&search.read())));
    let data = Resource::new(move || filter.get(), api::list);
    mark_ready("users");
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page">
            <PageHead title=t.title lead=t.lead>
                <a class="btn" href=to::WHO>{a.who}</a>
                <a class="btn" href="/export/people.csv" download rel="external">{a.csv}</a>
            </PageHead>
            {outcome(a.saved)}
            <FilterForm filter />
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), content)}
            {add_form()}
        </div>
    }
    .into_any()
}

fn content(people: Vec<PersonRow>) -> AnyView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    if people.is_empty() {
        return view! { <EmptyState icon="search" title=t.nobody_title lead=t.nobody_lead /> }.into_any();
    }
    let roles = Role::ALL.iter().map(|role| view! { <option value=role.key()>{(text.roles.name)(*role)}</option> });
    view! {
        <form method="get" action=to::BULK>
            <Card title=(t.count)(people.len() as u64)>
                <TableWrap label=t.title>
                    <table class="table list people" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{t.col_name}</th>
                                <th scope="col" role="columnheader">{t.col_roles}</th>
                                <th scope="col" role="columnheader">{a.state}</th>
                                <th scope="col" role="columnheader">{t.col_last_sign_in}</th>
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{people.into_iter().map(row).collect_view()}</tbody>
                    </table>
                </TableWrap>
                <details>
                    <summary class="btn">{a.bulk}</summary>
                    <div class="form-grid">
                        <Field id="bulk-act" label=a.outcome>
                            <select id="bulk-act" name="act">
                                <option value="give">{a.give}</option>
                                <option value="take">{a.take}</option>
                            </select>
                        </Field>
                        <Field id="bulk-role" label=t.filter_role>
                            <select id="bulk-role" name="role">{roles.collect_view()}</select>
                        </Field>
                        <Field id="bulk-until" label=a.until>
                            <input id="bulk-until" name="until" type="date" />
                        </Field>
                        <Field id="bulk-reason" label=t.reason>
                            <input id="bulk-reason" name="reason" maxlength="500" autocomplete="off" />
                        </Field>
                    </div>
                    <div class="button-row"><button class="btn primary">{a.preview}</button></div>
                </details>
            </Card>
        </form>
    }
    .into_any()
}

/// Searches as one types; the button does the same without JavaScript.
#[component]
fn FilterForm(filter: Memo<PersonFilter>) -> impl IntoView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let address = |filter: &PersonFilter| to::with(to::USERS, &filter.to_pairs());
    let on_input = typed(move |search| address(&PersonFilter { search, ..filter.get_untracked() }));
    let on_role = typed(move |key| address(&PersonFilter { role: Role::from_key(&key), ..filter.get_untracked() }));
    let now = filter.get_untracked();
    let options = Role::ALL.iter().map(|role| {
        let selected = now.role == Some(*role);
        view! { <option value=role.key() selected=selected>{(text.roles.name)(*role)}</option> }
    });
    let on_state =
        typed(move |key| address(&PersonFilter { state: PersonState::from_key(&key), ..filter.get_untracked() }));
    let states = PersonState::ALL.map(|state| {
        let selected = now.state == Some(state);
        view! { <option value=state.key() selected=selected>{state_word(a, state)}</option> }
    });
    let (options, value) = (options.collect_view(), now.search.clone());
    view! {
        <Form method="GET" action=to::USERS>
            <div class="list-tools">
                <SearchField name="q" label=t.search value on_input />
                <Field id="role" label=t.filter_role>
                    <select id="role" name="role" on:change:target=move |event| on_role.run(event.target().value())>
                        <option value="">{t.all_roles}</option>
                        {options}
                    </select>
                </Field>
                <Field id="state" label=a.state>
                    <select id="state" name="state" on:change:target=move |event| on_state.run(event.target().value())>
                        <option value="">{a.all_states}</option>
                        {states.into_iter().collect_view()}
                    </select>
                </Field>
                <noscript><button class="btn">{t.search_button}</button></noscript>
            </div>
        </Form>
    }
    .into_any()
}

fn row(person: PersonRow) -> AnyView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let roles = person.roles.iter().map(|role| {
        let kind = if *role == Role::PartnerAdmin { TagKind::Accent } else { TagKind::Plain };
        view! { <Tag kind label=(text.roles.name)(*role) /> }
    });
    let roles = if person.roles.is_empty() { t.no_roles.into_any() } else { roles.collect_view().into_any() };
    let state_kind = match person.state {
        PersonState::Active => TagKind::Good,
        PersonState::Disabled | PersonState::LinkExpired => TagKind::Warning,
        PersonState::Invited => TagKind::Plain,
    };
    let now = use_visit().now;
    let seen = person.last_sign_in.map_or_else(|| t.never.to_owned(), |at| format::ago(text.locale, at, now));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="name">
                <div class="person">
                    <input type="checkbox" name="person" value=person.id.to_string() aria-label=(a.select)(&person.name) />
                    <Avatar name=person.name.clone() />
                    <div><a href=to::person(person.id)>{person.name.clone()}</a><small>{person.email}</small></div>
                </div>
            </th>
            <td role="cell" class="roles-cell wide" data-label=t.col_roles><span class="tags">{roles}</span></td>
            <td role="cell" class="nowrap" data-label=a.state><Tag kind=state_kind label=state_word(a, person.state) /></td>
            <td role="cell" class="nowrap" data-label=t.col_last_sign_in>{seen}</td>
        </tr>
    }
    .into_any()
}

fn state_word(a: &'static AccessText, state: PersonState) -> &'static str {
    match state {
        PersonState::Active => a.active,
        PersonState::Invited => a.invited,
        PersonState::LinkExpired => a.link_expired,
        PersonState::Disabled => a.disabled,
    }
}
