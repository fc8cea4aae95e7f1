//! Signed links to files: they open without a token, for a short while, and only while the file's owner may see its rows.

use crate::{
    Domain, Error,
    access::Denied,
    db::sql,
    files::{self, File},
    keys::Purpose,
    people,
};
use model::{AccountId, FileId, PersonId, Role};
use uuid::Uuid;

/// Seconds that a link lasts.
pub const LINK_LASTS: i64 = 3_600;

/// A link to a file, as it stands in an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The file.
    pub file: FileId,
    /// Until when it opens, in seconds since 1970.
    pub expires: i64,
    /// That this installation made it.
    pub signature: String,
}

impl Link {
    /// A link from now on.
    #[must_use]
    pub fn new(domain: &Domain, file: FileId) -> Self {
        let expires = domain.clock.seconds() + LINK_LASTS;
        Self { file, expires, signature: domain.keys.signature(Purpose::FileLink, &said(file, expires)) }
    }
}

/// The file behind a link.
///
/// # Errors
/// [`Error::NotFound`] when the link is not ours or has expired, or the file is gone; [`Error::Denied`] when its owner may not see
/// its rows any more; [`Error::Db`] when the database fails.
pub async fn follow(domain: &Domain, link: &Link) -> Result<File, Error> {
    let ours = domain.keys.signed(Purpose::FileLink, &said(link.file, link.expires), &link.signature);
    if !ours || link.expires < domain.clock.seconds() {
        return Err(Error::NotFound);
    }
    let owner: Option<(Uuid, Uuid)> = sql("select account_id, person_id from file where id = $1")
        .bind(link.file.0)
        .fetch_optional(&domain.db)
        .await?;
    let (account, person) = owner.ok_or(Error::NotFound)?;
    let caller = people::later(domain, AccountId(account), PersonId(person)).await?;
    let caller = caller.ok_or(Error::Denied(Denied::Role(Role::PartnerAdmin)))?;
    files::open(domain, &caller, link.file).await
}

fn said(file: FileId, expires: i64) -> Vec<u8> {
    format!("{file}\n{expires}").into_bytes()
}
