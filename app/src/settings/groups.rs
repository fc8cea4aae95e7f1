//! Which roles the groups of the identity provider give.

use crate::{
    routes::to,
    ui::{Card, use_text},
    visit::here,
};
use leptos::prelude::*;
use model::{GroupMapping, Role};

/// How many empty rows stand below the rules: without JavaScript there is no other way to add one.
const EMPTY: usize = 3;

/// The form, with a row for each rule.
pub(super) fn groups(provider: &str, mapping: GroupMapping) -> AnyView {
    let t = use_text().settings();
    let lead = (t.groups_lead)(provider);
    let rules = mapping.rules.into_iter().map(|(group, role)| (group, Some(role)));
    let empty = std::iter::repeat_n((String::new(), None), EMPTY);
    let rows = rules.chain(empty).map(|(group, role)| row(group, role)).collect_view();
    view! {
        <form method="post" action=here(to::GROUPS)>
            <Card title=t.groups>
                <p class="caption">{lead}</p>
                <label class="check">
                    <input type="checkbox" name="on" value="true" checked=mapping.on />
                    <span>{t.groups_on}<br /><span class="caption">{t.groups_on_help}</span></span>
                </label>
                {rows}
                <p class="caption">{t.groups_rows}</p>
                <div class="button-row"><button class="btn primary">{t.save}</button></div>
            </Card>
        </form>
    }
    .into_any()
}

fn row(group: String, gives: Option<Role>) -> AnyView {
    let text = use_text();
    let t = text.settings();
    let roles = Role::ALL.iter().map(|role| {
        view! { <option value=role.key() selected=Some(*role) == gives>{(text.roles.name)(*role)}</option> }
    });
    view! {
        <div class="form-grid">
            <input class="input" name="group" maxlength="256" value=group placeholder=t.group aria-label=t.group autocomplete="off" spellcheck="false" />
            <div class="field"><select name="role" aria-label=t.group_role><option value="">{t.group_role}</option> {roles.collect_view()}</select></div>
        </div>
    }
    .into_any()
}
