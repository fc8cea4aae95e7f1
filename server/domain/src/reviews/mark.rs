//! Keep or revoke.

use crate::{Domain, Error, access::Caller, db::sql, note::note, people::change::still_allowed};
use model::{Permission, PersonId, ReviewId, Role, Ruling};

/// What a reviewer says of one role of one person.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The review.
    pub review: ReviewId,
    /// Whose role.
    pub person: PersonId,
    /// Which.
    pub role: Role,
    /// Kept or revoked; nothing takes back what was said.
    pub verdict: Option<Ruling>,
    /// Why, in the reviewer's words; may be empty.
    pub note: String,
}

/// Notes what becomes of a role. Nothing is taken before the review is finished, and until then it can be said anew.
///
/// # Errors
/// [`Error::Denied`] when the caller may not, also when that became so a moment ago; [`Error::NotFound`] when there is no such
/// item in a review under way; [`Error::Db`] when the database fails.
pub async fn mark(domain: &Domain, caller: &Caller, mark: &Mark) -> Result<(), Error> {
    let scope = caller.may(Permission::ReviewAccess)?;
    let now = domain.clock.seconds();
    let mut tx = domain.db.write_people(scope.account()).await?;
    still_allowed(&mut tx, &scope, now).await?;
    let marked = sql(include_str!("mark.sql"))
        .bind(scope.account().0)
        .bind(mark.review.0)
        .bind(mark.person.0)
        .bind(mark.role.key())
        .bind(mark.verdict.map(Ruling::key).map(str::to_owned))
        .bind(note(&mark.note))
        .bind(mark.verdict.map(|_| now))
        .bind(scope.actor().filter(|_| mark.verdict.is_some()).map(|actor| actor.0))
        .execute(&mut tx)
        .await?;
    if marked == 0 {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(())
}
