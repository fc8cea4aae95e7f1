//! Filters as tables indexed by id, and the loops that test a block of rows against them.
//!
//! A block's rows are bytes of a mask, 0xff for *kept*. Loops over masks have no branches, so that the
//! compiler makes vectors of them.

use crate::fact::{Ids, Values, each_width};
use jiff::{
    Unit,
    civil::{Date, date},
};
use model::Month;
use smallvec::SmallVec;

/// Up to so many ids a vector comparison each is cheaper than a look-up per row.
const FEW: usize = 8;

/// A set of ids of one dimension.
#[derive(Clone, Debug)]
pub(super) struct IdSet {
    /// By id up to the highest there is: 0xff or 0.
    table: Vec<u8>,
    /// The ids that are in, or when `flip` is 0xff those that are out; empty when either are many.
    few: Vec<u32>,
    flip: u8,
    kept: usize,
}

impl IdSet {
    /// Of ids, where `highest` is the highest that occurs.
    pub(super) fn new(ids: &[u32], highest: u32) -> Self {
        let mut table = vec![0_u8; highest as usize + 1];
        for &id in ids {
            if let Some(entry) = table.get_mut(id as usize) {
                *entry = 0xff;
            }
        }
        let kept = table.iter().filter(|&&entry| entry != 0).count();
        let flip = if kept * 2 > table.len() { 0xff } else { 0 };
        let listed = (0_u32..).zip(&table).filter(|(_, entry)| **entry != flip).map(|(id, _)| id);
        let mut few: Vec<u32> = listed.take(FEW + 1).collect();
        if few.len() > FEW {
            few.clear();
        }
        Self { table, few, flip, kept }
    }

    /// Passes every id there is.
    pub(super) const fn is_all(&self) -> bool {
        self.kept == self.table.len()
    }

    /// Passes nothing.
    pub(super) const fn is_empty(&self) -> bool {
        self.kept == 0
    }

    /// Thousandths of the ids that pass.
    pub(super) const fn share(&self) -> usize {
        self.kept * 1000 / self.table.len()
    }

    /// 0xff when the id is in, else 0.
    pub(super) fn mask(&self, id: u32) -> u8 {
        self.table.get(id as usize).copied().unwrap_or(0)
    }

    /// By id up to the highest there is: 0xff when it is in, else 0.
    pub(super) fn table(&self) -> &[u8] {
        &self.table
    }

    /// The ids that are in, when they are few.
    pub(super) fn few(&self) -> Option<&[u32]> {
        (self.flip == 0 && !self.few.is_empty()).then_some(&self.few)
    }

    /// Clears the mask of rows whose id is not in. `from` is the first row of the block.
    pub(super) fn test(&self, ids: &Ids, from: usize, mask: &mut [u8]) {
        let rows = from..from + mask.len();
        match ids {
            Ids::U8(ids) if self.few.is_empty() => {
                let mut table = [0_u8; 256];
                let known = self.table.len().min(256);
                table[..known].copy_from_slice(&self.table[..known]);
                for (mask, &id) in mask.iter_mut().zip(&ids[rows]) {
                    *mask &= table[usize::from(id)];
                }
            }
            Ids::U16(ids) if self.few.is_empty() => look_up(&self.table, &ids[rows], mask),
            Ids::U32(ids) if self.few.is_empty() => look_up(&self.table, &ids[rows], mask),
            _ => each_width!(ids ids, ids => compare(&self.few, self.flip, &ids[rows], mask)),
        }
    }
}

fn look_up<T: Copy + Into<u32>>(table: &[u8], ids: &[T], mask: &mut [u8]) {
    for (mask, &id) in mask.iter_mut().zip(ids) {
        *mask &= table.get(id.into() as usize).copied().unwrap_or(0);
    }
}

/// Compares with one, two, four or eight ids at once; a shorter list repeats its last.
fn compare<T: Copy + PartialEq + TryFrom<u32>>(few: &[u32], flip: u8, ids: &[T], mask: &mut [u8]) {
    // An id too high for this part's width occurs in no row of it.
    let mut here: SmallVec<[T; FEW]> = few.iter().filter_map(|&id| T::try_from(id).ok()).collect();
    let Some(&last) = here.last() else {
        if flip == 0 {
            mask.fill(0);
        }
        return;
    };
    here.resize(here.len().next_power_of_two(), last);
    if let Ok(few) = <[T; 1]>::try_from(&*here) {
        compare_with(few, flip, ids, mask);
    } else if let Ok(few) = <[T; 2]>::try_from(&*here) {
        compare_with(few, flip, ids, mask);
    } else if let Ok(few) = <[T; 4]>::try_from(&*here) {
        compare_with(few, flip, ids, mask);
    } else if let Ok(few) = <[T; FEW]>::try_from(&*here) {
        compare_with(few, flip, ids, mask);
    }
}

fn compare_with<T: Copy + PartialEq, const N: usize>(few: [T; N], flip: u8, ids: &[T], mask: &mut [u8]) {
    for (mask, &id) in mask.iter_mut().zip(ids) {
        let mut hit = 0_u8;
        for other in few {
            hit |= u8::from(id == other).wrapping_neg();
        }
        *mask &= hit ^ flip;
    }
}

/// Between what a measure must lie, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Limits {
    Values(i64, i64),
    /// Days after the last of the row's month.
    Days(i64, i64),
}

impl Limits {
    /// The same as values, in a month.
    pub(super) fn of(self, month: Month) -> (i64, i64) {
        match self {
            Self::Values(low, high) => (low, high),
            Self::Days(first, last) => {
                let day = last_day(month);
                (day.saturating_add(first).max(1), day.saturating_add(last))
            }
        }
    }
}

/// The last day of a month, in days since 1970.
pub(crate) fn last_day(month: Month) -> i64 {
    let next: Date = month.plus(1).first_day().parse().unwrap_or_default();
    next.since((Unit::Day, date(1970, 1, 1))).map_or(0, |span| i64::from(span.get_days())) - 1
}

/// Clears the mask of rows whose value lies outside a span, both ends of which belong to it.
#[expect(clippy::useless_conversion, reason = "the values are of four widths, one of them 64 bits")]
pub(super) fn within(values: &Values, from: usize, (low, high): (i64, i64), mask: &mut [u8]) {
    each_width!(values values, values => {
        for (mask, &value) in mask.iter_mut().zip(&values[from..]) {
            *mask &= u8::from((low..=high).contains(&i64::from(value))).wrapping_neg();
        }
    });
}

/// How many rows the mask keeps.
pub(super) fn count(mask: &[u8]) -> u32 {
    // Sixteen counters of a byte each, emptied before they overflow.
    mask.chunks(16 * 255)
        .map(|chunk| {
            let (parts, rest) = chunk.as_chunks::<16>();
            let mut lanes = [0_u8; 16];
            for part in parts {
                lanes.iter_mut().zip(part).for_each(|(lane, kept)| *lane += kept & 1);
            }
            lanes.iter().map(|&lane| u32::from(lane)).sum::<u32>()
                + rest.iter().map(|&kept| u32::from(kept & 1)).sum::<u32>()
        })
        .sum()
}

/// The rows that the mask keeps; without branches, since nobody can guess them.
pub(super) fn pick(mask: &[u8], picked: &mut Vec<u32>) {
    picked.clear();
    picked.resize(mask.len() + 1, 0);
    let mut kept = 0;
    for (row, mask) in (0_u32..).zip(mask) {
        picked[kept] = row;
        kept += usize::from(mask & 1);
    }
    picked.truncate(kept);
}
