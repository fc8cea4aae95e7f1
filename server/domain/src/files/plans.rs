//! Orders that people keep: templates, and schedules.

mod due;

pub(crate) use due::run_due;

use super::{
    may, own,
    put::{Owner, named, put},
};
use crate::{
    Domain, Error,
    access::Caller,
    clock::moment,
    db::{DbError, sql},
    extract::Question,
};
use due::next;
use model::{Delivery, Every, FileId, FileOrder, FilePlan, Invalid};
use uuid::Uuid;

/// How many a person keeps at most.
const MOST: i64 = 50;

/// What is kept.
#[derive(Clone, Debug)]
pub struct NewPlan {
    /// What its files are called; after the dataset when it is empty.
    pub name: String,
    /// What they are made of.
    pub order: FileOrder,
    /// How often by themselves; nothing for a template.
    pub every: Option<Every>,
    /// Where they go.
    pub delivery: Delivery,
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    name: String,
    wanted: String,
    every: Option<String>,
    delivery: String,
    next_at: Option<i64>,
}

impl Row {
    fn plan(self) -> Result<FilePlan, Error> {
        let delivery = Delivery::from_key(&self.delivery);
        Ok(FilePlan {
            id: FileId(self.id),
            name: self.name,
            order: serde_json::from_str(&self.wanted)?,
            every: self.every.as_deref().and_then(Every::from_key),
            delivery: delivery.ok_or_else(|| DbError::Damaged("delivery of a kept order".into()))?,
            next_at: self.next_at.map(moment),
        })
    }
}

/// Keeps an order for the caller. What comes by itself is made for the first time when its time comes.
///
/// # Errors
/// As [`super::ask`]; [`Error::Invalid`] when too many are kept.
pub async fn keep_plan(domain: &Domain, caller: &Caller, new: &NewPlan) -> Result<FileId, Error> {
    let (scope, person) = may(caller, new.order.dataset)?;
    Question::of(&new.order, None)?;
    let name = named(&new.name, &new.order);
    let now = domain.clock.now();
    let mut tx = domain.db.write_people(scope.account()).await?;
    let account = scope.account().0;
    let kept: i64 = sql(include_str!("plans/count.sql")).bind(account).bind(person.0).scalar(&mut tx).await?;
    if kept >= MOST {
        return Err(Error::Invalid(Invalid::TooManyFiles));
    }
    let id = FileId(Uuid::now_v7());
    sql(include_str!("plans/put.sql"))
        .bind(account)
        .bind(id.0)
        .bind(person.0)
        .bind(name)
        .bind(serde_json::to_string(&new.order)?)
        .bind(new.every.map(Every::key))
        .bind(new.delivery.key())
        .bind(new.every.map(|every| next(every, now)))
        .bind(now.as_second())
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    Ok(id)
}

/// What the caller keeps, the newest first.
///
/// # Errors
/// [`Error::Denied`] without the right to take rows away; [`Error::Db`] when the database fails.
pub async fn plans(domain: &Domain, caller: &Caller) -> Result<Vec<FilePlan>, Error> {
    let (scope, person) = own(caller)?;
    let rows: Vec<Row> =
        sql(include_str!("plans/list.sql")).bind(scope.account().0).bind(person.0).fetch_all(&domain.db).await?;
    rows.into_iter().map(Row::plan).collect()
}

/// Asks for a file as it is kept, now.
///
/// # Errors
/// As [`super::ask`]; [`Error::NotFound`] when the caller keeps no such order.
pub async fn make_plan(domain: &Domain, caller: &Caller, id: FileId) -> Result<FileId, Error> {
    let plan = plans(domain, caller).await?.into_iter().find(|plan| plan.id == id).ok_or(Error::NotFound)?;
    let (scope, person) = may(caller, plan.order.dataset)?;
    let owner = Owner { account: scope.account(), person };
    let mut tx = domain.db.write_people(scope.account()).await?;
    let file = put(&mut tx, domain.clock.seconds(), owner, &plan.name, &plan.order, Delivery::List).await?;
    tx.commit().await?;
    Ok(file)
}

/// Forgets an order of the caller's. Files that were made of it stay.
///
/// # Errors
/// [`Error::Denied`] without the right; [`Error::NotFound`] when the caller keeps no such order; [`Error::Db`] when the
/// database fails.
pub async fn remove_plan(domain: &Domain, caller: &Caller, id: FileId) -> Result<(), Error> {
    let (scope, person) = own(caller)?;
    let mut tx = domain.db.write().await?;
    let remove = sql(include_str!("plans/remove.sql"));
    let removed = remove.bind(scope.account().0).bind(person.0).bind(id.0).execute(&mut tx).await?;
    tx.commit().await?;
    if removed == 0 { Err(Error::NotFound) } else { Ok(()) }
}
