//! The way to an identity provider.

use super::{PlainPage, next};
use crate::text::Text;
use leptos::prelude::*;

/// What a button to the provider is for: the key that its form sends.
#[derive(Clone, Copy, Debug)]
pub(super) enum For {
    SignIn,
    Invitation,
    StepUp,
    Connect,
}

impl For {
    const fn key(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Invitation => "invitation",
            Self::StepUp => "step-up",
            Self::Connect => "connect",
        }
    }
}

/// The button. `link` is an invitation's secret, `then` where to go afterwards.
pub(super) fn button(text: &'static Text, name: &str, what: For, link: &str, then: &str) -> AnyView {
    let t = text.provider();
    let label = match what {
        For::SignIn => t.sign_in,
        For::Invitation => t.invited,
        For::StepUp => t.confirm,
        For::Connect => t.connect,
    };
    let link = (!link.is_empty()).then(|| view! { <input type="hidden" name="link" value=link.to_owned() /> });
    view! {
        <form method="post" action="/sign-in/oidc">
            <input type="hidden" name="purpose" value=what.key() />
            {link}
            {next(then)}
            <button class="btn big">{label(name)}</button>
        </form>
    }
    .into_any()
}

/// The page between this site and the provider. A form may not lead to another site; a page may.
#[derive(Clone, Debug)]
pub struct ToProvider {
    /// What the provider is called.
    pub name: String,
    /// Its page.
    pub address: String,
}

impl PlainPage for ToProvider {
    const MARK: &'static str = "to-provider";

    fn title(&self, text: &'static Text) -> String {
        (text.provider().going_title)(&self.name)
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.provider();
        view! {
            <div class="outside-card">
                <h1>{(t.going_title)(&self.name)}</h1>
                <p>{t.going_lead}</p>
                <a class="btn primary big" href=self.address>{t.going}</a>
            </div>
        }
        .into_any()
    }
}
