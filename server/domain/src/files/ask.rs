//! Asking for a file.

use super::{
    may,
    put::{Owner, named, put},
};
use crate::{Domain, Error, access::Caller, extract::Question};
use model::{Delivery, FileId, FileOrder};

/// Asks for a file; it is made when its turn comes.
///
/// # Errors
/// [`Error::Denied`] without the right to take rows away or to see the dataset; [`Error::Query`] when columns or conditions do
/// not fit the dataset; [`Error::Invalid`] when too many files wait already.
pub async fn ask(domain: &Domain, caller: &Caller, name: &str, order: &FileOrder) -> Result<FileId, Error> {
    let (scope, person) = may(caller, order.dataset)?;
    Question::of(order, None)?;
    let name = named(name, order);
    // No two of a person's at once, so that they do not become too many.
    let mut tx = domain.db.write_people(scope.account()).await?;
    let owner = Owner { account: scope.account(), person };
    let id = put(&mut tx, domain.clock.seconds(), owner, &name, order, Delivery::List).await?;
    tx.commit().await?;
    Ok(id)
}
