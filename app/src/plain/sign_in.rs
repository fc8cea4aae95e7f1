//! The sign-in page, and the one for those who cannot.

use super::{
    PlainPage, next, passkey,
    provider::{For, button},
    trouble,
};
use crate::{routes::to, text::Text, ui::Field};
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

/// How somebody without a way in gets one: the same whoever asks.
#[derive(Clone, Copy, Debug)]
pub struct Help;

impl PlainPage for Help {
    const MARK: &'static str = "sign-in-help";

    fn title(&self, text: &'static Text) -> String {
        text.signin().help_title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.signin();
        let [admin, host, then] = t.help_steps;
        view! {
            <div class="outside-card">
                <h1>{t.help_title}</h1>
                <p>{t.help_lead}</p>
                <div class="prose"><ul><li>{admin}</li><li>{host}</li></ul></div>
                <p class="muted">{t.command_label}</p>
                <code class="command" tabindex="0">"seatscope user link --account 9000001 --email a@b.example"</code>
                <p>{then}</p>
                <p class="muted">{t.help_factor}</p>
                <a class="btn" href=to::SIGN_IN>{t.to_sign_in}</a>
            </div>
        }
        .into_any()
    }
}
