//! A page of figures as a file: a line for each value, so that every chart and table has the same columns.

use super::pages::whole_page;
use crate::{
    Domain, Error,
    access::Caller,
    audit::{self, Action},
    export::{Separator, Table, guarded},
};
use model::{Block, InsightPage, InsightQuery, Metric, Month, Percent, Permission, Title, Unit, UsdCents};
use serde_json::json;

/// The words of a file, in the asker's language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// The columns: part of the page, key, name, figure, month, value.
    pub columns: [&'static str; 6],
    /// The heading of a block.
    pub title: fn(Title) -> &'static str,
    /// The name of a metric.
    pub metric: fn(Metric) -> &'static str,
}

/// Everything that a page shows, or the one table that the query asks for whole, with all rows of every table. Unknown values
/// are empty; amounts are in US dollars, shares in percent.
///
/// # Errors
/// [`Error::Denied`] without the right to see or to export; [`Error::Db`] when the database fails.
pub async fn export(
    domain: &Domain,
    caller: &Caller,
    page: InsightPage,
    query: &InsightQuery,
    words: Words,
) -> Result<impl Iterator<Item = Vec<u8>> + Send + use<>, Error> {
    let scope = caller.may(Permission::Export)?;
    let insight = whole_page(domain, caller, page, query).await?;
    let mut lines: Vec<Line> = Vec::new();
    let months: Vec<Month> = insight.months.into_iter().flat_map(model::MonthRange::months).collect();
    if query.whole.is_none() {
        for figure in &insight.figures {
            lines.extend(course("", "", figure.metric, &months, &figure.course));
        }
    }
    for block in &insight.blocks {
        match block {
            Block::Course(it) if query.whole.is_none() => {
                let part = (words.title)(it.title);
                let series = it.series.iter();
                lines.extend(series.flat_map(|s| {
                    course(part, s.name.as_deref().unwrap_or_default(), s.metric, &it.months, &s.values)
                }));
            }
            Block::Ranking(it) if query.whole.is_none_or(|title| title == it.title) => {
                let part = (words.title)(it.title);
                lines.extend(it.rows.iter().flat_map(|row| {
                    let values = it.metrics.iter().zip(&row.values);
                    values.map(move |(metric, value)| Line {
                        part,
                        key: row.key.clone(),
                        name: row.name.clone(),
                        metric: *metric,
                        month: None,
                        value: *value,
                    })
                }));
            }
            _ => {}
        }
    }
    let mut tx = domain.db.write().await?;
    let (at, details) = (domain.clock.seconds(), json!({ "rows": lines.len() }));
    audit::record(&mut tx, at, scope.account(), scope.actor(), Action::Exported, page.key(), &details).await?;
    tx.commit().await?;

    let mut table = Table::new(Separator::Comma);
    let mut opening = table.opening();
    table.row(words.columns)?;
    for line in &lines {
        let month = line.month.map(|month| month.to_string()).unwrap_or_default();
        let value = line.value.map(|value| written(line.metric.unit(), value)).unwrap_or_default();
        table.row([line.part, &line.key, &guarded(&line.name), (words.metric)(line.metric), &month, &value])?;
    }
    opening.extend(table.take()?);
    Ok(std::iter::once(opening))
}

struct Line {
    part: &'static str,
    key: String,
    name: String,
    metric: Metric,
    month: Option<Month>,
    value: Option<i64>,
}

fn course(part: &'static str, name: &str, metric: Metric, months: &[Month], values: &[Option<i64>]) -> Vec<Line> {
    let line = |(month, value): (&Month, &Option<i64>)| Line {
        part,
        key: String::new(),
        name: name.to_owned(),
        metric,
        month: Some(*month),
        value: *value,
    };
    months.iter().zip(values).map(line).collect()
}

fn written(unit: Unit, value: i64) -> String {
    match unit {
        Unit::Count => value.to_string(),
        Unit::UsdCents => UsdCents(value).to_string(),
        Unit::Percent => Percent::from_hundredths(value).to_string(),
    }
}
