//! The figures of reports as JSON: what the command line prints and the API answers, with the same names. Unknown ones are `null`.

pub(crate) mod azure;
pub(crate) mod datasets;
pub(crate) mod growth;
pub(crate) mod licenses;
pub(crate) mod resellers;
pub(crate) mod subscriptions;

use serde_json::Value;

/// What a report says.
pub(crate) type Figures = Result<Value, domain::Error>;

/// What has no name in the files is unknown.
fn name(name: String) -> String {
    if name.is_empty() { "unknown".into() } else { name }
}
