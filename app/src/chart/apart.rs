//! The parts of a course each alone and on one scale: small multiples.

use super::{
    course_layout::{Layout, layout},
    course_marks::Marks,
    layout::Label,
    tip::{Tip, Tips},
};
use crate::{text::format, ui::use_text};
use leptos::prelude::*;
use model::{Course, CourseKind, MonthRange};

/// A small chart for each part, closed until it is asked for.
#[component]
pub(super) fn Apart(
    /// What is drawn upon each other above.
    course: Course,
    /// The names of its parts.
    names: Vec<String>,
    /// The classes of their colours.
    colours: Vec<&'static str>,
    /// What the axis counts.
    unit: &'static str,
    /// What the crosshair says of each month.
    tips: Vec<Tip>,
) -> impl IntoView {
    let text = use_text();
    let course = Course { kind: CourseKind::Lines, ..course };
    let all = layout(&course);
    let span = course.months.first().zip(course.months.last());
    let span =
        span.map_or_else(String::new, |(from, to)| format::months(text.locale, MonthRange { from: *from, to: *to }));
    let multiples = names.into_iter().zip(colours).enumerate().map(|(at, (name, colour))| {
        let own = |tip: &Tip| Tip { rows: tip.rows.get(at).cloned().into_iter().collect(), ..tip.clone() };
        let tips: Vec<Tip> = tips.iter().map(own).collect();
        let last = tips.last().and_then(|tip| tip.rows.first()).map(|(_, _, value)| value.clone()).unwrap_or_default();
        let summary = (text.insight().summary)(&name, &span, &last);
        view! {
            <figure class="multiple">
                <figcaption><span class=format!("key {colour}")></span><span class="cut">{name}</span><b>{last}</b></figcaption>
                <div class="plot">
                    <Marks layout=alone(&all, at) colours=vec![colour] unit summary />
                    <Tips tips />
                </div>
            </figure>
        }
    });
    let multiples = multiples.collect_view();
    view! {
        <details class="chart-table chart-apart">
            <summary>{text.insight().apart}</summary>
            <div class="multiples">{multiples}</div>
        </details>
    }
    .into_any()
}

/// One line of a layout, with the first and the last month named.
fn alone(all: &Layout, at: usize) -> Layout {
    let last = all.columns.len().saturating_sub(1);
    let mut alone = Layout { lines: vec![all.lines.get(at).cloned().unwrap_or_default()], ..all.clone() };
    for (place, column) in alone.columns.iter_mut().enumerate() {
        let named = place == 0 || place == last;
        column.label = Label { month: named, alternate: false, year: named };
        column.unknown = column.unknown && named;
    }
    alone
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Metric, Month, Series, Title};

    #[test]
    fn parts_alone_keep_the_scale_of_all() {
        let first: Month = "2026-01".parse().unwrap();
        let part = |values: [i64; 3]| Series {
            metric: Metric::Consumption,
            name: Some("x".to_owned()),
            values: values.map(Some).to_vec(),
        };
        let all = layout(&Course {
            title: Title::ConsumptionByMonth,
            kind: CourseKind::Lines,
            months: (0..3).map(|n| first.plus(n)).collect(),
            series: vec![part([40_000, 20_000, 0]), part([10_000, 10_000, 10_000])],
        });
        let small = alone(&all, 1);
        assert_eq!(small.ticks, all.ticks);
        assert_eq!(small.lines, [all.lines[1].clone()]);
        assert!(small.lines[0][0].iter().all(|(_, y)| *y > 50.0), "{:?}", small.lines);
        let named: Vec<bool> = small.columns.iter().map(|it| it.label.month).collect();
        assert_eq!(named, [true, false, true]);
    }
}
