//! Metrics month by month, as lines, as parts upon each other, or as gains above and losses below an axis.

use super::{
    apart::Apart,
    course_layout::layout,
    course_marks::Marks,
    course_table::CourseTable,
    save::SaveMenu,
    tip::{Tip, Tips},
};
use crate::{
    text::{Text, format},
    ui::use_text,
};
use leptos::prelude::*;
use model::{Course, CourseKind, Metric, MonthRange, Series, Unit};

/// The colours of lines and parts; the rest of the parts has the last.
const COLOURS: [&str; 6] = ["cat-1", "cat-2", "cat-3", "cat-4", "cat-5", "cat-7"];

/// A course with its heading, legend and twin table: a whole card.
#[component]
pub fn CourseChart(
    /// What is drawn.
    course: Course,
) -> impl IntoView {
    let text = use_text();
    let t = text.insight();
    let title = t.title(course.title);
    let names: Vec<String> = course.series.iter().map(|series| name(text, &course, series)).collect();
    let colours: Vec<&'static str> = match course.kind {
        CourseKind::Moves => vec!["gain", "loss"],
        _ => course.series.iter().enumerate().map(|(at, it)| colour(&course, at, it)).collect(),
    };
    let legend = names.clone().into_iter().zip(colours.clone()).map(|(name, colour)| {
        view! { <li><span class=format!("key {colour}")></span>{name}</li> }
    });
    let tips: Vec<Tip> = course
        .months
        .iter()
        .enumerate()
        .map(|(at, month)| Tip { month: *month, rows: rows(text, &course, &names, &colours, at), remark: None })
        .collect();
    let summary = summary(text, title, &course, tips.last());
    let unit = match course.series.first().map(|series| series.metric.unit()) {
        Some(Unit::UsdCents) => "US$",
        Some(Unit::Percent) => "%",
        _ => "",
    };
    let save = save(text, &course);
    let parted = course.series.iter().any(|series| series.name.is_some());
    let apart = parted.then(|| {
        let (course, names, colours, tips) = (course.clone(), names.clone(), colours.clone(), tips.clone());
        view! { <Apart course names colours unit tips /> }
    });
    let legend = view! { <ul class="legend">{legend.collect_view()}</ul> };
    view! {
        <figure class="card chart with-table">
            <figcaption class="card-head">
                <h2>{title}</h2>
                {legend}
            </figcaption>
            <div class="plot">
                <Marks layout=layout(&course) colours unit summary />
                <Tips tips />
            </div>
            {save}
            <div class="apart">{apart}</div>
            <CourseTable course names title=title.to_owned() />
        </figure>
    }
    .into_any()
}

/// The menu that saves the chart.
fn save(text: &'static Text, course: &Course) -> Option<AnyView> {
    let months = MonthRange { from: *course.months.first()?, to: *course.months.last()? };
    let mut metrics: Vec<Metric> = course.series.iter().map(|series| series.metric).collect();
    metrics.dedup();
    let mut sources: Vec<_> = metrics.iter().map(|metric| metric.dataset()).collect();
    sources.dedup();
    let kpis = metrics.into_iter().map(|metric| text.insight().metric(metric)).collect();
    let title = text.insight().title(course.title).to_owned();
    Some(view! { <SaveMenu title months kpis sources /> }.into_any())
}

/// What a series is called.
pub(crate) fn name(text: &'static Text, course: &Course, series: &Series) -> String {
    let apart = course.series.iter().any(|series| series.name.is_some());
    match &series.name {
        Some(name) if name.is_empty() => text.insight().unknown_name.to_owned(),
        Some(name) => format::product(name),
        None if apart => text.insight().others.to_owned(),
        None => text.insight().metric(series.metric).label.to_owned(),
    }
}

fn colour(course: &Course, at: usize, series: &Series) -> &'static str {
    let rest = series.name.is_none() && course.series.iter().any(|series| series.name.is_some());
    let last = COLOURS.len() - 1;
    COLOURS[if rest { last } else { at.min(last) }]
}

fn rows(
    text: &'static Text,
    course: &Course,
    names: &[String],
    colours: &[&'static str],
    at: usize,
) -> Vec<(&'static str, String, String)> {
    let row = |((series, name), colour): ((&Series, &String), &&'static str)| {
        let value = match series.values[at] {
            None => text.licenses().unknown.to_owned(),
            value => format::value(text.locale, series.metric.unit(), value),
        };
        (*colour, name.clone(), value)
    };
    course.series.iter().zip(names).zip(colours).map(row).collect()
}

/// The whole chart in one sentence.
fn summary(text: &'static Text, title: &str, course: &Course, last: Option<&Tip>) -> String {
    let (Some(from), Some(to), Some(last)) = (course.months.first(), course.months.last(), last) else {
        return text.insight().all_unknown.to_owned();
    };
    let figures: Vec<String> = last.rows.iter().map(|(_, name, value)| (text.states.colon)(name, value)).collect();
    let span = format::months(text.locale, MonthRange { from: *from, to: *to });
    (text.insight().summary)(title, &span, &(text.states.join)(&figures))
}
