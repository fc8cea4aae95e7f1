//! Finding without a script: a form, and what it found.

use super::PlainPage;
use crate::{
    find::groups,
    routes::to,
    text::Text,
    ui::{Card, PageHead, SearchField},
    visit::use_visit,
};
use leptos::prelude::*;
use model::Found;

/// What was typed, and what the account has of it.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// What was typed.
    pub typed: String,
    /// The customers and people.
    pub found: Found,
}

impl PlainPage for Find {
    const MARK: &'static str = "find";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        text.find().title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.find();
        let groups = use_visit().visitor.map(|visitor| groups(text, &visitor, &self.typed, self.found));
        let groups = groups.unwrap_or_default();
        let none = groups.is_empty().then(|| view! { <p>{(t.count)(0)}</p> });
        let cards = groups.into_iter().map(|(kind, ways)| {
            let ways = ways.into_iter().map(|way| {
                view! { <li><div><a href=way.href>{way.name}</a></div><span class="caption">{way.more}</span></li> }
            });
            view! { <Card title=kind><ul class="rows">{ways.collect_view()}</ul></Card> }
        });
        view! {
            <div class="page narrow">
                <PageHead title=t.title lead=t.lead />
                <form method="get" action=to::FIND class="list-tools">
                    <SearchField name="q" label=t.search value=self.typed />
                    <button class="btn">{t.go}</button>
                </form>
                {none}
                {cards.collect_view()}
            </div>
        }
        .into_any()
    }
}
