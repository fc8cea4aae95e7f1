//! The drop zone. Without JavaScript it is a form with a file field; with it, files can be dropped and are sent at once.

use crate::{
    routes::to,
    ui::{Icon, Notice, NoticeKind, use_text},
    visit::here,
};
use leptos::{ev::DragEvent, prelude::*};
use model::{Dataset, ImportId};

/// Takes files and tells which imports have begun.
#[component]
pub fn Upload(
    /// Called with the imports of each batch of files.
    #[prop(into)]
    begun: Callback<Vec<ImportId>>,
) -> impl IntoView {
    let text = use_text();
    let t = text.data();
    let over = RwSignal::new(false);
    let sending = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let input = NodeRef::<leptos::html::Input>::new();
    let address = StoredValue::new(here(to::DATA));
    let send = move |files: Option<web_sys::FileList>| {
        let Some(files) = files.filter(|files| files.length() > 0) else { return };
        sending.set(true);
        failed.set(false);
        leptos::task::spawn_local(async move {
            match post(&address.get_value(), &files).await {
                Some(ids) => begun.run(ids),
                None => failed.set(true),
            }
            sending.set(false);
            if let Some(input) = input.get_untracked() {
                input.set_value("");
            }
        });
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        send(event.data_transfer().and_then(|data| data.files()));
    };
    let accepted = Dataset::ALL.iter().map(|dataset| (text.imports().dataset)(*dataset).to_owned()).collect::<Vec<_>>();
    view! {
        <form
            method="post"
            action=address.get_value()
            enctype="multipart/form-data"
            class="drop-zone"
            class:over=over
            aria-busy=move || sending.get().to_string()
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <Icon name="upload" />
            <h2>{t.drop}</h2>
            <p>{t.drop_lead}</p>
            <div class="button-row">
                <label class="btn file-btn">
                    {t.choose}
                    <input
                        type="file"
                        name="file"
                        multiple
                        node_ref=input
                        accept=".csv,.tsv,.txt,.json,.gz"
                        on:change:target=move |event| send(event.target().files())
                    />
                </label>
                <noscript><button class="btn primary">{t.send}</button></noscript>
            </div>
            {move || sending.get().then(|| view! { <progress class="progress" aria-label=t.send></progress> })}
            <p class="caption">{t.accepted} " " {(text.states.join)(&accepted)}</p>
        </form>
        {move || failed.get().then(|| view! { <Notice kind=NoticeKind::Bad>{t.failed_upload}</Notice> })}
    }
    .into_any()
}

/// Sends the files; the ids of their imports, or nothing when the server did not take them.
#[cfg(target_arch = "wasm32")]
async fn post(address: &str, files: &web_sys::FileList) -> Option<Vec<ImportId>> {
    let form = web_sys::FormData::new().ok()?;
    for at in 0..files.length() {
        let file = files.get(at)?;
        form.append_with_blob_and_filename("file", &file, &file.name()).ok()?;
    }
    let request = gloo_net::http::Request::post(address).header("accept", "application/json").body(form).ok()?;
    let answer = request.send().await.ok()?;
    if answer.ok() { answer.json().await.ok() } else { None }
}

/// The server renders the form and never sends it.
#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::unused_async, reason = "stands for the browser's, which waits for the server")]
async fn post(_address: &str, _files: &web_sys::FileList) -> Option<Vec<ImportId>> {
    None
}
