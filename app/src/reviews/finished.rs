//! Reviews that are done, with their records.

use crate::{
    text::format,
    ui::{TableWrap, use_text},
    visit::here,
};
use leptos::prelude::*;
use model::FinishedReview;

/// A row for each, with the digest and the files.
#[component]
pub fn Finished(
    /// Newest first.
    finished: Vec<FinishedReview>,
) -> impl IntoView {
    let t = use_text().reviews();
    if finished.is_empty() {
        return view! { <p class="caption">{t.finished_none}</p> }.into_any();
    }
    view! {
        <TableWrap label=t.finished>
            <table class="table list" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t.col_finished}</th>
                        <th scope="col" role="columnheader">{t.col_by}</th>
                        <th scope="col" role="columnheader" class="num">{t.col_kept}</th>
                        <th scope="col" role="columnheader" class="num">{t.col_revoked}</th>
                        <th scope="col" role="columnheader">{t.col_digest}</th>
                        <th scope="col" role="columnheader">{t.col_record}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{finished.iter().map(row).collect_view()}</tbody>
            </table>
        </TableWrap>
        <p class="caption">{t.digest_help}</p>
    }
    .into_any()
}

fn row(review: &FinishedReview) -> AnyView {
    let text = use_text();
    let t = text.reviews();
    let when = format::date_time(text.locale, review.finished_at);
    let file = |end: &str| here(&format!("/access/review/{}/record.{end}", review.id));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="nowrap">{when}</th>
            <td role="cell" data-label=t.col_by>{review.finished_by.clone()}</td>
            <td role="cell" class="num" data-label=t.col_kept>{format::count(review.kept.into())}</td>
            <td role="cell" class="num" data-label=t.col_revoked>{format::count(review.revoked.into())}</td>
            <td role="cell" class="digest wide" data-label=t.col_digest>{review.sha256.clone()}</td>
            <td role="cell" data-label=t.col_record>
                <a href=file("json") rel="external" download="">"JSON"</a> " · "
                <a href=file("csv") rel="external" download="">"CSV"</a>
            </td>
        </tr>
    }
    .into_any()
}
