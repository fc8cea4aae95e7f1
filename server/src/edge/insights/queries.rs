//! Queries: kept, listed, tried.

use super::{
    super::problem::SignedIn,
    Asked,
    answer::Answer,
    fields::{Fields, day},
};
use axum::{
    body::Bytes,
    extract::{Path, RawQuery, State},
    response::Response,
};
use domain::{
    Domain, Error,
    access::Caller,
    extract::{BadQuery, object, quoted},
    insights::{self, NewQuery, SavedQuery},
};
use model::Permission;
use serde_json::{Value, json};
use uuid::Uuid;

pub(in crate::edge) async fn list(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    RawQuery(query): RawQuery,
) -> Response {
    answer.list(found(&domain, &caller, &Asked::new(query)).await).await
}

async fn found(domain: &Domain, caller: &Caller, asked: &Asked) -> Result<Vec<Value>, Error> {
    let system = asked.is("includeSystemQueries") || asked.is("includeOnlySystemQueries");
    let own = !asked.is("includeOnlySystemQueries");
    let mut all = if own { insights::queries(domain, caller).await? } else { Vec::new() };
    if system || asked.of("queryId").is_some() {
        all.extend(insights::system(caller));
    }
    let id = |query: &SavedQuery| asked.of("queryId").is_none_or(|id| id.eq_ignore_ascii_case(&query.id.to_string()));
    let name = |query: &SavedQuery| asked.of("queryName").is_none_or(|name| name.eq_ignore_ascii_case(&query.name));
    let named = asked.of("queryId").or(asked.of("queryName")).is_some();
    let found: Vec<Value> = all.into_iter().filter(|it| id(it) && name(it)).map(one).collect();
    if named && found.is_empty() { Err(Error::NotFound) } else { Ok(found) }
}

fn one(query: SavedQuery) -> Value {
    let (user, at) = query.kept.map(|(user, at)| (Some(user), Some(at.to_string()))).unwrap_or_default();
    json!({
        "queryId": query.id,
        "name": query.name,
        "description": query.description,
        "query": query.query,
        "type": if user.is_some() { "userDefined" } else { "system" },
        "user": user,
        "createdTime": at,
    })
}

pub(in crate::edge) async fn create(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    body: Bytes,
) -> Response {
    let made = created(&domain, &caller, &body).await;
    answer.done("Query created successfully", made.map(|query| vec![one(query)])).await
}

async fn created(domain: &Domain, caller: &Caller, body: &[u8]) -> Result<SavedQuery, Error> {
    caller.may(Permission::Export)?;
    let fields = Fields::read(body)?;
    let description = fields.text("Description")?.unwrap_or_default();
    let new = NewQuery { name: fields.must("Name")?, description, query: fields.must("Query")? };
    insights::keep_query(domain, caller, &new).await
}

pub(in crate::edge) async fn remove(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    Path(id): Path<Uuid>,
) -> Response {
    let removed = insights::remove_query(&domain, &caller, id).await;
    answer.done("Query deleted successfully", removed.map(|()| Vec::new())).await
}

/// The first rows that a query answers.
pub(in crate::edge) async fn trial(
    State(domain): State<Domain>,
    SignedIn(caller): SignedIn,
    answer: Answer,
    RawQuery(query): RawQuery,
) -> Response {
    answer.list(tried(&domain, &caller, &Asked::new(query)).await).await
}

async fn tried(domain: &Domain, caller: &Caller, asked: &Asked) -> Result<Vec<Value>, Error> {
    caller.may(Permission::Export)?;
    let text = match (asked.of("exportQuery"), asked.of("queryId")) {
        (Some(text), None) => text.to_owned(),
        (None, Some(id)) => {
            let id = id.parse().map_err(|_| BadQuery::Syntax("queryId is no id".into()))?;
            insights::query(domain, caller, id).await?.query
        }
        _ => return Err(BadQuery::Syntax("give either exportQuery or queryId".into()).into()),
    };
    let read = |name: &str| asked.of(name).map(|text| day(name, text)).transpose();
    let trial = insights::trial(domain, caller, &text, (read("startTime")?, read("endTime")?)).await?;
    let names: Vec<String> = trial.heads.iter().map(|head| quoted(&head.name)).collect();
    let row = |cells: Vec<domain::extract::Value<'static>>| {
        let mut text = String::new();
        object(&mut text, names.iter().map(String::as_str).zip(cells));
        Ok(serde_json::from_str(&text)?)
    };
    trial.rows.into_iter().map(row).collect()
}
