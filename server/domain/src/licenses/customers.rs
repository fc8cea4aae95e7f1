//! The table of customers: searched, banded, sorted, a page at a time.

use super::{
    rows::{Counted, deployed, market, named},
    slice::Slice,
};
use crate::{Domain, Error, access::Caller, fact::Attributes, reading::steady};
use model::{CustomerPage, CustomerQuery, CustomerRow, CustomerSort, Permission, Seats};
use std::{cmp::Ordering, sync::Arc};

/// One page of the table for the filter's last month.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::Db`] when the database fails.
pub async fn customers(domain: &Domain, caller: &Caller, query: &CustomerQuery) -> Result<CustomerPage, Error> {
    steady!(page(domain, caller, query).await)
}

async fn page(domain: &Domain, caller: &Caller, query: &CustomerQuery) -> Result<CustomerPage, Error> {
    let Some(mut table) = Table::new(domain, caller, query).await? else { return Ok(CustomerPage::default()) };
    let total = u32::try_from(table.customers.len()).unwrap_or(u32::MAX);
    let size = CustomerPage::SIZE as usize;
    let first = (query.page as usize).saturating_mul(size).min(table.customers.len());
    let shown = table.sorted(first + size).split_off(first);
    Ok(CustomerPage { rows: table.named(&shown), total })
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
    steady!(everybody(domain, caller, query).await)
}

async fn everybody(domain: &Domain, caller: &Caller, query: &CustomerQuery) -> Result<Vec<CustomerRow>, Error> {
    let Some(mut table) = Table::new(domain, caller, query).await? else { return Ok(Vec::new()) };
    let all = table.sorted(usize::MAX);
    Ok(table.named(&all))
}

/// The customers that match. Only those that are shown are named: a page of 50 does not copy 25,000 names.
struct Table<'a> {
    query: &'a CustomerQuery,
    slice: Slice,
    customers: Vec<Counted>,
    attributes: Arc<Attributes>,
}

impl<'a> Table<'a> {
    async fn new(domain: &Domain, caller: &Caller, query: &'a CustomerQuery) -> Result<Option<Self>, Error> {
        let scope = caller.may(Permission::ViewLicenses)?;
        let slice = Slice::new(domain, scope, &query.filter).await?;
        let Some(range) = slice.months else { return Ok(None) };
        let month = range.to;
        let mut customers = deployed(&slice, month).await?;
        let wanted = query.search.trim().to_lowercase();
        customers.retain(|it| in_bands(query, it.seats) && found(&slice, &wanted, it.id));
        let attributes = slice.attributes(month).await?;
        Ok(Some(Self { query, slice, customers, attributes }))
    }

    /// The first `n` in the table's order. Only they need their order: all others merely have to come after.
    fn sorted(&mut self, n: usize) -> Vec<Counted> {
        let mut customers = std::mem::take(&mut self.customers);
        if n > 0 && n < customers.len() {
            customers.select_nth_unstable_by(n - 1, |a, b| self.compare(a, b));
            customers.truncate(n);
        }
        customers.sort_unstable_by(|a, b| self.compare(a, b));
        customers
    }

    fn named(&self, customers: &[Counted]) -> Vec<CustomerRow> {
        customers.iter().filter_map(|it| named(&self.slice, &self.attributes, *it)).collect()
    }

    /// Equal rows go by name and tenant, so that paging never shows one twice. Unknown comes last.
    fn compare(&self, a: &Counted, b: &Counted) -> Ordering {
        let ascending = self.query.ascending;
        let ordered = match self.query.sort {
            CustomerSort::Name => {
                let order = self.by_name(a, b);
                return if ascending { order.reverse() } else { order };
            }
            CustomerSort::Market => {
                let market = |it: &Counted| market(&self.slice, &self.attributes, it.id);
                let order = market(a).cmp(market(b));
                if ascending { order.reverse() } else { order }
            }
            CustomerSort::Sold => number(ascending, a.seats.sold, b.seats.sold),
            CustomerSort::Assigned => number(ascending, a.seats.assigned, b.seats.assigned),
            CustomerSort::Deployment => number(ascending, a.seats.deployment(), b.seats.deployment()),
            CustomerSort::Unassigned => number(ascending, a.seats.unassigned(), b.seats.unassigned()),
            CustomerSort::Usage => number(ascending, a.seats.usage(), b.seats.usage()),
        };
        ordered.then_with(|| self.by_name(a, b))
    }

    fn by_name(&self, a: &Counted, b: &Counted) -> Ordering {
        let key = |it: &Counted| {
            self.slice.reading.dictionary.customer(it.id).map(|customer| (&customer.name, &customer.tenant))
        };
        key(a).cmp(&key(b))
    }
}

fn in_bands(query: &CustomerQuery, seats: Seats) -> bool {
    query.deployment.is_none_or(|band| seats.deployment().is_some_and(|p| p.band() == band))
        && query.usage.is_none_or(|band| seats.usage().is_some_and(|p| p.band() == band))
}

/// Whether the customer's name contains the text, or the text is its tenant.
fn found(slice: &Slice, wanted: &str, id: u32) -> bool {
    let customer = || slice.reading.dictionary.customer(id);
    wanted.is_empty() || customer().is_some_and(|it| it.folded.contains(wanted) || it.tenant == wanted)
}

fn number<T: Ord>(ascending: bool, a: Option<T>, b: Option<T>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if ascending => a.cmp(&b),
        (Some(a), Some(b)) => b.cmp(&a),
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Greater,
        (_, None) => Ordering::Less,
    }
}
