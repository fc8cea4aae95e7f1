//! The page behind a one-time link. Looking uses nothing up.

use super::{
    PlainPage,
    provider::{For, button},
};
use crate::{routes::to, text::Text};
use leptos::prelude::*;

/// Whom a link signs in, with the button that does it.
#[derive(Clone, Debug)]
pub struct Link {
    /// The link's secret.
    pub link: String,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// What the identity provider is called, where there is one.
    pub provider: Option<String>,
}

impl PlainPage for Link {
    const MARK: &'static str = "sign-in";

    fn title(&self, text: &'static Text) -> String {
        text.signin().title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.signin();
        let provider = self.provider.map(|name| button(text, &name, For::Invitation, &self.link, ""));
        view! {
            <div class="outside-card">
                <h1>{(t.confirm_title)(&self.name)}</h1>
                <p class="muted">{self.email}</p>
                <p>{(t.confirm_lead)(text.nav.app)}</p>
                <form method="post" action=to::SIGN_IN>
                    <input type="hidden" name="link" value=self.link />
                    <button class="btn primary big">{(t.sign_in_as)(&self.name)}</button>
                </form>
                {provider}
                <p class="muted">{t.confirm_once}</p>
            </div>
        }
        .into_any()
    }
}

/// A link that cannot be used (any more).
#[derive(Clone, Copy, Debug)]
pub struct Expired;

impl PlainPage for Expired {
    const MARK: &'static str = "sign-in";

    fn title(&self, text: &'static Text) -> String {
        text.signin().expired_title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.signin();
        view! {
            <div class="outside-card">
                <h1>{t.expired_title}</h1>
                <p>{t.expired_lead}</p>
                <p>{t.expired_next}</p>
                <a class="btn" href=to::SIGN_IN>{t.to_sign_in}</a>
            </div>
        }
        .into_any()
    }
}
