//! People, roles and the signed-in visitor.

use crate::{AccountId, AccountName, PersonId, Program, Role, SessionId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The signed-in visitor and the account they are looking at: what the shell shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visitor {
    /// The session.
    pub session: SessionId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Where.
    pub account: AccountId,
    /// The account's name.
    pub account_name: String,
    /// The account's MPN id.
    pub mpn_id: String,
    /// The account's programs.
    pub programs: Vec<Program>,
    /// The other accounts that they can switch to.
    pub others: Vec<AccountName>,
    /// Their roles in the account.
    pub roles: Vec<Role>,
    /// Whether the second factor was given; or the account demands none, and the person has none.
    pub second_factor: bool,
    /// Until when what needs a fresh sign-in goes without another.
    pub fresh_until: Timestamp,
}

/// How a member stands in an account, to be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// They can sign in and hold what they hold.
    Enabled,
    /// They cannot sign in; what they hold is kept for when they are enabled again.
    Disabled,
    /// They have left the account. A person who is in no account any more is forgotten, but for the id.
    Removed,
}

/// One line of User management.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRow {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// When they last signed in.
    pub last_sign_in: Option<Timestamp>,
}

/// What User management is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonFilter {
    /// Part of the name or the e-mail address, in any case.
    pub search: String,
    /// Only holders of this role.
    pub role: Option<Role>,
}

/// User details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonDetail {
    /// The person.
    pub person: PersonRow,
    /// The version of their roles that this shows; sent back by Update.
    pub version: i64,
    /// Roles held that this version of the program does not know; kept by Update.
    pub other_roles: Vec<String>,
    /// How many hold MPN partner admin in the account.
    pub partner_admins: u32,
    /// Whether this person is the only acting MPN partner admin.
    pub last_admin: bool,
    /// Gains and losses of roles, newest first.
    pub history: Vec<RoleChange>,
}

/// One gain or loss of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleChange {
    /// When.
    pub at: Timestamp,
    /// The role's key.
    pub role: String,
    /// Given, or taken.
    pub given: bool,
    /// By whom; nothing when the host's command line did it.
    pub by: Option<String>,
    /// Why, as the granter wrote it.
    pub reason: String,
}
