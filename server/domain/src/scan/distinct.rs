//! Counting the different customers or subscriptions of each group.

/// Bits of all groups together, a thread: 32 MB. Few in tests, so that these see what lies beyond.
const MOST_BITS: u64 = if cfg!(test) { 1 << 10 } else { 1 << 28 };

/// How ids are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Distinct {
    /// Not at all.
    No,
    /// Customers, where a group is of one month: they are sorted and in one part each, so the last one that
    /// the group saw is enough.
    CustomersApart,
    /// Bits by group and id. The column, or nothing for customers; 64-bit words of a group.
    Bits(Option<usize>, usize),
    /// Too many bits: pairs of group and id, sorted.
    Pairs(Option<usize>),
}

impl Distinct {
    pub(super) fn plan(column: Option<usize>, apart: bool, cells: u64, ids: u64) -> Self {
        let words = ids.div_ceil(64);
        if column.is_none() && apart {
            Self::CustomersApart
        } else if cells.saturating_mul(words) <= MOST_BITS / 64 {
            Self::Bits(column, usize::try_from(words).unwrap_or(usize::MAX))
        } else {
            Self::Pairs(column)
        }
    }

    /// The column that is read row by row; nothing when the runs tell.
    pub(super) const fn column(self) -> Option<usize> {
        match self {
            Self::Bits(column, _) | Self::Pairs(column) => column,
            Self::No | Self::CustomersApart => None,
        }
    }
}

/// What a thread has counted so far.
#[derive(Debug)]
pub(super) struct Counted {
    how: Distinct,
    /// By cell, for [`Distinct::CustomersApart`].
    counts: Vec<u64>,
    last: Vec<u32>,
    bits: Vec<u64>,
    pairs: Vec<u64>,
}

impl Counted {
    pub(super) fn new(how: Distinct, cells: usize) -> Self {
        let (apart, words) = match how {
            Distinct::CustomersApart => (cells, 0),
            Distinct::Bits(_, words) => (0, cells * words),
            Distinct::No | Distinct::Pairs(_) => (0, 0),
        };
        Self { how, counts: vec![0; apart], last: vec![u32::MAX; apart], bits: vec![0; words], pairs: Vec::new() }
    }

    /// Notes that `cell` has a row with `id`.
    #[inline]
    pub(super) fn note(&mut self, cell: usize, id: u32) {
        match self.how {
            Distinct::No => {}
            Distinct::CustomersApart => {
                self.counts[cell] += u64::from(self.last[cell] != id);
                self.last[cell] = id;
            }
            Distinct::Bits(_, words) => self.bits[cell * words + id as usize / 64] |= 1 << (id % 64),
            Distinct::Pairs(_) => self.pairs.push((cell as u64) << 32 | u64::from(id)),
        }
    }

    /// The bits from a word on, for loops that set them without asking how ids are counted.
    pub(super) fn bits(&mut self, from: usize) -> &mut [u64] {
        &mut self.bits[from..]
    }

    /// Adds customers of a part that were counted when it was written.
    pub(super) fn add(&mut self, cell: usize, customers: u64) {
        if let Some(count) = self.counts.get_mut(cell) {
            *count += customers;
        }
    }

    /// Adds what another thread has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        for (bits, more) in self.bits.iter_mut().zip(&other.bits) {
            *bits |= more;
        }
        self.pairs.extend_from_slice(&other.pairs);
        self.settle();
    }

    /// Keeps each pair once, so that memory stays near what is counted.
    pub(super) fn settle(&mut self) {
        self.pairs.sort_unstable();
        self.pairs.dedup();
    }

    /// The numbers of different ids of the first cells, all at once.
    pub(super) fn all(&self, cells: usize) -> Vec<u64> {
        if let Distinct::Pairs(_) = self.how {
            let mut all = vec![0; cells];
            self.pairs.iter().for_each(|pair| all[(pair >> 32) as usize] += 1);
            return all;
        }
        (0..cells).map(|cell| self.of(cell)).collect()
    }

    /// The number of different ids of a cell.
    pub(super) fn of(&self, cell: usize) -> u64 {
        match self.how {
            Distinct::No => 0,
            Distinct::CustomersApart => self.counts[cell],
            Distinct::Bits(_, words) => {
                self.bits[cell * words..(cell + 1) * words].iter().map(|word| u64::from(word.count_ones())).sum()
            }
            Distinct::Pairs(_) => {
                let upto = |cell: usize| self.pairs.partition_point(|pair| pair >> 32 < cell as u64);
                (upto(cell + 1) - upto(cell)) as u64
            }
        }
    }
}
