//! The licence page's doors to the domain.

use crate::error::ApiError;
#[cfg(feature = "ssr")]
use crate::request::{Answer, caller};
use leptos::prelude::*;
use model::{CustomerPage, CustomerQuery, LicenseChoices, LicenseFilter, LicenseReport};

/// The figures and charts.
#[server(endpoint = "licenses/report", input = leptos::server_fn::codec::Json)]
pub async fn report(filter: LicenseFilter) -> Result<LicenseReport, ApiError> {
    let (domain, caller) = caller()?;
    domain::licenses::report(&domain, &caller, &filter).await.answer().await
}

/// A page of the table of customers.
#[server(endpoint = "licenses/customers", input = leptos::server_fn::codec::Json)]
pub async fn customers(query: CustomerQuery) -> Result<CustomerPage, ApiError> {
    let (domain, caller) = caller()?;
    domain::licenses::customers(&domain, &caller, &query).await.answer().await
}

/// What the filters offer.
#[server(endpoint = "licenses/choices", input = leptos::server_fn::codec::Json)]
pub async fn choices() -> Result<LicenseChoices, ApiError> {
    let (domain, caller) = caller()?;
    domain::licenses::choices(&domain, &caller).await.answer().await
}
