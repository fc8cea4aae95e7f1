//! Licences by month: sold behind assigned as bars, usage as a line with its own axis.

use super::{
    layout,
    save::SaveMenu,
    tip::{Tip, Tips},
    trend_marks::Marks,
    trend_table::TrendTable,
};
use crate::{
    text::{Text, format},
    ui::use_text,
};
use leptos::prelude::*;
use model::{Dataset, Month, MonthRange, TrendPoint};

/// The chart of licences by month, with its heading, legend and twin table: a whole card.
#[component]
pub fn TrendChart(
    /// Unique on the page.
    id: &'static str,
    /// Month by month, oldest first; unknown months have unknown stocks.
    points: Vec<TrendPoint>,
    /// The heading; without one, "Licences by month".
    #[prop(optional, into)]
    title: Option<String>,
    /// From this month on the vendor has not published everything.
    #[prop(optional_no_strip)]
    incomplete: Option<Month>,
) -> impl IntoView {
    let text = use_text();
    let title = title.unwrap_or_else(|| text.licenses().trend.to_owned());
    let late = move |month: Month| incomplete.is_some_and(|from| month >= from);
    let hatched = points.iter().any(|p| late(p.month));
    let chart = layout::trend(&points);
    let summary = summary(text, &points);
    let save = points.first().zip(points.last()).map(|(first, last)| {
        let t = text.licenses();
        let months = MonthRange { from: first.month, to: last.month };
        let (kpis, sources) =
            (vec![&t.sold, &t.assigned, &t.usage], vec![Dataset::LicenseDeployment, Dataset::LicenseUsage]);
        view! { <SaveMenu title=title.clone() months kpis sources /> }
    });
    let tips = points.iter().map(|point| tip(text, *point, late(point.month))).collect();
    view! {
        <figure class="card chart with-table">
            <figcaption class="card-head">
                <h2>{title.clone()}</h2>
                <ul class="legend">
                    <li><span class="key sold"></span>{text.licenses().key_sold}</li>
                    <li><span class="key assigned"></span>{text.licenses().key_assigned}</li>
                    <li><span class="key line"></span>{text.licenses().key_usage}</li>
                    {hatched.then(|| view! { <li><span class="key hatch"></span>{text.licenses().key_incomplete}</li> })}
                </ul>
            </figcaption>
            <div class="plot">
                <Marks id chart summary incomplete />
                <Tips tips />
            </div>
            {save}
            <TrendTable title points incomplete />
        </figure>
    }
    .into_any()
}

/// What the crosshair says of a month.
fn tip(text: &'static Text, point: TrendPoint, incomplete: bool) -> Tip {
    let t = text.licenses();
    let number = |n: Option<i64>| n.map_or_else(|| t.unknown.to_owned(), format::int);
    let percent = |p| if Option::is_some(&p) { format::percent(text.locale, p) } else { t.unknown.to_owned() };
    let rows = [
        ("sold", t.key_sold, number(point.seats.sold)),
        ("assigned", t.key_assigned, number(point.seats.assigned)),
        ("", t.key_deployment, percent(point.seats.deployment())),
        ("line", t.key_usage, percent(point.seats.usage())),
    ];
    let rows = rows.map(|(key, name, value)| (key, name.to_owned(), value)).to_vec();
    Tip { month: point.month, rows, remark: incomplete.then_some(t.key_incomplete) }
}

/// The whole chart in one sentence.
pub(crate) fn summary(text: &'static Text, points: &[TrendPoint]) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return text.licenses().trend_none.to_owned();
    };
    let or_unknown = |n: Option<i64>| n.map_or_else(|| text.licenses().unknown.to_owned(), format::int);
    (text.licenses().trend_summary)(
        &format::month(text.locale, first.month),
        &format::month(text.locale, last.month),
        &or_unknown(last.seats.sold),
        &or_unknown(last.seats.assigned),
        &last
            .seats
            .usage()
            .map_or_else(|| text.licenses().unknown.to_owned(), |p| format::percent(text.locale, Some(p))),
    )
}
