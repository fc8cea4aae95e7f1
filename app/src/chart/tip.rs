//! The crosshair: one column a month over the drawing. Pointing needs no script; the arrow keys do.

use super::layout::Column;
use crate::{
    text::{Text, format},
    ui::use_text,
};
use leptos::{ev::KeyboardEvent, prelude::*};
use model::{Month, TrendPoint};

/// The crosshair over all months. To a screen reader it is a slider over the months that says all their figures.
#[component]
pub(super) fn Tips(columns: Vec<Column>, incomplete: Option<Month>) -> impl IntoView {
    let text = use_text();
    let last = columns.len().saturating_sub(1);
    let active = RwSignal::new(None::<usize>);
    let points: Vec<TrendPoint> = columns.iter().map(|column| column.point).collect();
    let shown = points.clone();
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
    let cells = points.into_iter().enumerate().map(|(i, point)| {
        let late = i * 2 > last;
        view! {
            <div class="cell" class:late=late class:on=move || active.get() == Some(i)>
                {tip(text, point, incomplete.is_some_and(|from| point.month >= from))}
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
            aria-valuetext=move || shown.get(at()).map(|point| spoken(text, *point))
            on:keydown=steer
            on:pointerdown=move |_| active.set(None)
            on:blur=move |_| active.set(None)
        >
            {cells.collect_view()}
        </div>
    }
    .into_any()
}

/// The figures of a month: class of the key, name, value.
fn figures(text: &'static Text, point: TrendPoint) -> [(&'static str, &'static str, String); 4] {
    let t = text.licenses();
    let number = |n: Option<i64>| n.map_or_else(|| t.unknown.to_owned(), format::int);
    let percent = |p| if Option::is_some(&p) { format::percent(text.locale, p) } else { t.unknown.to_owned() };
    [
        ("key sold", t.key_sold, number(point.seats.sold)),
        ("key assigned", t.key_assigned, number(point.seats.assigned)),
        ("key", t.key_deployment, percent(point.seats.deployment())),
        ("key line", t.key_usage, percent(point.seats.usage())),
    ]
}

fn spoken(text: &'static Text, point: TrendPoint) -> String {
    let mut parts = vec![format::month(text.locale, point.month)];
    parts.extend(figures(text, point).map(|(_, name, value)| (text.states.colon)(name, &value)));
    (text.states.join)(&parts)
}

fn tip(text: &'static Text, point: TrendPoint, incomplete: bool) -> AnyView {
    let rows = figures(text, point).map(|(key, name, value)| {
        view! { <span class="row"><span class=key></span><span>{name}</span><span>{value}</span></span> }
    });
    view! {
        <div class="tip" aria-hidden="true">
            <b>{format::month(text.locale, point.month)}</b>
            {rows.into_iter().collect_view()}
            {incomplete.then(|| view! { <span class="row">{text.licenses().key_incomplete}</span> })}
        </div>
    }
    .into_any()
}
