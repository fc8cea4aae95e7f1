//! One's own files, and how far they are.

use super::described;
use crate::{
    text::{Text, format},
    ui::{Card, TableWrap, Tag, TagKind},
    visit::here,
};
use leptos::prelude::*;
use model::{FileRow, FileState};

/// What a script keeps fresh while something is being made.
const LIVE: &str = "files";

pub(super) fn card(text: &'static Text, files: &[FileRow]) -> AnyView {
    let t = text.downloads();
    let body = if files.is_empty() { view! { <p>{t.no_file}</p> }.into_any() } else { table(text, files) };
    // Without a script one looks again by hand.
    let open = files.iter().any(|file| file.state.is_open());
    let anew = open.then(|| view! { <p><a class="btn small" href=here("/downloads")>{t.anew}</a></p> });
    view! { <div id=LIVE data-live=open.then_some("")><Card title=t.files>{body}<div>{anew}</div></Card></div> }
        .into_any()
}

fn table(text: &'static Text, files: &[FileRow]) -> AnyView {
    let t = text.downloads();
    let rows = files.iter().map(|file| row(text, file)).collect_view();
    view! {
        <TableWrap label=t.files>
            <table class="table list" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t.file}</th>
                        <th scope="col" role="columnheader">{t.state}</th>
                        <th scope="col" role="columnheader">{t.size}</th>
                        <th scope="col" role="columnheader">{t.until}</th>
                        <th scope="col" role="columnheader">{t.actions}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableWrap>
    }
    .into_any()
}

fn row(text: &'static Text, file: &FileRow) -> AnyView {
    let (t, name) = (text.downloads(), file.name.clone());
    let address = here(&format!("/downloads/files/{}", file.id));
    let made = file.state == FileState::Made;
    let title = if made {
        view! { <a href=address.clone() download="">{name.clone()}</a> }.into_any()
    } else {
        view! { <span>{name.clone()}</span> }.into_any()
    };
    let size = match file.bytes {
        Some(bytes) => (t.size_of)(&format::count(file.rows), &format::bytes(bytes)),
        None if file.rows > 0 => (t.written)(&format::count(file.rows)),
        None => String::new(),
    };
    let until = file.until.map(|at| format::date_time(text.locale, at));
    let notes = made.then(|| {
        view! { <a class="btn small" href=format!("{address}/notes") aria-label=(t.notes_of)(&name)>{t.notes}</a> }
    });
    let (act, words, label) = if file.state.is_open() {
        ("stop", t.stop, (t.stop_of)(&name))
    } else {
        ("delete", t.delete, (t.delete_of)(&name))
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="name">
                {title}<br /><span class="caption">{described(text, &file.order)}</span>
            </th>
            <td role="cell" data-label=t.state>{state(text, file)}</td>
            <td role="cell" data-label=t.size>{size}</td>
            <td role="cell" data-label=t.until>{until}</td>
            <td role="cell" data-label=t.actions>
                <form method="post" action=address.clone() class="button-row">
                    <span>{notes}</span>
                    <button class="btn small" name="act" value=act aria-label=label>{words}</button>
                </form>
            </td>
        </tr>
    }
    .into_any()
}

fn state(text: &'static Text, file: &FileRow) -> AnyView {
    let t = text.downloads();
    let words = (t.states)(file.state);
    let kind = match file.state {
        FileState::Waiting | FileState::Cancelled => TagKind::Plain,
        FileState::Making => TagKind::Accent,
        FileState::Made => TagKind::Good,
        FileState::Failed => TagKind::Bad,
    };
    let bar = (file.state == FileState::Making).then(
        || view! { <progress class="progress" max="100" value=file.percent.to_string() aria-label=words></progress> },
    );
    let why = file.problem.map(|problem| view! { <span class="caption">{(t.problems)(problem)}</span> });
    view! { <Tag kind label=words /><div>{bar}{why}</div> }.into_any()
}
