//! Words that all pages share.

use crate::text::{StateText, format::count};

pub(super) const STATES: StateText = StateText {
    loading: "Loading",
    partly: "Part of the data is missing.",
    none: "–",
    unknown: "unknown",
    yes: "yes",
    no: "no",
    more: "More",
    range: |from, to, total| format!("{}–{} of {}", count(from), count(to), count(total)),
    pages: "Pages",
    previous: "Previous",
    next: "Next",
    sort_by: |column| format!("Sort by {column}"),
    ascending: "smallest first",
    descending: "largest first",
    info: "Note",
    good: "Done",
    warning: "Attention",
    error: "Error",
    columns: "Columns",
    column_shown: "(shown)",
    column_hidden: "(left out)",
    scroll: |what| format!("{what}, scrolls sideways"),
    colon: |what, value| format!("{what}: {value}"),
    join: |parts| parts.join(", "),
};
