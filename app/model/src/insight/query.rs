//! What a page of figures is asked for, and how that stands in its address.

use super::{Metric, Title};
use crate::{Month, MonthRange};
use serde::{Deserialize, Serialize};

/// With what the months shown are compared: spans of equal length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    /// The months just before.
    Previous,
    /// The same months a year before.
    Year,
}

impl Compare {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Previous, Self::Year];

    /// The key as it stands in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Previous => "previous",
            Self::Year => "year",
        }
    }

    /// The span that a span is compared with.
    #[must_use]
    pub const fn range(self, shown: MonthRange) -> MonthRange {
        let back = match self {
            Self::Previous => -(shown.to.since(shown.from) + 1),
            Self::Year => -12,
        };
        MonthRange { from: shown.from.plus(back), to: shown.to.plus(back) }
    }
}

/// By what figures can be narrowed or told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// Customer tenant.
    Customer,
    /// Product, by SKU.
    Product,
    /// Azure service.
    Service,
    /// Customer market.
    Market,
    /// Customer segment.
    Segment,
    /// Partner location.
    Location,
    /// Reseller, by MPN id.
    Reseller,
    /// Product family that resellers sold.
    Family,
    /// Subscription state.
    State,
    /// Subscription.
    Subscription,
    /// Workload of Office 365.
    Workload,
    /// Part of Teams.
    Part,
    /// App inside Teams.
    App,
}

impl Facet {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Customer,
        Self::Product,
        Self::Service,
        Self::Market,
        Self::Segment,
        Self::Location,
        Self::Reseller,
        Self::Family,
        Self::State,
        Self::Subscription,
        Self::Workload,
        Self::Part,
        Self::App,
    ];

    /// The key as it stands in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Product => "product",
            Self::Service => "service",
            Self::Market => "market",
            Self::Segment => "segment",
            Self::Location => "location",
            Self::Reseller => "reseller",
            Self::Family => "family",
            Self::State => "state",
            Self::Subscription => "subscription",
            Self::Workload => "workload",
            Self::Part => "part",
            Self::App => "app",
        }
    }
}

/// The view state of a page of figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct InsightQuery {
    /// The months; nothing means the last twelve with data and the one before them.
    pub months: Option<MonthRange>,
    /// With what they are compared; nothing: each figure with the month before.
    pub compare: Option<Compare>,
    /// What the page is narrowed to: facets and values in the vendor's spelling, customers by tenant. Several values of one
    /// facet widen, several facets narrow.
    pub narrowed: Vec<(Facet, String)>,
    /// Part of what a table's rows are called, in any case.
    pub search: String,
    /// By which figure tables are sorted that have it, largest first; nothing: by their first.
    pub sort: Option<Metric>,
    /// Columns that tables leave out, where it is not their first.
    pub hidden: Vec<Metric>,
    /// The table of which all rows are shown.
    pub whole: Option<Title>,
}

impl InsightQuery {
    /// Reads an address. What it does not understand it leaves out.
    #[must_use]
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let one = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
        let month = |name| one(name).and_then(|text| text.parse::<Month>().ok());
        let (from, to) = (month("from"), month("to"));
        let facet = |name: &str| Facet::ALL.into_iter().find(|facet| facet.key() == name);
        let narrowed = pairs.iter().filter(|(_, value)| !value.is_empty());
        Self {
            months: from.or(to).zip(to.or(from)).map(|(a, b)| MonthRange::between(a, b)),
            compare: Compare::ALL.into_iter().find(|it| one("compare") == Some(it.key())),
            search: one("q").unwrap_or_default().trim().to_owned(),
            sort: one("sort").and_then(Metric::from_key),
            hidden: pairs.iter().filter(|(n, _)| n == "hide").filter_map(|(_, key)| Metric::from_key(key)).collect(),
            whole: one("all").and_then(|key| Title::ALL.iter().copied().find(|title| title.key() == key)),
            narrowed: narrowed.filter_map(|(name, value)| Some((facet(name)?, value.clone()))).collect(),
        }
    }

    /// Writes it. What is not said has its usual value.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if let Some(MonthRange { from, to }) = self.months {
            pairs.extend([("from", from.to_string()), ("to", to.to_string())]);
        }
        pairs.extend(self.compare.map(|it| ("compare", it.key().to_owned())));
        pairs.extend(self.narrowed.iter().map(|(facet, value)| (facet.key(), value.clone())));
        if !self.search.is_empty() {
            pairs.push(("q", self.search.clone()));
        }
        pairs.extend(self.sort.map(|metric| ("sort", metric.key().to_owned())));
        pairs.extend(self.hidden.iter().map(|metric| ("hide", metric.key().to_owned())));
        pairs.extend(self.whole.map(|title| ("all", title.key().to_owned())));
        pairs
    }

    /// The same without a column, or with it again when it was left out.
    #[must_use]
    pub fn switched(&self, column: Metric) -> Self {
        Self { hidden: crate::switched(&self.hidden, column), ..self.clone() }
    }

    /// The same, narrowed to a value too, or no longer when it is already.
    #[must_use]
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        let mut query = self.clone();
        let held = query.narrowed.iter().position(|(f, v)| *f == facet && v == value);
        match held {
            Some(at) => drop(query.narrowed.remove(at)),
            None => query.narrowed.push((facet, value.to_owned())),
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn a_view_survives_its_address() {
        let address = "from=2026-01&to=2026-06&compare=year&market=Taiwan&market=Japan&state=active&q=co&sort=seats&hide=usage&hide=charges&all=charges_by_customer";
        let query = InsightQuery::from_pairs(&crate::pairs(address));
        assert_eq!(crate::query_string(&query.to_pairs()), address);
        assert_eq!(query.switched(Metric::Usage).hidden, [Metric::Charges]);
        assert_eq!(query.toggled(Facet::Market, "Japan").toggled(Facet::Market, "Japan").narrowed.len(), 3);
        assert_eq!(
            InsightQuery::from_pairs(&crate::pairs("from=x&compare=y&nothing=1&market=")),
            InsightQuery::default()
        );
    }

    #[test]
    fn what_is_compared_is_as_long() {
        let shown = MonthRange { from: month("2026-04"), to: month("2026-06") };
        let range = |from, to| MonthRange { from: month(from), to: month(to) };
        assert_eq!(Compare::Previous.range(shown), range("2026-01", "2026-03"));
        assert_eq!(Compare::Year.range(shown), range("2025-04", "2025-06"));
    }
}
