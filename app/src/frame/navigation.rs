//! The ways to pages. Only what exists stands here; a page that the visitor may not see says itself who can open it.

use super::waiting::RequestCount;
use crate::{
    routes::to,
    text::NavText,
    ui::{Drop, Icon, use_text},
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use model::InsightPage;

/// One way: address, icon, name.
struct Way {
    href: &'static str,
    icon: &'static str,
    name: &'static str,
}

const fn way(href: &'static str, icon: &'static str, name: &'static str) -> Way {
    Way { href, icon, name }
}

/// Groups with their headings; the first has none.
fn groups(t: &'static NavText) -> [(Option<&'static str>, Vec<Way>); 4] {
    [
        (None, vec![way(to::HOME, "home", t.home)]),
        (Some(t.analytics), analytics(t)),
        (
            Some(t.access),
            vec![
                way(to::USERS, "users", t.users),
                way(to::REQUESTS, "inbox", t.requests),
                way(to::REVIEW, "review", t.review),
                way(to::AUDIT, "history", t.audit),
            ],
        ),
        (
            Some(t.settings),
            vec![
                way(to::DATA, "data", t.data),
                way(to::TOKENS, "lock", t.tokens),
                way(to::ACCOUNT, "settings", t.account),
                way(to::ME, "person", t.me),
                way(to::HELP, "info", t.help),
            ],
        ),
    ]
}

/// The pages of figures. Those that the account's programs close are not offered.
fn analytics(t: &'static NavText) -> Vec<Way> {
    let figures = |page| match page {
        InsightPage::Overview => ("overview", t.overview),
        InsightPage::Customers => ("customers", t.customers),
        InsightPage::Subscriptions => ("subscription", t.subscriptions),
        InsightPage::Azure => ("cloud", t.azure),
        InsightPage::Growth => ("growth", t.growth),
        InsightPage::Workloads => ("workloads", t.workloads),
        InsightPage::Resellers => ("resellers", t.resellers),
    };
    let programs = use_visit().visitor.map(|visitor| visitor.programs).unwrap_or_default();
    let open = InsightPage::ALL.into_iter().filter(|page| page.permission().allowed_in(&programs));
    let mut ways: Vec<Way> = open
        .map(|page| {
            let (icon, name) = figures(page);
            way(to::insight(page), icon, name)
        })
        .collect();
    ways.insert(ways.len().min(1), way(to::LICENSES, "chart", t.licenses));
    ways.push(way(to::ACTIVITY, "file", t.activity));
    ways.push(way(to::DOWNLOADS, "download", t.downloads));
    ways
}

/// The links, each marked when its page or one below it is open. One carries how many requests wait.
fn links(ways: Vec<Way>, counted: &'static str) -> Vec<AnyView> {
    let path = use_location().pathname;
    let link = move |Way { href, icon, name }: Way| {
        let here = move || {
            let path = path.get();
            let below = href != to::HOME
                && href != to::OVERVIEW
                && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
            (path == href || below).then_some("page")
        };
        // The server makes these whole; the browser's routes know nothing of them.
        let rel = [to::HELP, to::DOWNLOADS].contains(&href).then_some("external");
        let count = (href == counted).then(|| view! { <RequestCount /> });
        view! {
            <li><a href=href rel=rel aria-current=here title=name><Icon name=icon /><span>{name}</span>{count}</a></li>
        }
        .into_any()
    };
    ways.into_iter().map(link).collect()
}

/// All groups, each below its heading.
fn all(t: &'static NavText) -> Vec<AnyView> {
    let group = |(heading, ways): (Option<&'static str>, Vec<Way>)| {
        view! {
            {heading.map(|heading| view! { <h2>{heading}</h2> })}
            <ul>{links(ways, to::REQUESTS)}</ul>
        }
        .into_any()
    };
    groups(t).map(group).into()
}

/// The navigation beside the content.
#[component]
pub fn SideBar() -> impl IntoView {
    let t = &use_text().nav;
    view! {
        <nav class="side" aria-label=t.main_navigation>
            {all(t)}
            <div class="side-foot">
                <label class="side-fold">
                    <input type="checkbox" class="side-small visually-hidden" />
                    <Icon name="fold" />
                    <span>{t.fold}</span>
                </label>
            </div>
        </nav>
    }
}

/// The navigation under a thumb: what is opened most, and behind *More* everything.
#[component]
pub fn BottomBar() -> impl IntoView {
    let t = &use_text().nav;
    let ways = vec![
        way(to::HOME, "home", t.home),
        way(to::LICENSES, "chart", t.licenses_short),
        way(to::USERS, "users", t.users_short),
        way(to::DATA, "data", t.data),
    ];
    let label = ViewFnOnce::from(move || view! { <Icon name="more" /><span>{t.more}</span> });
    view! {
        <nav class="bottom" aria-label=t.quick_navigation>
            <ul>
                {links(ways, to::USERS)}
                <li><Drop label panel="ways" button="way">{all(t)}</Drop></li>
            </ul>
        </nav>
    }
}
