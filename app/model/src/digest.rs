//! What changed of late, the most important first.

use crate::{Facet, Freshness, InsightPage, InsightQuery, Month, MonthRange, query_string};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What kind of change it is. Equals in weight stand in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A person was given the role MPN partner admin.
    RoleGiven,
    /// A customer had rows in the month before and has none any more.
    CustomerLost,
    /// A customer has rows and had none in the month before.
    CustomerWon,
    /// A customer's subscriptions have fewer seats than the month before.
    SeatsLost,
    /// They have more.
    SeatsGained,
    /// Subscriptions of a customer end within 30 days of the month's end and do not renew by themselves.
    Ending,
    /// A smaller share of a customer's licences is assigned, in hundredths of a percent.
    AssignedFell,
    /// A smaller share of what a customer is entitled to is used, in hundredths of a percent.
    ActiveFell,
    /// A customer consumed less of Azure, in US cents.
    AzureFell,
    /// A customer consumed more of it, in US cents.
    AzureRose,
}

impl ChangeKind {
    /// The page of figures where the figure stands; nothing where a page of the customer or the person says more.
    const fn page(self) -> Option<InsightPage> {
        match self {
            Self::SeatsLost | Self::SeatsGained | Self::Ending => Some(InsightPage::Subscriptions),
            Self::AzureFell | Self::AzureRose => Some(InsightPage::Azure),
            Self::RoleGiven | Self::CustomerLost | Self::CustomerWon | Self::AssignedFell | Self::ActiveFell => None,
        }
    }
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// The customer's tenant, or the person's id.
    pub key: String,
    /// What the customer or the person is called.
    pub name: String,
    /// The month that the figure is of.
    pub month: Month,
    /// The figure, in the kind's unit; 1 for what has none.
    pub now: i64,
    /// That of the month before; nothing where it is unknown.
    pub before: Option<i64>,
    /// What share of the whole account it moves, in millionths.
    pub weight: i64,
}

impl Change {
    /// The address of what it is about.
    #[must_use]
    pub fn link(&self) -> String {
        let Some(page) = self.kind.page() else {
            let at = if self.kind == ChangeKind::RoleGiven { "users" } else { "customers" };
            return format!("/{at}/{}", self.key);
        };
        let query = InsightQuery {
            months: Some(MonthRange { from: self.month, to: self.month }),
            narrowed: vec![(Facet::Customer, self.key.clone())],
            ..InsightQuery::default()
        };
        format!("/analytics/{}?{}", page.key(), query_string(&query.to_pairs()))
    }
}

/// What changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// The ten that weigh most, the heaviest first.
    pub changes: Vec<Change>,
    /// A week before it was looked at.
    pub since: Timestamp,
    /// The newest import of all; nothing when there is none.
    pub imported: Option<Timestamp>,
    /// Datasets that something came in of since then.
    pub came_in: Vec<Freshness>,
}

impl Digest {
    /// Whether a letter about it would tell anything that last week's did not: figures move when data comes in, roles when they
    /// are given.
    #[must_use]
    pub fn is_news(&self) -> bool {
        let given = self.changes.iter().any(|change| change.kind == ChangeKind::RoleGiven);
        given || !(self.changes.is_empty() || self.came_in.is_empty())
    }
}
