//! A chart as a file: the menu in its frame. What makes the file is loaded when it is first asked for.

mod file;
mod sheet;

use crate::{
    chart::lines,
    text::{Kpi, Text, format},
    ui::{Drop, Icon, Stated, use_text},
};
use leptos::{ev::MouseEvent, prelude::*, task::spawn_local, wasm_bindgen::JsCast, web_sys::Element};
use model::{Dataset, MonthRange};
use sheet::Sheet;

/// The kinds of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Svg,
    Png,
}

impl Kind {
    const fn end(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// The menu that saves the chart around it. Without JavaScript there is nothing to save with, and no menu.
#[component]
pub(super) fn SaveMenu(
    /// The chart's heading.
    title: String,
    /// The months that are drawn.
    months: MonthRange,
    /// The definitions of what is drawn.
    kpis: Vec<&'static Kpi>,
    /// Where its figures come from.
    sources: Vec<Dataset>,
) -> impl IntoView {
    let text = use_text();
    let t = text.paper();
    let stated = use_context::<Stated>().unwrap_or_default();
    let name = (t.save_of)(&title);
    let item = |kind: Kind, words: &'static str| {
        let (title, stated, kpis, sources) = (title.clone(), stated.clone(), kpis.clone(), sources.clone());
        let save = move |event: MouseEvent| {
            let at = event.target().and_then(|at| at.dyn_into::<Element>().ok());
            let Some(figure) = at.and_then(|at| at.closest("figure").ok().flatten()) else { return };
            let sheet = Sheet {
                title: title.clone(),
                period: format::months(text.locale, months),
                notes: notes(text, &stated, &kpis, &sources),
                name: lines::file_name(&title, months, kind.end()),
            };
            spawn_local(save(figure, sheet, kind));
        };
        view! { <button type="button" on:click=save>{words}</button> }
    };
    let (svg, png) = (item(Kind::Svg, t.svg), item(Kind::Png, t.png));
    let label = ViewFnOnce::from(|| view! { <Icon name="download" /> });
    view! {
        <div class="save">
            <Drop label panel="menu" button="why-btn" end=true name>{svg} {png}</Drop>
        </div>
    }
    .into_any()
}

/// What stands below the drawing: what it is narrowed to, how fresh it is, where it comes from, what it means.
fn notes(text: &'static Text, stated: &Stated, kpis: &[&'static Kpi], sources: &[Dataset]) -> Vec<String> {
    let colon = text.states.colon;
    let names: Vec<String> = sources.iter().map(|it| (text.imports().dataset)(*it).to_owned()).collect();
    let mut notes = stated.lines(text);
    notes.push(colon(text.paper().source, &(text.states.join)(&names)));
    notes.extend(kpis.iter().map(|kpi| colon(kpi.label, kpi.why)));
    notes
}

#[lazy]
fn save(figure: Element, sheet: Sheet, kind: Kind) {
    let Some(drawn) = sheet.draw(&figure) else { return };
    match kind {
        Kind::Svg => file::offer(&file::address(&drawn.svg), &sheet.name),
        Kind::Png => file::picture(&drawn, sheet.name),
    }
}
