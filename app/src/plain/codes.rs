//! Recovery codes: the button that makes them, and the one page that shows them.

use super::{PlainPage, next};
use crate::{routes::to, text::Text};
use leptos::prelude::*;

/// The button that makes them.
#[derive(Clone, Debug)]
pub struct MakeCodes {
    /// Where to go afterwards.
    pub next: String,
}

impl PlainPage for MakeCodes {
    const MARK: &'static str = "make-codes";

    fn title(&self, text: &'static Text) -> String {
        text.security().codes.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.security();
        view! {
            <div class="outside-card">
                <h1>{t.codes}</h1>
                <p>{t.codes_lead}</p>
                <form method="post" action="/me/codes">
                    {next(&self.next)}
                    <button class="btn primary big">{t.codes_make}</button>
                </form>
                <p><a href=to::own(&self.next)>{t.codes_later}</a></p>
            </div>
        }
        .into_any()
    }
}

/// The codes themselves.
#[derive(Clone)]
pub struct ShowCodes {
    /// The codes.
    pub codes: Vec<String>,
    /// Where to go afterwards.
    pub next: String,
}

impl PlainPage for ShowCodes {
    const MARK: &'static str = "codes";

    fn title(&self, text: &'static Text) -> String {
        text.security().codes.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.security();
        let all = self.codes.join("\n");
        let file = format!("data:text/plain;charset=utf-8,{}", all.replace('\n', "%0A"));
        view! {
            <div class="outside-card">
                <h1>{t.codes}</h1>
                <p>{t.codes_lead}</p>
                <p><strong>{t.codes_once}</strong></p>
                <pre class="codes" id="codes" tabindex="0">{all}</pre>
                <div class="button-row">
                    <button type="button" class="btn" data-copy="codes" data-copied=t.codes_copied hidden>{t.codes_copy}</button>
                    <a class="btn" href=file download="seatscope-recovery-codes.txt">{t.codes_download}</a>
                </div>
                <a class="btn primary big" href=to::own(&self.next)>{t.codes_kept}</a>
            </div>
        }
        .into_any()
    }
}
