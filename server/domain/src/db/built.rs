//! Statements whose conditions vary: fixed pieces of text with bound values between them.

use super::{Sql, value::Value};

/// A statement under way. Nothing but fixed text and the numbers of values gets into it.
#[derive(Debug)]
pub(crate) struct Built {
    text: String,
    values: Vec<Value>,
}

impl Built {
    /// Begins with a piece of text.
    pub(crate) fn new(text: &'static str) -> Self {
        Self { text: text.to_owned(), values: Vec::new() }
    }

    /// The next piece of text.
    pub(crate) fn text(mut self, text: &'static str) -> Self {
        self.text.push_str(text);
        self
    }

    /// A value in this place.
    pub(crate) fn value(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
        self
    }

    /// The whole statement.
    pub(crate) fn finish(self) -> Sql {
        Sql::built(self.text, self.values)
    }
}
