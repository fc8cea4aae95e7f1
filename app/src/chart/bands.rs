//! Customers by band of deployment % and of usage %: two bars a band, each a link to those customers.

use super::{
    save::SaveMenu,
    scale::{Linear, number, pct, ticks},
};
use crate::{
    text::{Text, format},
    ui::use_text,
};
use leptos::prelude::*;
use model::{Band, Bands, Dataset, Month, MonthRange};

/// Which percentage a bar counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandMeasure {
    /// Deployment %.
    Deployment,
    /// Usage %.
    Usage,
}

impl BandMeasure {
    fn name(self, text: &'static Text) -> &'static str {
        match self {
            Self::Deployment => text.licenses().deployment.label,
            Self::Usage => text.licenses().usage.label,
        }
    }

    /// Where the bar begins in its half, so that the two of a band stand close.
    const fn start(self) -> &'static str {
        match self {
            Self::Deployment => "16%",
            Self::Usage => "4%",
        }
    }

    /// Where its number stands.
    const fn middle(self) -> &'static str {
        match self {
            Self::Deployment => "56%",
            Self::Usage => "44%",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Deployment => "mark assigned",
            Self::Usage => "mark active",
        }
    }
}

/// A band as it is written: `0–20`, `>100`.
#[must_use]
pub fn band_label(band: Band) -> String {
    band.key().replace('-', "–")
}

/// Customers by band, with heading, legend and twin table: a whole card.
#[component]
pub fn BandChart(
    /// Customers by deployment %.
    deployment: Bands,
    /// Customers by usage %.
    usage: Bands,
    /// How many customers there are in all.
    customers: u32,
    /// The month.
    month: Month,
    /// Where a bar leads: the list of its customers, or back when it is chosen already.
    #[prop(into)]
    href: Callback<(BandMeasure, Band), String>,
    /// The bars that the page is narrowed to.
    #[prop(optional)]
    chosen: Vec<(BandMeasure, Band)>,
) -> impl IntoView {
    let text = use_text();
    let most = deployment.counts.iter().chain(&usage.counts).max().copied().unwrap_or(0);
    let scale = Linear::over(&ticks(i64::from(most), 1));
    let groups = Band::ALL.map(|band| {
        let bar = |measure, bands: Bands| {
            let current = chosen.contains(&(measure, band)).then_some("true");
            bar(text, measure, band, bands.of(band), scale, href.run((measure, band)), current)
        };
        view! {
            <li>
                <div class="band-bars">
                    {bar(BandMeasure::Deployment, deployment)} {bar(BandMeasure::Usage, usage)}
                </div>
                <div class="band-label" aria-hidden="true">{band_label(band)}</div>
            </li>
        }
    });
    let foot = (text.licenses().bands_foot)(u64::from(customers), &format::month(text.locale, month));
    let (title, months) = (text.licenses().bands.to_owned(), MonthRange { from: month, to: month });
    let kpis = vec![&text.licenses().deployment, &text.licenses().usage];
    let sources = vec![Dataset::LicenseDeployment, Dataset::LicenseUsage];
    view! {
        <figure class="card chart with-table">
            <figcaption class="card-head">
                <h2>{text.licenses().bands}</h2>
                <ul class="legend">
                    <li><span class="key assigned"></span>{text.licenses().deployment.label}</li>
                    <li><span class="key active"></span>{text.licenses().usage.label}</li>
                </ul>
            </figcaption>
            <ul class="bands">{groups.into_iter().collect_view()}</ul>
            <p class="caption">{foot}</p>
            <SaveMenu title months kpis sources />
            {table(text, deployment, usage)}
        </figure>
    }
    .into_any()
}

fn bar(
    text: &'static Text,
    measure: BandMeasure,
    band: Band,
    n: u32,
    scale: Linear,
    href: String,
    current: Option<&'static str>,
) -> AnyView {
    let share = scale.share(number(i64::from(n)));
    let name = (text.licenses().band_customers)(&band_label(band), measure.name(text), u64::from(n));
    view! {
        <a href=href aria-label=name aria-current=current>
            <svg aria-hidden="true">
                <rect class=measure.class() x=measure.start() width="80%" y=pct(100.0 - share) height=pct(share) rx="2" />
                <text x=measure.middle() y=pct(100.0 - share) dy="-5" text-anchor="middle">{format::count(u64::from(n))}</text>
            </svg>
        </a>
    }
    .into_any()
}

fn table(text: &'static Text, deployment: Bands, usage: Bands) -> AnyView {
    let row = |name: String, a: u32, b: u32| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="num">{format::count(a.into())}</td>
                <td class="num">{format::count(b.into())}</td>
            </tr>
        }
    };
    let rows = Band::ALL.map(|band| row(format!("{} %", band_label(band)), deployment.of(band), usage.of(band)));
    view! {
        <details class="chart-table">
            <summary>{text.licenses().table}</summary>
            <div class="table-wrap">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{text.licenses().band}</th>
                            <th scope="col" class="num">{text.licenses().deployment.label}</th>
                            <th scope="col" class="num">{text.licenses().usage.label}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {rows.into_iter().collect_view()}
                        {row(text.licenses().without_value.to_owned(), deployment.without_value, usage.without_value)}
                    </tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
