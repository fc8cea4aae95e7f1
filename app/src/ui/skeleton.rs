//! What stands for content while it is on its way, in its final size.

use crate::ui::use_text;
use leptos::prelude::*;

/// Stands for figures and charts.
#[component]
pub fn SkeletonCards(
    /// How many figures stand at the top.
    #[prop(default = 5)]
    kpis: u32,
) -> impl IntoView {
    view! {
        <div class="grid" role="status" aria-label=use_text().states.loading>
            <div class="kpis">{(0..kpis).map(|_| view! { <div class="skeleton kpi-box"></div> }).collect_view()}</div>
            <div class="grid wide-narrow">
                <div class="skeleton chart-box"></div>
                <div class="skeleton chart-box"></div>
            </div>
        </div>
    }
    .into_any()
}

/// Stands for a table.
#[component]
pub fn SkeletonTable(
    /// How many rows.
    #[prop(default = 8)]
    rows: u32,
) -> impl IntoView {
    view! {
        <div class="card" role="status" aria-label=use_text().states.loading>
            <div class="skeleton title"></div>
            {(0..rows).map(|_| view! { <div class="skeleton row"></div> }).collect_view()}
        </div>
    }
    .into_any()
}
