//! Rows to take away as files, for the server's pages alone.

use super::S;

area! {
    /// Rows to take away as files.
    DownloadText {
        title: S,
        lead: S,
        take: S,
        dataset: S,
        from: S,
        to: S,
        format: S,
        formats: &'static [(S, S)],
        download: S,
        names: S,
        there: S,
        months: S,
        rows: S,
        whole: S,
        whole_of: fn(&str) -> String,
        none: S,
        none_lead: S,
        import: S,
        more: S,
        pages: S,
        feed: S,
    }
}
