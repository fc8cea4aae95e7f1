//! The second factor, where the person has one.

use super::{PlainPage, next, passkey, trouble};
use crate::{text::Text, ui::Field};
use leptos::prelude::*;

/// A code, or a passkey.
#[derive(Clone, Debug, Default)]
pub struct Second {
    /// Where to go afterwards.
    pub next: String,
    /// Whether there is a passkey that this site's address can ask for.
    pub passkey: bool,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

impl PlainPage for Second {
    const MARK: &'static str = "second";

    fn title(&self, text: &'static Text) -> String {
        text.signin().second_title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.signin();
        let passkey = self.passkey.then(|| passkey::prove(text, t.second_passkey, &self.next));
        view! {
            <div class="outside-card">
                <h1>{t.second_title}</h1>
                <p>{t.second_lead}</p>
                {trouble(self.trouble)}
                {passkey}
                <form method="post" action="/sign-in/second">
                    {next(&self.next)}
                    <Field id="code" label=t.code help=t.code_help>
                        <input id="code" name="code" required autocomplete="one-time-code" spellcheck="false" aria-describedby="code-help" />
                    </Field>
                    <button class="btn primary big">{t.go_on}</button>
                </form>
                {sign_out(text)}
            </div>
        }
        .into_any()
    }
}

/// The way back for who does not get on.
pub(super) fn sign_out(text: &'static Text) -> AnyView {
    view! { <form method="post" action="/sign-out"><button class="btn link">{text.nav.sign_out}</button></form> }
        .into_any()
}
