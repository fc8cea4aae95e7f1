//! The Data page.

use super::plural;
use crate::text::{DataText, format::count};
use model::ImportState;

pub(in crate::text) static DATA: DataText = DataText {
    title: "Data",
    lead: "Give in the files that you download from the vendor, and see how fresh everything is",
    drop: "Drop files here",
    drop_lead: "CSV, TSV and text files as downloaded, also compressed as .gz. What they hold is recognised by their columns. The same file twice changes nothing.",
    choose: "Choose files",
    send: "Import",
    recognised_as: |dataset| format!("recognised as {dataset}"),
    not_recognised: "not recognised",
    sending: |sent, of| format!("{sent} of {of} sent"),
    reading: |rows| format!("{} read", plural(rows, "row", "rows")),
    cancel: "Cancel",
    results: "Just imported",
    state: |state| match state {
        ImportState::Running => "being read",
        ImportState::Done => "imported",
        ImportState::Repeated => "already there",
        ImportState::Refused => "refused",
        ImportState::Interrupted => "interrupted",
        ImportState::Cancelled => "cancelled",
        ImportState::Undone => "undone",
    },
    rows_good: |n| plural(n, "row taken in", "rows taken in"),
    rows_bad: |n| plural(n, "row rejected", "rows rejected"),
    month_new: |month, n| format!("{month}: new, {}", plural(n, "row", "rows")),
    month_replaced: |month, before, n| {
        format!("{month}: replaced, {} before, {} now", plural(before, "row", "rows"), count(n))
    },
    total_change: |name, before, now| format!("{name}: {before} before, {now} now"),
    quarantine: |n| format!("Download {}", plural(n, "rejected row", "rejected rows")),
    quarantine_how: "The file has the original columns and the reason of each row. If the import is in, mend the rows and import that file: they are added to its months. Leave the header as it is. If the import was refused, mend the original file and import it again.",
    undo: "Undo",
    undo_of: |file| format!("Undo the import of {file}"),
    history: "Earlier imports",
    history_none: "Nothing has been imported yet.",
    col_file: "File",
    col_dataset: "Dataset",
    col_state: "Result",
    col_rows: "Rows",
    col_bad: "Rejected",
    col_when: "When",
    col_by: "By",
    by_command_line: "command line",
    freshness: "How fresh the data is",
    col_newest: "Newest month",
    col_oldest: "Oldest month",
    col_imported: "Imported",
    never: "not yet",
    accepted: "This version takes in:",
    details: "Details",
    failed_upload: "The file did not reach the server. Check the connection and try again. Nothing was imported.",
};
