//! Files of rows, made in the background for whoever asked for them, and kept for some days: each one's own.

mod ask;
mod change;
mod deliver;
mod list;
mod make;
mod notes;
mod open;
mod plans;
mod put;
mod sweep;
mod take;
#[cfg(test)]
mod tests;
mod words;
mod writer;

pub use ask::ask;
pub use change::{cancel, remove};
pub use list::list;
pub(crate) use make::months;
pub use make::{make_next, work};
pub use open::{File, open};
pub(crate) use plans::run_due;
pub use plans::{NewPlan, keep_plan, make_plan, plans, remove_plan};
pub(crate) use put::{Owner, put};
pub(crate) use sweep::sweep;

use crate::{
    Domain, Error,
    access::{Caller, Scope},
    extract,
};
use model::{Dataset, FileId, Permission, PersonId};
use notes::Notes;
use std::path::PathBuf;

/// What the operator sets.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Days that files are kept.
    pub keep_days: i64,
    /// Where files go that are delivered into a folder.
    pub folder: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { keep_days: 14, folder: None }
    }
}

/// The caller as somebody who takes rows of a dataset away.
fn may(caller: &Caller, dataset: Dataset) -> Result<(Scope, PersonId), Error> {
    caller.may(extract::permission(dataset))?;
    own(caller)
}

/// The caller as somebody with files of their own.
pub(crate) fn own(caller: &Caller) -> Result<(Scope, PersonId), Error> {
    let scope = caller.may(Permission::Export)?;
    let person = scope.actor().ok_or(Error::NotFound)?;
    Ok((scope, person))
}

/// Where a file lies once it is whole.
fn path(domain: &Domain, id: FileId) -> PathBuf {
    domain.data.join("files").join(id.to_string())
}

/// Where it lies until then.
fn part(domain: &Domain, id: FileId) -> PathBuf {
    path(domain, id).with_extension("part")
}
