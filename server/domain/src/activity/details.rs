//! What a record says in detail: old and new values side by side, and everything else by name.

use model::ValueChange;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Deeper than this, a value is shown as the vendor wrote it.
const DEPTH: usize = 8;

/// The fields of two values, JSON inside of texts, each with what it was and what it became.
pub(super) fn changes(old: &str, new: &str) -> Vec<ValueChange> {
    let mut all: BTreeMap<String, ValueChange> = BTreeMap::new();
    for (path, value) in flat(old) {
        all.entry(path.clone()).or_insert_with(|| ValueChange { name: path, ..ValueChange::default() }).old =
            Some(value);
    }
    for (path, value) in flat(new) {
        all.entry(path.clone()).or_insert_with(|| ValueChange { name: path, ..ValueChange::default() }).new =
            Some(value);
    }
    all.into_values().collect()
}

/// The fields of one value; a text that is no JSON is one field without a name.
fn flat(text: &str) -> Vec<(String, String)> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    match serde_json::from_str::<Value>(text) {
        Ok(value @ (Value::Object(_) | Value::Array(_))) => walk(String::new(), &value, 0, &mut found),
        _ => found.push((String::new(), text.to_owned())),
    }
    found
}

fn walk(path: String, value: &Value, depth: usize, found: &mut Vec<(String, String)>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Object(fields) if depth < DEPTH && !fields.is_empty() => {
            for (name, value) in fields {
                walk(below(name), value, depth + 1, found);
            }
        }
        Value::Array(items) if depth < DEPTH && !items.is_empty() => {
            for (at, value) in items.iter().enumerate() {
                walk(below(&at.to_string()), value, depth + 1, found);
            }
        }
        Value::String(text) => found.push((path, text.clone())),
        other => found.push((path, other.to_string())),
    }
}

/// Everything else, by name: pairs of the vendor under their own keys.
pub(super) fn more(text: &str) -> Vec<(String, String)> {
    let mut fields: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
    let pairs = fields.remove("customizedData");
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let pair = |pair: &Value| {
        let value = pair.get("value").filter(|value| !value.is_null());
        Some((word(pair.get("key")?), value.map(word).unwrap_or_default()))
    };
    let pairs = pairs.as_ref().and_then(Value::as_array).into_iter().flatten().filter_map(pair);
    pairs.chain(fields.iter().map(|(name, value)| (name.clone(), word(value)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_stand_side_by_side() {
        let all = changes(
            "{\"Id\": 1, \"Lines\": [{\"Quantity\": 5}]}",
            "{\"Id\": 1, \"Lines\": [{\"Quantity\": 7}], \"Note\": \"ok\"}",
        );
        let all: Vec<_> = all.iter().map(|it| (&*it.name, it.old.as_deref(), it.new.as_deref())).collect();
        let lines = ("Lines.0.Quantity", Some("5"), Some("7"));
        assert_eq!(all, [("Id", Some("1"), Some("1")), lines, ("Note", None, Some("ok"))]);
        let text = changes("", "plain {text");
        assert_eq!((&*text[0].name, text[0].new.as_deref()), ("", Some("plain {text")));
        assert!(changes("", "").is_empty());
    }

    #[test]
    fn pairs_are_told_by_their_keys() {
        let told = more(
            "{\"customizedData\": [{\"key\": \"OrderId\", \"value\": \"1\"}, {\"key\": \"X\", \"value\": null}], \"partnerId\": \"p\"}",
        );
        let told: Vec<_> = told.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(told, [("OrderId", "1"), ("X", ""), ("partnerId", "p")]);
    }
}
