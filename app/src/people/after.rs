//! After the update: what the person gains and loses, in plain words, before anything is sent.

use crate::{
    ui::{Card, use_text},
    visit::use_visit,
};
use leptos::prelude::*;
use model::{Permission, Role};

/// Gains, losses, what stays, and how many will hold MPN partner admin.
#[component]
pub fn AfterUpdate(
    /// The person's name.
    name: String,
    /// The roles held now.
    held: Vec<Role>,
    /// What is selected.
    picks: StoredValue<Vec<(Role, RwSignal<bool>)>>,
    /// How many hold MPN partner admin now.
    holders: u32,
) -> impl IntoView {
    let text = use_text();
    let t = text.users();
    let programs = use_visit().visitor.map(|visitor| visitor.programs).unwrap_or_default();
    // What the account's programs close stays closed, whatever the role.
    let open: Vec<Permission> = Permission::ALL.into_iter().filter(|p| p.allowed_in(&programs)).collect();
    let selected =
        move || -> Vec<Role> { picks.read_value().iter().filter(|(_, on)| on.get()).map(|(role, _)| *role).collect() };
    let words = move |permissions: Vec<Permission>, class: &'static str| {
        let words = permissions.into_iter().map(|p| view! { <li>{(text.roles.permission)(p)}</li> });
        view! { <ul class=class>{words.collect_view()}</ul> }
    };
    let list = move || {
        let roles = selected();
        let with = |wanted: bool, had: bool| -> Vec<Permission> {
            let all = open.iter().copied();
            all.filter(|p| p.opened_by(&roles) == wanted && p.opened_by(&held) == had).collect()
        };
        let (gains, loses, keeps) = (with(true, false), with(false, true), with(true, true));
        let changed = roles.len() != held.len() || roles.iter().any(|role| !held.contains(role));
        let none = if changed { t.gains_nothing } else { t.after_none };
        let nothing = (gains.is_empty() && loses.is_empty()).then(|| view! { <p>{none}</p> });
        let count = |role: &[Role]| u64::from(role.contains(&Role::PartnerAdmin));
        let after = u64::from(holders) + count(&roles) - count(&held);
        let lead = |verb: &'static str| view! { <p>{name.clone()} " " <strong>{verb}</strong></p> };
        view! {
            <div class="after">
                {nothing}
                {(!gains.is_empty()).then(|| view! { {lead(t.gains)} {words(gains, "ticks")} })}
                {(!loses.is_empty()).then(|| view! { {lead(t.loses)} {words(loses, "ticks lost")} })}
                {(!keeps.is_empty()).then(|| view! { {lead(t.keeps)} {words(keeps, "dots")} })}
                <p class="caption">{if changed { (t.holders_after)(after) } else { (t.holders_now)(after) }} " " {t.told}</p>
            </div>
        }
    };
    view! { <Card title=t.after>{list}</Card> }.into_any()
}
