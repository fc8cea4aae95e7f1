//! My account.

use super::S;

area! {
    /// My account.
    MeText {
        title: S,
        lead: S,
        profile: S,
        name: S,
        email: S,
        account: S,
        language: S,
        language_help: S,
        theme: S,
        save: S,
        saved: S,
        roles: S,
        roles_none: S,
        opens: S,
        ask: fn(&str) -> String,
        sessions: S,
        sessions_lead: S,
        this_session: S,
        sign_out: S,
        sign_out_others: S,
        signed_out_others: S,
        time_zone: S,
    }
}
