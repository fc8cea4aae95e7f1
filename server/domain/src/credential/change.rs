//! A change of how somebody signs in: who may make one, and what follows from it.

use super::password;
use crate::{
    Domain, Error,
    access::{self, Caller, Denied},
    audit,
    audit::Action,
    db::{Tx, sql},
    notices, session,
};
use model::{AccountId, Invalid, News, Permission, PersonId, Visitor};
use serde_json::Value;
use uuid::Uuid;

/// A change of the caller's own credentials in progress; it is undone unless [`Change::done`].
pub(crate) struct Change<'a> {
    domain: &'a Domain,
    pub(super) visitor: &'a Visitor,
    pub(crate) tx: Tx,
    pub(super) now: i64,
    /// The accounts that somebody acted in before.
    acted: Vec<AccountId>,
}

/// What a person has, and what the session has proved.
#[derive(sqlx::FromRow)]
pub(super) struct Factors {
    /// Whether there is an authenticator app.
    pub(super) totp: i64,
    /// How many passkeys.
    pub(super) passkeys: i64,
    /// Whether the session has given a second factor.
    given: i64,
    /// In how many accounts the person would be let in by what they add, in which nobody vouches for this session.
    out_of_reach: i64,
}

impl Factors {
    /// Whether there is a second factor.
    pub(super) const fn second(&self) -> bool {
        self.totp + self.passkeys > 0
    }
}

impl<'a> Change<'a> {
    /// Begins a change: the caller has proved a moment ago who they are, with the second factor where they have one. Otherwise
    /// a stolen password, or a session left open, would be enough to replace everything else.
    ///
    /// # Errors
    /// [`Error::Denied`] with what is missing; [`Invalid::OtherAccounts`] when only an admin of one of the person's accounts
    /// vouches for the session; [`Error::NotFound`] for the host's command line, which has no credentials.
    pub(crate) async fn begin(domain: &'a Domain, caller: &'a Caller) -> Result<Self, Error> {
        caller.may_now(Permission::OwnProfile)?;
        let visitor = caller.visitor().ok_or(Error::NotFound)?;
        let mut tx = domain.db.write().await?;
        let mut acted = Vec::new();
        for account in lock_accounts(&mut tx, visitor.person).await? {
            if access::acting(&mut tx, account).await? > 0 {
                acted.push(account);
            }
        }
        let mut change = Self { domain, visitor, tx, now: domain.clock.seconds(), acted };
        let factors = change.factors().await?;
        if factors.second() && factors.given == 0 {
            return Err(Denied::SecondFactor.into());
        }
        if factors.out_of_reach > 0 {
            return Err(Error::Invalid(Invalid::OtherAccounts));
        }
        Ok(change)
    }

    /// What the person has at this point of the change.
    pub(super) async fn factors(&mut self) -> Result<Factors, Error> {
        let read = sql(include_str!("factors.sql")).bind(self.visitor.person.0).bind(self.visitor.session.0);
        // Without a row the session has ended since the request began.
        read.fetch_optional(&mut self.tx).await?.ok_or(Error::NotFound)
    }

    /// Whose credentials change.
    pub(crate) const fn person(&self) -> PersonId {
        self.visitor.person
    }

    /// What follows when a second factor was removed, if it was the last.
    ///
    /// # Errors
    /// [`Invalid::Password`] when the password is too short to stand alone: set another first, then remove.
    pub(super) async fn second_factor_removed(&mut self) -> Result<(), Error> {
        if self.factors().await?.second() {
            return Ok(());
        }
        let person = self.person().0;
        let weak: i64 = sql(include_str!("weak.sql")).bind(person).scalar(&mut self.tx).await?;
        if weak > 0 {
            return Err(Error::Invalid(Invalid::Password(password::TOO_SHORT)));
        }
        sql(include_str!("recovery/clear.sql")).bind(person).execute(&mut self.tx).await?;
        Ok(())
    }

    /// Makes the change last, says so in the audit trail of the account that the caller is in and to the person, and ends all
    /// other sessions of theirs, wherever they are.
    ///
    /// # Errors
    /// [`Error::LastAdmin`] when an account would be left without somebody who can act.
    pub(crate) async fn done(mut self, action: Action, details: &Value) -> Result<(), Error> {
        for account in &self.acted {
            if access::acting(&mut self.tx, *account).await? == 0 {
                return Err(Error::LastAdmin);
            }
        }
        let (account, person) = (self.visitor.account, self.visitor.person);
        audit::record(&mut self.tx, self.now, account, Some(person), action, &person.to_string(), details).await?;
        notices::put(&mut self.tx, account, person, &News::CredentialChanged { what: action }, self.now).await?;
        let who = (account, Some(person), person);
        session::end_all(&mut self.tx, self.domain, who, None, Some(self.visitor.session)).await?;
        Ok(self.tx.commit().await?)
    }
}

/// Holds off changes of people, roles and credentials in all accounts of a person until the write ends; which they are.
///
/// # Errors
/// [`DbError`](crate::db::DbError) when the database fails.
pub(crate) async fn lock_accounts(tx: &mut Tx, person: PersonId) -> Result<Vec<AccountId>, Error> {
    // In one order, so that two changes never wait for one another.
    let accounts: Vec<Uuid> = sql(include_str!("accounts.sql")).bind(person.0).scalars(&mut *tx).await?;
    for account in &accounts {
        tx.lock_account(AccountId(*account)).await?;
    }
    Ok(accounts.into_iter().map(AccountId).collect())
}
