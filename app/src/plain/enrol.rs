//! The first second factor, where the account demands one and the person has none.

use super::{PlainPage, next, passkey, second::sign_out};
use crate::text::Text;
use leptos::prelude::*;

/// A passkey first, else an authenticator app.
#[derive(Clone, Debug, Default)]
pub struct Enrol {
    /// Where to go afterwards.
    pub next: String,
    /// Whether browsers have passkeys for this site's address.
    pub passkeys: bool,
}

impl PlainPage for Enrol {
    const MARK: &'static str = "enrol";

    fn title(&self, text: &'static Text) -> String {
        text.signin().enrol_title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let (t, s) = (text.signin(), text.security());
        let passkey = self.passkeys.then(|| {
            view! { <h2>{s.passkeys}</h2><p>{s.passkeys_lead}</p>{passkey::add(text, &self.next)} }
        });
        view! {
            <div class="outside-card">
                <h1>{t.enrol_title}</h1>
                <p>{t.enrol_lead}</p>
                <div class="stack">{passkey}</div>
                <h2>{s.app}</h2>
                <p>{s.app_lead}</p>
                <form method="post" action="/me/app">
                    {next(&self.next)}
                    <button class="btn big">{s.app_begin}</button>
                </form>
                {sign_out(text)}
            </div>
        }
        .into_any()
    }
}
