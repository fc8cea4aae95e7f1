//! Proving again who is signed in.

use super::{
    PlainPage, next, passkey,
    provider::{For, button},
    trouble,
};
use crate::{routes::to, text::Text, ui::Field};
use leptos::prelude::*;

/// By what the person has.
#[derive(Clone, Debug, Default)]
pub struct Confirm {
    /// Where to go afterwards.
    pub next: String,
    /// The person's e-mail address, for their password manager.
    pub email: String,
    /// Whether there is a password.
    pub password: bool,
    /// Whether there is a passkey that this site's address can ask for.
    pub passkey: bool,
    /// What the identity provider is called, where the person is connected to it.
    pub provider: Option<String>,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

impl PlainPage for Confirm {
    const MARK: &'static str = "confirm";

    fn title(&self, text: &'static Text) -> String {
        text.signin().fresh_title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.signin();
        let passkey = self.passkey.then(|| passkey::prove(text, t.fresh_passkey, &self.next));
        let nothing = (!self.password && !self.passkey && self.provider.is_none()).then_some(t.fresh_link);
        let provider = self.provider.map(|name| button(text, &name, For::StepUp, "", &self.next));
        let password = self.password.then(|| {
            view! {
                <form method="post" action="/confirm">
                    {next(&self.next)}
                    <input type="hidden" name="email" autocomplete="username" value=self.email />
                    <Field id="password" label=t.password>
                        <input id="password" name="password" type="password" required autocomplete="current-password" />
                    </Field>
                    <button class="btn primary big">{text.errors.fresh_next}</button>
                </form>
            }
        });
        view! {
            <div class="outside-card">
                <h1>{t.fresh_title}</h1>
                <p>{t.fresh_lead}</p>
                <p class="muted">{t.fresh_again}</p>
                {trouble(self.trouble)}
                <div class="stack">{nothing.map(|words| view! { <p>{words}</p> })}{password}{passkey}{provider}</div>
                <p><a href=to::own(&self.next)>{text.users().cancel}</a></p>
            </div>
        }
        .into_any()
    }
}

/// It is proved: back to the other tab.
#[derive(Clone, Copy, Debug)]
pub struct Confirmed;

impl PlainPage for Confirmed {
    const MARK: &'static str = "confirmed";

    fn title(&self, text: &'static Text) -> String {
        text.signin().fresh_done_title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.signin();
        view! {
            <div class="outside-card">
                <h1>{t.fresh_done_title}</h1>
                <p>{t.fresh_done}</p>
                <a class="btn" href=to::HOME>{text.errors.to_start}</a>
            </div>
        }
        .into_any()
    }
}
