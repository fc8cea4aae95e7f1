//! Queries that are kept, and those that are always there.

use super::{named, order};
use crate::{
    Domain, Error,
    access::Caller,
    clock::moment,
    db::sql,
    extract::{BadQuery, columns, datasets, permission},
    files::own,
};
use jiff::Timestamp;
use model::{Dataset, FileFormat};
use uuid::Uuid;

/// How many a person keeps at most.
const MOST: i64 = 200;
/// The ids of the queries that are always there: this and the dataset's place among all.
const SYSTEM: u128 = 0x5ea7_5c09_0000_4000_8000_0000_0000_0000;

/// What is kept.
#[derive(Clone, Debug)]
pub struct NewQuery {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its text.
    pub query: String,
}

/// A query.
#[derive(Clone, Debug)]
pub struct SavedQuery {
    /// Which.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its text.
    pub query: String,
    /// Whose it is, and since when; nothing for those that are always there.
    pub kept: Option<(String, Timestamp)>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    description: String,
    query: String,
    email: String,
    created_at: i64,
}

/// Keeps a query of the caller's.
///
/// # Errors
/// [`Error::Denied`] without the right to take rows away or to see its dataset; [`Error::Query`] when it makes no sense, or too
/// many are kept; [`Error::Db`] when the database fails.
pub async fn keep_query(domain: &Domain, caller: &Caller, new: &NewQuery) -> Result<SavedQuery, Error> {
    let (scope, person) = own(caller)?;
    let name = named("Name", &new.name)?;
    order(caller, &new.query, (None, None), FileFormat::Csv)?;
    let id = Uuid::now_v7();
    let account = scope.account().0;
    let mut tx = domain.db.write_people(scope.account()).await?;
    let kept: i64 = sql("select count(*) from insights_query where account_id = $1 and person_id = $2")
        .bind(account)
        .bind(person.0)
        .scalar(&mut tx)
        .await?;
    if kept >= MOST {
        return Err(BadQuery::Syntax(format!("{MOST} queries are kept already: delete some first")).into());
    }
    sql(include_str!("queries/put.sql"))
        .bind(account)
        .bind(id)
        .bind(person.0)
        .bind(name)
        .bind(new.description.clone())
        .bind(new.query.clone())
        .bind(domain.clock.seconds())
        .execute(&mut tx)
        .await?;
    tx.commit().await?;
    query(domain, caller, id).await
}

/// The caller's queries, the newest first.
///
/// # Errors
/// [`Error::Denied`] without the right to take rows away; [`Error::Db`] when the database fails.
pub async fn queries(domain: &Domain, caller: &Caller) -> Result<Vec<SavedQuery>, Error> {
    let (scope, person) = own(caller)?;
    let list = sql(include_str!("queries/list.sql"));
    let rows: Vec<Row> = list.bind(scope.account().0).bind(person.0).fetch_all(&domain.db).await?;
    let saved = |row: Row| SavedQuery {
        id: row.id,
        name: row.name,
        description: row.description,
        query: row.query,
        kept: Some((row.email, moment(row.created_at))),
    };
    Ok(rows.into_iter().map(saved).collect())
}

/// The queries that are always there: all columns of each dataset that the caller may see, of six months.
#[must_use]
pub fn system(caller: &Caller) -> Vec<SavedQuery> {
    let open = datasets().filter(|dataset| caller.opens(permission(*dataset)));
    open.map(|dataset| {
        let names: Vec<&str> = columns(dataset).unwrap_or_default().iter().map(|column| column.name).collect();
        SavedQuery {
            id: system_id(dataset),
            name: dataset.key().to_owned(),
            description: format!("All columns of {}", dataset.key()),
            query: format!("SELECT {} FROM {} TIMESPAN LAST_6_MONTHS", names.join(","), dataset.key()),
            kept: None,
        }
    })
    .collect()
}

fn system_id(dataset: Dataset) -> Uuid {
    let place = Dataset::ALL.iter().position(|it| *it == dataset).unwrap_or_default();
    Uuid::from_u128(SYSTEM + place as u128)
}

/// A query of the caller's, or one that is always there.
///
/// # Errors
/// [`Error::NotFound`] when there is none; else as [`queries`].
pub async fn query(domain: &Domain, caller: &Caller, id: Uuid) -> Result<SavedQuery, Error> {
    let own = queries(domain, caller).await?;
    own.into_iter().chain(system(caller)).find(|query| query.id == id).ok_or(Error::NotFound)
}

/// Forgets a query of the caller's. Reports that were made of it stay as they are.
///
/// # Errors
/// [`Error::NotFound`] when the caller keeps no such query; else as [`queries`].
pub async fn remove_query(domain: &Domain, caller: &Caller, id: Uuid) -> Result<(), Error> {
    let (scope, person) = own(caller)?;
    let mut tx = domain.db.write().await?;
    let remove = sql("delete from insights_query where account_id = $1 and person_id = $2 and id = $3");
    let removed = remove.bind(scope.account().0).bind(person.0).bind(id).execute(&mut tx).await?;
    tx.commit().await?;
    if removed == 0 { Err(Error::NotFound) } else { Ok(()) }
}
