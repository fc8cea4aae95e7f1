//! The first steps of a new installation.

use crate::{
    Domain, Error,
    account::{self, NewAccount},
    people::{self, Added, NewPerson},
    session::{self, Browser, SignedIn},
};
use model::Role;

/// What an installation starts with.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The company.
    pub account: NewAccount,
    /// The first MPN partner admin's name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
}

/// Whether there is nobody yet.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn needed(domain: &Domain) -> Result<bool, Error> {
    Ok(account::list(domain).await?.is_empty())
}

/// Adds the company and its first MPN partner admin, and signs them in as their first link would.
///
/// # Errors
/// [`Error::NotFound`] when an account is there already; [`Error::Db`] when the database fails.
pub async fn set_up(domain: &Domain, new: &Installation, browser: &Browser) -> Result<SignedIn, Error> {
    if !needed(domain).await? {
        return Err(Error::NotFound);
    }
    let account = account::add(domain, &new.account).await?.ok_or(Error::NotFound)?;
    let person = NewPerson { email: new.email.clone(), name: new.name.clone(), roles: vec![Role::PartnerAdmin] };
    match people::add(domain, account, &person).await? {
        Added::Link(link) => session::sign_in(domain, link.text(), None, browser).await,
        Added::Member | Added::HasAdmin => Err(Error::NotFound),
    }
}
