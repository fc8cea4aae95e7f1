//! Settings of the account.

use super::{Locale, S, Text, en, zh_tw};
use model::{TokenScope, TokenState};

area! {
    /// API tokens and account settings.
    SettingsText {
        tokens: S,
        tokens_lead: S,
        made: S,
        token: S,
        token_id: S,
        token_id_help: S,
        new_token: S,
        token_name: S,
        token_name_help: S,
        days: S,
        days_help: S,
        scopes: S,
        scope: fn(TokenScope) -> S,
        make: S,
        no_tokens: S,
        made_by: S,
        ends: S,
        last_used: S,
        never: S,
        state_of: S,
        state: fn(TokenState) -> S,
        revoke: S,
        revoke_of: fn(&str) -> String,
        saved: S,
        account: S,
        brand: S,
        account_lead: S,
        name: S,
        idle: S,
        idle_help: S,
        session: S,
        session_help: S,
        keep: S,
        keep_help: S,
        second_factor: S,
        second_factor_help: S,
        save: S,
        groups: S,
        groups_lead: fn(&str) -> String,
        groups_on: S,
        groups_on_help: S,
        groups_rows: S,
        group: S,
        group_role: S,
        products: S,
        products_lead: S,
        products_none: S,
        fixed: S,
        fixed_lead: S,
        mpn_id: S,
        programs: S,
        locations: S,
    }
}

impl Text {
    /// API tokens and account settings. A method, so that the words come with their pages and not with the first one.
    #[must_use]
    pub fn settings(&self) -> &'static SettingsText {
        match self.locale {
            Locale::En => &en::settings::SETTINGS,
            Locale::ZhTw => &zh_tw::settings::SETTINGS,
        }
    }
}
