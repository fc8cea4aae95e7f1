//! Cuts a part into blocks of rows, and each block into the stretches of its customers.

use super::{
    filter::{self, IdSet},
    plan::Plan,
    tables::Tables,
};
use crate::fact::{Dim, Runs};
use std::ops::Range;

/// Rows of a block: a mask, keys and a few columns of it fit into the first cache.
pub(super) const BLOCK: usize = 4096;

/// The rows of one customer inside a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub customer: u32,
    /// What the customer adds to a group's key.
    pub key: u32,
    /// Rows, counted from the block's first.
    pub from: u32,
    pub to: u32,
}

impl Span {
    pub(super) const fn rows(self) -> Range<usize> {
        self.from as usize..self.to as usize
    }
}

/// Walks through a part, customer by customer.
pub(super) struct Blocks<'a> {
    runs: &'a Runs,
    tables: Option<&'a Tables>,
    /// What the customer's id is multiplied by in a group's key.
    stride: u32,
    /// The runs that pass; nothing when all do.
    selected: Option<&'a [u32]>,
    next: usize,
    /// The row where a run goes on that the last block cut.
    row: usize,
}

impl<'a> Blocks<'a> {
    pub(super) fn new(plan: &Plan, runs: &'a Runs, tables: Option<&'a Tables>, selected: Option<&'a [u32]>) -> Self {
        let stride = plan.digits.iter().find(|digit| digit.dim == Dim::Customer).map_or(0, |digit| digit.stride);
        Self { runs, tables: tables.filter(|tables| tables.makes_keys()), stride, selected, next: 0, row: 0 }
    }

    /// The rows of the next block and, into `spans`, its customers. Rows between spans do not pass.
    pub(super) fn next(&mut self, spans: &mut Vec<Span>) -> Option<Range<usize>> {
        spans.clear();
        let count = self.selected.map_or(self.runs.customers.len(), <[u32]>::len);
        let at = |place: usize| self.selected.map_or(place, |selected| selected[place] as usize);
        if self.next >= count {
            return None;
        }
        let from = self.row.max(self.runs.starts[at(self.next)] as usize);
        let most = from + BLOCK;
        while self.next < count {
            let run = at(self.next);
            let start = (self.runs.starts[run] as usize).max(from);
            let end = self.runs.starts[run + 1] as usize;
            if start >= most {
                break;
            }
            let customer = self.runs.customers[run];
            let given = self.tables.map_or(0, |tables| tables.key(customer));
            let key = customer * self.stride + given;
            spans.push(Span { customer, key, from: narrow(start - from), to: narrow(end.min(most) - from) });
            if end > most {
                self.row = most;
                break;
            }
            self.next += 1;
        }
        let to = spans.last().map_or(0, |span| span.to as usize);
        Some(from..from + to)
    }
}

/// Places inside a block are small.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The runs whose customers pass, into `selected`; whether anything is left out at all. `mask` is room.
pub(super) fn select(
    plan: &Plan,
    runs: &Runs,
    tables: Option<&Tables>,
    selected: &mut Vec<u32>,
    mask: &mut Vec<u8>,
) -> bool {
    let tables = tables.filter(|_| !plan.given.is_empty());
    if plan.customers.is_none() && tables.is_none() {
        return false;
    }
    selected.clear();
    mask.clear();
    if let Some(few) = plan.customers.as_ref().and_then(IdSet::few).filter(|_| !plan.merges) {
        // A page about one customer: find it instead of looking at all.
        mask.resize(few.len(), 0xff);
        if let Some(tables) = tables {
            tables.test(plan, few, mask);
        }
        let found = few.iter().zip(&*mask).filter(|(_, mask)| **mask != 0);
        selected.extend(found.filter_map(|(customer, _)| runs.customers.binary_search(customer).ok()).map(narrow));
        return true;
    }
    mask.resize(runs.customers.len(), 0xff);
    if let Some(set) = &plan.customers {
        mask.iter_mut().zip(&runs.customers).for_each(|(mask, &customer)| *mask &= set.mask(customer));
    }
    if let Some(tables) = tables {
        tables.test(plan, &runs.customers, mask);
    }
    filter::pick(mask, selected);
    selected.len() < runs.customers.len()
}
