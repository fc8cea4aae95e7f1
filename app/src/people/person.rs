//! User details: profile, roles and permissions, history.

use super::{
    api::{self, UpdateRoles},
    roles::RolesForm,
};
use crate::{
    error::ApiError,
    loaded::{Loading, loaded},
    routes::to,
    text::format,
    ui::{Avatar, Card, Crumbs, SkeletonCards, mark_ready, use_text},
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{LazyRoute, hooks::use_params_map, lazy_route};
use model::{AppError, PersonDetail, PersonId, Role, RoleChange};

/// The page's data.
pub struct PersonPage {
    update: ServerAction<UpdateRoles>,
    data: Loading<PersonDetail>,
}

#[lazy_route]
impl LazyRoute for PersonPage {
    fn data() -> Self {
        let params = use_params_map();
        let id = Memo::new(move |_| params.read().get("id").and_then(|id| id.parse::<PersonId>().ok()));
        let update = ServerAction::<UpdateRoles>::new();
        let data = Resource::new(
            move || (id.get(), update.version().get()),
            async |(id, _)| api::detail(id.ok_or_else(not_found)?).await,
        );
        Self { update, data }
    }

    fn view(page: Self) -> AnyView {
        let PersonPage { update, data } = page; // not `Self`: the macro moves this body into a function of its own
        mark_ready("person");
        view! {
            <div class="page">
                {loaded(data, || view! { <SkeletonCards kpis=0 /> }.into_any(), move |person| content(update, person))}
            </div>
        }
        .into_any()
    }
}

/// An address that names nobody is answered like one that names somebody else's colleague.
fn not_found() -> ApiError {
    #[cfg(feature = "ssr")]
    crate::request::set_status(&AppError::NotFound);
    ApiError(AppError::NotFound)
}

fn content(update: ServerAction<UpdateRoles>, detail: PersonDetail) -> AnyView {
    let text = use_text();
    let t = text.users();
    let person = detail.person.clone();
    let now = use_visit().now;
    let seen = person
        .last_sign_in
        .map_or_else(|| t.never_seen.to_owned(), |at| (t.last_seen)(&format::ago(text.locale, at, now)));
    let history = history(&detail.history);
    view! {
        <Title text=(text.nav.title)(&person.name) />
        <Crumbs above=vec![(t.title.to_owned(), to::USERS.to_owned())] here=person.name.clone() />
        <header class="page-head">
            <div class="person-head">
                <Avatar name=person.name.clone() big=true />
                <div>
                    <h1>{person.name.clone()}</h1>
                    <p>{format!("{} · {seen}", person.email)}</p>
                </div>
            </div>
        </header>
        <RolesForm update detail />
        <Card title=t.history>{history}</Card>
    }
    .into_any()
}

fn history(changes: &[RoleChange]) -> AnyView {
    let text = use_text();
    let t = text.users();
    if changes.is_empty() {
        return view! { <p class="caption">{t.history_none}</p> }.into_any();
    }
    let lines = changes.iter().map(|change| {
        let role = Role::from_key(&change.role).map_or(change.role.as_str(), |role| (text.roles.name)(role));
        let by = change.by.as_deref().unwrap_or(t.command_line);
        let what = if change.given { (t.given)(role, by) } else { (t.taken)(role, by) };
        let why = (!change.reason.is_empty()).then(|| view! { <p class="caption">{(t.because)(&change.reason)}</p> });
        view! { <li><p>{what}</p><p class="caption">{format::date_time(text.locale, change.at)}</p>{why}</li> }
    });
    view! { <ol class="timeline">{lines.collect_view()}</ol> }.into_any()
}
