//! The good rows of a file, by month, in memory up to a limit and beyond it in a temporary file.

use super::{parsed::LocalRows, spill::Spill};
use model::Month;
use std::{collections::BTreeMap, io, path::PathBuf};

/// The rows of a month that are in memory.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) rows: LocalRows,
    /// A number per row that is needed to finish the month and is no column; empty when none is needed.
    pub(super) extra: Vec<u64>,
}

impl Block {
    pub(super) fn new(dims: usize, measures: usize) -> Self {
        let rows = LocalRows { dims: vec![Vec::new(); dims], measures: vec![Vec::new(); measures] };
        Self { rows, extra: Vec::new() }
    }
}

/// All rows.
#[derive(Debug)]
pub(super) struct Store {
    dims: usize,
    measures: usize,
    with_extra: bool,
    blocks: BTreeMap<Month, Block>,
    /// Rows in memory, and how many may be.
    held: usize,
    most: usize,
    spill: Spill,
}

impl Store {
    /// An empty store for so many columns that keeps up to `most` bytes in memory.
    pub(super) fn new(columns: (usize, usize), with_extra: bool, most: usize, spill: PathBuf) -> Self {
        let (dims, measures) = columns;
        let row = 4 * dims + 8 * measures + if with_extra { 8 } else { 0 };
        let most = (most / row.max(1)).max(1);
        Self { dims, measures, with_extra, blocks: BTreeMap::new(), held: 0, most, spill: Spill::new(spill) }
    }

    /// Adds a row.
    pub(super) fn push(&mut self, month: Month, dims: &[u32], measures: &[i64], extra: u64) {
        let block = self.blocks.entry(month).or_insert_with(|| Block::new(self.dims, self.measures));
        block.rows.dims.iter_mut().zip(dims).for_each(|(column, id)| column.push(*id));
        block.rows.measures.iter_mut().zip(measures).for_each(|(column, value)| column.push(*value));
        if self.with_extra {
            block.extra.push(extra);
        }
        self.held += 1;
    }

    /// Moves rows to the temporary file when too many are in memory. Called between rows.
    pub(super) fn settle(&mut self) -> io::Result<()> {
        if self.held < self.most {
            return Ok(());
        }
        for (month, block) in &mut self.blocks {
            self.spill.write(*month, block)?;
        }
        self.held = 0;
        Ok(())
    }

    /// The months that have rows.
    pub(super) fn months(&self) -> impl Iterator<Item = Month> {
        self.blocks.keys().copied()
    }

    /// Takes out a month's rows in the order of the file.
    pub(super) fn take(&mut self, month: Month) -> io::Result<(LocalRows, Vec<u64>)> {
        let Some(mut rest) = self.blocks.remove(&month) else {
            let none = Block::new(self.dims, self.measures);
            return Ok((none.rows, none.extra));
        };
        if !self.spill.holds(month) {
            return Ok((rest.rows, rest.extra));
        }
        let mut whole = Block::new(self.dims, self.measures);
        self.spill.read(month, &mut whole)?;
        let append = |(all, more): (&mut Vec<u32>, &mut Vec<u32>)| all.append(more);
        whole.rows.dims.iter_mut().zip(&mut rest.rows.dims).for_each(append);
        whole.rows.measures.iter_mut().zip(&mut rest.rows.measures).for_each(|(all, more)| all.append(more));
        whole.extra.append(&mut rest.extra);
        Ok((whole.rows, whole.extra))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_to_disk_comes_back_in_order() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("rows");
        let month = |n| Month::new(2026, n).unwrap();
        let mut store = Store::new((2, 1), true, 24 * 10, file.clone());
        for n in 0..95_u32 {
            store.push(month(1 + n % 2), &[n, n * 2], &[-i64::from(n)], u64::from(n) << 40);
            store.settle().unwrap();
        }
        assert!(file.exists());
        assert_eq!(store.months().collect::<Vec<_>>(), [month(1), month(2)]);
        let (rows, extra) = store.take(month(2)).unwrap();
        let odd: Vec<u32> = (0..95).filter(|n| n % 2 == 1).collect();
        assert_eq!(rows.dims[0], odd);
        assert_eq!(rows.dims[1], odd.iter().map(|n| n * 2).collect::<Vec<_>>());
        assert_eq!(rows.measures[0], odd.iter().map(|n| -i64::from(*n)).collect::<Vec<_>>());
        assert_eq!(extra, odd.iter().map(|n| u64::from(*n) << 40).collect::<Vec<_>>());
        assert!(store.take(month(2)).unwrap().0.is_empty());
        assert_eq!(store.take(month(1)).unwrap().0.len(), 48);
        drop(store);
        assert!(!file.exists());
    }
}
