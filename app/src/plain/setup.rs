//! Setting up an authenticator app: the key, shown once, and the code that proves that it arrived.

use super::{PlainPage, next, trouble};
use crate::{text::Text, ui::Field};
use leptos::prelude::*;
use model::AppSetup;

/// The key and the form for the code; after a wrong code the form alone.
#[derive(Clone, Debug)]
pub struct Setup {
    /// What the app needs to know, the first time.
    pub setup: Option<AppSetup>,
    /// Where to go afterwards.
    pub next: String,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

impl PlainPage for Setup {
    const MARK: &'static str = "setup";

    fn title(&self, text: &'static Text) -> String {
        text.security().app.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.security();
        view! {
            <div class="outside-card">
                <h1>{t.app}</h1>
                <div class="stack">{self.setup.map(|setup| key(text, setup))}</div>
                {trouble(self.trouble)}
                <form method="post" action="/me/app/confirm">
                    {next(&self.next)}
                    <Field id="code" label=t.app_code>
                        <input id="code" name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="12" />
                    </Field>
                    <button class="btn primary big">{t.app_confirm}</button>
                </form>
                <form method="post" action="/me/app">
                    {next(&self.next)}
                    <button class="btn link">{t.app_retry}</button>
                </form>
            </div>
        }
        .into_any()
    }
}

fn key(text: &'static Text, setup: AppSetup) -> AnyView {
    let t = text.security();
    let size = setup.qr.size;
    view! {
        <p>{t.app_scan}</p>
        <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=t.app_picture>
            <rect width=size height=size fill="#fff" />
            <path d=setup.qr.path fill="#000" />
        </svg>
        <p class="muted">{t.app_key}</p>
        <code class="command" tabindex="0">{setup.secret}</code>
        <p><a href=setup.address>{t.app_open}</a></p>
    }
    .into_any()
}
