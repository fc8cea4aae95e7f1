//! What the audit trail tells of.

use serde::{Deserialize, Serialize};

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $key:literal),* $(,)?) => {
        /// What happened, as the audit trail holds it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Action {$(
            $(#[$doc])*
            #[serde(rename = $key)]
            $name,
        )*}

        impl Action {
            /// All of them, in the order in which a filter offers them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable key: what is stored.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {$(Self::$name => $key,)*}
            }
        }
    };
}

actions! {
    /// Somebody signed in.
    SignIn = "sign_in",
    /// A sign-in of somebody known failed.
    SignInFailed = "sign_in_failed",
    /// A signed-in person gave the second factor.
    SecondFactorGiven = "second_factor_given",
    /// A signed-in person proved again who they are.
    Confirmed = "confirmed",
    /// A request of a signed-in person was refused for want of a role or a program.
    Refused = "refused",
    /// Somebody signed out.
    SignOut = "sign_out",
    /// Sessions were ended from elsewhere.
    SessionsEnded = "sessions_ended",
    /// A sign-in link was made.
    LinkMade = "link_made",
    /// An account was made.
    AccountAdded = "account_added",
    /// The host's command line gave an account an acting MPN partner admin again.
    AccountRecovered = "account_recovered",
    /// A setting of the account was changed.
    SettingChanged = "setting_changed",
    /// What the partner says of a customer was changed: its name, its market, whose part it is.
    CustomerChanged = "customer_changed",
    /// What is said to a customer in its review report was changed.
    BriefingChanged = "briefing_changed",
    /// A person was added to the account.
    PersonAdded = "person_added",
    /// A person was disabled in the account.
    PersonDisabled = "person_disabled",
    /// A disabled person was enabled again.
    PersonEnabled = "person_enabled",
    /// A person was removed from the account.
    PersonRemoved = "person_removed",
    /// A person's roles were changed.
    RolesUpdated = "roles_updated",
    /// A role's end date passed.
    RoleExpired = "role_expired",
    /// A change that the identity provider's groups ask for was refused: nobody would be left to act.
    GroupsRefused = "groups_refused",
    /// A colleague asked for a role.
    AccessRequested = "access_requested",
    /// A request was approved, denied or withdrawn.
    RequestDecided = "request_decided",
    /// An access review was started.
    ReviewStarted = "review_started",
    /// An access review was finished.
    ReviewFinished = "review_finished",
    /// Somebody changed their own name.
    NameChanged = "name_changed",
    /// A password was set, changed or removed.
    PasswordChanged = "password_changed",
    /// An authenticator app was added or removed.
    AuthenticatorChanged = "authenticator_changed",
    /// A passkey was added or removed.
    PasskeyChanged = "passkey_changed",
    /// Recovery codes were made anew.
    RecoveryCodesMade = "recovery_codes_made",
    /// An identity provider was connected or disconnected.
    IdentityChanged = "identity_changed",
    /// All that a person signs in with was removed on the host.
    CredentialsForgotten = "credentials_forgotten",
    /// An API token was made.
    TokenMade = "token_made",
    /// An API token was revoked.
    TokenRevoked = "token_revoked",
    /// A file was imported or refused.
    Imported = "imported",
    /// An import was taken back.
    ImportUndone = "import_undone",
    /// Data left as a file.
    Exported = "exported",
    /// The audit trail was sealed anew, after its key was lost.
    AuditSealed = "audit_sealed",
    /// Analytics were read on the host's command line.
    ReadOnHost = "read_on_host",
}

impl Action {
    /// The action of a key; nothing for a key that this version does not know.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.key() == key)
    }
}
