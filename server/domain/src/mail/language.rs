//! The languages that letters are written in.

use jiff::{Timestamp, tz::TimeZone};

/// A language of letters; English where a person's is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Traditional Chinese as used in Taiwan.
    ZhTw,
}

impl Language {
    /// The language of a stored tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        if tag.starts_with("zh") { Self::ZhTw } else { Self::En }
    }

    /// A moment, in UTC.
    pub(super) fn moment(self, at: Timestamp) -> String {
        let at = TimeZone::UTC.to_datetime(at);
        match self {
            Self::En => at.strftime("%-d %b %Y, %H:%M UTC").to_string(),
            Self::ZhTw => at.strftime("%Y年%-m月%-d日 %H:%M UTC").to_string(),
        }
    }
}
