//! The fields of an order.

use super::{NewFile, OrderForm};
use crate::text::Text;
use leptos::prelude::*;
use model::{Every, FileFormat, FileHow, FileOrder, FilePeriod, MonthRange};

/// Conditions that can be filled in.
const CONDITIONS: usize = 3;
/// Spans up to the newest month.
const NEWEST: [u16; 5] = [1, 3, 6, 12, 24];

fn select(name: &'static str, label: &str, options: impl IntoIterator<Item = (String, String, bool)>) -> AnyView {
    let option = |(value, words, chosen)| view! { <option value=value selected=chosen>{words}</option> };
    let options = options.into_iter().map(option).collect_view();
    view! {
        <div class="field">
            <label for=name>{label.to_owned()}</label>
            <select class="input" id=name name=name>{options}</select>
        </div>
    }
    .into_any()
}

/// Name and format.
pub(super) fn what(text: &'static Text, form: &OrderForm) -> AnyView {
    let t = text.order();
    let name = form.name.clone();
    let words =
        |format: FileFormat| t.formats.iter().find(|(key, _)| *key == format.key()).map_or("", |(_, words)| *words);
    let option = |(key, _): &(&str, &str)| {
        let format = FileFormat::from_key(key)?;
        Some((format.key().to_owned(), words(format).to_owned(), format == form.order.format))
    };
    let format = select("format", t.format, t.formats.iter().filter_map(option));
    view! {
        <div class="form-grid">
            <div class="field">
                <label for="name">{t.name}</label>
                <input class="input" id="name" name="name" maxlength="80" autocomplete="off" aria-describedby="name-help" value=name />
                <p class="help" id="name-help">{t.name_help}</p>
            </div>
            {format}
        </div>
    }
    .into_any()
}

/// Of which months.
pub(super) fn period(text: &'static Text, order: &FileOrder, known: Option<MonthRange>) -> AnyView {
    let t = text.order();
    let chosen = order.period;
    let all = ("all".to_owned(), t.all.to_owned(), chosen == FilePeriod::All);
    let newest = NEWEST.map(|count| (count.to_string(), (t.newest)(count), chosen == FilePeriod::Newest(count)));
    let between = ("between".to_owned(), t.between.to_owned(), matches!(chosen, FilePeriod::Months(_)));
    let period = select("period", t.period, [all].into_iter().chain(newest).chain([between]));
    let range = match chosen {
        FilePeriod::Months(range) => Some(range),
        _ => known,
    };
    let bounds = known.map(|known| [known.from.to_string(), known.to.to_string()]).unwrap_or_default();
    let month = |name: &'static str, label: &'static str, value: Option<model::Month>| {
        let ([min, max], value) = (bounds.clone(), value.map(|month| month.to_string()));
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <input class="input" type="month" id=name name=name min=min max=max value=value placeholder="2026-10" />
            </div>
        }
    };
    let (from, to) = (month("from", t.from, range.map(|it| it.from)), month("to", t.to, range.map(|it| it.to)));
    view! { <div class="form-grid">{period}{from}{to}</div> }.into_any()
}

/// Which columns.
pub(super) fn columns(text: &'static Text, order: &FileOrder, columns: &[&'static str]) -> AnyView {
    let t = text.order();
    let row = |name: &&'static str| {
        let (name, chosen) = (*name, order.columns.iter().any(|it| it == name));
        view! {
            <label class="check">
                <input type="checkbox" name="column" value=name checked=chosen />
                <span>{name}</span>
            </label>
        }
    };
    let rows = columns.iter().map(row).collect_view();
    view! {
        <p class="caption">{t.columns_help}</p>
        <fieldset class="check-list columns"><legend class="visually-hidden">{t.columns}</legend>{rows}</fieldset>
    }
    .into_any()
}

/// Only which rows.
pub(super) fn conditions(text: &'static Text, order: &FileOrder, columns: &[&'static str]) -> AnyView {
    let t = text.order();
    let row = |at: usize| {
        let known = order.conditions.get(at);
        let column = known.map(|it| it.column.clone()).unwrap_or_default();
        let option = |name: &&'static str| view! { <option value=*name selected=column == *name>{*name}</option> };
        let names = columns.iter().map(option).collect_view();
        let how = known.map_or(FileHow::Is, |it| it.how);
        let hows =
            FileHow::ALL.iter().map(|it| view! { <option value=it.key() selected=how == *it>{(t.hows)(*it)}</option> });
        let hows = hows.collect_view();
        let value = known.map(|it| it.value.clone()).unwrap_or_default();
        let called = |what: &str| format!("{}: {what}", (t.condition)(at + 1));
        view! {
            <div class="condition">
                <select class="input" name="where" aria-label=called(t.column)><option value="">{t.no_column}</option>{names}</select>
                <select class="input" name="how" aria-label=called(t.how)>{hows}</select>
                <input class="input" name="value" autocomplete="off" maxlength="200" aria-label=called(t.value) value=value />
            </div>
        }
    };
    let rows = (0..CONDITIONS.max(order.conditions.len())).map(row).collect_view();
    view! { <div class="grid">{rows}</div><p class="caption">{t.conditions_help}</p> }.into_any()
}

/// How often, and where to.
pub(super) fn again(text: &'static Text, page: &NewFile) -> AnyView {
    let (t, words) = (text.order(), text.downloads());
    let form = &page.form;
    let never = [(String::new(), (words.every)(None).to_owned(), form.every.is_none())];
    let each =
        Every::ALL.iter().map(|it| (it.key().to_owned(), (words.every)(Some(*it)).to_owned(), form.every == Some(*it)));
    let every = select("every", words.again, never.into_iter().chain(each));
    let option = |it: &model::Delivery| (it.key().to_owned(), (words.deliveries)(*it).to_owned(), form.delivery == *it);
    let delivery = select("delivery", words.delivery, page.deliveries.iter().map(option));
    view! { <div class="form-grid">{every}{delivery}</div><p class="caption">{t.again_help}</p> }.into_any()
}
