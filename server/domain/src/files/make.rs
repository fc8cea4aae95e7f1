//! Making files, one after the other.

use super::{
    Notes,
    deliver::deliver,
    part, path,
    take::{MOST_TRIES, Work, take},
    writer,
};
use crate::{
    Domain, Error,
    access::{Caller, Denied},
    db::sql,
    extract::{self, Question, Taken},
    fact::FactError,
    people,
};
use model::{FileOrder, FilePeriod, FileProblem, FileState, Month, MonthRange, Permission, Role};
use std::{
    fs,
    io::ErrorKind,
    time::{Duration, Instant},
};

/// How long a server with nothing to make waits before it looks again.
const PAUSE: Duration = Duration::from_secs(1);
/// Rows that are read and written at once.
const AT_ONCE: usize = 4_096;
/// How long it goes on before the right to the rows is looked at again, and how far it is written down.
const TRUST: Duration = Duration::from_millis(500);

/// How often a file that is being ended is heard of.
const BEAT: Duration = Duration::from_secs(10);

/// Makes files as they are asked for, until `stop` is ready; the one under way is begun anew by the next server.
pub async fn work(domain: Domain, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    loop {
        let pause = tokio::select! {
            biased;
            () = &mut stop => return,
            made = make_next(&domain) => match made {
                Ok(true) => Duration::ZERO,
                Ok(false) => PAUSE,
                Err(error) => {
                    tracing::error!(%error, "files cannot be made");
                    PAUSE
                }
            },
        };
        tokio::select! {
            biased;
            () = &mut stop => return,
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Makes the file that has waited longest, if one waits. One that cannot be made says why in the list; that is no error here.
///
/// # Errors
/// [`Error::Db`] when the database fails.
pub async fn make_next(domain: &Domain) -> Result<bool, Error> {
    let Some(work) = take(domain).await? else { return Ok(false) };
    let made = make(domain, &work).await;
    let now = domain.clock.seconds();
    match made {
        Ok(Some((rows, notes))) => {
            let bytes = tokio::fs::metadata(path(domain, work.id)).await?.len();
            let mut tx = domain.db.write().await?;
            let kept = sql(include_str!("made.sql"))
                .bind(work.id.0)
                .bind(i64::try_from(rows).unwrap_or(i64::MAX))
                .bind(i64::try_from(bytes).unwrap_or(i64::MAX))
                .bind(notes.text())
                .bind(now)
                .execute(&mut tx)
                .await?;
            if kept > 0 {
                deliver(&mut tx, domain, &work, rows).await?;
            }
            tx.commit().await?;
            if kept == 0 {
                forget(domain, &work);
            }
        }
        // Cancelled or removed: nothing is to be written down.
        Ok(None) => forget(domain, &work),
        Err(error) => {
            forget(domain, &work);
            let problem = problem(&error);
            let again = work.tries < MOST_TRIES && matches!(error, Error::Facts(FactError::Replaced));
            let state = if again { FileState::Waiting } else { FileState::Failed };
            if problem == FileProblem::Server {
                tracing::warn!(file = %work.id, tries = work.tries, %error, "a file could not be made");
            }
            let mut tx = domain.db.write().await?;
            let failed =
                sql(include_str!("failed.sql")).bind(work.id.0).bind(state.key()).bind(problem.key()).bind(now);
            failed.execute(&mut tx).await?;
            tx.commit().await?;
        }
    }
    Ok(true)
}

fn problem(error: &Error) -> FileProblem {
    match error {
        Error::Denied(_) => FileProblem::Right,
        Error::Query(_) => FileProblem::Order,
        error if error.is_no_space() => FileProblem::NoSpace,
        _ => FileProblem::Server,
    }
}

/// How many rows it has, and its notes; nothing when nobody wants it any more.
async fn make(domain: &Domain, work: &Work) -> Result<Option<(u64, Notes)>, Error> {
    if work.tries > MOST_TRIES {
        return Err(Error::Busy);
    }
    let nobody = || Error::Denied(Denied::Role(Role::PartnerAdmin));
    let caller = people::later(domain, work.account, work.person).await?.ok_or_else(nobody)?;
    let months = months(domain, &caller, &work.order).await?;
    let question = Question::of(&work.order, months)?;
    let mut rows = question.rows(domain, &caller, Permission::Export).await?;
    let (to, heads, format) = (part(domain, work.id), question.heads(), work.order.format);
    let begin = move || {
        fs::create_dir_all(to.parent().unwrap_or(&to))?;
        writer::begin(&to, heads, format)
    };
    let mut writer = tokio::task::spawn_blocking(begin).await.map_err(|_| FactError::Stopped)??;
    let (mut written, mut trusted) = (0, Instant::now());
    while let Some(batch) = rows.next(AT_ONCE).await? {
        written += batch.len() as u64;
        let add = move || writer.add(&batch).map(|()| writer);
        writer = tokio::task::spawn_blocking(add).await.map_err(|_| FactError::Stopped)??;
        if trusted.elapsed() >= TRUST {
            people::still_may(domain, &caller, Permission::Export).await?;
            if !seen(domain, work, written, &rows).await? {
                return Ok(None);
            }
            trusted = Instant::now();
        }
    }
    people::still_may(domain, &caller, Permission::Export).await?;
    let notes = Notes::of(domain, work, months, written, &question.heads()).await?;
    let (from, to, kept) = (part(domain, work.id), path(domain, work.id), notes.clone());
    let finish = move || {
        writer.finish(&kept)?;
        Ok::<_, Error>(fs::rename(from, to)?)
    };
    let mut finishing = tokio::task::spawn_blocking(finish);
    loop {
        // A large workbook is put together for minutes: meanwhile no other server takes it for forgotten.
        match tokio::time::timeout(BEAT, &mut finishing).await {
            Ok(finished) => break finished.map_err(|_| FactError::Stopped)??,
            Err(_) => drop(seen(domain, work, written, &rows).await?),
        }
    }
    Ok(Some((written, notes)))
}

/// Writes down how far it is; whether anybody still wants it.
async fn seen(domain: &Domain, work: &Work, written: u64, rows: &Taken) -> Result<bool, Error> {
    let (passed, all) = rows.progress();
    let mut tx = domain.db.write().await?;
    let seen = sql(include_str!("seen.sql"))
        .bind(work.id.0)
        .bind(i64::try_from(written).unwrap_or(i64::MAX))
        .bind(i64::try_from(passed * 100 / all.max(1)).unwrap_or(100))
        .bind(domain.clock.seconds())
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(seen > 0)
}

/// The months that an order means now.
pub(crate) async fn months(domain: &Domain, caller: &Caller, order: &FileOrder) -> Result<Option<MonthRange>, Error> {
    let count = match order.period {
        FilePeriod::All => return Ok(None),
        FilePeriod::Months(months) => return Ok(Some(months)),
        FilePeriod::Newest(count) => count,
    };
    let facts = domain.facts.now(&caller.may(extract::permission(order.dataset))?).await?;
    let newest: Option<Month> = facts.months(order.dataset).map(|(month, _)| month).last();
    Ok(newest.map(|newest| MonthRange { from: newest.plus(1 - i32::from(count.max(1))), to: newest }))
}

fn forget(domain: &Domain, work: &Work) {
    for file in [part(domain, work.id), path(domain, work.id)] {
        match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                tracing::warn!(file = %work.id, %error, "what was written of a file cannot be removed");
            }
            _ => {}
        }
    }
}
