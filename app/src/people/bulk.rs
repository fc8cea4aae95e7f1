//! A role for several people at once: what would happen to each, then the button that does it. Without a script it is two
//! plain forms.

use super::api;
use crate::{
    loaded::loaded,
    routes::to,
    ui::{Card, Crumbs, PageHead, SkeletonTable, TableWrap, mark_ready, use_text},
    visit::here,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use model::{BulkOutcome, BulkRow, BulkUpdate, Permission, Role, pairs};

/// The page.
pub(crate) fn page() -> AnyView {
    let search = use_location().search;
    let sent = Memo::new(move |_| pairs(&search.read()));
    let data = Resource::new(
        move || BulkUpdate::from_pairs(&sent.read()),
        // Asked even when the address names nobody: the answer says whether the visitor may be here at all.
        async |update| api::preview(update.unwrap_or_else(nobody)).await,
    );
    mark_ready("bulk");
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    view! {
        <Title text=(text.nav.title)(a.bulk_title) />
        <div class="page">
            <Crumbs above=vec![(t.title.to_owned(), to::USERS.to_owned())] here=a.bulk_title />
            <PageHead title=a.bulk_title />
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), move |rows| content(&sent.get_untracked(), rows))}
        </div>
    }
    .into_any()
}

/// What an address asks that names nobody.
fn nobody() -> BulkUpdate {
    BulkUpdate { people: Vec::new(), role: Role::PartnerAdmin, give: true, until: None, reason: String::new() }
}

fn content(sent: &[(String, String)], rows: Vec<BulkRow>) -> AnyView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let Some(update) = BulkUpdate::from_pairs(sent).filter(|update| !update.people.is_empty()) else {
        return view! { <p class="caption">{a.bulk_none}</p> }.into_any();
    };
    let has =
        |name: &str, value: Option<&str>| sent.iter().any(|(n, v)| n == name && value.is_none_or(|value| v == value));
    let done = has("done", None);
    let opens = Permission::ViewLicenses.role() == Some(update.role);
    let verb = if update.give { a.give } else { a.take };
    let rows = rows.into_iter().map(|row| {
        let changed = row.outcome == BulkOutcome::Changed || done && has("changed", Some(&row.id.to_string()));
        let words = match row.outcome {
            _ if changed && opens && update.give => a.gains,
            _ if changed && opens => a.loses,
            _ if changed => a.changed,
            BulkOutcome::Guest => a.guest_refused,
            BulkOutcome::Own => a.own_refused,
            _ => a.unchanged,
        };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader"><a href=to::person(row.id)>{row.name}</a></th>
                <td role="cell" data-label=a.outcome>{words}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let hidden = sent
        .iter()
        .map(|(name, value)| view! { <input type="hidden" name=name.clone() value=value.clone() /> })
        .collect_view();
    let form = (!done).then(|| {
        view! {
            <form method="post" action=here("/users/bulk")>
                {hidden}
                <div class="button-row">
                    <button class="btn primary">{a.execute}</button>
                    <a class="btn" href=to::USERS>{t.cancel}</a>
                </div>
            </form>
        }
    });
    view! {
        <Card title=format!("{verb}: {}", (text.roles.name)(update.role))>
            <p class="caption">{if done { a.bulk_done } else { a.bulk_lead }}</p>
            <TableWrap label=a.bulk_title>
                <table class="table" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t.col_name}</th>
                            <th scope="col" role="columnheader">{a.outcome}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </TableWrap>
            <div>{form}</div>
        </Card>
    }
    .into_any()
}
