//! What is kept of a customer's review report from one time to the next.

use crate::{Domain, Error, access::Scope, db::sql};

/// What was said last time.
#[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Kept {
    /// The tag of the customer's language; nothing: that of whoever makes the report.
    pub language: Option<String>,
    /// What the partner says to the customer; several paragraphs, or empty.
    pub comment: String,
}

/// What was said to a customer last time.
pub(super) async fn kept(domain: &Domain, scope: &Scope, tenant: &str) -> Result<Kept, Error> {
    let row = sql(include_str!("kept.sql")).bind(scope.account().0).bind(tenant).fetch_optional(&domain.db).await?;
    Ok(row.unwrap_or_default())
}
