//! What a file of rows is to be made of.

use crate::text::order::OrderText;
use model::FileHow;

pub(in crate::text) static ORDER: OrderText = OrderText {
    title: |dataset| format!("A file of {dataset}"),
    lead: "Names and order of the columns are the vendor's, so that spreadsheets made for its files go on working.",
    name: "Name",
    name_help: "As you will find it in your list. Empty: the dataset's.",
    format: "Format",
    formats: &[
        ("xlsx", "Excel workbook"),
        ("csv", "CSV (comma)"),
        ("semicolons", "CSV (semicolon, decimal comma)"),
        ("tsv", "TSV"),
        ("jsonl", "JSON lines"),
        ("parquet", "Parquet"),
    ],
    period: "Months",
    all: "All there are",
    newest: |count| if count == 1 { "The newest".to_owned() } else { format!("The newest {count}") },
    between: "From – to:",
    from: "From",
    to: "To",
    columns: "Columns",
    columns_help: "Tick those you want. With none ticked the file has all of the vendor's columns in their places, those that Seatscope does not keep empty. Rows of attribution are all there: where the column of duplicates is 1, leave them out of sums.",
    conditions: "Only rows where",
    conditions_help: "All of them must hold. Words are found in any case; a date is 2026-10-05 or a month 2026-10.",
    condition: |number| format!("Condition {number}"),
    column: "Column",
    no_column: "–",
    how: "Comparison",
    hows: |how| match how {
        FileHow::Is => "is",
        FileHow::IsNot => "is not",
        FileHow::Contains => "contains",
        FileHow::AtLeast => "is at least",
        FileHow::AtMost => "is at most",
    },
    value: "Value",
    again: "Again",
    again_help: "Kept orders are made again with one tap, or by themselves at 05:00 UTC. They stop when you lose the right to the rows.",
    make: "Make the file",
    keep: "Keep the order",
    mismatch: |column| format!("The condition on {column} does not fit what that column holds. Nothing was made."),
};
