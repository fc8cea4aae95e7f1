//! User details: profile, roles and permissions, history.

use super::{
    api::{self, UpdateRoles},
    effective::effective,
    manage::{manage, sessions, shown_link},
    roles::{RolesForm, Typed},
};
use crate::{
    error::ApiError,
    loaded::loaded,
    routes::to,
    settings::outcome,
    text::format,
    ui::{Avatar, Card, Crumbs, SkeletonCards, mark_ready, use_text},
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use model::{AppError, PersonDetail, PersonId, Role, RoleChange, Turn};

/// The page.
pub(crate) fn page() -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").and_then(|id| id.parse::<PersonId>().ok()));
    let update = ServerAction::<UpdateRoles>::new();
    let typed = Typed::until_done(update);
    let data = Resource::new(
        move || (id.get(), update.version().get()),
        async |(id, _)| api::detail(id.ok_or_else(not_found)?).await,
    );
    mark_ready("person");
    view! {
        <div class="page">
            {loaded(data, || view! { <SkeletonCards kpis=0 /> }.into_any(), move |person| content(update, typed, person))}
        </div>
    }
    .into_any()
}

/// An address that names nobody is answered like one that names somebody else's colleague.
fn not_found() -> ApiError {
    #[cfg(feature = "ssr")]
    crate::request::set_status(&AppError::NotFound);
    ApiError(AppError::NotFound)
}

fn content(update: ServerAction<UpdateRoles>, typed: Typed, detail: PersonDetail) -> AnyView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let person = detail.person.clone();
    let now = use_visit().now;
    let seen = person
        .last_sign_in
        .map_or_else(|| t.never_seen.to_owned(), |at| (t.last_seen)(&format::ago(text.locale, at, now)));
    let (history, effective) = (history(&detail.history), effective(&detail.grants));
    let sessions = sessions(person.id, &detail.sessions);
    let manage = manage(&detail);
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
        {outcome(a.saved)}
        {shown_link()}
        <RolesForm update detail typed />
        <div class="grid two">
            <Card title=a.effective>{effective}</Card>
            <Card title=t.history>{history}</Card>
            <Card title=a.sessions>{sessions}</Card>
            <Card title=a.manage>{manage}</Card>
        </div>
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
        let what = match change.turn {
            Turn::Given => (t.given)(role, by),
            Turn::Revoked => (t.taken)(role, by),
            Turn::Expired => (text.access().expired)(role),
            Turn::Removed => (text.access().left)(role),
        };
        let why = (!change.reason.is_empty()).then(|| view! { <p class="caption">{(t.because)(&change.reason)}</p> });
        view! { <li><p>{what}</p><p class="caption">{format::date_time(text.locale, change.at)}</p>{why}</li> }
    });
    view! { <ol class="timeline">{lines.collect_view()}</ol> }.into_any()
}
