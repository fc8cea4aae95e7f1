//! Effective access: what a person may do, and the path by which they came by each right. The answer to "why this access?".

use crate::{text::format, ui::use_text, visit::use_visit};
use leptos::prelude::*;
use model::{Grant, Permission, Role};

/// Each role that opens something here, with who gave it, when, until when and why, and below it what it opens.
pub(crate) fn effective(grants: &[Grant]) -> AnyView {
    let text = use_text();
    let a = text.access();
    let programs = use_visit().visitor.map(|visitor| visitor.programs).unwrap_or_default();
    let opening: Vec<_> = grants
        .iter()
        .filter_map(|grant| {
            let role = Role::from_key(&grant.role)?;
            let all = Permission::ALL.into_iter().filter(|p| p.role() == Some(role) && p.allowed_in(&programs));
            let opens: Vec<Permission> = all.collect();
            (!opens.is_empty()).then(|| view! { <li>{path(role, grant)}{words(opens)}</li> })
        })
        .collect();
    if opening.is_empty() {
        return view! { <p class="caption">{a.no_access}</p> }.into_any();
    }
    view! { <ul class="timeline">{opening}</ul> }.into_any()
}

/// `MPN partner admin ← given by …, since, until`.
pub(super) fn path(role: Role, grant: &Grant) -> AnyView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let by = grant.by.as_deref().unwrap_or(t.command_line);
    let path = (a.path)((text.roles.name)(role), by, &format::date_time(text.locale, grant.at));
    let until =
        grant.until.map_or_else(|| a.no_end.to_owned(), |until| (a.ends)(&format::date_time(text.locale, until)));
    let why = if grant.reason.is_empty() { until } else { format!("{until} · {}", (t.because)(&grant.reason)) };
    view! { <p>{path}</p><p class="caption">{why}</p> }.into_any()
}

fn words(permissions: Vec<Permission>) -> AnyView {
    let text = use_text();
    let words = permissions.into_iter().map(|p| view! { <li>{(text.roles.permission)(p)}</li> });
    view! { <ul class="ticks">{words.collect_view()}</ul> }.into_any()
}
