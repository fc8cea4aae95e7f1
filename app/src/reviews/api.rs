//! The reviews' doors to the domain. What changes something is a form, so that it works without JavaScript too.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::{
    request::{Answer, caller},
    routes::to,
};
use leptos::prelude::*;
use model::{PersonId, ReviewId, Reviews, Role, Ruling};

/// The account's reviews.
#[server(endpoint = "reviews/list", input = leptos::server_fn::codec::Json)]
pub async fn list() -> Result<Reviews, ApiError> {
    let (domain, caller) = caller()?;
    domain::reviews::list(&domain, &caller).await.answer().await
}

/// Starts a review.
#[server(endpoint = "reviews/start")]
pub async fn start() -> Result<(), ApiError> {
    let (domain, caller) = caller()?;
    domain::reviews::start(&domain, &caller).await.answer().await?;
    crate::request::redirect_form(to::REVIEW);
    Ok(())
}

/// Notes what becomes of a role.
#[server(endpoint = "reviews/mark")]
pub async fn mark(
    review: ReviewId,
    person: PersonId,
    role: Role,
    verdict: Option<Ruling>,
    #[server(default)] note: String,
) -> Result<(), ApiError> {
    let (domain, caller) = caller()?;
    let mark = domain::reviews::Mark { review, person, role, verdict, note };
    domain::reviews::mark(&domain, &caller, &mark).await.answer().await?;
    crate::request::redirect_form(&to::review_item(person, role));
    Ok(())
}

/// Finishes a review.
#[server(endpoint = "reviews/finish")]
pub async fn finish(review: ReviewId) -> Result<(), ApiError> {
    let (domain, caller) = caller()?;
    domain::reviews::finish(&domain, &caller, review).await.answer().await?;
    crate::request::redirect_form(&to::with(to::REVIEW, &[("finished", String::new())]));
    Ok(())
}
