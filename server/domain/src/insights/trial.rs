//! What a query answers, without a file.

use super::order;
use crate::{
    Domain, Error,
    access::Caller,
    extract::{Head, Question, Value},
    files,
};
use jiff::civil::Date;
use model::{FileFormat, Permission};

/// Rows of an answer at most.
const MOST: usize = 100;

/// The first rows of an answer.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The heads of its columns.
    pub heads: Vec<Head>,
    /// Rows, with a cell for each of them.
    pub rows: Vec<Vec<Value<'static>>>,
}

/// The first hundred rows that a query answers, of these days instead of its span where they are given.
///
/// # Errors
/// [`Error::Denied`] without the right to take rows away or to see the dataset; [`Error::Query`] when it makes no sense.
pub async fn trial(
    domain: &Domain,
    caller: &Caller,
    text: &str,
    days: (Option<Date>, Option<Date>),
) -> Result<Trial, Error> {
    let order = order(caller, text, days, FileFormat::Csv)?;
    let question = Question::of(&order, files::months(domain, caller, &order).await?)?;
    let heads = question.heads();
    let mut taken = question.rows(domain, caller, Permission::Export).await?;
    let mut rows = Vec::new();
    // A batch ends where a month does.
    while rows.len() < MOST {
        let Some(batch) = taken.next(MOST - rows.len()).await? else { break };
        let cells = |row| (0..heads.len()).map(|at| batch.cell(row, at).into_owned()).collect();
        rows.extend((0..batch.len()).map(cells));
    }
    Ok(Trial { heads, rows })
}
