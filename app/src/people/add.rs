//! Adding a person: a plain form, so that their invitation comes with a whole page, once.

use crate::{
    ui::{Card, Field, use_text},
    visit::here,
};
use leptos::prelude::*;
use model::Role;

/// The form below the list.
pub(super) fn add_form() -> AnyView {
    let text = use_text();
    let (t, a) = (text.users(), text.access());
    let roles = Role::ALL.iter().map(|role| {
        view! {
            <label class="check">
                <input type="checkbox" name="role" value=role.key() />
                <span>{(text.roles.name)(*role)}</span>
            </label>
        }
    });
    view! {
        <Card title=a.add>
            <form method="post" action=here("/users/add")>
                <div class="form-grid">
                    <Field id="add-name" label=a.name>
                        <input id="add-name" name="name" required maxlength="200" autocomplete="off" />
                    </Field>
                    <Field id="add-email" label=a.email>
                        <input id="add-email" name="email" type="email" required maxlength="254" autocomplete="off" />
                    </Field>
                    <Field id="add-until" label=a.until help=a.until_help>
                        <input id="add-until" name="until" type="date" aria-describedby="add-until-help" />
                    </Field>
                    <Field id="add-reason" label=t.reason>
                        <input id="add-reason" name="reason" maxlength="500" autocomplete="off" />
                    </Field>
                    <fieldset class="field">
                        <legend class="label">{t.roles}</legend>
                        <div class="check-list">{roles.collect_view()}</div>
                    </fieldset>
                    <label class="check">
                        <input type="checkbox" name="guest" value="1" />
                        <span>{a.guest} ". " {a.guest_help}</span>
                    </label>
                </div>
                <div class="button-row"><button class="btn primary">{a.add}</button></div>
            </form>
        </Card>
    }
    .into_any()
}
