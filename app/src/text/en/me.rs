//! My account.

use crate::text::MeText;

pub(in crate::text) static ME: MeText = MeText {
    title: "My account",
    lead: "How Seatscope looks to you, and what you may do here",
    profile: "Profile",
    name: "Name",
    email: "E-mail",
    account: "Partner account",
    language: "Language",
    language_help: "Also sets how numbers and dates are written.",
    theme: "Appearance",
    save: "Save",
    saved: "Saved.",
    roles: "My roles",
    roles_none: "You hold no role in this account.",
    opens: "What they open",
    ask: |names| format!("If you need more, ask one of these people: {names}."),
    sessions: "Where you are signed in",
    sessions_lead: "Sign out wherever you no longer work.",
    this_session: "this browser",
    sign_out: "Sign out",
    sign_out_others: "Sign out everywhere else",
    signed_out_others: "All other browsers are signed out.",
    time_zone: "Times are shown in UTC.",
};
