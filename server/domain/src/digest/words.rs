//! Sentences about changes. They are here and not in the interface's catalogue because letters are written here; the page says the
//! same.

mod en;
mod zh_tw;

use crate::mail::Language;
use jiff::civil::Date;
use model::{Change, Month};

/// The words of one language.
pub(crate) struct Words {
    told: fn(&Change) -> String,
    /// What the letter is about, by the account's name.
    pub(crate) subject: fn(&str) -> String,
    /// What stands above the changes.
    pub(crate) lead: fn(&str) -> String,
    /// What stands above the datasets that something came in of.
    pub(crate) came_in: &'static str,
    /// How far a dataset goes.
    pub(crate) up_to: fn(&str, &str) -> String,
    /// What stands before the page's address.
    pub(crate) page: &'static str,
    /// Why the letter comes, and what stands before the address where it is stopped.
    pub(crate) stop: fn(&str) -> String,
}

/// A change in one sentence, without anything that would break a line.
#[must_use]
pub fn told(language: Language, change: &Change) -> String {
    (of(language).told)(change).replace(char::is_control, " ")
}

pub(crate) const fn of(language: Language) -> &'static Words {
    match language {
        Language::En => &en::WORDS,
        Language::ZhTw => &zh_tw::WORDS,
    }
}

/// A month in a language's own order.
pub(crate) fn month(language: Language, month: Month) -> String {
    let day: Date = month.first_day().parse().unwrap_or_default();
    let order = match language {
        Language::En => "%b %Y",
        Language::ZhTw => "%Y年%-m月",
    };
    day.strftime(order).to_string()
}

/// How far a figure is from the one before.
fn difference(change: &Change) -> i64 {
    change.now.saturating_sub(change.before.unwrap_or(0)).saturating_abs()
}
