//! Charts as files, and what pages say on paper.

use super::S;

area! {
    /// Charts as files, and what pages say on paper.
    PaperText {
        save_of: fn(&str) -> String,
        svg: S,
        png: S,
        period: S,
        filters: S,
        no_filters: S,
        source: S,
    }
}
