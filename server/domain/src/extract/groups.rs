//! Rows put together: sums, counts, means, lowest and highest of groups.

use super::{
    Ask, BadQuery, Groups, Make, Row, Value,
    keys::{Keys, NOTHING},
    permission,
    plan::{Guids, Plan},
    rows,
};
use crate::{
    Domain, Error,
    access::Caller,
    dictionary,
    fact::{FactError, Part},
};
use model::{Month, Permission};
use smallvec::SmallVec;
use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::Arc,
};

/// So many groups at most.
const MOST: usize = 500_000;

type Key = SmallVec<[i64; 4]>;

/// What a group has come to.
#[derive(Clone, Debug)]
enum So {
    Rows(i64),
    /// The sum, and of how many cells.
    Sum(i128, i64),
    /// The number of the best cell.
    Best(i64),
    Different(HashSet<i64>),
}

struct Grouping {
    by: Vec<Keys>,
    makes: Vec<(Make, Option<Keys>)>,
}

/// The groups of the rows that pass the question's test, in no order: the columns they are made by, then what is made. The
/// question's own columns, order, skip and top are not looked at.
///
/// # Errors
/// As [`rows()`](rows::rows), and [`BadQuery::TooManyGroups`].
pub async fn groups(
    domain: &Domain,
    caller: &Caller,
    way: Permission,
    ask: &Ask,
    groups: &Groups,
) -> Result<(i64, Vec<Row>), Error> {
    caller.may(way)?;
    let scope = caller.may(permission(ask.dataset))?;
    let columns = ask.columns();
    for made in &groups.makes {
        let column = made.how.column().map(|at| &columns[at]);
        column.map_or(Ok(super::Kind::Number(0)), |it| made.how.kind(it.name, it.kind()))?;
    }
    let made = groups.makes.iter().filter_map(|made| made.how.column());
    let needed: Vec<usize> = groups.by.iter().copied().chain(made).collect();
    let rows = rows::open(domain, &scope, ask, &needed).await?;
    let grouping = Arc::new(Grouping::new(&rows.plan, columns, groups)?);
    let mut found: HashMap<Key, Vec<So>> = HashMap::new();
    for (month, segment) in &rows.parts {
        let month = *month;
        if !rows.plan.may_pass(month) {
            continue;
        }
        let (plan, by) = (Arc::clone(&rows.plan), Arc::clone(&grouping));
        found = rows
            .read(segment, move |part| {
                by.add(&plan, &part, month, &mut found);
                found
            })
            .await?;
        if found.len() > MOST {
            return Err(BadQuery::TooManyGroups(MOST).into());
        }
    }
    if groups.by.is_empty() && found.is_empty() {
        // What is made of no rows at all is still one answer.
        found.insert(Key::new(), grouping.fresh());
    }
    let guids = match groups.by.iter().position(|at| rows.plan.is_guid(*at)) {
        Some(at) => {
            let ids: BTreeSet<u32> = found.keys().filter_map(|key| u32::try_from(key[at]).ok()).collect();
            dictionary::subscriptions(&domain.db, &scope, &ids).await?
        }
        None => Guids::new(),
    };
    let rows_of = found.into_iter().map(|(key, so)| grouping.row(&rows.plan, &key, &so, &guids));
    Ok((rows.version(), rows_of.collect::<Result<_, FactError>>()?))
}

impl Grouping {
    fn new(plan: &Plan, columns: &[super::Column], groups: &Groups) -> Result<Self, BadQuery> {
        let keys = |made: &super::Made| -> Result<_, BadQuery> {
            let keys = match made.how {
                Make::Lowest(at) | Make::Highest(at) => Some(Keys::ordered(plan, columns, at)?),
                how => how.column().map(|at| Keys::new(plan, columns, at)),
            };
            Ok((made.how, keys))
        };
        Ok(Self {
            by: groups.by.iter().map(|at| Keys::new(plan, columns, *at)).collect(),
            makes: groups.makes.iter().map(keys).collect::<Result<_, _>>()?,
        })
    }

    fn fresh(&self) -> Vec<So> {
        let fresh = |(how, _): &(Make, _)| match how {
            Make::Rows => So::Rows(0),
            Make::Sum(_) | Make::Mean(_) => So::Sum(0, 0),
            Make::Lowest(_) | Make::Highest(_) => So::Best(NOTHING),
            Make::Different(_) => So::Different(HashSet::new()),
        };
        self.makes.iter().map(fresh).collect()
    }

    fn add(&self, plan: &Plan, part: &Part, month: Month, found: &mut HashMap<Key, Vec<So>>) {
        for place in plan.pick(part, month, 0, usize::MAX) {
            let key = self.by.iter().map(|keys| keys.of(plan, part, month, place)).collect();
            let so = found.entry(key).or_insert_with(|| self.fresh());
            for ((how, keys), so) in self.makes.iter().zip(so) {
                so.add(*how, keys.as_ref().map_or(NOTHING, |keys| keys.of(plan, part, month, place)));
            }
        }
    }

    fn row(&self, plan: &Plan, key: &Key, so: &[So], guids: &Guids) -> Result<Row, FactError> {
        let by = self.by.iter().zip(key).map(|(keys, key)| Ok(keys.value(plan, *key, guids)));
        let made = self.makes.iter().zip(so).map(|((how, keys), so)| so.value(*how, keys.as_ref(), plan, guids));
        by.chain(made).collect()
    }
}

impl So {
    fn add(&mut self, how: Make, cell: i64) {
        match self {
            Self::Rows(rows) => *rows += 1,
            _ if cell == NOTHING => {}
            Self::Sum(sum, cells) => (*sum, *cells) = (*sum + i128::from(cell), *cells + 1),
            Self::Best(best) if *best == NOTHING => *best = cell,
            Self::Best(best) if matches!(how, Make::Lowest(_)) => *best = cell.min(*best),
            Self::Best(best) => *best = cell.max(*best),
            Self::Different(cells) => _ = cells.insert(cell),
        }
    }

    fn value(&self, how: Make, keys: Option<&Keys>, plan: &Plan, guids: &Guids) -> Result<Value<'static>, FactError> {
        let cell = |key| keys.map_or(Value::Nothing, |keys| keys.value(plan, key, guids));
        let whole = |units: i128| i64::try_from(units).map_err(|_| FactError::TooLarge("sum"));
        Ok(match self {
            Self::Rows(rows) => Value::whole(*rows),
            Self::Best(key) => cell(*key),
            Self::Different(cells) => Value::whole(i64::try_from(cells.len()).unwrap_or(i64::MAX)),
            Self::Sum(_, 0) => Value::Nothing,
            Self::Sum(sum, cells) => match (cell(0), how) {
                (Value::Number { places, .. }, Make::Mean(_)) => {
                    // Half up at the sixth decimal, as all quotients here.
                    let scale = 10_i128.pow(12 - u32::from(places.min(12)));
                    let twice = sum * scale * 2 + i128::from(*cells) * 1_000_000;
                    Value::Number { units: whole(twice.div_euclid(i128::from(*cells) * 2_000_000))?, places: 6 }
                }
                (Value::Number { places, .. }, _) => Value::Number { units: whole(*sum)?, places },
                _ => Value::Nothing,
            },
        })
    }
}
