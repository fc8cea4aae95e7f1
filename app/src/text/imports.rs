//! What imports report, and the names of datasets.

use super::S;
use model::{BadCell, BadRow, Dataset, ImportNote};

area! {
    /// What imports report.
    ImportText {
        dataset: fn(Dataset) -> S,
        note: fn(&ImportNote) -> String,
        bad_cell: fn(BadCell) -> S,
        bad_row: fn(&BadRow) -> String,
    }
}

/// At most sixteen names; how many more there are is said by the caller's `more`.
pub(super) fn first_names(names: &[String], join: &str, more: fn(usize) -> String) -> String {
    let shown = names.iter().take(16).map(String::as_str).collect::<Vec<_>>().join(join);
    if names.len() > 16 { format!("{shown}{}", more(names.len() - 16)) } else { shown }
}
