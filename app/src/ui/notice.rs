//! Messages on a page.

use super::Icon;
use crate::ui::use_text;
use leptos::prelude::*;

/// What kind of message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Worth knowing.
    #[default]
    Info,
    /// It worked.
    Good,
    /// To look at.
    Warning,
    /// It did not work.
    Bad,
}

/// A message. What did not work is spoken at once; all else when there is a pause.
#[component]
pub fn Notice(
    /// Its kind.
    #[prop(optional)]
    kind: NoticeKind,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let (class, icon, word, role) = match kind {
        NoticeKind::Info => ("notice", "info", text.states.info, "status"),
        NoticeKind::Good => ("notice good", "check", text.states.good, "status"),
        NoticeKind::Warning => ("notice warn", "warning", text.states.warning, "status"),
        NoticeKind::Bad => ("notice bad", "error", text.states.error, "alert"),
    };
    view! {
        <div class=class role=role>
            <Icon name=icon />
            <div>
                <span class="visually-hidden">{(text.states.colon)(word, "")}</span>
                {children()}
            </div>
        </div>
    }
    .into_any()
}
