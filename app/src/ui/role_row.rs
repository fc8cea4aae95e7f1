//! A role to give or take on User details.

use super::{Tag, TagKind};
use crate::ui::use_text;
use leptos::prelude::*;
use model::Role;

/// A large row with a role, what it opens, and whether it will be added or removed. In the form it is the
/// checkbox `roles[]` with the role's key; one that may not be changed is sent as it is.
#[component]
pub fn RoleRow(
    /// The role.
    role: Role,
    /// Whether the person holds it now.
    held: bool,
    /// Whether it is selected; starts as `held`.
    selected: RwSignal<bool>,
    /// Why it cannot be changed.
    #[prop(optional_no_strip)]
    locked: Option<&'static str>,
    /// What else to know before changing it.
    #[prop(optional_no_strip)]
    hint: Option<&'static str>,
) -> impl IntoView {
    let text = use_text();
    let described = format!("role-{}-text", role.key());
    let changed = move || selected.get() != held;
    let tag = move || {
        let (kind, words) = match (held, selected.get()) {
            (false, true) => (TagKind::Accent, text.users().will_be_added),
            (true, false) => (TagKind::Warning, text.users().will_be_removed),
            _ => return None,
        };
        Some(view! { <Tag kind label=words /> })
    };
    let keep = (locked.is_some() && held).then(|| view! { <input type="hidden" name="roles[]" value=role.key() /> });
    let why = locked.or(hint).map(|why| view! { <span class="pick-why">{why}</span> });
    view! {
        <label class="pick" class:changed=changed>
            <input
                type="checkbox"
                name="roles[]"
                value=role.key()
                checked=selected.get_untracked()
                prop:checked=selected
                disabled=locked.is_some()
                aria-describedby=described.clone()
                on:change:target=move |event| selected.set(event.target().checked())
            />
            <span class="pick-name">{(text.roles.name)(role)} {tag}</span>
            <span class="pick-text" id=described>{(text.roles.opens)(role)}</span>
            {why}
            {keep}
        </label>
    }
    .into_any()
}
