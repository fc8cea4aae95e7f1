//! The roles that partners know. Only one of them opens anything here; the others show a company as it is.

use serde::{Deserialize, Serialize};

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $key:literal),* $(,)?) => {
        /// A role in a partner account.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Role {$(
            $(#[$doc])*
            #[serde(rename = $key)]
            $name,
        )*}

        impl Role {
            /// The whole catalogue, in the order in which it is shown.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable key: what is stored, and what the command line takes.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {$(Self::$name => $key,)*}
            }
        }
    };
}

roles! {
    /// MPN partner admin: sees user analytics, and gives and takes this role.
    PartnerAdmin = "partner_admin",
    /// Account admin.
    AccountAdmin = "account_admin",
    /// Global admin.
    GlobalAdmin = "global_admin",
    /// User management admin.
    UserManagementAdmin = "user_management_admin",
    /// Billing admin.
    BillingAdmin = "billing_admin",
    /// Admin agent.
    AdminAgent = "admin_agent",
    /// Sales agent.
    SalesAgent = "sales_agent",
    /// Helpdesk agent.
    HelpdeskAgent = "helpdesk_agent",
    /// Business profile admin.
    BusinessProfileAdmin = "business_profile_admin",
    /// Referral admin.
    ReferralsAdmin = "referrals_admin",
    /// Referral user.
    ReferralsUser = "referrals_user",
    /// Incentive admin.
    IncentivesAdmin = "incentives_admin",
    /// Incentive user.
    IncentivesUser = "incentives_user",
}

impl Role {
    /// The role of a key; nothing for a key that this version does not know.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.key() == key)
    }

    /// Whether people of another company may hold it.
    #[must_use]
    pub const fn for_guests(self) -> bool {
        matches!(self, Self::PartnerAdmin | Self::BusinessProfileAdmin | Self::ReferralsAdmin)
    }
}
