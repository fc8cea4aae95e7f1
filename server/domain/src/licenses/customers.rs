//! The table of customers: searched, banded, sorted, a page at a time.

use super::{rows::named, slice::Slice};
use crate::{Domain, Error, access::Caller};
use model::{CustomerPage, CustomerQuery, CustomerRow, CustomerSort, Permission};
use std::cmp::Ordering;

/// One page of the table for the filter's last month.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn customers(domain: &Domain, caller: &Caller, query: &CustomerQuery) -> Result<CustomerPage, Error> {
    let mut rows = matching(domain, caller, query).await?;
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let size = CustomerPage::SIZE as usize;
    let first = (query.page as usize).saturating_mul(size).min(rows.len());
    let end = (first + size).min(rows.len());
    // Only what is shown needs its order: everything before it merely has to be before it.
    if end < rows.len() && end > 0 {
        rows.select_nth_unstable_by(end - 1, |a, b| compare(query, a, b));
    }
    rows.truncate(end);
    rows.sort_unstable_by(|a, b| compare(query, a, b));
    Ok(CustomerPage { rows: rows.split_off(first), total })
}

/// Every customer that matches, in the table's order: what an export takes.
///
/// # Errors
/// As [`customers`].
pub(crate) async fn matching_sorted(
    domain: &Domain,
    caller: &Caller,
    query: &CustomerQuery,
) -> Result<Vec<CustomerRow>, Error> {
    let mut rows = matching(domain, caller, query).await?;
    rows.sort_unstable_by(|a, b| compare(query, a, b));
    Ok(rows)
}

async fn matching(domain: &Domain, caller: &Caller, query: &CustomerQuery) -> Result<Vec<CustomerRow>, Error> {
    let scope = caller.may(Permission::ViewLicenses)?;
    let slice = Slice::new(domain, scope, &query.filter).await?;
    let Some(range) = slice.months else { return Ok(Vec::new()) };
    let wanted = query.search.trim().to_lowercase();
    let mut rows = named(domain, &slice, range.to).await?;
    rows.retain(|row| {
        let found = wanted.is_empty()
            || slice
                .dictionary
                .tenant(&row.id)
                .and_then(|id| slice.dictionary.customer(id))
                .is_some_and(|customer| customer.folded.contains(&wanted) || customer.tenant == wanted);
        found
            && query.deployment.is_none_or(|band| row.seats.deployment().is_some_and(|p| p.band() == band))
            && query.usage.is_none_or(|band| row.seats.usage().is_some_and(|p| p.band() == band))
    });
    Ok(rows)
}

/// The table's order; equal rows go by name and tenant, so that paging never shows one twice. Unknown comes last.
fn compare(query: &CustomerQuery, a: &CustomerRow, b: &CustomerRow) -> Ordering {
    let by_name = || (&a.name, &a.id).cmp(&(&b.name, &b.id));
    let ordered = match query.sort {
        CustomerSort::Name => return if query.ascending { by_name().reverse() } else { by_name() },
        CustomerSort::Market => {
            let order = a.market.cmp(&b.market);
            if query.ascending { order.reverse() } else { order }
        }
        CustomerSort::Sold => number(query, a.seats.sold, b.seats.sold),
        CustomerSort::Assigned => number(query, a.seats.assigned, b.seats.assigned),
        CustomerSort::Deployment => number(query, a.seats.deployment(), b.seats.deployment()),
        CustomerSort::Unassigned => number(query, a.seats.unassigned(), b.seats.unassigned()),
        CustomerSort::Usage => number(query, a.seats.usage(), b.seats.usage()),
    };
    ordered.then_with(by_name)
}

fn number<T: Ord>(query: &CustomerQuery, a: Option<T>, b: Option<T>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if query.ascending => a.cmp(&b),
        (Some(a), Some(b)) => b.cmp(&a),
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Greater,
        (_, None) => Ordering::Less,
    }
}
