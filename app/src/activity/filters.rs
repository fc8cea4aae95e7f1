//! What the log is narrowed by: a form that works without a script.

use crate::{
    routes::to,
    text::format,
    ui::{Field, SearchField, Stated, use_text},
};
use leptos::prelude::*;
use leptos_router::components::Form;
use model::{ActivityFilter, OPERATION_GROUPS, OPERATION_STATUSES};

/// The form, filled with what is shown.
pub(super) fn filters(filter: &ActivityFilter, operations: Vec<String>, actors: Vec<String>) -> AnyView {
    let t = use_text().activity();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let (from, to_day) = (day(filter.from), day(filter.to));
    let groups = OPERATION_GROUPS.map(|key| (key.to_owned(), t.group_name(key).to_owned())).to_vec();
    let statuses = OPERATION_STATUSES.map(|key| (key.to_owned(), t.status_name(key).to_owned())).to_vec();
    let mut operations: Vec<_> =
        operations.into_iter().map(|key| (key.clone(), t.operation_name(&key).to_owned())).collect();
    operations.sort_by(|a, b| a.1.cmp(&b.1));
    let actors = actors.into_iter().map(|actor| (actor.clone(), actor)).collect();
    let (search, customer) = (filter.search.clone(), filter.customer.clone());
    let choices = [
        choice("group", t.group, t.all_groups, groups, &filter.group),
        choice("operation", t.operation, t.all_operations, operations, &filter.operation),
        choice("user", t.actor, t.everybody, actors, &filter.actor),
        choice("status", t.status, t.all_statuses, statuses, &filter.status),
    ];
    view! {
        <Form method="GET" action=to::ACTIVITY>
            <div class="list-tools">
                <SearchField name="q" label=t.search value=search />
                <Field id="customer" label=t.customer><input type="search" id="customer" name="customer" value=customer /></Field>
                <Field id="from" label=t.from><input type="date" id="from" name="from" value=from /></Field>
                <Field id="to" label=t.to><input type="date" id="to" name="to" value=to_day /></Field>
                {choices.into_iter().collect_view()}
                <button class="btn">{t.apply}</button>
                <a class="btn quiet" href=to::ACTIVITY>{t.clear}</a>
            </div>
        </Form>
    }
    .into_any()
}

/// What the log is narrowed to, in words.
pub(super) fn stated(filter: &ActivityFilter) -> Stated {
    let text = use_text();
    let t = text.activity();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| format::date(text.locale, day)).unwrap_or_default();
    let all = [
        (t.search, filter.search.clone()),
        (t.customer, filter.customer.clone()),
        (t.group, t.group_name(&filter.group).to_owned()),
        (t.operation, t.operation_name(&filter.operation).to_owned()),
        (t.actor, filter.actor.clone()),
        (t.status, t.status_name(&filter.status).to_owned()),
    ];
    let filters = all.into_iter().filter(|(_, value)| !value.is_empty());
    Stated {
        period: format!("{} – {}", day(filter.from), day(filter.to)),
        filters: filters.map(|(what, value)| (text.licenses().chip)(what, &value)).collect(),
        fresh: None,
    }
}

/// A list to choose from. What is chosen stands in it also where it is not known.
fn choice(
    name: &'static str,
    label: &'static str,
    all: &'static str,
    mut known: Vec<(String, String)>,
    chosen: &str,
) -> AnyView {
    if !chosen.is_empty() && known.iter().all(|(key, _)| key != chosen) {
        known.insert(0, (chosen.to_owned(), chosen.to_owned()));
    }
    let option = |(key, words): (String, String)| {
        let chosen = key == chosen;
        view! { <option value=key selected=chosen>{words}</option> }
    };
    let options = known.into_iter().map(option).collect_view();
    view! {
        <Field id=name label><select id=name name=name><option value="">{all}</option> {options}</select></Field>
    }
    .into_any()
}
