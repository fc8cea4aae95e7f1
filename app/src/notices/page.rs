//! What happened while one looked elsewhere.

use super::api::{self, See};
use crate::{
    frame::use_waiting,
    loaded::loaded,
    routes::to,
    text::format,
    ui::{Card, EmptyState, PageHead, SkeletonTable, Tag, TagKind, mark_ready, use_text},
    visit::use_visit,
};
use leptos::{form::ActionForm, prelude::*};
use leptos_meta::Title;
use model::{News, Notice, PersonId};

/// The page.
pub(crate) fn page() -> AnyView {
    let see = ServerAction::<See>::new();
    let data = Resource::new(move || see.version().get(), async |_| api::list().await);
    mark_ready("notices");
    let waits = use_waiting();
    Effect::new(move |_| {
        if see.version().get() > 0 {
            waits.refresh();
        }
    });
    let text = use_text();
    let t = text.notices();
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page narrow">
            <PageHead title=t.title lead=t.lead />
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), move |notices| content(see, notices))}
        </div>
    }
    .into_any()
}

fn content(see: ServerAction<See>, notices: Vec<Notice>) -> AnyView {
    let t = use_text().notices();
    let Some(newest) = notices.first().map(|notice| notice.at) else {
        return view! { <EmptyState title=t.none_title lead=t.none_lead /> }.into_any();
    };
    let unseen = notices.iter().filter(|notice| !notice.seen).count();
    let all_seen = (unseen > 0).then(|| {
        view! {
            <ActionForm action=see>
                <input type="hidden" name="upto" value=newest.to_string() />
                <button class="btn">{t.all_seen}</button>
            </ActionForm>
        }
    });
    view! {
        <Card title=t.title>
            <ol class="timeline">{notices.iter().map(line).collect_view()}</ol>
            <div class="button-row">{all_seen}</div>
        </Card>
    }
    .into_any()
}

fn line(notice: &Notice) -> AnyView {
    let text = use_text();
    let t = text.notices();
    let visit = use_visit();
    let me = visit.visitor.map(|visitor| visitor.person);
    let (href, mine) = place(&notice.news, me);
    let new = (!notice.seen).then(|| view! { " " <Tag kind=TagKind::Accent label=t.new /> });
    let at = format::date_time(text.locale, notice.at);
    view! {
        <li>
            <p><a href=href>{(t.line)(&notice.news, mine)}</a>{new}</p>
            <p class="caption" title=at>{format::ago(text.locale, notice.at, visit.now)}</p>
        </li>
    }
    .into_any()
}

/// Where a notice leads, and whether it is about the reader.
fn place(news: &News, me: Option<PersonId>) -> (String, bool) {
    match news {
        News::RoleGiven { person, .. } | News::RoleTaken { person, .. } | News::GrantEnds { person, .. } => {
            let mine = me == Some(*person);
            (if mine { to::ME.to_owned() } else { to::person(*person) }, mine)
        }
        News::RequestMade { .. } => (to::REQUESTS.to_owned(), false),
        News::ReviewDue => (to::REVIEW.to_owned(), false),
        News::RequestDecided { .. } | News::CredentialChanged { .. } => (to::ME.to_owned(), true),
    }
}
