//! What the partner says of a customer in place of what the vendor's files say.

use crate::{
    routes::to,
    ui::{Card, Field, use_text},
    visit::here,
};
use leptos::prelude::*;
use model::{CustomerOverride, CustomerOverrides, MergedTenant};

/// The form, and the tenants that count as part of this customer.
pub(super) fn overrides(tenant: &str, said: CustomerOverrides) -> AnyView {
    let t = use_text().customer();
    let CustomerOverrides { vendor_name, name, market, merged, markets } = said;
    let choices: Vec<_> = markets
        .into_iter()
        .map(|label| {
            let (key, selected) = (label.clone(), label == market);
            view! { <option value=key selected=selected>{label}</option> }
        })
        .collect();
    let action = here(&to::overrides(tenant));
    view! {
        <Card title=t.overrides>
            <p class="caption">{t.overrides_lead}</p>
            <form method="post" action=action>
                <div class="form-grid">
                    <Field id="own-name" label=t.own_name help=(t.own_name_help)(&vendor_name)>
                        <input id="own-name" name="name" maxlength=CustomerOverride::LONGEST_NAME.to_string() value=name autocomplete="off" aria-describedby="own-name-help" />
                    </Field>
                    <Field id="own-market" label=t.own_market>
                        <select id="own-market" name="market">
                            <option value="">{t.vendor_market}</option>
                            {choices}
                        </select>
                    </Field>
                    <Field id="part-of" label=t.part_of help=t.part_of_help>
                        <input id="part-of" name="part_of" autocomplete="off" spellcheck="false" aria-describedby="part-of-help" />
                    </Field>
                </div>
                <div class="button-row"><button class="btn primary">{t.save}</button></div>
            </form>
            {parts(merged)}
        </Card>
    }
    .into_any()
}

/// Tenants that were merged into this one. To split one off is to say of it what was said before, but not that it is part of another.
fn parts(merged: Vec<MergedTenant>) -> AnyView {
    let t = use_text().customer();
    if merged.is_empty() {
        return ().into_any();
    }
    let rows = merged.into_iter().map(|MergedTenant { tenant, vendor_name, name, market }| {
        let action = here(&to::overrides(&tenant));
        let shown = if name.is_empty() { vendor_name } else { name.clone() };
        view! {
            <li>
                <form method="post" action=action class="button-row">
                    <input type="hidden" name="name" value=name />
                    <input type="hidden" name="market" value=market />
                    <span>{shown} <span class="caption">{tenant}</span></span>
                    <button class="btn small">{t.split}</button>
                </form>
            </li>
        }
    });
    view! {
        <h3>{t.merged}</h3>
        <ul class="plain">{rows.collect_view()}</ul>
    }
    .into_any()
}
