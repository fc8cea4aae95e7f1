//! Reminders of roles whose end date is near.

use crate::{Domain, Error, clock::moment, db::sql, notices};
use model::{AccountId, News, PersonId, Role};
use uuid::Uuid;

/// How long before the end its holder and the MPN partner admins are told, in seconds.
const BEFORE: i64 = 7 * 86_400;

/// Tells of the roles that end within a week, each once; how many there were. For the worker.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub(crate) async fn remind_due(domain: &Domain) -> Result<u64, Error> {
    let now = domain.clock.seconds();
    let due: Vec<Uuid> =
        sql(include_str!("remind_accounts.sql")).bind(now).bind(now + BEFORE).scalars(&domain.db).await?;
    let mut told = 0;
    for account in due.into_iter().map(AccountId) {
        let mut tx = domain.db.write_people(account).await?;
        let ending: Vec<(Uuid, String, String, i64)> =
            sql(include_str!("remind.sql")).bind(account.0).bind(now).bind(now + BEFORE).fetch_all(&mut tx).await?;
        for (person, name, role, until) in ending {
            let (person, Some(role)) = (PersonId(person), Role::from_key(&role)) else { continue };
            let news = News::GrantEnds { person, name, role, until: moment(until) };
            notices::tell_admins(&mut tx, account, &[Some(person)], &news, now).await?;
            notices::put(&mut tx, account, person, &news, now).await?;
            told += 1;
        }
        sql(include_str!("reminded.sql")).bind(account.0).bind(now).bind(now + BEFORE).execute(&mut tx).await?;
        tx.commit().await?;
    }
    Ok(told)
}
