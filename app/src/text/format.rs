//! Numbers, months, times and amounts as text: the same code on the server and in the browser.

use super::Locale;
use model::{Percent, hundredths};

mod amount;
mod browser;
mod time;

pub use amount::{compact, micros, money, usd, value, value_short};
pub use browser::browser;
pub use model::int;
pub use time::{ago, date, date_time, month, month_end, month_name, months, year_short};

/// What stands where there is no value.
pub const NONE: &str = "–";

/// [`int`] for a count.
#[must_use]
pub fn count(n: u64) -> String {
    int(i64::try_from(n).unwrap_or(i64::MAX))
}

/// [`int`], or a dash where the number is unknown.
#[must_use]
pub fn int_or_none(n: Option<i64>) -> String {
    n.map_or_else(|| NONE.to_owned(), int)
}

/// A percentage with two decimals: `73.56 %`, in Chinese `73.56%`; a dash without a value.
#[must_use]
pub fn percent(locale: Locale, value: Option<Percent>) -> String {
    value.map_or_else(|| NONE.to_owned(), |p| with_sign(locale, &hundredths(p.hundredths(), 2)))
}

/// The number alone with one decimal, for columns whose heading says `%`: `73.6`.
#[must_use]
pub fn percent_short(value: Option<Percent>) -> String {
    value.map_or_else(|| NONE.to_owned(), |p| hundredths(p.hundredths(), 1))
}

fn with_sign(locale: Locale, number: &str) -> String {
    match locale {
        Locale::En => format!("{number} %"),
        Locale::ZhTw => format!("{number}%"),
    }
}

/// Which way a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More than before.
    Up,
    /// Less than before.
    Down,
    /// The same, as far as one decimal shows.
    Flat,
}

impl Direction {
    /// Of a change.
    #[must_use]
    pub const fn of(change: i64) -> Self {
        match change {
            1.. => Self::Up,
            0 => Self::Flat,
            _ => Self::Down,
        }
    }

    /// The other way: how a loss is coloured.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
            Self::Flat => Self::Flat,
        }
    }

    /// The CSS class of the colour.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Flat => "flat",
        }
    }
}

/// The change of a stock in percent of what it was: `▲ 0.7 %`; nothing when either is unknown or there was none.
#[must_use]
pub fn change(locale: Locale, before: Option<i64>, now: Option<i64>) -> Option<(Direction, String)> {
    let (before, now) = (before?, now?);
    let tenths = Percent::of(now - before, before).map(tenths)?;
    Some(signed(tenths, &|n| with_sign(locale, n)))
}

/// The change of a percentage in percentage points: `▼ 0.4 pt`, `▼ 0.4 個百分點`.
#[must_use]
pub fn change_points(locale: Locale, before: Option<Percent>, now: Option<Percent>) -> Option<(Direction, String)> {
    let tenths = tenths(Percent::from_hundredths(now?.hundredths() - before?.hundredths()));
    Some(signed(tenths, &|n| match locale {
        Locale::En => format!("{n} pt"),
        Locale::ZhTw => format!("{n} 個百分點"),
    }))
}

const fn tenths(p: Percent) -> i64 {
    let n = p.hundredths();
    if n < 0 { -((-n + 5) / 10) } else { (n + 5) / 10 }
}

fn signed(tenths: i64, unit: &dyn Fn(&str) -> String) -> (Direction, String) {
    let direction = Direction::of(tenths);
    let number = hundredths(tenths.abs() * 10, 1);
    let text = match direction {
        Direction::Up => format!("▲ {}", unit(&number)),
        Direction::Down => format!("▼ {}", unit(&number)),
        Direction::Flat => format!("± {number}"),
    };
    (direction, text)
}

/// A product as a person writes it, where the vendor writes it in capitals: `Exchange Online (Plan 1)`. The vendor's own
/// spelling stays the name in addresses and exports.
#[must_use]
pub fn product(sku: &str) -> String {
    if sku.chars().any(char::is_lowercase) {
        return sku.to_owned();
    }
    sku.split(' ').map(product_word).collect::<Vec<_>>().join(" ")
}

/// Short forms stay as they are: `E3`, `365`, `BI`.
fn product_word(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let short =
        letters <= 2 || word.chars().any(|c| c.is_ascii_digit()) || ["CRM", "EMS", "SQL", "CSP", "VPN"].contains(&word);
    if short {
        return word.to_owned();
    }
    let mut first = true;
    let case = |c: char| {
        let cased: String = if first { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
        first &= !c.is_alphabetic();
        cased
    };
    word.chars().map(case).collect()
}

/// A size: `512 B`, `1.4 MB` (powers of 1,000).
#[must_use]
pub fn bytes(n: u64) -> String {
    let units = ["kB", "MB", "GB", "TB"];
    if n < 1_000 {
        return format!("{n} B");
    }
    let mut tenths = n / 100;
    let mut unit = 0;
    while tenths >= 10_000 && unit + 1 < units.len() {
        tenths /= 1_000;
        unit += 1;
    }
    format!("{}.{} {}", count(tenths / 10), tenths % 10, units[unit])
}
