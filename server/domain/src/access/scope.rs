//! The proof that a right was checked. Every function that touches an account's data asks for one.

use model::{AccountId, Permission, PersonId};

/// Leave to act in one partner account with one permission. Only [`super::Caller::may`] makes it:
///
/// ```compile_fail
/// let scope = domain::access::Scope { account: todo!(), permission: todo!(), actor: None };
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    account: AccountId,
    permission: Permission,
    actor: Option<PersonId>,
}

impl Scope {
    pub(super) const fn new(account: AccountId, permission: Permission, actor: Option<PersonId>) -> Self {
        Self { account, permission, actor }
    }

    /// The partner account; every SQL text filters by it.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// What was checked.
    #[must_use]
    pub const fn permission(&self) -> Permission {
        self.permission
    }

    /// Who acts; nothing for the host's command line.
    #[must_use]
    pub const fn actor(&self) -> Option<PersonId> {
        self.actor
    }

    /// A scope out of thin air, for tests of what lies under the check.
    #[cfg(test)]
    pub(crate) const fn for_test(account: AccountId) -> Self {
        Self::new(account, Permission::ViewLicenses, None)
    }
}
