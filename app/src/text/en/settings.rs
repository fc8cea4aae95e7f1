//! Settings of the account.

use crate::text::SettingsText;
use model::{TokenScope, TokenState};

pub(in crate::text) static SETTINGS: SettingsText = SettingsText {
    tokens: "API tokens",
    tokens_lead: "With a token a program reads or gives data in your name. It may never do more than you may.",
    made: "Copy the token now. It is not shown again.",
    token: "Token",
    token_id: "Token id",
    token_id_help: "The user name, where a program asks for one; the token is the password.",
    new_token: "New token",
    token_name: "Name",
    token_name_help: "Which program it is for.",
    days: "Days",
    days_help: "How long it works: 1 to 365 days.",
    scopes: "Use",
    scope: |scope| match scope {
        TokenScope::Feed => "feed: read the Power BI feed",
        TokenScope::Api => "api: read and download analytics",
        TokenScope::Import => "import: give data in",
    },
    make: "Make token",
    no_tokens: "No token was made yet.",
    made_by: "Made by",
    ends: "Ends",
    last_used: "Last used",
    never: "never",
    state_of: "State",
    state: |state| match state {
        TokenState::Live => "works",
        TokenState::Expired => "expired",
        TokenState::Revoked => "revoked",
        TokenState::Unused => "off: unused for 90 days",
    },
    revoke: "Revoke",
    revoke_of: |name| format!("Revoke {name}"),
    saved: "Done.",
    account: "Account settings",
    account_lead: "What holds for everybody in this account. Each change is in the audit trail.",
    name: "Company name",
    idle: "Idle sign-out (minutes)",
    idle_help: "5 to 480. A session ends after so long without a request.",
    session: "Longest session (hours)",
    session_help: "1 to 168. Acts from the next sign-in.",
    keep: "Keep replaced data (days)",
    keep_help: "30 to 3,650. How long undone and replaced imports stay.",
    second_factor: "Demand a second factor",
    second_factor_help: "Before analytics and before giving roles. An MPN partner admin must have one first.",
    save: "Save",
    groups: "Roles by group",
    groups_lead: |provider| {
        format!(
            "What a group of {provider} gives to its members when they sign in by it. Roles that people have given stay."
        )
    },
    groups_on: "Let groups give roles",
    groups_on_help: "Off unless you switch it on: whoever manages the groups can then give the roles below, MPN partner admin included.",
    groups_rows: "Names are compared exactly. To remove a rule, empty its group; saved rules make room for more.",
    group: "Group",
    group_role: "Role that it gives",
    fixed: "Set by the operator",
    fixed_lead: "The person who runs this server sets these on the command line.",
    mpn_id: "MPN id",
    programs: "Programs",
    locations: "Locations",
};
