//! What opens below a button, and on a phone from below.

use leptos::prelude::*;

/// Whether a click follows a link: the page it leads to should not lie under what is open.
fn follows(event: &leptos::ev::MouseEvent) -> bool {
    use leptos::wasm_bindgen::JsCast;
    let at = event.target().and_then(|at| at.dyn_into::<leptos::web_sys::Element>().ok());
    at.is_some_and(|at| at.closest("a[href]").is_ok_and(|link| link.is_some()))
}

/// A button that opens a panel. It needs no script; Escape and a click elsewhere close it once the page is alive.
#[component]
pub fn Drop(
    /// What stands on the button.
    label: ViewFnOnce,
    /// The panel's classes beside `panel`: `menu` for a list of links, `filters` for a form.
    #[prop(optional)]
    panel: &'static str,
    /// The button's classes.
    #[prop(default = "btn")]
    button: &'static str,
    /// Whether the panel hangs from the right edge.
    #[prop(optional)]
    end: bool,
    /// The button's name, where its content has no words.
    #[prop(optional, into)]
    name: Option<String>,
    /// The panel.
    children: Children,
) -> impl IntoView {
    let open = NodeRef::<leptos::html::Details>::new();
    let close = move || {
        if let Some(element) = open.get_untracked() {
            element.set_open(false);
        }
    };
    view! {
        <details
            class=if end { "drop sheet end" } else { "drop sheet" }
            node_ref=open
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close();
                }
            }
            on:focusout=move |event| {
                use leptos::wasm_bindgen::JsCast;
                let inside = event
                    .related_target()
                    .and_then(|to| to.dyn_into::<leptos::web_sys::Node>().ok())
                    .is_some_and(|to| open.get_untracked().is_some_and(|element| element.contains(Some(&to))));
                if !inside && event.related_target().is_some() {
                    close();
                }
            }
        >
            <summary class=button aria-label=name>{label.run()}</summary>
            <div class=format!("panel {panel}") on:click=move |event| if follows(&event) { close() }>{children()}</div>
        </details>
    }
    .into_any()
}
