//! The months that a page shows.

use super::{Drop, Field};
use crate::{routes::to, text::format, ui::use_text};
use leptos::prelude::*;
use leptos_router::components::Form;
use model::{Month, MonthRange};

/// How many months the presets show, counted back from the newest known, each with the key that chooses it.
const PRESETS: [(i32, &str); 4] = [(3, "3"), (6, "6"), (12, "1"), (24, "2")];

/// The span on the button; behind it presets, and first and last month in a form that needs no script.
#[component]
pub fn Period(
    /// The page's path.
    action: &'static str,
    /// The rest of the page's view state.
    kept: Vec<(&'static str, String)>,
    /// The months that can be chosen, oldest first.
    known: Vec<Month>,
    /// The months shown.
    shown: Option<MonthRange>,
) -> impl IntoView {
    let text = use_text();
    let t = text.licenses();
    let words = shown.map_or_else(|| t.period.to_owned(), |range| format::months(text.locale, range));
    let select = |id: &'static str, chosen: Option<Month>| {
        let options = known.iter().rev().map(|month| {
            let selected = chosen == Some(*month);
            view! { <option value=month.to_string() selected=selected>{format::month(text.locale, *month)}</option> }
        });
        view! { <select id=format!("period-{id}") name=id>{options.collect_view()}</select> }
    };
    let from = select("from", shown.map(|range| range.from));
    let to_month = select("to", shown.map(|range| range.to));
    let presets = presets(action, &kept, &known, shown);
    let kept = kept.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let kept = kept.collect_view();
    let label = ViewFnOnce::from(move || words);
    view! {
        <Drop label end=true name=t.period>
            <div class="segmented">{presets}</div>
            <Form method="GET" action>
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

/// Links to the usual spans; those longer than what is known are left out.
fn presets(
    action: &'static str,
    kept: &[(&'static str, String)],
    known: &[Month],
    shown: Option<MonthRange>,
) -> Vec<AnyView> {
    let t = use_text().insight();
    let Some((first, last)) = known.first().copied().zip(known.last().copied()) else { return Vec::new() };
    let span = |from: Month| MonthRange { from, to: last };
    let fitting = PRESETS.into_iter().zip(t.presets).filter(|((months, _), _)| last.plus(1 - months) >= first);
    let fitting = fitting.map(|((months, key), words)| (span(last.plus(1 - months)), words, Some(key)));
    let link = |(range, words, key): (MonthRange, &'static str, Option<&'static str>)| {
        let months = [("from", range.from.to_string()), ("to", range.to.to_string())];
        let href = to::with(action, &[&months, kept].concat());
        let current = (shown == Some(range)).then_some("true");
        view! { <a href=href aria-current=current data-key=key>{words}</a> }.into_any()
    };
    fitting.chain([(span(first), t.preset_all, None)]).map(link).collect()
}
