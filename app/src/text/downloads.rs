//! Rows to take away as files, for the server's pages alone.

use super::S;
use model::{Delivery, Every, FileProblem, FileState};

area! {
    /// Rows to take away as files.
    DownloadText {
        title: S,
        lead: S,
        done: S,
        files: S,
        no_file: S,
        file: S,
        state: S,
        states: fn(FileState) -> S,
        problems: fn(FileProblem) -> S,
        size: S,
        size_of: fn(&str, &str) -> String,
        until: S,
        written: fn(&str) -> String,
        notes: S,
        notes_of: fn(&str) -> String,
        stop: S,
        stop_of: fn(&str) -> String,
        delete: S,
        delete_of: fn(&str) -> String,
        anew: S,
        plans: S,
        plan: S,
        again: S,
        every: fn(Option<Every>) -> S,
        next: S,
        make_now: S,
        make_now_of: fn(&str) -> String,
        delivery: S,
        deliveries: fn(Delivery) -> S,
        there: S,
        dataset: S,
        months: S,
        rows: S,
        actions: S,
        choose: S,
        choose_of: fn(&str) -> String,
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
