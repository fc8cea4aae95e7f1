//! The loops over one part.

use super::{
    add::{each_row, mark, scatter, sum, sums_upto},
    blocks::{BLOCK, Blocks, Span, select},
    distinct::{Counted, Distinct},
    filter::{self, Limits},
    plan::Plan,
    run::Found,
    tables::Tables,
};
use crate::fact::{Part, each_width, wide, wide_id};
use std::ops::Range;

/// What one thread has added up, and the room that its loops work in.
pub(super) struct Worker<'p> {
    plan: &'p Plan,
    /// By cell: a month and a group, or a group.
    pub rows: Vec<i64>,
    /// By measure of the query, then by cell.
    pub sums: Vec<Vec<i64>>,
    pub counted: Counted,
    room: Room,
}

/// Room for a block.
#[derive(Default)]
struct Room {
    selected: Vec<u32>,
    spans: Vec<Span>,
    mask: Vec<u8>,
    /// The group of each row.
    keys: Vec<u32>,
    /// The rows that are left, when some are not.
    picked: Vec<u32>,
    /// The customer of each row.
    who: Vec<u32>,
    /// Sums of the rows before each row.
    upto: Vec<i64>,
    /// Sums by group, each in four places.
    lanes: Vec<i64>,
    /// Between what measures of the part must lie, by column.
    limits: Vec<(usize, (i64, i64))>,
}

/// A block on its way through the filters.
#[derive(Clone)]
pub(super) struct Block {
    pub rows: Range<usize>,
    /// Whether all rows are left, so that the mask need not be looked at.
    pub whole: bool,
    kept: u32,
}

impl<'p> Worker<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        let cells = plan.cells();
        Self {
            plan,
            rows: vec![0; cells],
            sums: vec![vec![0; cells]; plan.query.measures.len()],
            counted: Counted::new(plan.distinct, cells),
            room: Room::default(),
        }
    }

    /// What was added up.
    pub(super) fn found(self) -> Found {
        Found { rows: self.rows, sums: self.sums, counted: self.counted }
    }

    /// Adds one part of the month at place `month`.
    pub(super) fn add(&mut self, part: &Part, tables: Option<&Tables>, month: usize) {
        let cells = if self.plan.query.by_month { month * self.plan.groups } else { 0 };
        let cells = cells..cells + self.plan.groups;
        let mut room = std::mem::take(&mut self.room);
        room.limits.clear();
        let of_month = |(column, limits): &(usize, Limits)| (*column, limits.of(self.plan.months[month]));
        room.limits.extend(self.plan.spans.iter().map(of_month));
        let filtered = select(self.plan, &part.runs, tables, &mut room.selected, &mut room.mask);
        if filtered || self.needs_spans() {
            let selected = std::mem::take(&mut room.selected);
            let mut blocks = Blocks::new(self.plan, &part.runs, tables, filtered.then_some(&selected));
            while let Some(rows) = blocks.next(&mut room.spans) {
                self.block(part, rows, filtered, &cells, &mut room);
            }
            room.selected = selected;
        } else {
            for from in (0..part.rows).step_by(BLOCK) {
                self.block(part, from..(from + BLOCK).min(part.rows), false, &cells, &mut room);
            }
        }
        self.room = room;
        self.counted.settle();
    }

    /// Whether anything but a filter asks whose rows they are.
    fn needs_spans(&self) -> bool {
        let counts_customers = self.plan.distinct != Distinct::No && self.plan.distinct.column().is_none();
        counts_customers || self.plan.digits.iter().any(|digit| digit.column.is_none())
    }

    fn block(&mut self, part: &Part, rows: Range<usize>, gaps: bool, cells: &Range<usize>, room: &mut Room) {
        let block = self.filter(part, rows, gaps, room);
        if block.kept == 0 {
            return;
        }
        let plan = self.plan;
        let by_row = plan.digits.iter().any(|digit| digit.column.is_some()) || plan.distinct.column().is_some();
        if by_row {
            self.add_rows(part, &block, cells, room);
        } else if self.needs_spans() {
            self.add_spans(part, &block, cells, room);
        } else {
            self.rows[cells.start] += i64::from(block.kept);
            for (column, sums) in self.sums.iter_mut().enumerate() {
                let sum = sum(&part.measures[column], &block, &room.mask);
                sums[cells.start] = sums[cells.start].wrapping_add(sum);
            }
        }
    }

    /// Fills the mask. With gaps only the rows of spans come into question.
    fn filter(&self, part: &Part, rows: Range<usize>, gaps: bool, room: &mut Room) -> Block {
        let plan = self.plan;
        let whole = !gaps && plan.tests.is_empty() && plan.spans.is_empty();
        if whole {
            let kept = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            return Block { rows, whole, kept };
        }
        let mask = &mut room.mask;
        mask.clear();
        if gaps {
            mark(&room.spans, rows.len(), mask);
        } else {
            mask.resize(rows.len(), 0xff);
        }
        for (column, set) in &plan.tests {
            set.test(&part.dims[*column], rows.start, mask);
        }
        for &(column, span) in &room.limits {
            filter::within(&part.measures[column], rows.start, span, mask);
        }
        let kept = filter::count(mask);
        let whole = kept as usize == rows.len();
        Block { rows, whole, kept }
    }

    /// Groups that the customer alone decides: a customer's rows are added in a register.
    ///
    /// With rows left out, sums from the block's start are subtracted: spans are short, and this has no
    /// branch that depends on their length.
    fn add_spans(&mut self, part: &Part, block: &Block, cells: &Range<usize>, room: &mut Room) {
        let Room { spans, mask, upto, .. } = room;
        // Few spans far apart are counted one by one.
        let sparse = spans.len() * 32 < block.rows.len();
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
                let values = values[block.rows.clone()].iter().copied().map(wide);
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
    fn add_rows(&mut self, part: &Part, block: &Block, cells: &Range<usize>, room: &mut Room) {
        self.keys(part, block, room);
        let Room { keys, picked, who, mask, lanes, .. } = room;
        if !block.whole {
            filter::pick(mask, picked);
        }
        let picked = (!block.whole).then_some(picked.as_slice());
        let rows = &mut self.rows[cells.clone()];
        scatter(keys, picked, rows, lanes, |_| 1);
        for (column, sums) in self.sums.iter_mut().enumerate() {
            let sums = &mut sums[cells.clone()];
            each_width!(values &*part.measures[column], values => {
                let values = &values[block.rows.clone()];
                scatter(keys, picked, sums, lanes, |row| wide(values[row]));
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
