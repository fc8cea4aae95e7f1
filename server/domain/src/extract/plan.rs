//! A question made ready for the facts there are: what is read, and what ids pass.

use super::{BadQuery, By, Column, Holds, How, Leaf, Must, Test, Value, words::Words};
use crate::{
    Domain, Error,
    access::Scope,
    dictionary,
    fact::{Dim, Measure, Part},
    reading::Reading,
};
use model::Month;
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};

/// What the rows of a dataset are read with.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) words: Words,
    /// What is read of the facts.
    pub(super) dims: Vec<Dim>,
    pub(super) measures: Vec<Measure>,
    /// Where the cells of the columns that are needed come from, by the column's place.
    bound: BTreeMap<usize, Bound>,
    test: Test<Check>,
}

#[derive(Clone, Copy, Debug)]
struct Bound {
    holds: Holds,
    /// The place among the dimensions that are read.
    dim: Option<usize>,
    /// The place among the measures that are read.
    measure: Option<usize>,
}

/// What must hold of a column, decided for each id where there are few.
#[derive(Debug)]
enum Check {
    Ids(usize, Vec<bool>),
    Subscriptions { column: usize, any: HashSet<u32>, unless: bool },
    Cell(Leaf),
}

/// A row in a part.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) row: u32,
    pub(super) customer: u32,
}

/// The GUIDs of subscriptions, by id.
pub(super) type Guids = std::collections::HashMap<u32, String>;

impl Plan {
    /// For reading these columns of a dataset where a test holds.
    pub(super) async fn new(
        domain: &Domain,
        reading: &Reading,
        columns: &[Column],
        needed: &[usize],
        test: &Test,
    ) -> Result<Self, Error> {
        let leaves = test.leaves();
        let needed: BTreeSet<usize> = needed.iter().copied().chain(leaves.iter().map(|leaf| leaf.column)).collect();
        let holds = || needed.iter().map(|at| columns[*at].holds);
        let words = Words::new(Arc::clone(&reading.dictionary), holds());
        let (mut dims, mut measures, mut bound) = (Vec::new(), Vec::new(), BTreeMap::new());
        for at in &needed {
            let holds = columns[*at].holds;
            let (read, measure) = holds.reads();
            let dim = read.first().map(|dim| place(&mut dims, *dim));
            let measure = measure.map(|measure| place(&mut measures, measure));
            bound.insert(*at, Bound { holds, dim, measure });
        }
        let mut checks = Vec::new();
        for leaf in leaves {
            let column = &columns[leaf.column];
            let leaf = leaf.clone().checked(column.name, column.kind())?;
            checks.push(Check::new(domain, &reading.scope, &words, column, leaf).await?);
        }
        let test = test.with(&mut checks.into_iter());
        Ok(Self { words, dims, measures, bound, test })
    }

    /// Whether any row of a month may pass.
    pub(super) fn may_pass(&self, month: Month) -> bool {
        let known = |check: &Check| match check {
            Check::Cell(leaf) if self.bound[&leaf.column].holds == Holds::Month => {
                Some(leaf.holds(&Value::month(month)))
            }
            _ => None,
        };
        self.test.may_hold(&known) != Some(false)
    }

    /// The rows of a part from `from` on that pass, `most` at most.
    pub(super) fn pick(&self, part: &Part, month: Month, from: u32, most: usize) -> Vec<Place> {
        let rows = part.customers_from(from as usize).filter_map(|(row, customer)| {
            let place = Place { row: u32::try_from(row).ok()?, customer };
            self.passes(part, month, place).then_some(place)
        });
        rows.take(most).collect()
    }

    fn passes(&self, part: &Part, month: Month, place: Place) -> bool {
        self.test.holds(&|check| match check {
            Check::Ids(column, passes) => passes[self.id(*column, part, place) as usize],
            Check::Subscriptions { column, any, unless } => any.contains(&self.id(*column, part, place)) != *unless,
            Check::Cell(leaf) => leaf.holds(&self.cell(leaf.column, part, month, place, None)),
        })
    }

    /// The id that stands in a row for a column: of the customer where the column is known of customers.
    pub(super) fn id(&self, column: usize, part: &Part, place: Place) -> u32 {
        self.bound[&column].dim.map_or(place.customer, |dim| part.dims[dim].at(place.row as usize))
    }

    /// A cell. Subscriptions without `guids` are empty.
    pub(super) fn cell<'a>(
        &'a self,
        column: usize,
        part: &Part,
        month: Month,
        place: Place,
        guids: Option<&'a Guids>,
    ) -> Value<'a> {
        let bound = &self.bound[&column];
        let measure = || bound.measure.map_or(0, |at| part.measures[at].at(place.row as usize));
        match bound.holds {
            Holds::Month => Value::month(month),
            Holds::Day => {
                let day = i32::try_from(self.id(column, part, place)).unwrap_or(0).max(1) - 1;
                if let Value::Date(first) = Value::month(month) { Value::Date(first + day) } else { Value::Nothing }
            }
            Holds::Subscription => {
                let guid = guids.and_then(|guids| guids.get(&self.id(column, part, place)));
                guid.map_or(Value::Nothing, |guid| Value::Text(guid.as_str().into()))
            }
            Holds::Measure(_, places) => Value::Number { units: measure(), places },
            Holds::Named(_, places, mark) if self.id(column, part, place) & mark != 0 => {
                Value::Number { units: measure(), places }
            }
            Holds::Nothing | Holds::Named(..) => Value::Nothing,
            Holds::Date(_) => match i32::try_from(measure()) {
                Ok(days) if days != 0 => Value::Date(days),
                _ => Value::Nothing,
            },
            holds => self.words.cell(holds, self.id(column, part, place)),
        }
    }

    /// The place of the GUIDs' ids among the dimensions, when a column of these holds them.
    pub(super) fn guids(&self, columns: &[usize]) -> Option<usize> {
        columns.iter().find_map(|at| self.bound.get(at).filter(|it| it.holds == Holds::Subscription)?.dim)
    }

    /// Whether a column holds GUIDs, which are not in memory.
    pub(super) fn is_guid(&self, column: usize) -> bool {
        self.bound.get(&column).is_some_and(|it| it.holds == Holds::Subscription)
    }

    /// Where a column's ids alone say what stands in its cells: how many there are.
    pub(super) fn ids(&self, column: usize) -> Option<usize> {
        self.words.size(self.bound[&column].holds)
    }

    /// The cell of an id of such a column.
    pub(super) fn of_id(&self, column: usize, id: u32) -> Value<'_> {
        self.words.cell(self.bound[&column].holds, id)
    }
}

impl Check {
    async fn new(domain: &Domain, scope: &Scope, words: &Words, column: &Column, leaf: Leaf) -> Result<Self, Error> {
        if let Some(size) = words.size(column.holds) {
            let ids = 0..u32::try_from(size).unwrap_or(u32::MAX);
            return Ok(Self::Ids(leaf.column, ids.map(|id| leaf.holds(&words.cell(column.holds, id))).collect()));
        }
        if column.holds != Holds::Subscription {
            return Ok(Self::Cell(leaf));
        }
        let (named, unless) = match (&leaf.by, &leaf.must) {
            (By::Itself, Must::Be(How::Equal, value)) => (vec![value.clone()], false),
            (By::Itself, Must::Be(How::NotEqual, value)) => (vec![value.clone()], true),
            (By::Itself, Must::In(values)) => (values.clone(), false),
            _ => {
                let what = format!("a condition on {:?} other than = and IN", column.name);
                return Err(BadQuery::Unsupported(what).into());
            }
        };
        let mut any = HashSet::new();
        for value in named {
            any.extend(match value {
                Value::Text(guid) => dictionary::subscription_id(&domain.db, scope, &guid).await?,
                _ => Some(0),
            });
        }
        Ok(Self::Subscriptions { column: leaf.column, any, unless })
    }
}

fn place<T: PartialEq>(all: &mut Vec<T>, one: T) -> usize {
    all.iter().position(|it| *it == one).unwrap_or_else(|| {
        all.push(one);
        all.len() - 1
    })
}
