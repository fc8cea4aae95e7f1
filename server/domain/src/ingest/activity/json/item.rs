//! One record of the API. What is in it as JSON inside of a text stays that text.

use super::super::{record::complete, time::instant};
use crate::{activity::Record, ingest::cell::DateOrder};
use jiff::civil::Date;
use model::BadCell;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What is wrong with a record, and where.
pub(super) struct Wrong {
    pub(super) field: &'static str,
    pub(super) why: BadCell,
}

/// Reads a record.
pub(super) fn record(item: &Value, today: Date) -> Result<Record, Wrong> {
    let Some(item) = item.as_object() else { return Err(Wrong { field: "items", why: BadCell::NotText }) };
    let at_text = text(item, "operationDate")?;
    let (at, ticks) =
        instant(&at_text, DateOrder::MonthFirst, today).map_err(|why| Wrong { field: "operationDate", why })?;
    let operation = text(item, "operationType")?;
    if operation.is_empty() {
        return Err(Wrong { field: "operationType", why: BadCell::Empty });
    }
    let (user, application) = (text(item, "userPrincipalName")?, text(item, "applicationId")?);
    let id = text(item, "id")?;
    let mut record = Record {
        at,
        ticks,
        at_text,
        key: Some(if id.is_empty() { hash(item) } else { id }),
        tenant: text(item, "customerId")?.to_lowercase(),
        customer: text(item, "customerName")?,
        operation,
        status: text(item, "operationStatus")?.to_lowercase(),
        actor: if user.is_empty() { application.clone() } else { user },
        application,
        resource: text(item, "resourceType")?,
        old_value: text(item, "resourceOldValue")?,
        new_value: text(item, "resourceNewValue")?,
        more: more(item)?,
        ..Record::default()
    };
    complete(&mut record);
    Ok(record)
}

/// The fields that have a place of their own, and those that say nothing.
const PLACED: [&str; 12] = [
    "id",
    "customerId",
    "customerName",
    "userPrincipalName",
    "applicationId",
    "resourceType",
    "resourceOldValue",
    "resourceNewValue",
    "operationType",
    "operationStatus",
    "operationDate",
    "attributes",
];

/// A field as text. Zero is in no text that a database would take.
fn text(item: &Map<String, Value>, field: &'static str) -> Result<String, Wrong> {
    let text = match item.get(field) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(other) => other.to_string(),
    };
    if text.contains('\0') { Err(Wrong { field, why: BadCell::NotText }) } else { Ok(text) }
}

fn more(item: &Map<String, Value>) -> Result<String, Wrong> {
    let rest = item.iter().filter(|(name, value)| !PLACED.contains(&name.as_str()) && !value.is_null());
    let rest: Map<String, Value> = rest.map(|(name, value)| (name.clone(), value.clone())).collect();
    let text = Value::Object(rest).to_string();
    if text.contains("\\u0000") { Err(Wrong { field: "customizedData", why: BadCell::NotText }) } else { Ok(text) }
}

/// What stands for the name of a record that has none.
fn hash(item: &Map<String, Value>) -> String {
    let word = |field: &str| item.get(field).map(Value::to_string).unwrap_or_default();
    let mut hash = Sha256::new();
    for field in [
        "partnerId",
        "customerId",
        "resourceType",
        "operationType",
        "operationDate",
        "userPrincipalName",
        "applicationId",
    ] {
        hash.update(word(field));
        hash.update([0]);
    }
    let mut data: Vec<String> =
        item.get("customizedData").and_then(Value::as_array).into_iter().flatten().map(Value::to_string).collect();
    data.sort();
    hash.update(data.join(","));
    hash.finalize().iter().fold("sha256:".to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
