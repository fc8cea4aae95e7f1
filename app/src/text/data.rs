//! The Data page.

use super::S;
use model::ImportState;

area! {
    /// The Data page.
    DataText {
        title: S,
        lead: S,
        drop: S,
        drop_lead: S,
        choose: S,
        send: S,
        recognised_as: fn(&str) -> String,
        not_recognised: S,
        sending: fn(&str, &str) -> String,
        reading: fn(u64) -> String,
        cancel: S,
        results: S,
        state: fn(ImportState) -> S,
        rows_good: fn(u64) -> String,
        rows_bad: fn(u64) -> String,
        month_new: fn(&str, u64) -> String,
        month_replaced: fn(&str, u64, u64) -> String,
        total_change: fn(&str, &str, &str) -> String,
        quarantine: fn(u64) -> String,
        quarantine_how: S,
        download: S,
        download_of: fn(&str) -> String,
        undo: S,
        undo_of: fn(&str) -> String,
        history: S,
        history_none: S,
        col_file: S,
        col_dataset: S,
        col_state: S,
        col_rows: S,
        col_bad: S,
        col_when: S,
        col_by: S,
        by_command_line: S,
        freshness: S,
        col_newest: S,
        col_oldest: S,
        col_imported: S,
        col_next: S,
        col_next_why: S,
        never: S,
        accepted: S,
        details: S,
        failed_upload: S,
    }
}
