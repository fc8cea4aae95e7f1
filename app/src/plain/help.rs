//! For those who cannot sign in: a link by letter, and who else can give one. The same whoever asks.

use super::{PlainPage, trouble};
use crate::{
    routes::to,
    text::Text,
    ui::{Field, Notice, NoticeKind},
};
use leptos::prelude::*;

/// How somebody without a way in gets one.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// Whether letters can be sent.
    pub mail: bool,
    /// Whether one was asked for a moment ago.
    pub asked: bool,
    /// The address typed before.
    pub email: String,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

impl PlainPage for Help {
    const MARK: &'static str = "sign-in-help";

    fn title(&self, text: &'static Text) -> String {
        text.signin().help_title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.signin();
        let [admin, host, then] = t.help_steps;
        let asked = self.asked.then(|| view! { <Notice kind=NoticeKind::Good>{t.letter_asked}</Notice> });
        let letter = self.mail.then(|| {
            view! {
                <form method="post" action="/sign-in/help">
                    <Field id="email" label=t.email help=t.letter_help>
                        <input
                            id="email"
                            name="email"
                            type="email"
                            required
                            maxlength="254"
                            autocomplete="username"
                            aria-describedby="email-help"
                            value=self.email
                        />
                    </Field>
                    <button class="btn primary big">{t.letter}</button>
                </form>
            }
        });
        let lead = if self.mail { t.help_lead_else } else { t.help_lead };
        view! {
            <div class="outside-card">
                <h1>{t.help_title}</h1>
                {trouble(self.trouble)}
                {asked}
                {letter}
                <p>{lead}</p>
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
