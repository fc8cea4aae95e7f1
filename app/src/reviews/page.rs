//! Access review: the one under way, those done, and when the next is due.

use super::{
    api::{self, Finish, Start},
    finished::Finished,
    list::ReviewList,
};
use crate::{
    error::ApiError,
    loaded::loaded,
    text::format,
    ui::{Card, EmptyState, ErrorState, Notice, NoticeKind, PageHead, SkeletonTable, mark_ready, use_text},
    visit::use_visit,
};
use jiff::tz::TimeZone;
use leptos::{form::ActionForm, prelude::*, server_fn::error::ServerFnUrlError};
use leptos_meta::Title;
use leptos_router::hooks::use_location;
use model::{AppError, Reviews, pairs};

/// The page.
pub(crate) fn page() -> AnyView {
    let (start, finish) = (ServerAction::<Start>::new(), ServerAction::<Finish>::new());
    let data = Resource::new(move || (start.version().get(), finish.version().get()), async |_| api::list().await);
    mark_ready("review");
    let text = use_text();
    let t = text.reviews();
    view! {
        <Title text=(text.nav.title)(t.title) />
        <div class="page">
            <PageHead title=t.title lead=t.lead />
            <div class="outcome">{outcome(start, finish)}</div>
            {loaded(data, || view! { <SkeletonTable /> }.into_any(), move |all| content(start, finish, all))}
        </div>
    }
    .into_any()
}

/// What came of starting or finishing: in the browser from the answer, without JavaScript from the address.
fn outcome(start: ServerAction<Start>, finish: ServerAction<Finish>) -> impl IntoView {
    let t = use_text().reviews();
    let refused = with_context::<ServerFnUrlError<ApiError>, _>(|error| Err(error.error().clone()));
    let said = pairs(&use_location().search.get_untracked());
    let from_address = refused.or_else(|| said.iter().any(|(name, _)| name == "finished").then_some(Ok(())));
    move || {
        let not_started = start.value().get().and_then(Result::err).map(Err);
        Some(match finish.value().get().or(not_started).or_else(|| from_address.clone())? {
            Ok(()) => view! { <Notice kind=NoticeKind::Good>{t.done}</Notice> }.into_any(),
            Err(ApiError(AppError::LastAdmin)) => {
                view! { <Notice kind=NoticeKind::Bad>{t.last_admin}</Notice> }.into_any()
            }
            Err(ApiError(error)) => view! { <ErrorState error /> }.into_any(),
        })
    }
}

fn content(start: ServerAction<Start>, finish: ServerAction<Finish>, all: Reviews) -> AnyView {
    let text = use_text();
    let t = text.reviews();
    let Reviews { open, finished, due } = all;
    let day = format::date(text.locale, TimeZone::UTC.to_datetime(due).date());
    let under_way = if let Some(review) = open {
        view! { <ReviewList review finish /> }.into_any()
    } else {
        let when = if due <= use_visit().now { (t.overdue)(&day) } else { (t.due)(&day) };
        view! {
            <EmptyState icon="review" title=t.none_title lead=format!("{} {when}", t.none_lead)>
                <ActionForm action=start><button class="btn primary big">{t.start}</button></ActionForm>
            </EmptyState>
        }
        .into_any()
    };
    view! {
        <div class="page">
            {under_way}
            <Card title=t.finished><Finished finished /></Card>
        </div>
    }
    .into_any()
}
