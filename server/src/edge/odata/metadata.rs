//! The service document and `$metadata`, as XML and as JSON.
//!
//! Source: `OData` CSDL XML and JSON Representation 4.01.

use super::sets::{Of, ROW_ID, Set};
use domain::extract::Kind;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// The namespace of the schema.
const NAMESPACE: &str = "Seatscope";
/// The name of the entity container.
const CONTAINER: &str = "Feed";
/// Digits of decimals.
const PRECISION: u8 = 19;

/// The service document.
pub(super) fn service(root: &str, sets: &[Set], bare: bool) -> Value {
    let sets: Vec<Value> =
        sets.iter().map(|set| json!({ "name": set.name, "kind": "EntitySet", "url": set.name })).collect();
    if bare {
        json!({ "value": sets })
    } else {
        json!({ "@odata.context": format!("{root}/$metadata"), "value": sets })
    }
}

/// The type of a property, and of decimals how many places.
const fn edm(kind: Kind) -> (&'static str, Option<u8>) {
    match kind {
        // GUIDs too: the vendor's rows sometimes name customers by other ids.
        Kind::Text | Kind::Guid => ("Edm.String", None),
        Kind::Number(0) => ("Edm.Int64", None),
        Kind::Number(places) => ("Edm.Decimal", Some(places)),
        Kind::Date => ("Edm.Date", None),
    }
}

/// The properties of a set: name, kind, and whether they may be empty.
fn properties(set: &Set) -> Vec<(&str, Kind, bool)> {
    let row_id = matches!(set.of, Of::Facts(_)).then_some((ROW_ID, Kind::Text, false));
    let key = set.key();
    let own = set.columns.iter().map(|(name, kind)| (name.as_str(), *kind, !key.contains(&name.as_str())));
    row_id.into_iter().chain(own).collect()
}

/// `$metadata` as XML. Names are the vendor's and ours: none needs escaping.
pub(super) fn xml(sets: &[Set]) -> String {
    let mut types = String::new();
    let mut container = String::new();
    for set in sets {
        let name = set.name;
        _ = write!(types, "<EntityType Name=\"{name}\"><Key>");
        for key in set.key() {
            _ = write!(types, "<PropertyRef Name=\"{key}\"/>");
        }
        types.push_str("</Key>");
        for (property, kind, nullable) in properties(set) {
            let (edm, places) = edm(kind);
            let places = places.map(|it| format!(" Precision=\"{PRECISION}\" Scale=\"{it}\"")).unwrap_or_default();
            _ = write!(types, "<Property Name=\"{property}\" Type=\"{edm}\"{places} Nullable=\"{nullable}\"/>");
        }
        types.push_str("</EntityType>");
        _ = write!(container, "<EntitySet Name=\"{name}\" EntityType=\"{NAMESPACE}.{name}\"/>");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\"><edmx:DataServices>\
         <Schema Namespace=\"{NAMESPACE}\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">{types}\
         <EntityContainer Name=\"{CONTAINER}\">{container}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"
    )
}

/// `$metadata` as JSON.
pub(super) fn json(sets: &[Set]) -> Value {
    let mut schema = Map::new();
    let mut container = Map::from_iter([("$Kind".to_owned(), json!("EntityContainer"))]);
    for set in sets {
        let mut entity =
            Map::from_iter([("$Kind".to_owned(), json!("EntityType")), ("$Key".to_owned(), json!(set.key()))]);
        for (property, kind, nullable) in properties(set) {
            let (edm, places) = edm(kind);
            let mut told = Map::new();
            if edm != "Edm.String" {
                told.insert("$Type".to_owned(), json!(edm));
            }
            if nullable {
                told.insert("$Nullable".to_owned(), json!(true));
            }
            if let Some(places) = places {
                told.extend([("$Precision".to_owned(), json!(PRECISION)), ("$Scale".to_owned(), json!(places))]);
            }
            entity.insert(property.to_owned(), Value::Object(told));
        }
        schema.insert(set.name.to_owned(), Value::Object(entity));
        container
            .insert(set.name.to_owned(), json!({ "$Collection": true, "$Type": format!("{NAMESPACE}.{}", set.name) }));
    }
    schema.insert(CONTAINER.to_owned(), Value::Object(container));
    json!({ "$Version": "4.01", "$EntityContainer": format!("{NAMESPACE}.{CONTAINER}"), NAMESPACE: schema })
}
