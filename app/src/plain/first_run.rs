//! The first steps of a new installation, on one page.

use super::{PlainPage, trouble};
use crate::{text::Text, ui::Field};
use leptos::prelude::*;
use model::Program;

/// What was filled in.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The company's name.
    pub company: String,
    /// The id of the partner's global account.
    pub mpn_id: String,
    /// The programs it takes part in.
    pub programs: Vec<Program>,
    /// The first MPN partner admin's name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Whether a password or a link alone is to be enough.
    pub one_factor: bool,
}

/// Company, first admin, protection.
#[derive(Clone, Debug, Default)]
pub struct FirstRun {
    /// The secret of the address.
    pub key: String,
    /// What was filled in before.
    pub wanted: Wanted,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

impl PlainPage for FirstRun {
    const MARK: &'static str = "first-run";

    fn title(&self, text: &'static Text) -> String {
        text.first_run().title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.first_run();
        let Wanted { company, mpn_id, programs, name, email, one_factor } = self.wanted;
        let programs = Program::ALL.map(|program| {
            let checked = programs.contains(&program);
            view! {
                <label class="check">
                    <input type="checkbox" name=program.key() value="on" checked=checked />
                    <span>{(text.roles.program)(program)}</span>
                </label>
            }
        });
        view! {
            <div class="outside-card wide">
                <h1>{t.title}</h1>
                <p>{t.lead}</p>
                {trouble(self.trouble)}
                <form method="post" action="/first-run">
                    <input type="hidden" name="key" value=self.key />
                    <h2>{t.company}</h2>
                    <Field id="company" label=t.company_name>
                        <input id="company" name="company" required maxlength="200" autocomplete="organization" value=company />
                    </Field>
                    <Field id="mpn_id" label=t.mpn_id help=t.mpn_id_help>
                        <input id="mpn_id" name="mpn_id" required maxlength="20" inputmode="numeric" autocomplete="off" aria-describedby="mpn_id-help" value=mpn_id />
                    </Field>
                    <fieldset class="field">
                        <legend>{t.programs}</legend>
                        {programs.into_iter().collect_view()}
                        <p class="help">{t.programs_help}</p>
                    </fieldset>
                    <h2>{t.admin}</h2>
                    <p class="muted">{t.admin_lead}</p>
                    <Field id="name" label=t.name>
                        <input id="name" name="name" required maxlength="200" autocomplete="name" value=name />
                    </Field>
                    <Field id="email" label=text.signin().email>
                        <input id="email" name="email" type="email" required maxlength="254" autocomplete="email" value=email />
                    </Field>
                    <h2>{t.second_factor}</h2>
                    <div class="pick-list">
                        {choice("two", !one_factor, t.second_factor_on, t.second_factor_on_why)}
                        {choice("one", one_factor, t.second_factor_off, t.second_factor_off_why)}
                    </div>
                    <button class="btn primary big">{t.begin}</button>
                    <p class="muted">{t.next}</p>
                </form>
            </div>
        }
        .into_any()
    }
}

fn choice(value: &'static str, chosen: bool, name: &'static str, why: &'static str) -> AnyView {
    view! {
        <label class="pick">
            <input type="radio" name="factors" value=value checked=chosen />
            <span class="pick-name">{name}</span>
            <span class="pick-text">{why}</span>
        </label>
    }
    .into_any()
}
