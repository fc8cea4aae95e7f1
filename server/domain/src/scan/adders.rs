//! Adding a block's rows to their groups.

use super::{
    add::{each_row, scatter, sum, sums_upto},
    distinct::Distinct,
    filter,
    kernel::{Block, Room, Worker},
};
use crate::fact::{Part, each_width, wide, wide_id};
use std::ops::Range;

impl Worker<'_> {
    /// One group of all.
    pub(super) fn add_all(&mut self, part: &Part, block: &Block, cells: &Range<usize>, room: &Room) {
        let rows = if block.whole { block.rows.len() } else { block.kept as usize };
        self.rows[cells.start] += i64::try_from(rows).unwrap_or(i64::MAX);
        for (column, sums) in self.sums.iter_mut().enumerate() {
            let sum = sum(&part.measures[column], block, &room.mask);
            sums[cells.start] = sums[cells.start].wrapping_add(sum);
        }
    }

    /// Groups that the customer alone decides: a customer's rows are added in a register.
    ///
    /// With rows left out, sums from the block's start are subtracted: spans are short, and this has no branch that depends on
    /// their length. Where most rows lie between spans, those of each are looked at alone.
    pub(super) fn add_spans(&mut self, part: &Part, block: &Block, cells: &Range<usize>, room: &mut Room) {
        let Room { spans, mask, upto, .. } = room;
        let covered: usize = spans.iter().map(|span| span.rows().len()).sum();
        let sparse = covered * 3 < block.rows.len() || spans.len() * 32 < block.rows.len();
        if !block.whole && !sparse {
            sums_upto(mask.iter().map(|&m| i64::from(m & 1)), upto);
        }
        for span in &*spans {
            let (from, to) = (span.from as usize, span.to as usize);
            let kept = if block.whole {
                i64::from(span.to - span.from)
            } else if sparse {
                i64::from(filter::count(&mask[from..to]))
            } else {
                upto[to] - upto[from]
            };
            if kept > 0 {
                let cell = cells.start + span.key as usize;
                self.rows[cell] += kept;
                self.counted.note(cell, span.customer);
            }
        }
        for (column, sums) in self.sums.iter_mut().enumerate() {
            let sums = &mut sums[cells.clone()];
            if self.plan.digits.is_empty() {
                sums[0] = sums[0].wrapping_add(sum(&part.measures[column], block, mask));
                continue;
            }
            each_width!(values &*part.measures[column], values => {
                let values = &values[block.rows.clone()];
                if sparse && !block.whole {
                    for span in &*spans {
                        let kept = values[span.rows()].iter().zip(&mask[span.rows()]);
                        let sum = kept.fold(0_i64, |sum, (&v, m)| sum.wrapping_add(wide(v) & i64::from(m.cast_signed())));
                        let cell = &mut sums[span.key as usize];
                        *cell = cell.wrapping_add(sum);
                    }
                    continue;
                }
                let values = values.iter().copied().map(wide);
                if block.whole {
                    sums_upto(values, upto);
                } else {
                    sums_upto(values.zip(&*mask).map(|(v, m)| v & i64::from(m.cast_signed())), upto);
                }
                for span in &*spans {
                    let sum = upto[span.to as usize].wrapping_sub(upto[span.from as usize]);
                    let cell = &mut sums[span.key as usize];
                    *cell = cell.wrapping_add(sum);
                }
            });
        }
    }

    /// Groups that rows decide.
    pub(super) fn add_rows(&mut self, part: &Part, block: &Block, cells: &Range<usize>, room: &mut Room) {
        self.keys(part, block, room);
        let Room { keys, picked, who, mask, lanes, .. } = room;
        // To add nothing for a few rows is cheaper than to pick the others.
        let mostly =
            !block.whole && block.kept as usize * 4 > block.rows.len() * 3 && self.plan.distinct == Distinct::No;
        if !block.whole && !mostly {
            filter::pick(mask, picked);
        }
        let picked = (!block.whole && !mostly).then_some(picked.as_slice());
        let rows = &mut self.rows[cells.clone()];
        if mostly {
            scatter(keys, None, rows, lanes, |row| i64::from(mask[row] & 1));
        } else {
            scatter(keys, picked, rows, lanes, |_| 1);
        }
        for (column, sums) in self.sums.iter_mut().enumerate() {
            let sums = &mut sums[cells.clone()];
            each_width!(values &*part.measures[column], values => {
                let values = &values[block.rows.clone()];
                if mostly {
                    scatter(keys, None, sums, lanes, |row| wide(values[row]) & i64::from(mask[row].cast_signed()));
                } else {
                    scatter(keys, picked, sums, lanes, |row| wide(values[row]));
                }
            });
        }
        let counted = &mut self.counted;
        match self.plan.distinct {
            Distinct::No => {}
            Distinct::Bits(None, words) => {
                let bits = counted.bits(cells.start * words);
                each_row(keys, picked, |row, key| bits[key * words + who[row] as usize / 64] |= 1 << (who[row] % 64));
            }
            how => match how.column() {
                None => each_row(keys, picked, |row, key| counted.note(cells.start + key, who[row])),
                Some(column) => each_width!(ids &*part.dims[column], ids => {
                    let ids = &ids[block.rows.clone()];
                    each_row(keys, picked, |row, key| counted.note(cells.start + key, wide_id(ids[row])));
                }),
            },
        }
    }

    /// The group and, when they are counted, the customer of each row of the block.
    fn keys(&self, part: &Part, block: &Block, room: &mut Room) {
        let Room { spans, keys, who, .. } = room;
        keys.clear();
        keys.resize(block.rows.len(), 0);
        if self.needs_spans() {
            who.resize(block.rows.len(), 0);
            for span in spans {
                keys[span.rows()].fill(span.key);
                who[span.rows()].fill(span.customer);
            }
        }
        for digit in &self.plan.digits {
            let Some(column) = digit.column else { continue };
            each_width!(ids &*part.dims[column], ids => {
                for (key, &id) in keys.iter_mut().zip(&ids[block.rows.clone()]) {
                    *key += wide_id(id) * digit.stride;
                }
            });
        }
    }
}
