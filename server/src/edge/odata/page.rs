//! A page of rows as JSON, written as they are read.

use axum::body::Body;
use domain::extract::{Row, Rows, Value, object, quoted};
use futures_util::stream;
use std::collections::VecDeque;

/// Rows that are read at once.
const AT_ONCE: usize = 4_096;

/// The name of the key of rows of facts, as a JSON text.
const ROW_ID_NAME: &str = "\"RowId\"";

/// A page under way.
pub(super) struct Page {
    /// The names of the columns, as JSON texts.
    pub(super) names: Vec<String>,
    /// Whether rows of facts say where they stand.
    pub(super) row_id: bool,
    /// What the answer begins with, before its rows.
    pub(super) opening: String,
    pub(super) from: RowsOf,
    /// How many rows the page has at most.
    pub(super) left: usize,
    /// Makes the address of the next page, where there is one.
    pub(super) next: Next,
}

/// What makes the address of the next page of what is left.
pub(super) type Next = Box<dyn Fn(&RowsOf, usize) -> Option<String> + Send>;

/// What rows come from.
pub(super) enum RowsOf {
    Facts(Box<Rows>),
    Memory(VecDeque<Row>),
}

enum Step {
    Opening,
    Rows { first: bool },
    Ended,
}

impl Page {
    /// The body of the answer.
    pub(super) fn body(self) -> Body {
        let size = self.left;
        Body::from_stream(stream::try_unfold((self, Step::Opening), move |(mut page, step)| async move {
            let (text, step) = match step {
                Step::Ended => return Ok::<_, domain::Error>(None),
                Step::Opening => (std::mem::take(&mut page.opening), Step::Rows { first: true }),
                Step::Rows { first } => match page.rows(first).await? {
                    Some(text) => (text, Step::Rows { first: false }),
                    None => (page.ending(size), Step::Ended),
                },
            };
            Ok(Some((text, (page, step))))
        }))
    }

    /// Some more rows; nothing when the page is full or there are no more.
    async fn rows(&mut self, first: bool) -> Result<Option<String>, domain::Error> {
        let wanted = self.left.min(AT_ONCE);
        if wanted == 0 {
            return Ok(None);
        }
        let mut text = String::new();
        let mut comma = !first;
        let mut begin = |text: &mut String| {
            text.push_str(if comma { ",\n" } else { "\n" });
            comma = true;
        };
        match &mut self.from {
            RowsOf::Facts(rows) => {
                let Some(batch) = rows.next(wanted).await? else { return Ok(None) };
                self.left -= batch.len();
                for row in 0..batch.len() {
                    begin(&mut text);
                    let at = batch.cursor(row);
                    let id = Value::Text(format!("{}-{}", at.part, at.row).into());
                    let id = self.row_id.then_some((ROW_ID_NAME, id));
                    let cells = self.names.iter().enumerate().map(|(at, name)| (name.as_str(), batch.cell(row, at)));
                    object(&mut text, id.into_iter().chain(cells));
                }
            }
            RowsOf::Memory(rows) => {
                let some: Vec<Row> = rows.drain(..wanted.min(rows.len())).collect();
                if some.is_empty() {
                    return Ok(None);
                }
                self.left -= some.len();
                for row in some {
                    begin(&mut text);
                    object(&mut text, self.names.iter().map(String::as_str).zip(row));
                }
            }
        }
        Ok(Some(text))
    }

    fn ending(&self, size: usize) -> String {
        match (self.next)(&self.from, size - self.left) {
            Some(address) => format!("\n],\"@odata.nextLink\":{}}}\n", quoted(&address)),
            None => "\n]}\n".to_owned(),
        }
    }
}
