//! A record of the log: a line that opens to all its details.

use crate::{
    routes::to,
    text::format,
    ui::{TableWrap, Tag, TagKind, use_text},
};
use leptos::prelude::*;
use model::{ActivityRow, ValueChange};

/// The record.
pub(super) fn record(row: ActivityRow) -> AnyView {
    let text = use_text();
    let t = text.activity();
    let when = format::date_time(text.locale, row.at);
    let what = t.operation_name(&row.operation).to_owned();
    let customer = if row.customer.is_empty() { t.no_customer.to_owned() } else { row.customer.clone() };
    let (actor, kind) = (row.actor.clone(), kind(&row.status));
    let status = t.status_name(&row.status).to_owned();
    view! {
        <li>
            <details class="record">
                <summary>
                    <span class="when">{when}</span>
                    <span class="what">{what}</span>
                    <span>{customer}</span>
                    <span>{actor}</span>
                    <Tag kind label=status />
                </summary>
                {details(row)}
            </details>
        </li>
    }
    .into_any()
}

fn kind(status: &str) -> TagKind {
    match status {
        "failed" | "decline" => TagKind::Warning,
        _ => TagKind::Plain,
    }
}

fn details(row: ActivityRow) -> AnyView {
    let t = use_text().activity();
    let customer = if row.customer.is_empty() { row.customer_id.clone() } else { row.customer.clone() };
    let link = match row.tenant.as_deref().map(to::customer) {
        Some(href) => view! { <a href=href>{customer.clone()}</a> }.into_any(),
        None => customer.clone().into_any(),
    };
    let facts = [
        (t.actor, row.actor),
        (t.application, row.application),
        (t.resource, t.resource_name(&row.resource).to_owned()),
        (t.vendor, row.operation),
        (t.tenant, row.customer_id),
        (t.written, row.at_text),
        (t.key, row.key.unwrap_or_default()),
        (t.information, row.information),
    ];
    let facts = facts.into_iter().map(|(name, value)| (name.to_owned(), value));
    let facts = facts.chain(row.more).filter(|(_, value)| !value.is_empty());
    let fact = |(name, value): (String, String)| view! { <dt>{name}</dt><dd>{value}</dd> };
    view! {
        <div class="record-body">
            {values(row.changes)}
            <dl class="facts">
                {(!customer.is_empty()).then(|| view! { <dt>{t.customer}</dt><dd>{link}</dd> })}
                {facts.map(fact).collect_view()}
            </dl>
        </div>
    }
    .into_any()
}

/// Old and new values side by side; what differs stands out.
fn values(fields: Vec<ValueChange>) -> AnyView {
    let t = use_text().activity();
    if fields.is_empty() {
        return view! { <p class="caption">{t.nothing}</p> }.into_any();
    }
    let row = |change: ValueChange| {
        let changed = change.old != change.new;
        let name = if change.name.is_empty() { t.value.to_owned() } else { change.name };
        let cell = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
        view! {
            <tr role="row" class:changed=changed>
                <th scope="row" role="rowheader">{name}</th>
                <td role="cell" data-label=t.old>{cell(change.old)}</td>
                <td role="cell" data-label=t.new>{cell(change.new)}</td>
            </tr>
        }
    };
    view! {
        <TableWrap label=t.changes>
            <table class="table values" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t.field}</th>
                        <th scope="col" role="columnheader">{t.old}</th>
                        <th scope="col" role="columnheader">{t.new}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{fields.into_iter().map(row).collect_view()}</tbody>
            </table>
        </TableWrap>
    }
    .into_any()
}
