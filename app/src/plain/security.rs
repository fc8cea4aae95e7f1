//! How a person signs in: password, passkeys, authenticator app, recovery codes, identity providers, sessions.

use super::{PlainPage, identities::identities, passkey, sessions::sessions, trouble};
use crate::{
    routes::to,
    text::{SecurityText, Text, format},
    ui::{Card, Crumbs, Field, Notice, NoticeKind, PageHead},
};
use jiff::{Timestamp, tz::TimeZone};
use leptos::prelude::*;
use model::{Held, SessionRow};

/// Everything that a person can prove who they are with, and where they are signed in.
#[derive(Clone, Debug)]
pub struct Security {
    /// What they have.
    pub held: Held,
    /// Where they are signed in.
    pub sessions: Vec<SessionRow>,
    /// Now.
    pub now: Timestamp,
    /// Whether browsers have passkeys for this site's address.
    pub passkeys: bool,
    /// What the identity provider is called, where there is one that the person is not connected to.
    pub connect: Option<String>,
    /// Whether these are the first steps of a new installation.
    pub first: bool,
    /// Whether a change has just been made.
    pub done: bool,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

/// Where forms of this page come back to.
pub(super) const HERE: &str = "/me/security";

impl PlainPage for Security {
    const MARK: &'static str = "security";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        text.security().title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.security();
        let held = self.held;
        let above = vec![(text.me().title.to_owned(), to::ME.to_owned())];
        let link_only = held.password.is_none() && held.passkeys.is_empty() && held.identities.is_empty();
        let codes = held.second_factor().then(|| codes(t, held.recovery_codes));
        let identities = identities(text, &held.identities, self.connect.as_deref());
        view! {
            <div class="page">
                <Crumbs above here=t.title />
                <PageHead title=t.title lead=t.lead />
                {trouble(self.trouble)}
                {self.done.then(|| view! { <Notice kind=NoticeKind::Good>{t.done}</Notice> })}
                {link_only.then(|| view! { <Notice kind=NoticeKind::Warning>{t.link_only}</Notice> })}
                {self.first.then(|| view! { <Notice><a href=to::DATA>{text.first_run().import}</a></Notice> })}
                <div class="grid two">
                    {passkeys(text, &held, self.passkeys)}
                    {password(text, held.password)}
                    {app(text, held.app)}
                    {codes}
                    {identities}
                    {sessions(text, &self.sessions, self.now)}
                </div>
            </div>
        }
        .into_any()
    }
}

pub(super) fn day(text: &'static Text, at: Timestamp) -> String {
    format::date(text.locale, TimeZone::UTC.to_datetime(at).date())
}

/// A button that does one thing.
fn button(action: &'static str, class: &'static str, label: &'static str) -> AnyView {
    view! { <form method="post" action=action>{super::next(HERE)}<button class=class>{label}</button></form> }
        .into_any()
}

fn password(text: &'static Text, set: Option<Timestamp>) -> AnyView {
    let t = text.security();
    let state = set.map_or_else(|| t.password_none.to_owned(), |at| (t.password_set)(&day(text, at)));
    view! {
        <Card title=t.password>
            <p class="caption">{t.password_lead}</p>
            <p>{state}</p>
            <form method="post" action="/me/password">
                <Field id="new-password" label=t.password_new help=t.password_help>
                    <input id="new-password" name="password" type="password" required maxlength="1024" autocomplete="new-password" aria-describedby="new-password-help" />
                </Field>
                <button class="btn primary">{t.password_save}</button>
            </form>
            <div class="button-row">
                {set.map(|_| button("/me/password/remove", "btn danger", t.password_remove))}
            </div>
        </Card>
    }
    .into_any()
}

fn app(text: &'static Text, set: Option<Timestamp>) -> AnyView {
    let t = text.security();
    let state = set.map(|at| view! { <p>{(t.app_set)(&day(text, at))}</p> });
    let label = if set.is_some() { t.app_again } else { t.app_begin };
    view! {
        <Card title=t.app>
            <p class="caption">{t.app_lead}</p>
            {state}
            <div class="button-row">
                {button("/me/app", "btn", label)}
                {set.map(|_| button("/me/app/remove", "btn danger", t.app_remove))}
            </div>
        </Card>
    }
    .into_any()
}

fn passkeys(text: &'static Text, held: &Held, possible: bool) -> AnyView {
    let t = text.security();
    let rows = held.passkeys.iter().cloned().map(|passkey| {
        let made = day(text, passkey.created_at);
        let state = match passkey.last_used_at {
            Some(at) => (t.passkey_used)(&made, &day(text, at)),
            None => (t.passkey_unused)(&made),
        };
        let label = (t.passkey_remove)(&passkey.name);
        view! {
            <li>
                <div><strong>{passkey.name}</strong><p class="caption">{state}</p></div>
                <form method="post" action="/me/passkeys/remove">
                    <input type="hidden" name="id" value=passkey.id />
                    <button class="btn small danger">{label}</button>
                </form>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Card title=t.passkeys>
            <p class="caption">{t.passkeys_lead}</p>
            <ul class="rows">{rows}</ul>
            {possible.then(|| passkey::add(text, HERE))}
        </Card>
    }
    .into_any()
}

fn codes(t: &'static SecurityText, left: u32) -> AnyView {
    let label = if left > 0 { t.codes_again } else { t.codes_make };
    view! {
        <Card title=t.codes>
            <p class="caption">{t.codes_lead}</p>
            <p>{(t.codes_left)(left)}</p>
            {button("/me/codes", "btn", label)}
        </Card>
    }
    .into_any()
}
