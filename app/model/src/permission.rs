//! What a person may do: the one table of roles and programs.

use crate::{Program, Role};
use serde::{Deserialize, Serialize};

/// A right in a partner account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Permission {
    /// See licence deployment and usage, and customers.
    ViewLicenses,
    /// See the customers' activity log.
    ViewActivity,
    /// See subscriptions and their revenue, growth, Azure consumption.
    ViewGrowth,
    /// See resellers.
    ViewResellers,
    /// Read the Power BI feed.
    ReadFeed,
    /// Take data out as files.
    Export,
    /// Give data in, and see the quarantine.
    Import,
    /// See the people of the account, add, disable and remove them.
    ManagePeople,
    /// Give and take roles.
    AssignRoles,
    /// Decide on colleagues' requests for a role.
    DecideRequests,
    /// Go through who holds what, and keep or revoke it.
    ReviewAccess,
    /// Make and revoke tokens for programs.
    ApiTokens,
    /// Read the record of who did what.
    ReadAudit,
    /// Change the account's settings.
    ManageAccount,
    /// See one's own profile and roles.
    OwnProfile,
    /// Ask for a role.
    RequestAccess,
}

impl Permission {
    /// All permissions.
    pub const ALL: [Self; 16] = [
        Self::ViewLicenses,
        Self::ViewActivity,
        Self::ViewGrowth,
        Self::ViewResellers,
        Self::ReadFeed,
        Self::Export,
        Self::Import,
        Self::ManagePeople,
        Self::AssignRoles,
        Self::DecideRequests,
        Self::ReviewAccess,
        Self::ApiTokens,
        Self::ReadAudit,
        Self::ManageAccount,
        Self::OwnProfile,
        Self::RequestAccess,
    ];

    /// The role that opens it; nothing when every member may.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::OwnProfile | Self::RequestAccess => None,
            _ => Some(Role::PartnerAdmin),
        }
    }

    /// The programs of which the account needs one; empty when any account will do.
    #[must_use]
    pub const fn programs(self) -> &'static [Program] {
        use Program::{CspDirect, CspIndirectProvider, CspIndirectReseller};
        match self {
            Self::ViewLicenses | Self::ViewActivity => &[CspDirect, CspIndirectProvider, CspIndirectReseller],
            Self::ViewGrowth => &[CspDirect, CspIndirectProvider],
            Self::ViewResellers => &[CspIndirectProvider],
            Self::ReadFeed => &[CspDirect],
            _ => &[],
        }
    }

    /// Whether a person with these roles has it, the programs left aside.
    #[must_use]
    pub fn opened_by(self, roles: &[Role]) -> bool {
        self.role().is_none_or(|role| roles.contains(&role))
    }

    /// Whether an account with these programs has it, the person left aside.
    #[must_use]
    pub fn allowed_in(self, programs: &[Program]) -> bool {
        self.programs().is_empty() || self.programs().iter().any(|p| programs.contains(p))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    /// The table as documentation: a change to it is seen in review. Regenerate with `UPDATE_DOCS=1 cargo test -p model`.
    #[test]
    fn the_printed_table_is_the_table() {
        let mut page = String::from(
            "# Roles, programs and permissions\n\nPrinted from `app/model/src/permission.rs` by its test.\n\n| permission | role that opens it | programs of which the account needs one |\n|---|---|---|\n",
        );
        for p in Permission::ALL {
            let role = p.role().map_or("every member", Role::key);
            let programs: Vec<_> = p.programs().iter().map(|p| p.key()).collect();
            let programs = if programs.is_empty() { "any".to_owned() } else { programs.join(", ") };
            writeln!(page, "| {p:?} | {role} | {programs} |").unwrap();
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/permissions.md");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, &page).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), page, "docs/permissions.md is out of date");
    }

    #[test]
    fn no_role_but_partner_admin_opens_analytics() {
        let others: Vec<Role> = Role::ALL.iter().copied().filter(|r| *r != Role::PartnerAdmin).collect();
        for p in Permission::ALL {
            let open = matches!(p, Permission::OwnProfile | Permission::RequestAccess);
            assert_eq!(p.opened_by(&others), open, "{p:?}");
            assert!(p.opened_by(&[Role::PartnerAdmin]), "{p:?}");
        }
    }
}
