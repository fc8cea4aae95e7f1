//! The form behind "add a filter".

use super::{Drop, Icon};
use crate::ui::use_text;
use leptos::prelude::*;
use leptos_router::components::Form;

/// One filter: its name in addresses, its heading, and its values with their names and whether they are chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterGroup {
    /// Its name in addresses.
    pub name: &'static str,
    /// Its heading.
    pub legend: &'static str,
    /// Value, name, chosen.
    pub values: Vec<(String, String, bool)>,
}

/// A button, and behind it all filters in one form. A GET form: the address it leads to is the view state, with and without
/// JavaScript.
#[component]
pub fn FilterForm(
    /// The page's path.
    action: &'static str,
    /// The rest of the page's view state.
    kept: Vec<(&'static str, String)>,
    /// The filters; those without values are left out.
    groups: Vec<FilterGroup>,
) -> impl IntoView {
    let t = use_text().licenses();
    let groups =
        groups.into_iter().filter(|group| !group.values.is_empty()).map(|FilterGroup { name, legend, values }| {
            let boxes = values.into_iter().map(|(value, label, checked)| {
                view! {
                    <label class="check">
                        <input type="checkbox" name=name value=value checked=checked />
                        <span>{label}</span>
                    </label>
                }
            });
            view! {
                <fieldset>
                    <legend class="label">{legend}</legend>
                    <div class="check-list">{boxes.collect_view()}</div>
                </fieldset>
            }
        });
    let groups = groups.collect_view();
    let kept = kept.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let kept = kept.collect_view();
    let label = ViewFnOnce::from(move || view! { <Icon name="add" /> {t.add_filter} });
    view! {
        <Drop label button="chip add" panel="filters">
            <Form method="GET" action>
                <div class="filter-form">
                    <div class="filter-groups">{groups}</div>
                    {kept}
                    <div class="button-row sheet-foot"><button class="btn primary">{t.apply}</button></div>
                </div>
            </Form>
        </Drop>
    }
    .into_any()
}
