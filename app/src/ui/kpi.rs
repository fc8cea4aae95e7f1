//! A figure at the top of a page.

use super::Icon;
use crate::{
    chart::Spark,
    text::{Kpi, format::Direction},
    ui::use_text,
};
use leptos::prelude::*;

/// A figure with its change, its course, its definition in short and, one tap away, in full.
#[component]
pub fn KpiCard(
    /// Unique on the page.
    id: &'static str,
    /// Its name and definitions.
    kpi: &'static Kpi,
    /// The figure, written out.
    #[prop(into)]
    figure: String,
    /// Its change against the month before; nothing when there is nothing to compare with.
    #[prop(optional_no_strip)]
    change: Option<(Direction, String)>,
    /// The month it is compared with, as `Sep`.
    #[prop(optional, into)]
    versus: String,
    /// Its course, oldest first.
    #[prop(optional)]
    course: Vec<Option<f64>>,
    /// `sold`, `assigned` or `active`: the colour of the course.
    #[prop(default = "sold")]
    class: &'static str,
    /// What stands there where there is no change.
    #[prop(optional_no_strip)]
    aside: Option<String>,
    /// Where the whole card leads.
    #[prop(optional_no_strip)]
    href: Option<String>,
    /// More to say in the full definition, such as why it is above 100 %.
    #[prop(optional_no_strip)]
    more: Option<String>,
) -> impl IntoView {
    let text = use_text();
    // A long figure keeps to its line.
    let size = if figure.chars().count() > 9 { "kpi-figure long" } else { "kpi-figure" };
    let why = format!("{id}-why");
    let label = match href {
        Some(href) => view! { <a href=href>{kpi.label}</a> }.into_any(),
        None => kpi.label.into_any(),
    };
    let change = if let Some((direction, words)) = change {
        let versus = (text.licenses().versus)(&versus);
        view! { <p class=format!("kpi-change {}", direction.class())>{words} " " <span>{versus}</span></p> }.into_any()
    } else {
        let aside = aside.unwrap_or_else(|| text.licenses().no_comparison.to_owned());
        view! { <p class="kpi-change flat"><span>{aside}</span></p> }.into_any()
    };
    view! {
        <article class="kpi">
            <h2 class="kpi-label">{label}</h2>
            <p class=size>{figure}</p>
            {change}
            <Spark values=course class />
            <p class="kpi-note">{kpi.note}</p>
            <div class="kpi-why">
                <button type="button" class="why-btn" popovertarget=why.clone() aria-label=(text.licenses().what_is)(kpi.label)>
                    <Icon name="info" />
                </button>
                <div id=why class="dialog" popover="auto">
                    <h3>{kpi.label}</h3>
                    <p>{kpi.why}</p>
                    {more.map(|more| view! { <p>{more}</p> })}
                </div>
            </div>
        </article>
    }
    .into_any()
}
