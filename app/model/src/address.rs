//! The view state of pages as it stands in addresses, for the pages themselves and for what is exported from them.

use crate::{
    AuditFilter, Band, BulkUpdate, CustomerQuery, CustomerSort, LicenseFilter, Month, MonthRange, PersonFilter,
    PersonState, Role,
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A query string without its question mark, from names and values.
#[must_use]
pub fn query_string(pairs: &[(&str, String)]) -> String {
    let pairs = pairs.iter().map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, KEPT)));
    pairs.collect::<Vec<_>>().join("&")
}

/// The names and values of a query string, with or without its question mark.
#[must_use]
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let decode = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let query = query.strip_prefix('?').unwrap_or(query);
    let parts = query.split('&').filter(|part| !part.is_empty());
    parts.map(|part| part.split_once('=').unwrap_or((part, ""))).map(|(n, v)| (decode(n), decode(v))).collect()
}

/// A list without an item, or with it when it was not there.
pub(crate) fn switched<T: Copy + PartialEq>(list: &[T], item: T) -> Vec<T> {
    let mut list = list.to_vec();
    match list.iter().position(|held| *held == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item),
    }
    list
}

impl CustomerQuery {
    /// Reads the licence page's address. What makes no sense is left out, so that an old or mangled link still opens.
    #[must_use]
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let mut query = Self { filter: LicenseFilter::from_pairs(pairs), ..Self::default() };
        for (name, value) in pairs {
            match name.as_str() {
                "q" => query.search.clone_from(value),
                "deployment" => query.deployment = Band::from_key(value),
                "usage" => query.usage = Band::from_key(value),
                "sort" => query.sort = CustomerSort::from_key(value).unwrap_or_default(),
                "dir" => query.ascending = value == "asc",
                "hide" => query.hidden.extend(CustomerSort::from_key(value)),
                "page" => query.page = value.parse::<u32>().unwrap_or(1).saturating_sub(1),
                _ => {}
            }
        }
        query
    }

    /// The same without a column, or with it again when it was left out.
    #[must_use]
    pub fn switched(&self, column: CustomerSort) -> Self {
        Self { hidden: switched(&self.hidden, column), ..self.clone() }
    }

    /// The address's names and values; what has its usual value is left out.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = self.filter.to_pairs();
        let mut push = |wanted: bool, name, value: String| {
            if wanted {
                pairs.push((name, value));
            }
        };
        push(!self.search.is_empty(), "q", self.search.clone());
        push(self.deployment.is_some(), "deployment", self.deployment.map_or("", Band::key).to_owned());
        push(self.usage.is_some(), "usage", self.usage.map_or("", Band::key).to_owned());
        push(self.sort != CustomerSort::default(), "sort", self.sort.key().to_owned());
        push(self.ascending, "dir", "asc".to_owned());
        for column in &self.hidden {
            push(true, "hide", column.key().to_owned());
        }
        push(self.page > 0, "page", (self.page + 1).to_string());
        pairs
    }
}

impl LicenseFilter {
    /// Reads the filter's part of an address.
    #[must_use]
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let all = |wanted: &str| -> Vec<String> {
            let values = pairs.iter().filter(|(name, value)| name == wanted && !value.is_empty());
            values.map(|(_, value)| value.clone()).collect()
        };
        let month = |wanted| all(wanted).first().and_then(|value| value.parse::<Month>().ok());
        let months = match (month("from"), month("to")) {
            (Some(from), Some(to)) => Some(MonthRange::between(from, to)),
            (Some(one), None) | (None, Some(one)) => Some(MonthRange { from: one, to: one }),
            (None, None) => None,
        };
        Self {
            months,
            products: all("product"),
            workloads: all("workload"),
            markets: all("market"),
            segments: all("segment"),
            channels: all("channel"),
            locations: all("location"),
        }
    }

    /// The address's names and values.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if let Some(range) = self.months {
            pairs.push(("from", range.from.to_string()));
            pairs.push(("to", range.to.to_string()));
        }
        for (name, values) in self.lists() {
            pairs.extend(values.iter().map(|value| (name, value.clone())));
        }
        pairs
    }

    /// The lists with their names in addresses.
    #[must_use]
    pub const fn lists(&self) -> [(&'static str, &Vec<String>); 6] {
        [
            ("product", &self.products),
            ("workload", &self.workloads),
            ("market", &self.markets),
            ("segment", &self.segments),
            ("channel", &self.channels),
            ("location", &self.locations),
        ]
    }

    /// The list of a name in addresses.
    #[must_use]
    pub fn list_mut(&mut self, name: &str) -> Option<&mut Vec<String>> {
        match name {
            "product" => Some(&mut self.products),
            "workload" => Some(&mut self.workloads),
            "market" => Some(&mut self.markets),
            "segment" => Some(&mut self.segments),
            "channel" => Some(&mut self.channels),
            "location" => Some(&mut self.locations),
            _ => None,
        }
    }
}

impl BulkUpdate {
    /// Reads what User management's list asks for; nothing without a role.
    #[must_use]
    pub fn from_pairs(pairs: &[(String, String)]) -> Option<Self> {
        let value =
            |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str());
        let people = pairs.iter().filter(|(name, _)| name == "person").filter_map(|(_, id)| id.parse().ok());
        Some(Self {
            people: people.collect(),
            role: Role::from_key(value("role"))?,
            give: value("act") != "take",
            until: end_of_day(value("until")),
            reason: value("reason").to_owned(),
        })
    }
}

/// The second after a day, in UTC: what lasts until the day counts before it. Nothing for what is no day.
#[must_use]
pub fn end_of_day(day: &str) -> Option<Timestamp> {
    let next = day.parse::<Date>().ok()?.tomorrow().ok()?;
    TimeZone::UTC.to_timestamp(next.at(0, 0, 0, 0)).ok()
}

impl PersonFilter {
    /// Reads User management's address.
    #[must_use]
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "q" => filter.search.clone_from(value),
                "role" => filter.role = Role::from_key(value),
                "state" => filter.state = PersonState::from_key(value),
                _ => {}
            }
        }
        filter
    }

    /// The address's names and values.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let search = (!self.search.is_empty()).then(|| ("q", self.search.clone()));
        let role = self.role.map(|role| ("role", role.key().to_owned()));
        let state = self.state.map(|state| ("state", state.key().to_owned()));
        [search, role, state].into_iter().flatten().collect()
    }
}

impl AuditFilter {
    /// Reads the audit page's address. What makes no sense is left out.
    #[must_use]
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "from" => filter.from = value.parse().ok(),
                "to" => filter.to = value.parse().ok(),
                "action" => filter.action.clone_from(value),
                "person" => filter.person = value.parse().ok(),
                "q" => filter.search.clone_from(value),
                "before" => filter.before = value.parse().ok(),
                _ => {}
            }
        }
        filter
    }

    /// The address's names and values.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let given = [
            ("from", self.from.map(|day| day.to_string())),
            ("to", self.to.map(|day| day.to_string())),
            ("action", Some(self.action.clone()).filter(|key| !key.is_empty())),
            ("person", self.person.map(|person| person.to_string())),
            ("q", Some(self.search.clone()).filter(|text| !text.is_empty())),
            ("before", self.before.map(|seq| seq.to_string())),
        ];
        given.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_survives_its_address() {
        let mut query = CustomerQuery::default();
        query.filter.months = Some(MonthRange::between("2026-01".parse().unwrap(), "2025-03".parse().unwrap()));
        query.filter.products = vec!["EXCHANGE ONLINE (PLAN 1)".into(), "A & B = C?".into()];
        query.filter.markets = vec!["臺灣".into()];
        query.search = "ad+um ".into();
        query.usage = Some(Band::Over100);
        query.sort = CustomerSort::Unassigned;
        query.ascending = true;
        query.page = 3;
        let address = query_string(&query.to_pairs());
        assert_eq!(CustomerQuery::from_pairs(&pairs(&address)), query, "{address}");
    }

    #[test]
    fn a_mangled_address_opens_all_the_same() {
        let query = CustomerQuery::from_pairs(&pairs("?from=x&to=2026-10&page=0&sort=colour&usage=7&&q&dir=up%ff"));
        assert_eq!(query.filter.months.map(|range| range.from), "2026-10".parse().ok());
        assert_eq!((query.page, query.sort, query.usage), (0, CustomerSort::Sold, None));
    }
}
