//! The figures at the top of the licence and customer pages.
#![expect(clippy::needless_pass_by_value, reason = "props are owned by their component")]

use crate::{
    text::format::{self, change, change_points},
    ui::{KpiCard, use_text},
};
use leptos::prelude::*;
use model::{LicenseReport, Percent, Seats};

/// Sold, assigned, deployment %, active, usage %: the last month, its change, and the course of the months.
#[component]
pub fn Figures(
    /// What they show.
    report: LicenseReport,
    /// Where each card leads, by the column of the table.
    #[prop(into)]
    href: Callback<model::CustomerSort, Option<String>>,
) -> impl IntoView {
    use model::CustomerSort::{Assigned, Deployment, Sold, Usage};
    let text = use_text();
    let (t, locale) = (text.licenses(), text.locale);
    let (now, before) = (report.now(), report.before());
    let versus = report.months.map(|months| format::month_name(locale, months.to.plus(-1))).unwrap_or_default();
    let count = |seats: fn(Seats) -> Option<i64>| course(&report, |s| seats(s).map(as_f64));
    let share = |percent: fn(Seats) -> Option<Percent>| course(&report, |s| percent(s).map(Percent::as_f64));
    let over = |percent: Option<Percent>| percent.filter(|p| p.hundredths() > 10_000).map(|_| t.over_100.to_owned());
    let cards = [
        view! {
            <KpiCard id="kpi-sold" kpi=&t.sold figure=format::int_or_none(now.sold) change=change(locale, before.sold, now.sold)
                versus=versus.clone() course=count(|s| s.sold) class="sold" href=href.run(Sold) />
        }
        .into_any(),
        view! {
            <KpiCard id="kpi-assigned" kpi=&t.assigned figure=format::int_or_none(now.assigned)
                change=change(locale, before.assigned, now.assigned) versus=versus.clone() course=count(|s| s.assigned)
                class="assigned" href=href.run(Assigned) />
        }
        .into_any(),
        view! {
            <KpiCard id="kpi-deployment" kpi=&t.deployment figure=format::percent(locale, now.deployment())
                change=change_points(locale, before.deployment(), now.deployment()) versus=versus.clone()
                course=share(Seats::deployment) class="assigned" href=href.run(Deployment) more=over(now.deployment()) />
        }
        .into_any(),
        view! {
            <KpiCard id="kpi-active" kpi=&t.active figure=format::int_or_none(now.active)
                change=change(locale, before.active, now.active) versus=versus.clone() course=count(|s| s.active)
                class="active" href=href.run(Usage) />
        }
        .into_any(),
        view! {
            <KpiCard id="kpi-usage" kpi=&t.usage figure=format::percent(locale, now.usage())
                change=change_points(locale, before.usage(), now.usage()) versus=versus course=share(Seats::usage)
                class="active" href=href.run(Usage) more=over(now.usage()) />
        }
        .into_any(),
    ];
    view! { <div class="kpis">{cards.into_iter().collect_view()}</div> }.into_any()
}

fn course(report: &LicenseReport, value: impl Fn(Seats) -> Option<f64>) -> Vec<Option<f64>> {
    report.trend.iter().map(|point| value(point.seats)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "only for the course of a line")]
const fn as_f64(n: i64) -> f64 {
    n as f64
}
