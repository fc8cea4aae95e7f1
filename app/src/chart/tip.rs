//! The crosshair: one column a month over the drawing. Pointing needs no script; the arrow keys do.

use crate::{
    text::{Text, format},
    ui::use_text,
};
use leptos::{ev::KeyboardEvent, prelude::*};
use model::Month;

/// What the crosshair says of a month.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tip {
    /// The month.
    pub month: Month,
    /// Its figures: colour of the key, name, value.
    pub rows: Vec<(&'static str, String, String)>,
    /// A remark on the month.
    pub remark: Option<&'static str>,
}

/// The crosshair over all months. To a screen reader it is a slider over the months that says all their figures.
#[component]
pub(super) fn Tips(tips: Vec<Tip>) -> impl IntoView {
    let text = use_text();
    let last = tips.len().saturating_sub(1);
    let active = RwSignal::new(None::<usize>);
    let spoken: Vec<String> = tips.iter().map(|tip| said(text, tip)).collect();
    let at = move || active.get().unwrap_or(last).min(last);
    let steer = move |event: KeyboardEvent| {
        let now = at();
        let next = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => (now + 1).min(last),
            "Home" => 0,
            "End" => last,
            "Escape" => return active.set(None),
            _ => return,
        };
        event.prevent_default();
        active.set(Some(next));
    };
    let cells = tips.into_iter().enumerate().map(|(i, tip)| {
        let late = i * 2 > last;
        view! {
            <div class="cell" class:late=late class:on=move || active.get() == Some(i)>
                {shown(text, tip)}
            </div>
        }
    });
    view! {
        <div
            class="cells"
            role="slider"
            tabindex="0"
            aria-label=text.licenses().chart_steer
            aria-valuemin="1"
            aria-valuemax=(last + 1).to_string()
            aria-valuenow=move || (at() + 1).to_string()
            aria-valuetext=move || spoken.get(at()).cloned()
            on:keydown=steer
            on:pointerdown=move |_| active.set(None)
            on:blur=move |_| active.set(None)
        >
            {cells.collect_view()}
        </div>
    }
    .into_any()
}

fn said(text: &'static Text, tip: &Tip) -> String {
    let mut parts = vec![format::month(text.locale, tip.month)];
    parts.extend(tip.rows.iter().map(|(_, name, value)| (text.states.colon)(name, value)));
    (text.states.join)(&parts)
}

fn shown(text: &'static Text, Tip { month, rows, remark }: Tip) -> AnyView {
    let rows = rows.into_iter().map(|(key, name, value)| {
        view! { <span class="row"><span class=format!("key {key}")></span><span>{name}</span><span>{value}</span></span> }
    });
    view! {
        <div class="tip" aria-hidden="true">
            <b>{format::month(text.locale, month)}</b>
            {rows.collect_view()}
            {remark.map(|remark| view! { <span class="row">{remark}</span> })}
        </div>
    }
    .into_any()
}
