//! The sign-in page.

use super::{
    PlainPage, next, passkey,
    provider::{For, button},
    trouble,
};
use crate::{text::Text, ui::Field};
use leptos::prelude::*;

/// E-mail address and password, or a passkey.
#[derive(Clone, Debug, Default)]
pub struct SignIn {
    /// The address typed before.
    pub email: String,
    /// Where to go afterwards.
    pub next: String,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
    /// Whether browsers have passkeys for this site's address.
    pub passkeys: bool,
    /// What the identity provider is called, where there is one.
    pub provider: Option<String>,
}

impl PlainPage for SignIn {
    const MARK: &'static str = "sign-in";

    fn title(&self, text: &'static Text) -> String {
        text.signin().title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.signin();
        let provider = self.provider.map(|name| button(text, &name, For::SignIn, "", &self.next));
        let passkey = self.passkeys.then(|| passkey::prove(text, t.passkey, &self.next));
        view! {
            <div class="outside-card">
                <h1>{t.title}</h1>
                {trouble(self.trouble)}
                <form method="post" action="/sign-in/password">
                    {next(&self.next)}
                    <Field id="email" label=t.email>
                        <input id="email" name="email" type="email" required autocomplete="username" value=self.email />
                    </Field>
                    <Field id="password" label=t.password>
                        <input id="password" name="password" type="password" required autocomplete="current-password" />
                    </Field>
                    <button class="btn primary big">{t.title}</button>
                </form>
                {passkey}
                {provider}
                <p><a href="/sign-in/help">{t.help}</a></p>
            </div>
        }
        .into_any()
    }
}
