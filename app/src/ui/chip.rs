//! Filter chips and tags.

use super::Icon;
use crate::ui::use_text;
use leptos::prelude::*;

/// A filter in force: what it is about and its value; following the link takes it away.
#[component]
pub fn Chip(
    /// What is filtered, as `Market`.
    #[prop(into)]
    what: String,
    /// The value or values.
    #[prop(into)]
    value: String,
    /// The address without this filter.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    let text = use_text();
    let name = (text.licenses().remove_filter)(&what, &value);
    let label = (text.licenses().chip)(&what, &value);
    view! {
        <a class="chip" href=href aria-label=name title=label.clone()>
            <span>{label.clone()}</span>
            <Icon name="close" />
        </a>
    }
    .into_any()
}

/// What a tag's colour stands for; the words say it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagKind {
    /// Neither good nor bad.
    #[default]
    Plain,
    /// Belongs to the choice being made.
    Accent,
    /// Good.
    Good,
    /// To look at.
    Warning,
    /// Bad.
    Bad,
}

impl TagKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "tag",
            Self::Accent => "tag accent",
            Self::Good => "tag good",
            Self::Warning => "tag warn",
            Self::Bad => "tag bad",
        }
    }
}

/// A remark of a word or two.
#[component]
pub fn Tag(
    /// Its colour.
    #[prop(optional)]
    kind: TagKind,
    /// Its words.
    #[prop(into)]
    label: String,
    /// The full explanation.
    #[prop(optional, into)]
    title: Option<String>,
) -> impl IntoView {
    view! { <span class=kind.class() title=title>{label}</span> }
}
