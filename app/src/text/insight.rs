//! The pages of figures.

use super::{Kpi, S};
use model::{Facet, InsightPage, Metric, Title};

area! {
    /// The pages of figures: their words, and the definition of every metric.
    InsightText {
        pages: [(S, S); InsightPage::ALL.len()],
        metrics: [Kpi; Metric::ALL.len()],
        titles: [S; Title::ALL.len()],
        facets: [S; Facet::ALL.len()],
        states: [S; 5],
        columns: [S; 6],
        data: S,
        search: S,
        others: S,
        unknown_name: S,
        needs: fn(&str) -> String,
        months_known: fn(usize, usize) -> String,
        versus_span: fn(&str) -> String,
        estimated: S,
        change: S,
        show_all: fn(u64) -> String,
        show_few: S,
        download_rows: S,
        all_unknown: S,
        summary: fn(&str, &str, &str) -> String,
        apart: S,
        compare: S,
        compare_none: S,
        compare_previous: S,
        compare_year: S,
        presets: [S; 4],
        preset_all: S,
        nothing_title: S,
        nothing_lead: S,
        none_here: S,
    }
}

impl InsightText {
    /// A metric's name and definitions.
    #[must_use]
    pub fn metric(&'static self, metric: Metric) -> &'static Kpi {
        &self.metrics[metric as usize]
    }

    /// A block's heading.
    #[must_use]
    pub const fn title(&self, title: Title) -> S {
        self.titles[title as usize]
    }

    /// A facet's name.
    #[must_use]
    pub const fn facet(&self, facet: Facet) -> S {
        self.facets[facet as usize]
    }

    /// A page's name and what it is about.
    #[must_use]
    pub const fn page(&self, page: InsightPage) -> (S, S) {
        self.pages[page as usize]
    }

    /// The name of a subscription state; what is not known stays as it is.
    #[must_use]
    pub fn state(&self, key: &str) -> Option<S> {
        let keys = ["active", "in_grace", "suspended", "deprovisioned", "other"];
        keys.iter().position(|it| *it == key).map(|at| self.states[at])
    }
}
