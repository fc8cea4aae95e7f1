//! Rows to take away as files.

use crate::text::downloads::DownloadText;

pub(in crate::text) static DOWNLOADS: DownloadText = DownloadText {
    title: "Downloads",
    lead: "Every row that was imported, under the vendor's column names. Nothing is cut, whatever the size.",
    take: "Take rows away",
    dataset: "Dataset",
    from: "From",
    to: "To",
    format: "Format",
    formats: &[
        ("csv", "CSV (comma)"),
        ("semicolons", "CSV (semicolon, decimal comma)"),
        ("tsv", "TSV"),
        ("jsonl", "JSON lines"),
    ],
    download: "Download",
    names: "Names and order of the columns are the vendor's, so that spreadsheets made for its files go on working. Columns that Seatscope does not keep are empty. Rows of attribution are all there: where the column of duplicates is 1, leave them out of sums.",
    there: "What is there",
    months: "Months",
    rows: "Rows",
    whole: "All, CSV",
    whole_of: |name| format!("All of {name} as CSV"),
    none: "Nothing has been imported yet",
    none_lead: "Drop the vendor's files on the Data page; their rows are here then.",
    import: "Import data",
    more: "Other ways",
    pages: "Pages of figures have a button Download for exactly what they show, the activity log too.",
    feed: "Power BI and Excel read everything from a feed.",
};
