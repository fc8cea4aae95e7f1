//! The table of customers as a file.

use super::matching_sorted;
use crate::{
    Domain, Error,
    access::Caller,
    audit::{self, Action},
    export::{Separator, Table, guarded},
};
use model::{CustomerQuery, CustomerRow, Permission};
use serde_json::json;

/// Rows of a piece.
const PIECE: usize = 2_000;

/// Every customer that matches, in the table's order, as pieces of a file; the header first. Unknown figures are empty.
///
/// # Errors
/// [`Error::Denied`] without the right to see or to export; [`Error::Db`] when the database fails.
pub async fn export(
    domain: &Domain,
    caller: &Caller,
    query: &CustomerQuery,
    header: [&str; 10],
    separator: Separator,
) -> Result<impl Iterator<Item = Vec<u8>> + Send + use<>, Error> {
    let scope = caller.may(Permission::Export)?;
    let rows = matching_sorted(domain, caller, query).await?;
    let mut tx = domain.db.write().await?;
    let (at, details) = (domain.clock.seconds(), json!({ "rows": rows.len() }));
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, "licenses", &details).await?;
    tx.commit().await?;

    let mut table = Table::new(separator);
    let mut opening = table.opening();
    table.row(header)?;
    opening.extend(table.take()?);
    let mut rows = rows.into_iter();
    let pieces = std::iter::from_fn(move || {
        let piece: Vec<CustomerRow> = rows.by_ref().take(PIECE).collect();
        if piece.is_empty() {
            None
        } else {
            piece.iter().try_for_each(|row| write(&mut table, row)).and_then(|()| table.take()).ok()
        }
    });
    Ok(std::iter::once(opening).chain(pieces))
}

fn write(table: &mut Table, row: &CustomerRow) -> std::io::Result<()> {
    let seats = row.seats;
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    let percent = |p: Option<model::Percent>| p.map(|p| p.to_string()).unwrap_or_default();
    table.row([
        &*guarded(&row.name),
        &row.id,
        &guarded(&row.market),
        &number(seats.sold),
        &number(seats.assigned),
        &percent(seats.deployment()),
        &number(seats.unassigned()),
        &number(seats.qualified),
        &number(seats.active),
        &percent(seats.usage()),
    ])
}
