//! Roles, permissions and programs in words.

use crate::text::RoleText;
use model::{Permission, Program, Role};

pub(super) const ROLES: RoleText = RoleText { name, opens, permission, program, list: |names| names.join(", ") };

pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::PartnerAdmin => "MPN partner admin",
        Role::AccountAdmin => "Account admin",
        Role::GlobalAdmin => "Global admin",
        Role::UserManagementAdmin => "User management admin",
        Role::BillingAdmin => "Billing admin",
        Role::AdminAgent => "Admin agent",
        Role::SalesAgent => "Sales agent",
        Role::HelpdeskAgent => "Helpdesk agent",
        Role::BusinessProfileAdmin => "Business profile admin",
        Role::ReferralsAdmin => "Referral admin",
        Role::ReferralsUser => "Referral user",
        Role::IncentivesAdmin => "Incentive admin",
        Role::IncentivesUser => "Incentive user",
    }
}

fn opens(role: Role) -> &'static str {
    match role {
        Role::PartnerAdmin => {
            "Sees all analytics of the account: licences, usage, customers. Imports and exports data. Gives and takes roles."
        }
        Role::AccountAdmin => "Locations and enrolments in the vendor’s portal. Opens no analytics here.",
        Role::GlobalAdmin => "The company’s directory in the vendor’s portal. Opens no analytics here.",
        Role::UserManagementAdmin => "Users of the vendor’s portal. Gives no roles and opens no analytics here.",
        Role::BillingAdmin => "Bills, invoices, prices. Opens no analytics here.",
        Role::AdminAgent => "Manages customers and their services in the vendor’s portal. Opens no analytics here.",
        Role::SalesAgent => "Customers and subscriptions in the vendor’s portal. Opens no analytics here.",
        Role::HelpdeskAgent => "Supports customers in the vendor’s portal. Opens no analytics here.",
        Role::BusinessProfileAdmin => "The company’s public profile. Opens no analytics here.",
        Role::ReferralsAdmin => "Referrals from the vendor and who works on them. Opens no analytics here.",
        Role::ReferralsUser => "Works on referrals. Opens no analytics here.",
        Role::IncentivesAdmin => "Incentive programs and their payments. Opens no analytics here.",
        Role::IncentivesUser => "Sees incentive earnings. Opens no analytics here.",
    }
}

fn permission(permission: Permission) -> &'static str {
    match permission {
        Permission::ViewLicenses => "Product analytics: licences, usage and customers",
        Permission::ViewActivity => "The customers’ activity log",
        Permission::ViewGrowth => "Subscriptions, growth and Azure consumption",
        Permission::ViewResellers => "Resellers",
        Permission::ReadFeed => "The Power BI feed",
        Permission::Export => "Downloading figures as files",
        Permission::Import => "Importing data and mending rejected rows",
        Permission::SeePeople => "Who is in the account, with which roles",
        Permission::ManagePeople => "The people of the account",
        Permission::AssignRoles => "Giving and taking roles",
        Permission::DecideRequests => "Deciding on requests for access",
        Permission::ReviewAccess => "Reviewing who has access",
        Permission::ApiTokens => "Tokens for programs",
        Permission::ReadAudit => "The record of who did what",
        Permission::ManageAccount => "The account’s settings",
        Permission::OwnProfile => "Own profile and roles",
        Permission::ReadNotices => "Own notices",
        Permission::RequestAccess => "Asking for a role",
        Permission::OwnViews => "Finding the way, and own views of pages",
    }
}

fn program(program: Program) -> &'static str {
    match program {
        Program::Mpn => "Partner network (MPN)",
        Program::CspDirect => "CSP direct partner",
        Program::CspIndirectProvider => "CSP indirect provider",
        Program::CspIndirectReseller => "CSP indirect reseller",
    }
}
