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
    /// See the people of the account and their roles.
    SeePeople,
    /// Add, disable and remove them.
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
    /// Read what one is told.
    ReadNotices,
    /// Ask for a role.
    RequestAccess,
    /// Find one's way by a few letters, and keep views of pages.
    OwnViews,
}

impl Permission {
    /// All permissions.
    pub const ALL: [Self; 19] = [
        Self::ViewLicenses,
        Self::ViewActivity,
        Self::ViewGrowth,
        Self::ViewResellers,
        Self::ReadFeed,
        Self::Export,
        Self::Import,
        Self::SeePeople,
        Self::ManagePeople,
        Self::AssignRoles,
        Self::DecideRequests,
        Self::ReviewAccess,
        Self::ApiTokens,
        Self::ReadAudit,
        Self::ManageAccount,
        Self::OwnProfile,
        Self::ReadNotices,
        Self::RequestAccess,
        Self::OwnViews,
    ];

    /// The role that opens it; nothing when every member may.
    #[must_use]
    pub const fn role(self) -> Option<Role> {
        match self {
            Self::OwnProfile | Self::ReadNotices | Self::RequestAccess | Self::OwnViews => None,
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
mod tests;
