//! The audit page's doors to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::{
    request::{Answer, caller, locale, redirect_form},
    routes::to,
    text::actions,
};
use leptos::prelude::*;
use model::{AuditFilter, AuditPage, Verdict};

/// A page of the record, in the visitor's language.
#[server(endpoint = "audit/list", input = leptos::server_fn::codec::Json)]
pub async fn list(filter: AuditFilter) -> Result<AuditPage, ApiError> {
    let (domain, caller) = caller()?;
    let page = domain::audit::list(&domain, &caller, &filter).await.answer().await?;
    let state = domain::audit::state(&domain, &caller).await.answer().await?;
    Ok(actions::page(locale(), page, state))
}

/// Goes through the whole record. Sent by a form, so that it works without JavaScript too.
#[server(endpoint = "audit/verify")]
pub async fn verify() -> Result<Verdict, ApiError> {
    let (domain, caller) = caller()?;
    let verdict = domain::audit::verify(&domain, &caller).await.answer().await?;
    redirect_form(to::AUDIT);
    Ok(verdict)
}
