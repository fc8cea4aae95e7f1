//! Notices.

use super::S;
use model::News;

area! {
    /// Notices.
    NoticeText {
        title: S,
        lead: S,
        none_title: S,
        none_lead: S,
        new: S,
        all_seen: S,
        line: fn(&News, bool) -> String,
    }
}
