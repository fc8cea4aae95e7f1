//! What a file of rows is to be made of, for the server's pages alone.

use super::S;
use model::FileHow;

area! {
    /// What a file is to be made of.
    OrderText {
        title: fn(&str) -> String,
        lead: S,
        name: S,
        name_help: S,
        format: S,
        formats: &'static [(S, S)],
        period: S,
        all: S,
        newest: fn(u16) -> String,
        between: S,
        from: S,
        to: S,
        columns: S,
        columns_help: S,
        conditions: S,
        conditions_help: S,
        condition: fn(usize) -> String,
        column: S,
        no_column: S,
        how: S,
        hows: fn(FileHow) -> S,
        value: S,
        again: S,
        again_help: S,
        make: S,
        keep: S,
        mismatch: fn(&str) -> String,
    }
}
