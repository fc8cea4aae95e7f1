//! The views that a person keeps: renaming them, taking them away, and which of them a page opens with.

use super::{PlainPage, trouble};
use crate::{
    find::page_name,
    routes::to,
    text::Text,
    ui::{Card, Crumbs, Notice, NoticeKind, PageHead, Tag, TagKind},
    visit::here,
};
use leptos::prelude::*;
use model::SavedView;

/// One's own views.
#[derive(Clone, Debug, Default)]
pub struct Views {
    /// All of them, page by page.
    pub views: Vec<SavedView>,
    /// Whether a change has just been made.
    pub done: bool,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

impl PlainPage for Views {
    const MARK: &'static str = "views";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        text.views().title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.views();
        let above = vec![(text.me().title.to_owned(), to::ME.to_owned())];
        let none = self.views.is_empty().then(|| view! { <p>{t.none}</p> });
        let cards = self.views.chunk_by(|a, b| a.page == b.page).map(|views| {
            let title = page_name(text, &views[0].page);
            let rows = views.iter().map(|view| row(text, view)).collect_view();
            view! { <Card title><ul class="rows">{rows}</ul></Card> }.into_any()
        });
        let cards: Vec<AnyView> = cards.collect();
        view! {
            <div class="page narrow">
                <Crumbs above here=t.title />
                <PageHead title=t.title lead=t.lead />
                {trouble(self.trouble)}
                {self.done.then(|| view! { <Notice kind=NoticeKind::Good>{t.done}</Notice> })}
                {none}
                {cards}
            </div>
        }
        .into_any()
    }
}

fn row(text: &'static Text, view: &SavedView) -> AnyView {
    let t = text.views();
    let action = here(&format!("/me/views/{}", view.id));
    let (act, words, label) = if view.standard {
        ("not-standard", t.not_standard, (t.not_standard_of)(&view.name))
    } else {
        ("standard", t.make_standard, (t.make_standard_of)(&view.name))
    };
    let mark = view.standard.then(|| view! { <Tag kind=TagKind::Accent label=t.standard /> });
    view! {
        <li>
            <div><a href=view.address()>{view.name.clone()}</a> " " {mark}</div>
            <form method="post" action=action class="button-row">
                <input
                    class="input"
                    name="name"
                    maxlength="80"
                    autocomplete="off"
                    aria-label=(t.name_of)(&view.name)
                    value=view.name.clone()
                />
                <button class="btn small" name="act" value="rename" aria-label=(t.rename_of)(&view.name)>{t.rename}</button>
                <button class="btn small" name="act" value=act aria-label=label>{words}</button>
                <button class="btn small danger" name="act" value="delete" aria-label=(t.delete_of)(&view.name)>{t.delete}</button>
            </form>
        </li>
    }
    .into_any()
}
