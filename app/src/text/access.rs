//! User management: several people at once, links, sessions, where access comes from.

use super::{Locale, S, Text, en, zh_tw};

area! {
    /// Several people at once, links, sessions, where access comes from.
    AccessText {
        bulk: S,
        bulk_title: S,
        bulk_lead: S,
        bulk_done: S,
        bulk_none: S,
        select: fn(&str) -> String,
        give: S,
        take: S,
        preview: S,
        execute: S,
        outcome: S,
        gains: S,
        loses: S,
        changed: S,
        unchanged: S,
        guest_refused: S,
        own_refused: S,
        state: S,
        all_states: S,
        active: S,
        invited: S,
        link_expired: S,
        disabled: S,
        guest: S,
        guest_help: S,
        add: S,
        name: S,
        email: S,
        csv: S,
        link: S,
        new_link: S,
        link_help: S,
        link_mailed: S,
        link_not_mailed: S,
        until: S,
        until_help: S,
        ends: fn(&str) -> String,
        no_end: S,
        effective: S,
        no_access: S,
        path: fn(&str, &str, &str) -> String,
        expired: fn(&str) -> String,
        left: fn(&str) -> String,
        manage: S,
        disable: S,
        enable: S,
        remove: S,
        manage_help: S,
        saved: S,
        sessions: S,
        no_sessions: S,
        unknown_browser: S,
        end: S,
        who: S,
        who_lead: S,
        second_factor: S,
        how: S,
        since: S,
        by: S,
    }
}

impl Text {
    /// Where access comes from. A method, so that the words come with their pages and not with the first one.
    #[must_use]
    pub fn access(&self) -> &'static AccessText {
        match self.locale {
            Locale::En => &en::access::ACCESS,
            Locale::ZhTw => &zh_tw::access::ACCESS,
        }
    }
}
