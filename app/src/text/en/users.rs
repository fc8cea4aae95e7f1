//! User management and User details.

use super::{plural, roles::name};
use crate::text::UserText;
use model::Role;

pub(in crate::text) static USERS: UserText = UserText {
    title: "User management",
    lead: "The people of this account and what they may do",
    search: "Search by name or e-mail",
    search_button: "Search",
    filter_role: "Role",
    all_roles: "All roles",
    col_name: "Name",
    col_email: "E-mail",
    col_roles: "Roles",
    col_last_sign_in: "Last signed in",
    never: "never",
    no_roles: "no role",
    count: |n| plural(n, "person", "people"),
    nobody_title: "Nobody found",
    nobody_lead: "No name and no e-mail address contains this. Try fewer letters, or take the role filter away.",
    open: |name| format!("User details of {name}"),
    details: "User details",
    last_seen: |ago| format!("signed in {ago}"),
    never_seen: "has never signed in",
    roles: "Roles and permissions",
    roles_lead: "Select what this person is to hold, then choose Update.",
    update: "Update",
    cancel: "Cancel",
    will_be_added: "will be added",
    will_be_removed: "will be removed",
    kept_unknown: |keys| format!("Also held, and kept as it is: {keys}. This version does not know it."),
    after: "After the update",
    after_none: "Nothing is selected to change.",
    gains: "gains",
    loses: "loses",
    keeps: "keeps",
    nothing: "nothing else",
    gains_nothing: "No rights in Seatscope change.",
    holders_after: |n| format!("{} MPN partner admin.", plural(n, "person will hold", "people will hold")),
    holders_now: |n| format!("{} MPN partner admin.", plural(n, "person holds", "people hold")),
    told: "The change takes effect at once and stands in the history.",
    reason: "Reason",
    reason_help: "Optional. It is kept in the history.",
    changes: |n| plural(n, "change", "changes"),
    no_changes: "No changes",
    history: "History",
    history_none: "No role has been given or taken yet.",
    given: |role, by| format!("{role} given by {by}"),
    taken: |role, by| format!("{role} taken by {by}"),
    command_line: "the server's command line",
    because: |reason| format!("Reason: {reason}"),
    disabled_not_yours: "Only an MPN partner admin can give or take roles.",
    disabled_last_admin: "The account's only acting MPN partner admin. Give the role to somebody else first.",
    disabled_self: "This is you. If you give the role up, somebody else has to give it back.",
    done: |person, added, removed| match (added.is_empty(), removed.is_empty()) {
        (false, true) => format!("{person} now holds {}.", list(added)),
        (true, false) => format!("{person} no longer holds {}.", list(removed)),
        _ => format!("{person} now holds {} and no longer {}.", list(added), list(removed)),
    },
    done_nothing: "Nothing was changed.",
    self_removed: "You no longer hold MPN partner admin.",
};

/// `A, B and C`.
fn list(roles: &[Role]) -> String {
    let names: Vec<_> = roles.iter().map(|role| name(*role)).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
