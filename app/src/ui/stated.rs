//! What a page's figures are about, said where its controls cannot: on paper and below saved charts.

use super::fresh::fresh_words;
use crate::{text::Text, ui::use_text};
use jiff::Timestamp;
use leptos::prelude::*;
use model::Month;

/// What a page's figures are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The period, as a person reads it.
    pub period: String,
    /// What the page is narrowed to: each with its name.
    pub filters: Vec<String>,
    /// How far the data reaches, and when it came.
    pub fresh: Option<String>,
}

impl Stated {
    /// How fresh figures are, in words that stay true.
    #[must_use]
    pub fn fresh(
        text: &'static Text,
        month: Option<Month>,
        imported: Option<Timestamp>,
        now: Timestamp,
    ) -> Option<String> {
        month.map(|_| fresh_words(text, month, imported, now, true))
    }

    /// Filters and freshness, a line each.
    #[must_use]
    pub fn lines(&self, text: &'static Text) -> Vec<String> {
        let t = text.paper();
        let filters = if self.filters.is_empty() { t.no_filters.to_owned() } else { (text.states.join)(&self.filters) };
        std::iter::once((text.states.colon)(t.filters, &filters)).chain(self.fresh.clone()).collect()
    }
}

/// Says it on paper, and keeps it for the charts of the page.
pub(crate) fn state(stated: Stated) -> AnyView {
    let text = use_text();
    let mut lines = stated.lines(text);
    lines.insert(0, (text.states.colon)(text.paper().period, &stated.period));
    provide_context(stated);
    view! { <ul class="stated">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
        .into_any()
}
