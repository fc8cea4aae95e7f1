//! Account settings: what holds for everybody in the account.

use super::{api, failed::outcome, groups::groups, products::products};
use crate::{
    loaded::loaded,
    routes::to,
    ui::{Card, Field, PageHead, SkeletonCards, mark_ready, use_text},
    visit::here,
};
use leptos::prelude::*;
use leptos_meta::Title;
use model::{AccountSettings, Settings};
use std::ops::RangeInclusive;

/// The page.
pub(crate) fn page() -> AnyView {
    let data = Resource::new(|| (), async |()| api::settings().await);
    mark_ready("account");
    let text = use_text();
    let t = text.settings();
    view! {
        <Title text=(text.nav.title)(t.account) />
        <div class="page">
            <PageHead title=t.account lead=t.account_lead>
                <a class="btn" href=to::BRAND rel="external">{t.brand}</a>
            </PageHead>
            {outcome(t.saved)}
            {loaded(data, || view! { <SkeletonCards kpis=0 /> }.into_any(), content)}
        </div>
    }
    .into_any()
}

fn content(mut account: AccountSettings) -> AnyView {
    let t = use_text().settings();
    let groups = account.groups.take().map(|(provider, mapping)| groups(&provider, mapping));
    let ticks = products(std::mem::take(&mut account.products));
    let Settings { name, second_factor, idle_minutes, session_hours, keep_days } = account.settings.clone();
    view! {
        <form method="post" action=here(to::ACCOUNT)>
            <Card title=t.account>
                <div class="form-grid">
                    <Field id="name" label=t.name>
                        <input id="name" name="name" required maxlength="200" value=name autocomplete="off" />
                    </Field>
                    {number("idle_minutes", t.idle, t.idle_help, idle_minutes, &Settings::IDLE_MINUTES)}
                    {number("session_hours", t.session, t.session_help, session_hours, &Settings::SESSION_HOURS)}
                    {number("keep_days", t.keep, t.keep_help, keep_days, &Settings::KEEP_DAYS)}
                </div>
                <label class="check">
                    <input type="checkbox" name="second_factor" value="true" checked=second_factor />
                    <span>{t.second_factor}<br /><span class="caption">{t.second_factor_help}</span></span>
                </label>
                <div class="button-row"><button class="btn primary">{t.save}</button></div>
            </Card>
        </form>
        <div>{groups}</div>
        {ticks}
        {fixed(account)}
    }
    .into_any()
}

fn number(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    value: i64,
    bounds: &RangeInclusive<i64>,
) -> AnyView {
    let (least, most) = (bounds.start().to_string(), bounds.end().to_string());
    view! {
        <Field id label help>
            <input id=id name=id type="number" min=least max=most value=value.to_string() required aria-describedby=format!("{id}-help") />
        </Field>
    }
    .into_any()
}

/// What only the operator sets.
fn fixed(account: AccountSettings) -> AnyView {
    let text = use_text();
    let t = text.settings();
    let programs: Vec<&str> = account.programs.iter().map(|program| (text.roles.program)(*program)).collect();
    let locations = account.locations.into_iter().map(|(id, name)| view! { <li>{format!("{name} ({id})")}</li> });
    view! {
        <Card title=t.fixed>
            <p class="caption">{t.fixed_lead}</p>
            <dl class="facts">
                <dt>{t.mpn_id}</dt><dd>{account.mpn_id}</dd>
                <dt>{t.programs}</dt><dd>{programs.join(" · ")}</dd>
                <dt>{t.locations}</dt><dd><ul class="plain">{locations.collect_view()}</ul></dd>
            </dl>
        </Card>
    }
    .into_any()
}
