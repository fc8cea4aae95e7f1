//! What people are called.

use crate::{
    Domain, Error,
    access::{Caller, Denied},
    audit,
    audit::Action,
    credential::lock_accounts,
    db::sql,
};
use model::{Invalid, Permission};
use serde_json::json;

/// The longest name, in characters.
const LONGEST: usize = 200;

/// A name as it is kept; nothing when it is none, or no line of text.
pub(super) fn proper(name: &str) -> Option<&str> {
    let name = name.trim();
    let fits = (1..=LONGEST).contains(&name.chars().count()) && !name.contains(char::is_control);
    fits.then_some(name)
}

/// Changes the caller's own name. People are shared between accounts: each of theirs shows the new one, and says so in its audit
/// trail. By their names people know whom they give roles to: a new one takes what a change of how somebody signs in takes.
///
/// # Errors
/// [`Error::Denied`] without a proof of a moment ago, or without the second factor; [`Invalid::Name`] for what is no name;
/// [`Invalid::OtherAccounts`] when the session counts in its account only and the person is in others, too; [`Error::NotFound`]
/// for who is no person.
pub async fn rename(domain: &Domain, caller: &Caller, name: &str) -> Result<(), Error> {
    caller.may_now(Permission::OwnProfile)?;
    let visitor = caller.visitor().ok_or(Error::NotFound)?;
    if !visitor.second_factor {
        return Err(Denied::SecondFactor.into());
    }
    let name = proper(name).ok_or(Error::Invalid(Invalid::Name))?;
    let mut tx = domain.db.write().await?;
    let accounts = lock_accounts(&mut tx, visitor.person).await?;
    let known: Option<(String, i64)> = sql(include_str!("own_name.sql"))
        .bind(visitor.person.0)
        .bind(visitor.session.0)
        .fetch_optional(&mut tx)
        .await?;
    // Without a row the session has ended since the request began.
    let (old, account_only) = known.ok_or(Error::NotFound)?;
    if account_only == 1 && accounts.len() > 1 {
        return Err(Error::Invalid(Invalid::OtherAccounts));
    }
    if old == name {
        return Ok(());
    }
    sql(include_str!("rename.sql")).bind(visitor.person.0).bind(name).execute(&mut tx).await?;
    let (at, who, details) = (domain.clock.seconds(), visitor.person, json!({ "old": old, "new": name }));
    for account in accounts {
        audit::record(&mut tx, at, account, Some(who), Action::NameChanged, &who.to_string(), &details).await?;
    }
    Ok(tx.commit().await?)
}
