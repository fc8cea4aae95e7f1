//! My account.

use crate::text::MeText;

pub(in crate::text) static ME: MeText = MeText {
    title: "My account",
    lead: "How Seatscope looks to you, and what you may do here",
    profile: "Profile",
    name: "Name",
    name_help: "Shown to everybody in your accounts. A change stands in their access audit.",
    email: "E-mail",
    account: "Partner account",
    language: "Language",
    language_help: "Also sets how numbers and dates are written.",
    theme: "Appearance",
    save: "Save",
    saved: "Saved.",
    roles: "My roles",
    roles_none: "You hold no role in this account.",
    why: "Why this access?",
    security: "Sign-in and security",
    security_lead: "Password, passkeys, authenticator app, and where you are signed in.",
    sign_out: "Sign out",
    time_zone: "Times are shown in UTC.",
    views: "My views",
    letter: "Weekly letter",
    letter_lead: "What changed, each Monday. Take it or leave it.",
    keys: "Keys of one letter",
    keys_on: "On",
    keys_off: "Off",
    keys_help: "/ goes into a page’s search, ? shows all keys, 3, 6, 1 and 2 choose a period. Ctrl or ⌘ K works either way.",
};
