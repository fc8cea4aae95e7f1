//! Colleagues who ask for a role, as cards to decide on with a thumb.

use super::{
    api::{self, Decide},
    card::RequestCard,
};
use crate::{
    error::ApiError,
    frame::use_waiting,
    loaded::loaded,
    text::format,
    ui::{
        Card, EmptyState, ErrorState, Notice, NoticeKind, PageHead, SkeletonCards, Tag, TagKind, mark_ready, use_text,
    },
    visit::use_visit,
};
use leptos::{prelude::*, server_fn::error::ServerFnUrlError};
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use model::{AccessRequest, AppError, RequestState, pairs};

/// The page.
pub(crate) fn page() -> AnyView {
    let decide = ServerAction::<Decide>::new();
    let data = Resource::new(move || decide.version().get(), async |_| api::list().await);
    mark_ready("requests");
    let waits = use_waiting();
    Effect::new(move |_| {
        if decide.version().get() > 0 {
            waits.refresh();
        }
    });
    let text = use_text();
    let t = text.requests();
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page narrow">
            <PageHead title=t.title lead=t.lead />
            <div class="outcome">{outcome(decide)}</div>
            {loaded(data, || view! { <SkeletonCards kpis=0 /> }.into_any(), move |all| content(decide, all))}
        </div>
    }
    .into_any()
}

/// What came of the last decision: in the browser from the answer, without JavaScript from the address.
fn outcome(decide: ServerAction<Decide>) -> impl IntoView {
    let t = use_text().requests();
    let refused = with_context::<ServerFnUrlError<ApiError>, _>(|error| Err(error.error().clone()));
    let said = pairs(&use_location().search.get_untracked());
    let said = said.iter().find(|(name, _)| name == "approved").map(|(_, value)| Ok(value == "true"));
    let from_address = refused.or(said);
    move || {
        Some(match decide.value().get().or_else(|| from_address.clone())? {
            Ok(true) => view! { <Notice kind=NoticeKind::Good>{t.approved}</Notice> }.into_any(),
            Ok(false) => view! { <Notice>{t.denied}</Notice> }.into_any(),
            Err(ApiError(AppError::Stale { by })) => {
                view! { <Notice kind=NoticeKind::Bad>{(t.stale)(by.as_deref())}</Notice> }.into_any()
            }
            Err(ApiError(error)) => view! { <ErrorState error /> }.into_any(),
        })
    }
}

fn content(decide: ServerAction<Decide>, all: Vec<AccessRequest>) -> AnyView {
    let t = use_text().requests();
    let (open, closed): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.state == RequestState::Open);
    let none = open.is_empty().then(|| view! { <EmptyState icon="inbox" title=t.none_title lead=t.none_lead /> });
    let cards = open.into_iter().map(|request| view! { <RequestCard request decide /> });
    let closed = (!closed.is_empty()).then(|| {
        view! { <Card title=t.decided><ol class="timeline">{closed.iter().map(line).collect_view()}</ol></Card> }
    });
    view! { <div class="page">{none}{cards.collect_view()}{closed}</div> }.into_any()
}

/// A request that is closed: whose, for what, how it ended, and why.
fn line(request: &AccessRequest) -> AnyView {
    let text = use_text();
    let t = text.requests();
    let kind = if request.state == RequestState::Approved { TagKind::Good } else { TagKind::Plain };
    let when = request.decided_at.map_or_else(String::new, |at| format::ago(text.locale, at, use_visit().now));
    let by = match &request.decided_by {
        Some(by) => (t.decided_by)(by, &when),
        None => when,
    };
    let why = (!request.reason.is_empty()).then(|| view! { <p>{request.reason.clone()}</p> });
    view! {
        <li>
            <p>
                <strong>{request.name.clone()}</strong> " " {(t.asks_for)((text.roles.name)(request.role))} " "
                <Tag kind label=(t.state)(request.state) />
            </p>
            {why}
            <p class="caption">{by}</p>
        </li>
    }
    .into_any()
}
