//! The doors of the pages of figures to the domain: one each, because each has its own right.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::{Insight, InsightPage, InsightQuery};

/// The overview.
#[server(endpoint = "insight/overview", input = leptos::server_fn::codec::Json)]
pub async fn overview(query: InsightQuery) -> Result<Insight, ApiError> {
    answer(InsightPage::Overview, query).await
}

/// Customers.
#[server(endpoint = "insight/customers", input = leptos::server_fn::codec::Json)]
pub async fn customers(query: InsightQuery) -> Result<Insight, ApiError> {
    answer(InsightPage::Customers, query).await
}

/// Subscriptions.
#[server(endpoint = "insight/subscriptions", input = leptos::server_fn::codec::Json)]
pub async fn subscriptions(query: InsightQuery) -> Result<Insight, ApiError> {
    answer(InsightPage::Subscriptions, query).await
}

/// Azure.
#[server(endpoint = "insight/azure", input = leptos::server_fn::codec::Json)]
pub async fn azure(query: InsightQuery) -> Result<Insight, ApiError> {
    answer(InsightPage::Azure, query).await
}

/// Growth.
#[server(endpoint = "insight/growth", input = leptos::server_fn::codec::Json)]
pub async fn growth(query: InsightQuery) -> Result<Insight, ApiError> {
    answer(InsightPage::Growth, query).await
}

/// Workloads.
#[server(endpoint = "insight/workloads", input = leptos::server_fn::codec::Json)]
pub async fn workloads(query: InsightQuery) -> Result<Insight, ApiError> {
    answer(InsightPage::Workloads, query).await
}

/// Resellers.
#[server(endpoint = "insight/resellers", input = leptos::server_fn::codec::Json)]
pub async fn resellers(query: InsightQuery) -> Result<Insight, ApiError> {
    answer(InsightPage::Resellers, query).await
}

#[cfg(feature = "ssr")]
async fn answer(page: InsightPage, query: InsightQuery) -> Result<Insight, ApiError> {
    let (domain, caller) = caller()?;
    domain::insight::page(&domain, &caller, page, &query).await.answer().await
}

/// The page that is asked for.
pub(super) async fn ask(page: InsightPage, query: InsightQuery) -> Result<Insight, ApiError> {
    match page {
        InsightPage::Overview => overview(query).await,
        InsightPage::Customers => customers(query).await,
        InsightPage::Subscriptions => subscriptions(query).await,
        InsightPage::Azure => azure(query).await,
        InsightPage::Growth => growth(query).await,
        InsightPage::Workloads => workloads(query).await,
        InsightPage::Resellers => resellers(query).await,
    }
}
