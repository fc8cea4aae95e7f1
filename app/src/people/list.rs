//! User management: the people of the account.

use super::api;
use crate::{
    loaded::{Loading, loaded},
    routes::to,
    text::format,
    ui::{
        Avatar, Card, EmptyState, Field, PageHead, SearchField, SkeletonTable, TableWrap, Tag, TagKind, mark_ready,
        use_text,
    },
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{
    LazyRoute, NavigateOptions,
    components::Form,
    hooks::{use_location, use_navigate},
    lazy_route,
};
use model::{PersonFilter, PersonRow, Role, pairs};

/// The page's data.
pub struct UsersPage {
    filter: Memo<PersonFilter>,
    data: Loading<Vec<PersonRow>>,
}

#[lazy_route]
impl LazyRoute for UsersPage {
    fn data() -> Self {
        let search = use_location().search;
        let filter = Memo::new(move |_| PersonFilter::from_pairs(&pairs(&search.read())));
        Self { filter, data: Resource::new(move || filter.get(), api::list) }
    }

    fn view(page: Self) -> AnyView {
        let UsersPage { filter, data } = page; // not `Self`: the macro moves this body into a function of its own
        mark_ready("users");
        let text = use_text();
        let t = &text.users;
        view! {
            <Title text=(text.nav.title)(t.title) />
            <div class="page">
                <PageHead title=t.title lead=t.lead />
                {loaded(
                    data,
                    || view! { <SkeletonTable /> }.into_any(),
                    move |people| content(&filter.get_untracked(), people),
                )}
            </div>
        }
        .into_any()
    }
}

fn content(filter: &PersonFilter, people: Vec<PersonRow>) -> AnyView {
    let t = &use_text().users;
    let form = form(filter);
    let count = (t.count)(people.len() as u64);
    let body = if people.is_empty() {
        view! { <EmptyState icon="search" title=t.nobody_title lead=t.nobody_lead /> }.into_any()
    } else {
        view! {
            <TableWrap label=t.title>
                <table class="table list people">
                    <thead>
                        <tr>
                            <th scope="col">{t.col_name}</th>
                            <th scope="col">{t.col_roles}</th>
                            <th scope="col">{t.col_last_sign_in}</th>
                        </tr>
                    </thead>
                    <tbody>{people.into_iter().map(row).collect_view()}</tbody>
                </table>
            </TableWrap>
        }
        .into_any()
    };
    view! {
        {form}
        <Card title=t.title count>{body}</Card>
    }
    .into_any()
}

/// Searches as one types; the button does the same without JavaScript.
fn form(filter: &PersonFilter) -> AnyView {
    let text = use_text();
    let t = &text.users;
    let go = {
        let navigate = use_navigate();
        move |filter: &PersonFilter| {
            let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&to::with(to::USERS, &filter.to_pairs()), options);
        }
    };
    let (typed, go_typed) = (filter.clone(), go.clone());
    let on_input = Callback::new(move |search| go_typed(&PersonFilter { search, ..typed.clone() }));
    let picked = filter.clone();
    let on_role = move |key: String| go(&PersonFilter { role: Role::from_key(&key), ..picked.clone() });
    let options = Role::ALL.iter().map(|role| {
        let selected = filter.role == Some(*role);
        view! { <option value=role.key() selected=selected>{(text.roles.name)(*role)}</option> }
    });
    let (value, options) = (filter.search.clone(), options.collect_view());
    view! {
        <Form method="GET" action=to::USERS>
            <div class="list-tools">
                <SearchField name="q" label=t.search value on_input />
                <Field id="role" label=t.filter_role>
                    <select id="role" name="role" on:change:target=move |event| on_role(event.target().value())>
                        <option value="">{t.all_roles}</option>
                        {options}
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
    let t = &text.users;
    let roles = person.roles.iter().map(|role| {
        let kind = if *role == Role::PartnerAdmin { TagKind::Accent } else { TagKind::Plain };
        view! { <Tag kind label=(text.roles.name)(*role) /> }
    });
    let roles = if person.roles.is_empty() { t.no_roles.into_any() } else { roles.collect_view().into_any() };
    let now = use_visit().now;
    let seen = person.last_sign_in.map_or_else(|| t.never.to_owned(), |at| format::ago(text.locale, at, now));
    view! {
        <tr>
            <th scope="row" class="name">
                <div class="person">
                    <Avatar name=person.name.clone() />
                    <div><a href=to::person(person.id)>{person.name.clone()}</a><small>{person.email}</small></div>
                </div>
            </th>
            <td class="roles-cell wide" data-label=t.col_roles><span class="tags">{roles}</span></td>
            <td class="nowrap" data-label=t.col_last_sign_in>{seen}</td>
        </tr>
    }
    .into_any()
}
