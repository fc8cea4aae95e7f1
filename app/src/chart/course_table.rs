//! The same figures as a course, as a table.

use crate::{text::format, ui::use_text};
use leptos::prelude::*;
use model::Course;

/// The twin of a course, newest first.
#[component]
pub(super) fn CourseTable(
    /// What is drawn.
    course: Course,
    /// The names of its series.
    names: Vec<String>,
    /// Its heading.
    title: String,
) -> impl IntoView {
    let text = use_text();
    let t = text.licenses();
    let heads = names.into_iter().map(|name| view! { <th scope="col" class="num">{name}</th> }).collect_view();
    let rows = course.months.iter().enumerate().rev().map(|(at, month)| {
        let cells = course.series.iter().map(|series| {
            let value = match series.values[at] {
                None => t.unknown.to_owned(),
                value => format::value(text.locale, series.metric.unit(), value),
            };
            view! { <td class="num">{value}</td> }
        });
        view! { <tr><th scope="row">{format::month(text.locale, *month)}</th> {cells.collect_view()}</tr> }
    });
    view! {
        <details class="chart-table">
            <summary>{t.table}</summary>
            <div class="table-wrap" tabindex="0" role="region" aria-label=title>
                <table class="table">
                    <thead><tr><th scope="col">{t.month}</th> {heads}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
