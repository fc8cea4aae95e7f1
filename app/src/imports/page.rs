//! Data: give files in, and see how fresh everything is.

use super::{api, fresh::FreshTable, history::History, result::Result as Outcome, upload::Upload};
use crate::{
    loaded::loaded,
    ui::{Card, PageHead, SkeletonTable, mark_ready, use_text},
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use model::{Freshness, ImportId, ImportRow, Permission, pairs};

/// The page.
pub(crate) fn page() -> AnyView {
    let named = pairs(&use_location().search.get_untracked());
    let named = named.iter().filter(|(name, _)| name == "import").filter_map(|(_, id)| id.parse().ok());
    let again = RwSignal::new(0);
    let data = Resource::new(
        move || again.get(),
        async |_| {
            // Freshness is asked for first: who may not import is told so by it too.
            let history = api::history().await?;
            Ok((api::how_fresh().await?, history))
        },
    );
    let shown = RwSignal::new(named.collect());
    mark_ready("data");
    let text = use_text();
    let t = text.data();
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page">
            <PageHead title=t.title lead=t.lead />
            {may_import().then(|| giving(shown, again))}
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), |(fresh, history)| content(fresh, history))}
        </div>
    }
    .into_any()
}

/// Whether the visitor's roles open imports; who may not is told so where the history would stand.
fn may_import() -> bool {
    use_visit().visitor.is_some_and(|visitor| Permission::Import.opened_by(&visitor.roles))
}

/// The drop zone and what came of it. It stands outside of what is loaded anew, so that one import's end does not take the
/// next one's progress away.
fn giving(shown: RwSignal<Vec<ImportId>>, again: RwSignal<u32>) -> AnyView {
    let t = use_text().data();
    let begun =
        move |ids: Vec<ImportId>| shown.update(|shown| *shown = ids.into_iter().chain(shown.drain(..)).collect());
    let each = move |id: ImportId| view! { <Outcome id ended=move || again.update(|n| *n += 1) /> };
    let any = Memo::new(move |_| !shown.read().is_empty());
    view! {
        <Upload begun />
        <Show when=move || any.get()>
            <Card title=t.results><For each=move || shown.get() key=|id| *id children=each /></Card>
        </Show>
    }
    .into_any()
}

fn content(fresh: Vec<Freshness>, history: Vec<ImportRow>) -> AnyView {
    let t = use_text().data();
    view! {
        <Card title=t.freshness><FreshTable fresh /></Card>
        <Card title=t.history><History history /></Card>
    }
    .into_any()
}
