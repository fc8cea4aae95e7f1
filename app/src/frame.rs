//! What stands around every page: top bar, navigation, and the bottom bar of a phone.

mod finder;
mod menus;
mod navigation;
mod waiting;

use crate::{
    routes::to,
    ui::{Icon, use_text},
    visit::use_visit,
};
pub(crate) use finder::use_sheet;
use finder::{FindButton, Sheets, provide_sheet};
use leptos::prelude::*;
use menus::{AccountMenu, LanguageMenu, ThemeMenu};
use navigation::{BottomBar, SideBar};
pub(crate) use waiting::use_waiting;
use waiting::{Bell, provide_waiting};

/// The frame of a signed-in visitor, or the bare one of a stranger.
#[component]
pub fn Frame(
    /// The pages.
    children: Children,
) -> impl IntoView {
    match use_visit().visitor {
        Some(visitor) => {
            provide_waiting();
            provide_sheet();
            let text = use_text();
            let programs: Vec<&str> = visitor.programs.iter().map(|p| (text.roles.program)(*p)).collect();
            view! {
                <a class="skip" href="#main" rel="external">{text.nav.skip}</a>
                <div class="shell">
                    <header class="top">
                        <Brand />
                        <div class="account" title=visitor.mpn_id.clone()>
                            <span>{visitor.account_name.clone()}</span>
                            <small>{programs.join(" · ")}</small>
                        </div>
                        <div class="top-tools"><FindButton /><Bell /><LanguageMenu /><ThemeMenu /><AccountMenu visitor /></div>
                    </header>
                    <SideBar />
                    <main class="main" id="main" tabindex="-1">{children()}</main>
                    <BottomBar />
                </div>
                <Sheets />
            }
            .into_any()
        }
        None => view! {
            <div class="outside">
                <header><Brand /><div class="top-tools"><LanguageMenu /><ThemeMenu /></div></header>
                <main id="main">{children()}</main>
                <footer>{use_text().nav.free_software}</footer>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Brand() -> impl IntoView {
    let app = use_text().nav.app;
    view! { <a class="brand" href=to::HOME aria-label=app><Icon name="logo" /><span>{app}</span></a> }
}
