//! Rows as JSON objects, with all digits of their numbers.

use super::Value;
use std::fmt::Write;

/// Adds an object: names as JSON texts, each with its cell. Empty cells are `null`.
pub fn object<'a>(text: &mut String, cells: impl Iterator<Item = (&'a str, Value<'a>)>) {
    text.push('{');
    for (at, (name, cell)) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push_str(name);
        text.push(':');
        match cell {
            Value::Nothing => text.push_str("null"),
            Value::Text(it) => text.push_str(&quoted(&it)),
            Value::Number { .. } => _ = write!(text, "{cell}"),
            Value::Date(_) => _ = write!(text, "\"{cell}\""),
        }
    }
    text.push('}');
}

/// A text as JSON.
#[must_use]
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
