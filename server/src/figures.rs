//! The figures of reports as JSON: what the command line prints and the API answers, with the same names. Unknown ones are `null`.

pub(crate) mod azure;
pub(crate) mod datasets;
pub(crate) mod growth;
pub(crate) mod licenses;
pub(crate) mod resellers;
pub(crate) mod subscriptions;

use model::Month;
use serde_json::Value;

/// What a report says.
pub(crate) type Figures = Result<Value, domain::Error>;

/// The month of `2026-10` or `2026-10-05`.
pub(crate) fn month_or_day(text: &str) -> Option<Month> {
    let day = || text.parse().ok().filter(|_| text.len() == 10).map(Month::of);
    text.parse().ok().or_else(day)
}

/// What has no name in the files is unknown.
fn name(name: String) -> String {
    if name.is_empty() { "unknown".into() } else { name }
}
