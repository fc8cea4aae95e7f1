//! Decoded columns, as the scan reads them: in the narrowest type that holds the part's values.

use super::{Dim, Measure};
use std::sync::Arc;

/// Ids of one dimension.
#[derive(Debug)]
pub(crate) enum Ids {
    U8(Box<[u8]>),
    U16(Box<[u16]>),
    U32(Box<[u32]>),
}

/// Values of one measure.
#[derive(Debug)]
pub(crate) enum Values {
    I8(Box<[i8]>),
    I16(Box<[i16]>),
    I32(Box<[i32]>),
    I64(Box<[i64]>),
}

/// Runs `$body` with `$ids` bound to the slice inside, once for every width.
macro_rules! each_width {
    (ids $column:expr, $ids:ident => $body:expr) => {
        match $column {
            $crate::fact::Ids::U8($ids) => $body,
            $crate::fact::Ids::U16($ids) => $body,
            $crate::fact::Ids::U32($ids) => $body,
        }
    };
    (values $column:expr, $values:ident => $body:expr) => {
        match $column {
            $crate::fact::Values::I8($values) => $body,
            $crate::fact::Values::I16($values) => $body,
            $crate::fact::Values::I32($values) => $body,
            $crate::fact::Values::I64($values) => $body,
        }
    };
}
pub(crate) use each_width;

/// An id of any width.
#[inline]
pub(crate) fn wide_id(id: impl Into<u32>) -> u32 {
    id.into()
}

/// A value of any width.
#[inline]
pub(crate) fn wide(value: impl Into<i64>) -> i64 {
    value.into()
}

/// The customer column as runs: customer `customers[k]` owns rows `starts[k]..starts[k + 1]`.
#[derive(Debug)]
pub(crate) struct Runs {
    pub customers: Box<[u32]>,
    /// One more than `customers`; the last is the number of rows.
    pub starts: Box<[u32]>,
}

impl Runs {
    /// The runs of a sorted column.
    pub(crate) fn of(column: &[u32]) -> Self {
        let (mut customers, mut starts) = (Vec::new(), Vec::new());
        for (row, &customer) in (0_u32..).zip(column) {
            if customers.last() != Some(&customer) {
                customers.push(customer);
                starts.push(row);
            }
        }
        starts.push(u32::try_from(column.len()).unwrap_or(u32::MAX));
        Self { customers: customers.into(), starts: starts.into() }
    }
}

impl Ids {
    pub(crate) fn bytes(&self) -> usize {
        each_width!(ids self, ids => size_of_val(&**ids))
    }

    /// The id of a row, for loops that are not hot.
    pub(crate) fn at(&self, row: usize) -> u32 {
        each_width!(ids self, ids => wide_id(ids[row]))
    }
}

impl Values {
    /// The value of a row, for loops that are not hot.
    pub(crate) fn at(&self, row: usize) -> i64 {
        each_width!(values self, values => wide(values[row]))
    }

    pub(crate) fn bytes(&self) -> usize {
        each_width!(values self, values => size_of_val(&**values))
    }
}

/// One column of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Column {
    /// The customers, as runs.
    Customers,
    Dim(Dim),
    Measure(Measure),
}

/// The columns of one part that a scan asked for, in the order in which it asked.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub rows: usize,
    pub runs: Arc<Runs>,
    pub dims: Vec<Arc<Ids>>,
    pub measures: Vec<Arc<Values>>,
}

impl Part {
    /// Each row with its customer.
    pub(crate) fn customers(&self) -> impl Iterator<Item = (usize, u32)> {
        self.customers_from(0)
    }

    /// The same from a row on.
    pub(crate) fn customers_from(&self, row: usize) -> impl Iterator<Item = (usize, u32)> {
        let first = self.runs.starts.partition_point(|start| *start as usize <= row).saturating_sub(1);
        let runs = self.runs.starts.windows(2).zip(&self.runs.customers).skip(first);
        runs.flat_map(move |(run, customer)| (row.max(run[0] as usize)..run[1] as usize).map(|row| (row, *customer)))
    }
}
