//! People, roles and the signed-in visitor.

use crate::{AccountId, AccountName, PersonId, Program, Role, SessionId, SessionRow};
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

impl Standing {
    /// The standing of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "enabled" => Some(Self::Enabled),
            "disabled" => Some(Self::Disabled),
            "removed" => Some(Self::Removed),
            _ => None,
        }
    }
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
    /// Whether they can sign in.
    pub state: PersonState,
    /// Whether they belong to another company.
    pub guest: bool,
}

/// Whether a member can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonState {
    /// They have signed in and can again.
    Active,
    /// They have not signed in yet; their link can be used.
    Invited,
    /// They have not signed in yet, and their link has expired.
    LinkExpired,
    /// They may not.
    Disabled,
}

impl PersonState {
    /// All of them, in the order in which a filter offers them.
    pub const ALL: [Self; 4] = [Self::Active, Self::Invited, Self::LinkExpired, Self::Disabled];

    /// The key: in addresses and exports.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Invited => "invited",
            Self::LinkExpired => "link_expired",
            Self::Disabled => "disabled",
        }
    }

    /// The state of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.key() == key)
    }
}

/// What User management is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonFilter {
    /// Part of the name or the e-mail address, in any case.
    pub search: String,
    /// Only holders of this role.
    pub role: Option<Role>,
    /// Only people in this state.
    pub state: Option<PersonState>,
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
    /// The roles held now, and where they come from.
    pub grants: Vec<Grant>,
    /// Gains and losses of roles, newest first.
    pub history: Vec<RoleChange>,
    /// Where they are signed in, in this account.
    pub sessions: Vec<SessionRow>,
}

/// A role held, and where it comes from: the answer to "why this access?".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// The role's key.
    pub role: String,
    /// Since when.
    pub at: Timestamp,
    /// By whom; nothing when nobody of the account did it.
    pub by: Option<String>,
    /// How it came: `page`, `bulk`, `request`, `host`, `group`.
    pub via: String,
    /// Why, as the granter wrote it.
    pub reason: String,
    /// From when on it counts for nothing; nothing: it stays.
    pub until: Option<Timestamp>,
}

/// Somebody who can see the account's analytics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// Who.
    pub person: PersonRow,
    /// The role that opens it, and where it comes from.
    pub grant: Grant,
    /// Whether they have a second factor.
    pub second_factor: bool,
}

/// How a role came or went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// Given.
    Given,
    /// Taken.
    Revoked,
    /// Its end date passed.
    Expired,
    /// The person left the account.
    Removed,
}

/// One gain or loss of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleChange {
    /// When.
    pub at: Timestamp,
    /// The role's key.
    pub role: String,
    /// How it came or went.
    pub turn: Turn,
    /// From when on it counts for nothing, when it was given with an end.
    pub until: Option<Timestamp>,
    /// By whom; nothing when nobody of the account did it.
    pub by: Option<String>,
    /// Why, as the granter wrote it.
    pub reason: String,
}

/// A link for a person just made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeLink {
    /// Its whole address.
    pub address: String,
    /// Whether a letter brings it to the person, too.
    pub mailed: bool,
}

/// Without what signs somebody in.
impl std::fmt::Debug for MadeLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MadeLink").field("mailed", &self.mailed).finish_non_exhaustive()
    }
}
