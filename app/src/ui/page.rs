//! The head of a page and the path above it.

use crate::ui::{Icon, use_text};
use leptos::prelude::*;

/// Title, one plain sentence, and on the right what acts on the whole page.
#[component]
pub fn PageHead(
    /// The title.
    #[prop(into)]
    title: String,
    /// One plain sentence.
    #[prop(optional, into)]
    lead: Option<String>,
    /// Freshness, period, download.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div class="page-title">
                <h1>{title}</h1>
                {lead.map(|lead| view! { <p>{lead}</p> })}
            </div>
            {children.map(|children| view! { <div class="page-tools">{children()}</div> })}
        </header>
    }
    .into_any()
}

/// The way to the guide for a page. The server makes guides whole, so the link leaves the browser's routes.
#[component]
pub fn GuideLink(
    /// The guide's address.
    href: &'static str,
) -> impl IntoView {
    view! { <a class="btn quiet" href=href rel="external"><Icon name="info" />{use_text().nav.guide}</a> }
}

/// The path to this page: names and addresses; the last is the page itself.
#[component]
pub fn Crumbs(
    /// Names and addresses of the pages above.
    above: Vec<(String, String)>,
    /// The name of this page.
    #[prop(into)]
    here: String,
) -> impl IntoView {
    let above = above.into_iter().map(|(name, href)| view! { <li><a href=href>{name}</a></li> });
    view! {
        <nav class="crumbs" aria-label=use_text().nav.breadcrumbs>
            <ol>
                {above.collect_view()}
                <li aria-current="page">{here}</li>
            </ol>
        </nav>
    }
    .into_any()
}
