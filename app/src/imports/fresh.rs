//! How fresh each dataset is.

use crate::{
    text::format,
    ui::{TableWrap, use_text},
    visit::use_visit,
};
use leptos::prelude::*;
use model::Freshness;

/// Each dataset with its span and its age.
#[component]
pub fn FreshTable(
    /// All datasets that this version takes in.
    fresh: Vec<Freshness>,
) -> impl IntoView {
    let text = use_text();
    let (t, locale, now) = (text.data(), text.locale, use_visit().now);
    let month =
        move |month: Option<model::Month>| month.map_or_else(|| format::NONE.to_owned(), |m| format::month(locale, m));
    let rows = fresh.into_iter().map(move |it| {
        let imported = it.imported.map_or_else(|| t.never.to_owned(), |at| format::ago(locale, at, now));
        let next = it.imported.zip(it.dataset.refresh_days()).and_then(|(at, days)| {
            let at = at.checked_add(jiff::SignedDuration::from_hours(24 * days)).ok()?;
            Some(format::date(locale, jiff::tz::TimeZone::UTC.to_datetime(at).date()))
        });
        let exact = it.imported.map(|at| format::date_time(locale, at));
        view! {
            <tr role="row">
                <th scope="row" role="rowheader" class="name">
                    {(text.imports().dataset)(it.dataset)} " " <span class="caption">{it.dataset.key()}</span>
                </th>
                <td role="cell" data-label=t.col_newest>{month(it.newest)}</td>
                <td role="cell" data-label=t.col_oldest>{month(it.oldest)}</td>
                <td role="cell" class="num" data-label=t.col_rows>{format::count(it.rows)}</td>
                <td role="cell" data-label=t.col_imported title=exact>{imported}</td>
                <td role="cell" data-label=t.col_next>{next.unwrap_or_else(|| format::NONE.to_owned())}</td>
            </tr>
        }
    });
    view! {
        <TableWrap label=t.freshness>
            <table class="table list" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t.col_dataset}</th>
                        <th scope="col" role="columnheader">{t.col_newest}</th>
                        <th scope="col" role="columnheader">{t.col_oldest}</th>
                        <th scope="col" role="columnheader" class="num">{t.col_rows}</th>
                        <th scope="col" role="columnheader">{t.col_imported}</th>
                        <th scope="col" role="columnheader" title=t.col_next_why>{t.col_next}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
            </table>
        </TableWrap>
    }
    .into_any()
}
