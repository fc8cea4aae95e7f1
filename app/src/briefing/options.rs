//! What a report is made with, as it stands in its address.

use crate::text::Locale;
use domain::briefing::MONTHS;

/// A part of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What was bought, assigned and used.
    Licences,
    /// The same by product.
    Products,
    /// Use by workload.
    Workloads,
    /// Subscriptions and their renewals.
    Subscriptions,
    /// Azure consumption.
    Azure,
    /// What to do next.
    Advice,
    /// What the partner says.
    Comment,
}

impl Section {
    /// All of them, in the order of the report's choices.
    pub const ALL: [Self; 7] = [
        Self::Licences,
        Self::Products,
        Self::Workloads,
        Self::Subscriptions,
        Self::Azure,
        Self::Advice,
        Self::Comment,
    ];

    /// The key as it stands in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Licences => "licences",
            Self::Products => "products",
            Self::Workloads => "workloads",
            Self::Subscriptions => "subscriptions",
            Self::Azure => "azure",
            Self::Advice => "next",
            Self::Comment => "comment",
        }
    }
}

/// What a report is made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// What is in it.
    pub sections: Vec<Section>,
    /// The months of its courses.
    pub months: i32,
    /// Its language, where the address names one.
    pub language: Option<Locale>,
}

impl Options {
    /// Reads an address. What it does not understand it leaves out; without a section, all are in.
    #[must_use]
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        let values =
            |wanted: &'static str| pairs.iter().filter(move |(name, _)| name == wanted).map(|(_, value)| value);
        let chosen = |section: &Section| values("section").any(|key| key == section.key());
        let sections: Vec<Section> = Section::ALL.into_iter().filter(chosen).collect();
        let months = values("months").next().and_then(|text| text.parse().ok()).filter(|n| MONTHS.contains(n));
        Self {
            sections: if sections.is_empty() { Section::ALL.to_vec() } else { sections },
            months: months.unwrap_or(MONTHS[0]),
            language: values("language").next().and_then(|tag| tag.parse().ok()),
        }
    }

    /// Writes it. What is not said has its usual value.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        if self.sections.len() < Section::ALL.len() {
            pairs.extend(self.sections.iter().map(|section| ("section", section.key().to_owned())));
        }
        if self.months != MONTHS[0] {
            pairs.push(("months", self.months.to_string()));
        }
        pairs.extend(self.language.map(|locale| ("language", locale.tag().to_owned())));
        pairs
    }

    /// Whether a part is in.
    #[must_use]
    pub fn has(&self, section: Section) -> bool {
        self.sections.contains(&section)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{pairs, query_string};

    #[test]
    fn what_a_report_is_made_with_survives_its_address() {
        let address = "section=licences&section=next&months=6&language=zh-TW";
        let options = Options::from_pairs(&pairs(address));
        assert_eq!(query_string(&options.to_pairs()), address);
        let usual = Options::from_pairs(&pairs("section=x&months=7&language=fr"));
        assert_eq!((usual.sections.len(), usual.months, usual.language), (7, 12, None));
        assert!(usual.to_pairs().is_empty());
    }
}
