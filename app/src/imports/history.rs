//! Earlier imports.

use super::result::kind;
use crate::{
    text::format,
    ui::{TableWrap, Tag, use_text},
    visit::here,
};
use leptos::prelude::*;
use model::{ImportNote, ImportRow, ImportState};

/// The newest imports, newest first.
#[component]
pub fn History(
    /// They.
    history: Vec<ImportRow>,
) -> impl IntoView {
    let t = use_text().data();
    if history.is_empty() {
        return view! { <p class="caption">{t.history_none}</p> }.into_any();
    }
    view! {
        <TableWrap label=t.history>
            <table class="table list" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t.col_file}</th>
                        <th scope="col" role="columnheader">{t.col_state}</th>
                        <th scope="col" role="columnheader">{t.col_dataset}</th>
                        <th scope="col" role="columnheader" class="num">{t.col_rows}</th>
                        <th scope="col" role="columnheader" class="num">{t.col_bad}</th>
                        <th scope="col" role="columnheader">{t.col_when}</th>
                        <th scope="col" role="columnheader">{t.col_by}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{history.into_iter().map(row).collect_view()}</tbody>
            </table>
        </TableWrap>
    }
    .into_any()
}

fn row(import: ImportRow) -> AnyView {
    let text = use_text();
    let t = text.data();
    let dataset = import.dataset.map_or(t.not_recognised, |dataset| (text.imports().dataset)(dataset));
    let taken_in = import.state == ImportState::Done;
    let rows = if taken_in { format::count(import.rows) } else { format::NONE.to_owned() };
    let bad = if import.bad_rows > 0 {
        let href = here(&format!("/settings/data/{}/quarantine", import.id));
        view! { <a href=href download="" rel="external">{format::count(import.bad_rows)}</a> }.into_any()
    } else {
        format::count(0).into_any()
    };
    let notes =
        import.notes.iter().map(|note| view! { <br /><span class="caption">{(text.imports().note)(note)}</span> });
    let undo = import.can_undo.then(|| {
        view! {
            <form method="post" action=here(&format!("/settings/data/{}/undo", import.id))>
                <button class="btn small" aria-label=(t.undo_of)(&import.file)>{t.undo}</button>
            </form>
        }
    });
    let kept = (taken_in && import.notes.contains(&ImportNote::Kept)).then(|| {
        let href = here(&format!("/settings/data/{}/file", import.id));
        let label = (t.download_of)(&import.file);
        view! { <a class="btn small" href=href download="" rel="external" aria-label=label>{t.download}</a> }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="name"><div>{import.file.clone()} {notes.collect_view()}</div></th>
            <td role="cell" data-label=t.col_state>
                <div class="button-row">
                    <Tag kind=kind(import.state) label=(t.state)(import.state) /> {undo} {kept}
                </div>
            </td>
            <td role="cell" data-label=t.col_dataset>{dataset}</td>
            <td role="cell" class="num" data-label=t.col_rows>{rows}</td>
            <td role="cell" class="num" data-label=t.col_bad>{bad}</td>
            <td role="cell" class="nowrap" data-label=t.col_when>{format::date_time(text.locale, import.started)}</td>
            <td role="cell" data-label=t.col_by>{import.by.unwrap_or_else(|| t.by_command_line.to_owned())}</td>
        </tr>
    }
    .into_any()
}
