//! Pages of plain forms, where people prove who they are: made on the server alone and whole without scripts. The browser loads no
//! WebAssembly for them, and hardly a script: what asks for a password should be small enough to look through.

mod briefing;
mod codes;
mod confirm;
mod digest;
mod downloads;
mod enrol;
mod feed;
mod find;
mod first_run;
mod guides;
mod help;
mod identities;
mod link;
mod passkey;
mod provider;
mod second;
mod security;
mod sessions;
mod setup;
mod sign_in;
mod trouble;
mod views;

pub use briefing::{BrandPage, BriefingPage};
pub use codes::{MakeCodes, ShowCodes};
pub use confirm::{Confirm, Confirmed};
pub use digest::WhatChanged;
pub use downloads::{DownloadRow, Downloads, NewFile, OrderForm};
pub use enrol::Enrol;
pub use feed::{Feed, FeedTable};
pub use find::Find;
pub use first_run::{FirstRun, Wanted};
pub use guides::{GuideOn, Guides};
pub use help::Help;
pub use link::{Expired, Link};
pub use provider::ToProvider;
pub use second::Second;
pub use security::Security;
pub use setup::Setup;
pub use sign_in::SignIn;
pub use trouble::Trouble;
pub use views::Views;

pub use crate::routes::to::own as own_address;

use crate::{
    frame::Frame,
    text::{Text, text},
    ui::{Notice, NoticeKind},
    visit::Visit,
};
use leptos::{
    nonce::{Nonce, use_nonce},
    prelude::*,
};
use leptos_router::{components::Router, location::RequestUrl};

/// A page of plain forms.
pub trait PlainPage: Send + 'static {
    /// The mark by which a test sees which page it is.
    const MARK: &'static str;
    /// Whether it stands inside the frame of somebody signed in.
    const INSIDE: bool = false;

    /// What the document is called.
    fn title(&self, text: &'static Text) -> String;

    /// The content.
    fn view(self, text: &'static Text) -> AnyView;
}

/// What a document is made with.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Who asks, in which language.
    pub visit: Visit,
    /// The address that was asked for, to come back to.
    pub address: String,
    /// The style sheet's address.
    pub style: String,
    /// What the content policy lets scripts through by.
    pub nonce: Nonce,
}

/// The whole document.
#[must_use]
pub fn document<P: PlainPage>(asked: Asked, page: P) -> String {
    let Asked { mut visit, address, style, nonce } = asked;
    let (text, locale, theme) = (text(visit.locale), visit.locale, visit.theme);
    if !P::INSIDE {
        visit.visitor = None;
    }
    Owner::new_root(None).with(|| {
        provide_context(locale);
        provide_context(visit);
        provide_context(nonce);
        provide_context(RequestUrl::new(&address));
        let title = (text.nav.title)(&page.title(text));
        view! {
            <!DOCTYPE html>
            <html lang=locale.tag() data-theme=theme.key()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <title>{title}</title>
                    <link rel="stylesheet" href=style />
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                    <script type="module" src="/forms.js" nonce=use_nonce()></script>
                </head>
                <body data-ready=P::MARK>
                    <Router>
                        <Frame>{page.view(text)}</Frame>
                    </Router>
                </body>
            </html>
        }
        .to_html()
        // Marks for hydration, which never comes; in a title they would be seen.
        .replace("<!>", "")
    })
}

/// What went wrong with the last try, above the form.
fn trouble(words: Option<String>) -> Option<AnyView> {
    words.map(|words| view! { <Notice kind=NoticeKind::Bad>{words}</Notice> }.into_any())
}

/// Where to go afterwards, inside a form.
fn next(address: &str) -> AnyView {
    view! { <input type="hidden" name="next" value=address.to_owned() /> }.into_any()
}
