//! Who can see this account's analytics, and how each came by it; for auditors also as a file.

use super::{api, effective::path};
use crate::{
    loaded::loaded,
    routes::to,
    text::format,
    ui::{Avatar, Card, Crumbs, PageHead, SkeletonTable, TableWrap, mark_ready, use_text},
    visit::use_visit,
};
use leptos::prelude::*;
use leptos_meta::Title;
use model::{Role, Viewer};

/// The page.
pub(crate) fn page() -> AnyView {
    let data = Resource::new(|| (), async |()| api::who().await);
    mark_ready("who");
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    view! {
        <Title text=(text.nav.title)(a.who) />
        <div class="page">
            <Crumbs above=vec![(t.title.to_owned(), to::USERS.to_owned())] here=a.who />
            <PageHead title=a.who lead=a.who_lead>
                <a class="btn" href="/export/access.csv" download rel="external">"CSV"</a>
            </PageHead>
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), content)}
        </div>
    }
    .into_any()
}

fn content(viewers: Vec<Viewer>) -> AnyView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let columns = [t.col_name, a.effective, a.second_factor, t.col_last_sign_in];
    view! {
        <Card title=(t.count)(viewers.len() as u64)>
            <TableWrap label=a.who>
                <table class="table list" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            {columns.map(|name| view! { <th scope="col" role="columnheader">{name}</th> }).into_iter().collect_view()}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{viewers.into_iter().map(row).collect_view()}</tbody>
                </table>
            </TableWrap>
        </Card>
    }
    .into_any()
}

fn row(viewer: Viewer) -> AnyView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let now = use_visit().now;
    let seen = viewer.person.last_sign_in.map_or_else(|| t.never.to_owned(), |at| format::ago(text.locale, at, now));
    let path = Role::from_key(&viewer.grant.role).map(|role| path(role, &viewer.grant));
    let factor = if viewer.second_factor { text.states.yes } else { text.states.no };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="name">
                <div class="person">
                    <Avatar name=viewer.person.name.clone() />
                    <div><a href=to::person(viewer.person.id)>{viewer.person.name}</a><small>{viewer.person.email}</small></div>
                </div>
            </th>
            <td role="cell" class="wide" data-label=a.effective><div>{path}</div></td>
            <td role="cell" data-label=a.second_factor>{factor}</td>
            <td role="cell" class="nowrap" data-label=t.col_last_sign_in>{seen}</td>
        </tr>
    }
    .into_any()
}
