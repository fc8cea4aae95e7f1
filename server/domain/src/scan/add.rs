//! Inner loops: marking, picking apart and adding up the rows of a block.

use super::{blocks::Span, kernel::Block};
use crate::fact::{Values, wide};

/// Sums of all values before each, and of all.
pub(super) fn sums_upto(values: impl Iterator<Item = i64>, upto: &mut Vec<i64>) {
    let mut sum = 0_i64;
    upto.clear();
    upto.push(0);
    upto.extend(values.map(|value| {
        sum = sum.wrapping_add(value);
        sum
    }));
}

/// Makes a mask of `rows` rows that keeps the spans. Most are shorter than a vector: writing one and
/// clearing what follows is cheaper than finding out how long they are.
pub(super) fn mark(spans: &[Span], rows: usize, mask: &mut Vec<u8>) {
    const WIDE: usize = 16;
    mask.resize(rows + WIDE, 0);
    for span in spans {
        let (from, to) = (span.from as usize, span.to as usize);
        if to - from > WIDE {
            mask[from..to].fill(0xff);
        } else {
            mask[from..from + WIDE].copy_from_slice(&[0xff; WIDE]);
            mask[to..to + WIDE].copy_from_slice(&[0; WIDE]);
        }
    }
    mask.truncate(rows);
}

/// Adds each row's value to its group. Neighbouring rows are often of the same group, and an addition to
/// memory waits for the one before: few groups are therefore kept in four places, taken in turn.
pub(super) fn scatter(
    keys: &[u32],
    picked: Option<&[u32]>,
    cells: &mut [i64],
    lanes: &mut Vec<i64>,
    value: impl Fn(usize) -> i64,
) {
    const FEW: usize = 256;
    if cells.len() > FEW {
        each_row(keys, picked, |row, key| cells[key] = cells[key].wrapping_add(value(row)));
        return;
    }
    lanes.clear();
    lanes.resize(4 * cells.len(), 0);
    let mut turn = 0;
    each_row(keys, picked, |row, key| {
        let lane = &mut lanes[4 * key + turn];
        *lane = lane.wrapping_add(value(row));
        turn = (turn + 1) & 3;
    });
    for (cell, lanes) in cells.iter_mut().zip(lanes.as_chunks::<4>().0) {
        *cell = lanes.iter().fold(*cell, |sum, lane| sum.wrapping_add(*lane));
    }
}

/// Calls `add` with the row and its group, for the rows that are left.
#[inline]
pub(super) fn each_row(keys: &[u32], picked: Option<&[u32]>, mut add: impl FnMut(usize, usize)) {
    match picked {
        None => keys.iter().enumerate().for_each(|(row, &key)| add(row, key as usize)),
        Some(picked) => picked.iter().for_each(|&row| add(row as usize, keys[row as usize] as usize)),
    }
}

/// The sum of a block's rows that are left.
pub(super) fn sum(values: &Values, block: &Block, mask: &[u8]) -> i64 {
    /// A block's sum of 16-bit values fits 32 bits, which are twice as fast.
    macro_rules! narrow {
        ($values:expr) => {{
            let values = &$values[block.rows.clone()];
            i64::from(if block.whole {
                values.iter().map(|&v| i32::from(v)).sum::<i32>()
            } else {
                values.iter().zip(mask).map(|(&v, &m)| i32::from(v) & i32::from(m.cast_signed())).sum::<i32>()
            })
        }};
    }
    /// So do the sums of the upper and of the lower halves of 32-bit values.
    macro_rules! halves {
        ($values:expr) => {{
            let values = &$values[block.rows.clone()];
            let add = |(low, high): (u32, i32), v: i32| (low + (v.cast_unsigned() & 0xffff), high + (v >> 16));
            let (low, high) = if block.whole {
                values.iter().fold((0, 0), |sums, &v| add(sums, v))
            } else {
                let kept = values.iter().zip(mask);
                kept.fold((0, 0), |sums, (&v, &m)| add(sums, v & i32::from(m.cast_signed())))
            };
            (i64::from(high) << 16) + i64::from(low)
        }};
    }
    macro_rules! whole {
        ($values:expr) => {{
            let values = &$values[block.rows.clone()];
            if block.whole {
                values.iter().fold(0_i64, |sum, &v| sum.wrapping_add(wide(v)))
            } else {
                let kept = values.iter().zip(mask);
                kept.fold(0_i64, |sum, (&v, &m)| sum.wrapping_add(i64::from(v) & i64::from(m.cast_signed())))
            }
        }};
    }
    match values {
        Values::I8(values) => narrow!(values),
        Values::I16(values) => narrow!(values),
        Values::I32(values) => halves!(values),
        Values::I64(values) => whole!(values),
    }
}
