//! Roles and permissions: the form that Update sends.

use super::{after::AfterUpdate, api::UpdateRoles};
use crate::{
    error::ApiError,
    ui::{Card, ErrorState, Field, Notice, NoticeKind, RoleRow, use_text},
    visit::use_visit,
};
use leptos::{form::ActionForm, prelude::*, server_fn::error::ServerFnUrlError};
use leptos_router::hooks::use_location;
use model::{AppError, PersonDetail, Role, pairs};

/// What is typed beside the roles. It outlives a refused update, so that nothing is typed twice.
#[derive(Clone, Copy)]
pub(super) struct Typed {
    until: RwSignal<String>,
    reason: RwSignal<String>,
}

impl Typed {
    /// Empty, and empty again after each update that was done: the next one has reasons of its own.
    pub(super) fn until_done(update: ServerAction<UpdateRoles>) -> Self {
        let typed = Self { until: RwSignal::default(), reason: RwSignal::default() };
        Effect::new(move || {
            if update.value().read().as_ref().is_some_and(Result::is_ok) {
                typed.until.set(String::new());
                typed.reason.set(String::new());
            }
        });
        typed
    }
}

/// The roles of a person as rows to select, what the update will do beside them, and the bar with Update.
#[component]
pub fn RolesForm(
    /// The update.
    update: ServerAction<UpdateRoles>,
    /// The person.
    detail: PersonDetail,
    /// Until when and why.
    typed: Typed,
) -> impl IntoView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let Typed { until, reason } = typed;
    let today = jiff::tz::TimeZone::UTC.to_datetime(use_visit().now).date().to_string();
    let held = detail.person.roles.clone();
    let picks: Vec<(Role, RwSignal<bool>)> =
        Role::ALL.iter().map(|role| (*role, RwSignal::new(held.contains(role)))).collect();
    let picks = StoredValue::new(picks);
    let is_self = use_visit().visitor.is_some_and(|visitor| visitor.person == detail.person.id);
    let (now, last_admin) = (held.clone(), detail.last_admin);
    let rows = picks.get_value().into_iter().map(move |(role, selected)| {
        let admin = role == Role::PartnerAdmin && now.contains(&role);
        let locked = (admin && last_admin).then_some(t.disabled_last_admin);
        let hint = (admin && is_self && !last_admin).then_some(t.disabled_self);
        view! { <RoleRow role held=now.contains(&role) selected locked hint /> }
    });
    let other = (!detail.other_roles.is_empty())
        .then(|| view! { <Notice>{(t.kept_unknown)(&detail.other_roles.join(", "))}</Notice> });
    let shown = held.iter().map(|role| view! { <input type="hidden" name="held[]" value=role.key() /> }).collect_view();
    let name = detail.person.name.clone();
    let changes = {
        let held = held.clone();
        move || picks.read_value().iter().filter(|(role, on)| on.get() != held.contains(role)).count() as u64
    };
    let cancel = {
        let held = held.clone();
        move |_| picks.read_value().iter().for_each(|(role, on)| on.set(held.contains(role)))
    };
    let bar = changes.clone();
    view! {
        {outcome(update, name.clone())}
        <ActionForm action=update>
            <input type="hidden" name="person" value=detail.person.id.to_string() />
            <input type="hidden" name="version" value=detail.version.to_string() />
            {shown}
            <div class="grid main-aside">
                <Card title=t.roles>
                    <p class="caption">{t.roles_lead}</p>
                    <div class="pick-list">{rows.collect_view()}</div>
                    {other}
                    <div class="form-grid">
                        <Field id="until" label=a.until help=a.until_help>
                            <input
                                id="until"
                                name="until"
                                type="date"
                                min=today
                                aria-describedby="until-help"
                                prop:value=until
                                on:input:target=move |event| until.set(event.target().value())
                            />
                        </Field>
                        <Field id="reason" label=t.reason help=t.reason_help>
                            <input
                                id="reason"
                                name="reason"
                                maxlength="500"
                                autocomplete="off"
                                aria-describedby="reason-help"
                                prop:value=reason
                                on:input:target=move |event| reason.set(event.target().value())
                            />
                        </Field>
                    </div>
                </Card>
                <aside><AfterUpdate name held picks holders=detail.partner_admins /></aside>
            </div>
            <div class="action-bar">
                <span role="status">{move || match bar() { 0 => t.no_changes.to_owned(), n => (t.changes)(n) }}</span>
                <button type="button" class="btn" on:click=cancel>{t.cancel}</button>
                <button class="btn primary" disabled=move || update.pending().get()>{t.update}</button>
            </div>
        </ActionForm>
    }
    .into_any()
}

/// What came of the last Update: in the browser from the answer, without JavaScript from the address.
fn outcome(update: ServerAction<UpdateRoles>, name: String) -> impl IntoView {
    let t = use_text().users();
    let refused = with_context::<ServerFnUrlError<ApiError>, _>(|error| Err(error.error().clone()));
    let from_address = refused.or_else(|| done(&use_location().search.get_untracked()).map(Ok));
    move || {
        let answer = update.value().get().or_else(|| from_address.clone())?;
        Some(match answer {
            Ok((given, taken)) if given.is_empty() && taken.is_empty() => {
                view! { <Notice>{t.done_nothing}</Notice> }.into_any()
            }
            Ok((given, taken)) => {
                let person = name.clone();
                view! { <Notice kind=NoticeKind::Good>{(t.done)(&person, &given, &taken)}</Notice> }.into_any()
            }
            Err(ApiError(AppError::Stale { by })) => {
                view! { <Notice kind=NoticeKind::Bad>{(use_text().errors.stale)(by.as_deref())}</Notice> }.into_any()
            }
            Err(ApiError(AppError::LastAdmin)) => {
                view! { <Notice kind=NoticeKind::Bad>{use_text().errors.last_admin}</Notice> }.into_any()
            }
            Err(ApiError(error)) => view! { <ErrorState error /> }.into_any(),
        })
    }
}

/// What the update of a plain form did, as its redirect's address tells.
fn done(search: &str) -> Option<(Vec<Role>, Vec<Role>)> {
    let pairs = pairs(search);
    let roles =
        |wanted| pairs.iter().filter(move |(name, _)| name == wanted).filter_map(|(_, key)| Role::from_key(key));
    pairs.iter().any(|(name, _)| name == "updated").then(|| (roles("given").collect(), roles("taken").collect()))
}
