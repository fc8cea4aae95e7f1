//! Small tables beside the facts: what a model in Power BI joins them to, and ready-made measures.

use super::{Kind, Row, Value};
use crate::{Domain, Error, access::Caller, fact::Dim, insight, reading::Reading, reading::steady};
use model::{Dataset, Month, MonthRange, Permission, Unit};
use std::collections::BTreeSet;

/// A small table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// The account's customers, with what their own rows of the newest month say of them.
    Customers,
    /// Products, by the name that rows call them.
    Products,
    /// Every month from the first to the last that any dataset has.
    Months,
    /// What the pages of figures show for the whole account, month by month. Shares are in percent, amounts in US dollars.
    Measures,
}

impl Given {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Customers, Self::Products, Self::Months, Self::Measures];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Customers => "Customers",
            Self::Products => "Products",
            Self::Months => "Months",
            Self::Measures => "Measures",
        }
    }

    /// Its columns.
    #[must_use]
    pub const fn columns(self) -> &'static [(&'static str, Kind)] {
        match self {
            Self::Customers => &[
                ("CustomerTenantId", Kind::Guid),
                ("CustomerName", Kind::Text),
                ("TenantDomainName", Kind::Text),
                ("CustomerMarket", Kind::Text),
                ("CustomerSegment", Kind::Text),
            ],
            Self::Products => &[("SKU", Kind::Text)],
            Self::Months => &[("Month", Kind::Date), ("Year", Kind::Number(0)), ("MonthOfYear", Kind::Number(0))],
            Self::Measures => &[
                ("Month", Kind::Date),
                ("Metric", Kind::Text),
                ("Unit", Kind::Text),
                ("IsFlow", Kind::Number(0)),
                ("Value", Kind::Number(2)),
            ],
        }
    }

    /// How many of its first columns tell rows apart.
    #[must_use]
    pub const fn key(self) -> usize {
        if matches!(self, Self::Measures) { 2 } else { 1 }
    }

    /// Its rows, with the account's data version.
    ///
    /// # Errors
    /// [`Error::Denied`] without the right to see licences or to take data out so; [`Error::Db`] when the database fails.
    pub async fn rows(self, domain: &Domain, caller: &Caller, way: Permission) -> Result<(i64, Vec<Row>), Error> {
        caller.may(way)?;
        caller.may(Permission::ViewLicenses)?;
        steady!(self.read(domain, caller).await)
    }

    async fn read(self, domain: &Domain, caller: &Caller) -> Result<(i64, Vec<Row>), Error> {
        let reading = Reading::new(domain, caller.may(Permission::ViewLicenses)?).await?;
        let rows = match self {
            Self::Customers => customers(&reading).await?,
            Self::Products => {
                let names = reading.dictionary.labels(Dim::Product).into_iter();
                names.map(|name| vec![Value::Text(name.into())]).collect()
            }
            Self::Months => months(&reading).into_iter().flat_map(MonthRange::months).map(calendar).collect(),
            Self::Measures => measures(domain, caller, months(&reading)).await?,
        };
        Ok((reading.dictionary.version, rows))
    }
}

async fn customers(reading: &Reading) -> Result<Vec<Row>, Error> {
    let dictionary = &reading.dictionary;
    let newest = reading.months(Dataset::Customers).last().copied();
    let known = match newest {
        Some(month) => Some(reading.facts.attributes(month).await?),
        None => None,
    };
    let text = |text: &str| if text.is_empty() { Value::Nothing } else { Value::Text(text.to_owned().into()) };
    let attribute = |dim: Dim, id: u32| {
        let known = known.as_ref().and_then(|known| known.column(dim).get(id as usize).copied());
        text(dictionary.label(dim, known.unwrap_or(0)))
    };
    let ids = 0..u32::try_from(dictionary.size(Dim::Customer)).unwrap_or(u32::MAX);
    let row = |id: u32| {
        let it = dictionary.customer(id)?;
        let (market, segment) = (attribute(Dim::Market, id), attribute(Dim::Segment, id));
        Some(vec![text(&it.tenant), text(&it.name), text(&it.domain), market, segment])
    };
    Ok(ids.filter_map(row).collect())
}

/// From the first month to the last that has rows of any dataset.
fn months(reading: &Reading) -> Option<MonthRange> {
    let mut known = BTreeSet::new();
    for dataset in super::datasets() {
        known.extend(reading.months(dataset));
    }
    known.first().zip(known.last()).map(|(from, to)| MonthRange { from: *from, to: *to })
}

fn calendar(month: Month) -> Row {
    vec![Value::month(month), Value::whole(month.year().into()), Value::whole(month.number().into())]
}

async fn measures(domain: &Domain, caller: &Caller, months: Option<MonthRange>) -> Result<Vec<Row>, Error> {
    let Some(range) = months else { return Ok(Vec::new()) };
    let mut rows = Vec::new();
    for (metric, values) in insight::measures(domain, caller, range).await? {
        let (unit, scale) = match metric.unit() {
            Unit::Count => ("count", 100),
            Unit::UsdCents => ("USD", 1),
            Unit::Percent => ("percent", 1),
        };
        for (month, value) in range.months().zip(values) {
            let Some(units) = value.and_then(|value| value.checked_mul(scale)) else { continue };
            rows.push(vec![
                Value::month(month),
                Value::Text(metric.key().into()),
                Value::Text(unit.into()),
                Value::whole(metric.is_flow().into()),
                Value::Number { units, places: 2 },
            ]);
        }
    }
    Ok(rows)
}
