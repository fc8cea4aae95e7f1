//! The loops over one part.

use super::{
    add::mark,
    blocks::{BLOCK, Blocks, Span, select},
    distinct::{Counted, Distinct},
    filter::{self, Limits},
    plan::Plan,
    run::Found,
    tables::Tables,
};
use crate::fact::Part;
use std::ops::Range;

/// What one thread has added up, and the room that its loops work in.
pub(super) struct Worker<'p> {
    pub(super) plan: &'p Plan,
    /// By cell: a month and a group, or a group.
    pub rows: Vec<i64>,
    /// By measure of the query, then by cell.
    pub sums: Vec<Vec<i64>>,
    pub counted: Counted,
    room: Room,
}

/// Room for a block.
#[derive(Default)]
pub(super) struct Room {
    selected: Vec<u32>,
    pub spans: Vec<Span>,
    pub mask: Vec<u8>,
    /// The group of each row.
    pub keys: Vec<u32>,
    /// The rows that are left, when some are not.
    pub picked: Vec<u32>,
    /// The customer of each row.
    pub who: Vec<u32>,
    /// Sums of the rows before each row.
    pub upto: Vec<i64>,
    /// Sums by group, each in four places.
    pub lanes: Vec<i64>,
    /// Between what measures of the part must lie, by column.
    limits: Vec<(usize, (i64, i64))>,
}

/// A block on its way through the filters.
#[derive(Clone)]
pub(super) struct Block {
    pub rows: Range<usize>,
    /// Whether all rows are left, so that the mask need not be looked at.
    pub whole: bool,
    pub kept: u32,
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
    pub(super) fn needs_spans(&self) -> bool {
        let counts_customers = self.plan.distinct != Distinct::No && self.plan.distinct.column().is_none();
        counts_customers || self.plan.digits.iter().any(|digit| digit.column.is_none())
    }

    /// Whether the rows themselves decide their groups, or what is counted of them.
    pub(super) fn is_by_row(&self) -> bool {
        let plan = self.plan;
        plan.digits.iter().any(|digit| digit.column.is_some()) || plan.distinct.column().is_some()
    }

    fn block(&mut self, part: &Part, rows: Range<usize>, gaps: bool, cells: &Range<usize>, room: &mut Room) {
        let block = self.filter(part, rows, gaps, room);
        if block.kept == 0 {
            return;
        }
        if self.is_by_row() {
            self.add_rows(part, &block, cells, room);
        } else if self.needs_spans() {
            self.add_spans(part, &block, cells, room);
        } else {
            self.add_all(part, &block, cells, room);
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
}
