//! One import from beginning to end.

use super::{
    begin::{Earlier, Running, beat, begin, earlier},
    commit::commit,
    finish::{Outcome, finish},
    incoming::Incoming,
    pages::{self, Page},
};
use crate::{
    Domain, Error,
    access::Caller,
    clock::moment,
    ingest::{self, Expect, Limits, Parsed, Progress, ReadError},
};
use jiff::tz::TimeZone;
use model::{ImportId, ImportNote, ImportRow, ImportState, Permission};
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{sync::watch, time::interval};

/// More bad rows than this in a hundred, and the whole file is refused.
pub const MAX_BAD_PERCENT: u32 = 5;

/// An import whose record is written: whoever is told its id can ask for it.
#[derive(Debug)]
pub struct Started {
    domain: Domain,
    running: Running,
    incoming: Incoming,
}

/// Writes the record of an import down, before anything of the file is read.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the record cannot be kept.
pub async fn start(domain: &Domain, caller: &Caller, incoming: Incoming) -> Result<Started, Error> {
    let scope = caller.may(Permission::Import)?;
    let running = begin(domain, &scope, &incoming).await?;
    Ok(Started { domain: domain.clone(), running, incoming })
}

impl Started {
    /// Which import.
    #[must_use]
    pub const fn id(&self) -> ImportId {
        self.running.id
    }

    /// Takes the file in: recognises and checks it, then puts all of it in place in one transaction. The received file is
    /// removed, unless it has columns, or is of a dataset, that are in no month: then it is kept. Whatever the outcome, the import's record
    /// tells it; `progress` is told how far it is.
    ///
    /// # Errors
    /// [`Error::Db`] when the record cannot be kept, in which case nothing of the file is there.
    pub async fn run(self, progress: watch::Sender<Progress>) -> Result<(), Error> {
        go(&self.domain, &self.running, self.incoming, progress).await
    }
}

/// Starts an import, runs it, and tells how it ended.
///
/// # Errors
/// As [`start`] and [`Started::run`].
pub async fn run(
    domain: &Domain,
    caller: &Caller,
    incoming: Incoming,
    progress: watch::Sender<Progress>,
) -> Result<ImportRow, Error> {
    let started = start(domain, caller, incoming).await?;
    let id = started.id();
    started.run(progress).await?;
    super::one(domain, caller, id).await
}

/// From the written record to its end.
pub(super) async fn go(
    domain: &Domain,
    running: &Running,
    incoming: Incoming,
    progress: watch::Sender<Progress>,
) -> Result<(), Error> {
    let outcome = match earlier(domain, running).await? {
        Some(Earlier { at, dataset, replaced }) => {
            Ok(Outcome { dataset, ..Outcome::of(ImportState::Repeated, vec![ImportNote::Repeated { at, replaced }]) })
        }
        None => take_in(domain, running, &incoming, progress).await,
    };
    let (cancelled, broken) = match end(domain, running, incoming, outcome).await {
        Ok(told) => (!told, false),
        Err(error) => {
            tracing::error!(import = %running.id, %error, "import failed");
            (!finish(domain, running, Outcome::of(ImportState::Refused, vec![failed(&error)])).await?, true)
        }
    };
    // What was set aside for an import that is not in; a refused one's bad rows are its explanation.
    if cancelled {
        remove(domain, "quarantine", running).await;
    }
    if cancelled || broken {
        remove(domain, "kept", running).await;
    }
    Ok(())
}

/// Settles the received file, then the record: what the record says of the file is true by then.
async fn end(
    domain: &Domain,
    running: &Running,
    incoming: Incoming,
    outcome: Result<Outcome, Error>,
) -> Result<bool, Error> {
    if outcome.as_ref().is_ok_and(Outcome::keeps_file) {
        incoming.keep(domain).await?;
    } else {
        incoming.remove().await;
    }
    finish(domain, running, outcome?).await
}

async fn remove(domain: &Domain, dir: &str, running: &Running) {
    // Mostly there is none.
    tokio::fs::remove_file(domain.data.join(dir).join(running.id.to_string())).await.ok();
}

fn failed(error: &Error) -> ImportNote {
    match error {
        error if error.is_no_space() => ImportNote::NoSpace,
        _ => ImportNote::Failed,
    }
}

async fn take_in(
    domain: &Domain,
    running: &Running,
    incoming: &Incoming,
    progress: watch::Sender<Progress>,
) -> Result<Outcome, Error> {
    let alone = read(domain, running, incoming, progress.clone(), Vec::new()).await?;
    let Some(page) = Page::of(&alone) else { return settle(domain, running, alone).await };
    let turn = pages::turn().await;
    let others = page.others(domain, running).await?;
    if page.may_be_all(&others) {
        let files = others.iter().map(|other| other.file.clone()).collect();
        let whole = read(domain, running, incoming, progress, files).await?;
        if Page::of(&whole).is_none() {
            let mut outcome = settle(domain, running, whole).await?;
            pages::join(&mut outcome, running, &others).await?;
            return Ok(Outcome { turn: Some(turn), ..outcome });
        }
    }
    Ok(Outcome { turn: Some(turn), ..page.waits() })
}

/// What becomes of what was read.
async fn settle(domain: &Domain, running: &Running, read: Result<Parsed, ReadError>) -> Result<Outcome, Error> {
    match read {
        Ok(parsed) => {
            keep_quarantine(domain, running, parsed.quarantine.as_deref()).await?;
            commit(domain, running, parsed).await
        }
        Err(ReadError::Io(error)) => Err(error.into()),
        Err(ReadError::Cancelled) => Ok(Outcome::of(ImportState::Cancelled, Vec::new())),
        Err(ReadError::Refused(refusal)) => {
            keep_quarantine(domain, running, refusal.quarantine.as_deref()).await?;
            Ok(Outcome {
                dataset: refusal.dataset,
                rows: refusal.rows,
                bad_rows: refusal.bad_rows,
                ..Outcome::of(ImportState::Refused, vec![refusal.note])
            })
        }
    }
}

/// Moves the bad rows to where they can be downloaded.
async fn keep_quarantine(domain: &Domain, running: &Running, file: Option<&Path>) -> Result<(), Error> {
    if let Some(file) = file {
        let dir = domain.data.join("quarantine");
        tokio::fs::create_dir_all(&dir).await?;
        tokio::fs::rename(file, dir.join(running.id.to_string())).await?;
    }
    Ok(())
}

/// Reads the file on a blocking thread, and meanwhile writes the progress down twice a second and asks whether somebody
/// has cancelled.
async fn read(
    domain: &Domain,
    running: &Running,
    incoming: &Incoming,
    progress: watch::Sender<Progress>,
    pages: Vec<PathBuf>,
) -> Result<Result<Parsed, ReadError>, Error> {
    let cancelled = Arc::new(AtomicBool::new(false));
    let expect = Expect {
        mpn_id: running.mpn_id.clone(),
        max_bad_percent: MAX_BAD_PERCENT,
        now: TimeZone::UTC.to_datetime(moment(domain.clock.seconds())),
        pages,
        limits: Limits::default(),
    };
    let receiver = progress.subscribe();
    let (path, work, stop) = (incoming.path().to_owned(), domain.data.join("incoming"), Arc::clone(&cancelled));
    let mut reading = tokio::task::spawn_blocking(move || {
        ingest::read(&path, &work, &expect, &|now| {
            progress.send_replace(now);
            if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    });
    let mut tick = interval(Duration::from_millis(500));
    tick.tick().await;
    loop {
        tokio::select! {
            done = &mut reading => return done.map_err(|error| std::io::Error::other(error).into()),
            _ = tick.tick() => {
                let now = *receiver.borrow();
                if !beat(domain, running, now).await? {
                    cancelled.store(true, Ordering::Relaxed);
                }
            }
        }
    }
}
