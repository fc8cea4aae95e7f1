//! The filters: what is in force as chips, and the form that changes it.
#![expect(clippy::needless_pass_by_value, reason = "props are owned by their component")]

use super::view::{changed, toggled};
use crate::{
    chart::band_label,
    routes::to,
    text::{Text, format},
    ui::{Chip, Drop, Field, Icon, use_text},
};
use leptos::prelude::*;
use leptos_router::components::Form;
use model::{CustomerQuery, LicenseChoices, Month};

/// Chips of what is in force, the form to change it, and a way to clear it all.
#[component]
pub fn FilterBar(
    /// What the address asks for.
    query: CustomerQuery,
    /// What can be chosen.
    choices: LicenseChoices,
) -> impl IntoView {
    let text = use_text();
    let t = text.licenses();
    let chips = chips(text, &query, &choices);
    let clear = (!chips.is_empty()).then(|| {
        let keep = CustomerQuery { sort: query.sort, ascending: query.ascending, ..CustomerQuery::default() };
        let months = query.filter.months;
        view! { <a class="btn link" href=changed(&keep, |q| q.filter.months = months)>{t.clear}</a> }
    });
    let note = (!query.filter.workloads.is_empty()).then(|| view! { <p class="caption">{t.workload_note}</p> });
    let label = ViewFnOnce::from(move || view! { <Icon name="add" /> {t.add_filter} });
    view! {
        <div class="filter-bar">
            <div class="chips">{chips}</div>
            <Drop label button="chip add" panel="filters">
                <FilterForm query choices />
            </Drop>
            {clear} {note}
        </div>
    }
    .into_any()
}

fn chips(text: &'static Text, query: &CustomerQuery, choices: &LicenseChoices) -> Vec<AnyView> {
    let t = text.licenses();
    let mut chips = Vec::new();
    for (list, values) in query.filter.lists() {
        for value in values {
            let shown = shown(choices, list, value);
            let href = toggled(query, list, value.clone());
            chips.push(view! { <Chip what=name(text, list) value=shown href /> }.into_any());
        }
    }
    let band = |what: &str, band: model::Band, href: String| {
        view! { <Chip what=what.to_owned() value=format!("{} %", band_label(band)) href /> }.into_any()
    };
    chips.extend(query.deployment.map(|b| band(t.deployment.label, b, changed(query, |q| q.deployment = None))));
    chips.extend(query.usage.map(|b| band(t.usage.label, b, changed(query, |q| q.usage = None))));
    chips
}

/// A location by its name, a product as a person writes it, all else as the vendor spells it.
fn shown(choices: &LicenseChoices, list: &str, value: &str) -> String {
    if list == "product" {
        return format::product(value);
    }
    let location = choices.locations.iter().find(|(id, _)| list == "location" && id == value);
    location.map_or_else(|| value.to_owned(), |(_, name)| name.clone())
}

fn name(text: &'static Text, list: &str) -> &'static str {
    let t = text.licenses();
    match list {
        "product" => t.product,
        "workload" => t.workload,
        "market" => t.market,
        "segment" => t.segment,
        "channel" => t.channel,
        _ => t.location,
    }
}

/// All filters in one form. A GET form: the address it leads to is the view state, with and without JavaScript.
#[component]
fn FilterForm(query: CustomerQuery, choices: LicenseChoices) -> impl IntoView {
    let text = use_text();
    let t = text.licenses();
    let pairs = |all: &[String]| all.iter().map(|value| (value.clone(), value.clone())).collect::<Vec<_>>();
    let groups = [
        ("product", choices.products.iter().map(|sku| (sku.clone(), format::product(sku))).collect()),
        ("workload", pairs(&choices.workloads)),
        ("market", pairs(&choices.markets)),
        ("segment", pairs(&choices.segments)),
        ("channel", pairs(&choices.channels)),
        ("location", choices.locations.clone()),
    ];
    let chosen = query.clone();
    let groups = groups.into_iter().filter(|(_, values)| !values.is_empty()).map(move |(list, values)| {
        let held = chosen.filter.lists().into_iter().find(|(name, _)| *name == list).map(|(_, held)| held.clone());
        let held = held.unwrap_or_default();
        let boxes = values.into_iter().map(|(value, label)| {
            let checked = held.contains(&value);
            view! {
                <label class="check">
                    <input type="checkbox" name=list value=value checked=checked />
                    <span>{label}</span>
                </label>
            }
        });
        view! {
            <fieldset>
                <legend class="label">{name(text, list)}</legend>
                <div class="check-list">{boxes.collect_view()}</div>
            </fieldset>
        }
    });
    let kept = query
        .to_pairs()
        .into_iter()
        .filter(|(name, _)| ["q", "deployment", "usage", "sort", "dir", "from", "to"].contains(name));
    let kept = kept.map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    view! {
        <Form method="GET" action=to::LICENSES>
            <div class="filter-form">
                <div class="filter-groups">{groups.collect_view()}</div>
                {kept.collect_view()}
                <div class="button-row sheet-foot"><button class="btn primary">{t.apply}</button></div>
            </div>
        </Form>
    }
    .into_any()
}

/// The months shown: the span on the button, first and last month behind it.
#[component]
pub fn Period(query: CustomerQuery, choices: LicenseChoices, shown: Option<model::MonthRange>) -> impl IntoView {
    let text = use_text();
    let t = text.licenses();
    let words = shown.map_or_else(|| t.period.to_owned(), |range| format::months(text.locale, range));
    let select = |id: &'static str, chosen: Option<Month>| {
        let options = choices.months.iter().rev().map(|month| {
            let selected = chosen == Some(*month);
            view! { <option value=month.to_string() selected=selected>{format::month(text.locale, *month)}</option> }
        });
        view! { <select id=format!("period-{id}") name=id>{options.collect_view()}</select> }
    };
    let from = select("from", shown.map(|range| range.from));
    let to_month = select("to", shown.map(|range| range.to));
    let kept = query.to_pairs().into_iter().filter(|(name, _)| !["from", "to", "page"].contains(name));
    let kept = kept.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    let label = ViewFnOnce::from(move || words);
    view! {
        <Drop label end=true name=t.period>
            <Form method="GET" action=to::LICENSES>
                <div class="filter-form">
                    <Field id="period-from" label=t.from>{from}</Field>
                    <Field id="period-to" label=t.to>{to_month}</Field>
                    {kept}
                    <div class="button-row sheet-foot"><button class="btn primary">{t.apply}</button></div>
                </div>
            </Form>
        </Drop>
    }
    .into_any()
}
