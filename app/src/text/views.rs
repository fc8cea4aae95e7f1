//! Saved views.

use super::S;

area! {
    /// Saved views.
    ViewText {
        title: S,
        lead: S,
        views: S,
        menu: S,
        standard: S,
        unfiltered: S,
        save_as: S,
        open_with: S,
        save: S,
        manage: S,
        none: S,
        done: S,
        name_of: fn(&str) -> String,
        rename: S,
        rename_of: fn(&str) -> String,
        make_standard: S,
        make_standard_of: fn(&str) -> String,
        not_standard: S,
        not_standard_of: fn(&str) -> String,
        delete: S,
        delete_of: fn(&str) -> String,
        share: S,
        share_link: S,
        share_mail: S,
        share_table: S,
        copied: S,
        not_copied: S,
    }
}
