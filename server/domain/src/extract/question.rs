//! What a file is made of: rows as they are, or put together.

use super::{
    Ask, BadQuery, Column, Groups, Head, How, Kind, Leaf, Made, Make, Must, Order, Row, Taken, Test, Value, columns,
    groups, narrowed,
    order::compared,
    query::{Condition, Is, Named, Query, column, named},
    rows,
};
use crate::{Domain, Error, access::Caller, extract::By};
use model::{Dataset, FileOrder, MonthRange, Permission};
use std::collections::HashSet;

/// A question whose rows are taken out, and the heads of their columns.
#[derive(Clone, Debug)]
pub struct Question {
    ask: Ask,
    heads: Vec<Head>,
    together: Option<Together>,
}

/// How rows are put together.
#[derive(Clone, Debug)]
struct Together {
    groups: Groups,
    /// The places of the answer's cells in those of a group; nothing where they are always empty.
    shown: Vec<Option<usize>>,
    /// By the places of the answer.
    order: Vec<Order>,
    top: Option<u64>,
}

impl Question {
    /// What an order asks for, of these months; of all without.
    ///
    /// # Errors
    /// [`BadQuery`] when its columns, conditions or query do not fit the dataset.
    pub fn of(order: &FileOrder, months: Option<MonthRange>) -> Result<Self, BadQuery> {
        let ask = Ask::of(order, months)?;
        match &order.query {
            Some(query) => Self::asked(&query.parse()?, ask),
            None => Ok(Self::plain(ask)),
        }
    }

    fn plain(ask: Ask) -> Self {
        let heads = ask.selected().into_iter().map(Head::from).collect();
        Self { ask, heads, together: None }
    }

    /// A query's question. Each row of its answer is another combination of the columns that it names; metrics are made of the
    /// rows of each. Where it names all columns that tell rows apart, that is what rows are already.
    fn asked(query: &Query, mut ask: Ask) -> Result<Self, BadQuery> {
        let all = ask.columns();
        for condition in &query.conditions {
            ask.test = ask.test.and(test(query.dataset, condition)?);
        }
        if query.select.is_empty() {
            let columns: Vec<_> = (0..all.len()).map(|at| (all[at].name, at)).collect();
            return Self::rows_of(query, ask, &columns);
        }
        let mut seen = HashSet::new();
        let mut names = Vec::new();
        for name in &query.select {
            if !seen.insert(name.to_lowercase()) {
                return Err(BadQuery::Syntax(format!("{name:?} is there twice")));
            }
            names.push((name.as_str(), named(query.dataset, name)?));
        }
        let by: Vec<usize> =
            names.iter().filter_map(|(_, it)| if let Named::Column(at) = it { Some(*at) } else { None }).collect();
        let apart = |(at, column): (usize, &Column)| !column.tells_apart() || by.contains(&at);
        let as_they_are = |(name, it): &(_, Named)| match it {
            Named::Column(at) | Named::Metric(Make::Sum(at)) => Some((*name, *at)),
            Named::Metric(_) => None,
        };
        match names.iter().map(as_they_are).collect::<Option<Vec<_>>>() {
            Some(columns) if all.iter().enumerate().all(apart) => Self::rows_of(query, ask, &columns),
            _ => Self::groups_of(query, ask, &names),
        }
    }

    /// Rows as they are, with these columns.
    fn rows_of(query: &Query, ask: Ask, columns: &[(&str, usize)]) -> Result<Self, BadQuery> {
        let all = ask.columns();
        let head = |(name, at): &(&str, usize)| Head { name: (*name).to_owned(), ..Head::from(&all[*at]) };
        let order = query
            .order
            .iter()
            .map(|(name, descending)| Ok(Order { column: column(query.dataset, name)?, descending: *descending }));
        Ok(Self {
            heads: columns.iter().map(head).collect(),
            ask: Ask {
                select: columns.iter().map(|(_, at)| *at).collect(),
                order: order.collect::<Result<_, BadQuery>>()?,
                top: query.limit,
                ..ask
            },
            together: None,
        })
    }

    /// Rows put together: by the columns that Seatscope keeps, with a metric for each of the others.
    fn groups_of(query: &Query, ask: Ask, names: &[(&str, Named)]) -> Result<Self, BadQuery> {
        let all = ask.columns();
        let (mut grouped, mut heads, mut made) = (Groups::default(), Vec::new(), Vec::new());
        for (name, it) in names {
            let name = (*name).to_owned();
            let (kind, is_kept) = match it {
                Named::Column(at) => {
                    if all[*at].is_kept() && !grouped.by.contains(at) {
                        grouped.by.push(*at);
                    }
                    (all[*at].kind(), all[*at].is_kept())
                }
                Named::Metric(how) => {
                    let of = how.column().map_or(Kind::Number(0), |at| all[at].kind());
                    grouped.makes.push(Made { name: name.clone(), how: *how });
                    made.push(name.clone());
                    (how.kind(&name, of)?, how.column().is_none_or(|at| all[at].is_kept()))
                }
            };
            heads.push(Head { name, kind, is_kept });
        }
        let mut metrics = grouped.by.len()..;
        let place = |it: &Named| match it {
            Named::Column(at) => grouped.by.iter().position(|by| by == at),
            Named::Metric(_) => metrics.next(),
        };
        let shown: Vec<Option<usize>> = names.iter().map(|(_, it)| it).map(place).collect();
        let order = query.order.iter().map(|(name, descending)| {
            let column = heads.iter().position(|head| head.name.eq_ignore_ascii_case(name));
            let column =
                column.ok_or_else(|| BadQuery::Syntax(format!("{name:?} gives an order but is not selected")))?;
            Ok(Order { column, descending: *descending })
        });
        let order = order.collect::<Result<_, BadQuery>>()?;
        Ok(Self { ask, heads, together: Some(Together { groups: grouped, shown, order, top: query.limit }) })
    }

    /// The heads of its columns.
    #[must_use]
    pub fn heads(&self) -> Vec<Head> {
        self.heads.clone()
    }

    /// Its rows, under the right that opens the way they are taken.
    ///
    /// # Errors
    /// As [`rows()`].
    pub async fn rows(&self, domain: &Domain, caller: &Caller, way: Permission) -> Result<Taken, Error> {
        let Some(Together { groups: grouped, shown, order, top }) = &self.together else {
            return Ok(Taken::Facts(Box::new(rows(domain, caller, way, &self.ask).await?)));
        };
        let (_, found) = groups(domain, caller, way, &self.ask, grouped).await?;
        let cell = |row: &Row, at: &Option<usize>| at.map_or(Value::Nothing, |at| row[at].clone());
        let found = found.iter().map(|row| shown.iter().map(|at| cell(row, at)).collect()).collect();
        Ok(Taken::Memory(narrowed(found, &Test::Always(true), order, 0, *top).1.into_iter()))
    }
}

/// What a condition says of rows.
fn test(dataset: Dataset, condition: &Condition) -> Result<Test, BadQuery> {
    let place = column(dataset, &condition.column)?;
    let column = &columns(dataset).unwrap_or_default()[place];
    let kind = column.kind();
    let mut values = Vec::new();
    let mut by = By::Itself;
    for text in &condition.values {
        let (how, value) = compared(column, column.spelled(text))?;
        (by, values) = (how, [values, vec![value]].concat());
    }
    let leaf = |must| Leaf { column: place, by, must }.checked(column.name, kind).map(Test::Leaf);
    let be = |how| leaf(Must::Be(how, values[0].clone()));
    let not = |test: Test| Test::Not(Box::new(test));
    let ordered = !matches!(kind, Kind::Text | Kind::Guid);
    Ok(match condition.how {
        Is::Equal => be(How::Equal)?,
        Is::NotEqual => be(How::NotEqual)?,
        Is::In => leaf(Must::In(values.clone()))?,
        Is::NotIn => not(leaf(Must::In(values.clone()))?),
        Is::Like => leaf(Must::Like(condition.values[0].clone()))?,
        Is::NotLike => not(leaf(Must::Like(condition.values[0].clone()))?),
        Is::Less if ordered => be(How::Less)?,
        Is::AtMost if ordered => be(How::AtMost)?,
        Is::Greater if ordered => be(How::Greater)?,
        Is::AtLeast if ordered => be(How::AtLeast)?,
        _ => return Err(BadQuery::Mismatch(column.name.to_owned(), kind)),
    })
}
