//! Words that all pages share.

use super::S;

area! {
    /// Loading, paging, sorting.
    StateText {
        loading: S,
        partly: S,
        none: S,
        unknown: S,
        yes: S,
        no: S,
        more: S,
        range: fn(u64, u64, u64) -> String,
        pages: S,
        previous: S,
        next: S,
        sort_by: fn(&str) -> String,
        ascending: S,
        descending: S,
        info: S,
        good: S,
        warning: S,
        error: S,
        columns: S,
        column_shown: S,
        column_hidden: S,
        scroll: fn(&str) -> String,
        colon: fn(&str, &str) -> String,
        join: fn(&[String]) -> String,
    }
}
