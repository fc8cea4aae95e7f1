//! From what a person wants in a file to the question about rows.

use super::{Ask, BadQuery, By, Column, How, Kind, Leaf, Must, Test, Value, Where, columns, place};
use model::{Dataset, FileCondition, FileHow, FileOrder, MonthRange};

impl Ask {
    /// The rows that an order asks for, of these months; of all without. Its query is not looked at: [`super::Question`] does.
    ///
    /// # Errors
    /// [`BadQuery`] when its columns or conditions do not fit the dataset.
    pub fn of(order: &FileOrder, months: Option<MonthRange>) -> Result<Self, BadQuery> {
        let mut ask = Self::all(order.dataset)?;
        let all = ask.columns();
        if !order.columns.is_empty() {
            let names = || all.iter().map(|column| column.name);
            ask.select = order.columns.iter().map(|name| place(names(), name)).collect::<Result<_, _>>()?;
        }
        ask.test = months.map_or(Test::Always(true), |months| within(order.dataset, months));
        for condition in &order.conditions {
            let column = place(all.iter().map(|column| column.name), &condition.column)?;
            ask.test = ask.test.and(Test::Leaf(leaf(column, &all[column], condition)?));
        }
        Ok(ask)
    }
}

/// That a row's first column of days lies in these months.
fn within(dataset: Dataset, months: MonthRange) -> Test {
    let all = columns(dataset).unwrap_or_default();
    let Some(column) = all.iter().position(Column::is_period) else { return Test::Always(true) };
    let must = |how, month| Test::Leaf(Leaf { column, by: By::Itself, must: Must::Be(how, Value::month(month)) });
    must(How::AtLeast, months.from).and(must(How::Less, months.to.plus(1)))
}

/// What a column's cells are compared with: words without regard to case, a month by its first day.
pub(super) fn compared(column: &Column, text: &str) -> Result<(By, Value<'static>), BadQuery> {
    let kind = column.kind();
    let text = text.trim();
    let (by, value) = match kind {
        Kind::Text => (By::Lower, Some(Value::Text(text.to_lowercase().into()))),
        Kind::Guid => (By::Itself, Some(Value::Text(text.to_lowercase().into()))),
        Kind::Number(_) => (By::Itself, Value::number(text)),
        Kind::Date => (By::Itself, Value::date(text).or_else(|| text.parse().ok().map(Value::month))),
    };
    let value = value.ok_or_else(|| BadQuery::Mismatch(column.name.to_owned(), kind))?;
    Ok((by, value))
}

fn leaf(place: usize, column: &Column, condition: &FileCondition) -> Result<Leaf, BadQuery> {
    let kind = column.kind();
    let words = matches!(kind, Kind::Text | Kind::Guid);
    let (by, value) = compared(column, &condition.value)?;
    let how = match condition.how {
        FileHow::Contains if words => {
            let must = Must::Have(Where::Anywhere, condition.value.trim().to_lowercase());
            return Ok(Leaf { column: place, by: By::Lower, must });
        }
        FileHow::Is => How::Equal,
        FileHow::IsNot => How::NotEqual,
        FileHow::AtLeast if !words => How::AtLeast,
        FileHow::AtMost if !words => How::AtMost,
        _ => return Err(BadQuery::Mismatch(column.name.to_owned(), kind)),
    };
    Ok(Leaf { column: place, by, must: Must::Be(how, value) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{FileFormat, FilePeriod};

    fn order(column: &str, how: FileHow, value: &str) -> FileOrder {
        FileOrder {
            dataset: Dataset::LicenseDeployment,
            columns: vec!["licensessold".into()],
            period: FilePeriod::All,
            conditions: vec![FileCondition { column: column.into(), how, value: value.into() }],
            format: FileFormat::Csv,
            query: None,
        }
    }

    #[test]
    fn conditions_must_fit_their_column() {
        for (column, how, value) in [
            ("customerName", FileHow::Contains, "Ford"),
            ("customerTenantId", FileHow::Is, "00000000-0000-4000-8000-000000000001"),
            ("licensesSold", FileHow::AtLeast, "10"),
            ("processedDateTime", FileHow::AtMost, "2026-10"),
        ] {
            let ask = Ask::of(&order(column, how, value), None).unwrap();
            assert_eq!(ask.select.len(), 1);
            assert!(matches!(ask.test, Test::Leaf(_)), "{column}");
        }
        for (column, how, value) in [
            ("nothing", FileHow::Is, "1"),
            ("licensesSold", FileHow::Contains, "1"),
            ("licensesSold", FileHow::Is, "many"),
            ("customerName", FileHow::AtLeast, "A"),
            ("processedDateTime", FileHow::Is, "October"),
        ] {
            assert!(Ask::of(&order(column, how, value), None).is_err(), "{column} {value}");
        }
    }
}
