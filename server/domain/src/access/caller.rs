//! Who asks, and what they may.

use super::Scope;
use jiff::Timestamp;
use model::{AccountId, Permission, PersonId, Program, Role, TokenId, TokenScope, Visitor};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// Who asks, in which partner account. Built from a live session at each request, or for the host's command line.
#[derive(Clone, Debug)]
pub struct Caller {
    account: AccountId,
    programs: Vec<Program>,
    who: Who,
}

#[derive(Clone, Debug)]
enum Who {
    Person {
        visitor: Box<Visitor>,
        /// When the request came.
        now: Timestamp,
        /// Whether a right was refused for want of a role or a program.
        refused: Arc<AtomicBool>,
    },
    /// A program that shows an API token.
    Token(Box<Bearer>),
    /// Work that a person has asked for earlier, with what that person may now.
    Later(Maker),
    /// The host's command line: the audited emergency door, to which the program gate does not apply.
    Host,
}

/// A program that shows an API token: what its maker may now, as far as the token's scopes go.
#[derive(Clone, Debug)]
pub(crate) struct Bearer {
    /// Which token.
    pub id: TokenId,
    /// What it is for.
    pub scopes: Vec<TokenScope>,
    /// Who made it.
    pub maker: Maker,
}

/// A person who is not there, but whose token or whose order acts.
#[derive(Clone, Debug)]
pub(crate) struct Maker {
    /// Who.
    pub person: PersonId,
    /// The roles held now.
    pub roles: Vec<Role>,
    /// Whether the person has a second factor, or the account demands none.
    pub second_factor: bool,
}

/// Why a caller may not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denied {
    /// The person lacks this role.
    Role(Role),
    /// The account demands a second factor, which this session has not given.
    SecondFactor,
    /// The person proved too long ago who they are.
    NotFresh,
    /// No scope of the API token opens this.
    Scope,
    /// The account takes part in none of these programs.
    Program(&'static [Program]),
}

impl Caller {
    /// The caller behind a live session; only [`crate::session::caller`] knows one.
    pub(crate) fn person(visitor: Visitor, now: Timestamp) -> Self {
        let (account, programs) = (visitor.account, visitor.programs.clone());
        Self { account, programs, who: Who::Person { visitor: Box::new(visitor), now, refused: Arc::default() } }
    }

    /// The caller behind a live API token; only [`crate::tokens::caller`] knows one.
    pub(crate) fn token(account: AccountId, programs: Vec<Program>, bearer: Bearer) -> Self {
        Self { account, programs, who: Who::Token(Box::new(bearer)) }
    }

    /// Work for a person who is not there; only [`crate::people::later`] knows what they may.
    pub(crate) const fn later(account: AccountId, programs: Vec<Program>, maker: Maker) -> Self {
        Self { account, programs, who: Who::Later(maker) }
    }

    /// The host's command line, acting in one account. What it reads of analytics is audited.
    #[must_use]
    pub const fn host(account: AccountId) -> Self {
        Self { account, programs: Vec::new(), who: Who::Host }
    }

    /// Checks a right: first a token's scopes, then the role, then the second factor, then the account's programs.
    ///
    /// # Errors
    /// [`Denied`] with what is missing.
    pub fn may(&self, permission: Permission) -> Result<Scope, Denied> {
        let checked = self.check(permission);
        if let (Who::Person { refused, .. }, Err(Denied::Role(_) | Denied::Program(_))) = (&self.who, &checked) {
            refused.store(true, Ordering::Relaxed);
        }
        checked
    }

    /// Whether a right is there, where a page merely leaves out what it would open: nobody asked, nobody is refused.
    #[must_use]
    pub fn opens(&self, permission: Permission) -> bool {
        self.check(permission).is_ok()
    }

    fn check(&self, permission: Permission) -> Result<Scope, Denied> {
        let (person, roles, second_factor) = match &self.who {
            Who::Host => return Ok(Scope::new(self.account, permission, None)),
            Who::Person { visitor, .. } => (visitor.person, &visitor.roles, visitor.second_factor),
            Who::Token(bearer) if bearer.scopes.iter().any(|scope| scope.opens(permission)) => {
                (bearer.maker.person, &bearer.maker.roles, bearer.maker.second_factor)
            }
            Who::Token(_) => return Err(Denied::Scope),
            Who::Later(maker) => (maker.person, &maker.roles, maker.second_factor),
        };
        if let Some(role) = permission.role().filter(|_| !permission.opened_by(roles)) {
            return Err(Denied::Role(role));
        }
        // Without it one's own page opens alone: there it is given, or set up.
        if !second_factor && permission != Permission::OwnProfile {
            return Err(Denied::SecondFactor);
        }
        if !permission.allowed_in(&self.programs) {
            return Err(Denied::Program(permission.programs()));
        }
        Ok(Scope::new(self.account, permission, Some(person)))
    }

    /// Checks a right that only those have who proved a moment ago who they are: giving roles, making tokens, changing
    /// factors.
    ///
    /// # Errors
    /// [`Denied`] with what is missing.
    pub fn may_now(&self, permission: Permission) -> Result<Scope, Denied> {
        let scope = self.may(permission)?;
        match &self.who {
            Who::Person { visitor, now, .. } if visitor.fresh_until <= *now => Err(Denied::NotFresh),
            // A token proves that somebody once made it, not who holds it now.
            Who::Token(_) | Who::Later(_) => Err(Denied::Scope),
            _ => Ok(scope),
        }
    }

    /// Whether the person asked for a right that takes a role or a program which they or the account lack.
    pub(crate) fn was_refused(&self) -> bool {
        matches!(&self.who, Who::Person { refused, .. } if refused.load(Ordering::Relaxed))
    }

    /// The account that the caller looks at.
    #[must_use]
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// The person behind the session; nothing for an API token and for the host's command line.
    #[must_use]
    pub fn visitor(&self) -> Option<&Visitor> {
        match &self.who {
            Who::Person { visitor, .. } => Some(visitor),
            Who::Token(_) | Who::Later(_) | Who::Host => None,
        }
    }

    /// The API token; nothing for people and for the host's command line.
    #[must_use]
    pub const fn token_id(&self) -> Option<TokenId> {
        match &self.who {
            Who::Token(bearer) => Some(bearer.id),
            Who::Person { .. } | Who::Later(_) | Who::Host => None,
        }
    }

    /// The person's id, or that of the token's maker; nothing for the host's command line.
    #[must_use]
    pub fn id(&self) -> Option<PersonId> {
        match &self.who {
            Who::Person { visitor, .. } => Some(visitor.person),
            Who::Token(bearer) => Some(bearer.maker.person),
            Who::Later(maker) => Some(maker.person),
            Who::Host => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::SessionId;
    use uuid::Uuid;

    fn caller(roles: &[Role], programs: &[Program]) -> Caller {
        let visitor = Visitor {
            session: SessionId(Uuid::nil()),
            person: PersonId(Uuid::nil()),
            name: String::new(),
            email: String::new(),
            account: AccountId(Uuid::nil()),
            account_name: String::new(),
            mpn_id: String::new(),
            programs: programs.to_vec(),
            others: Vec::new(),
            roles: roles.to_vec(),
            second_factor: true,
            fresh_until: Timestamp::UNIX_EPOCH,
        };
        Caller::person(visitor, Timestamp::UNIX_EPOCH)
    }

    #[test]
    fn the_role_is_asked_for_before_the_program() {
        let denied = |roles: &[Role], programs: &[Program]| caller(roles, programs).may(Permission::ViewLicenses).err();
        assert_eq!(denied(&[Role::GlobalAdmin], &[Program::Mpn]), Some(Denied::Role(Role::PartnerAdmin)));
        assert!(matches!(denied(&[Role::PartnerAdmin], &[Program::Mpn]), Some(Denied::Program(_))));
        assert_eq!(denied(&[Role::PartnerAdmin], &[Program::Mpn, Program::CspIndirectReseller]), None);
    }

    #[test]
    fn resellers_stay_closed_to_direct_partners() {
        let direct = caller(&[Role::PartnerAdmin], &[Program::CspDirect]);
        assert!(direct.may(Permission::ViewResellers).is_err());
        assert!(direct.may(Permission::ReadFeed).is_ok());
    }

    #[test]
    fn the_host_is_past_the_program_gate() {
        assert!(Caller::host(AccountId(Uuid::nil())).may(Permission::ViewGrowth).is_ok());
    }
}
