//! The same figures as the chart, as a table.

use crate::{text::format, ui::use_text};
use leptos::prelude::*;
use model::{Month, TrendPoint};

/// The twin of the chart of licences by month, newest first.
#[component]
pub(super) fn TrendTable(title: String, points: Vec<TrendPoint>, incomplete: Option<Month>) -> impl IntoView {
    let text = use_text();
    let t = text.licenses();
    let number = move |n: Option<i64>| n.map_or_else(|| t.unknown.to_owned(), format::int);
    let rows = points.into_iter().rev().map(|point| {
        let late = incomplete.is_some_and(|from| point.month >= from);
        view! {
            <tr>
                <th scope="row">
                    {format::month(text.locale, point.month)} {late.then(|| view! { " "<span class="tag warn">{t.incomplete}</span> })}
                </th>
                <td class="num">{number(point.seats.sold)}</td>
                <td class="num">{number(point.seats.assigned)}</td>
                <td class="num strong">{format::percent(text.locale, point.seats.deployment())}</td>
                <td class="num">{number(point.seats.qualified)}</td>
                <td class="num">{number(point.seats.active)}</td>
                <td class="num strong">{format::percent(text.locale, point.seats.usage())}</td>
            </tr>
        }
    });
    view! {
        <details class="chart-table">
            <summary>{t.table}</summary>
            <div class="table-wrap" tabindex="0" role="region" aria-label=title>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t.month}</th>
                            <th scope="col" class="num">{t.col_sold}</th>
                            <th scope="col" class="num">{t.col_assigned}</th>
                            <th scope="col" class="num">{t.col_deployment}</th>
                            <th scope="col" class="num">{t.col_qualified}</th>
                            <th scope="col" class="num">{t.col_active}</th>
                            <th scope="col" class="num">{t.col_usage}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
