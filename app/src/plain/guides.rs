//! The guides, and the page that lists them: text alone, so the browser loads nothing for them but the style.

use super::{PlainPage, feed::picture};
use crate::{
    routes::to,
    text::{
        Locale, Text,
        guides::{Guide, GuideText, Part, Section},
    },
    ui::{Card, Crumbs, PageHead},
};
use leptos::prelude::*;
use model::InsightPage;

/// The list of guides.
#[derive(Clone, Copy, Debug)]
pub struct Guides;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuideOn {
    /// How to get licences used.
    Adoption,
    /// How to read the activity log.
    Activity,
    /// How to read the measures of growth.
    Growth,
}

impl GuideOn {
    const ALL: [Self; 3] = [Self::Adoption, Self::Activity, Self::Growth];

    const fn address(self) -> &'static str {
        match self {
            Self::Adoption => to::HELP_ADOPTION,
            Self::Activity => to::HELP_ACTIVITY,
            Self::Growth => to::HELP_GROWTH,
        }
    }

    /// The page that it is about.
    const fn about(self) -> &'static str {
        match self {
            Self::Adoption => to::LICENSES,
            Self::Activity => to::ACTIVITY,
            Self::Growth => to::insight(InsightPage::Growth),
        }
    }

    const fn guide(self, t: &'static GuideText) -> &'static Guide {
        match self {
            Self::Adoption => &t.adoption,
            Self::Activity => &t.activity,
            Self::Growth => &t.growth,
        }
    }
}

impl PlainPage for Guides {
    const MARK: &'static str = "help";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        text.guides().title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.guides();
        let list = GuideOn::ALL.map(|on| {
            let guide = on.guide(t);
            view! { <Card title=guide.title><p>{guide.lead}</p><p><a href=on.address()>{guide.title}</a></p></Card> }
        });
        let feed = &t.feed.guide;
        view! {
            <div class="page narrow">
                <PageHead title=t.title lead=t.lead />
                {list.into_iter().collect_view()}
                <Card title=feed.title><p>{feed.lead}</p><p><a href=to::FEED>{feed.title}</a></p></Card>
            </div>
        }
        .into_any()
    }
}

impl PlainPage for GuideOn {
    const MARK: &'static str = "guide";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        self.guide(text.guides()).title.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.guides();
        let guide = self.guide(t);
        let others = Self::ALL.into_iter().filter(move |on| *on != self).map(|on| {
            view! { <li><a class="inline" href=on.address()>{on.guide(t).title}</a></li> }
        });
        view! {
            <div class="page narrow guide">
                <Crumbs above=vec![(t.title.to_owned(), to::HELP.to_owned())] here=guide.title />
                <PageHead title=guide.title lead=guide.lead>
                    <a class="btn primary" href=self.about()>{guide.open}</a>
                </PageHead>
                {guide.sections.iter().map(|part| section(text.locale, part)).collect_view()}
                <Card title=t.others><ul class="dots">{others.collect_view()}</ul></Card>
            </div>
        }
        .into_any()
    }
}

pub(super) fn section(locale: Locale, section: &'static Section) -> AnyView {
    let parts = section.parts.iter().map(|it| part(locale, it)).collect_view();
    view! { <Card title=section.title><div class="prose">{parts}</div></Card> }.into_any()
}

fn part(locale: Locale, part: &'static Part) -> AnyView {
    // Chinese sets no space between a name and what is said of it.
    let gap = (locale != Locale::ZhTw).then_some(" ");
    match part {
        Part::Text(words) => view! { <p>{*words}</p> }.into_any(),
        Part::Steps(steps) => {
            let steps = steps.iter().map(|step| view! { <li>{*step}</li> });
            view! { <ol>{steps.collect_view()}</ol> }.into_any()
        }
        Part::Shown(steps) => {
            let steps = steps.iter().map(|(step, shown)| view! { <li>{*step} {shown.as_ref().map(picture)}</li> });
            view! { <ol>{steps.collect_view()}</ol> }.into_any()
        }
        Part::Points(points) => {
            let points = points.iter().map(|(name, words)| view! { <li><strong>{*name}</strong>{gap}{*words}</li> });
            view! { <ul>{points.collect_view()}</ul> }.into_any()
        }
    }
}
