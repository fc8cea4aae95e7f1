//! The settings of a partner account.

use crate::{AccountId, GroupMapping, Program};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// An account that a person can switch to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountName {
    /// Its id.
    pub id: AccountId,
    /// Its name.
    pub name: String,
}

/// What MPN partner admins set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The company's name.
    pub name: String,
    /// Whether a second factor is demanded before analytics and granting.
    #[serde(default)]
    pub second_factor: bool,
    /// After how many minutes without a request a session ends.
    pub idle_minutes: i64,
    /// After how many hours a session ends in any case.
    pub session_hours: i64,
    /// How many days what an import replaced, and undone imports, are kept.
    pub keep_days: i64,
}

impl Settings {
    /// The bounds of [`Self::idle_minutes`].
    pub const IDLE_MINUTES: RangeInclusive<i64> = 5..=480;
    /// The bounds of [`Self::session_hours`].
    pub const SESSION_HOURS: RangeInclusive<i64> = 1..=168;
    /// The bounds of [`Self::keep_days`].
    pub const KEEP_DAYS: RangeInclusive<i64> = 30..=3650;

    /// Whether every value is within its bounds.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        !self.name.trim().is_empty()
            && self.name.chars().count() <= 200
            && Self::IDLE_MINUTES.contains(&self.idle_minutes)
            && Self::SESSION_HOURS.contains(&self.session_hours)
            && Self::KEEP_DAYS.contains(&self.keep_days)
    }
}

/// The settings page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountSettings {
    /// What can be changed here.
    pub settings: Settings,
    /// The id of the partner's global account. The operator sets it.
    pub mpn_id: String,
    /// The programs it takes part in. The operator sets them.
    pub programs: Vec<Program>,
    /// Locations: MPN id and name. The operator sets them.
    pub locations: Vec<(String, String)>,
    /// What the identity provider is called, and which roles its groups give; nothing where it says no groups.
    pub groups: Option<(String, GroupMapping)>,
    /// Products of licences, and whether each is left out of totals.
    pub products: Vec<(String, bool)>,
}
