//! One import from beginning to end.

use super::{
    begin::{Running, begin, beat, earlier},
    commit::commit,
    finish::{Outcome, finish},
};
use crate::{
    Domain, Error,
    access::Caller,
    ingest::{self, Expect, Failure, Received, Refusal},
};
use model::{ImportNote, ImportRow, ImportState, Permission};
use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{sync::watch, time::interval};

pub use crate::ingest::Progress;

/// Takes a received file in: recognises and checks it, then puts all of it in place in one transaction. The received file
/// is removed. Whatever the outcome, the import's record tells it.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] and [`Error::Io`] when the machine fails, in which case nothing of
/// the file is there.
pub async fn run(
    domain: &Domain,
    caller: &Caller,
    received: Received,
    progress: Option<watch::Sender<Progress>>,
) -> Result<ImportRow, Error> {
    let scope = caller.may(Permission::Import)?;
    let running = begin(domain, &scope, &received).await?;
    let outcome = match earlier(domain, &running).await? {
        Some(at) => Ok(Outcome::of(ImportState::Repeated, vec![ImportNote::Repeated { at }])),
        None => take_in(domain, &running, &received, progress).await,
    };
    let _ = tokio::fs::remove_file(&received.path).await;
    match outcome {
        Ok(outcome) => finish(domain, &running, outcome).await?,
        Err(error) => {
            tracing::error!(import = %running.id, %error, "import failed");
            finish(domain, &running, Outcome::of(ImportState::Refused, vec![failed(&error)])).await?;
        }
    }
    super::one(domain, caller, running.id).await
}

fn failed(error: &Error) -> ImportNote {
    match error {
        Error::Io(io) if io.kind() == std::io::ErrorKind::StorageFull => ImportNote::NoSpace,
        _ => ImportNote::Failed,
    }
}

async fn take_in(
    domain: &Domain,
    running: &Running,
    received: &Received,
    progress: Option<watch::Sender<Progress>>,
) -> Result<Outcome, Error> {
    match read(domain, running, received, progress).await? {
        Ok(parsed) => commit(domain, running, parsed).await,
        Err(Failure::Io(error)) => Err(error.into()),
        Err(Failure::Cancelled) => Ok(Outcome::of(ImportState::Cancelled, Vec::new())),
        Err(Failure::Refused(Refusal { dataset, note, rows, bad_rows })) => {
            Ok(Outcome { dataset, rows, bad_rows, ..Outcome::of(ImportState::Refused, vec![note]) })
        }
    }
}

/// Reads the file on a blocking thread, and meanwhile writes the progress down twice a second and asks whether somebody
/// has cancelled.
async fn read(
    domain: &Domain,
    running: &Running,
    received: &Received,
    progress: Option<watch::Sender<Progress>>,
) -> Result<Result<ingest::Parsed, Failure>, Error> {
    let cancelled = Arc::new(AtomicBool::new(false));
    let (sender, receiver) = watch::channel(Progress::default());
    let expect = Expect::new(&running.mpn_id, &domain.data.join("quarantine"), running.id);
    let (path, work, stop) = (received.path.clone(), domain.data.join("incoming"), cancelled.clone());
    let mut reading = tokio::task::spawn_blocking(move || {
        ingest::read(&path, &work, &expect, &mut |now| {
            sender.send_replace(now);
            if let Some(progress) = &progress {
                progress.send_replace(now);
            }
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
