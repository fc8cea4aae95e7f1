//! The filters: what is in force as chips, and the form that changes it.
#![expect(clippy::needless_pass_by_value, reason = "props are owned by their component")]

use super::view::{changed, toggled};
use crate::{
    chart::band_label,
    routes::to,
    text::{Text, format},
    ui::{Chip, FilterForm, FilterGroup, use_text},
};
use leptos::prelude::*;
use model::{CustomerQuery, LicenseChoices};

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
    let groups = groups(text, &query, &choices);
    let others = ["q", "deployment", "usage", "sort", "dir", "from", "to"];
    let kept = query.to_pairs().into_iter().filter(|(name, _)| others.contains(name)).collect();
    view! {
        <div class="filter-bar">
            <div class="chips">{chips}</div>
            <FilterForm action=to::LICENSES kept groups />
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

/// What the figures are narrowed to, in words.
pub(super) fn stated(query: &CustomerQuery, choices: &LicenseChoices) -> Vec<String> {
    let text = use_text();
    let say = |(list, values): (&str, &Vec<String>)| {
        let values: Vec<String> = values.iter().map(|value| shown(choices, list, value)).collect();
        (!values.is_empty()).then(|| (text.licenses().chip)(name(text, list), &(text.states.join)(&values)))
    };
    query.filter.lists().into_iter().filter_map(say).collect()
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

fn groups(text: &'static Text, query: &CustomerQuery, choices: &LicenseChoices) -> Vec<FilterGroup> {
    let pairs = |all: &[String]| all.iter().map(|value| (value.clone(), value.clone())).collect::<Vec<_>>();
    let groups = [
        ("product", choices.products.iter().map(|sku| (sku.clone(), format::product(sku))).collect()),
        ("workload", pairs(&choices.workloads)),
        ("market", pairs(&choices.markets)),
        ("segment", pairs(&choices.segments)),
        ("channel", pairs(&choices.channels)),
        ("location", choices.locations.clone()),
    ];
    let lists = query.filter.lists();
    let chosen = |list: &str, value: &String| lists.iter().any(|(name, held)| *name == list && held.contains(value));
    let group = |(list, values): (&'static str, Vec<(String, String)>)| FilterGroup {
        name: list,
        legend: name(text, list),
        values: values
            .into_iter()
            .map(|(value, label)| {
                let checked = chosen(list, &value);
                (value, label, checked)
            })
            .collect(),
    };
    groups.map(group).into()
}
