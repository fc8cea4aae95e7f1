//! Products or workloads of a month, each with its bar and percentage.

use crate::{chart::InlineBar, text::format, ui::use_text};
use leptos::prelude::*;
use model::{Seats, Slice};

/// What a breakdown is by, and with it which figures it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakdownBy {
    /// Products: sold, assigned, deployment %.
    Product,
    /// Workloads: qualified, active, usage %.
    Workload,
}

impl BreakdownBy {
    const fn whole(self, seats: Seats) -> Option<i64> {
        match self {
            Self::Product => seats.sold,
            Self::Workload => seats.qualified,
        }
    }

    const fn part(self, seats: Seats) -> Option<i64> {
        match self {
            Self::Product => seats.assigned,
            Self::Workload => seats.active,
        }
    }
}

/// The breakdown table, to be put into a card. A name leads to the page narrowed to it.
#[component]
pub fn Breakdown(
    /// By what.
    by: BreakdownBy,
    /// The rows.
    rows: Vec<Slice>,
    /// The address narrowed to a name.
    #[prop(into)]
    href: Callback<String, String>,
) -> impl IntoView {
    let t = use_text().licenses();
    let (name, whole, part, percent, class) = match by {
        BreakdownBy::Product => (t.col_product, t.col_sold, t.col_assigned, t.col_deployment, "assigned"),
        BreakdownBy::Workload => (t.col_workload, t.col_qualified, t.col_active, t.col_usage, "active"),
    };
    let max = rows.iter().filter_map(|row| by.whole(row.seats).max(by.part(row.seats))).max().unwrap_or(0);
    let rows = rows.into_iter().map(|row| {
        let (whole_n, part_n) = (by.whole(row.seats), by.part(row.seats));
        let value = if by == BreakdownBy::Product { row.seats.deployment() } else { row.seats.usage() };
        let shown = if by == BreakdownBy::Product { format::product(&row.name) } else { row.name.clone() };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <a class="cut" href=href.run(row.name.clone()) title=row.name.clone()>{shown}</a>
                </th>
                <td class="bar-cell" role="cell"><InlineBar part=part_n whole=whole_n max class /></td>
                <td class="num" role="cell" data-label=whole>{format::int_or_none(whole_n)}</td>
                <td class="num" role="cell" data-label=part>{format::int_or_none(part_n)}</td>
                <td class="num narrow strong" role="cell" data-label=percent>{format::percent_short(value)}</td>
            </tr>
        }
    });
    view! {
        <table class="table breakdown" role="table">
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{name}</th>
                    <td class="bar-cell" role="cell"></td>
                    <th scope="col" role="columnheader" class="num">{whole}</th>
                    <th scope="col" role="columnheader" class="num">{part}</th>
                    <th scope="col" role="columnheader" class="num narrow">{percent}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
