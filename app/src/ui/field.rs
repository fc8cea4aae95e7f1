//! Form fields.

use super::Icon;
use leptos::prelude::*;

/// A label above a control, help or an error below it. The control is the child and carries the same `id`;
/// with help or an error give it `aria-describedby="{id}-help"`.
#[component]
pub fn Field(
    /// The control's id.
    id: &'static str,
    /// The label.
    #[prop(into)]
    label: String,
    /// Help below the control.
    #[prop(optional, into)]
    help: Option<String>,
    /// What is wrong; stands in place of the help.
    #[prop(optional, into)]
    error: Option<String>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let below = match (error, help) {
        (Some(error), _) => Some(("error", error)),
        (None, help) => help.map(|help| ("help", help)),
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {children()}
            {below.map(|(class, words)| view! { <p class=class id=format!("{id}-help")>{words}</p> })}
        </div>
    }
    .into_any()
}

/// A search box; put it into a form of method GET.
#[component]
pub fn SearchField(
    /// The parameter in the address.
    name: &'static str,
    /// The label, shown inside while empty.
    #[prop(into)]
    label: String,
    /// What is searched for now.
    #[prop(into)]
    value: String,
    /// Called with every change once the page is alive.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
) -> impl IntoView {
    view! {
        <label class="search">
            <span class="visually-hidden">{label.clone()}</span>
            <Icon name="search" />
            <input
                type="search"
                name=name
                value=value
                placeholder=label
                autocomplete="off"
                spellcheck="false"
                on:input:target=move |event| {
                    if let Some(on_input) = on_input {
                        on_input.run(event.target().value());
                    }
                }
            />
        </label>
    }
    .into_any()
}
