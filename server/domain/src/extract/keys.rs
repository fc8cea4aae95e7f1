//! Numbers that stand for the cells of a column: the same for the same cell, and in the order of the cells.

use super::{
    BadQuery, Column, Kind, Value,
    plan::{Guids, Place, Plan},
};
use crate::fact::Part;
use model::Month;

/// The number of an empty cell: below all others.
pub(super) const NOTHING: i64 = i64::MIN;

/// The numbers of one column.
#[derive(Debug)]
pub(super) struct Keys {
    column: usize,
    kind: Kind,
    ranks: Option<Ranks>,
}

/// The order of the cells that ids stand for; ids of the same cell are one.
#[derive(Debug)]
struct Ranks {
    /// By id.
    of: Vec<i64>,
    /// An id of each rank.
    id: Vec<u32>,
}

impl Keys {
    pub(super) fn new(plan: &Plan, columns: &[Column], column: usize) -> Self {
        let ranks = plan.ids(column).map(|size| Ranks::new(plan, column, u32::try_from(size).unwrap_or(u32::MAX)));
        Self { column, kind: columns[column].kind(), ranks }
    }

    /// The same, refusing columns whose numbers have no order.
    pub(super) fn ordered(plan: &Plan, columns: &[Column], column: usize) -> Result<Self, BadQuery> {
        if plan.is_guid(column) {
            return Err(BadQuery::Unsupported(format!("the order of {:?}", columns[column].name)));
        }
        Ok(Self::new(plan, columns, column))
    }

    /// The number of a row's cell.
    pub(super) fn of(&self, plan: &Plan, part: &Part, month: Month, place: Place) -> i64 {
        if let Some(ranks) = &self.ranks {
            return ranks.of[plan.id(self.column, part, place) as usize];
        }
        if plan.is_guid(self.column) {
            return plan.id(self.column, part, place).into();
        }
        match plan.cell(self.column, part, month, place, None) {
            Value::Number { units, .. } => units,
            Value::Date(days) => days.into(),
            _ => NOTHING,
        }
    }

    /// The cell behind a number.
    pub(super) fn value(&self, plan: &Plan, key: i64, guids: &Guids) -> Value<'static> {
        if key == NOTHING {
            return Value::Nothing;
        }
        let whole = u32::try_from(key).unwrap_or(0);
        match (&self.ranks, self.kind) {
            (Some(ranks), _) => plan.of_id(self.column, ranks.id[whole as usize]).into_owned(),
            (None, Kind::Number(places)) => Value::Number { units: key, places },
            (None, Kind::Date) => Value::Date(i32::try_from(key).unwrap_or(0)),
            (None, _) => guids.get(&whole).map_or(Value::Nothing, |guid| Value::Text(guid.clone().into())),
        }
    }
}

impl Ranks {
    fn new(plan: &Plan, column: usize, size: u32) -> Self {
        let mut ids: Vec<u32> = (0..size).collect();
        let cell = |id: u32| plan.of_id(column, id);
        let order = |a: &u32, b: &u32| {
            let (a, b) = (cell(*a), cell(*b));
            a.compare(&b).unwrap_or_else(|| (a != Value::Nothing).cmp(&(b != Value::Nothing)))
        };
        ids.sort_by(order);
        let (mut of, mut id) = (vec![NOTHING; size as usize], Vec::new());
        for same in ids.chunk_by(|a, b| order(a, b).is_eq()) {
            let rank = i64::try_from(id.len()).unwrap_or(i64::MAX);
            id.push(same[0]);
            if cell(same[0]) != Value::Nothing {
                for it in same {
                    of[*it as usize] = rank;
                }
            }
        }
        Self { of, id }
    }
}
